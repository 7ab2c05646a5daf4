// The matrix and the gaps as loaded, and as they are shown.
import { responsibilitiesApi, type Axis, type Gaps, type Matrix } from "../../api/responsibilities";
import { FORCES, type Force } from "../../api/types";
import type { Loading } from "../../state/loading";
import { usePage, type PageState } from "../../state/page.svelte";
import type { Part } from "../../state/view.svelte";
import { kindName, text } from "../../text";
import { responsibilitiesAddress, type ResponsibilitiesState } from "./address";
import { arrange, isGap, type Arranged, type Line } from "./arrange";

const words = text.responsibilities;
/** Rows and columns asked for; the server takes no more than MOST. */
const LIMIT = 500;
export const MOST = 5000;
/** Gaps of each kind that are fetched: all of them. */
const ALL_GAPS = 10_000;

const AXES: Record<ResponsibilitiesState["columns"], Axis[]> = {
  served: ["principles", "goals"],
  sections: ["sections"],
  topics: ["topics"],
};

const EMPTY: Matrix = { rows: [], columns: [], cells: [], total_rows: 0, total_columns: 0 };

export class Responsibilities {
  readonly #page: PageState;
  readonly place: Part<ResponsibilitiesState>;
  #aborter: AbortController | null = null;
  #asked = "";

  loading = $state.raw<Loading>({ status: "loading" });
  matrix = $state.raw<Matrix>(EMPTY);
  gaps = $state.raw<Gaps | null>(null);

  readonly unbound = $derived.by(() => new Set(this.gaps?.unserved.items.map((i) => i.iri)));
  readonly shown: Arranged = $derived.by(() =>
    arrange(this.matrix, this.place.current, this.unbound, {
      kind: (kind) => (kind === "Gap" ? words.nobody : (text.kinds[kind]?.more ?? kind)),
      document: (id) => this.#page.library.documents.find((d) => d.id === id)?.title ?? id,
      several: words.groups.several,
      noParent: words.groups.noParent,
    }),
  );
  /** How many rows or columns of each kind, and cells of each force, there are. */
  readonly tally = $derived.by(() => tallied(this.matrix));

  constructor(page: PageState) {
    this.#page = page;
    this.place = page.view.part(responsibilitiesAddress);
  }

  async load(doc: string | null, version: number): Promise<void> {
    const { columns, limit } = this.place.current;
    const asked = JSON.stringify([columns, limit, doc, version]);
    if (asked === this.#asked && this.loading.status === "ready") return;
    this.#asked = asked;
    this.#aborter?.abort();
    const { signal } = (this.#aborter = new AbortController());
    this.loading = { status: "loading" };
    try {
      const [matrix, gaps] = await Promise.all([
        responsibilitiesApi.matrix({ columns: AXES[columns], doc, limit: Math.min(MOST, limit ?? LIMIT) }, signal),
        responsibilitiesApi.gaps({ doc, limit: ALL_GAPS }, signal),
      ]);
      if (signal.aborted) return;
      for (const head of [...matrix.rows, ...matrix.columns, ...gaps.unserved.items, ...gaps.stance_only.items]) {
        this.#page.names.learn(head.iri, isNobody(head.id) ? { label: words.nobody, kind: head.kind } : head);
      }
      this.matrix = matrix;
      this.gaps = gaps;
      this.loading = { status: "ready" };
    } catch (error) {
      if (!signal.aborted) this.loading = { status: "failed", message: (error as Error).message };
    }
  }

  /** What a row or column is called. */
  label(line: Line): string {
    return isGap(line.head) ? words.nobody : line.head.label;
  }

  kind(line: Line): string {
    return isGap(line.head) ? "" : kindName(line.head.kind);
  }

  /** Forces that are shown, as a selection of a cell names them; "any" where none is hidden. */
  get forces(): string {
    const { hidden } = this.place.current;
    const shown = FORCES.filter((f) => !hidden.has(f));
    return shown.length === FORCES.length ? "any" : shown.join(".");
  }

  openCell(row: Line, column: Line): void {
    this.#page.view.select({ type: "link", source: row.head.iri, force: this.forces, target: column.head.iri });
  }

  openLine(line: Line): void {
    this.#page.view.select({ type: "node", iri: line.head.iri });
  }

  go(change: Partial<ResponsibilitiesState>): void {
    this.place.go(change, { replace: true });
  }

  toggle(name: string): void {
    const hidden = new Set(this.place.current.hidden);
    if (!hidden.delete(name)) hidden.add(name);
    this.go({ hidden });
  }
}

const isNobody = (id: string) => id === "unassigned";

function tallied(matrix: Matrix): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string, n: number) => counts.set(name, (counts.get(name) ?? 0) + n);
  for (const head of [...matrix.rows, ...matrix.columns]) add(head.kind, 1);
  for (const cell of matrix.cells) for (const [force, n] of Object.entries(cell.forces)) add(force, n);
  return counts;
}

/** The state of Responsibilities, the same one as long as the page stays. */
export function useResponsibilities(): Responsibilities {
  const page = usePage();
  return page.keep("responsibilities", () => new Responsibilities(page));
}

export type { Force };
