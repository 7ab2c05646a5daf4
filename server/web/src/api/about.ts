// Calls of the view About: versions, and the notices that the build puts beside the page.
import { text } from "../text";
import { answer, ApiError, client } from "./http";

export const about = {
  tell: (signal: AbortSignal) => answer(client.GET("/api/v1/about", { signal })),
  /** A file beside the page. */
  file: async (path: string, signal: AbortSignal): Promise<string> => {
    let found: Response;
    try {
      found = await fetch(path, { signal });
    } catch (cause) {
      if (signal.aborted) throw cause;
      throw new ApiError(text.errors.unreachable, 0);
    }
    if (!found.ok) throw new ApiError(text.errors.status(found.status), found.status);
    return found.text();
  },
};
