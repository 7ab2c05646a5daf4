// What an address says of the view Explore.
import { oneOf, unless, wholeNumber, type Codec } from "../../state/address";

export interface ExploreState {
  as: "graph" | "table";
  layout: "layered" | "force";
  /** Node whose surroundings alone are shown, null for everything. */
  center: string | null;
  hops: number;
  /** Most nodes to ask for, null for the server's own choice. */
  limit: number | null;
  /** Kinds and forces switched off in the legend. */
  hidden: ReadonlySet<string>;
}

const MAX_HOPS = 4;

const usual: ExploreState = { as: "graph", layout: "layered", center: null, hops: 1, limit: null, hidden: new Set() };

export const exploreAddress: Codec<ExploreState> = {
  id: "explore",
  usual,
  parse: (said) => ({
    as: oneOf(said.get("as"), ["graph", "table"]),
    layout: oneOf(said.get("layout"), ["layered", "force"]),
    center: said.get("center") || null,
    hops: Math.min(MAX_HOPS, wholeNumber(said.get("hops")) ?? usual.hops),
    limit: wholeNumber(said.get("limit")),
    hidden: new Set(said.get("hide")?.split(",").filter(Boolean)),
  }),
  format: (state) => [
    ["as", unless(state.as, usual.as)],
    ["layout", unless(state.layout, usual.layout)],
    ["center", state.center],
    ["hops", state.center ? unless(state.hops, usual.hops) : null],
    ["limit", state.limit],
    ["hide", [...state.hidden].sort().join(",")],
  ],
};

/** Shows or hides everything of a kind or force. */
export function toggled(hidden: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const changed = new Set(hidden);
  if (!changed.delete(name)) changed.add(name);
  return changed;
}

/** Of a group of kinds or forces shows `name` alone, or all of them again if it was alone. */
export function only(hidden: ReadonlySet<string>, name: string, group: readonly string[]): ReadonlySet<string> {
  const alone = group.every((other) => other === name || hidden.has(other));
  const changed = new Set(hidden);
  for (const other of group) {
    if (alone || other === name) changed.delete(other);
    else changed.add(other);
  }
  return changed;
}
