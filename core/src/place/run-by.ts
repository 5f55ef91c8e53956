/** Words for who runs a place, keyed by the `runBy` slug. */
export const RUN_BY = {
  council: 'the council',
  commissioned: 'another body, paid by the council',
  community: 'its community',
  independent: 'an independent body',
} as const;
