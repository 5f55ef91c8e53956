import { indicatorOf } from '@kith/core/area/indicators';
import { askReach, askRisk, askSources, askValues } from '../data/questions.ts';
import { askDistrictReach, askDistrictRisk, askDistrictValues } from '../data/wide-questions.ts';
import type { View } from '../state/view.ts';
import { shortTitle } from '../words/source-words.ts';
import { districtFigure, districtReach, districtRisk } from './district.ts';
import { figureOverlay } from './figure.ts';
import { reachOverlay } from './reach.ts';
import { riskOverlay } from './risk.ts';
import type { DistrictOverlay, Overlay } from './types.ts';

/** The part of the view that says how areas are coloured. */
export type OverlayAsked = Pick<View, 'overlay' | 'lens' | 'patch' | 'kinds' | 'minutes' | 'pace'>;

/** Kinds that reach is worked out for: those ticked, or libraries, whose list is whole. */
export const reachKinds = (kinds: View['kinds']): View['kinds'] => (kinds.length > 0 ? kinds : ['library']);

/** Asks for what areas are coloured by. Null for no colour at all. */
export async function askOverlay(asked: OverlayAsked, signal: AbortSignal): Promise<Overlay | null> {
  const { overlay, lens, patch, minutes, pace } = asked;
  if (overlay === 'none') return null;
  if (overlay === 'risk') return riskOverlay(await askRisk(lens, patch, signal), lens);
  if (overlay === 'reach') {
    const question = { kinds: reachKinds(asked.kinds), minutes, pace };
    return reachOverlay(await askReach({ patch, ...question }, signal), question);
  }
  const [values, sources] = await Promise.all([askValues(overlay, patch, signal), askSources()]);
  const title = sources.find((source) => source.id === values.source)?.title ?? values.source;
  return figureOverlay(values, shortTitle(title));
}

/** The same from too far off for areas: whole districts, of everything loaded. */
export async function askDistrictOverlay(
  asked: Omit<OverlayAsked, 'patch'>,
  signal: AbortSignal,
): Promise<DistrictOverlay | null> {
  const { overlay, lens, minutes, pace } = asked;
  if (overlay === 'none') return null;
  if (overlay === 'risk') return districtRisk(await askDistrictRisk(lens, signal), lens);
  if (overlay === 'reach') {
    const question = { kinds: reachKinds(asked.kinds), minutes, pace };
    return districtReach(await askDistrictReach(question, signal), question);
  }
  const [columns, sources] = await Promise.all([askDistrictValues(overlay, signal), askSources()]);
  const title = sources.find((source) => source.id === columns.sources[0])?.title ?? columns.sources[0] ?? '';
  return districtFigure(columns, shortTitle(title), { tenths: indicatorOf(overlay)?.unit === 'decile' });
}
