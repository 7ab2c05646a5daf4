// Every word the page says, in one place: a file a view, and two for what is common to all.
import { common } from "./common";
import { documents } from "./documents";
import { explore } from "./explore";
import { read } from "./read";
import { shell } from "./shell";

export const text = { ...common, ...shell, documents, explore, read };

/** Name of a kind for one node; the raw name of a kind this page does not know. */
export function kindName(kind: string): string {
  return text.kinds[kind]?.one ?? kind;
}

export function forceName(force: string): string {
  return text.forces[force] ?? force;
}
