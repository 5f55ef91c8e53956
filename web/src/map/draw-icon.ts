import type { IconName } from '../ui/icons.ts';
import { ICONS } from '../ui/icons.ts';

type Attributes = Record<string, string | number | undefined>;

/** One part of a lucide icon as a path. Icons are made of these few shapes only. */
function pathOf(tag: string, attributes: Attributes): Path2D {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  if (tag === 'path') return new Path2D(String(attributes.d));
  const path = new Path2D();
  if (tag === 'circle') path.arc(number('cx'), number('cy'), number('r'), 0, Math.PI * 2);
  if (tag === 'ellipse') {
    path.ellipse(number('cx'), number('cy'), number('rx'), number('ry'), 0, 0, Math.PI * 2);
  }
  if (tag === 'rect') {
    path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
  }
  if (tag === 'line') {
    path.moveTo(number('x1'), number('y1'));
    path.lineTo(number('x2'), number('y2'));
  }
  if (tag === 'polyline' || tag === 'polygon') {
    const points = String(attributes.points)
      .split(/[\s,]+/)
      .map(Number);
    for (let at = 0; at < points.length; at += 2) path.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
    if (tag === 'polygon') path.closePath();
  }
  return path;
}

/** Draws an icon centred on a point, `size` pixels across. */
export function drawIcon(
  context: CanvasRenderingContext2D,
  name: IconName,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 24, size / 24);
  context.strokeStyle = colour;
  context.lineWidth = 2.2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const [tag, attributes] of ICONS[name]) context.stroke(pathOf(tag, attributes));
  context.restore();
}
