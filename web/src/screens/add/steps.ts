/** The pages of adding a place, in order. `same` is only shown where something like it is listed nearby. */
export const STEPS = [
  { id: 'what', title: 'What is it?' },
  { id: 'where', title: 'Where is it?' },
  { id: 'same', title: 'Is it one of these?' },
  { id: 'when', title: 'When can people come?' },
  { id: 'who', title: 'Who is it for?' },
  { id: 'contact', title: 'How can people get in touch?' },
  { id: 'photo', title: 'Have you a photo of it?' },
  { id: 'check', title: 'Check your answers' },
] as const;
export type StepId = (typeof STEPS)[number]['id'];

export const isStep = (text: string): text is StepId => STEPS.some(({ id }) => id === text);
export const titleOf = (step: StepId): string => STEPS.find(({ id }) => id === step)?.title ?? '';

/** @param hasTwins whether there is anything to be asked about on `same` */
export function nextStep(step: StepId, hasTwins: boolean): StepId {
  const at = STEPS.findIndex(({ id }) => id === step);
  const next = STEPS[at + 1]?.id ?? 'check';
  return next === 'same' && !hasTwins ? 'when' : next;
}

/** Null before the first. */
export function stepBefore(step: StepId, hasTwins: boolean): StepId | null {
  const at = STEPS.findIndex(({ id }) => id === step);
  const before = STEPS[at - 1]?.id ?? null;
  return before === 'same' && !hasTwins ? 'where' : before;
}
