import { describe, expect, it } from "vitest";
import type { Hop, Statement, Way } from "../api/types";
import { distinct, legsOf, stopsOf } from "./ways";

const stop = (iri: string, kind = "State") => ({ iri, label: iri, kind });
const said = (id: string, actor: string, force = "stance") => ({ id, force, actor: { id: actor, label: actor, kind: "State" }, sentence: id }) as Statement;

function hop(from: ReturnType<typeof stop>, to: ReturnType<typeof stop>, statements: Statement[], reversed = false): Hop {
  return { from, to, predicate: "x", reversed, evidence: statements.length, more: 0, statements };
}
const way = (...hops: Hop[]): Way => ({ hops, length: hops.length, distance: hops.length });

const [a, b, g] = [stop("actor:a"), stop("actor:b"), stop("goal:g", "Goal")];
const s = stop("stmt:1", "Statement");

describe("legsOf", () => {
  it("draws a direct link from the actor, whichever way it is walked", () => {
    const legs = legsOf(way(hop(a, g, [said("1", "a", "commitment")]), hop(g, b, [said("2", "b", "obligation")], true)));
    expect(legs.map((l) => [l.link?.key, l.reversed])).toEqual([
      ["actor:a,commitment,goal:g", false],
      ["actor:b,obligation,goal:g", true],
    ]);
    expect(stopsOf(legs).map((p) => p.iri)).toEqual(["actor:a", "goal:g", "actor:b"]);
  });

  it("takes a statement for what joins two nodes, not for one", () => {
    const one = said("1", "a");
    const [leg, ...more] = legsOf(way(hop(a, s, [one], true), hop(s, b, [one])));
    expect(more).toEqual([]);
    expect([leg?.from.iri, leg?.to.iri, leg?.link?.key]).toEqual(["actor:a", "actor:b", "actor:a,stance,actor:b"]);
    const [back] = legsOf(way(hop(b, s, [one], true), hop(s, a, [one])));
    expect([back?.link?.key, back?.reversed]).toEqual(["actor:a,stance,actor:b", true]);
  });

  it("draws no link that no sentence proves", () => {
    expect(legsOf(way(hop(a, g, []))).map((l) => l.link)).toEqual([null]);
    expect(stopsOf([])).toEqual([]);
  });
});

describe("distinct", () => {
  it("makes one of ways through the same stops, with the statements of all", () => {
    const over = legsOf(way(hop(a, s, [said("1", "a")], true), hop(s, g, [said("1", "a")])));
    const along = legsOf(way(hop(a, g, [said("1", "a"), said("2", "a")])));
    const other = legsOf(way(hop(a, b, [said("3", "a")])));
    const ways = distinct([over, other, along]);
    expect(ways.map((legs) => legs.flatMap((l) => l.statements.map((x) => x.id)))).toEqual([["1", "2"], ["3"]]);
    expect(ways[0]?.[0]?.evidence).toBe(2);
  });
});
