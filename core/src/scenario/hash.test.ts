import { describe, expect, it } from 'vitest';
import { canonicalJson, hashScenario } from './hash.ts';
import type { Scenario } from './report.ts';
import { smallScenario } from './small-scenario.ts';

const scenario = smallScenario({ patch: 'kirklees', cuts: [{ type: 'close', place: 'a' }] });

describe('canonicalJson', () => {
  it('sorts the keys of every object and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'é"' }], a: null, e: undefined })).toBe(
      '{"a":null,"b":[{"c":"é\\"","d":1}]}',
    );
  });
});

describe('hashScenario', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    // printf '%s' '{"dataVersion":"v1","scenario":{...}}' | sha256sum
    expect(hashScenario(scenario, 'v1')).toBe(
      '58919676fc10bab35515706e87550bdcdec540c7114d477a2331640f2c6d211d',
    );
  });

  it('does not hang on the order of keys, but on every value', () => {
    const turned = Object.fromEntries(Object.entries(scenario).reverse()) as Scenario;
    expect(hashScenario(turned, 'v1')).toBe(hashScenario(scenario, 'v1'));
    const others = [
      { ...scenario, minutes: 16 },
      { ...scenario, cuts: [] },
      { ...scenario, lens: 'older' as const },
    ];
    const hashes = [...others.map((each) => hashScenario(each, 'v1')), hashScenario(scenario, 'v2')];
    for (const hash of hashes) expect(hash).not.toBe(hashScenario(scenario, 'v1'));
  });
});
