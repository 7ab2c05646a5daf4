import { beforeEach, describe, expect, it, vi } from "vitest";

/** The module keeps the token, so each test takes a fresh one. */
async function fresh() {
  vi.resetModules();
  return import("./token");
}

/** A server that takes one token alone. */
function server(right: string, credentials: () => Record<string, string>) {
  const sent: (string | undefined)[] = [];
  const send = () => {
    const { Authorization } = credentials();
    sent.push(Authorization);
    return Promise.resolve({ status: Authorization === `Bearer ${right}` ? 201 : 401 });
  };
  return { sent, send };
}

describe("authorised", () => {
  beforeEach(() => vi.unstubAllGlobals());

  it("asks until the token is right, and tells that the one before was not", async () => {
    const { authorised, credentials, onTokenWanted } = await fresh();
    const { sent, send } = server("good", credentials);
    const asked: boolean[] = [];
    onTokenWanted((wrong) => Promise.resolve(asked.push(wrong) === 1 ? "bad" : "good"));
    expect((await authorised(send)).status).toBe(201);
    expect(asked).toEqual([false, true]);
    expect(sent).toEqual([undefined, "Bearer bad", "Bearer good"]);
    expect((await authorised(send)).status).toBe(201);
    expect(asked).toHaveLength(2);
  });

  it("asks once for several writes at a time", async () => {
    const { authorised, credentials, onTokenWanted } = await fresh();
    const { send } = server("good", credentials);
    const ask = vi.fn(() => new Promise<string>((resolve) => setTimeout(() => resolve("good"), 5)));
    onTokenWanted(ask);
    const answers = await Promise.all([authorised(send), authorised(send), authorised(send)]);
    expect(answers.map((a) => a.status)).toEqual([201, 201, 201]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("returns the refusal where no token is given", async () => {
    const { authorised, credentials, onTokenWanted } = await fresh();
    const { sent, send } = server("good", credentials);
    onTokenWanted(() => Promise.resolve(null));
    expect((await authorised(send)).status).toBe(401);
    expect(sent).toEqual([undefined]);
  });
});
