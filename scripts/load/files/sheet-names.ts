import type { ZipMember } from './zip.ts';

/** Names of the sheets of a workbook, from its list of contents. `held` gives the bytes of a member. */
export async function sheetNames(
  members: readonly ZipMember[],
  held: (member: ZipMember) => Promise<Buffer>,
): Promise<string[]> {
  const book = members.find((member) => member.name === 'xl/workbook.xml');
  if (!book) return [];
  const xml = (await held(book)).toString();
  return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(([, name = '']) => plain(name));
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
