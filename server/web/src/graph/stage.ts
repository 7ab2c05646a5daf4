// The drawn graph: wraps Sigma, so that the rest of the page deals in networks,
// positions and a selection, and never in WebGL.
import Graph from "graphology";
import Sigma from "sigma";
import type { CameraState, EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { GraphNode } from "../api/types";
import { CaptionLayer, type CaptionState } from "./captionLayer";
import type { Point, Stage as Size } from "./layered";
import { RibbonProgram, type LinkExtras } from "./linkProgram";
import type { Network } from "./network";
import { ShapeProgram, type NodeExtras } from "./nodeProgram";
import { DASHES, linkOpacity, linkWidth, nodeRadius, readTheme, SHAPES, shapeOf, type Theme } from "./style";

export interface Drawing {
  network: Network;
  positions: Map<string, Point>;
  /** Columns: captions stand outside them and links sway between them. */
  columns: boolean;
  /** Distance of two rows of a column in pixels, or what there is between nodes otherwise. */
  pitch: number;
}

/** What to bring forward; everything else steps back. Null: all alike. */
export interface Emphasis {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

export interface StageEvents {
  onNode: (iri: string) => void;
  onLink: (key: string) => void;
  onNothing: () => void;
  /** What the pointer is on, and where on the stage; null when on nothing. */
  onHover: (hover: Hover | null) => void;
}

export interface Hover extends Point {
  type: "node" | "link";
  key: string;
}

type NodeAttributes = GraphNode & Point & { size: number };
interface LinkAttributes {
  force: keyof typeof DASHES;
  count: number;
  size: number;
  aside: number;
}

const MIN_RADIUS = 2.5;
const MIN_WIDTH = 1.2;
const FAINT_NODE = 0.22;
const FAINT_LINK = 0.07;

export class GraphStage {
  readonly #sigma: Sigma<NodeAttributes, LinkAttributes>;
  readonly #captions: CaptionLayer;
  readonly #graph = new Graph<NodeAttributes, LinkAttributes>({ multi: true, type: "directed" });
  #theme: Theme = readTheme();
  #emphasis: Emphasis | null = null;
  #selected: string | null = null;
  #hovered: string | null = null;
  #columns = true;
  #pitch = 0;
  #moved: { from: CameraState; to: Point } | null = null;

  constructor(container: HTMLElement, events: StageEvents) {
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      defaultNodeType: "shape",
      defaultEdgeType: "ribbon",
      nodeProgramClasses: { shape: ShapeProgram as never },
      edgeProgramClasses: { ribbon: RibbonProgram as never },
      enableEdgeEvents: true,
      renderLabels: false,
      renderEdgeLabels: false,
      defaultDrawNodeHover: () => undefined,
      stagePadding: 0,
      zIndex: true,
      minCameraRatio: 0.08,
      maxCameraRatio: 2,
      doubleClickZoomingRatio: 1,
      zoomDuration: motion(200),
      inertiaDuration: motion(200),
      nodeReducer: (iri, data) => this.#nodeLook(iri, data),
      edgeReducer: (key, data) => this.#linkLook(key, data),
    });
    const canvas = this.#sigma.createCanvas("captions", { beforeLayer: "mouse" });
    this.#captions = new CaptionLayer(canvas);
    this.#sigma.on("afterRender", () => this.#drawCaptions());
    this.#listen(events);
  }

  /** Shows a drawing in place of the present one. The camera stays where it is. */
  show(drawing: Drawing, size: Size): void {
    this.#columns = drawing.columns;
    this.#pitch = drawing.pitch;
    this.#graph.clear();
    for (const node of drawing.network.nodes) {
      const at = drawing.positions.get(node.id);
      if (!at) continue;
      const size = Math.min(nodeRadius(node.statements), Math.max(MIN_RADIUS, drawing.pitch * 0.46));
      this.#graph.addNode(node.id, { ...node, x: at.x, y: -at.y, size });
    }
    this.#addLinks(drawing.network);
    this.#sigma.setCustomBBox({ x: [0, size.width], y: [-size.height, 0] });
    this.#sigma.resize();
    this.#sigma.refresh();
  }

  emphasise(emphasis: Emphasis | null, selected: string | null): void {
    this.#emphasis = emphasis;
    this.#selected = selected;
    this.#restyle();
  }

  /** Takes over the colours that the style sheet now gives. */
  retheme(): void {
    this.#theme = readTheme();
    this.#restyle();
  }

  /** Moves the camera so that a node is in sight: not off the stage, nor in the `covered` pixels at its bottom. */
  reveal(iri: string, covered: number): void {
    const at = this.position(iri);
    if (!at) return;
    const { width, height } = this.#sigma.getDimensions();
    const middle = { x: shift(at.x, width, width), y: shift(at.y, height - covered, height) };
    if (middle.x === width / 2 && middle.y === height / 2) return;
    const camera = this.#sigma.getCamera();
    const { x, y } = this.#sigma.viewportToFramedGraph(middle);
    this.#moved = { from: this.#moved?.from ?? camera.getState(), to: { x, y } };
    void camera.animate({ x, y }, { duration: motion(350) });
  }

  /** Goes back to where the camera stood before it revealed something, unless the reader has moved it since. */
  settle(): void {
    const moved = this.#moved;
    this.#moved = null;
    if (!moved) return;
    const camera = this.#sigma.getCamera();
    const { x, y } = camera.getState();
    const still = Math.abs(x - moved.to.x) + Math.abs(y - moved.to.y) < 1e-3 || camera.isAnimated();
    if (still) void camera.animate(moved.from, { duration: motion(250) });
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: motion(180) });
  }

  fit(): void {
    void this.#sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: motion(250) });
  }

  /** Where a node stands on the stage, in CSS pixels; null where it is not drawn. */
  position(iri: string): Point | null {
    if (!this.#graph.hasNode(iri)) return null;
    const { x, y } = this.#graph.getNodeAttributes(iri);
    return this.#sigma.graphToViewport({ x, y });
  }

  destroy(): void {
    this.#sigma.kill();
  }

  #addLinks(network: Network): void {
    const widest = this.#columns ? Math.max(MIN_WIDTH, this.#pitch * 0.6) : Infinity;
    const seen = new Map<string, number>();
    const twins = new Map<string, number>();
    for (const l of network.links) twins.set(l.source + l.target, (twins.get(l.source + l.target) ?? 0) + 1);
    for (const l of network.links) {
      if (!this.#graph.hasNode(l.source) || !this.#graph.hasNode(l.target)) continue;
      const pair = l.source + l.target;
      const nth = seen.get(pair) ?? 0;
      seen.set(pair, nth + 1);
      const aside = (nth - ((twins.get(pair) ?? 1) - 1) / 2) * 6;
      const look = { force: l.force, count: l.count, size: Math.min(widest, linkWidth(l.count)), aside };
      this.#graph.addEdgeWithKey(l.key, l.source, l.target, look);
    }
  }

  #listen(events: StageEvents): void {
    const s = this.#sigma;
    const hover = (type: Hover["type"], key: string, at: Point) => {
      this.#hovered = key;
      s.getContainer().dataset.pointing = type;
      events.onHover({ type, key, x: at.x, y: at.y });
      this.#restyle();
    };
    const leave = () => {
      this.#hovered = null;
      delete s.getContainer().dataset.pointing;
      events.onHover(null);
      this.#restyle();
    };
    s.on("clickNode", ({ node }) => events.onNode(node));
    s.on("clickEdge", ({ edge }) => events.onLink(edge));
    s.on("clickStage", () => events.onNothing());
    s.on("doubleClickNode", (e) => e.preventSigmaDefault());
    s.on("enterNode", ({ node, event }) => hover("node", node, event));
    s.on("enterEdge", ({ edge, event }) => hover("link", edge, event));
    s.on("leaveNode", leave);
    s.on("leaveEdge", leave);
  }

  #restyle(): void {
    this.#sigma.refresh({ skipIndexation: true, schedule: true });
  }

  /** What is brought forward now: the thing under the pointer with its neighbours, else the emphasis. */
  #forward(): Emphasis | null {
    const key = this.#hovered;
    if (key !== null && this.#emphasis === null) {
      if (this.#graph.hasNode(key)) {
        return { nodes: new Set([key, ...this.#graph.neighbors(key)]), links: new Set(this.#graph.edges(key)) };
      }
      if (this.#graph.hasEdge(key)) {
        return { nodes: new Set(this.#graph.extremities(key)), links: new Set([key]) };
      }
    }
    return this.#emphasis;
  }

  #nodeLook(iri: string, data: NodeAttributes): Partial<NodeDisplayData & NodeExtras> {
    const forward = this.#forward();
    const near = !forward || forward.nodes.has(iri) || iri === this.#hovered;
    const chosen = iri === this.#selected || iri === this.#hovered;
    return {
      ...data,
      label: null,
      color: this.#theme.kind(data.kind),
      shape: SHAPES[shapeOf(data.kind)],
      halo: chosen ? 1 : 0,
      opacity: near ? 1 : FAINT_NODE,
      zIndex: chosen ? 2 : near ? 1 : 0,
    };
  }

  #linkLook(key: string, data: LinkAttributes): Partial<EdgeDisplayData & LinkExtras> {
    const forward = this.#forward();
    const near = forward?.links.has(key) || key === this.#hovered;
    return {
      ...data,
      label: null,
      color: this.#theme.force(data.force),
      dash: DASHES[data.force],
      sway: this.#columns ? 1 : 0,
      aside: data.aside * (this.#columns ? 0.5 : 1),
      size: key === this.#selected || key === this.#hovered ? data.size + 1.5 : data.size,
      opacity: near ? 1 : forward ? FAINT_LINK : linkOpacity(this.#graph.size),
      zIndex: near ? 1 : 0,
    };
  }

  #drawCaptions(): void {
    const forward = this.#forward();
    const state: CaptionState = {
      size: this.#sigma.getDimensions(),
      theme: this.#theme,
      columns: this.#columns,
      pitch: this.#pitch / this.#sigma.getCamera().ratio,
      items: this.#graph.mapNodes((iri, data) => ({
        id: iri,
        text: data.label,
        ...this.#sigma.graphToViewport({ x: data.x, y: data.y }),
        radius: this.#sigma.scaleSize(data.size),
        side: !this.#columns ? "below" : data.group === "actor" ? "left" : "right",
        rank: this.#rank(iri, data, forward),
        bold: iri === this.#selected,
        faint: forward !== null && !forward.nodes.has(iri) && iri !== this.#hovered,
      })),
    };
    this.#captions.draw(state);
  }

  #rank(iri: string, data: NodeAttributes, forward: Emphasis | null): number {
    if (iri === this.#selected || iri === this.#hovered) return 1e9;
    return data.statements + (forward?.nodes.has(iri) ? 1e6 : 0);
  }
}

/** How long a movement takes: no time at all for readers who asked for less motion. */
function motion(milliseconds: number): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : milliseconds;
}

/**
 * The pixel that has to come to the middle of the stage for `at` to come into the first `free`
 * of its pixels; the middle itself where it is there already.
 */
function shift(at: number, free: number, whole: number): number {
  const margin = Math.min(24, free / 8);
  return at > margin && at < free - margin ? whole / 2 : at + (whole - free) / 2;
}
