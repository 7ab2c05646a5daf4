// How a link runs between two points of the stage, in pixels, y down: an S between the columns, an arc
// within one, a bow between points of a plane, a loop at a single one. Links of the same pair run side by side.
import type { Point } from "./layered";

export type Course = "across" | "inRight" | "inLeft" | "bow" | "loop";

/** A cubic curve: where it starts, two handles, where it ends. */
export type Curve = readonly [Point, Point, Point, Point];

/** Room between two links of the same pair, in pixels. */
const APART = 6;

/**
 * The curve of the nth of `twins` links between the same two points.
 * `radius` is the start's, for a loop has to come out from behind its node.
 */
export function curveOf(course: Course, from: Point, to: Point, nth = 0, twins = 1, radius = 8): Curve {
  const lane = nth - (twins - 1) / 2;
  switch (course) {
    case "across":
      return across(from, to, (lane * APART) / 2);
    case "inRight":
    case "inLeft":
      return within(from, to, course === "inRight" ? 1 : -1, lane * APART);
    case "loop":
      return loop(from, radius + 20 + nth * 2.5 * APART);
    case "bow":
      return bow(from, to, lane * APART * 3);
  }
}

/** Leaves and arrives level. */
function across(from: Point, to: Point, lift: number): Curve {
  const [a, b] = [shifted(from, 0, lift), shifted(to, 0, lift)];
  const reach = (b.x - a.x) * 0.5;
  return [a, shifted(a, reach, 0), shifted(b, -reach, 0), b];
}

/** Leaves a column on one side and comes back to it. */
function within(from: Point, to: Point, side: number, aside: number): Curve {
  const reach = side * (24 + Math.abs(to.y - from.y) * 0.35 + aside);
  return [from, shifted(from, reach, 0), shifted(to, reach, 0), to];
}

function bow(from: Point, to: Point, aside: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.max(Math.hypot(dx, dy), 0.001);
  const out = aside + far * 0.08;
  const [ox, oy] = [(dy / far) * out, (-dx / far) * out];
  return [from, shifted(from, dx * 0.33 + ox, dy * 0.33 + oy), shifted(from, dx * 0.67 + ox, dy * 0.67 + oy), to];
}

function loop(at: Point, high: number): Curve {
  return [at, shifted(at, -high, -high * 1.2), shifted(at, high, -high * 1.2), at];
}

function shifted(p: Point, dx: number, dy: number): Point {
  return { x: p.x + dx, y: p.y + dy };
}

/** The course of a link: by layout, and by whether its ends are in the same column or even the same. */
export function courseOf(columns: boolean, link: { source: string; target: string }, sides: { source: string; target: string }): Course {
  if (link.source === link.target) return "loop";
  if (!columns) return "bow";
  if (sides.source !== sides.target) return "across";
  return sides.source === "actor" ? "inRight" : "inLeft";
}

/** For each link its place among those of the same pair, whichever way they run. */
export function lanes(links: readonly { key: string; source: string; target: string }[]): Map<string, { nth: number; twins: number }> {
  const pairs = new Map<string, string[]>();
  for (const { key, source, target } of links) {
    const pair = source < target ? `${source} ${target}` : `${target} ${source}`;
    const keys = pairs.get(pair) ?? [];
    keys.push(key);
    pairs.set(pair, keys);
  }
  return new Map([...pairs.values()].flatMap((keys) => keys.map((key, nth) => [key, { nth, twins: keys.length }] as const)));
}
