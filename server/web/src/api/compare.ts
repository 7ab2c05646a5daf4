// Calls of the view Compare.
import { answer, client, given, type Loose, type Query } from "./http";

export type CompareQuery = Loose<Query<"/api/v1/compare">> & { a: string; b: string };

export const compareApi = {
  compare: (query: CompareQuery, signal?: AbortSignal) =>
    answer(client.GET("/api/v1/compare", { params: { query: given<Query<"/api/v1/compare"> & { a: string; b: string }>(query) }, signal })),
};

export type Comparison = Awaited<ReturnType<typeof compareApi.compare>>;
export type Difference = Comparison["items"][number];
export type Change = Difference["change"];
export const CHANGES = ["reversed", "moved", "strengthened", "softened", "only-a", "only-b", "both"] as const satisfies readonly Change[];
