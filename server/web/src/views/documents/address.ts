// What an address says of the view Documents: nothing yet beyond what all views share.
import type { Codec } from "../../state/address";

export type DocumentsState = Record<string, never>;

export const documentsAddress: Codec<DocumentsState> = { id: "documents", usual: {}, parse: () => ({}), format: () => [] };
