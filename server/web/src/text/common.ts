// Words that every view shares.
import { count, many } from "./count";

export const common = {
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

  /** Counts of a document. */
  documentCounts: (statements: number, gaps: number) =>
    gaps > 0 ? `${many(statements, "statement")}, ${many(gaps, "gap")}` : many(statements, "statement"),

  /** What filters leave of a document. */
  documentPart: (left: number, statements: number) => `${count.format(left)} of ${many(statements, "statement")}`,

  panel: {
    label: "Details",
    close: "Close details",
    statements: (n: number) => many(n, "statement"),
    more: (left: number) => `Show more (${count.format(left)} left)`,
    aliases: "Also called",
    inGraph: "Show in the graph",
    copy: "Copy link",
    copied: "Link copied",
    gap: "No one is named",
    loading: "Looking up the sentences…",
    none: "No statement found.",
    noneInDocument: "No statement found in the chosen document.",
    noWho: (topic: string) => `No statement found about “${topic}”. Try fewer or other words.`,
    who: "Who is responsible for",
    readInText: "Read it in its text",
    context: "Refers back to",
    opposed: "against",
  },

  /** Every view's empty, loading, failed and narrowed states. */
  states: {
    loading: "Loading…",
    emptyTitle: "Nothing here yet",
    empty:
      "Give Mandate a strategy, treaty, resolution or statute. It finds who shall do what, and keeps the sentence behind every link.",
    /** "400 of 4,000 nodes shown." with the words that the view adds. */
    narrowed: (shown: number, total: number, things: string, first = "") =>
      `${count.format(shown)} of ${count.format(total)} ${things} shown${first ? `, ${first}` : ""}.`,
    more: "Show more",
  },

  errors: {
    title: "That did not work",
    retry: "Try again",
    unreachable: "The server does not answer. Is Mandate still running?",
    unreadable: "The server's answer could not be understood. The page may be older than the server: reload it.",
    status: (status: number) => `The server refused this (status ${status}).`,
    copy: "The link could not be copied; it is in the address bar.",
  },
};
