// Running a query of Gizmo or GraphQL. Cayley's interface is not part of the described one, so its shapes are read here.
import { text } from "../text";
import { ApiError } from "./http";

export type QueryLanguage = "gizmo" | "graphql";

export interface QueryAnswer {
  /** Of Gizmo one a result; of GraphQL the answer's members, one object. */
  rows: unknown[];
  /** Why there could be more rows; null where these are all. */
  truncated: string | null;
}

/** What is wrong with a query. Line and column count from 1, null where they are not known. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly line: number | null,
    readonly column: number | null,
  ) {
    super(message);
    this.name = "QueryError";
  }
}

/** Runs a query. Fails with a QueryError where it is the query's fault, with an ApiError where it is not. */
export async function runQuery(language: QueryLanguage, query: string, signal: AbortSignal): Promise<QueryAnswer> {
  const { status, said } = await post(language, query, signal);
  const body = parsed(said, status);
  const complaint = complaintOf(body);
  if (complaint !== null) throw status >= 500 ? new ApiError(complaint, status) : placed(complaint);
  if (status !== 200) throw new ApiError(text.errors.status(status), status);
  if (language === "graphql") return { rows: [body.data], truncated: null };
  return { rows: Array.isArray(body.result) ? body.result : [], truncated: stringOr(body.truncated) };
}

async function post(language: QueryLanguage, query: string, signal: AbortSignal): Promise<{ status: number; said: string }> {
  try {
    const headers = { Accept: "application/json", "Content-Type": "text/plain;charset=utf-8" };
    const answer = await fetch(`/api/v2/query?lang=${language}`, { method: "POST", headers, body: query, signal });
    return { status: answer.status, said: await answer.text() };
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError(text.errors.unreachable, 0);
  }
}

function parsed(said: string, status: number): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(said);
    if (typeof body === "object" && body !== null) return body as Record<string, unknown>;
  } catch {
    // Told below: a proxy or a dying server may answer with anything.
  }
  throw new ApiError(status === 200 ? text.errors.unreadable : text.errors.status(status), status);
}

/** The words of a refusal: Cayley's member error, GraphQL's errors, or a problem's detail. */
function complaintOf(body: Record<string, unknown>): string | null {
  const [first] = Array.isArray(body.errors) ? (body.errors as { message?: unknown }[]) : [];
  return stringOr(body.error) ?? stringOr(first?.message) ?? stringOr(body.detail);
}

const stringOr = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const PLACE = /^(?:gizmo|graphql): (?:line (\d+), column (\d+): )?(.*)$/s;

/** "gizmo: line 2, column 5: Unexpected token }" → what and where. */
export function placed(complaint: string): QueryError {
  const [, line, column, message] = PLACE.exec(complaint) ?? [];
  return new QueryError(sentence(message ?? complaint), line ? Number(line) : null, column ? Number(column) : null);
}

function sentence(words: string): string {
  const plain = words.replace(/^(?:Syntax Error GraphQL \(\d+:\d+\)|TypeError:|ReferenceError:|SyntaxError:)\s*/, "");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
