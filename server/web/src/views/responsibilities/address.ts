// What an address says of the view Responsibilities.
import { oneOf, unless, wholeNumber, type Codec } from "../../state/address";

export type Form = "matrix" | "list" | "gaps";
export type Grouping = "none" | "kind" | "document" | "parent";

export interface ResponsibilitiesState {
  /** Null: the matrix, or the list where the screen is too narrow for it. */
  as: Form | null;
  columns: "served" | "sections" | "topics";
  /** "count", "name", "force", or the IRI of the column that rows are sorted by. */
  sort: string;
  /** The same of columns, by a row. */
  columnSort: string;
  group: Grouping;
  columnGroup: Grouping;
  /** Kinds and forces that are not shown. */
  hidden: ReadonlySet<string>;
  onlyGaps: boolean;
  /** Most rows and columns to ask for, null for the usual number. */
  limit: number | null;
}

const usual: ResponsibilitiesState = {
  as: null,
  columns: "served",
  sort: "count",
  columnSort: "count",
  group: "none",
  columnGroup: "none",
  hidden: new Set(),
  onlyGaps: false,
  limit: null,
};

const GROUPINGS = ["none", "kind", "document", "parent"] as const;

export const responsibilitiesAddress: Codec<ResponsibilitiesState> = {
  id: "responsibilities",
  usual,
  parse: (said) => ({
    as: (["matrix", "list", "gaps"] as const).find((form) => form === said.get("as")) ?? null,
    columns: oneOf(said.get("columns"), ["served", "sections", "topics"]),
    sort: said.get("sort") || usual.sort,
    columnSort: said.get("colsort") || usual.columnSort,
    group: oneOf(said.get("group"), GROUPINGS),
    columnGroup: oneOf(said.get("colgroup"), GROUPINGS),
    hidden: new Set(said.get("hide")?.split(",").filter(Boolean)),
    onlyGaps: said.get("gaps") === "only",
    limit: wholeNumber(said.get("limit")),
  }),
  format: (state) => [
    ["as", state.as],
    ["columns", unless(state.columns, usual.columns)],
    ["sort", unless(state.sort, usual.sort)],
    ["colsort", unless(state.columnSort, usual.columnSort)],
    ["group", unless(state.group, usual.group)],
    ["colgroup", unless(state.columnGroup, usual.columnGroup)],
    ["hide", [...state.hidden].sort().join(",")],
    ["gaps", state.onlyGaps ? "only" : null],
    ["limit", state.limit],
  ],
};
