import { describe, expect, it } from "vitest";
import { pinned, spotOf } from "./pinning";

describe("places that an address keeps", () => {
  const size = { width: 800, height: 400 };

  it("fit any stage", () => {
    const spot = spotOf({ x: 200, y: 300 }, size);
    expect(spot).toEqual({ x: 250, y: 750 });
    const wide = pinned(new Map([["a", { x: 1, y: 1 }], ["b", { x: 2, y: 2 }]]), new Map([["a", spot], ["gone", spot]]), { width: 1600, height: 1000 });
    expect(Object.fromEntries(wide)).toEqual({ a: { x: 400, y: 750 }, b: { x: 2, y: 2 } });
  });

  it("are never off the stage", () => {
    expect(spotOf({ x: -5, y: 4000 }, size)).toEqual({ x: 0, y: 1000 });
  });
});
