// Small made networks for the tests.
import type { Force, GraphAnswer, GraphEdge, GraphNode } from "../api/types";
import { isTarget, toNetwork, type Network } from "../graph/network";

const PREDICATES: Partial<Record<Force, string>> = {
  obligation: "obligedTo",
  commitment: "commitsTo",
  stance: "opposes",
};

/** Node of the kind that its IRI's prefix names. */
export function node(id: string, kind = kindOf(id), statements = 1): GraphNode {
  return { id, label: id.slice(id.indexOf(":") + 1), kind, group: isTarget(kind) ? "target" : "actor", statements };
}

function kindOf(id: string): string {
  const prefix = id.slice(0, id.indexOf(":"));
  return prefix === "actor" ? "State" : prefix.charAt(0).toUpperCase() + prefix.slice(1);
}

export function edge(source: string, force: Force, target: string, count = 1): GraphEdge {
  const predicate = PREDICATES[force] ?? force;
  return { id: `${source} ${predicate} ${target}`, source, target, predicate, force, count, statements: [] };
}

export function answer(edges: GraphEdge[], more: GraphNode[] = []): GraphAnswer {
  const ids = [...new Set(edges.flatMap((e) => [e.source, e.target]))];
  const nodes = [...ids.map((id) => node(id)), ...more];
  return { nodes, edges, total_nodes: nodes.length, total_edges: edges.length, narrowed: false };
}

export function network(edges: GraphEdge[], more: GraphNode[] = []): Network {
  return toNetwork(answer(edges, more));
}
