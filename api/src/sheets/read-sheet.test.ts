import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { checkIsList, readSheetFile } from './read-sheet.ts';

async function zipOf(name: string, bytes: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

it('refuses a workbook that unpacks to far more than it weighs, and a zip that is none', async () => {
  const bomb = await zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(90 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(1024 * 1024);
  await expect(readSheetFile(bomb)).rejects.toMatchObject({ code: 'too-large' });
  await expect(readSheetFile(await zipOf('a.txt', Buffer.from('x')))).rejects.toMatchObject({
    code: 'not-a-sheet',
  });
  await expect(readSheetFile(bomb.subarray(0, 5_000))).rejects.toMatchObject({ code: 'damaged' });
});

it('reads what Windows writes, and says so', async () => {
  const read = await readSheetFile(Buffer.from('Name;Town\nCaf\xe9 \x93Rose\x94;Oadby\n', 'latin1'));
  expect(read).toMatchObject({
    encoding: 'Windows-1252',
    between: 'semicolons',
    sheets: [
      {
        name: null,
        cells: [
          ['Name', 'Town'],
          ['Café “Rose”', 'Oadby'],
        ],
      },
    ],
  });
});

it('shows a link that Excel wrote into a CSV file by its label', async () => {
  const text =
    'Name;Web\n"=HYPERLINK(""http://x.example"",""Dock Hall"")";"=HYPERLINK(""http://y.example"")"\n';
  const { sheets } = await readSheetFile(Buffer.from(text));
  expect(sheets[0]?.cells[1]).toEqual(['Dock Hall', 'http://y.example']);
});

it('says that a file is a web page, or holds headings only', async () => {
  for (const page of ['<table><tr><td>Name</td></tr></table>', '\ufeff<html><body>', '<!DOCTYPE html>']) {
    await expect(readSheetFile(Buffer.from(page))).rejects.toThrow(/^This is a web page/);
  }
  expect(() => checkIsList([['Name', 'Postcode']])).toThrow(/headings only/);
  expect(() => checkIsList([['Name'], ['Moss']])).toThrow(/is no list/);
});
