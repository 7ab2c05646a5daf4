// The answers as a table and as a file for programs.
import type { Answer, AnswerRow } from "../../api/ask";
import type { CsvValue } from "../../export/csv";
import { text } from "../../text";

const c = text.ask.columns;

export const ANSWER_HEAD = [
  c.actor, c.kind, c.force, c.deontic, c.aim, c.object, c.sentence, c.document, c.section, c.page, c.score, c.statement,
];

export function answerRow(row: AnswerRow): CsvValue[] {
  return [
    row.actor.label, row.actor.kind, row.force, row.deontic, row.aim, row.object, row.sentence, row.doc_title, row.section, row.page ?? "", row.score, row.id,
  ];
}

/** The answer as the server gave it, all rows in one. */
export function answerJson(answer: Answer): string {
  return `${JSON.stringify(answer, null, 1)}\n`;
}
