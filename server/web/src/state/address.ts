// The address of the page holds the whole view, so that a link reproduces it.
// Pure: the text after "?" in, a View out, and back.

export type Selection =
  | { type: "node"; iri: string }
  | { type: "link"; source: string; force: string; target: string };

export interface View {
  tab: "graph" | "table" | "read";
  layout: "layered" | "force";
  /** Id of the one document shown, null for all. */
  doc: string | null;
  /** Node whose surroundings alone are shown, null for everything. */
  center: string | null;
  hops: number;
  /** Most nodes to ask for, null for the server's own choice. */
  limit: number | null;
  selection: Selection | null;
  /** Id of the statement whose sentence is lit up in the text. */
  at: string | null;
  /** Topic of a "who is responsible for …" question. */
  who: string | null;
  /** Kinds and forces switched off in the legend. */
  hidden: ReadonlySet<string>;
}

export const DEFAULT_VIEW: View = {
  tab: "graph",
  layout: "layered",
  doc: null,
  center: null,
  hops: 1,
  limit: null,
  selection: null,
  at: null,
  who: null,
  hidden: new Set(),
};

const MAX_HOPS = 4;
const TABS = ["graph", "table", "read"] as const;

/** Reads a view out of location.search; what it does not understand counts as not said. */
export function parseView(search: string): View {
  const said = new URLSearchParams(search);
  return {
    tab: TABS.find((tab) => tab === said.get("view")) ?? "graph",
    layout: said.get("layout") === "force" ? "force" : "layered",
    doc: said.get("doc") || null,
    center: said.get("center") || null,
    hops: Math.min(MAX_HOPS, wholeNumber(said.get("hops")) ?? DEFAULT_VIEW.hops),
    limit: wholeNumber(said.get("limit")),
    selection: parseSelection(said),
    at: said.get("at") || null,
    who: said.get("who") || null,
    hidden: new Set(said.get("hide")?.split(",").filter(Boolean)),
  };
}

/** Writes a view as location.search, "" for the opening view. */
export function formatView(view: View): string {
  const parts: [string, string][] = [];
  const say = (name: string, value: string | number | null, usual: string | number | null = null) => {
    if (value !== null && value !== "" && value !== usual) parts.push([name, String(value)]);
  };
  say("view", view.tab, DEFAULT_VIEW.tab);
  say("layout", view.layout, DEFAULT_VIEW.layout);
  say("doc", view.doc);
  say("center", view.center);
  if (view.center) say("hops", view.hops, DEFAULT_VIEW.hops);
  say("limit", view.limit);
  if (view.selection?.type === "node") say("node", view.selection.iri);
  if (view.selection?.type === "link") say("link", linkKey(view.selection));
  if (view.tab === "read") say("at", view.at);
  say("who", view.who);
  say("hide", [...view.hidden].sort().join(","));
  return parts.length === 0 ? "" : `?${parts.map(([name, value]) => `${name}=${readable(value)}`).join("&")}`;
}

/** Key of a link: the same in the address, the graph and the table. */
export function linkKey(link: { source: string; force: string; target: string }): string {
  return [link.source, link.force, link.target].join(",");
}

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return selectionKey(a) === selectionKey(b);
}

/** Name of the selected thing in the drawn graph: a node's IRI, a link's key, or null. */
export function selectionKey(s: Selection | null): string | null {
  if (s === null) return null;
  return s.type === "node" ? s.iri : linkKey(s);
}

function parseSelection(said: URLSearchParams): Selection | null {
  const iri = said.get("node");
  if (iri) return { type: "node", iri };
  const [source, force, target, ...more] = said.get("link")?.split(",") ?? [];
  if (source && force && target && more.length === 0) return { type: "link", source, force, target };
  return null;
}

function wholeNumber(said: string | null): number | null {
  const n = Number(said);
  return said !== null && Number.isInteger(n) && n > 0 ? n : null;
}

/** Escapes a value, but leaves what is harmless in a query readable: IRIs are meant to be read. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2F/g, "/").replace(/%2C/g, ",").replace(/%20/g, "+");
}
