// The one place that speaks HTTP: typed calls to this server's /api/v1.
import { text } from "../text";
import type { DocumentSummary, FullDocument, GraphAnswer, Page, Statement, Suggestion } from "./types";

const ROOT = "/api/v1";

/** An answer that is not what was asked for, in words for the reader. Status 0: no answer at all. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

type Query = Record<string, string | number | null | undefined>;

/** Writes the parameters that are set as a query string, "" where none is. */
export function queryString(query: Query): string {
  const set = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") set.set(name, String(value));
  }
  const written = set.toString();
  return written === "" ? "" : `?${written}`;
}

/** Takes the words out of a problem+json body, or falls back to words for the status. */
export function problemMessage(status: number, body: string): string {
  try {
    const problem = JSON.parse(body) as { detail?: string; title?: string };
    if (problem.detail) return problem.detail;
    if (problem.title) return problem.title;
  } catch {
    // A proxy or a dying server may answer with anything; the status still says something.
  }
  return text.errors.status(status);
}

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(ROOT + path, { headers: { Accept: "application/json" }, ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(text.errors.unreachable, 0);
  }
  if (!response.ok) throw new ApiError(problemMessage(response.status, await response.text()), response.status);
  return response;
}

async function get<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const response = await request(path + queryString(query), { signal });
  try {
    return (await response.json()) as T;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(text.errors.unreadable, response.status);
  }
}

export interface GraphQuery {
  center?: string | null;
  hops?: number;
  limit?: number | null;
  doc?: string | null;
}

export interface StatementQuery {
  actor?: string;
  force?: string;
  serves?: string;
  topic?: string;
  doc?: string | null;
  limit?: number;
  cursor?: string;
}

const ENTITY_LISTS: Record<string, string> = {
  actor: "actors",
  principle: "principles",
  goal: "goals",
  topic: "topics",
};

export const api = {
  documents: (signal?: AbortSignal) => get<Page<DocumentSummary>>("/documents", {}, signal),
  document: (id: string, signal?: AbortSignal) =>
    get<FullDocument>(`/documents/${encodeURIComponent(id)}`, {}, signal),
  graph: (query: GraphQuery, signal?: AbortSignal) => get<GraphAnswer>("/graph", { ...query }, signal),
  statements: (query: StatementQuery, signal?: AbortSignal) =>
    get<Page<Statement>>("/statements", { ...query }, signal),
  search: (q: string, signal?: AbortSignal) => get<{ items: Suggestion[] }>("/search", { q }, signal),
  who: (query: { topic: string; limit?: number; cursor?: string }, signal?: AbortSignal) =>
    get<Page<Statement>>("/who", { ...query }, signal),
  /** Other names of a node; none for sections, which have a heading only. */
  aliases: async (iri: string, signal?: AbortSignal): Promise<string[]> => {
    const [kind = "", ...rest] = iri.split(":");
    const list = ENTITY_LISTS[kind];
    if (!list) return [];
    return (await get<{ aliases?: string[] }>(`/${list}/${encodeURIComponent(rest.join(":"))}`, {}, signal)).aliases ?? [];
  },
  remove: async (id: string): Promise<void> => {
    await request(`/documents/${encodeURIComponent(id)}`, { method: "DELETE" });
  },
};
