// The drawn graph as a picture that stands by itself: SVG with a title and a legend, or PNG made from it.
import type { Force } from "../api/types";
import { captionRoom, captionSide, LINE_HEIGHT, placeCaptions } from "../graph/captions";
import { courseOf, curveOf, lanes, type Curve } from "../graph/curve";
import { shapePath } from "../graph/shapes";
import type { Drawing } from "../graph/stage";
import { DASHES, linkOpacity, linkWidth, nodeRadius, shapeOf, type Theme } from "../graph/style";

export interface PictureOptions {
  theme: Theme;
  title: string;
  /** Under the title: where it comes from, how it is narrowed. */
  subtitle: string;
  kindName: (kind: string) => string;
  forceName: (force: string) => string;
  /** Width of a text of the captions in pixels. */
  measure: (text: string, bold: boolean) => number;
}

const HEAD = 56;
const FOOT_LINE = 22;
const FONT = 13;
const EDGE = 16;

/** The drawing as SVG; its nodes and links carry their ids and titles. Only presentation attributes, no styles. */
export function toSvg(drawing: Drawing, o: PictureOptions): string {
  const legend = legendOf(drawing, o);
  const height = HEAD + drawing.size.height + legend.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${drawing.size.width}" height="${height}" viewBox="0 0 ${drawing.size.width} ${height}"`,
    ` font-family="${xml(o.theme.font)}" font-size="${FONT}">`,
    `<title>${xml(o.title)}</title><desc>${xml(o.subtitle)}</desc>`,
    `<rect width="100%" height="100%" fill="${o.theme.surface}"/>`,
    `<text x="${EDGE}" y="26" font-size="17" font-weight="650" fill="${o.theme.ink}">${xml(o.title)}</text>`,
    `<text x="${EDGE}" y="45" fill="${o.theme.muted}">${xml(o.subtitle)}</text>`,
    `<g transform="translate(0 ${HEAD})">`,
    ...links(drawing, o),
    ...nodes(drawing, o),
    ...captions(drawing, o),
    `</g><g transform="translate(0 ${HEAD + drawing.size.height})">${legend.svg}</g></svg>\n`,
  ].join("");
}

/** The same picture in pixels, `fine` times as many as it is large. */
export async function toPng(svg: string, fine = 2): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * fine;
    canvas.height = image.naturalHeight * fine;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function radius(drawing: Drawing, statements: number): number {
  return Math.min(nodeRadius(statements), Math.max(2.5, drawing.pitch * 0.46));
}

function links(drawing: Drawing, o: PictureOptions): string[] {
  const known = new Map(drawing.network.nodes.map((n) => [n.id, n]));
  const places = lanes(drawing.network.links);
  const widest = drawing.form === "columns" ? Math.max(1.2, drawing.pitch * 0.6) : Infinity;
  const opacity = linkOpacity(drawing.network.links.length).toFixed(2);
  return drawing.network.links.flatMap((l) => {
    const [a, b, source, target] = [drawing.positions.get(l.source), drawing.positions.get(l.target), known.get(l.source), known.get(l.target)];
    if (!a || !b || !source || !target) return [];
    const { nth, twins } = places.get(l.key) ?? { nth: 0, twins: 1 };
    const course = courseOf(drawing.form === "columns", l, { source: source.group, target: target.group });
    const path = pathOf(curveOf(course, a, b, nth, twins, radius(drawing, source.statements)));
    const width = Math.min(widest, linkWidth(l.count)).toFixed(1);
    return [
      `<path d="${path}" fill="none" stroke="${o.theme.force(l.force)}" stroke-width="${width}" stroke-opacity="${opacity}"${dashes(l.force)} data-link="${xml(l.key)}">`,
      `<title>${xml(`${source.label} → ${target.label}: ${o.forceName(l.force)} (${l.count})`)}</title></path>`,
    ];
  });
}

function nodes(drawing: Drawing, o: PictureOptions): string[] {
  return drawing.network.nodes.flatMap((n) => {
    const at = drawing.positions.get(n.id);
    if (!at) return [];
    const scale = (radius(drawing, n.statements) / 8).toFixed(3);
    return [
      `<g transform="translate(${round(at.x)} ${round(at.y)}) scale(${scale}) translate(-10 -10)" data-node="${xml(n.id)}">`,
      `<circle cx="10" cy="10" r="6" fill="${o.theme.surface}"/>`, // else links would show through holes
      `<path d="${shapePath(shapeOf(n.kind))}" fill-rule="evenodd" fill="${o.theme.kind(n.kind)}" stroke="${o.theme.surface}"/>`,
      `<title>${xml(`${n.label}: ${o.kindName(n.kind)}`)}</title></g>`,
    ];
  });
}

function captions(drawing: Drawing, o: PictureOptions): string[] {
  const wanted = drawing.network.nodes.flatMap((n) => {
    const at = drawing.positions.get(n.id);
    const side = at && captionSide(drawing.form, { group: n.group, x: at.x }, drawing.size.width);
    return side ? [{ id: n.id, text: n.label, ...at, radius: radius(drawing, n.statements), side, rank: n.statements, bold: false }] : [];
  });
  const ink = `fill="${o.theme.ink}" stroke="${o.theme.surface}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
  return placeCaptions(wanted, captionRoom(drawing.size, drawing.form, drawing.pitch, o.measure)).map(({ caption, lines, x, y }) => {
    const anchor = caption.side === "left" ? "end" : caption.side === "right" ? "start" : "middle";
    const spans = lines.map((line, i) => `<tspan x="${round(x)}" y="${round(y + i * LINE_HEIGHT + FONT * 0.34)}">${xml(line)}</tspan>`);
    return `<text text-anchor="${anchor}" ${ink}>${spans.join("")}</text>`;
  });
}

/** What the shapes and lines of the picture mean, in rows as wide as it. */
function legendOf(drawing: Drawing, o: PictureOptions): { svg: string; height: number } {
  const kinds = [...new Set(drawing.network.nodes.map((n) => n.kind))].map((kind) => ({
    name: o.kindName(kind),
    sign: `<path transform="scale(.7)" d="${shapePath(shapeOf(kind))}" fill-rule="evenodd" fill="${o.theme.kind(kind)}"/>`,
    wide: 20,
  }));
  const forces = [...new Set(drawing.network.links.map((l) => l.force))].map((force) => ({
    name: o.forceName(force),
    sign: `<path d="M0 7H34" stroke="${o.theme.force(force)}" stroke-width="3"${dashes(force)}/>`,
    wide: 40,
  }));
  let [x, y] = [EDGE, 6];
  const entries = [...kinds, ...forces].map(({ name, sign, wide }) => {
    const width = wide + o.measure(name, false) + 18;
    if (x + width > drawing.size.width - EDGE && x > EDGE) [x, y] = [EDGE, y + FOOT_LINE];
    const entry = `<g transform="translate(${round(x)} ${y})">${sign}<text x="${wide}" y="11.5" fill="${o.theme.muted}">${xml(name)}</text></g>`;
    x += width;
    return entry;
  });
  return { svg: entries.join(""), height: y + FOOT_LINE + 8 };
}

function pathOf([a, b, c, d]: Curve): string {
  const at = (p: { x: number; y: number }) => `${round(p.x)} ${round(p.y)}`;
  return `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;
}

function dashes(force: Force): string {
  const [, gap, , second] = DASHES[force];
  return gap + second > 0 ? ` stroke-dasharray="${DASHES[force].join(" ")}"` : "";
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Text as XML; what XML cannot hold becomes a space. */
export function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
