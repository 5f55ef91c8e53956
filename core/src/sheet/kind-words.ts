import type { Kind } from '../place/kinds.ts';
import { plain } from './words.ts';

/** Words by kind, most telling first: `Library Café` is a café, `Reading group at the library` a group. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'group',
    /\b(knit|natter|choir|singers|singing|reading group|book (club|group)|art (group|club|class)|craft\w* (group|club|class|afternoon)|toddlers?|playgroup|lunch(eon)? (club|group)|support group|walking (group|football)|coffee morning|friendship (group|club)|friends of|society|association meeting|u3a|wi|womens institute|mens? sheds?|tai chi|yoga|bingo|exercise|dance|dancing|social group|youth (club|group)|scouts|guides|gardening club|history (group|society)|drop in group|class|classes|peer support|carers group|memory cafe|dementia cafe|bereavement)\b/,
  ],
  ['cafe', /\b(cafes?|coffee (shop|house|stop)|tea ?rooms?|repair cafe|kitchen|bistro)\b/],
  ['library', /\b(library|libraries|lal|crl|icl|llyfrgell)\b/],
  ['bench', /\b(bench|benches|seat|seating)\b/],
  ['day-centre', /\b(day (care )?(centre|center|service|opportunities)|daycare)\b/],
  [
    'social-club',
    /\b(social club|working mens club|wmc|legion|conservative club|liberal club|bowls club|sports club|members club|cricket club|football club|club house|bridge club)\b/,
  ],
  [
    'hall',
    /\b(village hall|memorial hall|church hall|parish hall|parish rooms?|town hall|scout (hut|hq|hall)|reading rooms?|institute|civic hall|jubilee hall|community hall|halls?|pavilion)\b/,
  ],
  [
    'faith',
    /\b(church|chapel|mosque|masjid|temple|mandir|gurdwara|synagogue|place of worship|faith|meeting house|cathedral|salvation army|priory|parish)\b/,
  ],
  [
    'park',
    /\b(park|garden|gardens|allotments?|recreation ground|green space|playing fields?|open space|nature reserve)\b/,
  ],
  [
    'hub',
    /\b(community (centre|center|hub|building|house)|neighbourhood centre|hubs?|resource centre|family centre|community anchor|warm (space|hub|bank|welcome)|advice centre|centre|comm ctr|community_centre|social_facility)\b/,
  ],
  ['group', /\b(groups?|clubs?|activit(y|ies)|meeting|sessions?|team|band|bowls)\b/],
];

/** A kind from words such as `Village hall` or a name, or null where they say none. */
export function kindOfWords(text: string): Kind | null {
  const words = plain(text);
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
