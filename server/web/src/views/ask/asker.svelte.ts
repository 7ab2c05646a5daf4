// The question as it is asked, and its answers page by page.
import { askApi, type Answer, type AnswerRow, type AskQuery, type Example } from "../../api/ask";
import { api } from "../../api/client";
import type { Suggestion } from "../../api/types";
import type { Loading } from "../../state/loading";
import { usePage, type PageState } from "../../state/page.svelte";
import type { Part } from "../../state/view.svelte";
import { actorIri } from "../../state/evidence.svelte";
import { askAddress, type AskState } from "./address";
import { forget, forgetAll, history, remember } from "./history";

export const PAGE = 20;
/** The server sends no more at once. */
const MOST = 1000;

export class Asker {
  readonly #page: PageState;
  readonly place: Part<AskState>;
  #aborter: AbortController | null = null;
  #asked = "";
  #next: string | undefined;

  loading = $state.raw<Loading>({ status: "ready" });
  answer = $state.raw<Answer | null>(null);
  rows = $state.raw<AnswerRow[]>([]);
  /** Names near the words of a question without an answer. */
  near = $state.raw<Suggestion[]>([]);
  examples = $state.raw<Example[] | null>(null);
  history = $state.raw<string[]>(history());

  constructor(page: PageState) {
    this.#page = page;
    this.place = page.view.part(askAddress);
  }

  /** Asks what the address says, unless that is what is shown. */
  async load(doc: string | null, version: number): Promise<void> {
    const { q, actor, show } = this.place.current;
    const asked = JSON.stringify([q, actor, doc, version]);
    if (asked === this.#asked && this.loading.status !== "failed") return;
    this.#asked = asked;
    this.#aborter?.abort();
    this.near = [];
    this.#next = undefined;
    if (q === null) {
      this.answer = null;
      this.rows = [];
      this.loading = { status: "ready" };
      return;
    }
    const aborter = (this.#aborter = new AbortController());
    this.history = remember(q);
    await this.#run(aborter.signal, async () => {
      const answer = await askApi.ask({ q, actor, doc, limit: Math.min(MOST, show ?? PAGE) }, aborter.signal);
      if (aborter.signal.aborted) return;
      this.rows = [];
      this.#take(answer);
      if (answer.total === 0) void this.#seekNames(answer, aborter.signal);
    });
  }

  async more(): Promise<void> {
    const { q, actor } = this.place.current;
    const signal = this.#aborter?.signal;
    if (q === null || !this.#next || !signal) return;
    const query = { q, actor, doc: this.#page.view.current.doc, limit: PAGE, cursor: this.#next };
    await this.#run(signal, async () => {
      const answer = await askApi.ask(query, signal);
      if (!signal.aborted) this.#take(answer);
    });
    if (!signal.aborted) this.place.go({ show: this.rows.length > PAGE ? this.rows.length : null }, { replace: true });
  }

  /** Every answer, for export. */
  async all(): Promise<Answer> {
    const { q, actor } = this.place.current;
    const query: AskQuery = { q: q ?? "", actor, doc: this.#page.view.current.doc, limit: MOST };
    const first = await askApi.ask(query);
    const rows = [...first.rows];
    for (let next = first.next; next; ) {
      const page = await askApi.ask({ ...query, cursor: next });
      rows.push(...page.rows);
      next = page.next;
    }
    return { ...first, rows, next: undefined };
  }

  async loadExamples(): Promise<void> {
    try {
      this.examples = (await askApi.examples()).items;
    } catch {
      this.examples = []; // the question itself will say what is wrong
    }
  }

  forget(question: string): void {
    this.history = forget(question);
  }

  forgetAll(): void {
    this.history = forgetAll();
  }

  #take(answer: Answer): void {
    this.answer = answer;
    this.rows = [...this.rows, ...answer.rows];
    this.#next = answer.next;
    for (const { actor } of answer.rows) this.#page.names.learn(actorIri(actor.id), actor);
    for (const ref of [...answer.question.actors, ...answer.near]) this.#page.names.learn(ref.iri, ref);
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

  /** Names that the words of a question come near to. */
  async #seekNames(answer: Answer, signal: AbortSignal): Promise<void> {
    const { about, actor } = answer.question;
    const words = [about.join(" "), ...about.filter((w) => w.length > 3), actor ?? ""].filter(Boolean).slice(0, 6);
    const found = new Map<string, Suggestion>();
    try {
      for (const { items } of await Promise.all(words.map((w) => api.search(w, signal)))) {
        for (const item of items.slice(0, 4)) if (item.kind !== "Document") found.set(item.iri, item);
      }
      if (!signal.aborted) this.near = [...found.values()].slice(0, 10);
    } catch {
      // The answer stands without them.
    }
  }
}

/** The state of Ask, the same one as long as the page stays. */
export function useAsker(): Asker {
  const page = usePage();
  return page.keep("ask", () => new Asker(page));
}
