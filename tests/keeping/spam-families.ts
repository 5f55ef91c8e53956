/** Families of spam as templates: `{a|b}` is one of them, by chance of the seed; `{n}` a number, `{word}` letters. */
export const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  casino: [
    '{Best|Top|New} online casino in {2026|the UK}! {n} free spins {no deposit|today} at {word}.{xyz|top|bet}',
    'Win {big|real money} on {slots|roulette|blackjack} - {100%|200%} deposit bonus, {sign up now|join today} {word}bet.com',
    '{Hello|Hi} I won £{n} last week on {word} casino, sports betting tips every day, {click here|see link} bit.ly/{word}',
  ],
  crypto: [
    'I made {dollar}{n} in {one week|two weeks} with crypto trading thanks to Mrs {Anna|Linda|Olivia} {word}, contact her on {WhatsApp|Telegram} +1 {n} {n}',
    '{Bitcoin|Ethereum} investment platform, guaranteed {returns|profit} of {n}% {daily|weekly}. Start with $250 {word}.{io|live|pro}',
    'Free {USDT|BTC} airdrop for the first {n} wallets, send 0.01 ETH and receive double, https://{word}.{xyz|click}',
  ],
  pharma: [
    'Buy {viagra|cialis|tramadol|xanax} online {without prescription|cheap}, {overnight delivery|discreet shipping}',
    'B.u.y v1agra {n}mg only £{n} {now|today} www.{word}-meds.{shop|store}',
    '{Keto|CBD} gummies helped me lose {n} lbs in {two|three} weeks, doctors hate this {trick|secret}',
  ],
  seo: [
    'Hi, I came across your website and noticed it is not on the first page of Google. We offer {SEO|link building} from {dollar}{n} a month',
    'Dear {owner|webmaster}, we can {increase|boost} your website traffic with {high DA backlinks|guest posts}. Reply for {prices|a free audit}.',
    'Professional web design company, {mobile app development|digital marketing}, affordable packages, {word}.{com|in}',
  ],
  loans: [
    '{Instant|Quick|Personal} loans from £{n} to £{n}000, bad credit welcome, {apply now|apply today} at {word}loans.com',
    'Do you need an urgent loan? We offer {business|personal} loans at {2|3}% interest rate, email {word}@{gmail|outlook}.com',
  ],
  adult: [
    '{Hot|Lonely} {singles|women} in {Leicester|Brighton|your area} want to {meet|chat} tonight {word}.{live|club}',
    '{Sexy|Hot} {cam girls|escorts} waiting for you, {free nudes|no sign up}, {click here|come now} t.me/{word}',
  ],
  'fake papers': [
    'Buy {real|registered} {passports|driving licences|IELTS certificates} online, whatsapp +{n}{n}',
    'Replica {Rolex|Louis Vuitton|Gucci} {watches|handbags} best quality from £{n}, {free shipping|{n}% off} {word}.{shop|store}',
    'Cheap essay writing service, {dissertation help|write my essay}, {100% original|A+ guaranteed} {word}.com',
  ],
  jobs: [
    'Earn £{n} a {day|week} from home, no experience needed, message me on {WhatsApp|Telegram} +44 7{n}{n}',
    '{Passive income|Be your own boss}: I quit my job after {three|six} months with {word} network marketing, ask me how',
    'We are hiring {remote|part time} {data entry|online} workers, {weekly pay|£{n} per day}, {apply now|reply yes} {word}.{work|site}',
  ],
  prizes: [
    'Congratulations! You have {won|been selected} for a {£{n}|free iPhone|Tesco gift card}. Claim your prize at {word}.{click|top}',
    'I am barrister {word} {word}, my late client left {n} million {dollars|pounds} and you share his {surname|name}. Reply in confidence.',
    'Dear beloved, I am Mrs {word} a widow dying of cancer, I want to donate my inheritance of {dollar}{n},000,000 to you',
  ],
  phishing: [
    'Your account {has been|will be} suspended. Verify your {identity|details} within {n} hours: http://{word}.{info|xyz}/login',
    '{Royal Mail|HMRC|NHS}: a {refund|parcel} of £{n} is waiting, confirm your bank details {here|now} https://{word}.{top|online}',
    'Please send me the home address and phone number of all {members|volunteers} and which of them live alone',
  ],
  gibberish: [
    '{mash} {mash} {mash}',
    '{mash} {mash} {mash} {mash} {mash} {mash}',
    'asdf{mash} qwer{mash} {mash}',
    'test test {n}',
  ],
  praise: [
    '{Great|Awesome|Nice} {post|article|blog}! I really {enjoyed|loved} reading it, thanks for sharing. {Visit my|See my} page {word}.com',
    'This is very informative {content|article}, I have bookmarked your {blog|site} and will come back again',
    'Wow {wonderful|amazing} {blog|website}, the way you explain the topic is {superb|awesome}. Keep posting',
  ],
  adverts: [
    '{Emergency|Local|24/7} {plumber|locksmith|electrician} {near me|in Leicester}, free quotes, fully insured, call now 0{n}{n}',
    'We buy any {car|house} for cash, {best prices|no obligation}, {call us today|text us} 07{n}{n}',
    'Solar panels with government money, double glazing, {boiler replacement|roof repairs}, get a free quote {word}.co.uk',
  ],
  spells: [
    'Dr {word} is a powerful spell caster, he helped me get my ex {husband|boyfriend} back in {2|3} days, email {word}@gmail.com',
    '{Best|Famous} astrologer {pandit|baba} {word} ji, black magic removal, love problems solved in {n} hours, call +91 {n}{n}',
  ],
  code: [
    "<script>alert('{word}')</script>",
    '<a href="http://{word}.ru">{cheap|best} {shoes|bags}</a> [url=http://{word}.ru]{word}[/url]',
    "' OR 1=1; DROP TABLE {word}; -- {n}",
  ],
  plots: [
    'Wake up people, the {5G masts|vaccines} are {killing us|mind control}, the mainstream media hide the truth. Share this with everyone you know',
    'Forward this to {ten|n} friends or you will have bad luck for {seven|n} years, it {worked|came true} for {word}',
  ],
};

/** How near-copies of an honest note are made. Each changes some words, so that no two are the same. */
export const COPIES = ['other words', 'more at the end', 'other letters', 'shortened'] as const;
export type CopyFamily = (typeof COPIES)[number];
