// What an address says of the view Query.
import type { QueryLanguage } from "../../api/query";
import { oneOf, unless, wholeNumber, type Codec } from "../../state/address";

export const FORMS = ["table", "graph", "json"] as const;
export type Form = (typeof FORMS)[number];

export interface QueryState {
  query: string;
  language: QueryLanguage;
  /** Whether the query has been run, so that a link shows results and not a draft. */
  run: boolean;
  /** How the results are shown. */
  as: Form;
  /** Number of the tab. */
  tab: number;
}

const usual: QueryState = { query: "", language: "gizmo", run: false, as: "table", tab: 1 };

export const queryAddress: Codec<QueryState> = {
  id: "query",
  usual,
  parse: (said) => ({
    query: said.get("q") ?? usual.query,
    language: oneOf(said.get("language"), ["gizmo", "graphql"]),
    run: said.get("run") === "yes",
    as: oneOf(said.get("as"), FORMS),
    tab: wholeNumber(said.get("tab")) ?? usual.tab,
  }),
  format: (state) => [
    ["q", state.query],
    ["language", unless(state.language, usual.language)],
    ["run", state.run ? "yes" : null],
    ["as", unless(state.as, usual.as)],
    ["tab", unless(state.tab, usual.tab)],
  ],
};
