// The graph as the page shows it: actors, what they serve, and one link for
// each pair and force. Pure functions from the server's answer to what is drawn.
import type { GraphAnswer, GraphNode } from "../api/types";
import { FORCES, TARGET_KINDS, type Force } from "../api/types";
import { linkKey } from "../state/address";

export interface Link {
  key: string;
  source: string;
  target: string;
  force: Force;
  /** Number of statements behind the link. */
  count: number;
}

export interface Network {
  nodes: GraphNode[];
  links: Link[];
}

export const EMPTY: Network = { nodes: [], links: [] };

/** Derived from the links of a force, which say the same and more. */
const SUMMARY_PREDICATE = "responsibleFor";

/** Makes one link of all edges with the same ends and force, and leaves out edges without either. */
export function toNetwork(answer: GraphAnswer): Network {
  const known = new Set(answer.nodes.map((n) => n.id));
  const links = new Map<string, Link>();
  for (const edge of answer.edges) {
    if (edge.predicate === SUMMARY_PREDICATE || !isForce(edge.force)) continue;
    if (!known.has(edge.source) || !known.has(edge.target)) continue;
    const { source, target, force } = edge;
    const key = linkKey({ source, force, target });
    const before = links.get(key)?.count ?? 0;
    links.set(key, { key, source, target, force, count: before + edge.count });
  }
  return { nodes: withDistinct(answer), links: [...links.values()] };
}

/** Counts each statement once at a node, though it may make several of its links. */
function withDistinct(answer: GraphAnswer): GraphNode[] {
  const behind = new Map<string, Set<string>>();
  for (const edge of answer.edges) {
    for (const end of [edge.source, edge.target]) {
      const ids = behind.get(end) ?? new Set();
      for (const id of edge.statements ?? []) ids.add(id);
      behind.set(end, ids);
    }
  }
  return answer.nodes.map((n) => ({ ...n, statements: behind.get(n.id)?.size || n.statements }));
}

/**
 * Leaves out the kinds and forces named in `hidden`, and the nodes that only hung on them.
 * A node that never had a link stays: a goal that nobody serves is worth seeing.
 */
export function narrow(network: Network, hidden: ReadonlySet<string>): Network {
  if (hidden.size === 0) return network;
  const shown = new Set(network.nodes.filter((n) => !hidden.has(n.kind)).map((n) => n.id));
  const links = network.links.filter((l) => !hidden.has(l.force) && shown.has(l.source) && shown.has(l.target));
  const linkedBefore = ends(network.links);
  const linkedNow = ends(links);
  const nodes = network.nodes.filter((n) => shown.has(n.id) && (linkedNow.has(n.id) || !linkedBefore.has(n.id)));
  return { nodes, links };
}

/** Counts nodes by kind and statements by force: the numbers beside the legend's entries. */
export function tally(network: Network): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, n: number) => counts.set(name, (counts.get(name) ?? 0) + n);
  for (const node of network.nodes) add(node.kind, 1);
  for (const link of network.links) add(link.force, link.count);
  return counts;
}

/** The links at a node, strongest duty and most statements first. */
export function linksOf(network: Network, iri: string): Link[] {
  return network.links.filter((l) => l.source === iri || l.target === iri).sort(byWeight);
}

/** Orders links by number of statements, then by force, then by key, so that equal input looks equal. */
export function byWeight(a: Link, b: Link): number {
  return b.count - a.count || FORCES.indexOf(a.force) - FORCES.indexOf(b.force) || (a.key < b.key ? -1 : 1);
}

/** The selected thing and all that touches it; null when nothing shown is selected. */
export function neighbourhood(network: Network, key: string | null): { nodes: Set<string>; links: Set<string> } | null {
  if (key === null) return null;
  const links = network.links.filter((l) => l.key === key || l.source === key || l.target === key);
  if (links.length === 0 && !network.nodes.some((n) => n.id === key)) return null;
  const nodes = ends(links);
  if (links.length === 0 || !links.some((l) => l.key === key)) nodes.add(key);
  return { nodes, links: new Set(links.map((l) => l.key)) };
}

export function isTarget(kind: string): boolean {
  return (TARGET_KINDS as readonly string[]).includes(kind);
}

export function isForce(force: string): force is Force {
  return (FORCES as readonly string[]).includes(force);
}

function ends(links: Link[]): Set<string> {
  return new Set(links.flatMap((l) => [l.source, l.target]));
}
