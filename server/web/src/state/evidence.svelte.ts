// The statements behind what is selected or asked, page by page.
import { api, type StatementQuery } from "../api/client";
import { FORCES, UNASSIGNED, type Page, type Statement } from "../api/types";
import type { Selection } from "./address";
import type { Loading } from "./loading";
import type { Names } from "./names.svelte";

const PAGE = 50;

type Fetch = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Statement>>;

/** What the panel lists: a selection, or the answer to "who is responsible for …". */
export interface Question {
  selection: Selection | null;
  who: string | null;
  doc: string | null;
}

export class Evidence {
  readonly #names: Names;
  #aborter: AbortController | null = null;
  #fetch: Fetch = () => Promise.resolve({ items: [], total: 0 });
  #next: string | undefined;

  loading = $state.raw<Loading>({ status: "ready" });
  statements = $state.raw<Statement[]>([]);
  total = $state(0);
  /** Other names of the selected node. */
  aliases = $state.raw<string[]>([]);

  constructor(names: Names) {
    this.#names = names;
  }

  get left(): number {
    return this.#next ? this.total - this.statements.length : 0;
  }

  async ask(question: Question): Promise<void> {
    this.#aborter?.abort();
    const aborter = (this.#aborter = new AbortController());
    this.statements = [];
    this.total = 0;
    this.aliases = [];
    this.#next = undefined;
    const { selection, who, doc } = question;
    if (who === null && selection === null) {
      this.loading = { status: "ready" };
      return;
    }
    if (who !== null) this.#fetch = whoFetch(who, doc);
    else if (selection !== null) {
      const query = { ...statementQuery(selection), doc, limit: PAGE };
      this.#fetch = (cursor, signal) => api.statements({ ...query, cursor }, signal);
      if (selection.type === "node" && selection.iri !== actorIri(UNASSIGNED)) void this.#call(selection.iri, aborter.signal);
    }
    await this.#run(aborter, () => this.#page(aborter.signal));
  }

  async more(): Promise<void> {
    const aborter = this.#aborter;
    if (aborter && this.#next) await this.#run(aborter, () => this.#page(aborter.signal));
  }

  async #run(aborter: AbortController, ask: () => Promise<void>): Promise<void> {
    this.loading = { status: "loading" };
    try {
      await ask();
      if (!aborter.signal.aborted) this.loading = { status: "ready" };
    } catch (error) {
      if (!aborter.signal.aborted) this.loading = { status: "failed", message: (error as Error).message };
    }
  }

  async #page(signal: AbortSignal): Promise<void> {
    const page = await this.#fetch(this.#next, signal);
    if (signal.aborted) return;
    for (const statement of page.items) this.#learn(statement);
    this.statements = [...this.statements, ...page.items];
    this.total = page.total;
    this.#next = page.next;
  }

  #learn({ actor, serves }: Statement): void {
    this.#names.learn(actorIri(actor.id), actor);
    for (const target of serves ?? []) this.#names.learn(target.iri, target);
  }

  /** Finds out what the selected node is called. */
  async #call(iri: string, signal: AbortSignal): Promise<void> {
    try {
      const called = await api.called(iri, signal);
      if (signal.aborted || !called) return;
      this.#names.learn(iri, called);
      this.aliases = called.aliases;
    } catch {
      // The panel does without: its statements say what is wrong, if something is.
    }
  }
}

/** The answer to "who is responsible for …"; the server does not filter it by document. */
function whoFetch(topic: string, doc: string | null): Fetch {
  return (cursor, signal) => api.who({ topic, doc, limit: PAGE, cursor }, signal);
}

/** IRI of an actor, whichever way the server wrote its id. */
export function actorIri(id: string): string {
  return id.startsWith("actor:") ? id : `actor:${id}`;
}

/** The statements that a node or link of the graph stands for. */
export function statementQuery(selection: Selection): StatementQuery {
  if (selection.type === "link") {
    // One force, several joined by dots, or a word that is none and stands for any.
    const said = selection.force.split(".");
    const force = FORCES.filter((f) => said.includes(f));
    const { source: actor, target } = selection;
    return { actor, force: force.length > 0 ? force : null, ...(target.startsWith("actor:") ? { names: target } : about(target)) };
  }
  return selection.iri.startsWith("actor:") ? { actor: selection.iri } : about(selection.iri);
}

function about(iri: string): StatementQuery {
  return iri.startsWith("topic:") ? { topic: iri } : { serves: iri };
}
