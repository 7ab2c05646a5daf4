// Which words of two sentences are in one of them alone.
import { diffWordsWithSpace } from "diff";

export interface Piece {
  text: string;
  /** Whether the other sentence lacks it. */
  alone: boolean;
}

export interface Changed {
  a: Piece[];
  b: Piece[];
  /** Whether the sentences have too little in common for marks to tell anything: then none is made. */
  apart: boolean;
}

/** What two sentences must have in common, of the shorter one, to be set word against word. */
const COMMON = 0.5;

/** Cuts two sentences; the pieces of each, joined, are the sentence again. */
export function changedWords(a: string, b: string): Changed {
  const pieces = { a: [] as Piece[], b: [] as Piece[] };
  for (const { value, added, removed } of diffWordsWithSpace(a, b)) {
    if (!added) pieces.a.push({ text: value, alone: removed });
    if (!removed) pieces.b.push({ text: value, alone: added });
  }
  const letters = (list: Piece[]) => list.reduce((n, p) => n + (p.alone ? 0 : p.text.replace(/\s+/g, "").length), 0);
  const shorter = Math.min(a.replace(/\s+/g, "").length, b.replace(/\s+/g, "").length);
  if (letters(pieces.a) < COMMON * shorter) return { a: [{ text: a, alone: false }], b: [{ text: b, alone: false }], apart: true };
  return { a: tidy(pieces.a), b: tidy(pieces.b), apart: false };
}

const isSpace = (text: string) => text.trim() === "";

/** Marks no white space at the ends of a change, and neighbouring changes as one. */
function tidy(pieces: Piece[]): Piece[] {
  const found: Piece[] = [];
  const push = (text: string, alone: boolean) => {
    if (text === "") return;
    const last = found.at(-1);
    if (last?.alone === alone) last.text += text;
    else found.push({ text, alone });
  };
  pieces.forEach(({ text, alone }, i) => {
    if (!alone) {
      const between = isSpace(text) && pieces[i - 1]?.alone === true && pieces[i + 1]?.alone === true;
      push(text, between);
      return;
    }
    const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    push(before, isSpace(before) && found.at(-1)?.alone === true && words !== "");
    push(words, true);
    push(after, false);
  });
  return found;
}
