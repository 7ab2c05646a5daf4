// Which points lie inside a line drawn around them.
import type { Point } from "./layered";

/** Whether a point lies inside a closed line, by how often a ray from it crosses the line. */
export function inside(at: Point, line: readonly Point[]): boolean {
  let within = false;
  for (let i = 0, before = line.length - 1; i < line.length; before = i++) {
    const [a, b] = [line[i], line[before]];
    if (!a || !b || a.y > at.y === b.y > at.y) continue;
    if (at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x) within = !within;
  }
  return within;
}

/** The ids whose positions lie inside the line, in their order. */
export function caught(positions: ReadonlyMap<string, Point>, line: readonly Point[]): string[] {
  return [...positions].filter(([, at]) => inside(at, line)).map(([id]) => id);
}
