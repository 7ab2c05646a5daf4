import { describe, expect, it } from "vitest";
import { spread } from "./force";

describe("spread", () => {
  it("stretches positions over the stage and leaves a margin", () => {
    const at = spread([["a", -4, 10], ["b", 6, 30], ["c", 1, 20]], { width: 500, height: 330 });
    expect(at.get("a")).toEqual({ x: 70, y: 70 });
    expect(at.get("b")).toEqual({ x: 430, y: 230 });
    expect(at.get("c")).toEqual({ x: 250, y: 150 });
  });

  it("puts a single node in the middle and stands none", () => {
    expect(spread([["a", 3, 3]], { width: 500, height: 330 }).get("a")).toEqual({ x: 250, y: 150 });
    expect(spread([], { width: 500, height: 330 }).size).toBe(0);
  });
});
