/** Groups a report counts. Households are their own unit, never added to people. */
export const GROUPS = [
  { id: 'aged65Over', label: 'Aged 65 and over', unit: 'people' },
  { id: 'disabled', label: 'Disabled', unit: 'people' },
  { id: 'livingAlone', label: 'Living alone', unit: 'households' },
  { id: 'noCar', label: 'No car', unit: 'households' },
] as const;
