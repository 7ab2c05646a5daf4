// Hands the reader a file made in the page.
import { toCsv, type CsvValue } from "./csv";

/** How long the browser may take to start reading the file. */
const PATIENCE = 60_000;

/** Offers content under a name made fit for any file system. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), PATIENCE);
}

/** Offers a table. It opens with a byte order mark, without which Excel misreads all but ASCII. */
export function downloadCsv(name: string, head: readonly string[], rows: Iterable<readonly CsvValue[]>): void {
  download(name, new Blob(["\uFEFF", toCsv(head, rows)], { type: "text/csv;charset=utf-8" }));
}

const LONGEST = 100;

/** "AC/DC: duties.csv" → "ac-dc-duties.csv". */
export function fileName(name: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ""];
  const slug = (part: string) => part.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  const short = slug(stem).slice(0, LONGEST).replace(/-+$/, "") || "mandate";
  return end ? `${short}.${slug(end)}` : short;
}
