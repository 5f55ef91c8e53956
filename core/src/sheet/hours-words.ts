import { clockText, spanAt } from './times.ts';

/** Opening times in OpenStreetMap's grammar, or why the words are not certain enough to be more than words. */
export type HoursRead =
  | { readonly hours: string; readonly why: null }
  | { readonly hours: null; readonly why: string };

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const DAY_WORD =
  /^(mon?(?:day)?s?|tu(?:e(?:s(?:day)?)?)?s?|we(?:d(?:s|nesday)?)?s?|th(?:u(?:r(?:s(?:day)?)?)?)?s?|fr(?:i(?:day)?)?s?|sa(?:t(?:urday)?)?s?|su(?:n(?:day)?)?s?)\.?(?![a-z])/i;
const ALL_DAYS = /^(daily|every ?day|7 days( a week)?|seven days( a week)?)(?![a-z])/i;
const WEEKDAYS = /^(week ?days?)(?![a-z])/i;
const WEEKENDS = /^(week ?ends?)(?![a-z])/i;
const NTH = /^(1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last)(?![a-z])/i;
const NOT = /^(not|except(?: for| the)?|excluding|excl?\.?|but not|apart from|no)(?![a-z])/i;
const CLOSED = /^(closed|shut|no session)(?: on)?(?![a-z])/i;
const TO = /^([-–—]|(?:to|through|thru)(?![a-z]))/i;
const JOIN = /^(,|&|\+|\/|and\b)/i;
const FILLER =
  /^(open(?:s|ing)?(?: (?:times?|hours))?|hours?|times?|from|every|each|on|at|the|between|in|of|(?:of )?(?:the|each|every) month|monthly on|month|wee?ks?|wks?|only|meets?|morning|mornings|afternoons?|evenings?|weekly|a)(?![a-z])|^[:;.()|]/i;
const NTH_OF: Readonly<Record<string, number>> = {
  '1st': 1,
  first: 1,
  '2nd': 2,
  second: 2,
  '3rd': 3,
  third: 3,
  '4th': 4,
  fourth: 4,
  '5th': 5,
  fifth: 5,
  last: -1,
};

interface Rule {
  days: number[];
  nth: number[];
  without: number[];
  spans: (readonly [number, number])[];
}

/**
 * Reads opening times in words, only where every word of them is understood: `Tues 10-12, not 2nd wk` is
 * `Tu[1,3,4,5] 10:00-12:00`. What hangs on school terms, fortnights or an appointment stays in words. A second week
 * is taken as the second such day of its month, as people mean who write so.
 */
export function hoursOfWords(words: string): HoursRead {
  let rest = words.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (rest === '') return { hours: null, why: 'It says nothing.' };
  if (/^(off|closed)$/i.test(rest)) return { hours: 'off', why: null };
  const rules: Rule[] = [];
  let rule = newRule();
  let mode: 'plain' | 'not' | 'closed' = 'plain';
  let range = false;
  let spansFirst = false;
  const shut: number[] = [];
  const close = () => {
    if (rule.days.length > 0 || rule.spans.length > 0) rules.push(rule);
    rule = newRule();
    mode = 'plain';
  };
  while (rest !== '') {
    const span = /^(\d|noon|midday)/i.test(rest) && !NTH.test(rest) ? spanAt(rest) : undefined;
    if (span !== undefined) {
      if (span.span === null) {
        const why = span.impossible ? 'is no time of day' : 'may be in the morning or in the evening';
        return unsure(`"${rest.slice(0, span.length).trim()}" ${why}`);
      }
      if (mode === 'closed') return unsure('it shuts in the middle of the day');
      if (spansFirst && rule.days.length > 0) close();
      if (rules.length === 0 && rule.days.length === 0) spansFirst = true;
      rule.spans.push(span.span);
      mode = 'plain';
      rest = rest.slice(span.length).trimStart();
      continue;
    }
    const days = daysAt(rest);
    if (days !== undefined) {
      if (mode === 'closed') {
        shut.push(...days.days);
        rest = rest.slice(days.length).trimStart();
        continue;
      }
      if (mode === 'not') return unsure('it leaves out a day in a way that is not clear');
      if (range) {
        const from = rule.days.at(-1);
        const to = days.days[0];
        if (from === undefined || to === undefined || to <= from) return unsure('the days run backwards');
        for (let day = from + 1; day <= to; day += 1) rule.days.push(day);
        range = false;
      } else {
        if (!spansFirst && rule.spans.length > 0) close();
        rule.days.push(...days.days);
      }
      rest = rest.slice(days.length).trimStart();
      continue;
    }
    const nth = NTH.exec(rest);
    if (nth !== null) {
      const which = NTH_OF[(nth[1] ?? '').toLowerCase()] ?? 0;
      if (mode === 'not') rule.without.push(which);
      else {
        if (!spansFirst && rule.spans.length > 0) close();
        rule.nth.push(which);
      }
      rest = rest.slice(nth[0].length).trimStart();
      continue;
    }
    const word = NOT.exec(rest) ?? CLOSED.exec(rest) ?? TO.exec(rest) ?? JOIN.exec(rest) ?? FILLER.exec(rest);
    if (word === null) return unsure(`"${rest.split(/[\s,;]/)[0] ?? rest}" is not understood for certain`);
    if (NOT.test(rest)) mode = 'not';
    else if (CLOSED.test(rest)) {
      if (rule.spans.length > 0 && rule.days.length > 0) close();
      mode = 'closed';
    } else if (TO.test(rest)) range = rule.days.length > 0 && rule.spans.length === 0 ? true : range;
    else if (/^[;|]/.test(rest) && rule.days.length > 0 && rule.spans.length > 0) close();
    rest = rest.slice(word[0].length).trimStart();
  }
  close();
  if (rules.length === 0) return unsure('it names no day and no time');
  const texts: string[] = [];
  for (const each of rules) {
    if (each.days.length === 0) return unsure('a time has no day');
    if (each.spans.length === 0) return unsure('a day has no time');
    texts.push(ruleText(each));
  }
  if (shut.length > 0) texts.push(`${dayRanges([...new Set(shut)].sort((one, other) => one - other))} off`);
  return { hours: texts.join('; '), why: null };
}

function newRule(): Rule {
  return { days: [], nth: [], without: [], spans: [] };
}

const unsure = (why: string): HoursRead => ({ hours: null, why: `${why[0]?.toUpperCase()}${why.slice(1)}.` });

function daysAt(text: string): { days: number[]; length: number } | undefined {
  const all = ALL_DAYS.exec(text);
  if (all !== null) return { days: [0, 1, 2, 3, 4, 5, 6], length: all[0].length };
  const week = WEEKDAYS.exec(text);
  if (week !== null) return { days: [0, 1, 2, 3, 4], length: week[0].length };
  const end = WEEKENDS.exec(text);
  if (end !== null) return { days: [5, 6], length: end[0].length };
  const day = DAY_WORD.exec(text);
  if (day === null) return undefined;
  const at = DAYS.findIndex((name) => name.toLowerCase() === (day[1] ?? '').slice(0, 2).toLowerCase());
  return at < 0 ? undefined : { days: [at], length: day[0].length };
}

function ruleText(rule: Rule): string {
  const nth =
    rule.without.length > 0 ? [1, 2, 3, 4, 5].filter((each) => !rule.without.includes(each)) : rule.nth;
  const days = [...new Set(rule.days)].sort((one, other) => one - other);
  const spans = [...rule.spans].sort(([one], [other]) => one - other);
  const times = spans.map(([from, to]) => `${clockText(from)}-${clockText(to)}`).join(',');
  const which = nth.length === 0 ? '' : `[${[...new Set(nth)].join(',')}]`;
  return which === ''
    ? `${dayRanges(days)} ${times}`
    : `${days.map((day) => `${DAYS[day]}${which}`).join(',')} ${times}`;
}

/** `Mo-We,Fr`. Three or more in a row make a range. */
function dayRanges(days: readonly number[]): string {
  const parts: string[] = [];
  for (let at = 0; at < days.length; ) {
    let end = at;
    while (days[end + 1] === (days[end] ?? 0) + 1) end += 1;
    const [from, to] = [DAYS[days[at] ?? 0], DAYS[days[end] ?? 0]];
    if (end - at >= 2) parts.push(`${from}-${to}`);
    else for (let each = at; each <= end; each += 1) parts.push(DAYS[days[each] ?? 0] ?? '');
    at = end + 1;
  }
  return parts.join(',');
}

/**
 * The hours of a week from a cell for each day, which may hold staffed and unstaffed hours. Empty and `Closed` is a
 * day without hours.
 */
export function hoursOfDays(days: readonly (readonly string[])[]): HoursRead {
  const rules = new Map<string, number[]>();
  for (const [day, cells] of days.entries()) {
    const spans: (readonly [number, number])[] = [];
    for (const cell of cells) {
      let rest = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
      if (/^(closed|shut|-|–|n\/?a|none|no|x|0)?$/i.test(rest)) continue;
      while (rest !== '') {
        const found = spanAt(rest);
        if (found === undefined || found.span === null) {
          return unsure(`"${rest.slice(0, 30)}" on ${DAY_NAMES[day]} is not a time that is certain`);
        }
        spans.push(found.span);
        rest = rest
          .slice(found.length)
          .replace(/^\s*(,|;|&|and\b|\/|\|)\s*/i, '')
          .trim();
      }
    }
    if (spans.length === 0) continue;
    const times = joined(spans)
      .map(([from, to]) => `${clockText(from)}-${clockText(to)}`)
      .join(',');
    rules.set(times, [...(rules.get(times) ?? []), day]);
  }
  if (rules.size === 0) return unsure('no day has a time');
  return { hours: [...rules].map(([times, at]) => `${dayRanges(at)} ${times}`).join('; '), why: null };
}
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Spans that touch or overlap made one: staffed hours and the unstaffed ones after them. */
function joined(spans: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(to, last[1]);
    else result.push([from, to]);
  }
  return result;
}
