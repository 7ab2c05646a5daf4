// Writes the captions of the nodes on a canvas above the drawing.
import { placeCaptions, type Caption, type Placed, type Room } from "./captions";
import { columnShare, type Stage } from "./layered";
import type { Theme } from "./style";

export interface CaptionState {
  size: Stage;
  theme: Theme;
  columns: boolean;
  /** Pixels between two rows of a column. */
  pitch: number;
  items: (Caption & { faint: boolean })[];
}

const FONT_SIZE = 13;
const LINE_HEIGHT = 15;
const FAINT = 0.32;

export class CaptionLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #widths = new Map<string, number>();

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#canvas.style.pointerEvents = "none";
  }

  draw(state: CaptionState): void {
    const pen = this.#pen(state.size);
    if (!pen) return;
    const faint = new Set(state.items.filter((i) => i.faint).map((i) => i.id));
    for (const placed of placeCaptions(state.items, this.#room(pen, state))) {
      this.#write(pen, placed, state.theme, faint.has(placed.caption.id));
    }
  }

  /** A cleared pen on a canvas as large and as fine as the stage. */
  #pen({ width, height }: Stage): CanvasRenderingContext2D | null {
    const fine = devicePixelRatio || 1;
    const [w, h] = [Math.round(width * fine), Math.round(height * fine)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) {
      this.#canvas.width = w;
      this.#canvas.height = h;
      this.#canvas.style.width = `${width}px`;
      this.#canvas.style.height = `${height}px`;
    }
    const pen = this.#canvas.getContext("2d");
    pen?.setTransform(fine, 0, 0, fine, 0, 0);
    pen?.clearRect(0, 0, width, height);
    return pen;
  }

  #room(pen: CanvasRenderingContext2D, state: CaptionState): Room {
    const { size, theme } = state;
    const outside = size.width * columnShare(size.width) - 26;
    const rowLines = state.pitch >= 2 * LINE_HEIGHT - 1 ? 2 : 1;
    return {
      ...size,
      lineHeight: LINE_HEIGHT,
      maxWidth: state.columns ? Math.max(60, outside) : 136,
      maxLines: state.columns ? rowLines : 3,
      measure: (text, bold) => this.#measure(pen, text, font(theme, bold)),
    };
  }

  #measure(pen: CanvasRenderingContext2D, text: string, face: string): number {
    const key = `${face} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      pen.font = face;
      width = pen.measureText(text).width;
      this.#widths.set(key, width);
    }
    return width;
  }

  #write(pen: CanvasRenderingContext2D, placed: Placed, theme: Theme, faint: boolean): void {
    const { caption, lines, x, y } = placed;
    pen.font = font(theme, caption.bold);
    pen.textAlign = caption.side === "left" ? "right" : caption.side === "right" ? "left" : "center";
    pen.textBaseline = "middle";
    pen.globalAlpha = faint ? FAINT : 1;
    pen.lineJoin = "round";
    pen.lineWidth = 4;
    pen.strokeStyle = theme.surface;
    pen.fillStyle = theme.ink;
    lines.forEach((line, i) => {
      pen.strokeText(line, x, y + i * LINE_HEIGHT);
      pen.fillText(line, x, y + i * LINE_HEIGHT);
    });
    pen.globalAlpha = 1;
  }
}

function font(theme: Theme, bold: boolean): string {
  return `${bold ? 650 : 450} ${FONT_SIZE}px ${theme.font}`;
}
