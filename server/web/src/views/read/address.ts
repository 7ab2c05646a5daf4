// What an address says of the view Read. The document is shared by all views.
import type { Codec } from "../../state/address";

export interface ReadState {
  /** Id of the statement whose sentence is lit up in the text. */
  at: string | null;
}

export const readAddress: Codec<ReadState> = {
  id: "read",
  usual: { at: null },
  parse: (said) => ({ at: said.get("at") || null }),
  format: ({ at }) => [["at", at]],
};
