// The small drawing of results: Sigma with its own programs, and the layout that Explore uses.
import Graph from "graphology";
import Sigma from "sigma";
import { forceLayout } from "../../graph/force";
import type { Network } from "../../graph/network";
import { readTheme, type Theme } from "../../graph/style";
import type { ResultGraph, ResultLink } from "./results";

interface NodeLook {
  x: number;
  y: number;
  size: number;
  label: string;
  kind: string;
}

interface LinkLook {
  label: string;
  size: number;
}

export interface DrawnNode {
  iri: string;
  label: string;
  kind: string;
}

const LABEL = 26;

export class Drawing {
  readonly #graph = new Graph<NodeLook, LinkLook>({ multi: true, type: "directed" });
  readonly #sigma: Sigma<NodeLook, LinkLook>;
  #theme: Theme = readTheme();

  constructor(container: HTMLElement, onNode: (iri: string) => void) {
    this.#sigma = new Sigma<NodeLook, LinkLook>(this.#graph, container, {
      allowInvalidContainer: true,
      defaultEdgeType: "arrow",
      renderEdgeLabels: true,
      labelSize: 13,
      edgeLabelSize: 11,
      stagePadding: 50,
      labelFont: this.#theme.font,
      edgeLabelFont: this.#theme.font,
      defaultDrawNodeHover: () => undefined,
      nodeReducer: (_, data) => ({ ...data, color: this.#theme.kind(data.kind) }),
      edgeReducer: (_, data) => ({ ...data, color: this.#theme.muted }),
      labelColor: { color: this.#theme.ink },
      edgeLabelColor: { color: this.#theme.ink },
    });
    this.#sigma.on("clickNode", ({ node }) => onNode(node));
  }

  /** Lays the graph out and shows it; the promise fails where the layout does. */
  async show(graph: ResultGraph, nodes: readonly DrawnNode[], signal: AbortSignal): Promise<void> {
    const { width, height } = this.#sigma.getDimensions();
    const places = await forceLayout(networkOf(graph, nodes), { width, height } as never, signal);
    if (!places || signal.aborted) return;
    this.#graph.clear();
    for (const { iri, label, kind } of nodes) {
      const at = places.get(iri) ?? { x: width / 2, y: height / 2 };
      const short = label.length > LABEL ? `${label.slice(0, LABEL - 1)}…` : label;
      this.#graph.addNode(iri, { x: at.x, y: -at.y, size: 8, label: short, kind });
    }
    for (const { source, target, labels } of bundled(graph.links)) this.#graph.addEdge(source, target, { label: labels.join(", "), size: 2 });
    this.#sigma.refresh();
  }

  /** Takes over the colours that the style sheet now gives. */
  retheme(): void {
    this.#theme = readTheme();
    this.#sigma.setSetting("labelColor", { color: this.#theme.ink });
    this.#sigma.setSetting("edgeLabelColor", { color: this.#theme.ink });
    this.#sigma.refresh();
  }

  destroy(): void {
    this.#sigma.kill();
  }
}

/** One line for all links between the same ends, with the names of all: lines on top of each other cannot be read. */
function bundled(links: readonly ResultLink[]): { source: string; target: string; labels: string[] }[] {
  const bundles = new Map<string, { source: string; target: string; labels: string[] }>();
  for (const { source, target, label } of links) {
    const key = `${source}\n${target}`;
    const bundle = bundles.get(key) ?? { source, target, labels: [] };
    if (label !== "") bundle.labels.push(label);
    bundles.set(key, bundle);
  }
  return [...bundles.values()];
}

/** The same graph in the terms of the layout, which weighs links by their statements. */
function networkOf(graph: ResultGraph, nodes: readonly DrawnNode[]): Network {
  return {
    nodes: nodes.map(({ iri, label, kind }) => ({ id: iri, label, kind, group: "actor" as const, statements: 6 })),
    links: graph.links.map(({ source, target }, i) => ({ key: String(i), source, target, force: "stance" as const, count: 1, predicates: [], statements: [] })),
  };
}
