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
  predicates: readonly string[];
  /** IDs of the statements, as far as the server told them. */
  statements: readonly string[];
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
    const before = links.get(key);
    links.set(key, {
      ...{ key, source, target, force, count: (before?.count ?? 0) + edge.count },
      predicates: [...(before?.predicates ?? []), edge.predicate],
      statements: [...(before?.statements ?? []), ...(edge.statements ?? [])],
    });
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

/** Leaves out nodes by their ids, and the links that end in them. */
export function withoutNodes(network: Network, gone: ReadonlySet<string>): Network {
  if (!network.nodes.some((n) => gone.has(n.id))) return network;
  return {
    nodes: network.nodes.filter((n) => !gone.has(n.id)),
    links: network.links.filter((l) => !gone.has(l.source) && !gone.has(l.target)),
  };
}

/** Adds links that are not there yet, where both of their ends are. */
export function withLinks(network: Network, more: readonly Link[]): Network {
  const nodes = new Set(network.nodes.map((n) => n.id));
  const known = new Set(network.links.map((l) => l.key));
  const added = more.filter((l) => !known.has(l.key) && nodes.has(l.source) && nodes.has(l.target));
  return added.length === 0 ? network : { nodes: network.nodes, links: [...network.links, ...added] };
}

/** How many neighbours of a node are not in the drawing. */
export function beyond(node: GraphNode): number {
  return Object.values(node.more ?? {}).reduce((sum, n) => sum + n, 0);
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

/** Whether an IRI is an actor's. */
export function isActor(iri: string): boolean {
  return iri.startsWith("actor:");
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
