import { expect, it } from 'vitest';
import type { AceLibrary } from './ace-library.ts';
import { joinLibraries } from './library-join.ts';
import type { OpenSchemaLibrary } from './open-schema-library.ts';

const ace = (name: string, uprn: string) =>
  ({
    authority: 'Worcestershire',
    name,
    uprn,
    address: [],
    postcode: '',
    yearClosed: null,
  }) as unknown as AceLibrary;
const schema = (name: string, uprn: string) =>
  ({
    council: 'Worcestershire County Council',
    name,
    uprn,
    address: [],
    postcode: '',
    yearClosed: null,
  }) as unknown as OpenSchemaLibrary;

it('takes of two rows of one UPRN the one of the same name: a mobile library carries that of its base', () => {
  const joined = joinLibraries(
    [ace('County Mobile', '200001122492'), ace('Malvern', '200001122492')],
    [schema('Malvern Library', '200001122492')],
  );
  expect(joined.map((pair) => [pair.ace?.name, pair.schema?.name])).toEqual([
    ['County Mobile', undefined],
    ['Malvern', 'Malvern Library'],
  ]);
});

it('goes by the UPRN where names differ', () => {
  const [joined] = joinLibraries([ace('Forest', '46001122')], [schema('The Gate', '46001122')]);
  expect(joined?.schema?.name).toBe('The Gate');
});

it('leaves the building it moved out of to itself, though the new row kept its UPRN', () => {
  const stands = { ...ace('Milborne Port', '100041072551'), address: ['Town Hall'], postcode: 'DT9 5DF' };
  const left = {
    ...schema('Milborne Port', '100041072551'),
    address: ['Cross Cottage'],
    postcode: 'DT9 5ET',
    yearClosed: 2018,
  };
  const open = { ...schema('Milborne Port', ''), address: ['Town Hall'], postcode: 'DT9 5DF' };
  const joined = joinLibraries([stands], [left, open]);
  expect(joined.map((pair) => [pair.ace?.postcode, pair.schema?.postcode])).toEqual([
    ['DT9 5DF', 'DT9 5DF'],
    [undefined, 'DT9 5ET'],
  ]);
});
