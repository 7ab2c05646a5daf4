// The state of the console: open queries, what came of each, and what was run before. Kept in this browser.
import { api } from "../../api/client";
import { QueryError, runQuery, type QueryAnswer, type QueryLanguage } from "../../api/query";
import { examplesOf, type Example } from "./examples";
import { formatDesk, freeId, MOST_TABS, parseDesk, remembered, type Past, type Tab } from "./desk";

/** What has come of the query of a tab. */
export type Outcome = { language: QueryLanguage; text: string } & (
  | { status: "running"; aborter: AbortController }
  | { status: "done"; answer: QueryAnswer; took: number }
  | { status: "failed"; message: string; line: number | null; column: number | null; query: boolean }
  | { status: "cancelled" }
);

const STORED = "mandate.query";
const PREDICATES = "g.V().outPredicates().unique().all()";
const SUGGESTED = 20;

export class Console {
  tabs = $state.raw<Tab[]>([]);
  history = $state.raw<Past[]>([]);
  outcomes = $state.raw<ReadonlyMap<number, Outcome>>(new Map());
  #closed: Tab | null = null;
  #predicates: Promise<string[]> | null = null;

  constructor() {
    const desk = parseDesk(read());
    this.tabs = desk.tabs;
    this.history = desk.history;
  }

  tab(id: number): Tab | undefined {
    return this.tabs.find((t) => t.id === id);
  }

  get full(): boolean {
    return this.tabs.length >= MOST_TABS;
  }

  /** Opens a tab behind the others; returns its number. Where there are too many, the last one is taken. */
  open(language: QueryLanguage, text: string, id = freeId(this.tabs)): number {
    const last = this.tabs.at(-1);
    if (this.full && last) {
      this.change(last.id, { language, text });
      return last.id;
    }
    this.#keep([...this.tabs, { id, language, text }]);
    return id;
  }

  change(id: number, change: Partial<Omit<Tab, "id">>): void {
    this.#keep(this.tabs.map((t) => (t.id === id ? { ...t, ...change } : t)));
  }

  /** Closes a tab; returns the number of the one that takes its place. */
  close(id: number): number {
    this.cancel(id);
    const at = this.tabs.findIndex((t) => t.id === id);
    this.#closed = this.tabs[at] ?? null;
    this.#keep(this.tabs.filter((t) => t.id !== id));
    this.#note(id, null);
    return this.tabs[Math.min(at, this.tabs.length - 1)]?.id ?? this.open("gizmo", "");
  }

  /** Opens the tab that was closed last; returns its number. */
  reopen(): number | null {
    const tab = this.#closed;
    this.#closed = null;
    if (!tab) return null;
    const id = this.tab(tab.id) ? freeId(this.tabs) : tab.id;
    return this.open(tab.language, tab.text, id);
  }

  async run(id: number): Promise<void> {
    const tab = this.tab(id);
    if (!tab) return;
    this.cancel(id);
    const { language, text } = tab;
    const aborter = new AbortController();
    this.#note(id, { status: "running", language, text, aborter });
    const since = performance.now();
    try {
      const answer = await runQuery(language, text, aborter.signal);
      if (aborter.signal.aborted) return;
      this.#note(id, { status: "done", language, text, answer, took: performance.now() - since });
      this.#remember({ language, text, at: Date.now(), rows: answer.rows.length });
    } catch (error) {
      if (aborter.signal.aborted) return;
      const { message } = error as Error;
      const query = error instanceof QueryError;
      const { line, column } = query ? error : { line: null, column: null };
      this.#note(id, { status: "failed", language, text, message, line, column, query });
      this.#remember({ language, text, at: Date.now(), rows: null });
    }
  }

  /** Gives up waiting, which ends the query on the server too. */
  cancel(id: number): void {
    const outcome = this.outcomes.get(id);
    if (outcome?.status !== "running") return;
    outcome.aborter.abort();
    this.#note(id, { status: "cancelled", language: outcome.language, text: outcome.text });
  }

  forget(): void {
    this.history = [];
    this.#store();
  }

  /** IRIs of the predicates in the store; asked once, until the store changes. */
  predicates = (): Promise<string[]> => {
    this.#predicates ??= runQuery("gizmo", PREDICATES, new AbortController().signal).then(({ rows }) =>
      (rows as { id: string }[]).map(({ id }) => id.slice(1, -1)).sort(),
    );
    this.#predicates.catch(() => (this.#predicates = null));
    return this.#predicates;
  };

  /** Nodes by name; without a name, the actors that most statements are about. */
  nodes = async (typed: string, signal: AbortSignal): Promise<{ iri: string; label: string; kind: string }[]> => {
    if (typed !== "") return (await api.search(typed, signal)).items;
    const { nodes } = await api.graph({ limit: SUGGESTED }, signal);
    return nodes.map(({ id, label, kind }) => ({ iri: id, label, kind }));
  };

  /** The store has changed: what was asked of it may be otherwise now. */
  renew(): void {
    this.#predicates = null;
  }

  /** Examples made from the actor with most statements. */
  async examples(signal: AbortSignal): Promise<Example[]> {
    const { nodes, edges } = await api.graph({ limit: SUGGESTED }, signal);
    const byIri = new Map(nodes.map((n) => [n.id, n]));
    const named = edges.filter((e) => byIri.get(e.source)?.group === "actor" && byIri.has(e.target) && e.source !== "actor:unassigned");
    const weight = (iri: string) => byIri.get(iri)?.statements ?? 0;
    const [best] = named.sort((a, b) => weight(b.source) - weight(a.source) || b.count - a.count);
    const actor = best && byIri.get(best.source);
    const target = best && byIri.get(best.target);
    if (!best || !actor || !target) return [];
    const { total } = await api.statements({ actor: "actor:unassigned", limit: 1 }, signal).catch(() => ({ total: 0 }));
    const ends = { actor: { iri: actor.id, label: actor.label }, target: { iri: target.id, label: target.label } };
    return examplesOf({ ...ends, predicate: best.predicate, gaps: total > 0 });
  }

  #note(id: number, outcome: Outcome | null): void {
    const outcomes = new Map(this.outcomes);
    if (outcome) outcomes.set(id, outcome);
    else outcomes.delete(id);
    this.outcomes = outcomes;
  }

  #remember(past: Past): void {
    this.history = remembered(this.history, past);
    this.#store();
  }

  #keep(tabs: Tab[]): void {
    this.tabs = tabs;
    this.#store();
  }

  #store(): void {
    try {
      localStorage.setItem(STORED, formatDesk({ tabs: this.tabs, history: this.history }));
    } catch {
      // Without storage, or with a full one, all of it holds until the page is closed.
    }
  }
}

function read(): string | null {
  try {
    return globalThis.localStorage?.getItem(STORED) ?? null;
  } catch {
    return null;
  }
}
