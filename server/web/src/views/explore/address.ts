// What an address says of the view Explore: all that makes the picture what it is.
import { oneOf, unless, wholeNumber, type Codec } from "../../state/address";

export const LAYOUTS = ["layered", "force", "circle"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** A place on the stage in thousandths of its width and height, so that it fits any screen. */
export interface Spot {
  x: number;
  y: number;
}

export interface ExploreState {
  as: "graph" | "table";
  layout: Layout;
  /** Node whose surroundings alone are shown, null for everything. */
  center: string | null;
  hops: number;
  /** Most nodes to ask for, null for the server's own choice. */
  limit: number | null;
  /** Kinds and forces switched off in the legend. */
  hidden: ReadonlySet<string>;
  /** Principles and goals, topics: statements alone that serve or concern one of them. */
  serves: readonly string[];
  topics: readonly string[];
  /** Links alone that so many statements make. */
  evidence: number;
  /** With the links between actors. */
  between: boolean;
  /** Nodes whose neighbours were brought in, in order; with ~ and a kind for neighbours of that kind. */
  open: readonly string[];
  /** Nodes taken out by hand. */
  without: readonly string[];
  pins: ReadonlyMap<string, Spot>;
  /** Several nodes selected together. */
  picked: readonly string[];
  /** Ends of the ways between two nodes. */
  from: string | null;
  to: string | null;
  /** How many ways, and which of them is lit, from 1. */
  ways: number;
  way: number;
}

const MAX_HOPS = 4;
const MAX_WAYS = 20;
export const USUAL_WAYS = 3;

const usual: ExploreState = {
  as: "graph",
  layout: "layered",
  center: null,
  hops: 1,
  limit: null,
  hidden: new Set(),
  serves: [],
  topics: [],
  evidence: 1,
  between: false,
  open: [],
  without: [],
  pins: new Map(),
  picked: [],
  from: null,
  to: null,
  ways: USUAL_WAYS,
  way: 1,
};

export const exploreAddress: Codec<ExploreState> = {
  id: "explore",
  usual,
  parse: (said) => ({
    as: oneOf(said.get("as"), ["graph", "table"]),
    layout: oneOf(said.get("layout"), LAYOUTS),
    center: said.get("center") || null,
    hops: Math.min(MAX_HOPS, wholeNumber(said.get("hops")) ?? usual.hops),
    limit: wholeNumber(said.get("limit")),
    hidden: new Set(words(said.get("hide"))),
    serves: words(said.get("serves")),
    topics: words(said.get("topic")),
    evidence: wholeNumber(said.get("evidence")) ?? usual.evidence,
    between: said.get("between") === "true",
    open: said.get("open")?.split(",").filter(Boolean) ?? [],
    without: words(said.get("without")),
    pins: new Map(words(said.get("pin")).flatMap(parsePin)),
    picked: words(said.get("set")),
    from: said.get("from") || null,
    to: said.get("to") || null,
    ways: Math.min(MAX_WAYS, wholeNumber(said.get("ways")) ?? usual.ways),
    way: wholeNumber(said.get("way")) ?? usual.way,
  }),
  format: (state) => [
    ["as", unless(state.as, usual.as)],
    ["layout", unless(state.layout, usual.layout)],
    ["center", state.center],
    ["hops", state.center ? unless(state.hops, usual.hops) : null],
    ["limit", state.limit],
    ["hide", [...state.hidden].sort().join(",")],
    ["serves", state.serves.join(",")],
    ["topic", state.topics.join(",")],
    ["evidence", unless(state.evidence, usual.evidence)],
    ["between", state.between],
    ["open", state.open.join(",")],
    ["without", state.without.join(",")],
    ["pin", [...state.pins].map(([iri, at]) => `${iri}@${at.x}@${at.y}`).join(",")],
    ["set", state.picked.join(",")],
    ["from", state.from],
    ["to", state.to],
    ["ways", state.from && state.to ? unless(state.ways, usual.ways) : null],
    ["way", state.from && state.to ? unless(state.way, usual.way) : null],
  ],
};

function words(said: string | null): string[] {
  return [...new Set(said?.split(",").filter(Boolean))];
}

/** "actor:norway@250@610" → the node and its place; nothing where that is not what it says. */
function parsePin(said: string): [string, Spot][] {
  const [, iri, x, y] = /^(.+)@(\d+)@(\d+)$/.exec(said) ?? [];
  if (!iri || Number(x) > 1000 || Number(y) > 1000) return [];
  return [[iri, { x: Number(x), y: Number(y) }]];
}

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

/** A list with an entry more, or without the one it has. */
export function switched(list: readonly string[], entry: string): readonly string[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry];
}
