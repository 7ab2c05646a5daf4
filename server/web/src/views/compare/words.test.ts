import { describe, expect, it } from "vitest";
import { changedWords } from "./words";

const marked = (pieces: { text: string; alone: boolean }[]) => pieces.map((p) => (p.alone ? `[${p.text}]` : p.text)).join("");

describe("changedWords", () => {
  it("marks what one sentence has alone", () => {
    const { a, b } = changedWords("Ports should keep a log.", "Ports shall keep a log of ships.");
    expect(marked(a)).toBe("Ports [should] keep a log.");
    expect(marked(b)).toBe("Ports [shall] keep a log [of ships].");
  });

  it("marks neighbouring words as one", () => {
    expect(marked(changedWords("Ships may dock.", "Ships shall not dock.").b)).toBe("Ships [shall not] dock.");
  });

  it("loses no letter, whatever the sentences", () => {
    for (const [a, b] of [["", "All new."], ["One  two\nthree", "one two, three"], ["Café – naïve", "Cafe - naive"]] as const) {
      const pieces = changedWords(a, b);
      expect(pieces.a.map((p) => p.text).join("")).toBe(a);
      expect(pieces.b.map((p) => p.text).join("")).toBe(b);
    }
  });

  it("marks nothing where hardly a word is the same, and says so", () => {
    const { a, b, apart } = changedWords("The reef is closed to divers in spring.", "Harbour dues are paid to the mayor by noon.");
    expect(apart).toBe(true);
    expect([...a, ...b].some((p) => p.alone)).toBe(false);
  });

  it("marks nothing in equal sentences", () => {
    const { a, b } = changedWords("The same.", "The same.");
    expect([...a, ...b].some((p) => p.alone)).toBe(false);
  });
});
