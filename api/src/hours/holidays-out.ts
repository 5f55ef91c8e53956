/** A part of an opening_hours text that has a time or a state of its own, and what it hangs on. */
const HAS_TIME = /\d:\d|24\/7|\b(off|closed|open|unknown|sunrise|sunset|dawn|dusk)\b/i;
const HOLIDAY = String.raw`\b(?:PH|SH)\b(?:\s*[+-]\s*\d+\s*days?)?`;
const DAYS = String.raw`\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b`;
const LISTED_AFTER = new RegExp(String.raw`(${DAYS}(?:\[[^\]]*\])?)\s*(?:,\s*${HOLIDAY}\s*)+`, 'gi');
const LISTED_BEFORE = new RegExp(String.raw`(?:${HOLIDAY}\s*,\s*)+(?=${DAYS})`, 'gi');
const ANY_HOLIDAY = new RegExp(HOLIDAY, 'i');
const SCHOOL = /\bSH\b/i;
const EVERY_HOLIDAY = new RegExp(String.raw`(?:${HOLIDAY}[,\s]*)+`, 'gi');

/**
 * An opening_hours text without its holidays, as it holds in term time and in school holidays; the same text twice
 * where it says nothing of these. Bank holidays (`PH`) are left out of both (method.md 2). Quoted words are kept.
 * Empty where nothing else is said.
 */
export function withoutHolidays(text: string): { readonly term: string; readonly break: string } {
  const term: string[] = [];
  const inBreak: string[] = [];
  for (const part of partsOf(text)) {
    const { words } = part;
    const plain = outsideQuotes(words, (said) =>
      said.replace(LISTED_AFTER, '$1 ').replace(LISTED_BEFORE, ''),
    );
    const bare = plain.replace(/"[^"]*"/g, '');
    if (!ANY_HOLIDAY.test(bare)) {
      term.push(part.joint + plain);
      inBreak.push(part.joint + plain);
    } else if (SCHOOL.test(bare)) {
      inBreak.push(part.joint + outsideQuotes(plain, (said) => said.replace(EVERY_HOLIDAY, '')));
    }
  }
  return { term: joined(term), break: joined(inBreak) };
}

interface Part {
  /** What stands between the part before and this one: `;`, `,` or `||`. */
  readonly joint: string;
  readonly words: string;
}

/** The rules of a text, and the additional rules within them, outside quotes. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let joint = '';
  let words = '';
  const end = (next: string) => {
    if (words.trim() !== '') parts.push({ joint, words: words.trim() });
    joint = next;
    words = '';
  };
  for (let at = 0, quoted = false; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '"') quoted = !quoted;
    if (quoted) words += sign;
    else if (sign === ';') end('; ');
    else if (text.startsWith('||', at)) {
      end(' || ');
      at++;
    } else if (sign === ',' && HAS_TIME.test(words) && /^\s*[A-Za-z]{2}/.test(text.slice(at + 1))) end(', ');
    else words += sign;
  }
  end('');
  return parts;
}

function joined(parts: readonly string[]): string {
  return parts.join('').replace(/^\s*(?:;|,|\|\|)\s*/, '');
}

function outsideQuotes(text: string, change: (said: string) => string): string {
  return text
    .split(/("[^"]*")/)
    .map((said) => (said.startsWith('"') ? said : change(said)))
    .join('');
}
