import { describe, expect, it } from "vitest";
import { edge, network, node } from "../test/networks";
import { circular } from "./circle";

const STAGE = { width: 900, height: 600 };

describe("circular", () => {
  const many = Array.from({ length: 40 }, (_, i) => edge(`actor:a${i}`, "obligation", `goal:g${i % 7}`));
  const net = network(many, [node("topic:t")]);

  it("has actors on the left, what they serve on the right, nobody off the stage or on another", () => {
    const { positions } = circular(net, STAGE);
    expect(positions.size).toBe(net.nodes.length);
    for (const n of net.nodes) {
      const at = positions.get(n.id) ?? { x: -1, y: -1 };
      expect(n.group === "actor" ? at.x < 450 : at.x > 450).toBe(true);
      expect(at.y > 0 && at.y < 600 && at.x > 0 && at.x < 900).toBe(true);
    }
    expect(new Set([...positions.values()].map((p) => `${p.x.toFixed(2)} ${p.y.toFixed(2)}`)).size).toBe(net.nodes.length);
  });

  it("keeps rows of a side apart, so that captions have room", () => {
    const { positions, pitch } = circular(net, STAGE);
    const ys = [...positions].filter(([id]) => id.startsWith("actor:")).map(([, p]) => p.y).sort((a, b) => a - b);
    const least = Math.min(...ys.slice(1).map((y, i) => y - (ys[i] ?? 0)));
    expect(least).toBeGreaterThan(10);
    expect(pitch).toBeCloseTo(least);
  });

  it("stands an empty network and one of a single side", () => {
    expect(circular({ nodes: [], links: [] }, STAGE).positions.size).toBe(0);
    expect(circular({ nodes: [node("goal:x")], links: [] }, STAGE).positions.get("goal:x")?.y).toBeCloseTo(300);
  });
});
