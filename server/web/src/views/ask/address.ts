// What an address says of the view Ask. The document to look in is shared by all views.
import { wholeNumber, type Codec } from "../../state/address";

export interface AskState {
  /** The question; null while none is asked. */
  q: string | null;
  /** IRI of the actor that the question is asked of, whomever it names. */
  actor: string | null;
  /** How many answers are shown, null for a page. */
  show: number | null;
}

export const askAddress: Codec<AskState> = {
  id: "ask",
  usual: { q: null, actor: null, show: null },
  parse: (said) => ({ q: said.get("q")?.trim() || null, actor: said.get("actor") || null, show: wholeNumber(said.get("show")) }),
  format: ({ q, actor, show }) => [
    ["q", q],
    ["actor", actor],
    ["show", show],
  ],
};
