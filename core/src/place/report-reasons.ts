/** Why someone says a listing is wrong. No account, no name, no address is asked for. */
export const REPORT_REASONS = [
  { id: 'closed', label: 'It has closed' },
  { id: 'moved', label: 'It is somewhere else' },
  { id: 'hours', label: 'The times are wrong' },
  { id: 'details', label: 'The phone, website or other details are wrong' },
  { id: 'twice', label: 'It is listed twice' },
  { id: 'unsuitable', label: 'It should not be listed' },
  { id: 'other', label: 'Something else' },
] as const;
