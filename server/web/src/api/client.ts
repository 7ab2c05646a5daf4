// Calls that several views make. A view's own calls stand in a file of its name beside this one.
import { answer, client, given, type Loose, type Query } from "./http";
import type { Page, Statement } from "./types";

export type GraphQuery = Loose<Query<"/api/v1/graph">>;
export type StatementQuery = Loose<Query<"/api/v1/statements">>;
export type WhoQuery = Loose<Query<"/api/v1/who">> & { topic: string };

export interface Called {
  label: string;
  kind: string;
  aliases: string[];
}

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
  /** What a node is called; null for sections, which have a heading only. */
  called: async (iri: string, signal?: AbortSignal): Promise<Called | null> => {
    const [scheme = "", ...rest] = iri.split(":");
    if (!(scheme in DETAILS)) return null;
    const details = DETAILS[scheme as keyof typeof DETAILS];
    const found = await answer(client.GET(details, { params: { path: { id: rest.join(":") } }, signal }));
    return { label: found.label, kind: found.kind, aliases: found.aliases ?? [] };
  },
  /** Puts a document back as it was before it was last removed or replaced. */
  restore: (id: string) => answer(client.POST("/api/v1/documents/{id}/restore", { params: { path: { id } } })),
  reextract: (id: string, dry: boolean) =>
    answer(client.POST("/api/v1/documents/{id}/reextract", { params: { path: { id }, query: { dry_run: dry } } })),
  remove: async (id: string): Promise<void> => {
    await answer(client.DELETE("/api/v1/documents/{id}", { params: { path: { id } } }));
  },
};
