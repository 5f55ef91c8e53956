import { describe, expect, it } from 'vitest';
import { peakMemoryMiB, type Summary, summaryJson, summaryText } from './summary.ts';

const SUMMARY: Summary = {
  area: 'Rutland',
  scope: 'E06000017',
  dryRun: false,
  parts: [
    { part: 'areas', state: 'loaded', seconds: 3.21, note: null },
    { part: 'names', state: 'unchanged', seconds: 0, note: null },
    { part: 'money', state: 'missing', seconds: 0, note: 'Put the table of spending in the folder' },
  ],
  sources: [
    {
      source: 'ace-libraries-2023',
      title: 'Public libraries in England',
      files: ['ace.csv'],
      rowsRead: 3634,
      rowsKept: 5,
      rowsElsewhere: 3480,
      leftOut: { 'prison library': 145 },
      rowsMerged: 4,
      rowsRejected: 2,
      reasons: [
        {
          problem: 'postcode: "…" is no postcode',
          rows: 2,
          first: { row: 14, problem: 'postcode: "LE15" is no postcode' },
        },
        { problem: 'the file is cut short', rows: 1 },
      ],
    },
  ],
  passedOver: Array.from({ length: 12 }, (_, at) => ({
    file: `${at}.txt`,
    why: 'Kith knows no source that looks like it.',
  })),
  licences: [
    {
      licence: 'Open Government Licence v3.0',
      licenceUrl: 'https://example.org/ogl',
      attribution: 'Contains public sector information.',
      sources: ['ace-libraries-2023', 'iod-2025'],
    },
  ],
  problems: ['benches.csv is cut short.'],
  seconds: 75.4,
  peakMemoryMiB: 1023,
};

describe('the summary of a load', () => {
  it('says for people what was read, kept and rejected, why, under which licences, and what it took', () => {
    expect(summaryText(SUMMARY).split('\n')).toEqual([
      '',
      'Loaded: Rutland',
      '  areas      loaded in 3.2 s',
      '  names      unchanged since the last load',
      '  money      not loaded: files are missing. Put the table of spending in the folder',
      '',
      'Rows by source',
      '  Public libraries in England (ace-libraries-2023; ace.csv)',
      '    3,634 read, 5 kept, 3,480 elsewhere, 4 merged, 2 rejected',
      '    left out 145: prison library',
      '    rejected 2, such as row 14: postcode: "LE15" is no postcode',
      '    rejected 1: the file is cut short',
      '',
      'Passed over: 12 files',
      ...Array.from({ length: 10 }, (_, at) => `  ${at}.txt: Kith knows no source that looks like it.`),
      '  and 2 more',
      '',
      'Licences of what is in the database',
      '  Open Government Licence v3.0 (2 sources), https://example.org/ogl',
      '    Say: Contains public sector information.',
      '',
      'What went wrong',
      '  benches.csv is cut short.',
      '',
      'Took 1 min 15 s, at most 1,023 MiB of memory.',
      '',
    ]);
  });

  it('says when nothing was written', () => {
    expect(summaryText({ ...SUMMARY, dryRun: true })).toContain('Tried out, nothing written: Rutland');
  });

  it('is one JSON object for programs', () => {
    expect(JSON.parse(summaryJson(SUMMARY))).toEqual(SUMMARY);
    expect(summaryJson(SUMMARY).trim().split('\n')).toHaveLength(1);
  });

  it('knows how much memory was held', () => {
    expect(peakMemoryMiB()).toBeGreaterThan(20);
    expect(peakMemoryMiB()).toBeLessThan(20_000);
  });
});
