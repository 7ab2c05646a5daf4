// Where captions go: a greedy choice of those that do not run into each other,
// the important ones first. Pure; the measuring of text is passed in.
import { columnShare } from "./layered";

export interface Caption {
  id: string;
  text: string;
  /** Centre of the node on the stage, in pixels. */
  x: number;
  y: number;
  radius: number;
  /** Side of the node on which the caption stands. */
  side: "left" | "right" | "below";
  /** Greater is placed earlier. */
  rank: number;
  bold: boolean;
}

export interface Placed {
  caption: Caption;
  lines: string[];
  /** Anchor of the first line: its left, right or middle by side; vertical middle. */
  x: number;
  y: number;
}

export interface Room {
  width: number;
  height: number;
  lineHeight: number;
  /** Widest that one line may be. */
  maxWidth: number;
  /** Most lines a caption may take. */
  maxLines: number;
  measure: (text: string, bold: boolean) => number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How a drawing is laid out, as far as captions care. */
export type Form = "columns" | "plane" | "circle";

export const LINE_HEIGHT = 15;

/** The room that captions have on a stage: outside of columns what is left there, elsewhere little. */
export function captionRoom(size: { width: number; height: number }, form: Form, pitch: number, measure: Room["measure"]): Room {
  const outside = size.width * columnShare(size.width) - 26;
  const rowLines = pitch >= 2 * LINE_HEIGHT - 1 ? 2 : 1;
  return {
    ...size,
    lineHeight: LINE_HEIGHT,
    maxWidth: form === "columns" ? Math.max(60, outside) : 136,
    maxLines: form === "plane" ? 3 : rowLines,
    measure,
  };
}

/** The side of its node on which a caption stands. */
export function captionSide(form: Form, node: { group: string; x: number }, width: number): Caption["side"] {
  if (form === "plane") return "below";
  if (form === "columns") return node.group === "actor" ? "left" : "right";
  return node.x < width / 2 ? "left" : "right";
}

const GAP = 7;
const EDGE = 4;

/** Chooses the captions to show, most important first, and breaks them into lines. */
export function placeCaptions(captions: Caption[], room: Room): Placed[] {
  const taken = new Boxes();
  // Where captions stand among the nodes, they must not cover any.
  for (const { x, y, radius, side } of captions) {
    if (side === "below") taken.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  const placed: Placed[] = [];
  for (const caption of [...captions].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))) {
    const fit = attempts(caption, room).find(
      ({ box, placed }) =>
        (placed.caption.side === caption.side ? onStage(box, room) : inside(box, room)) &&
        !taken.meets(box),
    );
    if (!fit) continue;
    taken.add(fit.box);
    placed.push(fit.placed);
  }
  return placed;
}

/** Ways to write a caption, the best first: where it belongs, then beside its node; whole, then on one line. */
function attempts(caption: Caption, room: Room): { placed: Placed; box: Box }[] {
  const whole = wrap(caption.text, caption.bold, room, room.maxLines);
  const texts = whole.length > 1 ? [whole, wrap(caption.text, caption.bold, room, 1)] : [whole];
  const sides: Caption["side"][] = caption.side === "below" ? ["below", "right", "left"] : [caption.side];
  return texts.flatMap((lines) => sides.map((side) => fitted({ ...caption, side }, lines, room)));
}

/** Breaks a text at spaces into at most `maxLines` lines; what is left over ends in an ellipsis. */
export function wrap(text: string, bold: boolean, room: Room, maxLines: number): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter(Boolean);
  while (rest.length > 0) {
    if (lines.length === maxLines - 1) {
      lines.push(shorten(rest.join(" "), bold, room));
      break;
    }
    let n = 1;
    while (n < rest.length && room.measure(rest.slice(0, n + 1).join(" "), bold) <= room.maxWidth) n++;
    lines.push(shorten(rest.slice(0, n).join(" "), bold, room));
    rest = rest.slice(n);
  }
  return lines;
}

/** What a heading says that the shape of its node says too: "The Principle of …". */
const KIND_WORDS = /^(?:the\s+)?(?:principles?|goals?|objectives?)\s+(?:of|for|on)\s+(?:the\s+)?/i;

function shorten(whole: string, bold: boolean, room: Room): string {
  if (room.measure(whole, bold) <= room.maxWidth) return whole;
  const text = whole.replace(KIND_WORDS, "");
  if (room.measure(text, bold) <= room.maxWidth) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (room.measure(`${text.slice(0, middle)}…`, bold) <= room.maxWidth) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}

function anchor(c: Caption, lines: number, room: Room): { x: number; y: number } {
  const up = ((lines - 1) * room.lineHeight) / 2;
  if (c.side === "below") return { x: c.x, y: c.y + c.radius + room.lineHeight * 0.8 };
  return { x: c.side === "left" ? c.x - c.radius - GAP : c.x + c.radius + GAP, y: c.y - up };
}

/** A caption with its box; one below its node is pushed back onto the stage where it sticks out. */
function fitted(caption: Caption, lines: string[], room: Room): { placed: Placed; box: Box } {
  const width = Math.max(...lines.map((line) => room.measure(line, caption.bold)), 0);
  let { x, y } = anchor(caption, lines.length, room);
  if (caption.side === "below" && caption.x >= 0 && caption.x <= room.width) {
    x = Math.max(width / 2 + EDGE, Math.min(room.width - width / 2 - EDGE, x));
  }
  const left = caption.side === "left" ? x - width : caption.side === "right" ? x : x - width / 2;
  const top = y - room.lineHeight / 2;
  const box = { left, right: left + width, top, bottom: top + lines.length * room.lineHeight };
  return { placed: { caption, lines, x, y }, box };
}

/** Boxes by the squares of a grid that they touch, so that looking for a collision looks at neighbours alone. */
class Boxes {
  readonly #squares = new Map<number, Box[]>();

  add(box: Box): void {
    for (const square of squares(box)) {
      const here = this.#squares.get(square);
      if (here) here.push(box);
      else this.#squares.set(square, [box]);
    }
  }

  meets(box: Box): boolean {
    return squares(box).some((square) => this.#squares.get(square)?.some((other) => overlap(box, other)));
  }
}

const SQUARE = 80;
/** More squares than a row can have. */
const ROW = 10_000;

function squares({ left, right, top, bottom }: Box): number[] {
  const all: number[] = [];
  for (let y = Math.floor(top / SQUARE); y <= Math.floor(bottom / SQUARE); y++) {
    for (let x = Math.floor(left / SQUARE); x <= Math.floor(right / SQUARE); x++) all.push(y * ROW + x);
  }
  return all;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

function onStage(box: Box, room: Room): boolean {
  return box.right > 0 && box.left < room.width && box.bottom > 0 && box.top < room.height;
}

function inside(box: Box, room: Room): boolean {
  return box.left >= 0 && box.right <= room.width && box.top >= 0 && box.bottom <= room.height;
}
