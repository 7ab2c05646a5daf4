// What an address says of the view Read. The document is shared by all views.
import type { Codec } from "../../state/address";

export interface ReadState {
  /** Id of the statement whose sentence is lit up in the text. */
  at: string | null;
  /** What is looked for in the text. */
  find: string;
  /** Forces whose statements are not marked. */
  hidden: ReadonlySet<string>;
  /** Whether statements are marked that somebody rejected. */
  rejected: boolean;
}

export const readAddress: Codec<ReadState> = {
  id: "read",
  usual: { at: null, find: "", hidden: new Set(), rejected: false },
  parse: (said) => ({
    at: said.get("at") || null,
    find: said.get("find") ?? "",
    hidden: new Set(said.get("hide")?.split(",").filter(Boolean)),
    rejected: said.get("rejected") === "yes",
  }),
  format: ({ at, find, hidden, rejected }) => [
    ["at", at],
    ["find", find],
    ["hide", [...hidden].sort().join(",")],
    ["rejected", rejected ? "yes" : null],
  ],
};
