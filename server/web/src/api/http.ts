// The one place that speaks HTTP: how typed calls to this server's /api/v1 are made, by the paths of its openapi.json,
// and how what is not an answer becomes words. The calls themselves stand in client.ts, those of one view in NAME.ts.
import createClient from "openapi-fetch";
import { text } from "../text";
import type { paths } from "./schema";
import { authorised, credentials } from "./token";

export const client = createClient<paths>({
  // Relative addresses are the page's own; outside of a browser, as in tests, there is none.
  baseUrl: globalThis.location?.origin ?? "http://localhost",
  headers: { Accept: "application/json" },
  // Lists are written as the server's document says: separated by commas.
  querySerializer: { array: { style: "form", explode: false } },
  fetch: (request) => (request.method === "GET" ? fetch(request) : authorised(() => fetch(signed(request)))),
});

/** A copy of a write that carries the token; a copy, as it may have to be sent again. */
function signed(request: Request): Request {
  const copy = request.clone();
  for (const [name, value] of Object.entries(credentials())) copy.headers.set(name, value);
  return copy;
}

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
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
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

/** Parameters that a GET of a path takes. */
export type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } } ? NonNullable<Q> : never;
/** Parameters that are null are not set. */
export type Loose<T> = { [K in keyof T]?: T[K] | null };

/** Leaves out what is not set. */
export function given<T extends object>(query: Loose<T>): T {
  return Object.fromEntries(Object.entries(query).filter(([, v]) => v !== null && v !== undefined && v !== "")) as T;
}
