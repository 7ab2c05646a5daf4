// Asks the worker for a force layout, and scales its answer to the stage.
import type { Point, Stage } from "./layered";
import type { Network } from "./network";
import { nodeRadius } from "./style";

export interface ForceJob {
  ids: string[];
  sizes: number[];
  links: [string, string, number][];
}

/** Room around the layout; at the foot for the captions of the lowest nodes. */
const MARGINS = { side: 70, foot: 30 };
export type ForceResult = [string, number, number][];

/** Lays out in a worker; resolves to null when `signal` aborts before it is done. */
export function forceLayout(network: Network, stage: Stage, signal: AbortSignal): Promise<Map<string, Point> | null> {
  const worker = new Worker(new URL("./force.worker.ts", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    const finish = (act: () => void) => {
      worker.terminate();
      act();
    };
    signal.addEventListener("abort", () => finish(() => resolve(null)), { once: true });
    worker.onmessage = (e: MessageEvent<ForceResult>) => finish(() => resolve(spread(e.data, stage)));
    worker.onerror = (e) => finish(() => reject(new Error(e.message)));
    worker.postMessage(job(network));
  });
}

function job(network: Network): ForceJob {
  return {
    ids: network.nodes.map((n) => n.id),
    sizes: network.nodes.map((n) => nodeRadius(n.statements) * 2),
    links: network.links.map((l) => [l.source, l.target, l.count]),
  };
}

/** Stretches positions over the stage, each axis by itself: the stage is wide, labels are too. */
export function spread(result: ForceResult, stage: Stage): Map<string, Point> {
  const scaleX = scale(result.map(([, x]) => x), stage.width);
  const scaleY = scale(result.map(([, , y]) => y), Math.max(1, stage.height - MARGINS.foot));
  return new Map(result.map(([id, x, y]) => [id, { x: scaleX(x), y: scaleY(y) }]));
}

function scale(values: number[], length: number): (v: number) => number {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const margin = Math.min(MARGINS.side, length / 4);
  if (!(high > low)) return () => length / 2;
  return (v) => margin + ((v - low) / (high - low)) * (length - 2 * margin);
}
