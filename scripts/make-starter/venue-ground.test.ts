import { describe, expect, it } from 'vitest';
import { venueGround } from './venue-ground.ts';

const fact = { address: '', district: 'Kirklees', precision: 'village', lon: '-1.7822', lat: '53.6443' };
const nowhere = { precision: 'none', lon: '', lat: '', easting: '', northing: '' };

describe('venueGround', () => {
  it('places nothing that works across a county or district', () => {
    expect(venueGround({ ...fact, address: 'Kirklees-wide (position approximate)' })).toEqual({
      address: 'Kirklees-wide',
      district: 'Kirklees',
      ...nowhere,
    });
    const address = 'Kirklees-wide (founded in Mirfield; position approximate)';
    expect(venueGround({ ...fact, address })).toMatchObject({
      address: 'Kirklees-wide (founded in Mirfield)',
      ...nowhere,
    });
  });

  it('does not say that the county lies in one district', () => {
    const wide = { ...fact, address: 'Leicestershire-wide (position approximate)', district: 'Leicester' };
    expect(venueGround(wide)).toMatchObject({ address: 'Leicestershire-wide', district: '', ...nowhere });
  });

  it('places everything else as the facts do, and keeps its words', () => {
    const enderby = venueGround({ ...fact, address: 'Enderby (position approximate)' });
    expect(enderby).toMatchObject({ address: 'Enderby (position approximate)', precision: 'village' });
    expect(Number(enderby.easting)).toBeGreaterThan(400_000);
  });
});
