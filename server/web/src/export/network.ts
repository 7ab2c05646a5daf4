// What the graph shows as data for other programs: CSV, GraphML and GEXF with the places of the nodes, JSON-LD.
// The names of attributes are those of the server's own exports, which write the whole store.
import type { Point } from "../graph/layered";
import type { Link, Network } from "../graph/network";
import type { CsvValue } from "./csv";
import { xml } from "./picture";

export interface Shown {
  network: Network;
  /** Where nodes stand, in pixels, y down; none where no picture is drawn. */
  positions: ReadonlyMap<string, Point>;
  /** Colour of a kind, as #rrggbb. */
  colour: (kind: string) => string;
}

export const LINK_COLUMNS = ["source", "source_label", "source_kind", "force", "predicate", "target", "target_label", "target_kind", "statements", "statement_ids"];

/** A row a link. */
export function linkRows({ network }: Shown): CsvValue[][] {
  const node = new Map(network.nodes.map((n) => [n.id, n]));
  return network.links.map((l) => [
    l.source,
    node.get(l.source)?.label,
    node.get(l.source)?.kind,
    l.force,
    l.predicates.join("; "),
    l.target,
    node.get(l.target)?.label,
    node.get(l.target)?.kind,
    l.count,
    l.statements.join("; "),
  ]);
}

const GRAPHML_KEYS = [
  ["label", "node", "string"],
  ["kind", "node", "string"],
  ["x", "node", "double"],
  ["y", "node", "double"],
  ["force", "edge", "string"],
  ["predicate", "edge", "string"],
  ["weight", "edge", "int"],
  ["statements", "edge", "string"],
] as const;

export function toGraphml({ network, positions }: Shown): string {
  const data = (key: string, value: string | number) => `<data key="${key}">${xml(String(value))}</data>`;
  const place = (id: string) => {
    const at = positions.get(id);
    return at ? data("x", round(at.x)) + data("y", round(-at.y)) : "";
  };
  return [
    HEAD,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,
    ...GRAPHML_KEYS.map(([id, of, type]) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`),
    `<graph edgedefault="directed">`,
    ...network.nodes.map((n) => `<node id="${xml(n.id)}">${data("label", n.label)}${data("kind", n.kind)}${place(n.id)}</node>`),
    ...network.links.map(
      (l, i) =>
        `<edge id="e${i}" source="${xml(l.source)}" target="${xml(l.target)}">${data("force", l.force)}${data("predicate", l.predicates.join("; "))}${data("weight", l.count)}${data("statements", l.statements.join("; "))}</edge>`,
    ),
    `</graph></graphml>\n`,
  ].join("\n");
}

export function toGexf({ network, positions, colour }: Shown): string {
  return [
    HEAD,
    `<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">`,
    `<graph defaultedgetype="directed" mode="static">`,
    `<attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>`,
    `<attributes class="edge">${["force", "predicate", "statements"].map((a) => `<attribute id="${a}" title="${a}" type="string"/>`).join("")}</attributes>`,
    `<nodes>`,
    ...network.nodes.map(
      (n) =>
        `<node id="${xml(n.id)}" label="${xml(n.label)}"><attvalues><attvalue for="kind" value="${xml(n.kind)}"/></attvalues>${viz(positions.get(n.id), colour(n.kind))}</node>`,
    ),
    `</nodes><edges>`,
    ...network.links.map((l, i) => gexfEdge(l, i)),
    `</edges></graph></gexf>\n`,
  ].join("\n");
}

function gexfEdge(l: Link, i: number): string {
  const value = (name: string, said: string) => `<attvalue for="${name}" value="${xml(said)}"/>`;
  const values = value("force", l.force) + value("predicate", l.predicates.join("; ")) + value("statements", l.statements.join("; "));
  return `<edge id="${i}" source="${xml(l.source)}" target="${xml(l.target)}" label="${xml(l.force)}" weight="${l.count}"><attvalues>${values}</attvalues></edge>`;
}

function viz(at: Point | undefined, colour: string): string {
  const place = at ? `<viz:position x="${round(at.x)}" y="${round(-at.y)}" z="0"/>` : "";
  const [, r, g, b] = /^#(..)(..)(..)$/.exec(colour) ?? [];
  const paint = r && g && b ? `<viz:color r="${parseInt(r, 16)}" g="${parseInt(g, 16)}" b="${parseInt(b, 16)}"/>` : "";
  return place + paint;
}

/** The base that the server's exports give its own IRIs, too. */
const BASE = "urn:mandate:";

/** The nodes with their links as JSON-LD, each link by the predicates of the vocabulary and with its statements. */
export function toJsonLd({ network }: Shown): string {
  const of = new Map<string, Link[]>();
  for (const link of network.links) of.set(link.source, [...(of.get(link.source) ?? []), link]);
  const nodes = network.nodes.map((n) => {
    const said: Record<string, { "@id": string }[]> = {};
    for (const link of of.get(n.id) ?? []) {
      for (const predicate of link.predicates) (said[predicate] ??= []).push({ "@id": full(link.target) });
    }
    return { "@id": full(n.id), "@type": [classOf(n.group, n.kind), n.kind].filter((c, i, all) => all.indexOf(c) === i), label: n.label, ...said };
  });
  const statements = network.links.flatMap((l) =>
    l.statements.map((id) => ({ "@id": full(`stmt:${id}`), "@type": ["Statement", capital(l.force)], attribute: { "@id": full(l.source) }, [part(l)]: { "@id": full(l.target) } })),
  );
  const context = { "@vocab": BASE, label: "http://www.w3.org/2000/01/rdf-schema#label" };
  return `${JSON.stringify({ "@context": context, "@graph": [...nodes, ...statements] }, null, 1)}\n`;
}

/** The part of a statement that names what its link runs to. */
function part(link: Link): string {
  const [predicate = ""] = link.predicates;
  if (predicate === "involves" || predicate === "recipient") return predicate;
  return link.target.startsWith("topic:") ? "concerns" : "serves";
}

function full(iri: string): string {
  return BASE + iri;
}

function classOf(group: string, kind: string): string {
  return group === "actor" ? "Actor" : kind;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>`;

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
