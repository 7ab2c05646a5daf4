import { describe, expect, it } from "vitest";
import {
  formatAddress,
  linkKey,
  modern,
  ownParameters,
  parseOwn,
  parseShared,
  sameSelection,
  type Codec,
  type Parameter,
  type Shared,
} from "./address";
import { exploreAddress, only, toggled, type ExploreState } from "../views/explore/address";
import { readAddress } from "../views/read/address";

const SHARED: Shared = { view: "explore", doc: null, selection: null, who: null };

const PLACES: [string, Partial<Shared>, string][] = [
  ["the opening view", {}, ""],
  ["another view", { view: "read" }, "?view=read"],
  ["one document", { doc: "north/charter" }, "?doc=north/charter"],
  ["a node", { selection: { type: "node", iri: "goal:fair-rules" } }, "?node=goal:fair-rules"],
  [
    "a link",
    { selection: { type: "link", source: "actor:a", force: "obligation", target: "section:d/x" } },
    "?link=actor:a,obligation,section:d/x",
  ],
  ["a question", { who: "cyber security & trust" }, "?who=cyber+security+%26+trust"],
];

describe("what views share", () => {
  it.each(PLACES)("writes and reads %s", (_, change, search) => {
    const shared = { ...SHARED, ...change };
    expect(formatAddress(shared, [])).toBe(search);
    expect(parseShared(search)).toEqual(shared);
  });

  it("keeps every name whole, whatever it holds", () => {
    const names = ["a+b c", "50 % & more?", "é/ü#x", "a=b"];
    for (const who of names) expect(parseShared(formatAddress({ ...SHARED, who }, [])).who).toBe(who);
  });

  it.each(["?link=a,b", "?link=a,b,c,d", "?node=&who=", "?x=1"])("takes what it does not understand as not said: %s", (search) =>
    expect(parseShared(search)).toEqual(SHARED),
  );

  it("tells a view's own parameters apart", () => {
    expect(ownParameters("?view=read&doc=d&at=9f2c&node=goal:x&q=a+b")).toEqual([["at", "9f2c"], ["q", "a b"]]);
  });

  it("tells selections apart by what they select", () => {
    const link = { source: "a", force: "goal", target: "b" };
    expect(sameSelection({ type: "link", ...link }, { type: "link", ...link })).toBe(true);
    expect(sameSelection({ type: "link", ...link }, { type: "node", iri: "a" })).toBe(false);
    expect(sameSelection(null, null)).toBe(true);
    expect(linkKey(link)).toBe("a,goal,b");
  });
});

describe("links of earlier versions", () => {
  it.each([
    ["?view=graph&node=goal:x&hide=stance", "?node=goal:x&hide=stance"],
    ["?view=table&doc=d", "?doc=d&as=table"],
    ["?view=read&doc=d&at=9f2c", "?view=read&doc=d&at=9f2c"],
    ["?layout=force", "?layout=force"],
    ["", ""],
  ])("%s means %s", (old, now) => expect(modern(old)).toBe(now));
});

/** Writes a state and reads it back. */
function there<T>(codec: Codec<T>, state: T): { search: string; back: T } {
  const search = formatAddress({ ...SHARED, view: codec.id }, codec.format(state));
  return { search, back: parseOwn(codec, ownParameters(search)) };
}

describe("the address of Explore", () => {
  const STATES: [Partial<ExploreState>, string][] = [
    [{}, ""],
    [{ as: "table" }, "?as=table"],
    [{ layout: "force", limit: 400 }, "?layout=force&limit=400"],
    [{ center: "actor:norway", hops: 2 }, "?center=actor:norway&hops=2"],
    [{ hidden: new Set(["stance", "Section"]) }, "?hide=Section,stance"],
    [{ layout: "circle", serves: ["goal:a", "principle:b"], topics: ["topic:c"] }, "?layout=circle&serves=goal:a,principle:b&topic=topic:c"],
    [{ evidence: 3, between: true, open: ["actor:a", "actor:a", "goal:b~State"] }, "?evidence=3&between=true&open=actor:a,actor:a,goal:b~State"],
    [{ without: ["actor:a"], picked: ["goal:b", "goal:c"] }, "?without=actor:a&set=goal:b,goal:c"],
    [{ pins: new Map([["section:d/x", { x: 0, y: 1000 }]]) }, "?pin=section:d/x@0@1000"],
    [{ from: "actor:a", to: "goal:b", ways: 6, way: 2 }, "?from=actor:a&to=goal:b&ways=6&way=2"],
  ];
  it.each(STATES)("writes and reads %j", (change, expected) => {
    const state = { ...exploreAddress.usual, ...change };
    expect(there(exploreAddress, state)).toEqual({ search: expected, back: state });
  });

  it.each(["as=map", "hops=-3", "limit=many", "hide=", "center=", "evidence=0", "between=yes", "pin=goal:x@1", "pin=goal:x@1@2000", "layout=round", "way=x"])("takes what it does not understand as not said: %s", (said) => {
    const parameter = said.split("=") as [string, string] satisfies Parameter;
    expect(parseOwn(exploreAddress, [parameter])).toEqual(exploreAddress.usual);
  });

  it("bounds the reach", () => expect(parseOwn(exploreAddress, [["hops", 99]]).hops).toBe(4));

  it("hides, shows, and shows one alone", () => {
    const hidden = toggled(new Set(), "a");
    expect([...hidden]).toEqual(["a"]);
    expect([...toggled(hidden, "a")]).toEqual([]);
    expect([...only(new Set(), "a", ["a", "b", "c"])]).toEqual(["b", "c"]);
    expect([...only(new Set(["b", "c"]), "a", ["a", "b", "c"])]).toEqual([]);
  });
});

describe("the address of Read", () => {
  it("names the sentence that is lit", () => {
    expect(there(readAddress, { ...readAddress.usual, at: "9f2c" })).toEqual({ search: "?view=read&at=9f2c", back: { ...readAddress.usual, at: "9f2c" } });
    expect(there(readAddress, readAddress.usual).search).toBe("?view=read");
  });
});
