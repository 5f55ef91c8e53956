import { expect, it } from 'vitest';
import { licenceFamilyOf } from './licences.ts';

it.each([
  ['Open Government Licence v3.0', 'ogl'],
  ['Open Data Commons Open Database License 1.0', 'odbl'],
  ['ODbL 1.0', 'odbl'],
  ['Open Database Licence', 'odbl'],
  ['Creative Commons Attribution-ShareAlike 4.0', 'cc-by-sa'],
  ['CC BY-SA 4.0', 'cc-by-sa'],
  ['Creative Commons Attribution 4.0', 'cc-by'],
  ['CC BY 4.0', 'cc-by'],
  ['CC0 1.0', 'cc0'],
  ['Facts read from public pages, each with its page; positions Open Government Licence v3.0', 'own'],
  ['MIT; the survey figures behind it Open Government Licence v3.0', 'own'],
  ['', 'own'],
])('"%s" is of the family %s', (licence, family) => {
  expect(licenceFamilyOf(licence)).toBe(family);
});
