import type { LeftHere } from './left-here.ts';

const WHAT = { place: 'A new place', edit: 'A change to', photo: 'A photo of' } as const;

/** What something is that Kith does not have yet, and how it stands. */
export function leftWhat({ what, name, waits }: LeftHere): { title: string; state: string } {
  const state = waits ? 'Waits to be sent' : 'Begun, not sent';
  if (what === 'place')
    return { title: name ?? 'A place without a name yet', state: `A new place. ${state}` };
  return { title: `${WHAT[what]} ${name ?? 'a place'}`, state };
}
