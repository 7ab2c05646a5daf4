import { describe, expect, it } from "vitest";
import { edge, network, node } from "../test/networks";
import { layered, type Point } from "./layered";
import type { Network } from "./network";

const STAGE = { width: 800, height: 600 };

function crossings(network: Network, at: Map<string, Point>): number {
  const spans = network.links.map((l) => [at.get(l.source)?.y ?? 0, at.get(l.target)?.y ?? 0] as const);
  let n = 0;
  spans.forEach(([a1, b1], i) =>
    spans.slice(i + 1).forEach(([a2, b2]) => (n += (a1 - a2) * (b1 - b2) < 0 ? 1 : 0)),
  );
  return n;
}

describe("layered", () => {
  it("puts actors left of what they serve, all on the stage", () => {
    const net = network([edge("actor:a", "obligation", "goal:x"), edge("actor:b", "commitment", "principle:y")]);
    const { positions } = layered(net, STAGE);
    expect(positions.size).toBe(4);
    for (const n of net.nodes) {
      const at = positions.get(n.id);
      expect(at?.x).toBeCloseTo(n.group === "actor" ? 800 * 0.305 : 800 * 0.695);
      expect(at?.y).toBeGreaterThan(0);
      expect(at?.y).toBeLessThan(600);
    }
  });

  it("keeps kinds of target together, goals first", () => {
    const net = network([
      edge("actor:a", "obligation", "section:s"),
      edge("actor:a", "obligation", "goal:g"),
      edge("actor:a", "obligation", "topic:t"),
      edge("actor:a", "obligation", "principle:p"),
      edge("actor:b", "obligation", "goal:h"),
    ]);
    const { positions } = layered(net, STAGE);
    const order = net.nodes
      .filter((n) => n.group === "target")
      .sort((a, b) => (positions.get(a.id)?.y ?? 0) - (positions.get(b.id)?.y ?? 0));
    expect(order.map((n) => n.kind)).toEqual(["Goal", "Goal", "Principle", "Section", "Topic"]);
  });

  it("untangles links that need not cross", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const net = network(names.map((n, i) => edge(`actor:${n}`, "obligation", `goal:${names[(i * 5 + 2) % 6]}`)));
    expect(crossings(net, layered(net, STAGE).positions)).toBe(0);
  });

  it("gives two rows never the same place, however many there are", () => {
    const more = Array.from({ length: 300 }, (_, i) => node(`goal:g${i}`));
    const { positions, pitch } = layered(network([edge("actor:a", "obligation", "goal:x")], more), STAGE);
    const ys = [...positions.values()].filter((p) => p.x > 400).map((p) => p.y);
    expect(new Set(ys).size).toBe(301);
    expect(Math.max(...ys)).toBeLessThan(600);
    expect(pitch).toBeGreaterThan(0);
  });

  it("is the same for the same network, and stands an empty one", () => {
    const net = network([edge("actor:a", "obligation", "goal:x"), edge("actor:b", "obligation", "goal:y")]);
    expect(layered(net, STAGE)).toEqual(layered(net, STAGE));
    expect(layered({ nodes: [], links: [] }, STAGE).positions.size).toBe(0);
  });
});
