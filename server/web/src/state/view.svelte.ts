// The view as live state, kept equal to the address: back and forward move through it.
import { DEFAULT_VIEW, formatView, parseView, sameSelection, type Selection, type View } from "./address";

export class ViewState {
  current = $state.raw<View>(DEFAULT_VIEW);

  constructor() {
    this.current = parseView(location.search);
  }

  /** Follows the browser's back and forward; returns how to stop. */
  follow(): () => void {
    const read = () => (this.current = parseView(location.search));
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }

  /** Goes to a changed view. `replace` for changes not worth a step back, such as filters. */
  go(change: Partial<View>, replace = false): void {
    this.current = { ...this.current, ...change };
    const address = location.pathname + formatView(this.current);
    if (address === location.pathname + location.search) return;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  select(selection: Selection | null): void {
    if (sameSelection(selection, this.current.selection) && this.current.who === null) return;
    this.go({ selection, who: null });
  }

  ask(topic: string): void {
    this.go({ who: topic, selection: null });
  }

  /** Shows or hides everything of a kind or force. */
  toggle(name: string): void {
    const hidden = new Set(this.current.hidden);
    if (!hidden.delete(name)) hidden.add(name);
    this.go({ hidden }, true);
  }

  /** Of a group of kinds or forces shows `name` alone, or all of them again if it was alone. */
  only(name: string, group: readonly string[]): void {
    const alone = group.every((other) => other === name || this.current.hidden.has(other));
    const hidden = new Set(this.current.hidden);
    for (const other of group) {
      if (alone || other === name) hidden.delete(other);
      else hidden.add(other);
    }
    this.go({ hidden }, true);
  }
}
