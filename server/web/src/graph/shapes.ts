// The outlines of kinds as SVG paths on a grid of 20 by 20: for icons and for pictures that leave the page.
// The shader in nodeProgram.ts draws the same shapes.
import type { Shape } from "./style";

/** Regular polygon around (10, 10), its first corner straight up unless turned. */
function polygon(corners: number, radius: number, turn = 0, down = 0): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = ((i + turn) / corners) * 2 * Math.PI;
    return `${(10 + radius * Math.sin(angle)).toFixed(2)},${(10 + down - radius * Math.cos(angle)).toFixed(2)}`;
  });
  return `M${points.join("L")}Z`;
}

const disc = (r: number) => `M10 ${10 - r}a${r} ${r} 0 1 0 .01 0Z`;

const PATHS: Record<Shape, string> = {
  disc: disc(7.5),
  ring: disc(7.5) + disc(3.8),
  square: "M3.5 3.5h13v13h-13z",
  diamond: polygon(4, 9),
  triangle: polygon(3, 9.5, 0, 1.5),
  hexagon: polygon(6, 8.5),
  pentagon: polygon(5, 8.8, 0, 0.5),
  target: disc(8) + disc(5.6) + disc(3.4),
  bar: "M3.5 6h13a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 2 12.5v-5A1.5 1.5 0 0 1 3.5 6z",
  cross: "M7 2h6v5h5v6h-5v5H7v-5H2V7h5z",
  wedge: polygon(3, 9.5, 1.5, -1.5),
  octagon: polygon(8, 8.5, 0.5),
  page: "M5 2h10v16h-10z",
};

/** The path of a shape; holes are cut by fill-rule evenodd. */
export function shapePath(shape: Shape): string {
  return PATHS[shape];
}
