// The one place that speaks HTTP: typed calls to this server's /api/v1, by the paths of its openapi.json.
import createClient from "openapi-fetch";
import { text } from "../text";
import type { paths } from "./schema";
import type { Page, Statement } from "./types";

const client = createClient<paths>({
  // Relative addresses are the page's own; outside of a browser, as in tests, there is none.
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  headers: { Accept: "application/json" },
  fetch: (request) => fetch(request),
});

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

/** Takes the words out of a problem+json body, or falls back to words for the status. */
export function problemMessage(status: number, body: unknown): string {
  const problem = (typeof body === "object" && body ? body : {}) as { detail?: string; title?: string };
  return problem.detail || problem.title || text.errors.status(status);
}

/** Waits for a call and turns what is not an answer into an ApiError; calls that were given up stay so. */
async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let settled: Awaited<typeof call>;
  try {
    settled = await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    if (cause instanceof SyntaxError) throw new ApiError(text.errors.unreadable, 200);
    throw new ApiError(text.errors.unreachable, 0);
  }
  const { data, error, response } = settled;
  if (!response.ok) throw new ApiError(problemMessage(response.status, error), response.status);
  return data as T;
}

type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } } ? NonNullable<Q> : never;
/** Parameters that are null are not set. */
type Loose<T> = { [K in keyof T]?: T[K] | null };

/** Leaves out what is not set. */
export function given<T extends object>(query: Loose<T>): T {
  return Object.fromEntries(Object.entries(query).filter(([, v]) => v !== null && v !== undefined && v !== "")) as T;
}

export type GraphQuery = Loose<Query<"/api/v1/graph">>;
export type StatementQuery = Loose<Query<"/api/v1/statements">>;
export type WhoQuery = Loose<Query<"/api/v1/who">> & { topic: string };

/** Where the details of nodes are, by the scheme of their IRIs. */
const DETAILS = {
  actor: "/api/v1/actors/{id}",
  principle: "/api/v1/principles/{id}",
  goal: "/api/v1/goals/{id}",
  topic: "/api/v1/topics/{id}",
} as const;

export const api = {
  documents: (signal?: AbortSignal) => answer(client.GET("/api/v1/documents", { signal })),
  document: (id: string, signal?: AbortSignal) =>
    answer(client.GET("/api/v1/documents/{id}", { params: { path: { id } }, signal })),
  graph: (query: GraphQuery, signal?: AbortSignal) =>
    answer(client.GET("/api/v1/graph", { params: { query: given(query) }, signal })),
  statements: (query: StatementQuery, signal?: AbortSignal): Promise<Page<Statement>> =>
    answer(client.GET("/api/v1/statements", { params: { query: given(query) }, signal })),
  search: (q: string, signal?: AbortSignal) => answer(client.GET("/api/v1/search", { params: { query: { q } }, signal })),
  who: (query: WhoQuery, signal?: AbortSignal): Promise<Page<Statement>> =>
    answer(client.GET("/api/v1/who", { params: { query: given<Query<"/api/v1/who">>(query) }, signal })),
  /** Other names of a node; none for sections, which have a heading only. */
  aliases: async (iri: string, signal?: AbortSignal): Promise<string[]> => {
    const [scheme = "", ...rest] = iri.split(":");
    if (!(scheme in DETAILS)) return [];
    const details = DETAILS[scheme as keyof typeof DETAILS];
    return (await answer(client.GET(details, { params: { path: { id: rest.join(":") } }, signal }))).aliases ?? [];
  },
  remove: async (id: string): Promise<void> => {
    await answer(client.DELETE("/api/v1/documents/{id}", { params: { path: { id } } }));
  },
};
