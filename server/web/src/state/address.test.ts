import { describe, expect, it } from "vitest";
import { DEFAULT_VIEW, formatView, linkKey, parseView, sameSelection, type View } from "./address";

const VIEWS: [string, Partial<View>, string][] = [
  ["the opening view", {}, ""],
  ["a table", { tab: "table" }, "?view=table"],
  ["clusters of one document", { layout: "force", doc: "north/charter" }, "?layout=force&doc=north/charter"],
  ["surroundings", { center: "actor:norway", hops: 2 }, "?center=actor:norway&hops=2"],
  ["a node", { selection: { type: "node", iri: "goal:fair-rules" } }, "?node=goal:fair-rules"],
  [
    "a link",
    { selection: { type: "link", source: "actor:a", force: "obligation", target: "section:d/x" } },
    "?link=actor:a,obligation,section:d/x",
  ],
  ["a question", { who: "cyber security & trust" }, "?who=cyber+security+%26+trust"],
  ["filters", { hidden: new Set(["stance", "Section"]) }, "?hide=Section,stance"],
  ["a sentence in its text", { tab: "read", doc: "north", at: "9f2c" }, "?view=read&doc=north&at=9f2c"],
  ["a limit", { limit: 400 }, "?limit=400"],
];

describe("the address", () => {
  it.each(VIEWS)("writes and reads %s", (_, change, search) => {
    const view = { ...DEFAULT_VIEW, ...change };
    expect(formatView(view)).toBe(search);
    expect(parseView(search)).toEqual(view);
  });

  it("keeps every name whole, whatever it holds", () => {
    const names = ["a+b c", "50 % & more?", "é/ü#x", "a=b"];
    for (const who of names) expect(parseView(formatView({ ...DEFAULT_VIEW, who })).who).toBe(who);
  });

  it.each(["?view=map", "?hops=-3&center=", "?link=a,b", "?link=a,b,c,d", "?limit=many", "?hide=", "?x=1"])(
    "takes what it does not understand as not said: %s",
    (search) => expect(parseView(search)).toEqual(DEFAULT_VIEW),
  );

  it("bounds the reach", () => {
    expect(parseView("?center=a&hops=99").hops).toBe(4);
  });

  it("tells selections apart by what they select", () => {
    const link = { source: "a", force: "goal", target: "b" };
    expect(sameSelection({ type: "link", ...link }, { type: "link", ...link })).toBe(true);
    expect(sameSelection({ type: "link", ...link }, { type: "node", iri: "a" })).toBe(false);
    expect(sameSelection(null, null)).toBe(true);
    expect(linkKey(link)).toBe("a,goal,b");
  });
});
