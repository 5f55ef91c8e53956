import { describe, expect, it } from 'vitest';
import { EngineLane } from './engine-lane.ts';

/** A lane whose questions are answered by hand. */
function lane() {
  const asked: { question: string; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const heard: string[] = [];
  const made = new EngineLane<string, string>(
    (question) =>
      new Promise((answer, fail) => {
        asked.push({ question, answer, fail });
      }),
    (answer, question) => heard.push(`${question}: ${answer}`),
    (error, question) => heard.push(`${question} failed: ${(error as Error).message}`),
  );
  return { made, asked, heard, questions: () => asked.map((each) => each.question) };
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a lane of questions', () => {
  it('asks at once, then only the newest of those that came meanwhile', async () => {
    const { made, asked, heard, questions } = lane();
    for (const question of ['a', 'b', 'c', 'd']) made.ask(question);
    expect(questions()).toEqual(['a']);
    asked[0]?.answer('1');
    await settled();
    expect(questions()).toEqual(['a', 'd']);
    asked[1]?.answer('2');
    await settled();
    expect(heard).toEqual(['a: 1', 'd: 2']);
    expect(questions()).toEqual(['a', 'd']);
  });

  it('goes on after a failure', async () => {
    const { made, asked, heard } = lane();
    made.ask('a');
    made.ask('b');
    asked[0]?.fail(new Error('no'));
    await settled();
    asked[1]?.answer('2');
    await settled();
    expect(heard).toEqual(['a failed: no', 'b: 2']);
  });

  it('hears nothing of what was dropped, and answers what is asked after', async () => {
    const { made, asked, heard, questions } = lane();
    made.ask('a');
    made.ask('b');
    made.drop();
    made.ask('c');
    asked[0]?.answer('1');
    await settled();
    asked[1]?.answer('3');
    await settled();
    expect(questions()).toEqual(['a', 'c']);
    expect(heard).toEqual(['c: 3']);
  });
});
