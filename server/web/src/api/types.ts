// Shapes of /api/v1, as the server's openapi.json describes them.

export const FORCES = [
  "obligation",
  "prohibition",
  "commitment",
  "recommendation",
  "permission",
  "goal",
  "stance",
] as const;
export type Force = (typeof FORCES)[number];

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
export const TARGET_KINDS = ["Goal", "Principle", "Section", "Topic"] as const;
export type Kind = (typeof ACTOR_KINDS)[number] | (typeof TARGET_KINDS)[number];

/** What stands for "no actor is named" where an actor is expected: a responsibility gap. */
export const UNASSIGNED = "unassigned";

export interface Named {
  iri: string;
  label: string;
  kind: string;
}

export interface Counts {
  sentences: number;
  sections: number;
  statements: number;
  actors: number;
  gaps: number;
}

export interface DocumentSummary {
  id: string;
  title: string;
  byline?: string;
  issued?: string;
  source?: string;
  media_type?: string;
  counts: Counts;
}

/** Answer to an upload: what was read, and whether it took the place of a document of the same id. */
export interface Ingested extends DocumentSummary {
  replaced: boolean;
}

export interface Evidence {
  start: number;
  end: number;
  text: string;
}

export interface Section {
  title: string;
  level: number;
  kind: string;
  char_start: number;
  char_end: number;
}

/** A document with all that stands in it; char offsets count Unicode code points. */
export interface FullDocument extends DocumentSummary {
  text: string;
  sections: Section[];
  statements: Statement[];
}

export interface Statement {
  id: string;
  iri: string;
  doc: string;
  doc_title: string;
  actor: { id: string; label: string; kind: string };
  deontic: string;
  force: Force;
  aim: string;
  object: string;
  recipient?: string;
  condition?: string;
  constraint?: string;
  polarity: "+" | "-";
  section: string;
  serves?: Named[];
  topics?: { iri: string; label: string }[];
  references?: Named[];
  involves?: { id: string; label: string; kind: string }[];
  sentence: string;
  char_start: number;
  char_end: number;
  context?: Evidence[];
}

export interface GraphNode {
  id: string;
  label: string;
  kind: string;
  group: "actor" | "target";
  statements: number;
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  predicate: string;
  force: string;
  count: number;
  statements?: string[];
}

export interface GraphAnswer {
  nodes: GraphNode[];
  edges: GraphEdge[];
  total_nodes: number;
  total_edges: number;
  narrowed: boolean;
}

export interface Suggestion extends Named {
  aliases?: string[];
}

export interface Page<T> {
  items: T[];
  total: number;
  next?: string;
}
