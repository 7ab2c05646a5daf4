// The keys of Explore. Those that only the stage takes while it has the focus (GraphView.svelte) are listed as well,
// for the sheet.
import type { PageState } from "../../state/page.svelte";
import type { Shortcut } from "../../state/shortcuts.svelte";
import { text } from "../../text";
import { LAYOUTS } from "./address";
import type { Explorer } from "./explorer.svelte";
import { spotsOf } from "./pinning";

export function shortcutsOf(page: PageState, explorer: Explorer): Shortcut[] {
  const what = text.explore.keys;
  const { place } = explorer;
  /** The node that is selected, null for none. */
  const one = () => (page.view.current.selection?.type === "node" ? page.view.current.selection.iri : null);
  /** Those selected together, else the one. */
  const all = () => (explorer.picked.size > 0 ? [...explorer.picked] : [one()].filter((iri) => iri !== null));
  const withAll = (act: (iris: string[]) => void) => () => {
    const iris = all();
    if (iris.length > 0) act(iris);
  };
  const pin = (iris: string[]) => {
    if (iris.every((iri) => place.current.pins.has(iri))) explorer.unpin(iris);
    else if (explorer.drawing) explorer.pin(spotsOf(explorer.drawing, iris));
  };
  const focus = () => {
    const iri = one();
    if (iri || place.current.center) explorer.focus(iri === place.current.center ? null : iri);
  };
  const way = () => {
    const iri = one();
    const [a, b, ...more] = explorer.picked;
    if (a && b && more.length === 0) explorer.waysBetween(a, b);
    else if (iri) explorer.wayAt(iri);
  };
  const nextLayout = () => {
    const layout = LAYOUTS[(LAYOUTS.indexOf(place.current.layout) + 1) % LAYOUTS.length] ?? LAYOUTS[0];
    explorer.change(text.explore.done.layout, { layout }, { replace: true });
  };
  return [
    { keys: ["↑", "↓"], what: what.upDown },
    { keys: ["←", "→"], what: what.leftRight },
    { keys: ["Shift", "↓"], what: what.extend },
    { keys: ["Alt", "↓"], what: what.move },
    { keys: ["Enter"], what: what.enter },
    { keys: ["x"], what: what.expand, run: withAll((iris) => explorer.expand(iris)) },
    { keys: ["Space"], what: what.pick },
    { keys: ["Ctrl", "A"], what: what.pickAll },
    { keys: ["Delete"], what: what.hide, run: withAll((iris) => explorer.hide(iris)) },
    { keys: ["p"], what: what.pin, run: withAll(pin) },
    { keys: ["f"], what: what.focus, run: focus },
    { keys: ["w"], what: what.way, run: way },
    { keys: ["l"], what: what.lasso, run: () => (explorer.lasso = !explorer.lasso) },
    { keys: ["y"], what: what.layout, run: nextLayout },
    { keys: ["Ctrl", "Z"], what: what.undo },
    { keys: ["+", "−"], what: what.zoom },
    { keys: ["0"], what: what.fit },
    { keys: ["g"], what: what.graph, run: () => place.go({ as: "graph" }) },
    { keys: ["t"], what: what.table, run: () => place.go({ as: "table" }) },
  ];
}

/** Ctrl-Z undoes, Ctrl-Shift-Z and Ctrl-Y do again, except while something is typed. */
export function undoKeys(event: KeyboardEvent, page: PageState, explorer: Explorer): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || page.dialog) return;
  if (isField(event.target)) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) explorer.undo();
  else if (key === "y" || (key === "z" && event.shiftKey)) explorer.redo();
  else return;
  event.preventDefault();
}

/** Escape takes back step by step, what is done with the pointer first; what the page itself closes goes before. */
export function escapeKey(event: KeyboardEvent, page: PageState, explorer: Explorer): void {
  const { selection, who } = page.view.current;
  if (event.key !== "Escape" || page.dialog || page.filtersOpen || isField(event.target)) return;
  if (explorer.lasso) explorer.lasso = false;
  else if (selection !== null || who !== null) return;
  else if (explorer.picked.size > 0) explorer.pickThese([], false);
  else if (explorer.place.current.from !== null) explorer.endWays();
  else return;
  event.preventDefault();
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=range]), textarea, select");
}
