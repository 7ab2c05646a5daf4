// Calls of the view Responsibilities.
import { answer, client, given, type Query } from "./http";

type MatrixQuery = Query<"/api/v1/responsibilities">;
export type Axis = NonNullable<NonNullable<MatrixQuery["columns"]>[number]>;

export const responsibilitiesApi = {
  matrix: (query: { columns: Axis[]; doc: string | null; limit: number }, signal?: AbortSignal) =>
    answer(client.GET("/api/v1/responsibilities", { params: { query: given<MatrixQuery>(query) }, signal })),
  gaps: (query: { doc: string | null; limit: number }, signal?: AbortSignal) =>
    answer(client.GET("/api/v1/gaps", { params: { query: given<Query<"/api/v1/gaps">>(query) }, signal })),
};

export type Matrix = Awaited<ReturnType<typeof responsibilitiesApi.matrix>>;
export type Heading = Matrix["rows"][number];
export type Gaps = Awaited<ReturnType<typeof responsibilitiesApi.gaps>>;
