// What Explore asks the server for, of what its address says.
import type { GraphQuery } from "../../api/client";
import { stopsOf, type Leg } from "../../graph/ways";
import { text } from "../../text";
import type { ExploreState } from "./address";

/** Most nodes that the page draws at once. */
export const MOST = 800;
/** Neighbours that one expansion brings in. */
export const EXPANDS = 10;

/** The query for a graph: in a fixed order, without what is as usual, so that equal views ask alike. */
export function graphQuery(view: ExploreState, doc: string | null, legs: readonly Leg[]): GraphQuery {
  const hidden = [...view.hidden].sort();
  const list = (names: readonly string[]) => (names.length > 0 ? [...names] : undefined);
  const ends = [view.from, view.to].filter((iri) => iri !== null);
  return {
    center: view.center,
    hops: view.center ? view.hops : undefined,
    limit: view.limit === null ? undefined : Math.min(MOST, view.limit),
    doc,
    not_kind: list(hidden.filter((name) => name in text.kinds)),
    not_force: list(hidden.filter((name) => name in text.forces)),
    serves: list(view.serves),
    topic: list(view.topics),
    evidence: view.evidence > 1 ? view.evidence : undefined,
    between: view.between || undefined,
    expand: list(view.open),
    neighbours: view.open.length > 0 ? EXPANDS : undefined,
    with: list([...new Set([...ends, ...stopsOf(legs).map((s) => s.iri)])]),
    facets: true,
  };
}
