// How far something that the server is asked for has come.
export type Loading = { status: "loading" } | { status: "ready" } | { status: "failed"; message: string };
