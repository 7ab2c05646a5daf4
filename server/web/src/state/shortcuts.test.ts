import { describe, expect, it, vi } from "vitest";
import { Shortcuts } from "./shortcuts.svelte";

describe("Shortcuts", () => {
  it("runs what a key stands for, while its group is there", () => {
    const keys = new Shortcuts();
    const run = vi.fn();
    const leave = keys.add({ title: "a", shortcuts: [{ keys: ["g"], what: "go", run }, { keys: ["Esc"], what: "told only" }] });
    expect(keys.press("G")).toBe(true);
    expect(keys.press("Esc")).toBe(false);
    leave();
    expect(keys.press("g")).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("does nothing once single keys are switched off", () => {
    const keys = new Shortcuts();
    const run = vi.fn();
    keys.add({ title: "a", shortcuts: [{ keys: ["g"], what: "go", run }] });
    keys.enable(false);
    expect(keys.press("g")).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });
});
