/**
 * Words that spam is made of, by what it is about. A `strong` one is hardly ever in an honest note about a place where
 * people meet; a `weak` one may be (a hall has a casino night), and only several of them tell. The lists are Kith's own,
 * from what any open form on the web receives; they err towards leaving out what an honest note could say.
 */
export interface SpamTopic {
  /** In words, for a steward: "words of gambling". */
  readonly about: string;
  readonly strong: RegExp;
  readonly weak?: RegExp;
}

/** Any of these, as whole words. A blank stands for any space or hyphen. */
function anyOf(list: string): RegExp {
  const words = list
    .trim()
    .split(/\s*\n\s*|\s*,\s*/)
    .map((word) => word.replace(/ \?/g, '[\\s-]*').replace(/ /g, '[\\s-]+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

export const TOPICS: readonly SpamTopic[] = [
  {
    about: 'words of gambling',
    strong:
      anyOf(`online casino, casino bonus, free spins?, sports ?betting, betting (?:site|tips|app)s?, slot (?:game|machine|online)s?,
      slots online, jackpots?, poker online, online poker, roulette, blackjack, judi, togel, sbobet, bookmakers?, bet365, 1xbet, fixed match(?:es)?, gacor`),
    weak: anyOf('casinos?, betting, gambling, slots, bonus, wager(?:ing)?, odds, deposit bonus, spins?'),
  },
  {
    about: 'words of crypto money and investing',
    strong:
      anyOf(`crypto ?(?:currency|currencies|trading|investment|wallet|signals?|coins?|giveaway)?, airdrop, usdt, forex, binary options?, trading (?:bot|signals?|platform),
      double your (?:money|bitcoin|investment), guaranteed (?:returns?|profits?), seed phrase, bitcoin (?:mining|investment|wallet|giveaway), dogecoin, nfts?,
      investment (?:platform|opportunity|opportunities|plan|returns?), financial freedom, daily (?:profits?|returns?|payouts?), return on investment`),
    weak: anyOf(
      'bitcoins?, btc, eth, ethereum, invest(?:ing|ment|or|ors)?, profits?, wallet, trader, trading, broker, blockchain, withdraw(?:al|als)?',
    ),
  },
  {
    about: 'words of pills and cures',
    strong:
      anyOf(`viagra, cialis, tramadol, xanax, valium, ozempic, semaglutide, oxycodone, adderall, modafinil, levitra, phentermine, sildenafil, kamagra,
      weight loss (?:pills?|secret|supplement|gummies), keto (?:gummies|diet pills?|pills?), cbd (?:oil|gummies), diet pills?, male enhancement, erectile dysfunction,
      no prescription, without (?:a )?prescription, online pharmacy, penis enlargement, testosterone booster, steroids, lose \\d+ ?(?:kg|lbs?|pounds?|stone)`),
    weak: anyOf(
      'pills?, supplements?, detox, miracle, cure, fat burn(?:er|ing)?, prescription, pharmacy, herbal, burn fat, doctors hate',
    ),
  },
  {
    about: 'words of selling places in search engines',
    strong:
      anyOf(`seo, back ?links?, link ?building, guest post(?:s|ing)?, domain authority, first page of google, page one of google, google rank(?:ing|ings)?, rank (?:number one|#?1|higher|first),
      search engine optimi[sz]ation, website traffic, (?:increase|boost) (?:your )?(?:web ?site|sales|traffic|ranking|visitors), web ?design (?:services?|company|agency), digital marketing,
      web development (?:services?|company), targeted (?:traffic|leads|visitors), lead generation, email list, social media marketing, mobile app development, redesign your website`),
    weak: anyOf(
      'keywords?, ranking, organic, leads, traffic, agency, marketing, audit, conversions?, website owner, your site, your website',
    ),
  },
  {
    about: 'words of loans and debt',
    strong:
      anyOf(`payday loans?, instant loans?, personal loans?, business loans?, quick loans?, loan offer, loan (?:at|with) \\d+, apply for a loan, low interest (?:rate )?loans?, bad credit, no credit check, debt relief, credit repair,
      get cash (?:now|today|fast), urgent loan, loan approval, consolidate your debts?, cash advance, fix your credit`),
    weak: anyOf(
      'loans?, lender, credit score, borrow up to, interest rate, apr, guarantor, debts?, mortgage, refinance',
    ),
  },
  {
    about: 'words of adult sites',
    strong:
      anyOf(`porn(?:o|hub)?, xxx, nudes?, escorts?, hot singles?, sexy (?:girls?|women|singles)?, only ?fans, cam ?girls?, live cams?, hook ?ups?, sex (?:chat|dating|videos?|tonight), adult (?:dating|content|videos?|chat),
      lonely (?:women|wives|housewives), naked, call girls?, one night stand, casual (?:sex|dating|encounters?), erotic, sugar (?:daddy|mummy|momma|baby), milfs?`),
    weak: anyOf(
      'dating, sexy?, sex, singles, flirt, massage, babes?, horny, webcam, meet (?:women|girls|men)',
    ),
  },
  {
    about: 'words of fake papers and copied goods',
    strong:
      anyOf(`fake (?:ids?|passports?|documents?|diplomas?), counterfeit, passports? for sale, driving licen[cs]es? (?:for sale|without)?, (?:buy|real|registered) (?:passports?|driving licen[cs]es?|ielts|diplomas?|degrees?), ielts certificates?, replica,
      rolex, louis vuitton, gucci, ray bans?, cheap (?:jerseys|nike|handbags|watches|sunglasses), buy (?:followers|likes|reviews|views|subscribers), 5 star reviews, cloned cards?, essay writing, write my essay, assignment help, dissertation (?:help|writing), essay service`),
    weak: anyOf(
      'authentic, designer, handbags?, sunglasses, followers, diploma, ielts, luxury, replicas?, wholesale, essays?, brand new',
    ),
  },
  {
    about: 'words of jobs that are none',
    strong:
      anyOf(`passive income, be your own boss, make money (?:online|fast|from home), earn (?:from|money|cash|extra)(?: at| from)? ?(?:home|online)?, earn (?:up to )?[£$€]?\\d+, extra income, work at home, side hustle, no experience (?:needed|required|necessary), quit your (?:job|9 to 5), data entry jobs?, financial independence,
      (?:weekly|daily|monthly) (?:income|earnings|pay ?outs?|salary), home based business, network marketing, part time job offer, online job, get paid (?:to|daily|weekly), mystery shoppers?, like videos`),
    weak: anyOf(
      'earn(?:ing|ings|ed)?, income, work from home, remote job, hiring, recruit(?:ing|er)?, opportunity, salary, per (?:day|hour|week|month), join my team, mentor, whatsapp',
    ),
  },
  {
    about: 'words of prizes and inheritances',
    strong:
      anyOf(`you (?:have|ve|'ve|’ve) (?:won|been (?:selected|chosen)), claim your (?:prize|reward|gift|winnings|voucher|refund), congratulations you, lucky winner, lottery (?:winner|winnings|fund|board), (?:million|billion) (?:us |u s )?(?:dollars?|usd|pounds?|euros?), \\d+(?:\\.\\d+)? ?(?:million|m) (?:usd|dollars|gbp),
      next of kin, inheritance, beneficiary, barrister, late (?:client|husband|father) (?:who )?(?:left|died|deposited), unclaimed (?:funds?|estate), confidential (?:business|transaction|proposal), western union, money ?gram, gift cards?, atm card, compensation fund, free iphone, transfer of funds, fund transfer, bank draft`),
    weak: anyOf(
      'winner, prize, reward, voucher, congratulations, lottery, diplomat, deceased, transfer, funds, selected, attorney, dear friend, dearest, urgent(?:ly)?, dying, cancer',
    ),
  },
  {
    about: 'words that fish for passwords and accounts',
    strong:
      anyOf(`verify your (?:account|identity|email|details|bank|payment), confirm your (?:identity|password|bank|card|account), account (?:has been|will be|is) (?:suspended|locked|limited|closed|deactivated), unusual (?:activity|sign in|login), update your (?:payment|billing|bank|account)(?: details| information)?,
      your (?:bank|card|account) details, one time (?:code|passcode), sort code, credit card number, card number, national insurance number, login (?:details|credentials), mailbox (?:is )?(?:full|quota|storage), password (?:will )?expires?, hmrc refund, tax (?:refund|rebate), parcel (?:is )?(?:held|waiting|on hold), delivery fee, unpaid (?:toll|invoice|fee), reset your password, royal mail fee`),
    weak: anyOf(
      'account, password, verify, suspended, security alert, refund, invoice, log ?in, unauthori[sz]ed, expire[sd]?, bank, card details, your details',
    ),
  },
  {
    about: 'words of paid help with hacks and lost money',
    strong:
      anyOf(`(?:customer|technical|tech) support (?:phone )?(?:number|helpline|line), toll free, helpline number, hire a hacker, hacker for hire, professional hackers?, hack (?:whatsapp|facebook|instagram|phone|into|any|your), recover (?:your )?(?:lost|stolen) (?:funds?|money|bitcoin|crypto), recovery (?:expert|agent|hacker|service), norton (?:renewal|antivirus), quick ?books, antivirus, your (?:computer|site|website|device) (?:has been|is|was) (?:hacked|infected),
      mod apk, key ?gen, cracked (?:software|version), iptv, watch (?:full )?(?:movies?|episodes?) (?:online|free), free (?:movies?|streaming), stream(?:ing)? (?:free|live|hd), full movie, torrent, download (?:free|now|crack), spouse'?s? phone, spy on, cheating (?:spouse|partner|husband|wife), ransom`),
    weak: anyOf(
      'hackers?, hacked, recover(?:y)?, subscription, apk, streaming, premium, download, movies?, hd, channels, printer, windows, virus',
    ),
  },
  {
    about: 'words of spells and fortune tellers',
    strong:
      anyOf(`spell ?casters?, love spells?, cast a spell, black magic, voodoo, get (?:your|my) ex (?:back|lover), ex (?:back|lover|boyfriend|girlfriend|husband|wife) (?:back|returned), vashikaran, astrologers?, psychic(?: reader| reading)?s?, illuminati, lottery spells?, witchcraft,
      baba ji, pandit, fortune teller, clairvoyant, palm read(?:er|ing), spiritual (?:healer|herbalist|father), herbal (?:doctor|cure|medicine), dr\\.? ?[a-z]+ (?:helped|cured|cast), join the (?:brotherhood|illuminati)`),
    weak: anyOf(
      'spells?, magic, healer, powerful, curse, destiny, horoscope, brings? back, powers?, lover, marriage problems?, evil',
    ),
  },
  {
    about: 'praise of the kind that goes under blogs',
    strong:
      anyOf(`(?:great|nice|good|awesome|amazing|excellent|wonderful|fantastic|interesting|informative) (?:post|article|blog|blog post|write up|content|web ?site|web ?page|web ?log|site), thanks for sharing, (?:i )?(?:really )?(?:enjoyed|loved|liked) (?:reading )?(?:this|your) (?:post|article|blog), your (?:blog|article|post|writing|web ?log), i have bookmarked, bookmarked, keep (?:posting|up the good writing|writing),
      this (?:post|article|blog|paragraph|piece of writing), wonderful read, very informative, helpful information, i will (?:be back|definitely come back|come back again), rss feed, subscribe to your, valuable information, my blog, visit my, feel free to visit, my (?:web ?)?(?:site|page)`),
    weak: anyOf(
      'blog(?:ger|ging)?, articles?, posts?, informative, sharing, readers?, writers?, topic, awesome, insights?, content, paragraph',
    ),
  },
  {
    about: 'words of firms that advertise',
    strong:
      anyOf(`free (?:no obligation )?quotes?, no obligation, call us (?:now|today|for), (?:boiler|drain|roof|carpet|window|appliance|phone|gutter|driveway) (?:repairs?|cleaning|installation|unblocking|replacement)s?, (?:emergency|local|mobile|cheap|trusted|professional) (?:plumbers?|locksmiths?|electricians?|roofers?|cleaners?|mechanics?|removals?|builders?), man (?:and|with a|&) van, airport (?:taxis?|transfers?),
      skip hire, pest control, we buy (?:any )?(?:houses|cars?|gold), cash for (?:cars|gold|houses), scrap (?:cars?|my car), solar panels?, double glazing, estate agents?, dental implants?, hair transplants?, injury (?:claims?|lawyers?|solicitors?), accident claims?, no win no fee, immigration (?:lawyers?|consultants?|solicitors?), visa (?:assistance|consultants?|services?), cheap (?:flights|hotels|insurance|tickets), property investment, office cleaning, house clearance, van hire, limo hire, wedding photographer`),
    weak: anyOf(
      `plumb(?:er|ers|ing), locksmiths?, electricians?, roof(?:er|ers|ing), removals?, driveways?, landscaping, solicitors?, taxis?, near me, 24/7, 24 hours a day, fully insured, years of experience, competitive (?:prices?|rates?), our (?:team|services?|company|products?|experts?|prices?), we (?:offer|provide|specialise|specialize|supply|deliver), affordable, cheapest, customers?, satisfaction, insurance, quotes?, discounts?, leading, best prices?, quality, solutions?, call now, suppliers?, manufacturers?, export(?:ers?)?`,
    ),
  },
  {
    about: 'words of chain letters and plots',
    strong:
      anyOf(`forward this (?:to|message), (?:send|pass) this (?:on )?to (?:\\d+|ten|twenty|everyone|all), copy and paste this, share (?:this )?with (?:\\d+|ten|everyone you know|all your), share before (?:they|it)(?: get| is)? deleted, bad luck, chain letter, wake up people, sheeple, plandemic, new world order, 5g (?:towers?|masts?|kills?|radiation), deep state, chemtrails?, great reset, depopulation, mainstream media, they don'?t want you to know, do your (?:own )?research,
      end times, the rapture, mark of the beast, hoax, flat earth, globalists?, reptilians?, what they are hiding, the truth about, microchips?, big pharma`),
    weak: anyOf(
      'vaccines?, truth, exposed, elites?, government, agenda, hidden, lies, freedom, wake up, illegal, media, secret, blessings?, share this, amen',
    ),
  },
  {
    about: 'words that ask for people’s own details',
    strong:
      anyOf(`(?:send|give|text|tell|dm|email|message) (?:me|us) (?:your|the|their|his|her|a) (?:full )?(?:name and |home |own |personal |private |mobile |phone )*(?:numbers?|phone|address(?:es)?|details|bank|e ?mails?|names?|contacts?), (?:home|personal|private) (?:address|phone|number|mobile|email) of, what is the (?:manager|owner|caretaker|librarian)(?:'s|’s|s)? (?:home|personal|private|name|mobile|phone|number), list of (?:members|residents|volunteers|names|emails|phone|contacts?), (?:mobile|phone) numbers? of (?:all|every|the) (?:members?|residents?|volunteers?|staff), which (?:of them|residents) live alone,
      live alone and, who lives alone, date of birth, contact list, mailing list for sale, add me on, text me (?:on|at), dm me, message me on, contact me on (?:whatsapp|telegram), whatsapp me, reply with your, telegram (?:channel|group|me|@)`),
    weak: anyOf(
      'your number, phone number, personal, private, telegram, whatsapp, contact me, kindly, pensioners?, numbers, names of, details of',
    ),
  },
];

/** Phrases that ask to act at once, of whatever it is. */
export const CALLS =
  anyOf(`click (?:here|below|this|the link|now|on), buy now, order (?:now|today), sign up (?:now|today|here|free), register (?:now|here), act (?:now|fast), limited (?:time|offer|stock|slots|spots), hurry, don'?t miss, special offer, best prices?, lowest prices?, free trial, money back, risk free, 100 ?%(?: (?:free|legit|guaranteed|safe|real|legal|natural|genuine|working))?, satisfaction guaranteed, guaranteed, no questions asked, dear (?:sir|madam|friend|customer|webmaster|owner|beloved|sir/madam|sir or madam|user|site owner|business owner),
  i came across your, visit (?:our|my|us|this|the) ?(?:web ?site|site|page|shop|store|link|channel)?, check (?:out|this|it out), check out (?:my|our|this), follow (?:me|us|this), contact us (?:now|today), call (?:now|us|today), get started, learn more, read more, see more here, more info(?:rmation)? here, link in bio, subscribe, join (?:now|us today|today), try it (?:now|free), apply now, start (?:now|today), today only, offer ends, \\d+ ?% (?:off|discount|profit|returns?|bonus), promo(?:tion)? codes?, discount codes?, coupon, use code, text \\w+ to \\d+, reply yes, reply stop, unsubscribe, message (?:me|us) now, whatsapp`);
