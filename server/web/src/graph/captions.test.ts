import { describe, expect, it } from "vitest";
import { placeCaptions, wrap, type Caption, type Room } from "./captions";

/** Ten pixels a letter, so that widths can be counted. */
const ROOM: Room = {
  width: 600,
  height: 400,
  lineHeight: 16,
  maxWidth: 120,
  maxLines: 2,
  measure: (text) => text.length * 10,
};

function caption(id: string, more: Partial<Caption> = {}): Caption {
  return { id, text: id, x: 300, y: 200, radius: 6, side: "right", rank: 0, bold: false, ...more };
}

describe("wrap", () => {
  it.each([
    ["short", 2, ["short"]],
    ["fair and open rules", 2, ["fair and", "open rules"]],
    ["fair and open rules for everybody", 2, ["fair and", "open rules…"]],
    ["fair and open rules", 1, ["fair and op…"]],
    ["The Principle of Trust", 1, ["Trust"]],
    ["internationalisation", 2, ["internation…"]],
    ["", 2, []],
  ])("breaks %j into at most %i lines", (text, lines, expected) => {
    expect(wrap(text, false, ROOM, lines)).toEqual(expected);
  });
});

describe("placeCaptions", () => {
  it("lets the more important of two that collide stand", () => {
    const placed = placeCaptions([caption("weak"), caption("strong", { rank: 5, y: 204 })], ROOM);
    expect(placed.map((p) => p.caption.id)).toEqual(["strong"]);
  });

  it("shortens a caption to one line rather than leave it out", () => {
    const one = caption("first of all", { rank: 2, y: 190 });
    const two = caption("some longer name", { rank: 1, y: 206 });
    expect(placeCaptions([one, two], ROOM).map((p) => p.lines)).toEqual([["first of all"], ["some longer…"]]);
  });

  it("moves a caption beside its node when there is no room below", () => {
    const placed = placeCaptions(
      [caption("upper", { side: "below", rank: 2 }), caption("lower", { side: "below", y: 202, rank: 1 })],
      ROOM,
    );
    expect(placed.map((p) => p.caption.side)).toEqual(["below", "right"]);
  });

  it("never lets two overlap, and keeps those below inside the stage", () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      caption(`name ${i} of a node`, { x: (i * 83) % 600, y: (i * 47) % 400, side: "below", rank: i }),
    );
    const placed = placeCaptions(many, ROOM);
    expect(placed.length).toBeGreaterThan(5);
    const boxes = placed
      .filter((p) => p.caption.side === "below")
      .map((p) => ({ width: Math.max(...p.lines.map((l) => l.length * 10)), x: p.x, y: p.y, n: p.lines.length }));
    for (const box of boxes) expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b) => {
        const apart =
          Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || a.y + a.n * 16 <= b.y + 1 || b.y + b.n * 16 <= a.y + 1;
        expect(apart).toBe(true);
      }),
    );
  });

  it("leaves out what stands off the stage", () => {
    expect(placeCaptions([caption("gone", { x: 700 })], ROOM)).toEqual([]);
  });
});
