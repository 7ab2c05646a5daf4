// Writes the captions of the nodes on a canvas above the drawing.
import { captionRoom, LINE_HEIGHT, placeCaptions, type Caption, type Form, type Placed, type Room } from "./captions";
import type { Stage } from "./layered";
import type { Theme } from "./style";

export interface CaptionState {
  size: Stage;
  theme: Theme;
  form: Form;
  /** Pixels between two rows of a column. */
  pitch: number;
  items: Marked[];
}

type Marked = Caption & {
  faint: boolean;
  /** Neighbours that are not drawn, told in a badge at the node. */
  beyond: number;
  pinned: boolean;
};

const FONT_SIZE = 13;
const FAINT = 0.32;
/** Where rows are closer than this, badges would run into each other. */
const ROOM_FOR_BADGE = 15;

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
    for (const item of state.items) {
      if (item.pinned) pin(pen, item, state.theme);
      if (item.beyond > 0 && !item.faint && state.pitch >= ROOM_FOR_BADGE) badge(pen, item, state.theme);
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
    return captionRoom(size, state.form, state.pitch, (text, bold) => this.#measure(pen, text, font(theme, bold)));
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

/** "+12" above the node's inner side. */
function badge(pen: CanvasRenderingContext2D, { x, y, radius, side, beyond }: Marked, theme: Theme): void {
  const said = `+${beyond > 999 ? "999" : beyond}`;
  pen.font = `650 10px ${theme.font}`;
  const width = pen.measureText(said).width + 8;
  const at = { x: side === "left" ? x + radius * 0.6 + width / 2 : x - radius * 0.6 - width / 2, y: y - radius * 0.6 - 4 };
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.roundRect(at.x - width / 2, at.y - 6.5, width, 13, 6.5);
  pen.fillStyle = theme.surface;
  pen.fill();
  pen.strokeStyle = theme.muted;
  pen.lineWidth = 1;
  pen.stroke();
  pen.fillStyle = theme.ink;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(said, at.x, at.y + 0.5);
}

/** A needle with a head, stuck into the node. */
function pin(pen: CanvasRenderingContext2D, { x, y, radius, faint }: Marked, theme: Theme): void {
  const [top, r] = [y - radius - 7, 3.5];
  pen.globalAlpha = faint ? FAINT : 1;
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(x, y - radius * 0.3);
  pen.lineTo(x, top);
  pen.stroke();
  pen.beginPath();
  pen.arc(x, top, r, 0, 2 * Math.PI);
  pen.fillStyle = theme.accent;
  pen.fill();
  pen.strokeStyle = theme.surface;
  pen.lineWidth = 1;
  pen.stroke();
  pen.globalAlpha = 1;
}

/** Measures texts as captions are written. */
export function captionMeasure(theme: Theme): Room["measure"] {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, bold) => {
    if (!pen) return text.length * FONT_SIZE * 0.55;
    pen.font = font(theme, bold);
    return pen.measureText(text).width;
  };
}

function font(theme: Theme, bold: boolean): string {
  return `${bold ? 650 : 450} ${FONT_SIZE}px ${theme.font}`;
}
