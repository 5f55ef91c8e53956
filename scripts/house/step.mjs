import { spawnSync } from 'node:child_process';

/** Prints one plain line a step. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs a command to its end; quiet unless it fails, then shows all it said. Returns nothing, or ends the process. */
export function must(command, args, { why, show = false, env = {} }) {
  const result = spawnSync(command, args, {
    stdio: show ? 'inherit' : 'pipe',
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return;
  if (!show) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n`);
  process.stderr.write(`\n${why}\n`);
  process.exit(result.status ?? 1);
}

/** Stops with plain English where Node is too old. */
export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Kith needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org and try again.\n`,
  );
  process.exit(1);
}
