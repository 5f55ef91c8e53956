import type { FoundFile, Reject, SourceFile } from './files/found-file.ts';
import { boundarySource, featuresOf, propertyOf } from './geojson-areas.ts';

export interface MsoaName {
  readonly code: string;
  readonly name: string;
}

const CODE = /^msoa21_?(cd|code)$/;
const NAME = /^msoa21_?(nm|name)$/;
const isMsoa = (code: string) => /^[EW]02\d{6}$/.test(code);
const boundaries = boundarySource({
  source: 'census-2021-percent',
  what: 'the boundaries of MSOAs (2021), for their codes and names',
  code: CODE,
  name: NAME,
  isCode: isMsoa,
});

/** Codes and names of MSOAs (about 8,000 people each). Their shapes are not used. */
export const msoaBoundaries: SourceFile<MsoaName> = { ...boundaries, read: readNames };

/** The MSOA that an LSOA lies in has its name without the last letter: "Blaby 008B" lies in "Blaby 008". */
export function msoaNameOf(lsoaName: string): string {
  return lsoaName.slice(0, -1);
}

async function* readNames(file: FoundFile, reject: Reject): AsyncIterable<readonly MsoaName[]> {
  const { features } = await featuresOf(file);
  const names: MsoaName[] = [];
  for (const [at, feature] of features.entries()) {
    const [code, name] = [propertyOf(feature, CODE), propertyOf(feature, NAME)];
    if (isMsoa(code) && name !== '') names.push({ code, name });
    else
      reject({ row: at + 1, column: null, problem: `Feature ${at + 1} has no code or no name of an MSOA.` });
  }
  yield names;
}
