import { describe, expect, it } from "vitest";
import { caught, inside } from "./lasso";

/** A square with a bay cut into its right side. */
const BAY = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 40, y: 50 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
];

describe("inside", () => {
  it.each([
    [20, 50, true],
    [80, 50, false],
    [80, 10, true],
    [-1, 50, false],
    [50, 101, false],
  ])("(%i, %i): %s", (x, y, within) => expect(inside({ x, y }, BAY)).toBe(within));

  it("holds nothing in a line that encloses nothing", () => {
    expect(inside({ x: 0, y: 0 }, [])).toBe(false);
    expect(inside({ x: 1, y: 0 }, BAY.slice(0, 2))).toBe(false);
  });
});

describe("caught", () => {
  it("names what lies inside", () => {
    const places = new Map([["a", { x: 20, y: 50 }], ["b", { x: 80, y: 50 }], ["c", { x: 10, y: 90 }]]);
    expect(caught(places, BAY)).toEqual(["a", "c"]);
  });
});
