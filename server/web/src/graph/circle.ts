// The circle: all nodes on an ellipse that fills the stage, kind by kind, each where its links are short.
import type { GraphNode } from "../api/types";
import { ACTOR_KINDS, TARGET_KINDS } from "../api/types";
import { layered, type Point, type Stage } from "./layered";
import type { Network } from "./network";

const SIDE_MARGIN = 150;
const TOP_MARGIN = 44;
const KINDS: readonly string[] = [...ACTOR_KINDS, ...TARGET_KINDS];

/** Lays a network out on a circle: actors on the left half, what they serve on the right one. */
export function circular(network: Network, stage: Stage): { positions: Map<string, Point>; pitch: number } {
  const { positions: rows } = layered(network, { width: 100, height: 100 });
  const height = (n: GraphNode) => rows.get(n.id)?.y ?? 0;
  const order = (n: GraphNode) => KINDS.indexOf(n.kind);
  const side = (group: string) =>
    network.nodes.filter((n) => n.group === group).sort((a, b) => order(a) - order(b) || height(a) - height(b) || (a.id < b.id ? -1 : 1));
  const around = [...side("target"), ...side("actor").reverse()];
  const targets = side("target").length;
  const [rx, ry] = [Math.max(40, stage.width / 2 - Math.min(SIDE_MARGIN, stage.width / 4)), Math.max(40, stage.height / 2 - TOP_MARGIN)];
  const positions = new Map(
    around.map((node, i) => {
      // Each side has its half, so that actors and what they serve face each other. Rows stand equally far apart,
      // so that captions do not run into each other where the circle is steep.
      const [side, n, nth] = i < targets ? [1, targets, i] : [-1, around.length - targets, around.length - 1 - i];
      const down = ((nth + 0.5) / Math.max(1, n)) * 2 - 1;
      return [node.id, { x: stage.width / 2 + side * rx * Math.sqrt(1 - down * down), y: stage.height / 2 + ry * down }] as const;
    }),
  );
  const most = Math.max(targets, around.length - targets, 1);
  return { positions, pitch: Math.min(56, (2 * ry) / most) };
}
