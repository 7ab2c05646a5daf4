import { describe, expect, it } from "vitest";
import type { Drawing } from "../graph/stage";
import { edge, network } from "../test/networks";
import { toCsv } from "./csv";
import { LINK_COLUMNS, linkRows, toGexf, toGraphml, toJsonLd, type Shown } from "./network";
import { toSvg, xml } from "./picture";

const net = network([
  { ...edge("actor:a", "obligation", "goal:x"), statements: ["s1"] },
  { ...edge("actor:a", "stance", "topic:t"), statements: ["s2"] },
]);
net.nodes[0] = { ...net.nodes[0]!, label: `Fish & "Chips" <Board>` };
const positions = new Map(net.nodes.map((n, i) => [n.id, { x: 100 * i, y: 50 }]));
const shown: Shown = { network: net, positions, colour: () => "#102030" };

describe("data of what is shown", () => {
  it("has a row for each link", () => {
    const lines = toCsv(LINK_COLUMNS, linkRows(shown)).trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe('actor:a,"Fish & ""Chips"" <Board>",State,obligation,obligedTo,goal:x,x,Goal,1,s1');
  });

  it("escapes what XML would misread, and says where nodes stand", () => {
    for (const text of [toGraphml(shown), toGexf(shown)]) {
      expect(text).toContain("Fish &amp; &quot;Chips&quot; &lt;Board&gt;");
      expect(text).not.toMatch(/& |<Board>/);
    }
    expect(toGraphml(shown)).toContain('<data key="x">100</data><data key="y">-50</data>');
    expect(toGexf(shown)).toContain('<viz:color r="16" g="32" b="48"/>');
  });

  it("is linked data by the predicates of the vocabulary", () => {
    const { "@context": context, "@graph": graph } = JSON.parse(toJsonLd(shown));
    expect(context["@vocab"]).toBe("urn:mandate:");
    const by = (id: string) => graph.filter((n: { "@id": string }) => n["@id"] === id);
    expect(by("urn:mandate:actor:a")[0]).toMatchObject({ "@type": ["Actor", "State"], obligedTo: [{ "@id": "urn:mandate:goal:x" }], opposes: [{ "@id": "urn:mandate:topic:t" }] });
    expect(by("urn:mandate:stmt:s1")[0]).toMatchObject({ "@type": ["Statement", "Obligation"], serves: { "@id": "urn:mandate:goal:x" } });
    expect(by("urn:mandate:stmt:s2")[0]).toMatchObject({ concerns: { "@id": "urn:mandate:topic:t" } });
  });
});

describe("a picture", () => {
  const drawing: Drawing = { network: net, size: { width: 600, height: 300 }, positions, form: "columns", pitch: 40, pinned: new Set() };
  const theme = { kind: () => "#111111", force: () => "#222222", ink: "#000", muted: "#555", surface: "#fff", accent: "#00f", font: "sans" };
  const svg = toSvg(drawing, {
    ...{ theme, title: "Who & what", subtitle: "<one>" },
    kindName: (k) => k,
    forceName: (f) => f,
    measure: (text) => text.length * 7,
  });

  it("holds every node and link, their captions and a legend", () => {
    expect(svg.match(/data-node="/g)).toHaveLength(3);
    expect(svg.match(/data-link="/g)).toHaveLength(2);
    expect(svg).toContain("Who &amp; what");
    expect(svg).toContain(">State</text>");
    expect(svg).toContain("stroke-dasharray");
  });

  it("needs no style, which the page's policy would forbid", () => expect(svg).not.toMatch(/<style| style=|<script/));

  it("writes no character that XML forbids", () => expect(xml("a\u0000b\u000bc\td")).toBe("a b c\td"));
});
