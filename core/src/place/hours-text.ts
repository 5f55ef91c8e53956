import {
  ALWAYS,
  DAY_MINUTES,
  type Hours,
  type HoursRule,
  isAllWeek,
  isSpan,
  NTH_WEEKS,
  type NthWeek,
  overlaps,
  type Span,
  sameList,
  tidyHours,
} from './hours-rules.ts';
import { DAYS, type Day } from './week.ts';

/**
 * Writes hours in OpenStreetMap's opening_hours grammar: `Mo-Fr 10:00-16:00; Sa[1,3] 14:00-16:00; PH off`. A rule that
 * comes on top of another on the same day, or of one open past midnight, follows a comma; one on other days, or in the
 * place of another, a semicolon. Empty for no rule at all.
 * @see https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
export function writeHours(hours: Hours): string {
  const { rules, closedOnHolidays } = tidyHours(hours);
  if (rules.length === 0) return '';
  const [only] = rules;
  const isAlways = rules.length === 1 && only !== undefined && isAllWeek(only);
  // A semicolon would also take away what a day before left open past midnight.
  const atNight = rules.some(({ spans }) => spans.some(({ to }) => to > DAY_MINUTES));
  let text = isAlways ? '24/7' : '';
  for (const [at, rule] of isAlways ? [] : rules.entries()) {
    const onTop = !rule.instead && (atNight || rules.slice(0, at).some((each) => overlaps(each, rule)));
    text += `${at === 0 ? '' : onTop ? ', ' : '; '}${ruleText(rule)}`;
  }
  return closedOnHolidays ? `${text}; PH off` : text;
}

function ruleText({ days, weeks, spans }: HoursRule): string {
  const times = spans.map(({ from, to }) => `${clockText(from)}-${clockText(to)}`).join(',');
  if (weeks.length > 0) return `${days.map((day) => `${code(day)}[${weeks.join()}]`).join(',')} ${times}`;
  return `${daysText(days)} ${times}`;
}

const code = (day: Day): string => day.charAt(0).toUpperCase() + day.charAt(1);

/** `Mo-We,Sa`: three days or more in a row as a span. */
function daysText(days: readonly Day[]): string {
  const runs: Day[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && DAYS.indexOf(day) === DAYS.indexOf(last) + 1) run.push(day);
    else runs.push([day]);
  }
  const written = runs.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return first && last && run.length > 2 ? `${code(first)}-${code(last)}` : run.map(code).join();
  });
  return written.join();
}

/** `09:05`; the end of a day is `24:00`, and what lies on the next day is said by its clock. */
export function clockText(minutes: number): string {
  const clock = minutes > DAY_MINUTES ? minutes - DAY_MINUTES : minutes;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two((clock - (clock % 60)) / 60)}:${two(clock % 60)}`;
}

const DAY = 'Mo|Tu|We|Th|Fr|Sa|Su';
const RULE = new RegExp(`^((?:${DAY})[^ ]*) +(off|closed|\\d[\\d:,\\- ]*)$`);
const DAYS_PART = new RegExp(`^(${DAY})(?:-(${DAY}))?(?:\\[(-?\\d(?:,-?\\d)*)\\])?$`);
/** Between days; after times the same comma begins another rule. */
const AND_DAY = new RegExp(`(?<=[a-z\\]])\\s*,\\s*(?=(?:${DAY})\\b)`, 'g');
const AND_RULE = new RegExp(`(?<=\\d)\\s*,\\s*(?=(?:${DAY})\\b)`);
const TIMES_PART = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;

/**
 * Reads what `writeHours` wrote and what others write as plainly: days, weeks of the month and clock hours. A rule after
 * a semicolon takes the place of those before it for its days, as the grammar says. Null for anything else (months,
 * sunrise, "by appointment"): a form must not change what it cannot show.
 */
export function readHours(text: string): Hours | null {
  const trimmed = text.trim();
  let closedOnHolidays = false;
  let rules: HoursRule[] = [];
  if (trimmed === '') return null;
  for (const part of trimmed.split(';').map((each) => each.trim())) {
    if (part === '') continue;
    if (/^PH +(off|closed)$/.test(part)) {
      closedOnHolidays = true;
      continue;
    }
    if (part === '24/7') {
      rules = [...ALWAYS.rules];
      continue;
    }
    const onTop = part.replace(AND_DAY, ',').split(AND_RULE);
    for (const [at, each] of onTop.entries()) {
      const rule = readRule(each.trim());
      if (!rule) return null;
      if (at === 0) rules = makeRoom(rules, rule);
      if (rule.spans.length === 0) {
        // "Not on the first Tuesday" has no words in a form.
        if (rule.weeks.length > 0) return null;
        continue;
      }
      const instead = at === 0 && rules.some((before) => overlaps(before, rule));
      rules = [...rules, { ...rule, instead }];
    }
  }
  return rules.length === 0 ? null : tidyHours({ rules, closedOnHolidays });
}

/** What a rule of every week leaves of those before it; one of some weeks leaves them for the other weeks. */
function makeRoom(rules: readonly HoursRule[], next: HoursRule): HoursRule[] {
  if (next.weeks.length > 0) return [...rules];
  return rules.flatMap((rule) => {
    const days = rule.days.filter((day) => !next.days.includes(day));
    return days.length === 0 ? [] : [{ ...rule, days }];
  });
}

function readRule(text: string): HoursRule | null {
  const [, daysPart = '', times = ''] = RULE.exec(text) ?? [];
  const named = daysPart.split(new RegExp(`,(?=${DAY})`)).map((each) => DAYS_PART.exec(each));
  const days = new Set<Day>();
  let weeks: readonly NthWeek[] | null = null;
  for (const found of named) {
    if (!found) return null;
    const [, first = '', last = first, nth = ''] = found;
    const these = readWeeks(nth);
    if (!these) return null;
    // "Tu[2],Tu[4]" is Tu[2,4]; on other days other weeks are more than one rule can say.
    const oneDay = nth !== '' && first === last && [...days].every((day) => day === first.toLowerCase());
    if (weeks !== null && !sameList(weeks, these)) {
      if (!oneDay || weeks.length === 0) return null;
      const both: readonly NthWeek[] = [...weeks, ...these];
      weeks = NTH_WEEKS.filter((week) => both.includes(week));
    } else weeks = these;
    const end = DAYS.indexOf(last.toLowerCase() as Day);
    for (let at = DAYS.indexOf(first.toLowerCase() as Day); ; at = (at + 1) % 7) {
      days.add(DAYS[at] ?? 'mo');
      if (at === end) break;
    }
  }
  const spans = times === 'off' || times === 'closed' ? [] : times.split(',').map(readSpan);
  if (weeks === null || spans.some((span) => span === null)) return null;
  return { days: [...days], weeks, spans: spans as Span[], instead: false };
}

function readWeeks(text: string): readonly NthWeek[] | null {
  if (text === '') return [];
  const asked = text.split(',').map(Number);
  const weeks = NTH_WEEKS.filter((week) => asked.includes(week));
  return weeks.length === asked.length ? weeks : null;
}

function readSpan(text: string): Span | null {
  const found = TIMES_PART.exec(text.trim());
  if (!found) return null;
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = found.slice(1).map(Number);
  if (m1 > 59 || m2 > 59 || h2 * 60 + m2 > 2 * DAY_MINUTES) return null;
  const from = h1 * 60 + m1;
  const end = h2 * 60 + m2;
  const span = { from, to: end < from ? end + DAY_MINUTES : end };
  return isSpan(span) ? span : null;
}
