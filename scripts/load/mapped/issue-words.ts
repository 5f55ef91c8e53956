import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const WANTED: Readonly<Record<string, string>> = {
  string: 'words in quotation marks',
  object: 'entries in curly brackets { }',
  record: 'entries in curly brackets { }',
  array: 'a list in square brackets [ ]',
};

/** What does not fit in a mapping, in plain words with what is expected. What the schema itself says stands. */
export function issueWords(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `"${key}"`).join(', ');
    return `${names} ${issue.keys.length === 1 ? 'is' : 'are'} not known here. Check the spelling, or take it out`;
  }
  if (!/^(Invalid|Too)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = WANTED[issue.expected] ?? `a ${issue.expected}`;
      return issue.message.endsWith('received undefined')
        ? `is missing: it must be ${wanted}`
        : `must be ${wanted}`;
    }
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return 'must not be empty';
    case 'invalid_format':
      return issue.format === 'url'
        ? 'must be a web address that begins with https://'
        : 'must be small letters, numbers and hyphens, such as village-halls-2026';
    default:
      return 'does not fit: docs/loading.md says what goes here';
  }
}
