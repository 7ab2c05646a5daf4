// Cuts a document's text into headings and paragraphs, and these into passages: stretches
// that the same statements are about, and that are found or not. Offsets count code points.
import { FORCES, type Section, type Statement } from "../../api/types";

export interface Range {
  start: number;
  end: number;
}

export interface Passage extends Range {
  text: string;
  /** Statements whose sentence this is part of, the strongest duty first; empty for none. */
  statements: Statement[];
  /** Number of the find that it is part of, from 0; null for none. */
  hit: number | null;
  /** Number of the page that begins here; null where none does. */
  page: number | null;
}

export interface Block extends Range {
  /** Level of a heading, 0 for a paragraph. */
  level: number;
  /** The heading's section; null for a paragraph. */
  section: Section | null;
}

/** Lays a document out; the blocks' texts joined are the document's text but for blank lines around them. */
export function blocksOf(letters: readonly string[], sections: readonly Section[]): Block[] {
  const headings = sections.filter((s) => s.char_end > s.char_start).sort((a, b) => a.char_start - b.char_start);
  const found: Block[] = [];
  let at = 0;
  for (const h of headings) {
    if (h.char_start < at) continue;
    found.push(...paragraphs(letters, at, h.char_start));
    found.push({ start: h.char_start, end: h.char_end, level: h.level, section: h });
    at = h.char_end;
  }
  return [...found, ...paragraphs(letters, at, letters.length)];
}

/** What is marked in a text. Pages are where each begins. */
export interface Marks {
  statements: readonly Statement[];
  hits: readonly Range[];
  pages: readonly number[];
}

/** The marks of each block, in one walk over both. */
export function marksOf(blocks: readonly Block[], { statements, hits, pages }: Marks): Marks[] {
  const sorted = [...statements].sort((a, b) => a.char_start - b.char_start);
  const within = (b: Block, start: number, end: number) => start < b.end && end > b.start;
  let from = 0;
  return blocks.map((b, n) => {
    const before = blocks[n - 1]?.end ?? 0;
    // A long sentence may reach into blocks behind; those that end before this one are done with.
    while (from < sorted.length && (sorted[from]?.char_end ?? 0) <= b.start) from++;
    const mine: Statement[] = [];
    for (let i = from; i < sorted.length && (sorted[i]?.char_start ?? 0) < b.end; i++) {
      const s = sorted[i];
      if (s && within(b, s.char_start, s.char_end)) mine.push(s);
    }
    return {
      statements: mine,
      hits: hits.filter((h) => within(b, h.start, h.end)),
      // A page that begins in the blank lines before a block begins with the block.
      pages: [...pages.keys()].filter((i) => (pages[i] ?? -1) >= before && (pages[i] ?? -1) < b.end),
    };
  });
}

/** Cuts a block wherever a statement, a find or a page begins or ends; overlapping statements share passages. */
export function cut(letters: readonly string[], block: Range, marks: Marks, hits: readonly Range[], pages: readonly number[]): Passage[] {
  const edges = new Set([block.start, block.end]);
  const add = (at: number) => at > block.start && at < block.end && edges.add(at);
  for (const s of marks.statements) void (add(s.char_start), add(s.char_end));
  for (const h of marks.hits) void (add(h.start), add(h.end));
  const beginning = (i: number) => Math.max(block.start, pages[i] ?? 0);
  for (const i of marks.pages) add(beginning(i));
  const places = [...edges].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => {
    const end = places[i + 1] ?? block.end;
    const hit = marks.hits.find((h) => h.start <= start && h.end >= end);
    const page = marks.pages.findLast((p) => beginning(p) === start);
    return {
      start,
      end,
      text: letters.slice(start, end).join(""),
      statements: strongestFirst(marks.statements.filter((s) => s.char_start <= start && s.char_end >= end)),
      hit: hit ? hits.indexOf(hit) : null,
      page: page === undefined ? null : page + 1,
    };
  });
}

export function strongestFirst(statements: readonly Statement[]): Statement[] {
  return [...statements].sort((a, b) => FORCES.indexOf(a.force) - FORCES.indexOf(b.force) || a.char_start - b.char_start);
}

/** Where words stand in a text, whatever their case and white space. */
export function findAll(text: string, words: string): Range[] {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return [];
  const pattern = new RegExp(parts.map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "giu");
  const points = new CodePoints(text);
  return [...text.matchAll(pattern)].map((m) => ({ start: points.at(m.index), end: points.at(m.index + m[0].length) }));
}

/** Code points before a place in UTF-16, asked for in order. */
class CodePoints {
  #units = 0;
  #points = 0;

  constructor(readonly text: string) {}

  at(units: number): number {
    for (; this.#units < units; this.#points++) this.#units += (this.text.codePointAt(this.#units) ?? 0) > 0xffff ? 2 : 1;
    return this.#points;
  }
}

/** Splits at blank lines, and drops what holds white space alone. */
function paragraphs(letters: readonly string[], from: number, to: number): Block[] {
  const found: Block[] = [];
  let start = from;
  let breaks = 0;
  const close = (end: number) => {
    const range = trimmed(letters, start, end);
    if (range) found.push({ ...range, level: 0, section: null });
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

function trimmed(letters: readonly string[], start: number, end: number): Range | null {
  while (start < end && /\s/.test(letters[start] ?? "")) start++;
  while (end > start && /\s/.test(letters[end - 1] ?? "")) end--;
  return end > start ? { start, end } : null;
}
