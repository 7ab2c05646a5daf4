// The views of the page, in the order of the navigation.
//
// To add one, write src/views/NAME/ with its component and address.ts, its words in
// src/text/NAME.ts, and one line here. What the navigation, the keyboard sheet, the
// title, the lazy loading and the tests of all views know of it comes from that line.
// A view's component opens with ui/Frame.svelte. Other views may import its address.ts,
// to link to it, and nothing else of it.
import type { Component } from "svelte";
import { text } from "../text";
import type { IconName } from "../ui/Icon.svelte";

export interface ViewEntry {
  /** Its name in the address, and its folder's. */
  id: string;
  label: string;
  /** A shorter label for a phone's bar. */
  short?: string;
  icon: IconName;
  /** The key that opens it. */
  key: string;
  load: () => Promise<{ default: Component }>;
  /** "texts": it has nothing to show while the store holds no document. */
  needs?: "texts";
}

export const VIEWS: readonly ViewEntry[] = [
  { id: "explore", label: text.explore.label, icon: "graph", key: "e", load: () => import("./explore/Explore.svelte"), needs: "texts" },
  { id: "responsibilities", label: text.responsibilities.label, short: text.responsibilities.short, icon: "matrix", key: "m", load: () => import("./responsibilities/Responsibilities.svelte"), needs: "texts" },
  { id: "read", label: text.read.label, icon: "read", key: "r", load: () => import("./read/Read.svelte"), needs: "texts" },
  { id: "ask", label: text.ask.label, icon: "ask", key: "a", load: () => import("./ask/Ask.svelte"), needs: "texts" },
  { id: "compare", label: text.compare.label, icon: "compare", key: "c", load: () => import("./compare/Compare.svelte"), needs: "texts" },
  { id: "query", label: text.query.label, icon: "query", key: "q", load: () => import("./query/Query.svelte") },
  { id: "documents", label: text.documents.label, icon: "document", key: "d", load: () => import("./documents/Documents.svelte") },
  { id: "about", label: text.about.label, icon: "about", key: "o", load: () => import("./about/About.svelte") },
];

/** The view of an id; the first for an id that none has. */
export function viewOf(id: string): ViewEntry {
  const [first] = VIEWS;
  const found = VIEWS.find((view) => view.id === id) ?? first;
  if (!found) throw new Error("the page has no view");
  return found;
}

const MOST_IN_BAR = 5;

/** What a phone's bar shows, and what its last place, a menu, holds once there are too many. */
export function barOf<T>(views: readonly T[]): { bar: readonly T[]; menu: readonly T[] } {
  if (views.length <= MOST_IN_BAR) return { bar: views, menu: [] };
  return { bar: views.slice(0, MOST_IN_BAR - 1), menu: views.slice(MOST_IN_BAR - 1) };
}
