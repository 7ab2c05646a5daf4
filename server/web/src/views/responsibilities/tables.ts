// The tables that the view is exported as.
import type { Gaps } from "../../api/responsibilities";
import type { Statement } from "../../api/types";
import type { CsvValue } from "../../export/csv";
import { forceName, kindName, text } from "../../text";
import { isGap, type Arranged, type Line } from "./arrange";

export interface Table {
  head: string[];
  rows: CsvValue[][];
}

const words = text.responsibilities;
const labelOf = (line: Line) => (isGap(line.head) ? words.nobody : line.head.label);
const kindOf = (line: Line) => (isGap(line.head) ? "" : kindName(line.head.kind));

/** The matrix as it is shown: a row an actor, empty where there is no statement. */
export function matrixTable(shown: Arranged): Table {
  const { actor, kind, strongest } = words.export;
  return {
    head: [actor, kind, strongest, ...shown.columns.map((c) => c.head.label)],
    rows: shown.rows.map((row) => [
      labelOf(row),
      kindOf(row),
      forceName(row.strongest),
      ...shown.columns.map((column) => shown.cell(row, column)?.count ?? ""),
    ]),
  };
}

/** A line for each cell and force. */
export function linkTable(shown: Arranged): Table {
  const { actor, kind, target, targetKind, force, statements } = words.export;
  const rows = shown.rows.flatMap((row) =>
    shown.columns.flatMap((column) =>
      Object.entries(shown.cell(row, column)?.forces ?? {}).map(([f, n]) => [labelOf(row), kindOf(row), column.head.label, kindOf(column), forceName(f), n]),
    ),
  );
  return { head: [actor, kind, target, targetKind, force, statements], rows };
}

/** Every gap: what is missing, and the sentence where it is one of a sentence. */
export function gapTable(gaps: Gaps): Table {
  const { gap, what, actor, force, sentence, document, section, statement, statements } = words.export;
  const of = (name: string, s: Statement) => [
    name,
    [s.aim, s.object].filter(Boolean).join(" "),
    s.actor.id === "unassigned" ? "" : s.actor.label,
    forceName(s.force),
    s.sentence,
    s.doc_title,
    s.section,
    s.id,
    "",
  ];
  const node = (name: string, i: Gaps["unserved"]["items"][number]) => [name, i.label, "", "", "", "", "", "", i.counts.statements];
  return {
    head: [gap, what, actor, force, sentence, document, section, statement, statements],
    rows: [
      ...gaps.unserved.items.map((i) => node(words.gap.unserved, i)),
      ...gaps.unassigned.items.map((s) => of(words.gap.unassigned, s)),
      ...gaps.undated.items.map((s) => of(words.gap.undated, s)),
      ...gaps.stance_only.items.map((i) => node(words.gap.stanceOnly, i)),
    ],
  };
}
