import cliProgress from 'cli-progress';
import { whole } from '../whole-number.ts';

export type Unit = 'rows' | 'bytes' | 'files';

/** One step of a run that takes a while. */
export interface Step {
  /** So much is done, of so much; a total that is not given stays as it was. */
  at(done: number, total?: number | null): void;
  /** Ends the step. `note` says what came of it: `1,684,769 kept`. */
  done(note?: string): void;
}

export interface Progress {
  /** @param total null where it is not known */
  step(label: string, unit: Unit, total: number | null): Step;
  /** A line of its own. */
  say(line: string): void;
}

/** What progress is written to: standard error, so that the summary on standard output stands alone. */
export interface ProgressOut {
  readonly isTTY?: boolean;
  write(text: string): boolean;
}

/** Nothing at all: for `--json` and tests. */
export const SILENT: Progress = { step: () => ({ at() {}, done() {} }), say() {} };

/**
 * A bar with rate and time left on a terminal; elsewhere one line at the start and one at the end of each step;
 * silent where only the summary is wanted.
 * @param now milliseconds, for rates
 */
export function progressTo(
  out: NodeJS.WriteStream | ProgressOut,
  json: boolean,
  now: () => number,
): Progress {
  if (json) return SILENT;
  const say = (line: string) => void out.write(`${line}\n`);
  const plain: Progress = {
    say,
    step(label, unit, total) {
      const begun = now();
      let reached = 0;
      say(total === null ? label : `${label} (${inUnit(total, unit)})`);
      return {
        at(done) {
          reached = done;
        },
        done: (note) => say(`${label}: ${endOf(note, reached, unit, now() - begun)}`),
      };
    },
  };
  if (!isTerminal(out)) return plain;
  // A step that failed never says that it is done: its bar goes when the next thing is to be shown.
  let stop = () => {};
  return {
    say(line) {
      stop();
      say(line);
    },
    step(label, unit, total) {
      stop();
      const bar = barStep(out, label, unit, total, now);
      stop = bar.stop;
      return bar;
    },
  };
}

/** So often the bar is drawn again; a row is far quicker. */
const REDRAW_MS = 100;

function barStep(
  out: NodeJS.WriteStream,
  label: string,
  unit: Unit,
  total: number | null,
  now: () => number,
): Step & { readonly stop: () => void } {
  const begun = now();
  let reached = 0;
  let most = total;
  const bar = new cliProgress.SingleBar(
    {
      stream: out,
      hideCursor: true,
      barsize: 30,
      clearOnComplete: true,
      fps: 1000 / REDRAW_MS,
      etaBuffer: 50,
      formatBar: cliProgress.Format.BarFormat,
      format: (options, params) =>
        barText(
          label,
          unit,
          params.total,
          params.value,
          now() - begun,
          cliProgress.Format.BarFormat(params.progress, options),
        ),
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(most ?? 0, 0);
  // A run that ends in an error or is broken off must give the cursor and the wrapping of lines back.
  const stop = () => {
    process.off('exit', stop);
    process.off('SIGINT', interrupted);
    bar.stop();
  };
  const interrupted = () => {
    stop();
    process.kill(process.pid, 'SIGINT');
  };
  process.once('exit', stop);
  process.once('SIGINT', interrupted);
  return {
    stop,
    at(done, newTotal) {
      reached = done;
      if (newTotal !== undefined && newTotal !== null && newTotal !== most) {
        most = newTotal;
        bar.setTotal(newTotal);
      }
      bar.update(done);
    },
    done(note) {
      stop();
      out.write(`${label}: ${endOf(note, reached, unit, now() - begun)}\n`);
    },
  };
}

/** `Postcodes ████░░ 40%, 670,000 of 1,684,769 rows, 290,000 rows a second, 4 s left` */
export function barText(
  label: string,
  unit: Unit,
  total: number,
  done: number,
  ms: number,
  bar: string,
): string {
  const perSecond = ms > 0 ? (done * 1000) / ms : 0;
  const rate = done > 0 && ms > 0 ? `, ${inUnit(perSecond, unit)} a second` : '';
  if (total <= 0) return `${label} ${inUnit(done, unit)}${rate}`;
  const left = perSecond > 0 ? `, ${timeText(Math.max(0, total - done) / perSecond)} left` : '';
  const percent = Math.min(100, Math.floor((100 * done) / total));
  const soFar = unit === 'bytes' ? inUnit(done, unit) : whole(Math.round(done));
  return `${label} ${bar} ${percent}%, ${soFar} of ${inUnit(total, unit)}${rate}${left}`;
}

function endOf(note: string | undefined, reached: number, unit: Unit, ms: number): string {
  const what = note ?? (reached > 0 ? inUnit(reached, unit) : 'done');
  return `${what}, ${timeText(ms / 1000)}`;
}

function inUnit(amount: number, unit: Unit): string {
  if (unit !== 'bytes') return `${whole(Math.round(amount))} ${unit}`;
  return amount < 1e6 ? `${Math.round(amount / 1e3)} kB` : `${(amount / 1e6).toFixed(1)} MB`;
}

function timeText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function isTerminal(out: NodeJS.WriteStream | ProgressOut): out is NodeJS.WriteStream {
  return out.isTTY === true;
}
