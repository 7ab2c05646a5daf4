// What came of a query, as a table and as a graph. Pure.
import type { QueryLanguage } from "../../api/query";

export interface Table {
  columns: string[];
  rows: Record<string, unknown>[];
}

/** Name of the column of results that are no objects. */
export const VALUE = "value";

/** Columns in the order in which rows first have them, what a row is first: its id. */
export function tableOf(rows: readonly unknown[]): Table {
  const flat = rows.flatMap(spread);
  const columns = new Set<string>(flat.some((row) => "id" in row) ? ["id"] : []);
  for (const row of flat) for (const name of Object.keys(row)) columns.add(name);
  return { columns: [...columns], rows: flat };
}

/** GraphQL answers with one object of lists or nodes: each of those is a row then. */
function spread(row: unknown): Record<string, unknown>[] {
  if (!isRecord(row)) return [{ [VALUE]: row }];
  const parts = Object.values(row);
  const wrapped = parts.length > 0 && parts.every((part) => isRecord(part) || isRecordList(part));
  return wrapped ? parts.flat().filter(isRecord) : [row];
}

/** A cell as text: lists and objects as JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The IRI that a value is: "<actor:china>" of Gizmo, anything under "id" of GraphQL; null for other values. */
export function iriOf(value: unknown, column: string, language: QueryLanguage): string | null {
  if (typeof value !== "string") return null;
  if (language === "gizmo") return /^<([^<>"\s]+)>$/.exec(value)?.[1] ?? null;
  return column === "id" && /^[^\s:]+:\S+$/.test(value) ? value : null;
}

export interface ResultLink {
  source: string;
  target: string;
  label: string;
}

export interface ResultGraph {
  /** IRI and what it is called, where the results say so. */
  nodes: Map<string, string | null>;
  links: ResultLink[];
}

/** The nodes that results name and the links that they show. */
export function graphOf(rows: readonly unknown[], language: QueryLanguage): ResultGraph {
  const graph: ResultGraph = { nodes: new Map(), links: [] };
  for (const row of rows) {
    if (language === "graphql") walk(graph, row);
    else if (isRecord(row)) addRow(graph, row);
  }
  graph.links = distinct(graph.links);
  return graph;
}

/** A row of Gizmo: source, predicate and target where it has them, else every tag linked to the row's id. */
function addRow(graph: ResultGraph, row: Record<string, unknown>): void {
  const iri = (name: string) => iriOf(row[name], name, "gizmo");
  const [source, target, id] = [iri("source"), iri("target"), iri("id")];
  const label = (column: string) => (typeof row[column] === "string" && !iri(column) ? (row[column] as string) : null);
  if (source && target) {
    note(graph, source, label("sourceLabel"));
    note(graph, target, label("targetLabel") ?? (id === target ? label("label") : null));
    graph.links.push({ source, target, label: iri("predicate") ?? "" });
    return;
  }
  if (id) note(graph, id, label("label"));
  for (const name of Object.keys(row)) {
    const other = name === "id" || name === "predicate" ? null : iri(name);
    if (!other) continue;
    note(graph, other, null);
    if (id && other !== id) graph.links.push({ source: other, target: id, label: iri("predicate") ?? name });
  }
}

/** Objects of GraphQL that have an id, linked by the members that lead from one to another. Returns the object's own id. */
function walk(graph: ResultGraph, value: unknown): void {
  if (Array.isArray(value)) value.forEach((part) => walk(graph, part));
  if (!isRecord(value)) return;
  const id = iriOf(value.id, "id", "graphql");
  if (id) note(graph, id, typeof value["rdfs:label"] === "string" ? value["rdfs:label"] : null);
  for (const [name, member] of Object.entries(value)) {
    for (const part of [member].flat()) {
      const target = isRecord(part) ? iriOf(part.id, "id", "graphql") : null;
      if (id && target) graph.links.push({ source: id, target, label: name });
      walk(graph, part);
    }
  }
}

function note(graph: ResultGraph, iri: string, label: string | null): void {
  graph.nodes.set(iri, graph.nodes.get(iri) ?? label);
}

function distinct(links: ResultLink[]): ResultLink[] {
  const key = (l: ResultLink) => `${l.source}\n${l.label}\n${l.target}`;
  return [...new Map(links.map((l) => [key(l), l])).values()];
}

/** The first nodes, and the links among them. */
export function cutTo(graph: ResultGraph, most: number): ResultGraph {
  if (graph.nodes.size <= most) return graph;
  const nodes = new Map([...graph.nodes].slice(0, most));
  return { nodes, links: graph.links.filter((l) => nodes.has(l.source) && nodes.has(l.target)) };
}

/** A query for the links among nodes; null where it would be too long. */
export function linksAmong(iris: readonly string[], longest: number): string | null {
  const list = iris.map((iri) => JSON.stringify(`<${iri}>`)).join(",");
  const query = `var n = g.V(${list});\nn.tag("source").out(null, "predicate").intersect(n).tag("target").limit(2000).all()`;
  return iris.length > 1 && query.length <= longest ? query : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isRecordList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isRecord);
}
