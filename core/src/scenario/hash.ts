import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Scenario } from './report.ts';

/** JSON with the keys of every object sorted, so that equal values always give the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}

/** SHA-256 (hex) over a scenario and the version of the data it was played on: same hash, same report. */
export function hashScenario(scenario: Scenario, dataVersion: string): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson({ dataVersion, scenario }))));
}
