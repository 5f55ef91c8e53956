import { describe, expect, it } from 'vitest';
import { sheetNames } from './sheet-names.ts';

const read = (xml: string) =>
  sheetNames([{ name: 'xl/workbook.xml', packedBytes: xml.length, async *open() {} }], async () =>
    Buffer.from(xml),
  );

describe('names of sheets', () => {
  it('are read in their order, whatever the prefix', async () => {
    const xml =
      '<sheets><sheet name="A &amp; B" sheetId="1"/><x:sheet sheetId="2" name="Two > one"/></sheets>';
    expect(await read(xml)).toEqual(['A & B', 'Two > one']);
  });

  it('take no longer for tags that are never closed', async () => {
    const started = performance.now();
    expect(await read('<sheet '.repeat(140_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
