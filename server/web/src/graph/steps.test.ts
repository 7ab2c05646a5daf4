import { describe, expect, it } from "vitest";
import { edge, network } from "../test/networks";
import { layered } from "./layered";
import { nextNode, type Step } from "./steps";

const net = network([
  edge("actor:a", "obligation", "goal:x", 3),
  edge("actor:a", "commitment", "goal:y"),
  edge("actor:b", "obligation", "goal:y", 2),
]);
const { positions } = layered(net, { width: 600, height: 400 });
const walk = (from: string | null, ...steps: Step[]) =>
  steps.reduce<string | null>((at, step) => nextNode(net, positions, at, step), from);

describe("nextNode", () => {
  it("starts at the topmost actor", () => {
    expect(walk(null, "down")).toBe("actor:a");
    expect(walk("goal:gone", "up")).toBe("actor:a");
  });

  it("goes up and down on the same side, and stops at its ends", () => {
    expect(walk("actor:a", "down")).toBe("actor:b");
    expect(walk("actor:b", "up")).toBe("actor:a");
    expect(walk("actor:b", "down")).toBeNull();
  });

  it("crosses along the link with most statements", () => {
    expect(walk("actor:a", "right")).toBe("goal:x");
    expect(walk("goal:y", "left")).toBe("actor:b");
    expect(walk("actor:a", "left")).toBeNull();
  });
});
