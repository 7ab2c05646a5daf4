// The graph as loaded and as shown, and all that can be done to it. Each change is a step in the address, and one
// that can be undone.
import { api, type GraphQuery } from "../../api/client";
import type { Facets, GraphNode } from "../../api/types";
import { beyond, EMPTY, neighbourhood, toNetwork, withLinks, withoutNodes, type Network } from "../../graph/network";
import type { Drawing } from "../../graph/stage";
import { stopsOf } from "../../graph/ways";
import { selectionKey, type Shared } from "../../state/address";
import type { Loading } from "../../state/loading";
import { usePage, type PageState } from "../../state/page.svelte";
import type { Part } from "../../state/view.svelte";
import { text } from "../../text";
import { exploreAddress, only, switched, toggled, USUAL_WAYS, type ExploreState, type Spot } from "./address";
import { Undo } from "./undo";
import { Ways } from "./ways.svelte";

interface ChangeOptions {
  shared?: Partial<Shared>;
  replace?: boolean;
}

const words = text.explore.done;

export class Explorer {
  readonly #page: PageState;
  /** The view's own part of the address. */
  readonly place: Part<ExploreState>;
  readonly ways = new Ways();
  readonly #undo = new Undo<ExploreState>();
  #aborter: AbortController | null = null;
  #asked = "";

  loading = $state.raw<Loading>({ status: "loading" });
  network = $state.raw<Network>(EMPTY);
  facets = $state.raw<Facets | null>(null);
  /** How many nodes there are in all, and whether the server sent fewer. */
  total = $state.raw({ nodes: 0, narrowed: false });
  /** What is on the stage now, for pictures and data that leave the page. */
  drawing = $state.raw<Drawing | null>(null);
  /** Whether there is a step to undo, to do again. */
  steps = $state.raw({ back: false, forth: false });
  /** Whether the pointer draws a line around nodes instead of moving the stage. */
  lasso = $state(false);

  readonly picked = $derived.by(() => new Set(this.place.current.picked));
  /** The legs of the way that is lit. */
  readonly legs = $derived.by(() => {
    const { from, to, way } = this.place.current;
    return from && to ? (this.ways.ways[Math.min(way, this.ways.ways.length) - 1] ?? []) : [];
  });
  readonly shown = $derived.by(() => {
    const left = withoutNodes(this.network, new Set(this.place.current.without));
    return withLinks(left, this.legs.flatMap((leg) => leg.link ?? []));
  });
  readonly nodes = $derived.by(() => new Map(this.network.nodes.map((n) => [n.id, n])));
  readonly emphasis = $derived.by(() => this.#emphasis());

  constructor(page: PageState) {
    this.#page = page;
    this.place = page.view.part(exploreAddress);
  }

  /** Whether the reader is about to pick the other end of a way. */
  get picking(): boolean {
    return this.place.current.from !== null && this.place.current.to === null;
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
      for (const choice of [...(answer.facets?.served ?? []), ...(answer.facets?.topics ?? [])]) this.#page.names.learn(choice.iri, choice);
      this.network = toNetwork(answer);
      this.facets = answer.facets ?? null;
      this.total = { nodes: answer.total_nodes, narrowed: answer.narrowed };
      this.loading = { status: "ready" };
    } catch (error) {
      if (aborter.signal.aborted) return;
      this.loading = { status: "failed", message: (error as Error).message };
    }
  }

  /** Asks anew even for what was asked before. */
  again(): void {
    this.#asked = "";
    this.ways.forget();
    this.#page.library.version++;
  }

  node(iri: string): GraphNode | undefined {
    return this.nodes.get(iri);
  }

  /** Makes a change that can be undone; `what` tells it to people. */
  change(what: string, change: Partial<ExploreState>, options: ChangeOptions = {}): void {
    this.#undo.note(this.place.current, what);
    this.place.go(change, options);
    this.#stepped();
  }

  undo(): void {
    this.#restore(this.#undo.back(this.place.current), words.undone);
  }

  redo(): void {
    this.#restore(this.#undo.forth(this.place.current), words.redone);
  }

  #restore(step: { state: ExploreState; what: string } | null, said: (what: string) => string): void {
    if (!step) {
      this.#page.announcement = words.noStep;
      return;
    }
    // What is selected is no step, and stays.
    this.place.go({ ...step.state, picked: this.place.current.picked, as: this.place.current.as });
    this.#page.announcement = said(step.what);
    this.#stepped();
  }

  #stepped(): void {
    this.steps = { back: this.#undo.canGoBack, forth: this.#undo.canGoForth };
  }

  /** Selects what was found by search; what is not drawn now is fetched with what is near it. */
  find(iri: string, kind: string): void {
    const { center, hidden, without } = this.place.current;
    if (this.picking) {
      this.wayTo(iri);
      return;
    }
    const seen = new Set(hidden);
    seen.delete(kind);
    const change = { center: this.nodes.has(iri) ? center : iri, hidden: seen, without: without.filter((gone) => gone !== iri) };
    this.place.go(change, { shared: { selection: { type: "node", iri }, who: null } });
  }

  // What is selected.

  /** Adds a node to those selected together, or takes it out. The single one that was selected comes along. */
  pick(iri: string): void {
    const alone = this.#page.view.current.selection;
    const before = this.place.current.picked.length > 0 || alone?.type !== "node" || alone.iri === iri ? this.place.current.picked : [alone.iri];
    this.#pickAll(switched(before, iri));
  }

  pickThese(iris: readonly string[], add: boolean): void {
    const before = add ? this.place.current.picked : [];
    this.#pickAll([...new Set([...before, ...iris])]);
  }

  #pickAll(picked: readonly string[]): void {
    this.place.go({ picked });
    this.#page.announcement = words.picked(picked.length);
  }

  // What is shown.

  /** Brings in neighbours of nodes, of one kind or all. */
  expand(iris: readonly string[], kind?: string): void {
    const growing = iris.filter((iri) => {
      const node = this.node(iri);
      return node && (kind ? (node.more?.[kind] ?? 0) : beyond(node)) > 0;
    });
    if (growing.length === 0) {
      this.#page.announcement = words.nothingBeyond;
      return;
    }
    const open = [...this.place.current.open, ...growing.map((iri) => (kind ? `${iri}~${kind}` : iri))];
    this.change(words.expanded(this.#called(growing)), { open });
  }

  hide(iris: readonly string[]): void {
    const gone = new Set(iris);
    const selection = this.#page.view.current.selection;
    const touched = selection && (selection.type === "node" ? gone.has(selection.iri) : gone.has(selection.source) || gone.has(selection.target));
    const change = { without: [...new Set([...this.place.current.without, ...iris])], picked: this.place.current.picked.filter((iri) => !gone.has(iri)) };
    this.change(words.hidden(this.#called(iris)), change, touched ? { shared: { selection: null } } : {});
    this.#page.announcement = words.hidden(this.#called(iris));
  }

  /** Hides all but some nodes. */
  keep(iris: readonly string[]): void {
    const stay = new Set(iris);
    const gone = this.shown.nodes.filter((n) => !stay.has(n.id)).map((n) => n.id);
    this.change(words.kept(iris.length), { without: [...new Set([...this.place.current.without, ...gone])] });
  }

  unhide(): void {
    this.change(words.unhidden, { without: [] });
  }

  /** Puts nodes where they are to stay. */
  pin(places: ReadonlyMap<string, Spot>): void {
    this.change(words.pinned(this.#called([...places.keys()])), { pins: new Map([...this.place.current.pins, ...places]) });
  }

  unpin(iris: readonly string[]): void {
    const pins = new Map(this.place.current.pins);
    for (const iri of iris) pins.delete(iri);
    this.change(words.unpinned(this.#called(iris)), { pins });
  }

  /** Shows what is near a node alone, or everything again. */
  focus(iri: string | null): void {
    this.change(iri ? words.focused(this.#called([iri])) : words.everything, { center: iri, hops: 1 });
  }

  // Filters.

  /** Shows or hides everything of a kind or force. */
  toggle(name: string): void {
    this.change(words.filtered, { hidden: toggled(this.place.current.hidden, name) }, { replace: true });
  }

  /** Of a group of kinds or forces shows `name` alone, or all of them again if it was alone. */
  only(name: string, group: readonly string[]): void {
    this.change(words.filtered, { hidden: only(this.place.current.hidden, name, group) }, { replace: true });
  }

  /** Chooses a principle, goal or topic, or takes the choice back. */
  choose(of: "serves" | "topics", iri: string): void {
    this.change(words.filtered, { [of]: switched(this.place.current[of], iri) }, { replace: true });
  }

  filter(change: Pick<Partial<ExploreState>, "evidence" | "between">): void {
    this.change(words.filtered, change, { replace: true });
  }

  /** Takes all filters off, and shows what was hidden by hand. */
  showAll(): void {
    const { hidden, serves, topics, evidence, without } = exploreAddress.usual;
    this.change(words.unfiltered, { hidden, serves, topics, evidence, without }, { replace: true });
  }

  get filtered(): boolean {
    const { hidden, serves, topics, evidence, without } = this.place.current;
    return hidden.size + serves.length + topics.length + without.length > 0 || evidence > 1;
  }

  // Ways between two nodes.

  /** Takes a node for the first end, or for the other one if there is a first. */
  wayAt(iri: string): void {
    if (this.picking) this.wayTo(iri);
    else {
      this.place.go({ from: iri, to: null, way: 1, ways: USUAL_WAYS }, { shared: { selection: null, who: null } });
      this.#page.announcement = words.wayFrom(this.#called([iri]));
    }
  }

  wayTo(iri: string): void {
    const { from } = this.place.current;
    if (from === iri) this.#page.announcement = words.wayToItself;
    else this.place.go({ to: iri, way: 1 }, { shared: { selection: null, who: null } });
  }

  waysBetween(from: string, to: string): void {
    this.place.go({ from, to, way: 1, ways: USUAL_WAYS, picked: [] }, { shared: { selection: null, who: null } });
  }

  endWays(): void {
    this.place.go({ from: null, to: null, way: 1, ways: USUAL_WAYS });
  }

  #called(iris: readonly string[]): string {
    const [first = ""] = iris;
    return iris.length === 1 ? this.#page.names.label(first) : words.nodes(iris.length);
  }

  /** What stands out: the selection with what it touches, else the way that is lit, else those picked together. */
  #emphasis(): { nodes: Set<string>; links: Set<string> } | null {
    const near = neighbourhood(this.shown, selectionKey(this.#page.view.current.selection));
    if (near) return near;
    if (this.legs.length > 0) {
      return { nodes: new Set(stopsOf(this.legs).map((s) => s.iri)), links: new Set(this.legs.flatMap((l) => l.link?.key ?? [])) };
    }
    const { from } = this.place.current;
    if (this.picked.size > 0) return this.#around(this.picked);
    return this.picking && from ? neighbourhood(this.shown, from) : null;
  }

  /** Some nodes with all that touches one of them. */
  #around(iris: ReadonlySet<string>): { nodes: Set<string>; links: Set<string> } {
    const links = this.shown.links.filter((l) => iris.has(l.source) || iris.has(l.target));
    return { nodes: new Set([...iris, ...links.flatMap((l) => [l.source, l.target])]), links: new Set(links.map((l) => l.key)) };
  }
}

/** The state of Explore, the same one as long as the page stays. */
export function useExplorer(): Explorer {
  const page = usePage();
  return page.keep("explore", () => new Explorer(page));
}
