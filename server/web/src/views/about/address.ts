// What an address says of the view About.
import type { Codec } from "../../state/address";

export interface AboutState {
  /** What is looked for among the notices. */
  find: string;
  /** Name of the notice whose text is open. */
  open: string | null;
}

export const aboutAddress: Codec<AboutState> = {
  id: "about",
  usual: { find: "", open: null },
  parse: (said) => ({ find: said.get("find") ?? "", open: said.get("open") || null }),
  format: ({ find, open }) => [
    ["find", find],
    ["open", open],
  ],
};
