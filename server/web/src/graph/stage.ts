// The drawn graph: wraps Sigma, so that the rest of the page deals in networks,
// positions and a selection, and never in WebGL.
import Graph from "graphology";
import Sigma from "sigma";
import type { CameraState, EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { Force, GraphNode } from "../api/types";
import { CaptionLayer } from "./captionLayer";
import { captionSide, type Form } from "./captions";
import { courseOf, curveOf, lanes, type Course } from "./curve";
import { Dragging } from "./dragging";
import type { Point, Stage as Size } from "./layered";
import { RibbonProgram, type Bend, type LinkExtras } from "./linkProgram";
import { beyond, type Link, type Network } from "./network";
import { ShapeProgram, type NodeExtras } from "./nodeProgram";
import { DASHES, linkOpacity, linkWidth, nodeRadius, readTheme, SHAPES, shapeOf, type Theme } from "./style";

export interface Drawing {
  network: Network;
  /** The stage that it was laid out for. */
  size: Size;
  positions: Map<string, Point>;
  /** Columns: captions stand outside them and links sway between them. */
  form: Form;
  /** Distance of two rows of a column in pixels, or what there is between nodes otherwise. */
  pitch: number;
  /** Nodes that stay where the reader put them. */
  pinned: ReadonlySet<string>;
}

/** What to bring forward; everything else steps back. Null: all alike. */
export interface Emphasis {
  nodes: ReadonlySet<string>;
  links: ReadonlySet<string>;
}

export interface StageEvents {
  /** `extend`: with the key that adds to a selection. */
  onNode: (iri: string, extend: boolean) => void;
  onDouble: (iri: string) => void;
  onLink: (key: string) => void;
  onNothing: () => void;
  /** Nodes were dragged to new places, in pixels of the layout. */
  onMoved: (places: Map<string, Point>) => void;
  /** What the pointer is on, and where on the stage; null when on nothing. */
  onHover: (hover: Hover | null) => void;
}

export interface Hover extends Point {
  type: "node" | "link";
  key: string;
}

export type NodeAttributes = GraphNode & Point & { size: number };
export interface LinkAttributes {
  force: Force;
  size: number;
  course: Course;
  nth: number;
  twins: number;
  bend: Bend;
}

const MIN_RADIUS = 2.5;
const MIN_WIDTH = 1.2;
const FAINT_NODE = 0.22;
const FAINT_LINK = 0.07;
/** A double click is one on the node of the click before, even where that has moved the graph, within these milliseconds. */
const DOUBLE = 1000;

export class GraphStage {
  readonly #sigma: Sigma<NodeAttributes, LinkAttributes>;
  readonly #captions: CaptionLayer;
  readonly #dragging: Dragging;
  readonly #graph = new Graph<NodeAttributes, LinkAttributes>({ multi: true, type: "directed" });
  #theme: Theme = readTheme();
  #emphasis: Emphasis | null = null;
  #selected: string | null = null;
  #picked: ReadonlySet<string> = new Set();
  #hovered: string | null = null;
  /** What is brought forward, worked out once for each change. */
  #front: Emphasis | null = null;
  #form: Form = "columns";
  #pitch = 0;
  #frame = 1;
  #pinned: ReadonlySet<string> = new Set();
  #moved: { from: CameraState; to: Point } | null = null;
  #clicked = { iri: "", at: -Infinity };

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
    this.#dragging = new Dragging(this.#sigma, this.#graph, {
      company: (iri) => (this.#picked.has(iri) ? [...this.#picked] : [iri]),
      onMove: (iri) => this.#rebend(iri),
      onDrop: events.onMoved,
    });
    this.#listen(events);
  }

  /** Shows a drawing in place of the present one. The camera stays where it is. */
  show(drawing: Drawing): void {
    const { size } = drawing;
    this.#form = drawing.form;
    this.#pitch = drawing.pitch;
    this.#pinned = drawing.pinned;
    this.#frame = Math.max(size.width, size.height, 1);
    this.#hovered = null;
    this.#graph.clear();
    for (const node of drawing.network.nodes) {
      const at = drawing.positions.get(node.id);
      if (!at) continue;
      const radius = Math.min(nodeRadius(node.statements), Math.max(MIN_RADIUS, drawing.pitch * 0.46));
      this.#graph.addNode(node.id, { ...node, x: at.x, y: -at.y, size: radius });
    }
    this.#addLinks(drawing.network.links);
    this.#sigma.setCustomBBox({ x: [0, size.width], y: [-size.height, 0] });
    this.#refocus();
    this.#sigma.resize();
    this.#sigma.refresh();
  }

  emphasise(emphasis: Emphasis | null, selected: string | null, picked: ReadonlySet<string>): void {
    this.#emphasis = emphasis;
    this.#selected = selected;
    this.#picked = picked;
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

  /** Where all nodes stand on the stage, in CSS pixels. */
  places(): Map<string, Point> {
    return new Map(this.#graph.mapNodes((iri, { x, y }) => [iri, this.#sigma.graphToViewport({ x, y })] as const));
  }

  /** A point in the middle of a link as drawn, in CSS pixels; null where it is not drawn. */
  middle(key: string): Point | null {
    if (!this.#graph.hasEdge(key)) return null;
    const [a, b, c, d] = this.#curve(key, this.#graph.getEdgeAttributes(key));
    const at = (p: number, q: number, r: number, s: number) => (p + 3 * q + 3 * r + s) / 8;
    return this.#sigma.graphToViewport({ x: at(a.x, b.x, c.x, d.x), y: -at(a.y, b.y, c.y, d.y) });
  }

  destroy(): void {
    this.#sigma.kill();
  }

  #addLinks(links: readonly Link[]): void {
    const widest = this.#form === "columns" ? Math.max(MIN_WIDTH, this.#pitch * 0.6) : Infinity;
    const drawn = links.filter((l) => this.#graph.hasNode(l.source) && this.#graph.hasNode(l.target));
    const places = lanes(drawn);
    for (const l of drawn) {
      const [source, target] = [this.#graph.getNodeAttribute(l.source, "group"), this.#graph.getNodeAttribute(l.target, "group")];
      const course = courseOf(this.#form === "columns", l, { source, target });
      const { nth, twins } = places.get(l.key) ?? { nth: 0, twins: 1 };
      const size = Math.min(widest, linkWidth(l.count));
      const look: LinkAttributes = { force: l.force, size, course, nth, twins, bend: [0, 0, 0, 0, 0, 0, 0, 0] };
      this.#graph.addEdgeWithKey(l.key, l.source, l.target, look);
      this.#graph.setEdgeAttribute(l.key, "bend", this.#bend(l.key, look));
    }
  }

  /** The curve of a link in pixels of the layout, y down. */
  #curve(key: string, { course, nth, twins }: LinkAttributes) {
    const [a, b] = [this.#graph.getSourceAttributes(key), this.#graph.getTargetAttributes(key)];
    return curveOf(course, { x: a.x, y: -a.y }, { x: b.x, y: -b.y }, nth, twins, a.size);
  }

  #bend(key: string, link: LinkAttributes): Bend {
    const [p0, p1, p2, p3] = this.#curve(key, link);
    const [a, b] = [this.#graph.getSourceAttributes(key), this.#graph.getTargetAttributes(key)];
    const from = (p: Point, end: Point) => [(p.x - end.x) / this.#frame, (-p.y - end.y) / this.#frame] as const;
    return [...from(p0, a), ...from(p1, a), ...from(p2, b), ...from(p3, b)];
  }

  #rebend(iri: string): void {
    this.#graph.forEachEdge(iri, (key, data) => this.#graph.setEdgeAttribute(key, "bend", this.#bend(key, data)));
  }

  #listen(events: StageEvents): void {
    const s = this.#sigma;
    const hover = (type: Hover["type"], key: string, at: Point) => {
      if (this.#dragging.busy) return;
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
    s.on("clickNode", ({ node, event }) => {
      if (this.#dragging.swallows()) return;
      const key = event.original as MouseEvent;
      this.#clicked = { iri: node, at: key.timeStamp };
      events.onNode(node, key.shiftKey || key.ctrlKey || key.metaKey);
    });
    s.on("clickEdge", ({ edge }) => this.#dragging.swallows() || events.onLink(edge));
    s.on("clickStage", () => this.#dragging.swallows() || events.onNothing());
    // The browser knows double clicks by when they were made; Sigma, which sees them late on a busy page, only for touch.
    s.getContainer().addEventListener("dblclick", (event) => {
      if (event.timeStamp - this.#clicked.at < DOUBLE && this.#graph.hasNode(this.#clicked.iri)) events.onDouble(this.#clicked.iri);
    });
    s.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
      preventSigmaDefault();
      if (!(event.original instanceof MouseEvent)) events.onDouble(node);
    });
    s.on("enterNode", ({ node, event }) => hover("node", node, event));
    s.on("enterEdge", ({ edge, event }) => hover("link", edge, event));
    s.on("leaveNode", leave);
    s.on("leaveEdge", leave);
  }

  #restyle(): void {
    this.#refocus();
    this.#sigma.refresh({ skipIndexation: true, schedule: true });
  }

  /** What is brought forward now: the thing under the pointer with its neighbours, else the emphasis. */
  #refocus(): void {
    const key = this.#hovered;
    this.#front = this.#emphasis;
    if (key === null || this.#emphasis !== null) return;
    if (this.#graph.hasNode(key)) {
      this.#front = { nodes: new Set([key, ...this.#graph.neighbors(key)]), links: new Set(this.#graph.edges(key)) };
    } else if (this.#graph.hasEdge(key)) {
      this.#front = { nodes: new Set(this.#graph.extremities(key)), links: new Set([key]) };
    }
  }

  #nodeLook(iri: string, data: NodeAttributes): Partial<NodeDisplayData & NodeExtras> {
    const chosen = iri === this.#selected || iri === this.#hovered || this.#picked.has(iri);
    const near = chosen || !this.#front || this.#front.nodes.has(iri);
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
    const near = this.#front?.links.has(key) || key === this.#hovered;
    return {
      ...data,
      label: null,
      color: this.#theme.force(data.force),
      dash: DASHES[data.force],
      size: key === this.#selected || key === this.#hovered ? data.size + 1.5 : data.size,
      opacity: near ? 1 : this.#front ? FAINT_LINK : linkOpacity(this.#graph.size),
      zIndex: near ? 1 : 0,
    };
  }

  #drawCaptions(): void {
    const size = this.#sigma.getDimensions();
    this.#captions.draw({
      size,
      theme: this.#theme,
      form: this.#form,
      pitch: this.#pitch / this.#sigma.getCamera().ratio,
      items: this.#graph.mapNodes((iri, data) => {
        const at = this.#sigma.graphToViewport({ x: data.x, y: data.y });
        return {
          id: iri,
          text: data.label,
          ...at,
          radius: this.#sigma.scaleSize(data.size),
          side: captionSide(this.#form, { group: data.group, x: at.x }, size.width),
          rank: this.#rank(iri, data),
          bold: iri === this.#selected || this.#picked.has(iri),
          faint: this.#front !== null && !this.#front.nodes.has(iri) && iri !== this.#hovered && !this.#picked.has(iri),
          beyond: beyond(data),
          pinned: this.#pinned.has(iri),
        };
      }),
    });
  }

  #rank(iri: string, data: NodeAttributes): number {
    if (iri === this.#selected || iri === this.#hovered) return 1e9;
    return data.statements + (this.#front?.nodes.has(iri) || this.#picked.has(iri) ? 1e6 : 0);
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
