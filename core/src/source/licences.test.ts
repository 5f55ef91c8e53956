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
  // A duty to share alike is found wherever it stands, and before what is free of it.
  ['Open Government Licence v3.0; contains ODbL data of OpenStreetMap', 'odbl'],
  ['OGL v3.0, contains ODbL', 'odbl'],
  ['CC BY-SA 4.0 and ODbL 1.0', 'odbl'],
  ['Open Data Commons Open Database License 1.0 (ODbL)', 'odbl'],
  ['Open Government Licence v3.0; benches CC BY-SA 4.0', 'cc-by-sa'],
  ['Creative Commons BY-SA', 'cc-by-sa'],
  ['BY-SA 4.0', 'cc-by-sa'],
  ['cc-by-sa-4.0', 'cc-by-sa'],
  ['Creative Commons Attribution Share Alike', 'cc-by-sa'],
  ['OGL v3.0', 'ogl'],
  ['UK Open Government Licence (OGL v3)', 'ogl'],
  ['Open Government License', 'ogl'],
  ['Creative Commons BY 4.0', 'cc-by'],
  ['CC-BY-4.0', 'cc-by'],
  ['Attribution 4.0 International (CC BY 4.0)', 'cc-by'],
  ['Public Domain Dedication and License (PDDL)', 'cc0'],
  ['Creative Commons Zero', 'cc0'],
  // What forbids trade or changes is in no family, whatever else it says.
  ['CC BY-NC 4.0', 'own'],
  ['CC BY-ND 4.0', 'own'],
  ['CC BY-NC-SA 4.0', 'own'],
  ['CC-BY-NC-ND-4.0', 'own'],
  ['Creative Commons Attribution-NonCommercial 4.0', 'own'],
  ['Creative Commons Attribution Non-Commercial ShareAlike', 'own'],
  ['Creative Commons Attribution-NoDerivatives 4.0', 'own'],
  ['CC BY 4.0, non commercial use only', 'own'],
  ['All rights reserved', 'own'],
])('"%s" is of the family %s', (licence, family) => {
  expect(licenceFamilyOf(licence)).toBe(family);
});
