// Steps that can be taken back: what the view looked like before each change.

/** A stack of former states and one of those that were undone. Pure bookkeeping; who applies a state calls it. */
export class Undo<T> {
  #past: { state: T; what: string }[] = [];
  #future: { state: T; what: string }[] = [];

  /** Notes a state that is about to be left, and what is being done. */
  note(state: T, what: string): void {
    this.#past = [...this.#past, { state, what }].slice(-MOST);
    this.#future = [];
  }

  /** The state before the last change, which was called so; null where there is none. */
  back(now: T): { state: T; what: string } | null {
    const step = this.#past.pop();
    if (!step) return null;
    this.#future.push({ state: now, what: step.what });
    return step;
  }

  forth(now: T): { state: T; what: string } | null {
    const step = this.#future.pop();
    if (!step) return null;
    this.#past.push({ state: now, what: step.what });
    return step;
  }

  get canGoBack(): boolean {
    return this.#past.length > 0;
  }

  get canGoForth(): boolean {
    return this.#future.length > 0;
  }
}

const MOST = 200;
