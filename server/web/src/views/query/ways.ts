// Where a node that a query found leads to on the page.
import type { PageState } from "../../state/page.svelte";
import { readAddress } from "../read/address";

export interface Way {
  href: string;
  go: () => void;
}

/** Schemes of nodes that the panel tells of. */
const TOLD = new Set(["actor", "goal", "principle", "section", "topic", "instrument"]);

/** The way to a node's statements, or to its place in a text; null for what the page does not show. */
export function wayTo(page: PageState, iri: string): Way | null {
  const [scheme = "", rest = ""] = [iri.slice(0, iri.indexOf(":")), iri.slice(iri.indexOf(":") + 1)];
  if (TOLD.has(scheme)) {
    const selection = { type: "node" as const, iri };
    return { href: `?node=${encodeURIComponent(iri)}`, go: () => page.view.select(selection) };
  }
  if (scheme === "stmt") return toText(page, { at: rest }, null);
  // Evidence is its document and a range: doc:north#char=10,20.
  if (scheme === "doc") return toText(page, { at: null }, rest.replace(/#.*$/, ""));
  return null;
}

function toText(page: PageState, at: { at: string | null }, doc: string | null): Way {
  const shared = { doc, selection: null, who: null };
  return { href: page.view.href(readAddress, at, shared), go: () => page.view.open(readAddress, at, shared) };
}
