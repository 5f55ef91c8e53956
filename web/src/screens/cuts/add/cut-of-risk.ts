import type { KeptRisk } from '@kith/core/keep/risk-note';
import type { Cut, EndGrantCut } from '@kith/core/scenario/cut';

/** The cut that a note of a place at risk may become: a grant that ends, or else a place that closes. */
export function cutOfRisk(
  note: Pick<KeptRisk, 'placeId' | 'placeName' | 'reason' | 'funder' | 'endsOn'>,
): Extract<Cut, { type: 'close' }> | EndGrantCut {
  if (note.reason !== 'grant-ends') return { type: 'close', place: note.placeId };
  const grant = note.funder ?? `Money for ${note.placeName}`.slice(0, 120);
  return { type: 'end-grant', grant, endsOn: note.endsOn, places: [note.placeId], replaced: [] };
}

/** Said before what is not public goes into the address of the page, which people share; null where none of it does. */
export function linkWarning(named: {
  readonly public: boolean;
  readonly grant: boolean;
  readonly funder: boolean;
  readonly day: boolean;
}): string | null {
  if (named.public || !named.grant || (!named.funder && !named.day)) return null;
  const what = [named.funder && 'this funder', named.day && 'the day'].filter(Boolean).join(' and ');
  return `Not public: the link you share will name ${what}.`;
}
