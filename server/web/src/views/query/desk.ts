// What the console keeps in the browser: its tabs and the queries that were run. Pure, and wary of what it reads.
import type { QueryLanguage } from "../../api/query";

export interface Tab {
  id: number;
  language: QueryLanguage;
  text: string;
}

export interface Past {
  language: QueryLanguage;
  text: string;
  /** When, in milliseconds. */
  at: number;
  /** Results that came; null where the query failed. */
  rows: number | null;
}

export interface Desk {
  tabs: Tab[];
  history: Past[];
}

export const MOST_TABS = 20;
const MOST_PAST = 100;
/** The server takes no longer query. */
const LONGEST = 16 << 10;

/** Reads a stored desk; whatever of it is not as it should be is left out. */
export function parseDesk(stored: string | null): Desk {
  let said: unknown = null;
  try {
    said = JSON.parse(stored ?? "null");
  } catch {
    // Not ours, or cut off: an empty desk then.
  }
  const { tabs, history } = record(said);
  const seen = new Set<number>();
  const distinct = (tab: Tab) => !seen.has(tab.id) && seen.add(tab.id) !== undefined;
  return {
    tabs: list(tabs).flatMap(tabOf).filter(distinct).slice(0, MOST_TABS),
    history: list(history).flatMap(pastOf).slice(0, MOST_PAST),
  };
}

export function formatDesk({ tabs, history }: Desk): string {
  return JSON.stringify({ tabs, history });
}

/** The history with a query on top, which stands in it once only. */
export function remembered(history: readonly Past[], past: Past): Past[] {
  const others = history.filter((h) => h.text !== past.text || h.language !== past.language);
  return [past, ...others].slice(0, MOST_PAST);
}

/** The lowest number that no tab has. */
export function freeId(tabs: readonly Tab[]): number {
  const taken = new Set(tabs.map((t) => t.id));
  let id = 1;
  while (taken.has(id)) id++;
  return id;
}

/** A tab's name: the first line of its query that says something. */
export function nameOf(text: string): string {
  const lines = text.split("\n").map((l) => l.trim().replace(/^(?:\/\/|#)\s*/, ""));
  return lines.find((l) => /[\p{L}\p{N}]/u.test(l)) ?? "";
}

const record = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? { ...value } : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const language = (value: unknown): QueryLanguage => (value === "graphql" ? "graphql" : "gizmo");

function tabOf(value: unknown): Tab[] {
  const { id, text, language: l } = record(value);
  if (typeof id !== "number" || !Number.isInteger(id) || id < 1 || typeof text !== "string") return [];
  return [{ id, language: language(l), text: text.slice(0, LONGEST) }];
}

function pastOf(value: unknown): Past[] {
  const { text, at, rows, language: l } = record(value);
  if (typeof text !== "string" || typeof at !== "number") return [];
  return [{ language: language(l), text: text.slice(0, LONGEST), at, rows: typeof rows === "number" ? rows : null }];
}
