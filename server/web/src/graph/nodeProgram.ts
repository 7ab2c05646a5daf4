// Draws nodes for Sigma: each kind its shape, as a signed distance field on a
// square, with an outline in the stage's colour and, when selected, a halo.
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const UNIFORMS = ["u_matrix", "u_stage", "u_sizeRatio", "u_surface"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** What a node carries beside what Sigma knows of it. */
export interface NodeExtras {
  shape: number;
  /** 1 draws a halo around the node. */
  halo: number;
  /** 0 (gone) to 1. */
  opacity: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec2 a_state; // halo, opacity
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_stage;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec4 v_id;
varying vec2 v_at;      // pixels from the centre
varying float v_radius; // pixels
varying float v_shape;
varying vec2 v_state;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_at = a_corner * (v_radius * 1.3 + 7.0);
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_at * 2.0 / u_stage, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
  v_id = a_id;
  v_shape = a_shape;
  v_state = a_state;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;

uniform vec3 u_surface;

varying vec4 v_color;
varying vec4 v_id;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying vec2 v_state;

const float PI = 3.14159265;

// Regular polygon, a corner straight up; turn is in parts of a side.
float polygon(vec2 p, float n, float r, float turn) {
  float slice = 2.0 * PI / n;
  float angle = atan(p.x, p.y) + slice * (0.5 + turn);
  return cos(floor(0.5 + angle / slice) * slice - angle) * length(p) - r * cos(PI / n);
}

float box(vec2 p, vec2 half_) {
  vec2 d = abs(p) - half_;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

// Distance in pixels to the edge of the filled outline: below 0 is inside.
float outline(vec2 p, float r) {
  if (v_shape < 1.5) return length(p) - r;                                      // disc, ring
  if (v_shape < 2.5) return box(p, vec2(r * 0.86));                             // square
  if (v_shape < 3.5) return polygon(p, 4.0, r * 1.22, 0.0);                     // diamond
  if (v_shape < 4.5) return polygon(p + vec2(0.0, r * 0.2), 3.0, r * 1.25, 0.0);// triangle
  if (v_shape < 5.5) return polygon(p, 6.0, r * 1.1, 0.0);                      // hexagon
  if (v_shape < 6.5) return polygon(p, 5.0, r * 1.12, 0.0);                     // pentagon
  if (v_shape < 7.5) return length(p) - r * 1.05;                               // target
  if (v_shape < 8.5) return box(p, vec2(r * 0.85, r * 0.36)) - r * 0.2;         // bar
  if (v_shape < 9.5) return min(box(p, vec2(r, r * 0.4)), box(p, vec2(r * 0.4, r))); // cross
  if (v_shape < 10.5) return polygon(p - vec2(0.0, r * 0.2), 3.0, r * 1.25, 0.5);// wedge
  if (v_shape < 11.5) return polygon(p, 8.0, r * 1.05, 0.5);                    // octagon
  return box(p, vec2(r * 0.62, r));                                             // page
}

// Distance to a hole inside the outline, far away where the shape has none.
float hole(vec2 p, float r) {
  float d = length(p);
  if (v_shape > 0.5 && v_shape < 1.5) return d - r * 0.5;
  if (v_shape > 6.5 && v_shape < 7.5) return abs(d - r * 0.6) - r * 0.14;
  return 1e3;
}

void main() {
  float d = outline(v_at, v_radius);
#ifdef PICKING_MODE
  if (d > 4.0 || v_state.y < 0.05) discard;
  gl_FragColor = v_id;
  gl_FragColor.a *= 255.0 / 254.0;
#else
  vec3 body = mix(u_surface, v_color.rgb, clamp(hole(v_at, v_radius) + 0.5, 0.0, 1.0));
  float inside = clamp(0.5 - d, 0.0, 1.0);
  float rim = clamp(2.0 - d, 0.0, 1.0);
  vec3 color = mix(u_surface, mix(u_surface, body, v_state.y), inside);
  float alpha = rim;
  if (v_state.x > 0.5) {
    float halo = clamp(6.0 - d, 0.0, 1.0) * (1.0 - rim);
    color = mix(color, v_color.rgb, halo);
    alpha = max(alpha, halo * 0.55);
  }
  gl_FragColor = vec4(color * alpha, alpha);
#endif
}`;

export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_state", size: 2, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]],
    };
  }

  processVisibleItem(index: number, start: number, data: NodeDisplayData & Partial<NodeExtras>): void {
    const values = [data.x, data.y, data.size, data.shape ?? 0, data.halo ?? 0, data.opacity ?? 1];
    this.array.set([...values, floatColor(data.color), index], start);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
    gl.uniform2f(uniformLocations.u_stage ?? null, params.width, params.height);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
    const [r, g, b] = surfaceOf(this.renderer.getContainer());
    gl.uniform3f(uniformLocations.u_surface ?? null, r, g, b);
  }
}

/** The stage's background as the shader wants it: red, green, blue, each 0 to 1. */
function surfaceOf(stage: HTMLElement): [number, number, number] {
  const [r = 255, g = 255, b = 255] = getComputedStyle(stage).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
  return [r / 255, g / 255, b / 255];
}
