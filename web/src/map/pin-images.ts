import { KINDS, kindOf } from '@kith/core/place/kinds';
import { kindIcon } from '../ui/icons.ts';
import { drawIcon } from './draw-icon.ts';
import { INK, KIND_COLOURS, LOSS, NO_DATA_DOT, PAPER, RAMPS, SURFACE, TEAL } from './palette.ts';

/** Images are drawn at twice their size, so that they are sharp on dense screens. */
export const PIXEL_RATIO = 2;
export const PIN_LOOKS = ['open', 'approximate', 'closed', 'shorter', 'new'] as const;
export type PinLook = (typeof PIN_LOOKS)[number];

/** The name of a pin's image: what MapLibre asks for when it first needs it. */
export const pinName = (kind: string, look: PinLook, selected: boolean): string =>
  `pin:${kind}:${look}${selected ? ':selected' : ''}`;

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = element.height = size * PIXEL_RATIO;
  // Read back at once: a canvas kept by the graphics card would make the page wait for it, once for every new number.
  const context = element.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw pins.');
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  return context;
}

function disc(context: CanvasRenderingContext2D, at: number, radius: number, fill: string): void {
  context.beginPath();
  context.arc(at, at, radius, 0, Math.PI * 2);
  context.fillStyle = fill;
  context.fill();
}

function drawPin(kindId: string, look: PinLook, selected: boolean): ImageData {
  const kind = kindOf(KINDS.find((each) => each.id === kindId)?.id ?? 'other');
  const colour = look === 'closed' ? LOSS : KIND_COLOURS[kind.colour];
  const radius = selected ? 16 : 12.5;
  const rim = selected ? 4.5 : 2;
  const badge = look === 'shorter' || look === 'new';
  const full = look === 'open' || look === 'new';
  const middle = radius + rim + (badge ? 4 : 1);
  const context = canvas(middle * 2);
  if (selected) disc(context, middle, radius + rim, INK);
  disc(context, middle, radius + 2, SURFACE);
  disc(context, middle, radius, full ? colour : SURFACE);
  if (!full) {
    context.beginPath();
    context.arc(middle, middle, radius - 1.2, 0, Math.PI * 2);
    context.strokeStyle = colour;
    context.lineWidth = 2.4;
    const around = (radius - 1.2) * Math.PI * 2;
    if (look === 'approximate') context.setLineDash([around / 20, around / 20]);
    context.stroke();
    context.setLineDash([]);
  }
  drawIcon(context, kindIcon(kind), middle, middle, radius * 1.16, full ? SURFACE : colour);
  if (look === 'closed') {
    const reach = radius * 0.74;
    for (const [width, stroke] of [
      [5.5, SURFACE],
      [2.4, LOSS],
    ] as const) {
      context.beginPath();
      context.moveTo(middle - reach, middle + reach);
      context.lineTo(middle + reach, middle - reach);
      context.lineWidth = width;
      context.strokeStyle = stroke;
      context.stroke();
    }
  }
  if (badge) drawBadge(context, middle + radius * 0.72, middle - radius * 0.72, look === 'new');
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** At a pin's shoulder: a plus for a new place, a clock for one that keeps fewer hours. */
function drawBadge(context: CanvasRenderingContext2D, x: number, y: number, isNew: boolean): void {
  for (const [radius, fill] of [
    [8, SURFACE],
    [6.5, isNew ? TEAL : LOSS],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fillStyle = fill;
    context.fill();
  }
  drawIcon(context, isNew ? 'plus' : 'clock', x, y, isNew ? 11 : 10, SURFACE);
}

function drawCluster(count: string): ImageData {
  const radius = count.length < 3 ? 14 : 12 + count.length * 2.4;
  const middle = radius + 2;
  const context = canvas(middle * 2);
  disc(context, middle, radius + 1.5, INK);
  disc(context, middle, radius, SURFACE);
  context.fillStyle = INK;
  context.font = `700 13.5px "Atkinson Hyperlegible Next Variable", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(count, middle, middle + 0.8);
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** People whom a place alone serves: an open ring in the colour of loss. A site: a full one in that of what is good. */
function drawRing(look: string, radius: number, words: string, selected: boolean): ImageData {
  const colour = look === 'site' ? TEAL : LOSS;
  const middle = radius + (selected ? 6 : 3);
  const context = canvas(middle * 2);
  if (selected) disc(context, middle, radius + 5.5, INK);
  disc(context, middle, radius + 2.5, SURFACE);
  disc(context, middle, radius, colour);
  if (look !== 'site') disc(context, middle, radius - 3, SURFACE);
  context.fillStyle = look === 'site' ? SURFACE : INK;
  context.font = `700 ${look === 'site' ? 15 : 12.5}px "Atkinson Hyperlegible Next Variable", sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(words, middle, middle + 0.8);
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** Plus signs on a thin veil, so that the colours of risk beneath can still be told. */
function drawPluses(context: CanvasRenderingContext2D, size: number): void {
  context.fillStyle = 'rgb(217 238 236 / 70%)';
  context.fillRect(0, 0, size, size);
  context.strokeStyle = TEAL;
  context.lineWidth = 2;
  context.beginPath();
  const [middle, arm] = [size / 2, 3.6];
  context.moveTo(middle - arm, middle);
  context.lineTo(middle + arm, middle);
  context.moveTo(middle, middle - arm);
  context.lineTo(middle, middle + arm);
  context.stroke();
}

function drawPattern(id: string): ImageData {
  const context = canvas({ 'pattern-dots': 6, 'pattern-rings': 11, 'pattern-gain': 14 }[id] ?? 8);
  const size = context.canvas.width / PIXEL_RATIO;
  context.fillStyle = PAPER;
  const hatch = id === 'pattern-hatch' || id === 'pattern-aside';
  if (!hatch && id !== 'pattern-gain') context.fillRect(0, 0, size, size);
  if (id === 'pattern-gain') drawPluses(context, size);
  if (id === 'pattern-dots') disc(context, size / 2, 1, NO_DATA_DOT);
  if (id === 'pattern-rings') {
    context.beginPath();
    context.arc(size / 2, size / 2, 2, 0, Math.PI * 2);
    context.strokeStyle = RAMPS.reach[2];
    context.lineWidth = 1.2;
    context.stroke();
  }
  if (hatch) {
    const aside = id === 'pattern-aside';
    context.fillStyle = aside ? 'rgb(247 228 231 / 35%)' : 'rgb(247 228 231 / 82%)';
    context.fillRect(0, 0, size, size);
    context.strokeStyle = aside ? INK : LOSS;
    context.lineWidth = aside ? 1.3 : 2;
    context.beginPath();
    // The other way and in another colour: where both lie there is a lattice, which needs no colour to be told apart.
    const [from, to] = aside ? [-1, size + 1] : [size + 1, -1];
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift - 1, from);
      context.lineTo(shift + size + 1, to);
    }
    context.stroke();
  }
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** Ties the name of a town to its place on a map from far off. */
function drawNameDot(): ImageData {
  const context = canvas(8);
  disc(context, 4, 4, SURFACE);
  disc(context, 4, 2.6, INK);
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** Draws the image of a name, or nothing where the name is not one of ours. */
export function drawImage(id: string): ImageData | null {
  const [what, name, look, selected, chosen] = id.split(':');
  if (what?.startsWith('pattern-')) return drawPattern(what);
  if (what === 'name-dot') return drawNameDot();
  if (what === 'cluster' && name) return drawCluster(name);
  if (what === 'ring' && name) return drawRing(name, Number(look), selected ?? '', chosen === 'selected');
  if (what !== 'pin' || !name) return null;
  const known = PIN_LOOKS.find((each) => each === look) ?? 'open';
  return drawPin(name, known, selected === 'selected');
}
