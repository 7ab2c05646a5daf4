// All state that views share in one object, handed to the components by context.
import { getContext, setContext } from "svelte";
import { Evidence } from "./evidence.svelte";
import { Library } from "./library.svelte";
import { Names } from "./names.svelte";
import { Shortcuts } from "./shortcuts.svelte";
import { TokenQuestion } from "./token.svelte";
import { ViewState } from "./view.svelte";

export type Dialog = "add" | "help" | { remove: string } | null;

type Finder = (iri: string, kind: string) => void;

export class PageState {
  readonly view = new ViewState();
  readonly names = new Names();
  readonly evidence = new Evidence(this.names);
  readonly library = new Library();
  readonly shortcuts = new Shortcuts();
  readonly token = new TokenQuestion();
  #finder: Finder | null = null;
  readonly #kept = new Map<string, unknown>();
  dialog = $state.raw<Dialog>(null);
  /** Whether a view's filters are open where the screen is too narrow to show them always. */
  filtersOpen = $state(false);
  /** What the open view is about, for the title of the window; null for the selection or nothing. */
  subject = $state<string | null>(null);
  /** What assistive technology is told next. */
  announcement = $state("");

  /** Goes to a node that was found by search: selects it, or does what the open view would rather. */
  find(iri: string, kind: string): void {
    if (this.#finder) this.#finder(iri, kind);
    else this.view.select({ type: "node", iri });
  }

  /** Lets the open view find in its own way; returns how to stop. */
  finds(finder: Finder): () => void {
    this.#finder = finder;
    return () => {
      if (this.#finder === finder) this.#finder = null;
    };
  }

  /** Closes the panel; the focus goes to where the view has its home. */
  closeDetails(): void {
    this.view.go({ selection: null, who: null });
    (document.querySelector<HTMLElement>("[data-home]") ?? document.getElementById("view-title"))?.focus();
  }

  /** State of one view that outlives its component, so that coming back loads nothing anew. */
  keep<T>(name: string, make: () => T): T {
    if (!this.#kept.has(name)) {
      // A root of its own: what is derived in it must not end with the component that asked first.
      $effect.root(() => void this.#kept.set(name, make()));
    }
    return this.#kept.get(name) as T;
  }
}

const KEY = Symbol("page");

export function providePage(): PageState {
  return setContext(KEY, new PageState());
}

export function usePage(): PageState {
  return getContext<PageState>(KEY);
}
