import { ASKING_WORDS, LITTLE_WORDS, PLACE_WORDS } from './note-words.ts';
import type { Folded } from './spam-fold.ts';
import { CALLS, TOPICS } from './spam-words.ts';

/** Something that speaks for spam: how much (0 to 1), and why in words. */
export interface Sign {
  readonly weight: number;
  readonly reason: string;
}

/**
 * The weights are Kith's own and were set on one half of a made-up flood (tests/keeping/spam.test.ts), reported on the
 * other. From 0.5 something is set apart, so 0.5 and more means: this alone is enough.
 */
const ENOUGH = 0.6;
const HALF = 0.35;
const LITTLE = 0.18;

/** What a text says of: gambling, pills, loans. One word that honest notes hardly have is enough; of others it takes several. */
export function topicSigns({ plain }: Folded): Sign[] {
  const signs: Sign[] = [];
  for (const { about, strong, weak } of TOPICS) {
    const surely = new Set(plain.match(strong) ?? []).size;
    const perhaps = weak === undefined ? 0 : new Set(plain.match(weak) ?? []).size;
    if (surely > 0) signs.push({ weight: surely > 1 || perhaps > 0 ? 0.85 : ENOUGH, reason: about });
    else if (perhaps > 2) signs.push({ weight: ENOUGH, reason: about });
    else if (perhaps > 1) signs.push({ weight: HALF, reason: about });
  }
  const calls = new Set(plain.match(CALLS) ?? []).size;
  if (calls > 0) {
    signs.push({
      weight: calls > 2 ? ENOUGH : calls > 1 ? HALF : LITTLE,
      reason: 'it urges to click, buy or join',
    });
  }
  return signs;
}

const LINK =
  /(?:h(?:tt|xx)ps?:\/\/|www\.)[^\s<>"'\]]+|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com?|org|net|uk|gov|info|biz|xyz|top|club|site|online|shop|store|live|icu|click|link|buzz|win|vip|bet|io|ru|cn|tk|ml|ga|cf|gq|cc|me|ly|gl|gd|gs|in|ng|pw|su|work|loan|party|review|trade|bid|men|pro|app|dev|space|website|fun|today|life|world)(?:\/[^\s<>"'\]]*)?(?![\w@-])/g;
const SHORTENER =
  /^(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|cutt\.ly|rb\.gy|shorturl\.at|rebrand\.ly|t\.me|wa\.me|tiny\.cc|buff\.ly|s\.id|v\.gd|bl\.ink|lnkd\.in|linktr\.ee|shorte\.st|adf\.ly|discord\.gg)$/;
const ODD_END =
  /\.(?:xyz|top|club|site|online|shop|store|live|icu|click|link|buzz|win|vip|bet|ru|cn|tk|ml|ga|cf|gq|cc|pw|su|work|loan|party|review|trade|bid|men|info|biz|fun|space|website|world|today|life|pro)$/;
const KNOWN_END =
  /(?:\.gov\.uk|\.org\.uk|\.ac\.uk|\.sch\.uk|\.nhs\.uk|\.police\.uk|\.org|\.nhs\.uk|\.wales|\.scot|(?:^|\.)facebook\.com|(?:^|\.)instagram\.com|(?:^|\.)eventbrite\.co\.uk|(?:^|\.)maps\.app\.goo\.gl|(?:^|\.)google\.(?:com|co\.uk)|(?:^|\.)youtube\.com|(?:^|\.)meetup\.com|(?:^|\.)openstreetmap\.org|(?:^|\.)bbc\.co\.uk|(?:^|\.)leicestermercury\.co\.uk|(?:^|\.)co\.uk|\.coop|\.church)$/;
const PAY_LINK = /[?&](?:ref|aff|affid|utm_[a-z]+|clickid|partner|promo|bonus|invite)=/;

/** Addresses of pages: shortened ones, odd endings, many, hidden ones. Those of councils and the like are nothing odd. */
export function linkSigns({ text, plain }: Folded, kinOf: ReadonlySet<string>): Sign[] {
  const signs: Sign[] = [];
  const links = [...new Set(text.match(LINK) ?? [])];
  const hosts = [...new Set(links.map(hostOf))];
  if (hosts.some((host) => SHORTENER.test(host)))
    signs.push({ weight: ENOUGH, reason: 'a shortened link hides where it leads' });
  if (
    hosts.some((host) => ODD_END.test(host) || /^\d+(?:\.\d+){3}$/.test(host) || /(?:^|\.)xn--/.test(host))
  ) {
    signs.push({ weight: ENOUGH, reason: 'a link to a site of a kind that spam uses' });
  }
  const strange = hosts.filter(
    (host) => !KNOWN_END.test(host) && !SHORTENER.test(host) && !isKin(host, kinOf),
  );
  if (strange.length > 0) {
    signs.push({
      weight: strange.length > 1 ? ENOUGH : HALF,
      reason: 'a link to a site that has nothing to do with the place',
    });
  }
  if (links.some((link) => PAY_LINK.test(link)))
    signs.push({ weight: HALF, reason: 'a link that pays whoever spreads it' });
  if (links.length > 3) signs.push({ weight: ENOUGH, reason: 'many links' });
  if (
    /hxxp|\b\w+ ?[([{] ?dot ?[)\]}] ?\w+|\b\w+ dot (?:com|net|org|xyz|ru|info|top)\b|\[url|<a\s|href\s*=/.test(
      plain,
    )
  ) {
    signs.push({ weight: ENOUGH, reason: 'a link in disguise' });
  }
  return signs;
}

function hostOf(link: string): string {
  return link
    .replace(/^h(?:tt|xx)ps?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '')
    .replace(/[.,;)]+$/, '');
}

/** Whether the name of a site holds a longer word of the place: `enderbyvillagehall.com`. */
function isKin(host: string, words: ReadonlySet<string>): boolean {
  return [...words].some((word) => word.length > 3 && host.includes(word));
}

/** Markup and code, sums of money, wallets, numbers abroad. */
export function shapeSigns(given: string, { text, hidden, mixed }: Folded): Sign[] {
  const signs: Sign[] = [];
  if (
    /<\/?[a-z!][^>]*>|javascript:|onerror\s*=|\{\{.*\}\}|\$\{[^}]*\}|<\?php|\[\/?(?:b|i|url|img|link)\b|'\s*(?:or|and)\s+'?\d|union\s+(?:all\s+)?select|;\s*drop\s+table|\.\.\/\.\.\/|\/etc\/passwd|(?:^|\W)(?:select|insert|delete|update)\s.+\s(?:from|into|set|where)\s/i.test(
      given,
    )
  ) {
    signs.push({ weight: 0.85, reason: 'it holds code' });
  }
  if (/\b(?:0x[0-9a-f]{40}|bc1[a-z0-9]{20,60}|[13][a-km-z1-9]{30,34})\b/i.test(given))
    signs.push({ weight: 0.85, reason: 'it holds the number of a crypto wallet' });
  if (/[$€]\s?\d|\d\s?(?:usd|usdt|btc|eur|dollars?)\b/i.test(given))
    signs.push({ weight: HALF, reason: 'sums in foreign money' });
  if (
    /£\s?\d[\d,.]*\s?(?:k\b|(?:a|per|\/|each|every)\s?(?:day|week|hour|month|hr|wk))|£\s?\d{1,3},?\d{3}\b/.test(
      text,
    ) &&
    !/grant|fund|cost|rais/.test(text)
  ) {
    signs.push({ weight: LITTLE, reason: 'large sums of money' });
  }
  if (/\+(?!44)\d[\d\s()-]{7,}|\b00(?!44)\d{9,}|\b1[\s-]?\(?8\d\d\)?[\s-]\d{3}[\s-]\d{4}/.test(text))
    signs.push({ weight: HALF, reason: 'a phone number abroad' });
  if (/\b0?9\d{9}\b|\b09\d{2}[\s-]?\d{3}[\s-]?\d{4}\b/.test(text))
    signs.push({ weight: ENOUGH, reason: 'a phone number that costs money' });
  if (mixed > 0) signs.push({ weight: ENOUGH, reason: 'letters of another alphabet stand in for others' });
  if (hidden > 2) signs.push({ weight: HALF, reason: 'hidden letters' });
  return signs;
}

/** Letters and words as nobody writes them. */
export function letterSigns(given: string, { text }: Folded): Sign[] {
  const signs: Sign[] = [];
  if (/(\p{L})\1{5,}/u.test(text) || /([!?*$~=#.])\1{5,}/.test(text))
    signs.push({ weight: LITTLE, reason: 'one sign again and again' });
  if (/!{2,}/.test(text)) signs.push({ weight: 0.05, reason: 'many exclamation marks' });
  const words = text.match(/\p{L}[\p{L}'’]*/gu) ?? [];
  const different = new Set(words).size;
  if (words.length > 7 && different < words.length * 0.5)
    signs.push({ weight: ENOUGH, reason: 'the same words again and again' });
  if ((given.match(/\p{Extended_Pictographic}/gu) ?? []).length > 3)
    signs.push({ weight: HALF, reason: 'many little pictures' });
  const letters = given.match(/\p{L}/gu) ?? [];
  const capitals = given.match(/\p{Lu}/gu) ?? [];
  if (letters.length > 30 && capitals.length > letters.length * 0.7)
    signs.push({ weight: 0.1, reason: 'all in capitals' });
  if (isGibberish(words)) signs.push({ weight: ENOUGH, reason: 'letters without sense' });
  if (
    /^(?:test(?:ing)?|asdf\w*|qwer\w*|foo|bar|hello|hi|abc|x+|aaa+|none|null|undefined|[^\p{L}]+)(?:[^\p{L}]*(?:test(?:ing)?|hello|hi|foo|bar|world))*[^\p{L}]*$/u.test(
      text,
    )
  )
    signs.push({ weight: 0.85, reason: 'filler text' });
  return signs;
}

/** Pairs of letters that no language written in Latin letters here has inside a word. */
const RARE =
  /q[b-hj-prtv-z]|[bdfghjklmpqtvwxz]q|j[bcdfghklmnpqrstvwxz]|[cfghlmpqvwxz]j|v[bcdfghjkmpqtwxz]|[bcfghjkpqtwxz]v|x[bdgjkmnqrvwz]|[bcdfghjkpqrvwz]x|z[fgjqrx]|[fgjqvx]z|[cfgjkpqvxz]k?w[bcdfgjkmpqtvxz]|w[jqvx]|[bf]k[bdfgjmpqvxz]|hg|hk|kf|kg|pk|pg|fk|fd|fg|dfg|ghj|cvb|xcv/g;
const WALK = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm|poiu|lkjh|uiop/;

function isGibberish(words: readonly string[]): boolean {
  const latin = words.filter((word) => /^[a-z'’]+$/.test(word));
  if (latin.length === 0) return false;
  const odd = latin.filter((word) => {
    const rare = (word.match(RARE) ?? []).length;
    return (
      WALK.test(word) ||
      rare > 1 ||
      (rare > 0 && word.length < 9 && word.length > 4) ||
      /[bcdfghjklmnpqrstvxz]{6,}/.test(word) ||
      (word.length > 4 && !/[aeiouyw]/.test(word)) ||
      word.length > 28
    );
  });
  return odd.length > 0 && odd.length >= Math.max(latin.length * 0.25, latin.length < 4 ? 1 : 2);
}

/**
 * A longer English text about nothing that a listing is about: no opening times, no building, no word of the place.
 * Texts in other languages are not looked at so.
 */
export function strangerSigns({ text }: Folded, kinOf: ReadonlySet<string>): Sign[] {
  const words = text.match(/[a-z][a-z'’]*/g) ?? [];
  const little = words.filter((word) => LITTLE_WORDS.has(word)).length;
  if (words.length < 7 || little < words.length * 0.2) return [];
  const stems = words.map((word) => word.replace(/['’]s$/, ''));
  const about = new Set(stems.filter((word) => PLACE_WORDS.test(word) || kinOf.has(word)));
  const clock =
    /\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)?\b\s?(?:-|–|to|til|till|until)\s?\d|\b\d{1,2}\s?(?:am|pm)\b|\b[a-z]{1,2}\d{1,2}\s?\d[a-z]{2}\b/.test(
      text,
    )
      ? 1
      : 0;
  const asks = words.filter((word) => ASKING_WORDS.has(word)).length;
  const share = (about.size + clock) / words.length;
  if (about.size + clock === 0)
    return [{ weight: words.length > 14 ? ENOUGH : HALF, reason: 'not a word about a place' }];
  if (words.length > 20 && share < 0.05)
    return [{ weight: asks > 1 ? ENOUGH : HALF, reason: 'hardly a word about a place' }];
  return [];
}
