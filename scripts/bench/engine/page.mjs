/**
 * Runs in the page: asks the worker as `Engine` of the app does, one scenario after another, and keeps the time from
 * asking to holding the answer.
 *
 * @param {number} warmUp scenarios that are played before any is timed
 */
export async function playAll(warmUp) {
  const worker = new Worker('engine.js', { type: 'module' });
  let id = 0;
  const ask = (message, transfer = []) =>
    new Promise((resolve, reject) => {
      const started = performance.now();
      worker.onmessage = ({ data }) =>
        'error' in data ? reject(new Error(data.error)) : resolve(performance.now() - started);
      worker.onerror = ({ message: words }) => reject(new Error(words));
      id += 1;
      worker.postMessage({ id, key: 'bench', ...message }, transfer);
    });
  const bytes = await (await fetch('baseline.json')).arrayBuffer();
  const scenarios = await (await fetch('scenarios.json')).json();
  const ground = await ask({ ask: 'ground', bytes }, [bytes]);
  const first = await ask({ ask: 'play', scenario: scenarios[0] });
  for (const scenario of scenarios.slice(0, warmUp)) await ask({ ask: 'play', scenario });
  const plays = [];
  for (const scenario of scenarios) plays.push(await ask({ ask: 'play', scenario }));
  return { ground, first, plays };
}
