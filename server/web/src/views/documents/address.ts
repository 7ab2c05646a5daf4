// What an address says of the view Documents.
import { oneOf, unless, type Codec } from "../../state/address";

export const ORDERS = ["title", "statements", "gaps", "unread", "issued"] as const;

export interface DocumentsState {
  find: string;
  sort: (typeof ORDERS)[number];
  /** Id of the document whose statistics are open. */
  open: string | null;
}

export const documentsAddress: Codec<DocumentsState> = {
  id: "documents",
  usual: { find: "", sort: "title", open: null },
  parse: (said) => ({ find: said.get("find") ?? "", sort: oneOf(said.get("sort"), ORDERS), open: said.get("open") || null }),
  format: ({ find, sort, open }) => [
    ["find", find],
    ["sort", unless(sort, "title")],
    ["open", open],
  ],
};
