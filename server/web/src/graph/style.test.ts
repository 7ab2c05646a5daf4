import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ACTOR_KINDS, FORCES, TARGET_KINDS } from "../api/types";
import { forceName, kindName } from "../text";
import { DASHES, linkOpacity, linkWidth, nodeRadius, shapeOf } from "./style";

const css = readFileSync(new URL("../app.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
const kinds = [...ACTOR_KINDS, ...TARGET_KINDS];

/** Relative luminance of WCAG 2 of a colour #rrggbb. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function token(sheet: string, name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(sheet)?.[1];
  if (!value) throw new Error(`app.css gives no --${name}`);
  return value;
}

describe("kinds and forces", () => {
  it("have a shape, a dash and a name each, and no two forces the same dash", () => {
    expect(new Set(FORCES.map((f) => DASHES[f].join())).size).toBe(FORCES.length);
    for (const force of FORCES) expect(forceName(force)).not.toBe(force);
    for (const kind of kinds) expect(kindName(kind)).not.toBe("");
    expect(new Set(ACTOR_KINDS.map(shapeOf)).size).toBe(ACTOR_KINDS.length);
    expect(new Set(TARGET_KINDS.map(shapeOf)).size).toBe(TARGET_KINDS.length);
  });

  it.each([
    ["light", light],
    ["dark", dark],
  ])("stand out from the %s stage by 3 : 1, and text by 4.5 : 1", (_, sheet) => {
    const stage = token(sheet, "stage");
    for (const force of FORCES) expect(contrast(token(sheet, `force-${force}`), stage)).toBeGreaterThan(4.5);
    for (const kind of kinds) expect(contrast(token(sheet, `kind-${kind}`), stage)).toBeGreaterThan(3);
    for (const ground of ["page", "surface", "stage", "sunken"]) {
      expect(contrast(token(sheet, "ink"), token(sheet, ground))).toBeGreaterThan(7);
      expect(contrast(token(sheet, "muted"), token(sheet, ground))).toBeGreaterThan(4.5);
    }
  });
});

describe("sizes", () => {
  it("grow with the number of statements and stay bounded", () => {
    expect(linkWidth(8)).toBeGreaterThan(linkWidth(1));
    expect(linkWidth(1e9)).toBeLessThanOrEqual(9);
    expect(nodeRadius(20)).toBeGreaterThan(nodeRadius(1));
    expect(nodeRadius(1e9)).toBeLessThanOrEqual(15);
    expect(nodeRadius(0)).toBeGreaterThan(0);
    expect(linkOpacity(10)).toBeGreaterThan(linkOpacity(600));
    expect(linkOpacity(1e6)).toBeGreaterThan(0.2);
  });
});
