import { crc32, deflateRawSync } from 'node:zlib';

export interface SampleMember {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** What the zip says of its size, where that is to be a lie. */
  readonly claimedBytes?: number;
  /** Put in as it is, not deflated. */
  readonly stored?: boolean;
}

/** A zip as tests need it: deflated members, no folders, no dates. */
export function zipSample(members: readonly SampleMember[]): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedBytes, stored = false } of members) {
    const plain = Buffer.from(data);
    const packed = stored ? plain : deflateRawSync(plain);
    const path = Buffer.from(name, 'utf8');
    // Version, flags (UTF-8 names), method, time, date; then sum and sizes; then lengths of name and extra.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(stored ? 0 : 8, 4);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claimedBytes ?? plain.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, path, packed]);
    // Comment, disk, attributes, and where the member begins.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, path);
    files.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** A workbook (.xlsx) as tests need it: cells of text and numbers. */
export function workbookSample(
  sheets: Readonly<Record<string, readonly (readonly (string | number | null)[])[]>>,
): Buffer {
  const names = Object.keys(sheets);
  const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`;
  const safe = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  const parts: SampleMember[] = [
    {
      name: '[Content_Types].xml',
      data: xml(
        `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      data: xml(
        `<Relationships xmlns="${package_}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      data: xml(
        `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${names
          .map((name, at) => `<sheet name="${safe(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
          .join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: xml(
        `<Relationships xmlns="${package_}/relationships">${names
          .map(
            (_, at) =>
              `<Relationship Id="rId${at + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
          )
          .join('')}</Relationships>`,
      ),
    },
    ...names.map((name, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: xml(
        `<worksheet xmlns="${main}"><sheetData>${rowsXml(sheets[name] ?? [])}</sheetData></worksheet>`,
      ),
    })),
  ];
  return zipSample(parts);

  function rowsXml(rows: readonly (readonly (string | number | null)[])[]): string {
    return rows
      .map((cells, row) => {
        const inside = cells.map((cell, column) => {
          const at = `${String.fromCharCode(65 + column)}${row + 1}`;
          if (cell === null) return '';
          if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
          return `<c r="${at}" t="inlineStr"><is><t>${safe(cell)}</t></is></c>`;
        });
        return `<row r="${row + 1}">${inside.join('')}</row>`;
      })
      .join('');
  }
}
