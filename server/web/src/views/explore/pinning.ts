// Between the places where nodes are drawn, in pixels of the stage, and those that an address keeps.
import type { Point, Stage } from "../../graph/layered";
import type { Drawing } from "../../graph/stage";
import type { Spot } from "./address";

const FINE = 1000;

export function spotOf(at: Point, { width, height }: Stage): Spot {
  const share = (v: number, whole: number) => Math.max(0, Math.min(FINE, Math.round((v / Math.max(1, whole)) * FINE)));
  return { x: share(at.x, width), y: share(at.y, height) };
}

/** Where these nodes are now; those that are not drawn are left out. */
export function spotsOf(drawing: Drawing, iris: readonly string[]): Map<string, Spot> {
  return new Map(
    iris.flatMap((iri) => {
      const at = drawing.positions.get(iri);
      return at ? [[iri, spotOf(at, drawing.size)] as const] : [];
    }),
  );
}

/** A layout with the pinned nodes at their own places. */
export function pinned(positions: ReadonlyMap<string, Point>, pins: ReadonlyMap<string, Spot>, { width, height }: Stage): Map<string, Point> {
  const at = new Map(positions);
  for (const [iri, { x, y }] of pins) if (at.has(iri)) at.set(iri, { x: (x / FINE) * width, y: (y / FINE) * height });
  return at;
}
