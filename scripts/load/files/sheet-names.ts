import type { ZipMember } from './zip.ts';

/** Names of the sheets of a workbook, from its list of contents. `held` gives the bytes of a member. */
export async function sheetNames(
  members: readonly ZipMember[],
  held: (member: ZipMember) => Promise<Buffer>,
): Promise<string[]> {
  const book = members.find((member) => member.name === 'xl/workbook.xml');
  if (!book) return [];
  const xml = (await held(book)).toString();
  // Tag by tag, so that a tag that is never closed costs no more than its own length.
  return [...xml.matchAll(/<(?:\w+:)?sheet(\s[^<]*)/g)].flatMap(([, tag = '']) => {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1];
    return name === undefined ? [] : [plain(name)];
  });
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}
