// How kinds and forces look: shapes, dashes, widths. Colours are tokens of
// app.css, read here for the canvas, so that light and dark have one source.
// Colour never stands alone: kinds differ in shape, forces in dash.
import type { Force } from "../api/types";

/** Shapes the node program can draw; the number is their name in the shader. */
export const SHAPES = {
  disc: 0,
  ring: 1,
  square: 2,
  diamond: 3,
  triangle: 4,
  hexagon: 5,
  pentagon: 6,
  target: 7,
  bar: 8,
  cross: 9,
  wedge: 10,
  octagon: 11,
  page: 12,
} as const;
export type Shape = keyof typeof SHAPES;

const KIND_SHAPES: Record<string, Shape> = {
  State: "disc",
  InternationalOrganization: "hexagon",
  GovernmentBody: "square",
  Company: "pentagon",
  CivilSociety: "triangle",
  Individual: "cross",
  Collective: "ring",
  Organization: "octagon",
  Goal: "target",
  Principle: "diamond",
  Section: "bar",
  Topic: "wedge",
  Document: "page",
};

export function shapeOf(kind: string): Shape {
  return KIND_SHAPES[kind] ?? "disc";
}

/** Lengths in pixels: drawn, left out, drawn, left out. All drawn: a solid line. */
export type Dash = readonly [number, number, number, number];

export const DASHES: Record<Force, Dash> = {
  obligation: [1, 0, 1, 0],
  prohibition: [12, 4, 3, 4],
  commitment: [20, 4, 20, 4],
  recommendation: [9, 5, 9, 5],
  permission: [3, 4, 3, 4],
  goal: [14, 3, 5, 3],
  stance: [2, 7, 2, 7],
};

/** Width of a link in pixels: grows with the number of statements, ever more slowly. */
export function linkWidth(count: number): number {
  return Math.min(9, 1.4 + 1.1 * Math.log2(Math.max(1, count)));
}

/** How strongly links are drawn that nothing brings forward: the more there are, the fainter each. */
export function linkOpacity(links: number): number {
  return Math.max(0.28, Math.min(0.62, 0.62 - (links - 150) / 1500));
}

/** Radius of a node in pixels. */
export function nodeRadius(statements: number): number {
  return Math.min(15, 5.5 + 1.5 * Math.sqrt(Math.max(0, statements)));
}

export interface Theme {
  kind: (kind: string) => string;
  force: (force: Force) => string;
  ink: string;
  muted: string;
  surface: string;
  accent: string;
  font: string;
}

/** Reads the colours now in force from the style sheet. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  // Looked up once each: a graph asks for the colour of every node and link.
  const known = new Map<string, string>();
  const token = (name: string) => {
    const value = known.get(name) ?? style.getPropertyValue(name).trim();
    known.set(name, value);
    return value;
  };
  return {
    kind: (kind) => token(`--kind-${kind}`) || token("--muted"),
    force: (force) => token(`--force-${force}`),
    ink: token("--ink"),
    muted: token("--muted"),
    surface: token("--stage"),
    accent: token("--accent"),
    font: token("--font-ui"),
  };
}
