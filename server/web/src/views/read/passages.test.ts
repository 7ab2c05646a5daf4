import { describe, expect, it } from "vitest";
import type { Force, Section, Statement } from "../../api/types";
import { blocksOf, cut, findAll, marksOf } from "./passages";

interface Text {
  text: string;
  sections: Section[];
  statements: Statement[];
  find?: string;
  pages?: number[];
}

function passages({ text, sections, statements, find = "", pages = [] }: Text) {
  const letters = Array.from(text);
  const blocks = blocksOf(letters, sections);
  const hits = findAll(text, find);
  const marks = marksOf(blocks, { statements, hits, pages });
  return blocks.map((block, i) => ({ ...block, passages: cut(letters, block, marks[i]!, hits, pages) }));
}

function statement(text: string, quote: string, force: Force = "obligation"): Statement {
  const start = Array.from(text.slice(0, text.indexOf(quote))).length;
  return { id: `${start} ${force}`, force, char_start: start, char_end: start + Array.from(quote).length } as Statement;
}

function section(text: string, title: string, level = 1): Section {
  const start = Array.from(text.slice(0, text.indexOf(title))).length;
  return { title, level, kind: "Section", char_start: start, char_end: start + Array.from(title).length } as Section;
}

const TEXT = `Ports 🚢 and tides

1. Duties

Every port shall keep a log.  Captains may read it.
It is kept in ink.

Ships come and go.`;

/** Code points. */
const TEXT_END = Array.from(TEXT).length;

describe("passages", () => {
  const sections = [section(TEXT, "1. Duties", 2)];

  it("tells headings from paragraphs, and sentences with statements from those without", () => {
    const found = passages({
      text: TEXT,
      sections,
      statements: [statement(TEXT, "Captains may read it.", "permission"), statement(TEXT, "Every port shall keep a log.")],
    });
    expect(found.map((b) => [b.level, b.passages.map((p) => (p.statements.length > 0 ? `[${p.text}]` : p.text))])).toEqual([
      [0, ["Ports 🚢 and tides"]],
      [2, ["1. Duties"]],
      [0, ["[Every port shall keep a log.]", "  ", "[Captains may read it.]", "\nIt is kept in ink."]],
      [0, ["Ships come and go."]],
    ]);
  });

  it("joins statements of one sentence, the strongest duty first", () => {
    const quote = "Every port shall keep a log.";
    const statements = [statement(TEXT, quote, "stance"), statement(TEXT, quote, "obligation")];
    const marked = passages({ text: TEXT, sections, statements }).flatMap((b) => b.passages.filter((p) => p.statements.length > 0));
    expect(marked).toHaveLength(1);
    expect(marked[0]?.statements.map((s) => s.force)).toEqual(["obligation", "stance"]);
  });

  it("loses no word and repeats none, even where marks overlap or leave the text", () => {
    const statements = [statement(TEXT, "Every port shall keep a log."), statement(TEXT, "log.  Captains"), statement(TEXT, "Ships come and go.")];
    statements.push({ ...statement(TEXT, "go."), char_end: 10_000 } as Statement);
    const found = passages({ text: TEXT, sections, statements, find: "a log", pages: [0, 40] });
    const words = found.flatMap((b) => b.passages.map((p) => p.text)).join(" ");
    expect(words.replace(/\s+/g, "")).toBe(TEXT.replace(/\s+/g, ""));
  });

  it("cuts where sentences overlap, and each stretch knows its statements", () => {
    const statements = [statement(TEXT, "Every port shall keep a log.", "stance"), statement(TEXT, "keep a log.  Captains")];
    const found = passages({ text: TEXT, sections, statements }).flatMap((b) => b.passages);
    const told = found.filter((p) => p.statements.length > 0).map((p) => [p.text, p.statements.map((s) => s.force)]);
    expect(told).toEqual([
      ["Every port shall ", ["stance"]],
      ["keep a log.", ["obligation", "stance"]],
      ["  Captains", ["obligation"]],
    ]);
  });

  it("finds words whatever their case and white space, behind letters of two units too", () => {
    expect(findAll(TEXT, " A  LOG ").map(({ start, end }) => Array.from(TEXT).slice(start, end).join(""))).toEqual(["a log"]);
    expect(findAll("a.c abc", "a.c")).toEqual([{ start: 0, end: 3 }]);
    expect(findAll(TEXT, "  ")).toEqual([]);
    const found = passages({ text: TEXT, sections, statements: [], find: "captains" }).flatMap((b) => b.passages);
    expect(found.filter((p) => p.hit !== null).map((p) => [p.text, p.hit])).toEqual([["Captains", 0]]);
  });

  it("tells where pages begin", () => {
    const start = Array.from(TEXT.slice(0, TEXT.indexOf("Captains"))).length;
    const found = passages({ text: TEXT, sections, statements: [], pages: [0, start, TEXT_END - 19] }).flatMap((b) => b.passages);
    expect(found.filter((p) => p.page !== null).map((p) => [p.page, p.text.slice(0, 8)])).toEqual([[1, "Ports 🚢"], [2, "Captains"], [3, "Ships co"]]);
  });

  it("stands an empty text", () => {
    expect(passages({ text: "", sections: [], statements: [] })).toEqual([]);
    expect(passages({ text: " \n\n ", sections: [], statements: [] })).toEqual([]);
  });
});
