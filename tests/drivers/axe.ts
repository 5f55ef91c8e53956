import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Town } from './town.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the page as it stands, as rule and element. */
export async function violations(town: Town): Promise<string[]> {
  await town.page.evaluate(axe);
  return town.page.evaluate(async () => {
    // What hangs on a size (a table that scrolls is a stop for the keyboard) is settled once it has been drawn.
    for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn));
    const { axe: found } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
      };
    };
    const result = await found.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return result.violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${JSON.stringify(node.target)}`),
    );
  });
}
