// The differences as a table: the columns that the program writes on the command line.
import type { Comparison, Difference } from "../../api/compare";
import type { Statement } from "../../api/types";
import type { CsvValue } from "../../export/csv";

const SIDE = ["actor", "force", "deontic", "aim", "object", "sentence", "section", "statement"] as const;

export const DIFFERENCE_HEAD = ["change", "likeness", ...["a", "b"].flatMap((side) => SIDE.map((column) => `${side}_${column}`))];

export function differenceRow({ change, likeness, a, b }: Difference): CsvValue[] {
  return [change, Math.round(likeness * 100) / 100, ...side(a), ...side(b)];
}

function side(s: Statement | undefined): CsvValue[] {
  return s ? [s.actor.label, s.force, s.deontic, s.aim, s.object, s.sentence, s.section, s.id] : SIDE.map(() => "");
}

export function differencesJson(documents: { a: string | null; b: string | null }, { counts, total, items }: Comparison): string {
  return `${JSON.stringify({ ...documents, counts, total, items }, null, 1)}\n`;
}
