// The view as live state, kept equal to the address: back and forward move through it.
import {
  formatAddress,
  modern,
  ownParameters,
  parseOwn,
  parseShared,
  sameSelection,
  type Codec,
  type Parameter,
  type Selection,
  type Shared,
} from "./address";

/** One view's own state in the address. */
export interface Part<T> {
  readonly current: T;
  /** Changes it, and what is shared if need be. `replace` for changes not worth a step back, such as filters. */
  go(change: Partial<T>, options?: { shared?: Partial<Shared>; replace?: boolean }): void;
}

export class ViewState {
  #search = $state("");
  /** What each view's own parameters were when it was left, so that it opens again as it was. */
  #left = new Map<string, Parameter[]>();

  readonly current: Shared = $derived(parseShared(this.#search));

  constructor() {
    this.#read();
  }

  /** Follows the browser's back and forward; returns how to stop. */
  follow(): () => void {
    const read = () => this.#read();
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }

  /** A view's own state, live. While another view is open it is what the view would open with. */
  part<T>(codec: Codec<T>): Part<T> {
    const current = $derived(parseOwn(codec, this.#own(codec.id)));
    return {
      get current() {
        return current;
      },
      go: (change, { shared = {}, replace = false } = {}) => this.#go(this.address(codec, change, shared), replace),
    };
  }

  /** Changes what the views share; another view opens as it was left. */
  go(change: Partial<Shared>, replace = false): void {
    this.#go(this.#shared(change), replace);
  }

  /** Opens a view with a changed state. */
  open<T>(codec: Codec<T>, change: Partial<T>, shared: Partial<Shared> = {}): void {
    this.#go(this.address(codec, change, shared), false);
  }

  /** The link that `open` follows. */
  href<T>(codec: Codec<T>, change: Partial<T>, shared: Partial<Shared> = {}): string {
    return location.pathname + this.address(codec, change, shared);
  }

  /** The link to a view as it was left. */
  hrefOf(view: string): string {
    return location.pathname + this.#shared({ view });
  }

  /** Back to the opening view, with nothing chosen. */
  home(): void {
    this.forget();
    this.#go("", false);
  }

  /** Lets go of how the views were left, which may name what is no longer there. */
  forget(): void {
    this.#left.clear();
  }

  select(selection: Selection | null): void {
    if (sameSelection(selection, this.current.selection) && this.current.who === null) return;
    this.go({ selection, who: null });
  }

  ask(topic: string): void {
    this.go({ who: topic, selection: null });
  }

  /** Text after the path of an address that shows a view in a changed state. */
  address<T>(codec: Codec<T>, change: Partial<T>, shared: Partial<Shared>): string {
    const state = { ...parseOwn(codec, this.#own(codec.id)), ...change };
    return formatAddress({ ...this.current, ...shared, view: codec.id }, codec.format(state));
  }

  #shared(change: Partial<Shared>): string {
    const shared = { ...this.current, ...change };
    return formatAddress(shared, this.#own(shared.view));
  }

  #own(view: string): Parameter[] {
    return view === this.current.view ? ownParameters(this.#search) : (this.#left.get(view) ?? []);
  }

  #go(search: string, replace: boolean): void {
    if (search === this.#search) return;
    this.#leave(search);
    const address = location.pathname + search;
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }

  #read(): void {
    const search = modern(location.search);
    if (search !== location.search) history.replaceState(history.state, "", location.pathname + search + location.hash);
    this.#leave(search);
  }

  #leave(search: string): void {
    const from = parseShared(this.#search).view;
    if (parseShared(search).view !== from) this.#left.set(from, ownParameters(this.#search));
    this.#search = search;
  }
}

