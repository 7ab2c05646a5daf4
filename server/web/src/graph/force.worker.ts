// The force layout, off the main thread so that the page never stops answering.
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { ForceJob, ForceResult } from "./force";

addEventListener("message", (event: MessageEvent<ForceJob>) => {
  const { ids, sizes, links } = event.data;
  const graph = new Graph();
  ids.forEach((id, i) => {
    // A sunflower rather than chance: the same graph always comes out the same.
    const angle = i * 2.399963;
    const radius = 10 * Math.sqrt(i + 1);
    graph.addNode(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle), size: sizes[i] });
  });
  for (const [source, target, weight] of links) if (source !== target) graph.mergeEdge(source, target, { weight });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    adjustSizes: true,
    strongGravityMode: true,
    gravity: 0.02,
    scalingRatio: 60,
    slowDown: 4,
  };
  const iterations = graph.order > 2000 ? 120 : 500;
  const at = forceAtlas2(graph, { iterations, settings, getEdgeWeight: "weight" });
  const result: ForceResult = Object.entries(at).map(([id, p]) => [id, p.x, p.y]);
  postMessage(result);
});
