import { afterEach, describe, expect, it, vi } from "vitest";
import { api } from "./client";
import { ApiError, given, problemMessage } from "./http";

afterEach(() => vi.unstubAllGlobals());

function answering(status: number, body: string) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", ({ url }: Request) => {
    asked.push(url.slice(new URL(url).origin.length));
    return Promise.resolve(new Response(status === 204 ? null : body, { status }));
  });
  return asked;
}

describe("given", () => {
  it("leaves out what is not set", () => {
    expect(given({ doc: null, limit: undefined, q: "" })).toEqual({});
    expect(given({ q: "data & rules", limit: 5, doc: null })).toEqual({ q: "data & rules", limit: 5 });
  });
});

describe("problemMessage", () => {
  it.each([
    [{ detail: "Save it as text.", title: "Unsupported" }, "Save it as text."],
    [{ title: "Unsupported" }, "Unsupported"],
    ["<html>bad gateway</html>", "The server refused this (status 502)."],
    [null, "The server refused this (status 502)."],
  ])("takes words out of %j", (body, words) => expect(problemMessage(502, body)).toBe(words));
});

describe("api", () => {
  it("asks for the statements of a link", async () => {
    const asked = answering(200, '{"items":[],"total":0}');
    await api.statements({ actor: "actor:a", force: ["goal", "stance"], serves: "goal:b", doc: null });
    expect(asked).toEqual(["/api/v1/statements?actor=actor%3Aa&force=goal,stance&serves=goal%3Ab"]);
  });

  it("turns a refusal into its words and status", async () => {
    answering(409, '{"detail":"The store is in use."}');
    await expect(api.documents()).rejects.toEqual(new ApiError("The store is in use.", 409));
  });

  it("says so when the server is gone or talks nonsense", async () => {
    answering(200, "not json");
    await expect(api.documents()).rejects.toThrow("could not be understood");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    await expect(api.documents()).rejects.toThrow("does not answer");
  });

  it("removes a document by its escaped id", async () => {
    const asked = answering(204, "");
    await api.remove("north/charter 1");
    expect(asked).toEqual(["/api/v1/documents/north%2Fcharter%201"]);
  });
});
