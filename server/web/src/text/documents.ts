// Words of the view Documents, and of taking texts in from any view.
import { many } from "./count";

export const documents = {
  label: "Documents",
  all: "All documents",
  list: "Documents in the store",
  title: "Title",
  issued: "Issued",
  counts: "Found in it",
  read: "Read",
  readLabel: (title: string) => `Read ${title}`,
  explore: "Explore",
  exploreLabel: (title: string) => `Explore ${title}`,
  drop: "Drop files anywhere on this page to add them.",
  total: (n: number) => many(n, "document"),
  removeShort: "Remove",
  removeLabel: (title: string) => `Remove ${title}`,

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
};
