import { describe, expect, it } from "vitest";
import type { Force } from "../api/types";
import { answer, edge, network, node } from "../test/networks";
import { beyond, linksOf, neighbourhood, toNetwork, withLinks, withoutNodes } from "./network";

const A = "actor:north";
const B = "actor:south";
const G = "goal:clean-water";
const P = "principle:openness";

describe("toNetwork", () => {
  it("joins edges of the same ends and force, and keeps forces apart", () => {
    const { links } = network([edge(A, "obligation", G, 2), edge(A, "obligation", G), edge(A, "commitment", G)]);
    expect(links.map((l) => [l.force, l.count])).toEqual([
      ["obligation", 3],
      ["commitment", 1],
    ]);
  });

  it("counts a statement once at a node, however many links it makes", () => {
    const two = [edge(A, "stance", G), edge(A, "stance", P)].map((e) => ({ ...e, statements: ["s1"] }));
    const { nodes } = network(two);
    expect(nodes.map((n) => n.statements)).toEqual([1, 1, 1]);
  });

  it("leaves out the summarising predicate, unknown forces and edges to nodes that were not sent", () => {
    const given = answer([edge(A, "obligation", G)]);
    given.edges.push({ ...edge(A, "obligation", G), predicate: "responsibleFor" });
    given.edges.push({ ...edge(A, "obligation", G), force: "" as Force });
    given.edges.push(edge(A, "obligation", "goal:beyond"));
    expect(toNetwork(given).links).toHaveLength(1);
  });
});

describe("withoutNodes", () => {
  const all = network([edge(A, "obligation", G), edge(B, "stance", P)], [node("goal:lonely")]);

  it("takes nodes out together with their links, and leaves their neighbours", () => {
    const left = withoutNodes(all, new Set([P]));
    expect(left.links.map((l) => l.force)).toEqual(["obligation"]);
    expect(left.nodes.map((n) => n.id)).toEqual([A, G, B, "goal:lonely"]);
  });

  it("changes nothing when none of them is there", () => {
    expect(withoutNodes(all, new Set(["goal:gone"]))).toBe(all);
  });
});

describe("withLinks", () => {
  const all = network([edge(A, "obligation", G), edge(B, "stance", P)]);
  const link = (source: string, target: string) => ({ key: `${source},stance,${target}`, source, target, force: "stance" as const, count: 1, predicates: [], statements: [] });

  it("adds what is not there, where both ends are", () => {
    const more = withLinks(all, [link(A, B), link(B, P), link(A, "goal:gone")]);
    expect(more.links.map((l) => l.key).slice(2)).toEqual([`${A},stance,${B}`]);
    expect(withLinks(all, [])).toBe(all);
  });
});

describe("beyond", () => {
  it("sums what is not shown", () => {
    expect(beyond({ ...node(A), more: { Goal: 3, Topic: 2 } })).toBe(5);
    expect(beyond(node(A))).toBe(0);
  });
});

describe("neighbourhood", () => {
  const all = network([edge(A, "obligation", G), edge(B, "commitment", G), edge(B, "obligation", P)]);

  it("of a node holds it, its links and their other ends", () => {
    const near = neighbourhood(all, G);
    expect([...(near?.nodes ?? [])].sort()).toEqual([A, B, G].sort());
    expect(near?.links.size).toBe(2);
  });

  it("of a link holds its two ends", () => {
    const key = all.links[2]?.key ?? "";
    expect([...(neighbourhood(all, key)?.nodes ?? [])].sort()).toEqual([B, P].sort());
  });

  it("of something that is not there is nothing", () => {
    expect(neighbourhood(all, "goal:none")).toBeNull();
    expect(neighbourhood(all, null)).toBeNull();
  });
});

describe("linksOf", () => {
  it("puts the link with most statements first, then the stronger duty", () => {
    const all = network([edge(A, "stance", P), edge(A, "obligation", P), edge(A, "commitment", G, 2)]);
    expect(linksOf(all, A).map((l) => l.force)).toEqual(["commitment", "obligation", "stance"]);
  });
});
