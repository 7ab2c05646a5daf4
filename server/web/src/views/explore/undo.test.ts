import { describe, expect, it } from "vitest";
import { Undo } from "./undo";

describe("Undo", () => {
  it("goes back and forth through the states, and forgets what was undone once something else is done", () => {
    const undo = new Undo<number>();
    let now = 0;
    const go = (to: number) => {
      undo.note(now, `to ${to}`);
      now = to;
    };
    const step = (found: { state: number; what: string } | null) => {
      if (found) now = found.state;
      return found?.what ?? null;
    };
    go(1);
    go(2);
    expect(step(undo.back(now))).toBe("to 2");
    expect(now).toBe(1);
    expect(step(undo.forth(now))).toBe("to 2");
    expect(now).toBe(2);
    expect(step(undo.forth(now))).toBeNull();
    step(undo.back(now));
    step(undo.back(now));
    expect([now, undo.canGoBack, undo.canGoForth]).toEqual([0, false, true]);
    expect(step(undo.back(now))).toBeNull();
    go(9);
    expect([undo.canGoBack, undo.canGoForth]).toEqual([true, false]);
  });
});
