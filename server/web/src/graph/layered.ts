// The layered layout: actors in one column, what they serve in another, each
// ordered so that links cross little. Positions are in pixels of the stage, y down.
import type { GraphNode } from "../api/types";
import { TARGET_KINDS } from "../api/types";
import { isTarget, type Link, type Network } from "./network";

export interface Point {
  x: number;
  y: number;
}

export interface Layered {
  positions: Map<string, Point>;
  /** Distance of two rows in the fuller column, in pixels: nodes and captions must be smaller than this. */
  pitch: number;
}

export interface Stage {
  width: number;
  height: number;
}

const MARGIN = 28;
const MAX_PITCH = 56;
/** Gap between the kinds of target, in rows. */
const GROUP_GAP = 0.7;
const SWEEPS = 6;

/** Lays a network out on a stage. The same network and stage give the same positions. */
export function layered(network: Network, stage: Stage): Layered {
  const actors = network.nodes.filter((n) => n.group === "actor").sort(byStatements);
  const targets = network.nodes.filter((n) => n.group === "target").sort(byStatements);
  const groups = byKind(targets);
  untangle(actors, groups, network.links);
  const positions = new Map<string, Point>();
  const left = stage.width * columnShare(stage.width);
  const pitches = [
    place(positions, [actors], left, stage.height),
    place(positions, groups, stage.width - left, stage.height),
  ];
  return { positions, pitch: Math.min(...pitches) };
}

/** Targets kind by kind; what is of a kind that this page does not know comes last. */
function byKind(targets: GraphNode[]): GraphNode[][] {
  const known = TARGET_KINDS.map((kind) => targets.filter((n) => n.kind === kind));
  return [...known, targets.filter((n) => !isTarget(n.kind))].filter((g) => g.length > 0);
}

/** Columns stand far enough from the edge for the labels outside them. */
export function columnShare(width: number): number {
  return width < 560 ? 0.34 : 0.305;
}

/** Places a column around the middle of the stage; returns the distance of its rows. */
function place(at: Map<string, Point>, groups: GraphNode[][], x: number, height: number): number {
  const rows = groups.reduce((n, g) => n + g.length, 0) - 1 + GROUP_GAP * (groups.length - 1);
  const pitch = Math.min(MAX_PITCH, Math.max(0, height - 2 * MARGIN) / Math.max(1, rows));
  let y = (height - rows * pitch) / 2;
  for (const group of groups) {
    for (const node of group) {
      at.set(node.id, { x, y });
      y += pitch;
    }
    y += GROUP_GAP * pitch;
  }
  return pitch;
}

/** Reorders actors and each group of targets in place by the mean position of their neighbours. */
function untangle(actors: GraphNode[], groups: GraphNode[][], links: Link[]): void {
  const toTargets = adjacency(links, "source", "target");
  const toActors = adjacency(links, "target", "source");
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const actorAt = ranks(actors);
    for (const group of groups) sortByMean(group, toActors, actorAt);
    sortByMean(actors, toTargets, ranks(groups.flat()));
  }
}

type Adjacency = Map<string, { id: string; weight: number }[]>;

function adjacency(links: Link[], from: "source" | "target", to: "source" | "target"): Adjacency {
  const out: Adjacency = new Map();
  for (const link of links) {
    const list = out.get(link[from]) ?? [];
    list.push({ id: link[to], weight: link.count });
    out.set(link[from], list);
  }
  return out;
}

/** Places in a column as shares of its length, so that a long and a short column compare. */
function ranks(nodes: GraphNode[]): Map<string, number> {
  return new Map(nodes.map((n, i) => [n.id, (i + 0.5) / nodes.length]));
}

function sortByMean(nodes: GraphNode[], neighbours: Adjacency, at: Map<string, number>): void {
  const own = ranks(nodes);
  const mean = new Map(nodes.map((n) => [n.id, weightedMean(neighbours.get(n.id), at) ?? own.get(n.id) ?? 0]));
  nodes.sort((a, b) => (mean.get(a.id) ?? 0) - (mean.get(b.id) ?? 0) || byStatements(a, b));
}

function weightedMean(list: { id: string; weight: number }[] | undefined, at: Map<string, number>): number | null {
  let sum = 0;
  let weight = 0;
  for (const item of list ?? []) {
    const rank = at.get(item.id);
    if (rank === undefined) continue;
    sum += rank * item.weight;
    weight += item.weight;
  }
  return weight > 0 ? sum / weight : null;
}

function byStatements(a: GraphNode, b: GraphNode): number {
  return b.statements - a.statements || (a.id < b.id ? -1 : 1);
}
