import type { Meaning } from './meanings.ts';

/**
 * Header words by what they mean, most telling first: the first pattern that fits a header decides. Matched against
 * plain small letters. Made from the open schemas that standards name (libraries, Open Referral UK, OpenStreetMap)
 * and the words councils use.
 */
export const HEADER_WORDS: readonly (readonly [Meaning, RegExp])[] = [
  [
    'ignore',
    /\b(staffed hours total|statutory|year opened|year of opening|opened on|price|cost|fee|fees|grant|amount|funding|ward code|lsoa|district code|officer|case ?worker|internal|colour|icon|objectid|fid|shape)\b/,
  ],
  ['mo', /^(mo|mon|monday)s?( (un)?staffed)?( (hours|opening hours|opening times?|times?|open))?$/],
  ['tu', /^(tu|tue|tues|tuesday)s?( (un)?staffed)?( (hours|opening hours|opening times?|times?|open))?$/],
  ['we', /^(we|wed|weds|wednesday)s?( (un)?staffed)?( (hours|opening hours|opening times?|times?|open))?$/],
  [
    'th',
    /^(th|thu|thur|thurs|thursday)s?( (un)?staffed)?( (hours|opening hours|opening times?|times?|open))?$/,
  ],
  ['fr', /^(fr|fri|friday)s?( (un)?staffed)?( (hours|opening hours|opening times?|times?|open))?$/],
  ['sa', /^(sa|sat|saturday)s?( (un)?staffed)?( (hours|opening hours|opening times?|times?|open))?$/],
  ['su', /^(su|sun|sunday)s?( (un)?staffed)?( (hours|opening hours|opening times?|times?|open))?$/],
  ['uprn', /\b(uprn|unique property reference( number)?|property reference)\b/],
  [
    'coordinates',
    /\b(lat ?(itude)? ?(and|,|\/)? ?(lon|lng|long)(itude)?|latlong|latlng|coordinates|coords|geo ?point|grid ref(erence)?|location point)\b/,
  ],
  [
    'latitude',
    /^(geo )?(lat|latitude|lat wgs84|y coord lat|y wgs84|geo lat|location lat|wgs84 lat(itude)?)$|^latitude\b/,
  ],
  ['longitude', /^(geo )?(lon|lng|long|longitude|geo lon|location lon|wgs84 lon(gitude)?)$|^longitude\b/],
  ['easting', /^(osgb )?(easting|eastings|geo ?x|x|x coord(inate)?|os ?x|grid e|bng e|osgb e)$|^eastings?\b/],
  [
    'northing',
    /^(osgb )?(northing|northings|geo ?y|y|y coord(inate)?|os ?y|grid n|bng n|osgb n)$|^northings?\b/,
  ],
  ['postcode', /\b(post ?code|postal code|zip|pcode|pc)\b/],
  ['email', /\be ?mail\b/],
  ['phone', /\b(phone|telephone|tel|tel no|mobile|contact number|contact no|helpline)\b/],
  ['website', /\b(website|web ?site|web|url|web ?page|webpage|link|facebook|online)\b/],
  [
    'checked',
    /^((date )?(checked|verified|reviewed|confirmed)( on)?|last check|date of (last )?check)$|\b(last (checked|updated|verified|reviewed|confirmed)|assured date|check date|date (checked|updated|verified|reviewed)|updated|last modified)\b/,
  ],
  ['closed', /\b(year closed|date closed|closed on|closure date|closing date|end date)\b/],
  ['status', /^(status|open or closed|open closed|active|still running|running|still going)$/],
  ['wheelchair', /\b(wheel ?chairs?|disabled access|step free|accessible)\b/],
  ['access', /\b(accessibility|access|parking|toilets|hearing loop|facilities)\b/],
  [
    'forWhom',
    /^(for|for who)$|\b(who (is )?it ?s? ?for|who its for|for whom|audience|target( group)?|age( group| range)?|eligib\w*|suitable for|aimed at|client group|user group)\b/,
  ],
  [
    'kind',
    /^(type|kind|category|venue type|type of (venue|place|activity|service|building|group)|activity type|class|amenity|group type|service type|what is it|what it is|setting|place type|building type|taxonomy)$/,
  ],
  ['kind', /^type of library$/],
  [
    'sourceId',
    /^(id|ref|reference|ref no|number|no|record( id)?|unique id|asset( id| no)?|site (id|code|ref)|venue id|our ref)$/,
  ],
  [
    'name',
    /^(venue|name|title|group|club|organi[sz]ation|service|place|library|hall|activity|centre|site|project)( ?s)? ?name$/,
  ],
  [
    'name',
    /^(name|venue|title|library|hall|centre|group|activity|warm space|place|premises|name of (the )?(venue|group|place|hall|club|activity|organi[sz]ation|service|library|centre|warm space)|venues?|where|site|organi[sz]ation|group or activity|event|building)$/,
  ],
  [
    'name',
    /^(?!.*\b(contact|leader|manager|organi[sz]er|secretary|person|co ?ordinator|officer|chair)\b)name of (the )?(venue|group|place|hall|club|activity|organi[sz]ation|service|library|centre|warm space)\b/,
  ],
  [
    'name',
    /^(?!.*\b(contact|leader|manager|organi[sz]er|secretary|person|co ?ordinator|officer|chair|address)\b).*\b(venue|group|place|hall|club|organi[sz]ation|service|location|premises?)\b.* name$/,
  ],
  [
    'operator',
    /\b(operator|run by|managed by|provider|owner|local authority|authority|council|lead organi[sz]ation|host|organi[sz]er|organi[sz]ed by|charity|parent)\b/,
  ],
  ['opens', /^(opens?( at| from)?|opening time|start(s|ing)?( (time|at))?|from|time from)$/],
  ['closes', /^(closes?( at)?|closing time|(end|finish)(s|es|ing)?( (time|at))?|to|until|time to)$/],
  [
    'when',
    /\b(opening (times?|hours)|open(ing)?|hours|times?|when|day( and |s? ?)times?|day|days|session(s)?( times?)?|meets|meeting times?|schedule|timetable|frequency)\b/,
  ],
  [
    'town',
    /\b(town|village|city|parish|locality|settlement|area|district|ward|locality|neighbourhood|place)\b/,
  ],
  [
    'address',
    /\b(address|addr|street|road|building( name| number| no)?|house|line ?[1-5]|location|premise|where|county|venue)\b/,
  ],
  [
    'notes',
    /\b(notes?|comments?|description|details?|information|info|about|other|remarks|further|co located|summary|what s on|activities)\b/,
  ],
  ['name', /\bname\b/],
];

/** What a header says on its own. Undefined where its words are not known. */
export function meaningOfHeader(header: string): Meaning | undefined {
  return HEADER_WORDS.find(([, words]) => words.test(header))?.[0];
}
