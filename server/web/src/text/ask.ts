// Words of the view Ask.
import { many } from "./count";

export const ask = {
  label: "Ask",
  field: "Your question",
  placeholder: "Who should …? What must … do?",
  submit: "Ask",
  intro: "Ask in plain English who must, should or may do something, or what somebody has to do. Every answer is a sentence of a text.",
  examples: "Questions that these texts answer",
  examplesNone: "No example could be made from these texts. Ask all the same.",
  answers: (n: number) => many(n, "answer"),
  history: "Questions asked before",
  historyHint: "Kept in this browser alone.",
  forget: "Forget them",
  forgetOne: (question: string) => `Forget “${question}”`,
  side: "Questions",

  understood: "Understood as",
  asked: { actors: "Who does it?", deeds: "What does the actor do?", statements: "Which statements are there?" } as Record<string, string>,
  parts: { actor: "actor", forces: "force", aims: "deed", about: "about", documents: "in" },
  or: " or ",
  any: "any",
  unknownName: (name: string) => `“${name}”, not known here`,

  several: (name: string, n: number) => `“${name}” could be ${many(n, "actor")}; these answers are of all of them. Ask of one alone:`,
  chosen: (label: string) => `Asked of ${label} alone.`,
  unchoose: "Ask as the question says",
  near: "Did you mean",

  found: (shown: number, total: number) => (shown < total ? `${shown.toLocaleString("en")} of ${many(total, "answer")}, the best first` : `${many(total, "answer")}, the best first`),
  more: (left: number) => `Show more (${left.toLocaleString("en")} left)`,
  none: "No statement found",
  noneBody: "No sentence in these texts answers this question. This is what was looked for:",
  noneNames: "Names near these words",
  noneTry: "Try fewer or other words, or one of the questions below.",
  inDocument: (title: string) => `Only in “${title}”.`,
  everywhere: "Look in all documents",

  why: "Why this answers",
  cue: "Words that give the force",
  rule: "Rule that read it",
  matched: "Words of the question in it",
  score: "How well it fits",
  percent: (share: number) => `${Math.round(share * 100)} %`,
  noCue: "none; the verb itself",
  explore: "Show in the graph",

  export: { label: "Export", csv: "Answers as CSV", json: "Answers as JSON", file: "answers", failed: "The export failed:", working: "Collecting all answers…" },
  columns: {
    actor: "actor", kind: "actor_kind", force: "force", deontic: "deontic", aim: "aim", object: "object", sentence: "sentence",
    document: "document", section: "section", page: "page", score: "score", statement: "statement",
  },
  keys: { ask: "Ask the question", field: "To the question box", next: "To the next answer", previous: "To the answer before" },
};
