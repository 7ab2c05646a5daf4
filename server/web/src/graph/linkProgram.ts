// Draws links for Sigma as ribbons along the curves of curve.ts, dashed by force.
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Dash } from "./style";

const UNIFORMS = ["u_matrix", "u_stage", "u_sizeRatio"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

/** What a link carries beside what Sigma knows of it. */
export interface LinkExtras {
  dash: Dash;
  /**
   * How its curve (curve.ts) leaves the straight line, as x and y in shares of the stage, y up: start and first
   * handle from the one end, second handle and end from the other.
   */
  bend: Bend;
  /** 0 (gone) to 1. */
  opacity: number;
}

export type Bend = readonly [number, number, number, number, number, number, number, number];

const STRAIGHT: Bend = [0, 0, 0, 0, 0, 0, 0, 0];

/** Pieces a ribbon is made of: enough to look round. */
const PIECES = 24;

const VERTEX = /* glsl */ `
attribute vec4 a_ends;
attribute vec4 a_handles;
attribute vec4 a_dash;
attribute vec2 a_form; // width, opacity
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_along; // 0..1 along the curve, -1 or 1 across it

uniform mat3 u_matrix;
uniform vec2 u_stage;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec4 v_id;
varying vec4 v_dash;
varying vec2 v_ribbon; // pixels along, pixels from the middle
varying float v_half;  // half the width in pixels
varying float v_opacity;

vec2 p0; vec2 p1; vec2 p2; vec2 p3;

vec2 curve(float t) {
  float s = 1.0 - t;
  return s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3;
}

vec2 slope(float t) {
  float s = 1.0 - t;
  return s * s * (p1 - p0) + 2.0 * s * t * (p2 - p1) + t * t * (p3 - p2);
}

vec2 pixels(vec2 p) { return (u_matrix * vec3(p, 1.0)).xy * u_stage * 0.5; }

void main() {
  p0 = pixels(a_ends.xy);
  p3 = pixels(a_ends.zw);
  p1 = pixels(a_handles.xy);
  p2 = pixels(a_handles.zw);

  float t = a_along.x;
  float walked = 0.0;
#ifndef PICKING_MODE
  // How far along the curve this is matters for dashes alone.
  if (a_dash.y + a_dash.w > 0.5) {
    vec2 last = p0;
    for (int i = 1; i <= 16; i++) {
      vec2 here = curve(t * float(i) / 16.0);
      walked += distance(last, here);
      last = here;
    }
  }
#endif

  v_half = max(a_form.x / u_sizeRatio, 1.0) * 0.5;
#ifdef PICKING_MODE
  v_half = max(v_half, 5.0);
#endif
  vec2 along = slope(t);
  vec2 across = length(along) > 0.0001 ? normalize(vec2(-along.y, along.x)) : vec2(0.0, 1.0);
  float reach = a_along.y * (v_half + 1.0);
  gl_Position = vec4((curve(t) + across * reach) * 2.0 / u_stage, 0.0, 1.0);
  v_ribbon = vec2(walked, reach);
  v_dash = a_dash;
  v_opacity = a_form.y;
  v_color = a_color;
  v_id = a_id;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec4 v_id;
varying vec4 v_dash;
varying vec2 v_ribbon;
varying float v_half;
varying float v_opacity;

// Share of a pixel at x that lies between from and to.
float span(float x, float from, float to) {
  return clamp(x - from + 0.5, 0.0, 1.0) * clamp(to - x + 0.5, 0.0, 1.0);
}

float drawn() {
  if (v_dash.y + v_dash.w < 0.5) return 1.0;
  float period = v_dash.x + v_dash.y + v_dash.z + v_dash.w;
  float x = mod(v_ribbon.x, period);
  float second = v_dash.x + v_dash.y;
  return max(max(span(x, 0.0, v_dash.x), span(x, second, second + v_dash.z)), span(x, period, period + v_dash.x));
}

void main() {
  if (v_opacity < 0.01) discard;
#ifdef PICKING_MODE
  if (v_opacity < 0.2) discard;
  gl_FragColor = v_id;
  gl_FragColor.a *= 255.0 / 254.0;
#else
  float alpha = clamp(v_half + 0.5 - abs(v_ribbon.y), 0.0, 1.0) * drawn() * v_opacity;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
#endif
}`;

/** The corners of the ribbon from end to end, one on either side, as a strip of triangles. */
function ribbon(): number[][] {
  return Array.from({ length: PIECES + 1 }, (_, i) => [[i / PIECES, -1], [i / PIECES, 1]]).flat();
}

export class RibbonProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const constant = ribbon();
    return {
      VERTICES: constant.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_ends", size: 4, type: FLOAT },
        { name: "a_handles", size: 4, type: FLOAT },
        { name: "a_dash", size: 4, type: FLOAT },
        { name: "a_form", size: 2, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_along", size: 2, type: FLOAT }],
      CONSTANT_DATA: constant,
    };
  }

  processVisibleItem(
    index: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & Partial<LinkExtras>,
  ): void {
    const [ax, ay, bx, by, cx, cy, dx, dy] = data.bend ?? STRAIGHT;
    const ends = [source.x + ax, source.y + ay, target.x + dx, target.y + dy];
    const handles = [source.x + bx, source.y + by, target.x + cx, target.y + cy];
    const form = [data.size, data.opacity ?? 1];
    this.array.set([...ends, ...handles, ...(data.dash ?? [1, 0, 1, 0]), ...form, floatColor(data.color), index], start);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
    gl.uniform2f(uniformLocations.u_stage ?? null, params.width, params.height);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
  }
}
