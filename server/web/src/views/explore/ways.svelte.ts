// The shortest ways between two nodes that the reader picked.
import { exploreApi } from "../../api/explore";
import type { Paths } from "../../api/types";
import { distinct, legsOf, type Leg } from "../../graph/ways";
import type { Loading } from "../../state/loading";

export interface WaysQuestion {
  from: string;
  to: string;
  k: number;
  doc: string | null;
  not_force: string[];
}

/** Most ways that the server looks for. */
const MOST = 50;
/** How many are asked for in place of one: a way over a statement and one along the link that it makes are the same here. */
const SPARE = 3;

export class Ways {
  #aborter: AbortController | null = null;
  #asked = "";
  #wanted = 0;

  loading = $state.raw<Loading>({ status: "ready" });
  answer = $state.raw<Paths | null>(null);
  /** Each way as legs from named node to named node. */
  readonly ways = $derived.by<Leg[][]>(() => distinct(this.answer?.paths.map(legsOf) ?? []).slice(0, this.#wanted));

  forget(): void {
    this.#aborter?.abort();
    this.#asked = "";
    this.answer = null;
    this.loading = { status: "ready" };
  }

  /** Finds the ways, unless that is what is there already. */
  async find(question: WaysQuestion, version: number): Promise<void> {
    const asked = JSON.stringify([question, version]);
    if (asked === this.#asked && this.loading.status !== "failed") return;
    this.#asked = asked;
    this.#aborter?.abort();
    const aborter = (this.#aborter = new AbortController());
    this.loading = { status: "loading" };
    try {
      const { doc, k, ...rest } = question;
      const answer = await exploreApi.paths({ ...rest, k: Math.min(MOST, k * SPARE), doc: doc === null ? null : [doc] }, aborter.signal);
      if (aborter.signal.aborted) return;
      this.#wanted = k;
      this.answer = answer;
      this.loading = { status: "ready" };
    } catch (error) {
      if (aborter.signal.aborted) return;
      this.answer = null;
      this.loading = { status: "failed", message: (error as Error).message };
    }
  }
}
