// The document that is read: its text, its statements, and what people say of them.
import { api } from "../../api/client";
import { reading, type Proposal } from "../../api/read";
import type { FullDocument, Statement } from "../../api/types";
import type { Library } from "../../state/library.svelte";

export interface Said {
  kind: string;
  /** Of the correction, to take it back. */
  id: string;
}

const STORED = "mandate.reviewer";

export class Reader {
  readonly #library: Library;
  document = $state.raw<FullDocument | null>(null);
  problem = $state("");
  /** Who reviews; kept in this browser. */
  by = $state(stored());
  reason = $state("");
  /** What is wrong with a review, in words. */
  complaint = $state("");
  busy = $state(false);
  /** What was said last. */
  last = $state.raw<Said | null>(null);

  constructor(library: Library) {
    this.#library = library;
  }

  async load(id: string, signal: AbortSignal): Promise<void> {
    if (this.document?.id !== id) this.document = null;
    this.problem = "";
    try {
      const answer = await api.document(id, signal);
      if (!signal.aborted) this.document = answer;
    } catch (error) {
      if (!signal.aborted) this.problem = (error as Error).message;
    }
  }

  /** Whether somebody said anything of a statement itself, and what last. */
  verdict(statement: Statement): string | null {
    const verdicts = (statement.reviews ?? []).filter((r) => ["accept", "edit", "add", "reject"].includes(r.kind));
    return verdicts.at(-1)?.kind ?? null;
  }

  /** Sends what the reviewer says; tells whether it was stored. `missing` are the words where the name lacks. */
  async say(proposal: Omit<Proposal, "by">, missing: string): Promise<boolean> {
    const by = this.by.trim();
    this.complaint = by === "" ? missing : "";
    if (by === "" || this.busy) return false;
    this.busy = true;
    try {
      const [made] = await reading.propose({ ...proposal, by, reason: this.reason.trim() || undefined });
      keep(by);
      this.last = made ? { kind: proposal.kind, id: made.id } : null;
      this.reason = "";
      await this.#library.load();
      this.#library.version++;
      return true;
    } catch (error) {
      this.complaint = (error as Error).message;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

function stored(): string {
  try {
    return globalThis.localStorage?.getItem(STORED) ?? "";
  } catch {
    return "";
  }
}

function keep(name: string): void {
  try {
    localStorage.setItem(STORED, name);
  } catch {
    // Without storage the name holds until the page is closed.
  }
}
