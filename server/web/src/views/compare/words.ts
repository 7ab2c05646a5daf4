// Which words of two sentences are in one of them alone.
import { diffWordsWithSpace } from "diff";

export interface Piece {
  text: string;
  /** Whether the other sentence lacks it. */
  alone: boolean;
}

/** Cuts two sentences; the pieces of each, joined, are the sentence again. */
export function changedWords(a: string, b: string): { a: Piece[]; b: Piece[] } {
  const pieces = { a: [] as Piece[], b: [] as Piece[] };
  for (const { value, added, removed } of diffWordsWithSpace(a, b)) {
    if (!added) pieces.a.push({ text: value, alone: removed });
    if (!removed) pieces.b.push({ text: value, alone: added });
  }
  return { a: tidy(pieces.a), b: tidy(pieces.b) };
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
