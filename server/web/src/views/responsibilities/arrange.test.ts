import { describe, expect, it } from "vitest";
import type { Heading, Matrix } from "../../api/responsibilities";
import { responsibilitiesAddress, type ResponsibilitiesState } from "./address";
import { arrange, shade } from "./arrange";

const head = (iri: string, kind: string, forces: Record<string, number>, documents = ["north"]): Heading => ({
  iri,
  id: iri.slice(iri.indexOf(":") + 1),
  label: iri.slice(iri.indexOf(":") + 1),
  kind,
  documents,
  counts: { statements: Object.values(forces).reduce((a, b) => a + b, 0), by_force: forces },
});

const MATRIX: Matrix = {
  rows: [
    head("actor:ports", "Company", { obligation: 1, stance: 3 }),
    head("actor:guards", "GovernmentBody", { recommendation: 2 }, ["north", "south"]),
    head("actor:unassigned", "Gap", { recommendation: 1 }),
  ],
  columns: [head("goal:tides", "Goal", { obligation: 1, recommendation: 2, stance: 3 }), head("principle:calm", "Principle", { recommendation: 1 })],
  cells: [
    { row: 0, column: 0, count: 4, forces: { obligation: 1, stance: 3 } },
    { row: 1, column: 0, count: 2, forces: { recommendation: 2 } },
    { row: 2, column: 1, count: 1, forces: { recommendation: 1 } },
  ],
  total_rows: 3,
  total_columns: 2,
};
const NAMES = { kind: (k: string) => `kind ${k}`, document: (id: string) => `doc ${id}`, several: "several", noParent: "none" };

function shown(change: Partial<ResponsibilitiesState> = {}, unbound: string[] = []) {
  const all = arrange(MATRIX, { ...responsibilitiesAddress.usual, ...change }, new Set(unbound), NAMES);
  return { ...all, names: all.rows.map((r) => r.head.id), targets: all.columns.map((c) => c.head.id) };
}

describe("arrange", () => {
  it("puts those with most statements first and tells the strongest force of each cell", () => {
    const { names, rows, columns, cell, most } = shown();
    expect(names).toEqual(["ports", "guards", "unassigned"]);
    expect(most).toBe(4);
    const [row, column] = [rows[0], columns[0]];
    expect(row && column && cell(row, column)).toEqual({ count: 4, strongest: "obligation", forces: { obligation: 1, stance: 3 } });
  });

  it("sorts by name, by strongest force, and by one column", () => {
    expect(shown({ sort: "name" }).names).toEqual(["guards", "ports", "unassigned"]);
    expect(shown({ sort: "force" }).names[0]).toBe("ports");
    expect(shown({ sort: "principle:calm" }).names[0]).toBe("unassigned");
    expect(shown({ columnSort: "actor:unassigned" }).targets[0]).toBe("calm");
  });

  it("counts what is not hidden alone, and leaves out lines of which nothing is left", () => {
    const { names, rows, cell, columns } = shown({ hidden: new Set(["stance", "recommendation"]) });
    expect(names).toEqual(["ports"]);
    expect(rows[0]?.count).toBe(1);
    expect(rows[0] && columns[0] && cell(rows[0], columns[0])?.count).toBe(1);
    expect(shown({ hidden: new Set(["Company"]) }).names).toEqual(["guards", "unassigned"]);
  });

  it("shows gaps alone: the missing actor, and columns nobody is bound to", () => {
    expect(shown({ onlyGaps: true }).names).toEqual(["unassigned"]);
    const { names, columns } = shown({ onlyGaps: true }, ["goal:tides"]);
    expect(names).toEqual(["ports", "guards", "unassigned"]);
    expect(columns.map((c) => c.gap)).toEqual([true, false]);
  });

  it("keeps the lines of a group together", () => {
    expect(shown({ group: "document" }).rows.map((r) => [r.head.id, r.group])).toEqual([
      ["ports", "doc north"],
      ["unassigned", "doc north"],
      ["guards", "several"],
    ]);
    expect(shown({ columnGroup: "parent" }).columns.map((c) => c.group)).toEqual(["none", "none"]);
  });
});

describe("shade", () => {
  it("grows with the count and stays between 0 and 1", () => {
    expect(shade(1, 1)).toBeGreaterThan(0);
    expect(shade(9, 9)).toBe(1);
    expect(shade(2, 9)).toBeLessThan(shade(5, 9));
  });
});
