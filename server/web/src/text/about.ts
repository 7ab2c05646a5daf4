// Words of the view About.
import { many } from "./count";

export const about = {
  label: "About",
  what: "Mandate reads policy texts and answers who is responsible for what, and which sentence says so. It runs on your machine, and this page asks nothing of any other.",
  licence: "Mandate is licensed under the Apache License 2.0.",
  versions: "Versions",
  program: "Program",
  rules: "Rules",
  model: "Language model",
  none: "This server reads no texts.",
  api: "Description of the HTTP interface",
  notices: "Made with",
  find: "Search names, licences and texts",
  count: (n: number, all: number) => (n === all ? many(all, "notice") : `${n} of ${many(all, "notice")}`),
  nothing: (words: string) => `No notice has “${words}”.`,
  parts: { program: "In the program", page: "In this page", data: "Language model and word lists" } as Record<string, string>,
  download: "As files",
  files: { program: "Program", page: "Page" },
  focus: "Search the notices",
};
