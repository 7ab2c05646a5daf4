// The question for the server's token, put to the reader when a write is refused without it.
import { onTokenWanted } from "../api/token";

export class TokenQuestion {
  /** Open while an answer is waited for; `wrong` when the server refused the one before. */
  open = $state.raw<{ wrong: boolean } | null>(null);
  #answer: (token: string | null) => void = () => {};

  constructor() {
    onTokenWanted((wrong) => {
      this.open = { wrong };
      return new Promise((resolve) => (this.#answer = resolve));
    });
  }

  /** The reader's answer, null for none. */
  answer(token: string | null): void {
    this.open = null;
    this.#answer(token);
  }
}
