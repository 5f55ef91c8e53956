import { oneLine } from './words.ts';

const STREET =
  /\b(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|way|crescent|terrace)\b\.?\s+(\p{L}.*)$/iu;
const COUNTY =
  /\s+(\p{L}{3,}shire|leics|lincs|notts|northants|derbys|staffs|warks|cambs|beds|bucks|herts|hants|oxon|wilts|glos|worcs|lancs|yorks|berks|rutland|kent|essex|surrey|norfolk|suffolk|devon|dorset|somerset|cornwall|cumbria|england|uk)\.?$/iu;

/**
 * What a village may be called in one part of an address, likeliest first: `George Street Lutterworth Leics` names
 * Lutterworth, though no comma stands before it. Only a list of villages tells whether it is one.
 */
export function villageWords(part: string): readonly string[] {
  const whole = oneLine(part);
  const bare = whole.replace(COUNTY, '');
  const after = STREET.exec(bare)?.[1];
  return [...new Set([whole, bare, ...(after === undefined ? [] : [after])])].filter((each) => each !== '');
}
