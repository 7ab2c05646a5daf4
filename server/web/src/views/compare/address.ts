// What an address says of the view Compare.
import { wholeNumber, type Codec } from "../../state/address";

export interface CompareState {
  /** IDs of the documents, the earlier one first. */
  a: string | null;
  b: string | null;
  change: string | null;
  /** IRIs. */
  actor: string | null;
  topic: string | null;
  force: string | null;
  /** How many differences are shown, null for a page. */
  show: number | null;
}

const NAMES = ["a", "b", "change", "actor", "topic", "force"] as const;

export const compareAddress: Codec<CompareState> = {
  id: "compare",
  usual: { a: null, b: null, change: null, actor: null, topic: null, force: null, show: null },
  parse: (said) => {
    const [a, b, change, actor, topic, force] = NAMES.map((name) => said.get(name) || null) as [string | null, string | null, string | null, string | null, string | null, string | null];
    return { a, b, change, actor, topic, force, show: wholeNumber(said.get("show")) };
  },
  format: (state) => [...NAMES.map((name) => [name, state[name]] as [string, string | null]), ["show", state.show]],
};
