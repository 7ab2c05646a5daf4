// The comparison of two documents as loaded, page by page.
import { compareApi, type CompareQuery, type Comparison, type Difference } from "../../api/compare";
import type { Force } from "../../api/types";
import { actorIri } from "../../state/evidence.svelte";
import type { Loading } from "../../state/loading";
import { usePage, type PageState } from "../../state/page.svelte";
import type { Part } from "../../state/view.svelte";
import { compareAddress, type CompareState } from "./address";

export const PAGE = 50;
/** The server sends no more at once. */
const MOST = 1000;

type Facets = NonNullable<Comparison["facets"]>;

export class Comparer {
  readonly #page: PageState;
  readonly place: Part<CompareState>;
  #aborter: AbortController | null = null;
  #asked = "";
  #next: string | undefined;

  loading = $state.raw<Loading>({ status: "ready" });
  differences = $state.raw<Difference[]>([]);
  counts = $state.raw<Record<string, number>>({});
  total = $state(0);
  facets = $state.raw<Facets | null>(null);
  /** Whether there is an answer to what is asked. */
  loaded = $state(false);

  /** The documents that are compared: those chosen, else the only two there are. */
  readonly pair = $derived.by(() => {
    const { a, b } = this.place.current;
    const ids = this.#page.library.documents.map((d) => d.id);
    const two = ids.length === 2;
    const first = a ?? (two ? (ids.find((id) => id !== b) ?? null) : null);
    return { a: first, b: b ?? (two ? (ids.find((id) => id !== first) ?? null) : null) };
  });

  constructor(page: PageState) {
    this.#page = page;
    this.place = page.view.part(compareAddress);
  }

  async load(version: number): Promise<void> {
    const query = this.#query();
    const asked = JSON.stringify([query, version]);
    if (asked === this.#asked && this.loading.status !== "failed") return;
    this.#asked = asked;
    this.#aborter?.abort();
    if (query === null) {
      this.loaded = false;
      this.loading = { status: "ready" };
      return;
    }
    const aborter = (this.#aborter = new AbortController());
    await this.#run(aborter.signal, async () => {
      const { show } = this.place.current;
      const page = await compareApi.compare({ ...query, facets: true, limit: Math.min(MOST, show ?? PAGE) }, aborter.signal);
      if (aborter.signal.aborted) return;
      this.differences = [];
      this.counts = page.counts;
      this.facets = page.facets ?? null;
      this.#take(page);
      this.loaded = true;
    });
  }

  async more(): Promise<void> {
    const query = this.#query();
    const signal = this.#aborter?.signal;
    if (!query || !this.#next || !signal) return;
    await this.#run(signal, async () => {
      const page = await compareApi.compare({ ...query, limit: PAGE, cursor: this.#next }, signal);
      if (!signal.aborted) this.#take(page);
    });
    const n = this.differences.length;
    if (!signal.aborted) this.place.go({ show: n > PAGE ? n : null }, { replace: true });
  }

  /** Every difference that fits the filters, for export. */
  async all(): Promise<Comparison> {
    const query = this.#query();
    if (!query) throw new Error("nothing is compared");
    const first = await compareApi.compare({ ...query, limit: MOST });
    const items = [...first.items];
    for (let next = first.next; next; ) {
      const page = await compareApi.compare({ ...query, limit: MOST, cursor: next });
      items.push(...page.items);
      next = page.next;
    }
    return { ...first, items, next: undefined };
  }

  go(change: Partial<CompareState>): void {
    this.place.go({ show: null, ...change }, { replace: true });
  }

  /** Other documents; their filters would name what is not in them. */
  choose(change: Pick<Partial<CompareState>, "a" | "b">): void {
    this.place.go({ ...this.pair, actor: null, topic: null, force: null, change: null, show: null, ...change });
  }

  swap(): void {
    const { a, b } = this.pair;
    this.place.go({ a: b, b: a, show: null });
  }

  #query(): CompareQuery | null {
    const { change, actor, topic, force } = this.place.current;
    const { a, b } = this.pair;
    if (a === null || b === null || a === b) return null;
    return { a, b, change: change as Difference["change"] | null, actor, topic, force: force as Force | null };
  }

  #take(page: Comparison): void {
    this.differences = [...this.differences, ...page.items];
    this.total = page.total;
    this.#next = page.next;
    for (const { a, b } of page.items) {
      for (const s of [a, b]) if (s) this.#page.names.learn(actorIri(s.actor.id), s.actor);
    }
  }

  async #run(signal: AbortSignal, ask: () => Promise<void>): Promise<void> {
    this.loading = { status: "loading" };
    try {
      await ask();
      if (!signal.aborted) this.loading = { status: "ready" };
    } catch (error) {
      if (!signal.aborted) this.loading = { status: "failed", message: (error as Error).message };
    }
  }
}

/** The state of Compare, the same one as long as the page stays. */
export function useComparer(): Comparer {
  const page = usePage();
  return page.keep("compare", () => new Comparer(page));
}
