/** People to talk to, at any hour. Shown on every page and on How it works. */
export const HELP_LINES = [
  {
    name: 'Someone is in danger',
    how: 'Call 999',
    href: 'tel:999',
    note: 'Police, ambulance or fire.',
  },
  {
    name: 'NHS mental health help',
    how: 'Call 111, option 2',
    href: 'tel:111',
    note: 'Free, day or night, any age.',
  },
  {
    name: 'Samaritans',
    how: 'Call 116 123',
    href: 'tel:116123',
    note: 'Free, day or night. They listen.',
  },
  {
    name: 'Shout',
    how: 'Text SHOUT to 85258',
    href: 'sms:85258?&body=SHOUT',
    note: 'Free texts, day or night.',
  },
  {
    name: 'The Silver Line',
    how: 'Call 0800 4 70 80 90',
    href: 'tel:08004708090',
    note: 'Free, day or night, for people of 55 and over.',
  },
] as const;
