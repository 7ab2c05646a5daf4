// Every word the page says, in one place.
const count = new Intl.NumberFormat("en");

/** "1 statement", "2 statements", "1,240 statements". */
function many(n: number, one: string, more = `${one}s`): string {
  return `${count.format(n)} ${n === 1 ? one : more}`;
}

export const text = {
  brand: "Mandate",
  tagline: "Who is responsible for what, and which sentence says so",
  number: (n: number) => count.format(n),

  kinds: {
    State: { one: "State", more: "States" },
    InternationalOrganization: { one: "International organisation", more: "International organisations" },
    GovernmentBody: { one: "Government body", more: "Government bodies" },
    Company: { one: "Company", more: "Companies" },
    CivilSociety: { one: "Civil society", more: "Civil society" },
    Individual: { one: "Individual", more: "Individuals" },
    Collective: { one: "Collective", more: "Collectives" },
    Organization: { one: "Other actor", more: "Other actors" },
    Goal: { one: "Goal", more: "Goals" },
    Principle: { one: "Principle", more: "Principles" },
    Section: { one: "Section", more: "Sections" },
    Topic: { one: "Topic", more: "Topics" },
    Instrument: { one: "Instrument", more: "Instruments" },
    Document: { one: "Document", more: "Documents" },
  } as Record<string, { one: string; more: string }>,

  forces: {
    obligation: "Obligation",
    prohibition: "Prohibition",
    commitment: "Commitment",
    recommendation: "Recommendation",
    permission: "Permission",
    goal: "Goal",
    stance: "Stance",
  } as Record<string, string>,

  forceHints: {
    obligation: "shall, must, is required to",
    prohibition: "shall not, must not",
    commitment: "is committed to, will",
    recommendation: "should, is encouraged to",
    permission: "may, has the right to",
    goal: "aims to, the goal is to",
    stance: "supports, opposes, welcomes",
  } as Record<string, string>,

  header: {
    add: "Add a text",
    help: "Keyboard and help",
    filters: "Filters",
    home: "Mandate: show everything",
  },

  search: {
    label: "Search actors, principles, goals and topics, or ask who is responsible",
    placeholder: "Search, or ask who is responsible for …",
    who: (topic: string) => `Who is responsible for “${topic}”?`,
    none: "No name like that",
    count: (n: number) => many(n, "suggestion"),
  },

  legend: {
    title: "Legend and filters",
    documents: "Documents",
    allDocuments: "All documents",
    actors: "Who acts",
    targets: "What they serve",
    forces: "Force of the link",
    only: "only",
    onlyLabel: (name: string) => `Show only ${name}`,
    remove: "Remove",
    removeLabel: (title: string) => `Remove ${title}`,
    reset: "Show all kinds and forces",
    width: "A thicker line stands on more statements.",
  },

  documentCounts: (statements: number, gaps: number) =>
    gaps > 0 ? `${many(statements, "statement")}, ${many(gaps, "gap")}` : many(statements, "statement"),

  stage: {
    views: "View",
    graph: "Graph",
    table: "Table",
    read: "Text",
    layouts: "Layout",
    layered: "Columns",
    force: "Cluster",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Fit to view",
    label: (actors: number, targets: number, links: number) =>
      `Graph of ${many(actors, "actor")} and ${many(targets, "principle, goal or section", "principles, goals and sections")}, joined by ${many(links, "link")}. Use the arrow keys to move from node to node, or read the table.`,
    loading: "Drawing the graph…",
    noWebGL: "This browser cannot draw the graph (WebGL is missing or switched off). The table holds the same facts.",
    narrowed: (shown: number, total: number) =>
      `${count.format(shown)} of ${count.format(total)} nodes shown, those with most statements first.`,
    more: "Show more",
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

  reader: {
    label: (title: string) => `Text of ${title}`,
    choose: "Choose a document to read",
    loading: "Fetching the text…",
    inMargin: "Statements of this paragraph",
    open: "Read it in its text",
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

  panel: {
    label: "Details",
    close: "Close details",
    statements: (n: number) => many(n, "statement"),
    more: (left: number) => `Show more (${count.format(left)} left)`,
    linkedTo: "Linked to",
    allNeighbours: (n: number) => `Show all ${count.format(n)}`,
    aliases: "Also called",
    focus: "Focus on this",
    unfocus: "Show everything",
    copy: "Copy link",
    copied: "Link copied",
    gap: "No one is named",
    loading: "Looking up the sentences…",
    none: "No statement found.",
    noneInDocument: "No statement found in the chosen document.",
    noWho: (topic: string) => `No statement found about “${topic}”. Try fewer or other words.`,
    who: "Who is responsible for",
    context: "Refers back to",
    opposed: "against",
  },

  add: {
    title: "Add a text",
    intro: "Mandate reads policy texts in English: plain text or Markdown. The text stays on the machine that runs Mandate.",
    choose: "Choose files",
    drop: "or drop them anywhere on this page",
    paste: "Paste a text",
    name: "Title",
    namePlaceholder: "Optional",
    body: "Text",
    bodyPlaceholder: "Member States shall …",
    untitled: "Pasted text",
    submit: "Read this text",
    empty: "Paste or type a text first.",
    cancel: "Cancel",
    dropHere: "Drop to read",
    dropHint: "Plain text or Markdown",
  },

  uploads: {
    label: "Texts being read",
    sending: (percent: number) => `Sending, ${percent} %`,
    reading: "Reading the text…",
    done: (statements: number, actors: number, gaps: number) =>
      `${many(statements, "statement")}, ${many(actors, "actor")}, ${many(gaps, "gap")}`,
    nothing: "Read, but it holds no statement of who should do what.",
    replaced: "Replaced the earlier version.",
    show: "Show this document",
    dismiss: "Dismiss",
    cancel: "Cancel",
    cancelled: "Cancelled.",
  },

  remove: {
    title: "Remove this document?",
    body: (title: string, statements: number) =>
      `“${title}” and its ${many(statements, "statement")} will leave the graph. The file it was read from is not touched.`,
    confirm: "Remove document",
    cancel: "Keep it",
    done: (title: string) => `“${title}” was removed.`,
  },

  empty: {
    title: "Nothing here yet",
    body: "Give Mandate a strategy, treaty, resolution or statute. It finds who shall do what, and keeps the sentence behind every link.",
    filteredTitle: "Everything is filtered out",
    filtered: "No link is left with these filters.",
    documentTitle: "No statements",
    document: "No statement was found here: no sentence says who should do what.",
  },

  help: {
    title: "Keyboard and help",
    keys: [
      ["/", "Search"],
      ["Esc", "Close, step by step"],
      ["↑ ↓", "Node above or below, in the graph"],
      ["← →", "Across to what the node is linked with"],
      ["Enter", "Go to the sentences of the selected node"],
      ["+ −", "Zoom"],
      ["0", "Fit to view"],
      ["G, T, R", "Graph, table, text"],
      ["N", "Add a text"],
      ["?", "This help"],
    ] as [string, string][],
    about:
      "An actor is linked to a principle, goal or section when a statement about the actor stands under it; supports and opposes link to the topic itself. Click a node or a line to read the sentences behind it.",
    licences: "Licences of the software in this page",
    close: "Close",
  },

  errors: {
    title: "That did not work",
    retry: "Try again",
    unreachable: "The server does not answer. Is Mandate still running?",
    unreadable: "The server's answer could not be understood. The page may be older than the server: reload it.",
    status: (status: number) => `The server refused this (status ${status}).`,
    layout: "The cluster layout failed; here are the columns.",
    copy: "The link could not be copied; it is in the address bar.",
  },
};

/** Name of a kind for one node; the raw name of a kind this page does not know. */
export function kindName(kind: string): string {
  return text.kinds[kind]?.one ?? kind;
}

export function forceName(force: string): string {
  return text.forces[force] ?? force;
}
