// Words of the view Query. What Gizmo's methods do stands in gizmo.ts, which comes with the view.
import { count, many } from "./count";

export const query = {
  label: "Query",

  editor: {
    label: (language: string) => `Query in ${language}`,
    hint: "Ctrl-Enter runs, Ctrl-Space completes, Escape and then Tab leaves the editor.",
    languages: "Language",
    gizmo: "Gizmo",
    graphql: "GraphQL",
    run: "Run",
    cancel: "Cancel",
    copy: "Copy link",
    copied: "Link copied",
    examples: "Examples",
    history: "History",
    region: "Queries",
    startGizmo: "// Ask the graph, for example\n",
  },

  tabs: {
    label: "Open queries",
    untitled: "Empty query",
    add: "New query",
    close: (name: string) => `Close ${name}`,
    full: (most: number) => `There are ${most} queries open: close one first.`,
    closed: (name: string) => `“${name}” was closed.`,
    undo: "Undo",
  },

  results: {
    label: "Results",
    forms: "Show results as",
    table: "Table",
    graph: "Graph",
    json: "JSON",
    count: (n: number) => many(n, "result"),
    none: "Nothing in the graph fits this query.",
    csv: "CSV",
    csvLabel: "Download the results as CSV",
    jsonFile: "JSON",
    jsonLabel: "Download the results as JSON",
    running: "Running…",
    cancelled: "Cancelled.",
    idle: "No results yet",
    idleHint: "Write a query and run it, or take an example.",
    more: (left: number) => `Show ${count.format(Math.min(left, 1000))} more`,
    rows: "results",
    tableLabel: "Results as a table",
    jsonRegion: "Results as JSON",
    firstChars: (shown: number, all: number) => `The first ${count.format(shown)} of ${count.format(all)} characters are shown; the download has all.`,
    drawn: "nodes drawn",
    noGraph: "These results name no nodes of the graph, so there is nothing to draw. The table shows them.",
    noWebGL: "This browser cannot draw the graph (WebGL is missing or switched off). The table holds the same results.",
    graphLabel: (nodes: number, links: number) =>
      `Drawing of ${many(nodes, "node")} and ${many(links, "link")}. The table holds the same results.`,
    among: "The links among these nodes were looked up.",
    took: (ms: number) => (ms < 1000 ? `${count.format(Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`),
  },

  error: {
    title: "This query has a mistake",
    stopped: "The query was stopped",
    place: (line: number, column: number) => `Line ${line}, column ${column}`,
    go: "Go there",
  },

  history: {
    title: "Queries you ran",
    empty: "What you run is kept here, in this browser alone.",
    failed: "failed",
    clear: "Forget all",
    open: (name: string) => `Open ${name}`,
  },

  examples: {
    title: "Examples from this store",
    loading: "Looking for examples…",
    empty: "The store holds no statements yet. Add a text, and examples made from it stand here.",
    aims: (actor: string) => `What is asked of ${actor}, or pursued`,
    actors: (target: string) => `Who is linked to “${target}”`,
    sentences: (actor: string) => `The sentences behind what ${actor} should do`,
    busiest: "Which actors most statements are about",
    gaps: "Duties that name nobody",
    near: (actor: string) => `Every link of ${actor}, to draw`,
    graphql: (actor: string) => `${actor} and what is served, in GraphQL`,
  },

  completion: {
    predicate: "predicate",
    method: "method",
  },

  keys: {
    run: "Run the query",
    editor: "Go to the editor",
    newTab: "New query",
    history: "Queries you ran",
  },
};
