// Calls of the view Ask.
import { answer, client, given, type Loose, type Query } from "./http";

export type AskQuery = Loose<Query<"/api/v1/ask">> & { q: string };

export const askApi = {
  ask: (query: AskQuery, signal?: AbortSignal) =>
    answer(client.GET("/api/v1/ask", { params: { query: given<Query<"/api/v1/ask"> & { q: string }>(query) }, signal })),
  examples: (signal?: AbortSignal) => answer(client.GET("/api/v1/ask/examples", { params: { query: { limit: 8 } }, signal })),
};

export type Answer = Awaited<ReturnType<typeof askApi.ask>>;
export type AnswerRow = Answer["rows"][number];
export type Example = Awaited<ReturnType<typeof askApi.examples>>["items"][number];
