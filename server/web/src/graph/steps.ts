// Walking the graph by arrow key.
import type { Point } from "./layered";
import { linksOf, type Network } from "./network";

export type Step = "up" | "down" | "left" | "right";

/**
 * The node one step from `from`: up and down to the nearest on the same side,
 * left and right across the strongest link. From nowhere: the topmost actor.
 */
export function nextNode(
  network: Network,
  at: ReadonlyMap<string, Point>,
  from: string | null,
  step: Step,
): string | null {
  const start = network.nodes.find((n) => n.id === from);
  const here = start && at.get(start.id);
  if (!start || !here) return topmost(network, at);
  if (step === "left" || step === "right") return across(network, start.id, step);
  const ahead = network.nodes
    .filter((n) => n.group === start.group && n.id !== start.id)
    .flatMap((n) => {
      const p = at.get(n.id);
      const far = p ? (step === "down" ? p.y - here.y : here.y - p.y) : 0;
      return p && far > 0 ? [{ id: n.id, far: far + Math.abs(p.x - here.x) * 0.5 }] : [];
    });
  ahead.sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1));
  return ahead[0]?.id ?? null;
}

/** Right leads from an actor to what it serves, left back to an actor. */
function across(network: Network, from: string, step: "left" | "right"): string | null {
  const links = linksOf(network, from);
  const link = links.find((l) => (step === "right" ? l.source === from : l.target === from));
  if (!link) return null;
  return step === "right" ? link.target : link.source;
}

function topmost(network: Network, at: ReadonlyMap<string, Point>): string | null {
  const actors = network.nodes.filter((n) => n.group === "actor" && at.has(n.id));
  const all = actors.length > 0 ? actors : network.nodes.filter((n) => at.has(n.id));
  all.sort((a, b) => (at.get(a.id)?.y ?? 0) - (at.get(b.id)?.y ?? 0));
  return all[0]?.id ?? null;
}
