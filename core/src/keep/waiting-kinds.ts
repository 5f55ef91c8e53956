/**
 * What may wait for a steward. `twins` is a likely duplicate; `conflict` a row of a spreadsheet that says
 * otherwise than somebody did later: sent, shown and accepted as an `Edit`.
 */
export const WAITING_KINDS = [
  { id: 'new-place', label: 'New place' },
  { id: 'edit', label: 'Edit' },
  { id: 'report', label: 'Report' },
  { id: 'keep', label: 'Asks to keep it' },
  { id: 'photo', label: 'Photo' },
  { id: 'twins', label: 'Likely duplicate' },
  { id: 'conflict', label: 'Import conflict' },
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number]['id'];
