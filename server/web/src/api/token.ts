// The token that a server may want from whoever changes something. Kept for this tab alone.
const STORED = "mandate.token";
const UNAUTHORISED = 401;

type Asker = (wrong: boolean) => Promise<string | null>;

let ask: Asker = () => Promise.resolve(null);
/** The question being put, so that several refused writes ask once. */
let pending: Promise<string | null> | null = null;
/** Holds the token where the tab has no storage. */
let held: string | null = null;

/** Says who asks the reader; `wrong` tells that a token was sent and refused. */
export function onTokenWanted(asker: Asker): void {
  ask = asker;
}

/** The header that carries the token; none while no token is known. */
export function credentials(): Record<string, string> {
  const token = kept();
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/**
 * Sends a write, and again with the reader's token for as long as the server wants another.
 * Returns the last answer: the refusal itself where the reader gives no token.
 */
export async function authorised<T extends { status: number }>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    const used = kept();
    const answer = await send();
    if (answer.status !== UNAUTHORISED) return answer;
    if (kept() !== used) continue; // meanwhile another write has got one
    const token = await askOnce(used !== null);
    if (token === null) return answer;
  }
}

function askOnce(wrong: boolean): Promise<string | null> {
  pending ??= ask(wrong).then((token) => {
    pending = null;
    if (token !== null) keep(token);
    return token;
  });
  return pending;
}

function kept(): string | null {
  try {
    return globalThis.sessionStorage?.getItem(STORED) ?? held;
  } catch {
    return held;
  }
}

function keep(token: string): void {
  held = token;
  try {
    globalThis.sessionStorage?.setItem(STORED, token);
  } catch {
    // Held in memory then.
  }
}
