import { kindOf } from '@kith/core/place/kinds';
import { hoursOf } from '@kith/core/place/week';
import type { Cut } from '@kith/core/scenario/cut';
import { counted } from '../../words/area-words.ts';
import type { OpensAgain } from './cut-places.ts';
import { countOf } from './words.ts';

/** A cut in words, as it is said when it is made: `Lutterworth Library closes`. */
export function cutSaid(cut: Cut, nameOf: (place: string) => string, again: OpensAgain): string {
  switch (cut.type) {
    case 'close':
      return `${nameOf(cut.place)} closes`;
    case 'shorten': {
      const { everyWeek, someWeeks } = hoursOf(cut.keeps);
      const some = someWeeks > 0 ? ` and ${counted(someWeeks, 'hour', 'hours')} in some weeks` : '';
      return `${nameOf(cut.place)} keeps ${counted(everyWeek, 'hour', 'hours')} a week${some}`;
    }
    case 'end-grant': {
      const closes = cut.places.filter((place) => !cut.replaced.includes(place)).length;
      const end = `The grant “${cut.grant}” ends`;
      if (closes === 0) return `${end}, and others pay for all its places`;
      return `${end}: ${countOf(closes, 'places')} ${closes === 1 ? 'closes' : 'close'}`;
    }
    case 'open':
      return again(cut)
        ? `${cut.name} opens again`
        : `${cut.name} opens as a new ${kindOf(cut.kind).label.toLowerCase()}`;
  }
}

/** Several cuts made at once: as one of them where they are alone, and as a number else. */
export function cutsSaid(cuts: readonly Cut[], nameOf: (place: string) => string, again: OpensAgain): string {
  const [only] = cuts;
  if (only && cuts.length === 1) return cutSaid(only, nameOf, again);
  if (cuts.every((cut) => cut.type === 'close')) return `${countOf(cuts.length, 'places')} close`;
  return `${counted(cuts.length, 'cut', 'cuts')} made`;
}
