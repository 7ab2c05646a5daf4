// Notices of third-party work, cut out of the Markdown that the build writes. Pure.
export type Part = "program" | "page" | "data";

export interface Notice {
  part: Part;
  name: string;
  version: string;
  /** Short name of the licence, where the notice says it. */
  licence: string;
  text: string;
}

const HEADING = /^## (.+)$/gm;

/** Every section of second level is the notice of one piece of software: "## name - version (licence)". */
export function noticesOf(part: Part, markdown: string): Notice[] {
  const heads = [...markdown.matchAll(HEADING)];
  return heads.map((head, i) => {
    const text = markdown.slice(head.index + head[0].length, heads[i + 1]?.index ?? markdown.length).trim();
    const [, name = "", version = "", licence = ""] = /^(.+?)(?: - (\S+))?(?: \((.+)\))?$/.exec(head[1] ?? "") ?? [];
    return { part, name, version, licence: licence || guessed(text), text };
  });
}

/** A notice that is a whole document: its first heading is its name. */
export function documentNotice(part: Part, markdown: string): Notice {
  const name = /^# (.+)$/m.exec(markdown)?.[1] ?? "";
  return { part, name, version: "", licence: "", text: markdown.replace(/^# .+$/m, "").trim() };
}

/** The licence that a text is, by the words that name it. */
function guessed(text: string): string {
  const head = text.slice(0, 4000);
  if (/Apache License/.test(head)) return "Apache-2.0";
  if (/Mozilla Public License/i.test(head)) return "MPL-2.0";
  if (/Redistribution and use in source and binary forms/.test(head)) return /Neither the name/.test(text) ? "BSD-3-Clause" : "BSD-2-Clause";
  if (/Permission is hereby granted, free of charge/.test(head)) return "MIT";
  if (/Permission to use, copy, modify, and(?:\/or)? distribute/.test(head)) return "ISC";
  return "";
}

export function fits({ name, version, licence, text }: Notice, words: string): boolean {
  const said = `${name} ${version} ${licence} ${text}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).filter(Boolean).every((word) => said.includes(word));
}
