// All state of the page in one object, handed to the components by context.
import { getContext, setContext } from "svelte";
import { Evidence } from "./evidence.svelte";
import { Explorer } from "./explorer.svelte";
import { Library } from "./library.svelte";
import { ViewState } from "./view.svelte";

export type Dialog = "add" | "help" | { remove: string } | null;

export class PageState {
  readonly view = new ViewState();
  readonly explorer = new Explorer(this.view);
  readonly evidence = new Evidence();
  readonly library = new Library();
  dialog = $state.raw<Dialog>(null);
  /** Whether the legend is open where the screen is too narrow to show it always. */
  legendOpen = $state(false);
  /** What assistive technology is told next. */
  announcement = $state("");
}

const KEY = Symbol("page");

export function providePage(): PageState {
  return setContext(KEY, new PageState());
}

export function usePage(): PageState {
  return getContext<PageState>(KEY);
}
