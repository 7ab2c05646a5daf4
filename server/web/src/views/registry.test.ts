import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIRST_VIEW, ownParameters, SHARED_NAMES, type Codec } from "../state/address";
import { barOf, viewOf, VIEWS } from "./registry";

const folders = readdirSync(new URL(".", import.meta.url), { withFileTypes: true }).filter((f) => f.isDirectory());
const codecs = Object.entries(import.meta.glob<Record<string, Codec<unknown>>>("./*/address.ts", { eager: true })).flatMap(
  ([path, module]) => Object.values(module).filter((value) => typeof value === "object" && "format" in value).map((codec) => ({ path, codec })),
);
/** Keys that the page takes everywhere. */
const TAKEN = ["/", "?", "n"];

describe("the registry", () => {
  it("has one entry for each folder, the first view first", () => {
    expect(VIEWS.map((view) => view.id).sort()).toEqual(folders.map((f) => f.name).sort());
    expect(VIEWS[0]?.id).toBe(FIRST_VIEW);
  });

  it("gives each view a key of its own", () => {
    const keys = [...TAKEN, ...VIEWS.map((view) => view.key)];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toHaveLength(1);
  });

  it("opens the first view for an id that none has", () => {
    expect(viewOf("map").id).toBe(FIRST_VIEW);
    expect(viewOf("read").id).toBe("read");
  });

  it("puts what is too many for a phone's bar into a menu, and loses none", () => {
    expect(barOf([1, 2, 3, 4, 5])).toEqual({ bar: [1, 2, 3, 4, 5], menu: [] });
    expect(barOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ bar: [1, 2, 3, 4], menu: [5, 6, 7, 8] });
  });
});

describe("every view's address", () => {
  it("is there", () => expect(codecs.map(({ codec }) => codec.id).sort()).toEqual(VIEWS.map((view) => view.id).sort()));

  it.each(codecs)("$path says nothing where all is as usual, and reads nothing as usual", ({ codec }) => {
    const said = codec.format(codec.usual).filter(([, value]) => value !== null && value !== "" && value !== false);
    expect(said).toEqual([]);
    expect(codec.parse(new URLSearchParams())).toEqual(codec.usual);
  });

  it.each(codecs)("$path uses no name that is shared", ({ codec }) => {
    const names = codec.format(codec.usual).map(([name]) => name);
    expect(ownParameters(SHARED_NAMES.map((name) => `${name}=x`).join("&"))).toEqual([]);
    for (const name of names) expect(SHARED_NAMES).not.toContain(name);
  });
});
