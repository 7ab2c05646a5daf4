// Tables as CSV (RFC 4180), safe to open in a spreadsheet.
export type CsvValue = string | number | boolean | null | undefined;

const FORMULA = /^[=+\-@\t\r]./s;
const SPECIAL = /[",\r\n]/;

/** Writes a head and rows, each line ended by CRLF. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCsv(head: readonly string[], rows: Iterable<readonly CsvValue[]>): string {
  let out = line(head);
  for (const row of rows) out += line(row);
  return out;
}

function line(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

/** Numbers stay numbers, negative ones too: only texts can be formulas. */
function cell(value: CsvValue): string {
  const text = typeof value === "string" ? inert(value) : String(value ?? "");
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function inert(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
