import { describe, expect, it } from "vitest";
import type { Force } from "../api/types";
import { answer, edge, network, node } from "../test/networks";
import { linksOf, narrow, neighbourhood, tally, toNetwork } from "./network";

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

describe("narrow", () => {
  const all = network([edge(A, "obligation", G), edge(B, "stance", P)], [node("goal:lonely")]);

  it("takes a force out together with the nodes that hung on it alone", () => {
    const left = narrow(all, new Set(["stance"]));
    expect(left.links.map((l) => l.force)).toEqual(["obligation"]);
    expect(left.nodes.map((n) => n.id)).toEqual([A, G, "goal:lonely"]);
  });

  it("takes a kind out together with its links", () => {
    expect(narrow(all, new Set(["Principle"])).nodes.map((n) => n.id)).toEqual([A, G, "goal:lonely"]);
  });

  it("changes nothing when nothing is hidden", () => {
    expect(narrow(all, new Set())).toBe(all);
  });
});

describe("tally", () => {
  it("counts nodes by kind and statements by force", () => {
    const counts = tally(network([edge(A, "obligation", G, 3), edge(B, "obligation", G)]));
    expect(Object.fromEntries(counts)).toEqual({ State: 2, Goal: 1, obligation: 4 });
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
