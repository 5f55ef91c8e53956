/** One authority and year of the revenue outturn, as a file has it. */
export interface SpendingRow {
  readonly row: number;
  /** Financial year: `2017-18`. */
  readonly year: string;
  /** The ministry's own code, which stays while names vary: `E2421`. */
  readonly ecode: string;
  /** The code of the Office for National Statistics; empty in older years. */
  readonly onsCode: string;
  readonly authority: string;
  /** SC, SD, UA, MD, L, or O for police, fire, parks and other bodies. */
  readonly authorityClass: string;
  /** Net current spend on cultural and related services, GBP thousand, in cash, as published. */
  readonly gbpThousand: number;
}

/** What is wrong with a figure, or null. A figure may be below zero: income can be more than spending. */
export function figureProblem(text: string): string | null {
  const plain = text.replaceAll(',', '').trim();
  return plain !== '' && Number.isFinite(Number(plain))
    ? null
    : `"${text.slice(0, 20)}" is no number of thousand pounds.`;
}

export function figureIn(text: string): number {
  return Number(text.replaceAll(',', ''));
}

export const FINANCIAL_YEAR = /^(20\d\d)-(\d\d)$/;
