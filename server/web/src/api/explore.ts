// Calls of the view Explore.
import { answer, client, given, type Loose, type Query } from "./http";

export type PathQuery = Loose<Query<"/api/v1/paths">> & { from: string; to: string };

export const exploreApi = {
  paths: (query: PathQuery, signal?: AbortSignal) =>
    answer(client.GET("/api/v1/paths", { params: { query: given<Query<"/api/v1/paths">>(query) }, signal })),
  /** Entities of some classes with a name like this. */
  find: (q: string, classes: string[], signal?: AbortSignal) =>
    answer(client.GET("/api/v1/search", { params: { query: { q, class: classes, limit: 20 } }, signal })),
};
