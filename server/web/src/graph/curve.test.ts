import { describe, expect, it } from "vitest";
import { courseOf, curveOf, lanes } from "./curve";

const A = { x: 100, y: 50 };
const B = { x: 300, y: 250 };

describe("curveOf", () => {
  it("runs from one point to the other, however it gets there", () => {
    for (const course of ["bow", "inLeft", "inRight"] as const) {
      const [from, , , to] = curveOf(course, A, B);
      expect([from, to]).toEqual([A, B]);
    }
  });

  it("leaves and arrives level between columns, in a lane of its own", () => {
    const [first, second] = [curveOf("across", A, B, 0, 2), curveOf("across", A, B, 1, 2)];
    expect(first[1].y).toBe(first[0].y);
    expect(first[2].y).toBe(first[3].y);
    expect(second[0].y - first[0].y).toBeGreaterThanOrEqual(3);
  });

  it("keeps links of the same pair apart", () => {
    const middles = [0, 1, 2].map((nth) => curveOf("bow", A, B, nth, 3)[1]);
    expect(new Set(middles.map((p) => `${p.x} ${p.y}`)).size).toBe(3);
  });

  it("draws a loop out of its node and back, each further out than the last", () => {
    const [from, out, back, to] = curveOf("loop", A, A, 0, 2, 10);
    expect([from, to]).toEqual([A, A]);
    expect(A.y - out.y).toBeGreaterThan(20);
    expect(out.x).toBeLessThan(A.x);
    expect(back.x).toBeGreaterThan(A.x);
    expect(curveOf("loop", A, A, 1, 2, 10)[1].y).toBeLessThan(out.y);
  });

  it("stays on the inner side of a column", () => {
    const down = { x: A.x, y: 300 };
    expect(curveOf("inRight", A, down)[1].x).toBeGreaterThan(A.x);
    expect(curveOf("inLeft", A, down)[1].x).toBeLessThan(A.x);
  });
});

describe("courseOf", () => {
  it.each([
    [true, "a", "b", "actor", "target", "across"],
    [true, "a", "b", "actor", "actor", "inRight"],
    [true, "a", "b", "target", "target", "inLeft"],
    [true, "a", "a", "actor", "actor", "loop"],
    [false, "a", "b", "actor", "target", "bow"],
    [false, "a", "a", "actor", "actor", "loop"],
  ] as const)("columns %s, %s to %s, %s to %s: %s", (columns, source, target, from, to, course) => {
    expect(courseOf(columns, { source, target }, { source: from, target: to })).toBe(course);
  });
});

describe("lanes", () => {
  it("counts links of a pair, whichever way they run", () => {
    const links = [["1", "a", "b"], ["2", "b", "a"], ["3", "a", "c"]].map(([key = "", source = "", target = ""]) => ({ key, source, target }));
    expect(Object.fromEntries(lanes(links))).toEqual({ 1: { nth: 0, twins: 2 }, 2: { nth: 1, twins: 2 }, 3: { nth: 0, twins: 1 } });
  });
});
