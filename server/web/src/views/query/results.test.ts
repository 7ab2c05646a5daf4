import { describe, expect, it } from "vitest";
import { cutTo, graphOf, iriOf, linksAmong, tableOf } from "./results";

describe("tableOf", () => {
  it("has every column of every row, the id first", () => {
    expect(tableOf([{ aim: "open", id: "<a>" }, { id: "<b>", label: "B" }]).columns).toEqual(["id", "aim", "label"]);
  });

  it("shows values that are no objects in a column of their own", () => {
    expect(tableOf([1, "two", [3]])).toEqual({ columns: ["value"], rows: [{ value: 1 }, { value: "two" }, { value: [3] }] });
  });

  it("makes a row of each node that GraphQL answers with, one or a list", () => {
    const one = { nodes: { id: "actor:a" } };
    const more = { nodes: [{ id: "actor:a" }, { id: "actor:b" }] };
    expect(tableOf([one]).rows).toEqual([{ id: "actor:a" }]);
    expect(tableOf([more]).rows).toHaveLength(2);
  });
});

describe("iriOf", () => {
  it.each([
    ["<actor:china>", "id", "gizmo", "actor:china"],
    ["China", "label", "gizmo", null],
    ["a < b > c", "text", "gizmo", null],
    ["actor:china", "id", "graphql", "actor:china"],
    ["actor:china", "rdfs:label", "graphql", null],
  ] as const)("of %j under %s in %s is %j", (value, column, language, iri) => expect(iriOf(value, column, language)).toBe(iri));
});

describe("graphOf", () => {
  it("links source and target by their predicate", () => {
    const rows = [{ id: "<goal:g>", source: "<actor:a>", predicate: "<commitsTo>", target: "<goal:g>" }];
    const graph = graphOf([...rows, ...rows], "gizmo");
    expect([...graph.nodes.keys()]).toEqual(["actor:a", "goal:g"]);
    expect(graph.links).toEqual([{ source: "actor:a", target: "goal:g", label: "commitsTo" }]);
  });

  it("links what is tagged to the id by the tag", () => {
    const graph = graphOf([{ id: "<goal:g>", who: "<actor:a>", label: "Peace" }], "gizmo");
    expect(graph.nodes.get("goal:g")).toBe("Peace");
    expect(graph.links).toEqual([{ source: "actor:a", target: "goal:g", label: "who" }]);
  });

  it("walks through what GraphQL nests", () => {
    const data = { nodes: { id: "actor:a", "rdfs:label": "A", commitsTo: [{ id: "goal:g" }, { id: "goal:h" }] } };
    const graph = graphOf([data], "graphql");
    expect(graph.nodes.get("actor:a")).toBe("A");
    expect(graph.links.map((l) => [l.label, l.target])).toEqual([["commitsTo", "goal:g"], ["commitsTo", "goal:h"]]);
  });

  it("draws nothing of numbers and texts", () => expect(graphOf([1, "x", null, { n: 3 }], "gizmo").nodes.size).toBe(0));
});

it("cutTo keeps the links among what is left", () => {
  const graph = graphOf([{ id: "<b>", source: "<a>" }, { id: "<c>", source: "<b>" }], "gizmo");
  const cut = cutTo(graph, 2);
  expect([...cut.nodes.keys()]).toEqual(["b", "a"]);
  expect(cut.links).toHaveLength(1);
});

it("linksAmong asks for the links of two nodes or more, unless that is too long", () => {
  expect(linksAmong(["actor:a"], 1000)).toBeNull();
  expect(linksAmong(["actor:a", 'x"y'], 1000)).toContain('g.V("<actor:a>","<x\\"y>")');
  expect(linksAmong(["actor:a", "actor:b"], 50)).toBeNull();
});
