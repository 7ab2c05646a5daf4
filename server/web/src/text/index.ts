// Every word the page says, in one place: a file a view, and two for what is common to all.
import { about } from "./about";
import { ask } from "./ask";
import { common } from "./common";
import { compare } from "./compare";
import { documents } from "./documents";
import { explore } from "./explore";
import { query } from "./query";
import { read } from "./read";
import { responsibilities } from "./responsibilities";
import { shell } from "./shell";

export const text = { ...common, ...shell, about, documents, explore, query, read, responsibilities, ask, compare };

/** Name of a kind for one node; the raw name of a kind this page does not know. */
export function kindName(kind: string): string {
  return text.kinds[kind]?.one ?? kind;
}

export function forceName(force: string): string {
  return text.forces[force] ?? force;
}
