// Calls of the view Read: one statement, and what people say of statements.
import { answer, client } from "./http";
import type { components } from "./schema";

export type Correction = components["schemas"]["Correction"];
export type Proposal = components["schemas"]["Proposal"];
export type Review = components["schemas"]["Review"];

export const reading = {
  statement: (id: string, signal: AbortSignal) => answer(client.GET("/api/v1/statements/{id}", { params: { path: { id } }, signal })),
  /** Stores what somebody says; several statements make several corrections, all or none. */
  propose: async (proposal: Proposal): Promise<Correction[]> =>
    (await answer(client.POST("/api/v1/corrections", { body: proposal }))).items ?? [],
};
