// Names for the shapes of /api/v1. The shapes are made from the server's openapi.json (npm run api); here are
// the orders in which the page shows forces and kinds.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Statement = Schemas["Statement"];
export type Section = Schemas["Section"];
export type DocumentSummary = Schemas["Document"];
export type FullDocument = Schemas["FullDocument"];
export type GraphAnswer = Schemas["Graph"];
export type GraphNode = Schemas["Node"];
export type GraphEdge = Schemas["Edge"];
export type Facets = NonNullable<GraphAnswer["facets"]>;
export type Choice = Schemas["Choice"];
export type Paths = Schemas["Paths"];
export type Way = Schemas["Path"];
export type Hop = Schemas["Hop"];
export type Suggestion = Schemas["Suggestion"];
/** Answer to an upload: what was read, and whether it took the place of a document of the same id. */
export type Ingested = Schemas["Added"];
export type Force = Statement["force"];

export interface Page<T> {
  items: T[];
  total: number;
  next?: string;
}

export const FORCES = [
  "obligation",
  "prohibition",
  "commitment",
  "recommendation",
  "permission",
  "goal",
  "stance",
] as const satisfies readonly Force[];

export const ACTOR_KINDS = [
  "State",
  "InternationalOrganization",
  "GovernmentBody",
  "Company",
  "CivilSociety",
  "Individual",
  "Collective",
  "Organization",
] as const;
export const TARGET_KINDS = ["Goal", "Principle", "Section", "Topic", "Document"] as const;
export type Kind = (typeof ACTOR_KINDS)[number] | (typeof TARGET_KINDS)[number];

/** What stands for "no actor is named" where an actor is expected: a responsibility gap. */
export const UNASSIGNED = "unassigned";
