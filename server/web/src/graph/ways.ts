// A way between two nodes as the server finds it, in terms of the drawing: statements on the way are not nodes of
// the graph but what joins two of them.
import type { Force, Statement, Way } from "../api/types";
import { linkKey } from "../state/address";
import { isActor, type Link } from "./network";

export interface Stop {
  iri: string;
  label: string;
  kind: string;
}

/** One leg: from a node to the next, and the statements that prove it. */
export interface Leg {
  from: Stop;
  to: Stop;
  /** How the link is to be drawn; null where no statement proves it. */
  link: Link | null;
  /** Whether the link runs against the way. */
  reversed: boolean;
  statements: Statement[];
  /** How many statements there are; the server sends the first of them. */
  evidence: number;
}

const STATEMENT = "Statement";

/** The legs of a way from named node to named node. */
export function legsOf(way: Way): Leg[] {
  const legs: Leg[] = [];
  let start: Stop | null = null;
  for (const hop of way.hops) {
    start ??= hop.from;
    if (hop.to.kind === STATEMENT) continue;
    legs.push(leg(start, hop.to, hop.statements, hop.evidence));
    start = null;
  }
  return legs;
}

function leg(from: Stop, to: Stop, statements: Statement[], evidence: number): Leg {
  const [first] = statements;
  const reversed = isActor(to.iri) && (!isActor(from.iri) || (first !== undefined && actorOf(first) === to.iri));
  const [source, target] = reversed ? [to, from] : [from, to];
  const link = first ? linkOf(source.iri, target.iri, first.force, statements) : null;
  return { from, to, link, reversed, statements, evidence };
}

function linkOf(source: string, target: string, force: Force, statements: Statement[]): Link {
  return { key: linkKey({ source, force, target }), source, target, force, count: statements.length, predicates: [], statements: statements.map((s) => s.id) };
}

function actorOf(statement: Statement): string {
  return statement.actor.id.startsWith("actor:") ? statement.actor.id : `actor:${statement.actor.id}`;
}

/** All stops of the legs, in order. */
export function stopsOf(legs: readonly Leg[]): Stop[] {
  const [first] = legs;
  return first ? [first.from, ...legs.map((l) => l.to)] : [];
}

/** Ways through the same stops are one: its legs have the statements of all. */
export function distinct(ways: readonly Leg[][]): Leg[][] {
  const found = new Map<string, Leg[]>();
  for (const legs of ways) {
    const key = stopsOf(legs).map((s) => s.iri).join(" ");
    const known = found.get(key);
    found.set(key, known ? known.map((leg, i) => merged(leg, legs[i])) : legs);
  }
  return [...found.values()];
}

function merged(leg: Leg, other: Leg | undefined): Leg {
  const known = new Set(leg.statements.map((s) => s.id));
  const more = other?.statements.filter((s) => !known.has(s.id)) ?? [];
  const statements = [...leg.statements, ...more];
  return { ...leg, link: leg.link ?? other?.link ?? null, statements, evidence: Math.max(leg.evidence, other?.evidence ?? 0, statements.length) };
}
