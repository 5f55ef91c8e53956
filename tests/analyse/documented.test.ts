import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalyseFolder } from './run-analyse.ts';

/** Blocks of docs/analyse.md: files to write, commands, and what each of them must answer. */
const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'analyse.md'), 'utf8');
const blocks = [...text.matchAll(/```(csv|sh|json|error)(?: (\S+))?\n(.*?)```/gs)].map(
  ([, type = '', name = '', body = '']) => ({ type, name, body }),
);
const files = blocks.filter(({ name }) => name !== '');
const unnamed = blocks.filter(({ name }) => name === '');
const examples = unnamed.flatMap((block, at) => {
  const answer = unnamed[at + 1];
  return block.type === 'sh' && answer !== undefined ? [{ command: block.body.trim(), answer }] : [];
});

/** The words of a command line as a shell parts them. */
function words(command: string): string[] {
  const rest = command.replace(/^npm run -s analyse -- /, '');
  expect(rest).not.toBe(command);
  return (parse(rest, { delimiter: ' ', quote: "'" }) as string[][])[0] ?? [];
}

/** All but the time it took, which must be a number. */
function untimed(answer: Record<string, unknown>): Record<string, unknown> {
  if (!('seconds' in answer)) return answer;
  expect(typeof answer.seconds).toBe('number');
  return { ...answer, seconds: 0 };
}

let folder: AnalyseFolder;
beforeAll(() => {
  folder = new AnalyseFolder();
  for (const { name, body } of files) folder.write(name, body);
});
afterAll(() => folder.remove());

describe('every example of docs/analyse.md', () => {
  it('is there, for each command', () => {
    for (const command of ['cuts', 'irreplaceable', 'access', 'site'])
      expect(examples.some((example) => example.command.includes(` ${command} `))).toBe(true);
    expect(examples.filter(({ answer }) => answer.type === 'sh')).toEqual([]);
  });

  it.each(examples)('$command', async ({ command, answer }) => {
    const { status, out, err } = await folder.run(...words(command));
    if (answer.type === 'error') {
      expect({ status, out, err }).toEqual({ status: 1, out: '', err: answer.body });
      return;
    }
    expect({ status, err }).toEqual({ status: 0, err: '' });
    if (answer.type === 'csv') expect(out).toBe(answer.body.replaceAll('\n', '\r\n'));
    else {
      const [found, documented] = [JSON.parse(out), JSON.parse(answer.body)] as Record<string, unknown>[];
      expect(Object.keys(found ?? {})).toEqual(Object.keys(documented ?? {}));
      expect(untimed(found ?? {})).toEqual(untimed(documented ?? {}));
    }
  });

  it('works by npm from any folder, and says nothing but the answer', async () => {
    const [{ command, answer } = { command: '', answer: { body: '' } }] = examples;
    const { status, out, err } = await folder.npm(...words(command));
    expect({ status, out, err }).toEqual({ status: 0, out: answer.body.replaceAll('\n', '\r\n'), err: '' });
  });
});
