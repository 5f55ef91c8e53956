import { type AceLibrary, STATUTORY_YEARS } from './ace-library.ts';
import { type JoinedLibrary, nameKey } from './library-join.ts';

/** The year of the Arts Council's list: it says how things stood at the end of it. */
export const ACE_YEAR = 2023;
export const OPEN_SCHEMA_YEAR = 2025;

export type LibraryStatus = 'open' | 'closed' | 'temporarily-closed' | 'unknown';

/**
 * Open or closed, from the later of what the two lists say. The open-schema file is of 2025 but many of its rows
 * are years older and carry no date, so only a closing year later than the Arts Council's 2023 outweighs it.
 */
export function statusOf({ ace, schema }: JoinedLibrary): {
  status: LibraryStatus;
  yearClosed: number | null;
} {
  if (ace === null) {
    const yearClosed = schema?.yearClosed ?? null;
    return { status: schema?.closed ? 'closed' : 'unknown', yearClosed };
  }
  if (schema?.yearClosed && schema.yearClosed > ACE_YEAR)
    return { status: 'closed', yearClosed: schema.yearClosed };
  if (ace.operation === 'temporary closure' || ace.statutory.at(-1) === 'temporary closure') {
    return { status: 'temporarily-closed', yearClosed: null };
  }
  if (ace.operation === 'closed' || ace.yearClosed !== null) {
    return { status: 'closed', yearClosed: ace.yearClosed ?? schema?.yearClosed ?? null };
  }
  return { status: ace.operation in RUN_BY_ACE ? 'open' : 'unknown', yearClosed: null };
}

const RUN_BY_ACE: Readonly<Record<string, string>> = {
  la: 'council',
  lau: 'council',
  c: 'commissioned',
  cr: 'community',
  icl: 'independent',
};
const RUN_BY_SCHEMA: Readonly<Record<string, string>> = {
  LAL: 'council',
  'LAL-': 'council',
  CL: 'commissioned',
  CRL: 'community',
  ICL: 'independent',
};

/** Who runs it, or ran it when it closed. Empty where neither list says. */
export function runByOf({ ace, schema }: JoinedLibrary): string {
  return RUN_BY_ACE[ace?.operation ?? ''] ?? RUN_BY_SCHEMA[schema?.type ?? ''] ?? '';
}

/** The body that runs it, in full: the council where it is the council's, whatever short form the list has. */
export function operatorOf({ ace, schema }: JoinedLibrary, runBy: string): string {
  const council = (schema?.council ?? '').replace('&', 'and');
  return (runBy === 'council' && council) || (ace?.organisation ?? '').replace(/ ,/g, ',');
}

/** `yes`, `no`, or empty for a year in which it was not there or nothing is known. */
export function statutoryIn(ace: AceLibrary | null, year: (typeof STATUTORY_YEARS)[number]): string {
  const word = ace?.statutory[STATUTORY_YEARS.indexOf(year)] ?? '';
  return word === 'yes' || word === 'no' ? word : '';
}

/**
 * The first year of the list in which it no longer counts towards the council's duty, having counted before, and after
 * which it does not count again; or the year it closed where that comes first. The list has no figures
 * between 2010 and 2016: it may have left some years earlier.
 */
export function yearLeftStatutory(ace: AceLibrary | null, yearClosed: number | null): number | null {
  if (!ace) return null;
  const lastYes = ace.statutory.lastIndexOf('yes');
  const firstNo = ace.statutory.findIndex((word, at) => word === 'no' && at > lastYes);
  if (lastYes < 0 || firstNo < 0 || ace.statutory.at(-1) !== 'no') return null;
  const year = STATUTORY_YEARS[firstNo] as number;
  return yearClosed !== null && yearClosed < year ? yearClosed : year;
}

/** The name people know it by: `Enderby` in a list of libraries is Enderby Library. */
export function libraryName(name: string, authority: string): string {
  const mobile = /^mobile (\w)$/i.exec(name);
  if (mobile) return `${authority} mobile library ${mobile[1]?.toUpperCase()}`;
  return /librar|bookbus/i.test(name) ? name : `${name} Library`;
}

const ROLE =
  /librar|^lib|lib@|\.lib\b|info|admin|enquir|inquir|office|secretary|volunteer|council|contact|hello|service|centre|center|community|comcen|friends|customer|hub|trust|reception|team|manager/;

/** A mailbox of the organisation. One that may be a person's is dropped: a name is nobody's role. */
export function organisationMailbox(email: string, name: string): string {
  if (!/^[^\s@]+@[^\s@]+\.[a-z]+$/.test(email)) return '';
  const local = email.slice(0, email.indexOf('@') + 1);
  const bare = local.replace(/[^a-z]/g, '');
  return ROLE.test(local) || (nameKey(name) !== '' && bare.includes(nameKey(name))) ? email : '';
}
