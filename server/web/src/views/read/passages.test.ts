import { describe, expect, it } from "vitest";
import type { Force, Section, Statement } from "../../api/types";
import { passages } from "./passages";

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
    const words = passages({ text: TEXT, sections, statements }).flatMap((b) => b.passages.map((p) => p.text)).join(" ");
    expect(words.replace(/\s+/g, "")).toBe(TEXT.replace(/\s+/g, ""));
  });

  it("stands an empty text", () => {
    expect(passages({ text: "", sections: [], statements: [] })).toEqual([]);
    expect(passages({ text: " \n\n ", sections: [], statements: [] })).toEqual([]);
  });
});
