import { describe, expect, it } from "vitest";
import { placed } from "../../api/query";
import { formatDesk, freeId, MOST_TABS, nameOf, parseDesk, remembered, type Past } from "./desk";

describe("a stored desk", () => {
  it("comes back as it was", () => {
    const desk = {
      tabs: [{ id: 3, language: "graphql" as const, text: "{ a }" }],
      history: [{ language: "gizmo" as const, text: "g.V()", at: 12, rows: null }],
    };
    expect(parseDesk(formatDesk(desk))).toEqual(desk);
  });

  it.each([null, "", "{", "[]", "7", '{"tabs": 1, "history": {}}', '{"tabs":[null,{"id":0,"text":"x"},{"id":1}]}'])("of %j is empty", (stored) =>
    expect(parseDesk(stored)).toEqual({ tabs: [], history: [] }),
  );

  it("has each number once, and not too many", () => {
    const tabs = [...Array(MOST_TABS + 5).keys()].map((i) => ({ id: 1 + (i % 30), text: "" }));
    const ids = parseDesk(JSON.stringify({ tabs: [...tabs, ...tabs] })).tabs.map((t) => t.id);
    expect(ids).toHaveLength(MOST_TABS);
    expect(new Set(ids).size).toBe(MOST_TABS);
  });
});

it("a query stands in the history once, the latest first", () => {
  const past = (text: string, at: number): Past => ({ language: "gizmo", text, at, rows: 1 });
  const history = remembered(remembered(remembered([], past("a", 1)), past("b", 2)), past("a", 3));
  expect(history.map((h) => [h.text, h.at])).toEqual([["a", 3], ["b", 2]]);
});

it("freeId is the lowest number that is free", () => {
  expect(freeId([1, 2, 4].map((id) => ({ id, language: "gizmo", text: "" })))).toBe(3);
});

it.each([
  ["// Who acts\ng.V()", "Who acts"],
  ["\n  {}\n# A query\n", "A query"],
  ["  \n", ""],
])("the name of %j is %j", (text, name) => expect(nameOf(text)).toBe(name));

describe("a complaint", () => {
  it.each([
    ["gizmo: line 2, column 5: Unexpected token }", 2, 5, "Unexpected token }"],
    ["gizmo: line 1, column 13: TypeError: Object has no member 'foo'", 1, 13, "Object has no member 'foo'"],
    ["graphql: line 1, column 69: Syntax Error GraphQL (1:69) Expected Name, found EOF", 1, 69, "Expected Name, found EOF"],
    ["gizmo: the path was not run: end it with .all()", null, null, "The path was not run: end it with .all()"],
    ["query stopped after 10s: start from fewer nodes", null, null, "Query stopped after 10s: start from fewer nodes"],
  ])("%j has its place and words", (said, line, column, message) =>
    expect(placed(said)).toMatchObject({ line, column, message }),
  );
});
