// The graph as loaded and as filtered, and the names of its nodes.
import { api, type GraphQuery } from "../api/client";
import type { GraphNode } from "../api/types";
import { EMPTY, narrow, neighbourhood, tally, toNetwork, type Network } from "../graph/network";
import { selectionKey } from "./address";
import type { ViewState } from "./view.svelte";

export type Loading = { status: "loading" } | { status: "ready" } | { status: "failed"; message: string };

export class Explorer {
  readonly #view: ViewState;
  #aborter: AbortController | null = null;

  loading = $state.raw<Loading>({ status: "loading" });
  network = $state.raw<Network>(EMPTY);
  /** How many nodes there are in all, and whether the server sent fewer. */
  total = $state.raw({ nodes: 0, narrowed: false });

  readonly shown = $derived.by(() => narrow(this.network, this.#view.current.hidden));
  readonly counts = $derived.by(() => tally(this.network));
  readonly nodes = $derived.by(() => new Map(this.network.nodes.map((n) => [n.id, n])));
  readonly emphasis = $derived.by(() => neighbourhood(this.shown, selectionKey(this.#view.current.selection)));

  constructor(view: ViewState) {
    this.#view = view;
  }

  /** Loads what the view asks for; what is drawn stays until the answer is there. */
  async load(query: GraphQuery): Promise<void> {
    this.#aborter?.abort();
    const aborter = (this.#aborter = new AbortController());
    this.loading = { status: "loading" };
    try {
      const answer = await api.graph(query, aborter.signal);
      if (aborter.signal.aborted) return;
      this.network = toNetwork(answer);
      this.total = { nodes: answer.total_nodes, narrowed: answer.narrowed };
      this.loading = { status: "ready" };
    } catch (error) {
      if (aborter.signal.aborted) return;
      this.loading = { status: "failed", message: (error as Error).message };
    }
  }

  node(iri: string): GraphNode | undefined {
    return this.nodes.get(iri);
  }

  /** A node's name; for one that is not in the graph, the readable part of its IRI. */
  label(iri: string): string {
    return this.nodes.get(iri)?.label ?? slugWords(iri);
  }
}

/** "actor:member-states" → "Member states". */
export function slugWords(iri: string): string {
  const slug = iri.slice(Math.max(iri.lastIndexOf("/"), iri.indexOf(":")) + 1).replace(/-/g, " ");
  return slug.charAt(0).toUpperCase() + slug.slice(1);
}
