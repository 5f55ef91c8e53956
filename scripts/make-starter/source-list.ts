import type { Source } from '@kith/core/source/source';
import type { Download } from '../load/run/downloads.ts';
import { BOUNDARY_FILE } from './area-shapes.ts';
import { DEPRIVATION_FILE, LONELINESS_FILE, RURAL_URBAN_FILE } from './areas.ts';
import { BENCHES_FILE } from './benches.ts';
import { CENSUS_FILES, MSOA_BOUNDARY_FILE } from './census.ts';
import { ACE_FILE, ACE_GEOCODED_FILE, OPEN_SCHEMA_FILE } from './library-files.ts';
import { LOOKUP_FILE } from './lookups.ts';
import { MONEY_FILE } from './money.ts';
import { CENTROID_FILE } from './people.ts';
import { NAMES_FILE } from './place-names.ts';
import { POSTCODE_FILES } from './postcodes.ts';
import type { SharedFiles } from './shared-files.ts';
import { VENUES_FILE } from './venues.ts';

type Entry = Omit<Source, 'sha256'> & {
  readonly files: readonly string[];
  /** Lasting addresses of the publisher for single files; a source without them is placed by hand. */
  readonly downloads?: readonly Download[];
};

/** TS002 and its like, each a zip with one CSV file for each geography. */
function nomis(table: string, what: string): Download {
  return {
    url: `https://www.nomisweb.co.uk/output/census/2021/census2021-${table}.zip`,
    what: `${table.toUpperCase()}, ${what}`,
    bytes: null,
    sha256: null,
  };
}

/** The newest edition of one of the open products of Ordnance Survey. */
function ordnanceSurvey(product: string, what: string): Download {
  return {
    url: `https://api.os.uk/downloads/v1/products/${product}/downloads?area=GB&format=CSV&redirect`,
    what,
    bytes: null,
    sha256: null,
  };
}

const OGL = {
  licence: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};
const PUBLIC_SECTOR = 'Contains public sector information licensed under the Open Government Licence v3.0.';
const ONS = `${PUBLIC_SECTOR} Source: Office for National Statistics.`;
const ONS_MAPS = `${PUBLIC_SECTOR} Contains OS data © Crown copyright and database right. Source: Office for National Statistics.`;
const OS_POSTCODES =
  `${PUBLIC_SECTOR} Contains OS data © Crown copyright and database right. ` +
  'Contains Royal Mail data © Royal Mail copyright and database right. Source: Office for National Statistics.';
const CENSUS_DAY =
  'Counted on 21 March 2021, during the pandemic: students and people who had moved home for a while may be counted elsewhere.';

/**
 * Where everything in the starter comes from, in the order in which data/sources.json gives it. Every figure on a
 * screen leads to one of these.
 */
export const SOURCES: readonly Entry[] = [
  {
    id: 'ace-libraries-2023',
    title: 'Public libraries in England: basic dataset, 2023',
    publisher: 'Arts Council England',
    url: 'https://www.artscouncil.org.uk/search?query=basic+dataset',
    ...OGL,
    attribution: `${PUBLIC_SECTOR} Source: Arts Council England.`,
    vintage: '2023',
    caution:
      'How libraries stood at the end of 2023, as councils returned it; some have changed since. Days are in words. ' +
      'Positions are those of the postcode, not of the door. Statutory standing is given for 2010, 2016, 2019 and 2021 to 2023 only.',
    files: [ACE_FILE, ACE_GEOCODED_FILE],
  },
  {
    id: 'libraries-open-schema-2025',
    title: 'UK public libraries in the libraries open schema',
    publisher: 'Library services and Libraries Hacked',
    url: 'https://schema.librarydata.uk/libraries.html',
    ...OGL,
    attribution: `${PUBLIC_SECTOR} Source: library services, collected by Libraries Hacked.`,
    vintage: '2025',
    caution:
      'The file is of 2025, but many rows were returned years before and carry no date: it still has Mile Oak open, ' +
      'which closed in 2023. Where it parts from the Arts Council list on closed or open, the later year is followed.',
    files: [OPEN_SCHEMA_FILE],
  },
  {
    id: 'kith-venue-facts-2026',
    title: 'Facts on venues and groups, read from public pages',
    publisher: 'Kith',
    url: null,
    licence: 'Facts read from public pages, each with its page; positions Open Government Licence v3.0',
    licenceUrl: OGL.licenceUrl,
    attribution: OS_POSTCODES,
    vintage: '2026',
    caution:
      'Read on 22 November 2026 from pages that are often years older: a fact is as old as its page. None is confirmed by the venue. ' +
      'Where a page leaves in doubt whether the place is there, its status is unknown. ' +
      'Most are placed at their village or neighbourhood only, up to 600 m off. The list is not complete.',
    files: [VENUES_FILE],
  },
  {
    id: 'openbenches-2026-05',
    title: 'OpenBenches: memorial benches',
    publisher: 'OpenBenches contributors',
    url: 'https://openbenches.org/',
    licence: 'Creative Commons Attribution-ShareAlike 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
    attribution: 'OpenBenches.org, CC BY-SA 4.0',
    vintage: '2026-05',
    caution:
      'Memorial benches that someone took a picture of: few of all the benches there are. That one is listed does not mean that it still stands. Inscriptions are left out.',
    files: [BENCHES_FILE],
    downloads: [
      {
        url: 'https://openbenches.org/api/benches.tsv',
        what: 'the list of benches',
        bytes: null,
        sha256: null,
      },
    ],
  },
  {
    id: 'openstreetmap',
    title: 'OpenStreetMap',
    publisher: 'OpenStreetMap contributors',
    url: 'https://www.openstreetmap.org/',
    licence: 'Open Data Commons Open Database License 1.0 (ODbL)',
    licenceUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
    attribution: '© OpenStreetMap contributors, ODbL',
    vintage: 'the day of each edit',
    caution:
      'Mapped by volunteers: some towns are mapped in full, others hardly at all. Each entry is as old as its last edit, or as the day on which ' +
      'someone says they checked it. Libraries of universities are among the libraries. The starter has none of it. It covers the part of the ' +
      'country of which an extract is loaded, which may be one town: elsewhere no entry does not mean that nothing is there.',
    files: [],
  },
  {
    id: 'census-2021-age',
    title: 'Census 2021: residents by six bands of age (from TS007)',
    publisher: 'Office for National Statistics',
    url: 'https://www.nomisweb.co.uk/sources/census_2021',
    ...OGL,
    attribution: ONS,
    vintage: '2021',
    caution: `${CENSUS_DAY} Counts of small areas are altered a little to protect people.`,
    files: [CENSUS_FILES.age],
    downloads: [nomis('ts007a', 'age in five-year bands'), nomis('ts007b', 'age in broad bands')],
  },
  {
    id: 'census-2021-percent',
    title: 'Census 2021: percentages of people and households (TS002, TS003, TS037, TS039, TS045)',
    publisher: 'Office for National Statistics',
    url: 'https://www.ons.gov.uk/census/maps/',
    ...OGL,
    attribution: ONS,
    vintage: '2021',
    caution:
      `${CENSUS_DAY} For part of the areas they are built up from output areas, and used where these cover 80% or more of households ` +
      '(within 0.08 points of the published figure on average, 0.6 at most). Elsewhere, and all over Brighton & Hove, ' +
      'the figure is that of the wider MSOA of about 8,000 people: then it is the same for neighbouring areas.',
    files: [CENSUS_FILES.percentLsoa, CENSUS_FILES.percentMsoa, MSOA_BOUNDARY_FILE],
    downloads: [
      nomis('ts002', 'legal partnership status'),
      nomis('ts003', 'household composition'),
      nomis('ts037', 'general health'),
      nomis('ts039', 'unpaid care'),
      nomis('ts045', 'cars and vans'),
    ],
  },
  {
    id: 'census-2021-disability',
    title: 'Census 2021: disability under the Equality Act (TS038)',
    publisher: 'Office for National Statistics',
    url: 'https://www.nomisweb.co.uk/datasets/c2021ts038',
    ...OGL,
    attribution: ONS,
    vintage: '2021',
    caution: `${CENSUS_DAY} People said themselves whether a condition limits what they can do.`,
    files: [CENSUS_FILES.disability],
    downloads: [nomis('ts038', 'disability')],
  },
  {
    id: 'census-2021-tenure',
    title: 'Census 2021: tenure of households (TS054)',
    publisher: 'Office for National Statistics',
    url: 'https://www.nomisweb.co.uk/datasets/c2021ts054',
    ...OGL,
    attribution: ONS,
    vintage: '2021',
    caution: `${CENSUS_DAY} Rented means social or private renting. Living rent free and shared ownership are not counted as rented.`,
    files: [CENSUS_FILES.tenure],
    downloads: [nomis('ts054', 'tenure')],
  },
  {
    id: 'iod-2025',
    title: 'English Indices of Deprivation 2025',
    publisher: 'Ministry of Housing, Communities and Local Government',
    url: 'https://www.gov.uk/government/statistics/english-indices-of-deprivation-2025',
    ...OGL,
    attribution: `${PUBLIC_SECTOR} Source: Ministry of Housing, Communities and Local Government.`,
    vintage: '2025',
    caution:
      'Decile 1 is the most deprived tenth of areas in England. It says how an area stands against others, not how deprived the people in it are. Shown beside risk, not inside it.',
    files: [DEPRIVATION_FILE],
    downloads: [
      {
        url: 'https://assets.publishing.service.gov.uk/media/691ded56d140bbbaa59a2a7d/File_7_IoD2025_All_Ranks_Scores_Deciles_Population_Denominators.csv',
        what: 'File 7, all ranks, scores and deciles',
        bytes: null,
        sha256: null,
      },
    ],
  },
  {
    id: 'brc-loneliness-2020-21',
    title: 'Modelled loneliness by area, from the Community Life Survey 2020/21',
    publisher: 'British Red Cross',
    url: 'https://github.com/humaniverse/loneliness',
    licence: 'MIT; the survey figures behind it Open Government Licence v3.0',
    licenceUrl: 'https://opensource.org/license/mit',
    attribution: `British Red Cross, MIT. ${PUBLIC_SECTOR}`,
    vintage: '2020-21',
    caution:
      'A model: survey answers by type of area, spread over the areas of that type, in the year of the pandemic. For comparison, never as truth.',
    files: [LONELINESS_FILE],
  },
  {
    id: 'codepoint-open-2014',
    title: 'Code-Point Open',
    publisher: 'Ordnance Survey',
    url: 'https://www.ordnancesurvey.co.uk/products/code-point-open',
    ...OGL,
    attribution: OS_POSTCODES,
    vintage: '2014-08',
    caution:
      'Estates built since its date have no postcode in it; home points make up for it by way of the official centroids.',
    files: POSTCODE_FILES,
    downloads: [ordnanceSurvey('CodePointOpen', 'Code-Point Open, the newest edition')],
  },
  {
    id: 'os-open-names',
    title: 'OS Open Names',
    publisher: 'Ordnance Survey',
    url: 'https://www.ordnancesurvey.co.uk/products/os-open-names',
    ...OGL,
    attribution: `${PUBLIC_SECTOR} Contains OS data © Crown copyright and database right.`,
    vintage: 'edition not stated',
    caution:
      'A point for each name, not its extent. The gazetteer does not state which edition it was drawn from.',
    files: [NAMES_FILE],
    downloads: [ordnanceSurvey('OpenNames', 'OS Open Names, the newest edition')],
  },
  {
    id: 'ons-lsoa21-centroids',
    title: 'LSOA (December 2021) population-weighted centroids, England and Wales',
    publisher: 'Office for National Statistics',
    url: 'https://geoportal.statistics.gov.uk/',
    ...OGL,
    attribution: ONS_MAPS,
    vintage: '2021-12',
    caution: 'Where the people of an area live on average: nobody need live at that very point.',
    files: [CENTROID_FILE],
  },
  {
    id: 'ons-lsoa21-boundaries',
    title: 'LSOA (December 2021) boundaries, super-generalised',
    publisher: 'Office for National Statistics',
    url: 'https://geoportal.statistics.gov.uk/',
    ...OGL,
    attribution: ONS_MAPS,
    vintage: '2021-12',
    caution:
      'Used to sort points into areas and not carried into the starter. About a dozen corners an area: near an edge a point may be sorted into the neighbour.',
    files: [BOUNDARY_FILE],
  },
  {
    id: 'ons-lad24-boundaries',
    title: 'Local authority district (May 2024) boundaries, United Kingdom, super-generalised',
    publisher: 'Office for National Statistics',
    url: 'https://geoportal.statistics.gov.uk/',
    ...OGL,
    attribution: ONS_MAPS,
    vintage: '2024-05',
    caution:
      'Drawn with few corners, for the map and to know where England ends. Not in the starter: it is there where official files are loaded.',
    files: [],
  },
  {
    id: 'ons-ruc21',
    title: 'Rural Urban Classification 2021 of LSOAs',
    publisher: 'Office for National Statistics and Department for Environment, Food and Rural Affairs',
    url: 'https://www.gov.uk/government/collections/rural-urban-classification',
    ...OGL,
    attribution: ONS,
    vintage: '2021',
    caution: '',
    files: [RURAL_URBAN_FILE],
  },
  {
    id: 'ons-lookups-2024',
    title: 'LSOA 2021 to ward 2024 to local authority district 2024',
    publisher: 'Office for National Statistics',
    url: 'https://geoportal.statistics.gov.uk/',
    ...OGL,
    attribution: ONS,
    vintage: '2024',
    caution: 'An LSOA that lies in two wards is given to the one that holds most of it.',
    files: [LOOKUP_FILE],
  },
  {
    id: 'mhclg-culture-spending',
    title: 'Local authority revenue outturn: net current spend on cultural and related services',
    publisher: 'Ministry of Housing, Communities and Local Government',
    url: 'https://www.gov.uk/government/collections/local-authority-revenue-expenditure-and-financing',
    ...OGL,
    attribution: `${PUBLIC_SECTOR} Source: Ministry of Housing, Communities and Local Government.`,
    vintage: '2010-11 to 2017-18',
    caution:
      'In cash, not adjusted for inflation. Libraries are not split out of it: parks, museums, arts and sport are in it too. 2015-16 and 2016-17 are missing.',
    files: [MONEY_FILE],
  },
];

/**
 * data/sources.json. `sha256` is that of the shared file as it lies (gzip and all); where a source is of several files, of
 * these one after the other, in the order of the list; null for one that the starter holds nothing of.
 */
export function sourcesJson(files: SharedFiles): string {
  const sources = SOURCES.map(({ files: paths, ...source }): Source & Pick<Entry, 'downloads'> => ({
    ...source,
    sha256: paths.length === 0 ? null : files.sha256(paths),
  }));
  return `${JSON.stringify({ sources }, null, 2)}\n`;
}
