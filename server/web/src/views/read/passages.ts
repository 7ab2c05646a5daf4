// Cuts a document's text into headings and paragraphs, and these into passages
// that are statements and passages that are not. Offsets count code points.
import { FORCES, type FullDocument, type Section, type Statement } from "../../api/types";

export interface Passage {
  text: string;
  /** Statements that this passage is the sentence of, the strongest duty first; empty for none. */
  statements: Statement[];
}

export interface Block {
  /** Offset of its first code point: unique in the document. */
  start: number;
  /** Level of a heading, 0 for a paragraph. */
  level: number;
  passages: Passage[];
}

interface Range {
  start: number;
  end: number;
}

interface Marked extends Range {
  statements: Statement[];
}

/** Lays a document out; the blocks' texts joined are the document's text but for blank lines around them. */
export function passages(document: Pick<FullDocument, "text" | "sections" | "statements">): Block[] {
  const letters = Array.from(document.text);
  const marks = sentences(document.statements);
  const headings = document.sections.filter((s) => s.char_end > s.char_start);
  return blocks(letters, headings).map(({ start, end, level }) => ({
    start,
    level,
    passages: cut(letters, { start, end }, level > 0 ? [] : marks),
  }));
}

/** Statements by sentence: several may share one. */
function sentences(statements: Statement[]): Marked[] {
  const byStart = new Map<number, Marked>();
  for (const s of statements) {
    const mark = byStart.get(s.char_start) ?? { start: s.char_start, end: s.char_end, statements: [] };
    mark.statements.push(s);
    byStart.set(s.char_start, mark);
  }
  const marks = [...byStart.values()].sort((a, b) => a.start - b.start);
  for (const m of marks) m.statements.sort((a, b) => FORCES.indexOf(a.force) - FORCES.indexOf(b.force));
  return marks;
}

function blocks(letters: string[], headings: Section[]): (Range & { level: number })[] {
  const found: (Range & { level: number })[] = [];
  let at = 0;
  for (const h of [...headings].sort((a, b) => a.char_start - b.char_start)) {
    if (h.char_start < at) continue;
    found.push(...paragraphs(letters, at, h.char_start));
    found.push({ start: h.char_start, end: h.char_end, level: h.level });
    at = h.char_end;
  }
  return [...found, ...paragraphs(letters, at, letters.length)];
}

/** Splits at blank lines, and drops what holds white space alone. */
function paragraphs(letters: string[], from: number, to: number): (Range & { level: number })[] {
  const found: (Range & { level: number })[] = [];
  let start = from;
  let breaks = 0;
  const close = (end: number) => {
    const range = trimmed(letters, start, end);
    if (range) found.push({ ...range, level: 0 });
    start = end;
  };
  for (let i = from; i < to; i++) {
    if (letters[i] === "\n") breaks++;
    else if (/\S/.test(letters[i] ?? "")) {
      if (breaks > 1) close(i);
      breaks = 0;
    }
  }
  close(to);
  return found;
}

function trimmed(letters: string[], start: number, end: number): Range | null {
  while (start < end && /\s/.test(letters[start] ?? "")) start++;
  while (end > start && /\s/.test(letters[end - 1] ?? "")) end--;
  return end > start ? { start, end } : null;
}

function cut(letters: string[], block: Range, marks: Marked[]): Passage[] {
  const found: Passage[] = [];
  let at = block.start;
  const push = (end: number, statements: Statement[]) => {
    if (end > at) found.push({ text: letters.slice(at, end).join(""), statements });
    at = Math.max(at, end);
  };
  for (const mark of marks) {
    if (mark.end <= at || mark.start >= block.end) continue;
    push(Math.max(at, mark.start), []);
    push(Math.min(block.end, mark.end), mark.statements);
  }
  push(block.end, []);
  return found;
}
