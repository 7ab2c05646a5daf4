// Dragging nodes on the stage, and telling a drag from a click.
import type Graph from "graphology";
import type Sigma from "sigma";
import type { Point } from "./layered";
import type { LinkAttributes, NodeAttributes } from "./stage";

export interface DragEvents {
  /** The nodes that go along with the one that is dragged, itself included. */
  company: (iri: string) => string[];
  /** A node has moved; its links have to follow. */
  onMove: (iri: string) => void;
  /** The nodes are let go, at these places in pixels of the layout. */
  onDrop: (places: Map<string, Point>) => void;
}

/** How far, in pixels, the pointer goes before a press becomes a drag. */
const SLACK = 4;

export class Dragging {
  readonly #graph: Graph<NodeAttributes, LinkAttributes>;
  #held: { nodes: string[]; last: Point; from: Point; moving: boolean } | null = null;
  #swallow = false;

  constructor(sigma: Sigma<NodeAttributes, LinkAttributes>, graph: Graph<NodeAttributes, LinkAttributes>, events: DragEvents) {
    this.#graph = graph;
    const forget = () => (this.#swallow = false);
    sigma.on("downStage", forget);
    sigma.on("downEdge", forget);
    sigma.on("downNode", ({ node, event }) => {
      forget();
      this.#held = { nodes: events.company(node), last: sigma.viewportToGraph(event), from: event, moving: false };
    });
    sigma.on("moveBody", (e) => {
      const held = this.#held;
      if (!held) return;
      e.preventSigmaDefault();
      e.event.original.preventDefault();
      held.moving ||= Math.hypot(e.event.x - held.from.x, e.event.y - held.from.y) > SLACK;
      if (held.moving) this.#move(held, sigma.viewportToGraph(e.event), events);
    });
    const drop = () => {
      const held = this.#held;
      this.#held = null;
      if (!held?.moving) return;
      this.#swallow = true;
      events.onDrop(new Map(held.nodes.flatMap((iri) => this.#place(iri))));
    };
    sigma.on("upNode", drop);
    sigma.on("upEdge", drop);
    sigma.on("upStage", drop);
  }

  get busy(): boolean {
    return this.#held?.moving ?? false;
  }

  /** Whether the click that comes now only ends a drag. */
  swallows(): boolean {
    const swallow = this.#swallow;
    this.#swallow = false;
    return swallow;
  }

  #move(held: { nodes: string[]; last: Point }, to: Point, events: DragEvents): void {
    const [dx, dy] = [to.x - held.last.x, to.y - held.last.y];
    held.last = to;
    for (const iri of held.nodes) {
      if (!this.#graph.hasNode(iri)) continue;
      this.#graph.updateNodeAttributes(iri, (data) => ({ ...data, x: data.x + dx, y: data.y + dy }));
      events.onMove(iri);
    }
  }

  #place(iri: string): [string, Point][] {
    if (!this.#graph.hasNode(iri)) return [];
    const { x, y } = this.#graph.getNodeAttributes(iri);
    return [[iri, { x, y: -y }]];
  }
}
