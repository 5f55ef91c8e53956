/** Notes as people write them: short, misspelt, in capitals, with phone numbers and pages, in other languages. All made up. */
export interface HonestNote {
  /** The place it is about. */
  readonly place: string;
  readonly words: string;
}

const NOTES: readonly (readonly [place: string, words: string])[] = [
  ['Enderby Library', 'Shut on Fridays now'],
  ['Countesthorpe Library', 'its closed. been boarded up since easter'],
  ['Knit and Natter, Wigston', 'They moved to the methodist church hall on Leicester Rd, still tuesdays 2-4'],
  [
    'Glenfield Memorial Hall',
    'PHONE NUMBER IS WRONG IT RINGS A PRIVATE HOUSE. THE NEW ONE IS 0116 496 0231 PLEASE CHANGE',
  ],
  [
    'Oadby Library',
    'Opening times at https://www.leicestershire.gov.uk/libraries/oadby are different to yours, it says 10 to 5 weds',
  ],
  ['Slaithwaite Community Centre', 'listed twice, other one says Slawit community hall. same building'],
  [
    'Batley Library',
    'the lift is broken and has been for months so upstairs no good for my wife in her chair',
  ],
  ['St Mary’s Coffee Morning', 'Not running in August, back 1st wk of Sept'],
  ['Hove Library', 'Now closes at 5 not 7. Staff told me today.'],
  ['Patcham Memorial Hall', 'ring Jean the secretary on 01273 496 0148 for bookings, the email bounces'],
  [
    'Marsden Mechanics',
    'Warm space Mon & Thur 10-2 with soup, free, everyone welcome. Its not on your list.',
  ],
  ['Cleckheaton Town Hall', 'step free entrance is round the back by the car park not the front'],
  [
    'Birstall Men in Sheds',
    'We are still going! Weds and Fri mornings 9.30 to 12.30. New members very welcome, kettle always on',
  ],
  ['Wigston Library', 'Dzień dobry, biblioteka jest zamknięta w środy od września. Proszę poprawić godziny.'],
  ['Highfields Centre', 'یہ مرکز اب اتوار کو بھی کھلا ہے، صبح دس بجے سے دوپہر دو بجے تک'],
  ['Belgrave Neighbourhood Centre', 'આ કેન્દ્ર મંગળવારે બંધ છે. કૃપા કરીને સમય બદલો.'],
  [
    'Mile Oak Library',
    'closed for refurb til march 2027, they have a van on thursdays outside the coop instead',
  ],
  ['Whetstone Pavilion', 'the pin is in the wrong place its by the cricket club on Cambridge Rd'],
  [
    'Thurmaston Lunch Club',
    'Lunch club finished at christmas because the cook retired. very sad, my mum loved it',
  ],
  ['Ravensthorpe Community Hub', 'Food bank now Tuesday 1pm-3pm AND Friday 10-12'],
  ['Newsome Ward Hub', 'wheelchair toilet locked, have to ask at desk for radar key'],
  ['Kibworth Library', 'volunteers run it since 2019 not the council'],
  ['Queens Park Bowls', 'season over, opens again april'],
  [
    'Lutterworth Town Hall',
    'Tea dance is last Thursday of the month not first. £4 on the door. Band is very good!!',
  ],
  ['Portslade Village Centre', 'Wrong postcode, should be BN41 2LB'],
  [
    'Mossley Singing for the Brain',
    'This is for people with dementia and there carers. You need to book first with Alzheimers Society 0300 222 1122',
  ],
  ['Syston Community Centre', 'see http://www.systontowncouncil.org.uk/venues for who hires which room'],
  ['Holmfirth Library', 'book group meets 1st monday 7pm, anyone can come, biscuits!'],
  ['Braunstone Grove', 'Youth club stopped. building still open for boxing and the nursery'],
  ['Moulsecoomb Hub', 'the bus stop outside has gone so it is a long walk up hill now from the 25'],
  [
    'Hinckley Baptist Church',
    'Thank you for this site, found the warm space on here. But it is 10.30 not 10, we stood in the rain',
  ],
  ['Market Harborough Library', 'Computers are down more often than not. Printing 20p'],
  ['Blaby Parkinsons Group', 'Moved to Zoom and then folded. I was the secretary, please take it off'],
  ['Kirkheaton Bench, Cockley Hill', 'Bench has been taken away'],
  ['Denby Dale Pie Hall', 'new email bookings@denbydalepiehall.co.uk the hotmail is dead'],
  ['Almondbury Library', 'Shut. Council sold it. Flats going up.'],
  ['Woodingdean Youth Centre', 'Its spelt Woodingdean not Wooding Dean'],
  ['Loughborough Wellbeing Cafe', 'Mae’r caffi ar agor bob dydd Mawrth rhwng 10 ac 1. Croeso i bawb.'],
  [
    'St Peter’s Bingo Night',
    'prize bingo wednesday 7.30 eyes down, 10p a ticket, all money to the roof fund',
  ],
  ['Anstey Citizens Advice', 'they help with debt and benefits on mondays, no appointment before 11'],
  ['Shepshed Library', 'Casino night fundraiser Sat 12th has been cancelled, library itself open as normal'],
  ['Birchencliffe Allotments', 'no loo. bring your own chair. lovely people'],
  ['Melton Chess Club', 'Now above the Half Moon pub, steep stairs, Thursday 7pm'],
  ['Fleckney Village Hall', 'disabled parking x2. hearing loop works, I use it'],
  ['Ratby Library', 'Who wrote that it is open sunday? it never has been'],
  ['Coldean Food Hub', 'facebook.com/coldeanfoodhub has the up to date hours, they change every week'],
  ['Meltham Carlile Institute', 'heating off since the flood, groups have gone to the scout hut for now'],
  ['Saltdean Lido Library', 'Moved back into the Lido building in july. postcode BN2 8SP'],
  ['Whitwick Over 60s', 'Average age about 80 so dont be shy. we do a raffle and armchair exersise'],
  [
    'Dewsbury Sikh Gurdwara',
    'ਲੰਗਰ ਹਰ ਰੋਜ਼ ਸਵੇਰੇ ਗਿਆਰਾਂ ਵਜੇ ਤੋਂ। ਸਭ ਦਾ ਸਵਾਗਤ ਹੈ। Langar every day from 11, all are welcome',
  ],
];

export const HONEST: readonly HonestNote[] = NOTES.map(([place, words]) => ({ place, words }));
