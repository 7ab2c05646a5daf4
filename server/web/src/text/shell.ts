// Words of what stands around the views: header, search, keyboard sheet, token.
import { many } from "./count";

export const shell = {
  header: {
    add: "Add a text",
    help: "Keyboard and help",
    home: "Mandate: show everything",
    views: "Views",
    more: "More",
    skip: "Skip to the view",
  },

  frame: {
    filters: "Filters",
    closeFilters: "Close filters",
  },

  search: {
    label: "Search actors, principles, goals and topics, or ask who is responsible",
    placeholder: "Search, or ask who is responsible for …",
    who: (topic: string) => `Who is responsible for “${topic}”?`,
    none: "No name like that",
    count: (n: number) => many(n, "suggestion"),
  },

  help: {
    title: "Keyboard and help",
    everywhere: "Everywhere",
    views: "Views",
    inView: (label: string) => `In ${label}`,
    search: "Search",
    escape: "Close, step by step",
    add: "Add a text",
    sheet: "This help",
    single: "Single keys are shortcuts",
    singleHint: "Switch this off where single keys get in the way, for example when you speak to your computer.",
    about:
      "An actor is linked to a principle, goal or section when a statement about the actor stands under it; supports and opposes link to the topic itself. Click a node or a line to read the sentences behind it.",
    licences: "Licences of the software in this page",
    close: "Close",
  },

  token: {
    title: "This server asks for a token",
    body: "Changing what is stored needs the token that this server was started with. Whoever runs the server knows it.",
    label: "Token",
    kept: "It is kept for this tab alone, until the tab is closed.",
    wrong: "The server does not take this token.",
    missing: "Type or paste the token first.",
    confirm: "Use this token",
    cancel: "Cancel",
  },

  view: {
    failed: "This view could not be loaded. Is Mandate still running?",
  },
};
