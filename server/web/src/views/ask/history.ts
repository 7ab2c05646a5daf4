// The questions asked in this browser, the latest first.
const STORED = "mandate.questions";
const MOST = 30;

export function history(): string[] {
  try {
    const said: unknown = JSON.parse(localStorage.getItem(STORED) ?? "[]");
    return Array.isArray(said) ? said.filter((q): q is string => typeof q === "string" && q !== "").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a question first; returns the questions as they are then. */
export function remember(question: string): string[] {
  return keep([question, ...history().filter((q) => q.toLowerCase() !== question.toLowerCase())].slice(0, MOST));
}

export function forget(question: string): string[] {
  return keep(history().filter((q) => q !== question));
}

export function forgetAll(): string[] {
  return keep([]);
}

function keep(questions: string[]): string[] {
  try {
    localStorage.setItem(STORED, JSON.stringify(questions));
  } catch {
    // Without storage the questions last as long as the page.
  }
  return questions;
}
