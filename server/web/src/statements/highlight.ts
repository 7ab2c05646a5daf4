// Marks in a sentence the words that made it a statement: who, the deontic, the aim.
// The aim is a lemma, so its inflected forms are looked for as well.
import type { Statement } from "../api/types";

export type Role = "actor" | "deontic" | "aim";
export interface Piece {
  text: string;
  role: Role | null;
}

interface Found {
  start: number;
  end: number;
  role: Role;
}

/** Cuts a statement's sentence into pieces; joined, they are the sentence again. */
export function highlight(statement: Pick<Statement, "sentence" | "deontic" | "aim" | "actor">): Piece[] {
  const { sentence } = statement;
  const actor = find(sentence, literally(statement.actor.label), 0, "actor");
  const deontic = find(sentence, literally(statement.deontic), 0, "deontic");
  const aim = find(sentence, inflected(statement.aim), deontic?.end ?? 0, "aim");
  return cut(sentence, [actor, deontic, aim]);
}

function find(sentence: string, pattern: string | null, from: number, role: Role): Found | null {
  if (!pattern) return null;
  const matcher = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "giu");
  matcher.lastIndex = from;
  const hit = matcher.exec(sentence);
  return hit ? { start: hit.index, end: hit.index + hit[0].length, role } : null;
}

function literally(words: string): string | null {
  const trimmed = words.trim();
  return trimmed ? trimmed.split(/\s+/).map(escaped).join("\\s+") : null;
}

/** Pattern of a verb's regular forms: promote, promotes, promoted, promoting; carry out, carries out. */
function inflected(lemma: string): string | null {
  const [verb = "", ...particles] = lemma.trim().split(/\s+/);
  if (!verb) return null;
  const stem = escaped(verb);
  const forms = [`${stem}(?:s|es|d|ed|ing)?`];
  if (/e$/i.test(verb)) forms.push(`${escaped(verb.slice(0, -1))}(?:ing|ed)`);
  if (/[^aeiou]y$/i.test(verb)) forms.push(`${escaped(verb.slice(0, -1))}(?:ies|ied)`);
  if (/[^aeiou][aeiou][bdgklmnprt]$/i.test(verb)) forms.push(`${stem}${escaped(verb.slice(-1))}(?:ed|ing)`);
  return [`(?:${forms.join("|")})`, ...particles.map(escaped)].join("\\s+");
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function cut(sentence: string, found: (Found | null)[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const inOrder = found.filter((f) => f !== null).sort((a, b) => a.start - b.start);
  for (const { start, end, role } of inOrder) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: sentence.slice(at, start), role: null });
    pieces.push({ text: sentence.slice(start, end), role });
    at = end;
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), role: null });
  return pieces;
}
