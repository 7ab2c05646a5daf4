// What nodes are called, as far as anything the server sent has told.
import { SvelteMap } from "svelte/reactivity";

export interface Name {
  label: string;
  kind: string;
}

export class Names {
  readonly #known = new SvelteMap<string, Name>();

  learn(iri: string, { label, kind }: Name): void {
    const known = this.#known.get(iri);
    if (known?.label !== label || known.kind !== kind) this.#known.set(iri, { label, kind });
  }

  /** A node's name; for one not yet heard of, the readable part of its IRI. */
  label(iri: string): string {
    return this.#known.get(iri)?.label ?? slugWords(iri);
  }

  kind(iri: string): string | undefined {
    return this.#known.get(iri)?.kind;
  }
}

/** "actor:member-states" → "Member states". */
export function slugWords(iri: string): string {
  const slug = iri.slice(Math.max(iri.lastIndexOf("/"), iri.indexOf(":")) + 1).replace(/-/g, " ");
  return slug.charAt(0).toUpperCase() + slug.slice(1);
}
