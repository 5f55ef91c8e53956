/** Words that honest notes about places are made of, and the little words of English. For telling strangers by. */

/** Stems of what notes about places where people meet speak of. Errs wide: a word too many lets spam be spam by other signs. */
export const PLACE_WORDS = new RegExp(
  `^(?:${`open\\w*, clos(?:e|ed|es|ing|ure|ures), shut\\w*, hours?, times?, timetable, days?, daily, weekly, fortnight\\w*, monthly, mon(?:day|days)?, tue?s?(?:day|days)?, wed(?:s|nesday|nesdays)?, thu(?:r|rs|rsday|rsdays)?, fri(?:day|days)?, sat(?:urday|urdays)?, sun(?:day|days)?,
  weekday\\w*, weekend\\w*, mornings?, afternoons?, evenings?, noon, lunch\\w*, library, libraries, librarian\\w*, books?, halls?, churche?s?, chapel\\w*, mosque\\w*, temple\\w*, gurdwara\\w*, mandir, synagogue\\w*, parish\\w*, village\\w*, town\\w*, street, road, lane, avenue, estate, centre, center, hub\\w*, cafe\\w*, caf, coffee, tea, teas, cake\\w*,
  park\\w*, bench\\w*, garden\\w*, allotment\\w*, playground\\w*, toilet\\w*, loos?, ramps?, steps?, stairs?, lift\\w*, door\\w*, doorbell, entrance\\w*, wheelchair\\w*, access\\w*, buggy, buggies, pushchair\\w*, mobility, deaf, loop, blind, dementia, carers?, older, elderly, pensioner\\w*, over-?\\d*s, toddler\\w*, babies, baby, mums?, kids, children\\w*, young, youth, seniors?, retired,
  groups?, clubs?, class(?:es)?, sessions?, meet\\w*, members?, volunteer\\w*, knit\\w*, sew\\w*, craft\\w*, bingo, raffle\\w*, exerci\\w*, armchair\\w*, welcome\\w*, choir\\w*, sing\\w*, dance\\w*, yoga, chess, art, arts, quiz\\w*, games?, cards, dominoes, computers?, wifi, warm, shed\\w*, repair\\w*, foodbank\\w*, food, meals?, soup, kettle, friendly, friendship, lonely, company, chat\\w*, chair\\w*, tables?, seats?, rooms?, hire\\w*, building\\w*, floor, heating, roof, boarded, demolished, flats, sold, council\\w*, county, borough, district,
  bus, buses, stop, stops, car, postcode\\w*, address\\w*, map, pin, moved?, relocated, reopen\\w*, refurb\\w*, temporar\\w*, permanent\\w*, gone, changed?, anymore, now, listed?, listing\\w*, twice, duplicate\\w*, wrong, correct\\w*, incorrect, number, phone\\w*, rang, ring, email\\w*, website, web, page, leaflet, notice, sign, signs, poster, opposite, behind, next, beside, corner, above, upstairs, downstairs, near, nearby,
  staff\\w*, manager, warden, caretaker, vicar, reverend, keys?, holidays?, term, term-?time, christmas, easter, summer, winter, bank, january, february, march, april, may, june, july, august, september, october, november, december, week, weeks, month, year, years, ago, since, today, yesterday, until, till, visit\\w*, went, locals?, community, neighbour\\w*, charity, trust, association, society, scouts?, guides?, legion, wi, u3a, museum, theatre, school, college, surgery, gp, hospital, pub, shop, market, station, river, canal, pond, bowls, pool, gym, sports?, football, cricket, tennis, pavilion`
    .split(/\s*,\s*/)
    .join('|')})$`,
);

export const LITTLE_WORDS: ReadonlySet<string> = new Set(
  `a an the and or but if of to in on at by for with from as is are was were be been being am it its this that these those there here i you he she we they me him her us them my your his our their
  not no yes do does did done have has had having will would can could should may might must shall so than then too very just also only more most much many any some all each every both few other another such own same
  who whom which what when where why how up down out off over under again further once about into through during before after above below between get got make made take one two`.split(
    /\s+/,
  ),
);

/** Words of those who want something of the reader. */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  `you your yours yourself we our us i me my kindly please dear hello hi offer want need help`.split(/\s+/),
);
