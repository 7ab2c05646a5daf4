// Words of the view Explore.
import { count, many } from "./count";

export const explore = {
  label: "Explore",

  legend: {
    title: "Legend and filters",
    documents: "Documents",
    actors: "Who acts",
    targets: "What they serve",
    forces: "Force of the link",
    only: "only",
    onlyLabel: (name: string) => `Show only ${name}`,
    reset: "Show all kinds and forces",
    width: "A thicker line stands on more statements.",
  },

  stage: {
    forms: "Form",
    graph: "Graph",
    table: "Table",
    layouts: "Layout",
    layered: "Columns",
    force: "Cluster",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Fit to view",
    layoutFailed: "The cluster layout failed; here are the columns.",
    label: (actors: number, targets: number, links: number) =>
      `Graph of ${many(actors, "actor")} and ${many(targets, "principle, goal or section", "principles, goals and sections")}, joined by ${many(links, "link")}. Use the arrow keys to move from node to node, or read the table.`,
    loading: "Drawing the graph…",
    noWebGL: "This browser cannot draw the graph (WebGL is missing or switched off). The table holds the same facts.",
    nodes: "nodes",
    mostFirst: "those with most statements first",
    centred: (label: string) => `Only what is near ${label}`,
    everything: "Show everything",
    reach: "Reach",
    hops: (n: number) => many(n, "step"),
    tooltipNode: (label: string, kind: string, statements: number) =>
      `${label} · ${kind} · ${many(statements, "statement")}`,
    tooltipLink: (source: string, force: string, target: string, n: number) =>
      `${source} → ${target} · ${force} · ${many(n, "statement")}`,
    selected: (label: string) => `${label} selected`,
    summary: (actors: number, targets: number, links: number) =>
      `${many(actors, "actor")} · ${count.format(targets)} served · ${many(links, "link")}`,
  },

  table: {
    caption: "Who is linked to what, by which force, on how many statements",
    title: "All links",
    actor: "Actor",
    force: "Force",
    target: "What it serves",
    count: "Statements",
    countShort: "№",
    more: (left: number) => `Show ${count.format(left)} more`,
    open: (source: string, target: string) => `Sentences that link ${source} to ${target}`,
  },

  empty: {
    filteredTitle: "Everything is filtered out",
    filtered: "No link is left with these filters.",
    documentTitle: "No statements",
    document: "No statement was found here: no sentence says who should do what.",
  },

  details: {
    linkedTo: "Linked to",
    allNeighbours: (n: number) => `Show all ${count.format(n)}`,
    focus: "Focus on this",
    unfocus: "Show everything",
  },

  keys: {
    upDown: "Node above or below, in the graph",
    leftRight: "Across to what the node is linked with",
    enter: "Go to the sentences of the selected node",
    zoom: "Zoom",
    fit: "Fit to view",
    graph: "Graph",
    table: "Table",
  },
};
