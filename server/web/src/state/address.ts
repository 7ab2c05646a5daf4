// The address of the page holds the whole view, so that a link reproduces it.
// A few parameters mean the same in every view; the others belong to the view
// that is open, whose own codec (views/NAME/address.ts) reads and writes them.
// Pure: the text after "?" in, state out, and back.

export type Selection =
  | { type: "node"; iri: string }
  | { type: "link"; source: string; force: string; target: string };

/** What every view understands. */
export interface Shared {
  /** Id of the view that is open. */
  view: string;
  /** Id of the one document shown, null for all. */
  doc: string | null;
  selection: Selection | null;
  /** Topic of a "who is responsible for …" question. */
  who: string | null;
}

/** Name and value; null, "" and false are not written. */
export type Parameter = [name: string, value: string | number | boolean | null];

/** How a view keeps its own state in the address. `usual` is what an address says that says nothing. */
export interface Codec<T> {
  readonly id: string;
  readonly usual: T;
  /** Reads the view's parameters; what it does not understand counts as not said. */
  parse(said: URLSearchParams): T;
  /** The parameters that reproduce the state, without those that are as usual. */
  format(state: T): Parameter[];
}

/** The view that an address without one opens. */
export const FIRST_VIEW = "explore";

/** Parameters that no view may use for its own. */
export const SHARED_NAMES = ["view", "doc", "node", "link", "who"] as const;

/** What links of earlier versions called the views, and the parameters that say the same now. */
const FORMER_VIEWS: Record<string, Parameter[]> = { graph: [], table: [["as", "table"]] };

/** Reads the shared part out of location.search. */
export function parseShared(search: string): Shared {
  const said = new URLSearchParams(search);
  return {
    view: said.get("view") || FIRST_VIEW,
    doc: said.get("doc") || null,
    selection: parseSelection(said),
    who: said.get("who") || null,
  };
}

/** Writes location.search, "" for the opening view. */
export function formatAddress(shared: Shared, own: readonly Parameter[]): string {
  const parts = [...sharedParameters(shared), ...own].filter(([, value]) => value !== null && value !== "" && value !== false);
  return parts.length === 0 ? "" : `?${parts.map(([name, value]) => `${name}=${readable(String(value))}`).join("&")}`;
}

/** The parameters of an address that belong to its view. */
export function ownParameters(search: string): Parameter[] {
  const names: readonly string[] = SHARED_NAMES;
  return [...new URLSearchParams(search)].filter(([name]) => !names.includes(name));
}

/** The same address in today's words, where it is a link of an earlier version. */
export function modern(search: string): string {
  const shared = parseShared(search);
  const meant = FORMER_VIEWS[shared.view];
  return meant ? formatAddress({ ...shared, view: FIRST_VIEW }, [...meant, ...ownParameters(search)]) : search;
}

/** A view's state as parameters say it. */
export function parseOwn<T>(codec: Codec<T>, parameters: readonly Parameter[]): T {
  return codec.parse(new URLSearchParams(parameters.map(([name, value]) => [name, String(value)])));
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

/** A number above zero; null for anything else. For codecs. */
export function wholeNumber(said: string | null): number | null {
  const n = Number(said);
  return said !== null && Number.isInteger(n) && n > 0 ? n : null;
}

/** One of a few words, the first where none of them is said. For codecs. */
export function oneOf<T extends string>(said: string | null, words: readonly [T, ...T[]]): T {
  return words.find((word) => word === said) ?? words[0];
}

/** A value, or null where it is the usual one: what is usual is not written. For codecs. */
export function unless<T>(value: T, usual: T): T | null {
  return value === usual ? null : value;
}

function sharedParameters({ view, doc, selection, who }: Shared): Parameter[] {
  return [
    ["view", unless(view, FIRST_VIEW)],
    ["doc", doc],
    ["node", selection?.type === "node" ? selection.iri : null],
    ["link", selection?.type === "link" ? linkKey(selection) : null],
    ["who", who],
  ];
}

function parseSelection(said: URLSearchParams): Selection | null {
  const iri = said.get("node");
  if (iri) return { type: "node", iri };
  const [source, force, target, ...more] = said.get("link")?.split(",") ?? [];
  if (source && force && target && more.length === 0) return { type: "link", source, force, target };
  return null;
}

/** Escapes a value, but leaves what is harmless in a query readable: IRIs are meant to be read. */
function readable(value: string): string {
  return encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2F/g, "/").replace(/%2C/g, ",").replace(/%40/g, "@").replace(/%20/g, "+");
}
