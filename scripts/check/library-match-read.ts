/**
 * Pairs on which the matcher and the UPRNs part, each read by a person: which of the two is wrong, and why. A pair is
 * council, name and postcode in the Arts Council's list, and in the open-schema file. No rule was made for any one
 * of them.
 */
export interface Reading {
  readonly pair: string;
  readonly verdict: 'truth wrong' | 'match wrong';
  readonly why: string;
}

/** Made one by the matcher, though their UPRNs differ. */
export const READ_DISAGREEMENTS: readonly Reading[] = [
  {
    pair: 'Bath and North East Somerset | Midsomer Norton Library & Information Centre | BA3 2DP = Bath and North East Somerset Council | Midsomer Norton Library & Information Centre | BA3 2DP',
    verdict: 'truth wrong',
    why: 'name, postcode and address agree; the Arts Council row carries the UPRN of Larkhall, 16 km off',
  },
  {
    pair: 'Cornwall | Wadebridge Library & Information Service | PL27 7BX = Cornwall Council | Wadebridge Library & Information Service | PL27 7BX',
    verdict: 'truth wrong',
    why: 'name, postcode and address agree; the Arts Council row carries the UPRN of Truro, 32 km off',
  },
  {
    pair: 'Lancashire | Briercliffe | BB10 2JD = Lancashire County Council | Briercliffe | BB10 2JD',
    verdict: 'truth wrong',
    why: 'name, postcode and address agree, both closed; the Arts Council row carries the UPRN of Garstang',
  },
  {
    pair: 'Leeds | Seacroft Library | LS14 6JD = Leeds City Council | Seacroft Library | LS14 6JD',
    verdict: 'truth wrong',
    why: 'name, postcode and address agree; the Arts Council row carries the UPRN of Hawksworth',
  },
  {
    pair: 'Waltham Forest | Wood Street Library | E17 3HB = London Borough of Waltham Forest | Wood Street Library | E17 3HB',
    verdict: 'truth wrong',
    why: 'the new building in both; the Arts Council row kept the UPRN of the old one, closed in 2020',
  },
  {
    pair: "North Somerset | Worle Library & Children's Centre | BS22 6HN = North Somerset  Council | Worle Library & Children's Centre | BS22 6HN",
    verdict: 'truth wrong',
    why: 'the new building in both; the Arts Council row kept the UPRN of the old one, closed in 2017',
  },
  {
    pair: 'Nottingham | Clifton Library | NG11 8AB = Nottingham City Council | Clifton Library | NG11 8AB',
    verdict: 'truth wrong',
    why: 'name, postcode and address agree; the open-schema row carries the UPRN of Dales Centre',
  },
  {
    pair: 'Redcar and Cleveland | Roseberry Library | TS10 4EW = Redcar and Cleveland Borough Council | Roseberry Library | TS10 4EW',
    verdict: 'truth wrong',
    why: 'the new building in both; the Arts Council row kept the UPRN of the old one, closed in 2017',
  },
  {
    pair: 'Somerset | Milborne Port | DT9 5DF = Somerset Council | Milborne Port | DT9 5DF',
    verdict: 'truth wrong',
    why: 'the new building in both; the Arts Council row kept the UPRN of the old one, closed in 2018',
  },
  {
    pair: 'Wiltshire | Tisbury Library | SP3 6HJ = Wiltshire Council | Tisbury Library | SP3 6HJ',
    verdict: 'truth wrong',
    why: 'name, postcode and address agree; the Arts Council row carries the UPRN of Corsham, 41 km off',
  },
];

/** Of one UPRN, and not made one by the matcher. */
export const READ_MISSES: readonly Reading[] = [
  {
    pair: 'Barnet | Local Studies Centre | NW4 4BQ = London Borough of Barnet | Hendon | NW4 4BQ',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
  {
    pair: 'Barnsley | Hoyland | S74 9AF = Barnsley Metropolitan Borough Council | Hoyland | S74 9AF',
    verdict: 'truth wrong',
    why: 'the open-schema file has it twice, closed and open; the open row was taken, and a row is taken once',
  },
  {
    pair: 'Blackpool | History Centre | FY1 1PX = Blackpool Borough Council | Blackpool Central | FY1 1PX',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
  {
    pair: 'Cornwall | Wadebridge Library & Information Service | PL27 7BX = Cornwall Council | Truro Community Library | TR1 1EP',
    verdict: 'truth wrong',
    why: 'two libraries 32 km apart',
  },
  {
    pair: 'Hampshire | Gosport Discovery Centre | PO12 1BT = Hampshire County Council | Gosport Naval & Local Studies | PO12 1BT',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
  {
    pair: 'Lancashire | Briercliffe | BB10 2JD = Lancashire County Council | Garstang | PR3 1ED',
    verdict: 'truth wrong',
    why: 'two libraries 39 km apart',
  },
  {
    pair: 'Newham | Local History and Archives | E15 1EL = London Borough of Newham | Stratford Library | E15 1EL',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
  {
    pair: 'Newham | Forest Library | E7 0QH = London Borough of Newham | The Gate Library | E7 0QH',
    verdict: 'match wrong',
    why: 'one library under its old and its new name; put to a person',
  },
  {
    pair: 'North Somerset | North Somerset Mobile library | BS23 1UJ = North Somerset  Council | North Somerset Studies Library | BS23 1UJ',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at the Town Hall',
  },
  {
    pair: 'North Somerset | North Somerset Mobile library | BS23 1UJ = North Somerset  Council | Weston-super-Mare library | BS23 1UJ',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at the Town Hall',
  },
  {
    pair: 'North Somerset | North Somerset Studies Library | BS23 1UJ = North Somerset  Council | Weston-super-Mare library | BS23 1UJ',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
  {
    pair: 'North Somerset | Weston-super-Mare library | BS23 1UJ = North Somerset  Council | North Somerset Studies Library | BS23 1UJ',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
  {
    pair: "North Somerset | Worle Library & Children's Centre | BS22 6HN = North Somerset  Council | Worle Library & Children's Centre | BS22 6JB",
    verdict: 'truth wrong',
    why: 'the old building, closed in 2017, and the new one',
  },
  {
    pair: 'Portsmouth | Mobile Library | PO1 2DX = Portsmouth City Council | Portsmouth Central Library | PO1 2DX',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at the central one',
  },
  {
    pair: 'Redcar and Cleveland | Roseberry Library | TS10 4EW = Redcar and Cleveland Borough Council | Roseberry Library | TS10 4NY',
    verdict: 'truth wrong',
    why: 'the old building, closed in 2017, and the new one',
  },
  {
    pair: 'Somerset | Milborne Port | DT9 5DF = Somerset Council | Milborne Port | DT9 5ET',
    verdict: 'truth wrong',
    why: 'the old building, closed in 2018, and the new one',
  },
  {
    pair: 'Staffordshire | Mobile 2 | DE14 1AH = Staffordshire County Council | Burton Library | DE14 1AH',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at Burton',
  },
  {
    pair: 'Wiltshire | Homes Mobile | BA12 9BT = Wiltshire Council | Warminster | BA12 9BT',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at Warminster',
  },
  {
    pair: 'Wiltshire | North Mobile | SN15 3EJ = Wiltshire Council | Chippenham Library | SN15 3EJ',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at Chippenham',
  },
  {
    pair: 'Wiltshire | Tisbury Library | SP3 6HJ = Wiltshire Council | Corsham Library | SN13 9DN',
    verdict: 'truth wrong',
    why: 'two libraries 41 km apart',
  },
  {
    pair: 'York | York Explore Library & Archive | YO1 7DS = City of York Council | York Explore Library & Archive | YO1 7DS',
    verdict: 'truth wrong',
    why: 'the Arts Council has it twice, as library and as archive; the first was taken, and a row is taken once',
  },
  {
    pair: 'Cheshire East | Cheshire East Mobile Library | ST7 2QH = Cheshire East Council | Alsager Library | ST7 2QH',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at Alsager',
  },
  {
    pair: 'Knowsley | The ARK (Knowsley Archives Service) | L32 8XY = Knowsley Metropolitan Borough Council | Prescot | L34 5GA',
    verdict: 'truth wrong',
    why: 'an archive and a library 8 km apart',
  },
  {
    pair: 'Nottingham | Dales Centre Library | NG2 4HJ = Nottingham City Council | Clifton Library | NG11 8AB',
    verdict: 'truth wrong',
    why: 'two libraries 7 km apart',
  },
  {
    pair: 'Waltham Forest | Wood Street Library | E17 3HB = London Borough of Waltham Forest | Wood Street Library | E17 4AA',
    verdict: 'truth wrong',
    why: 'the old building, closed in 2020, and the new one',
  },
  {
    pair: 'Worcestershire | County Mobile | WR14 2HU = Worcestershire County Council | Malvern Library | WR14 2HU',
    verdict: 'truth wrong',
    why: 'a mobile library, kept at Malvern',
  },
  {
    pair: 'Stockport | Bredbury | SK6 1DJ = Stockport Metropolitan Borough Council | Cheadle | SK8 1BB',
    verdict: 'truth wrong',
    why: 'two libraries 8 km apart, one UPRN in both lists',
  },
  {
    pair: 'Stockport | Cheadle | SK8 1BB = Stockport Metropolitan Borough Council | Bredbury | SK6 1DJ',
    verdict: 'truth wrong',
    why: 'two libraries 8 km apart, one UPRN in both lists',
  },
  {
    pair: 'Trafford | Trafford Local Studies | M33 7ZF = Trafford Metropolitan Borough Council | Sale | M33 7ZF',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
  {
    pair: 'Bath and North East Somerset | Chew Valley Community Library | BS39 5UU = Bath and North East Somerset Council | Bishop Sutton Community Library | BS39 5UU',
    verdict: 'match wrong',
    why: 'one library under two names; put to a person',
  },
  {
    pair: 'Bath and North East Somerset | Midsomer Norton Library & Information Centre | BA3 2DP = Bath and North East Somerset Council | Larkhall Community Library | BA1 6RA',
    verdict: 'truth wrong',
    why: 'two libraries 16 km apart',
  },
  {
    pair: 'Leeds | Seacroft Library | LS14 6JD = Leeds City Council | Hawksworth Community Hub | LS5 3PR',
    verdict: 'truth wrong',
    why: 'two libraries 10 km apart',
  },
  {
    pair: 'Lambeth | Lambeth Archives | SE5 9QY = London Borough of Lambeth | Minet | SE5 9QY',
    verdict: 'truth wrong',
    why: 'another service in one building',
  },
];
