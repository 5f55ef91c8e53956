import { describe, expect, it } from 'vitest';
import type { FoundFile, SourceFile } from '../files/found-file.ts';
import { sampleSource } from '../ground-sample.ts';
import { asLoaded, EDITION_UNKNOWN } from './edition.ts';

const KNOWN = 'a'.repeat(64);
const benches = { source: 'benches', what: 'benches', rolling: true } as SourceFile<unknown>;
const fixed = { source: 'benches', what: 'benches' } as SourceFile<unknown>;
const described = [{ ...sampleSource('benches', '2026-05'), sha256: KNOWN }];

const file = (label: string, sha256: string) => ({ label, sha256: async () => sha256 }) as FoundFile;
const vintage = async (source: SourceFile<unknown>, found: FoundFile) =>
  (await asLoaded(described, new Map([[source, [found]]])))[0]?.vintage;

describe('the edition of what is loaded', () => {
  it('is that of sources.json for the very file', async () => {
    expect(await vintage(benches, file('x.csv', KNOWN))).toBe('2026-05');
  });
  it('is believed where the name of the file says so', async () => {
    expect(await vintage(benches, file('benches_2026-05.csv', 'b'))).toBe('2026-05');
  });
  it('is not stated for any other file', async () => {
    expect(await vintage(benches, file('x.csv', 'b'))).toBe(EDITION_UNKNOWN);
  });
  it('stands where a source has but one edition of its layout', async () => {
    expect(await vintage(fixed, file('x.csv', 'b'))).toBe('2026-05');
  });
});
