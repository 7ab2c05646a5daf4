// Puts a matrix as the server sends it into the order and form in which it is shown. Pure.
import { FORCES, UNASSIGNED, type Force } from "../../api/types";
import type { Heading, Matrix } from "../../api/responsibilities";
import type { Grouping, ResponsibilitiesState } from "./address";

/** A row or a column. */
export interface Line {
  head: Heading;
  /** Statements of the forces shown. */
  count: number;
  strongest: Force;
  /** The row of the missing actor, or a column that nobody named is bound to. */
  gap: boolean;
  group: string;
}

export interface Shown {
  count: number;
  strongest: Force;
  forces: Partial<Record<Force, number>>;
}

export interface Arranged {
  rows: Line[];
  columns: Line[];
  cell: (row: Line, column: Line) => Shown | undefined;
  cells: number;
  /** Count of the fullest cell. */
  most: number;
}

/** What a grouping calls its groups. */
export interface GroupNames {
  kind: (kind: string) => string;
  document: (id: string) => string;
  several: string;
  noParent: string;
}

type Order = Pick<ResponsibilitiesState, "sort" | "columnSort" | "group" | "columnGroup" | "hidden" | "onlyGaps">;

export const isGap = (head: Heading) => head.id === UNASSIGNED;

/** Filters, sorts and groups; `unbound` holds the IRIs of columns that nobody named is bound to. */
export function arrange(matrix: Matrix, order: Order, unbound: ReadonlySet<string>, names: GroupNames): Arranged {
  const cells = visibleCells(matrix, order, unbound);
  const key = (row: string, column: string) => `${row}\n${column}`;
  const byKey = new Map<string, Shown>();
  for (const c of cells) byKey.set(key(c.row.iri, c.column.iri), c.shown);
  const cell = (row: Line, column: Line) => byKey.get(key(row.head.iri, column.head.iri));
  const lines = (heads: Heading[], grouping: Grouping, gap: (head: Heading) => boolean): Line[] =>
    heads.map((head) => ({ head, ...total(head, order.hidden), gap: gap(head), group: groupOf(head, grouping, names) }));
  const [there, across] = [new Set(cells.map((c) => c.row)), new Set(cells.map((c) => c.column))];
  const rows = lines(matrix.rows.filter((h) => there.has(h)), order.group, isGap);
  const columns = lines(matrix.columns.filter((h) => across.has(h)), order.columnGroup, (h) => unbound.has(h.iri));
  return {
    rows: sorted(rows, order.sort, (row, by) => byKey.get(key(row, by))),
    columns: sorted(columns, order.columnSort, (column, by) => byKey.get(key(by, column))),
    cell,
    cells: cells.length,
    most: cells.reduce((most, c) => Math.max(most, c.shown.count), 0),
  };
}

interface Visible {
  row: Heading;
  column: Heading;
  shown: Shown;
}

function visibleCells(matrix: Matrix, { hidden, onlyGaps }: Order, unbound: ReadonlySet<string>): Visible[] {
  const found: Visible[] = [];
  for (const c of matrix.cells) {
    const [row, column] = [matrix.rows[c.row], matrix.columns[c.column]];
    if (!row || !column || hidden.has(row.kind) || hidden.has(column.kind)) continue;
    if (onlyGaps && !isGap(row) && !unbound.has(column.iri)) continue;
    const shown = shownOf(c.forces, hidden);
    if (shown) found.push({ row, column, shown });
  }
  return found;
}

function shownOf(forces: Record<string, number>, hidden: ReadonlySet<string>): Shown | null {
  const there = FORCES.filter((f) => (forces[f] ?? 0) > 0 && !hidden.has(f));
  const [strongest] = there;
  if (!strongest) return null;
  const kept = Object.fromEntries(there.map((f) => [f, forces[f] ?? 0]));
  return { count: Object.values(kept).reduce((a, b) => a + b, 0), strongest, forces: kept };
}

function total(head: Heading, hidden: ReadonlySet<string>): { count: number; strongest: Force } {
  const shown = shownOf(head.counts.by_force, hidden);
  return { count: shown?.count ?? 0, strongest: shown?.strongest ?? "stance" };
}

function groupOf(head: Heading, grouping: Grouping, names: GroupNames): string {
  switch (grouping) {
    case "kind":
      return names.kind(head.kind);
    case "document":
      return head.documents.length === 1 ? names.document(head.documents[0] ?? "") : names.several;
    case "parent":
      return head.parent?.label ?? names.noParent;
    default:
      return "";
  }
}

/** Groups come by the order of their first line, within a group lines by what is sorted by. */
function sorted(lines: Line[], by: string, cellBy: (iri: string, by: string) => Shown | undefined): Line[] {
  const inOrder = lines.toSorted(comparison(by, cellBy));
  const groups = new Map<string, Line[]>();
  for (const line of inOrder) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  return [...groups.values()].flat();
}

function comparison(by: string, cellBy: (iri: string, by: string) => Shown | undefined): (a: Line, b: Line) => number {
  const strength = (f: Force) => FORCES.indexOf(f);
  const name = (a: Line, b: Line) => a.head.label.localeCompare(b.head.label, "en");
  const rest = (a: Line, b: Line) => b.count - a.count || name(a, b) || a.head.iri.localeCompare(b.head.iri);
  switch (by) {
    case "count":
      return rest;
    case "name":
      return (a, b) => name(a, b) || rest(a, b);
    case "force":
      return (a, b) => strength(a.strongest) - strength(b.strongest) || rest(a, b);
    default:
      return (a, b) => (cellBy(b.head.iri, by)?.count ?? 0) - (cellBy(a.head.iri, by)?.count ?? 0) || rest(a, b);
  }
}

/** How dark a cell is, 0 to 1: grows with its count, ever more slowly. */
export function shade(count: number, most: number): number {
  return most <= 1 ? 0.35 : 0.15 + 0.85 * (Math.log2(count) / Math.log2(most));
}
