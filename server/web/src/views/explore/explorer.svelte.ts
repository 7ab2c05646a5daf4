// The graph as loaded and as filtered, and the names of its nodes.
import { api, type GraphQuery } from "../../api/client";
import type { GraphNode } from "../../api/types";
import { EMPTY, narrow, neighbourhood, tally, toNetwork, type Network } from "../../graph/network";
import { selectionKey } from "../../state/address";
import type { Loading } from "../../state/loading";
import { usePage, type PageState } from "../../state/page.svelte";
import type { Part } from "../../state/view.svelte";
import { exploreAddress, only, toggled, type ExploreState } from "./address";

export class Explorer {
  readonly #page: PageState;
  /** The view's own part of the address. */
  readonly place: Part<ExploreState>;
  #aborter: AbortController | null = null;
  #asked = "";

  loading = $state.raw<Loading>({ status: "loading" });
  network = $state.raw<Network>(EMPTY);
  /** How many nodes there are in all, and whether the server sent fewer. */
  total = $state.raw({ nodes: 0, narrowed: false });

  readonly shown = $derived.by(() => narrow(this.network, this.place.current.hidden));
  readonly counts = $derived.by(() => tally(this.network));
  readonly nodes = $derived.by(() => new Map(this.network.nodes.map((n) => [n.id, n])));
  readonly emphasis = $derived.by(() => neighbourhood(this.shown, selectionKey(this.#page.view.current.selection)));

  constructor(page: PageState) {
    this.#page = page;
    this.place = page.view.part(exploreAddress);
  }

  /** Loads what the view asks for, unless it is there already; what is drawn stays until the answer comes. */
  async load(query: GraphQuery, version: number): Promise<void> {
    const asked = JSON.stringify([query, version]);
    if (asked === this.#asked && this.loading.status === "ready") return;
    this.#asked = asked;
    this.#aborter?.abort();
    const aborter = (this.#aborter = new AbortController());
    this.loading = { status: "loading" };
    try {
      const answer = await api.graph(query, aborter.signal);
      if (aborter.signal.aborted) return;
      for (const node of answer.nodes) this.#page.names.learn(node.id, node);
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

  /** Selects what was found by search; what is not drawn now is fetched with what is near it. */
  find(iri: string, kind: string): void {
    const { center, hidden } = this.place.current;
    const seen = new Set(hidden);
    seen.delete(kind);
    const change = { center: this.nodes.has(iri) ? center : iri, hidden: seen };
    this.place.go(change, { shared: { selection: { type: "node", iri }, who: null } });
  }

  /** Shows or hides everything of a kind or force. */
  toggle(name: string): void {
    this.place.go({ hidden: toggled(this.place.current.hidden, name) }, { replace: true });
  }

  /** Of a group of kinds or forces shows `name` alone, or all of them again if it was alone. */
  only(name: string, group: readonly string[]): void {
    this.place.go({ hidden: only(this.place.current.hidden, name, group) }, { replace: true });
  }

  showAll(): void {
    this.place.go({ hidden: new Set() }, { replace: true });
  }
}

/** The state of Explore, the same one as long as the page stays. */
export function useExplorer(): Explorer {
  const page = usePage();
  return page.keep("explore", () => new Explorer(page));
}
