/** A message, the question that stood open, and what is to be read in it: short, and each for one thing that is easily misread. */
interface Example {
  asked?: string;
  text: string;
  acts: string[];
  questions?: [about: string, quote: string][];
  slots?: [name: string, op: string, value: string, quote: string][];
  choice?: [id: string, quote: string];
  situation?: string;
  deadline?: [what: string, quote: string];
  language?: 'es';
}

const examples: readonly Example[] = [
  {
    text: 'how many yrs left on that metal roof u think',
    acts: ['asks'],
    questions: [['home', 'how many yrs left on that metal roof']],
  },
  { text: 'hoa?', asked: 'budget', acts: ['asks'], questions: [['home', 'hoa?']] },
  {
    text: '525 is the ceiling, wife would kill me over that',
    asked: 'budget',
    acts: ['answers'],
    slots: [['budget', 'set', '$525,000', '525 is the ceiling']],
  },
  {
    text: 'nooo 9k was the taxes!! we can do around 640',
    acts: ['corrects'],
    slots: [['budget', 'correct', '$640,000', 'we can do around 640']],
  },
  {
    text: 'never mind the part about bedrooms',
    acts: ['retracts'],
    slots: [['beds', 'clear', '', 'never mind the part about bedrooms']],
  },
  {
    text: 'id need at least 615 for mine to break even',
    acts: ['tells'],
    slots: [['price', 'set', '$615,000', 'at least 615 for mine']],
  },
  {
    text: '[address 1], its a 4/2 and the bathrooms are from the 80s',
    asked: 'address',
    acts: ['answers', 'tells'],
    slots: [
      ['address', 'set', '[address 1]', '[address 1]'],
      ['homeBeds', 'set', '4', '4/2'],
      ['homeBaths', 'set', '2', '4/2'],
      ['repairs', 'set', 'bathrooms are from the 80s', 'the bathrooms are from the 80s'],
    ],
  },
  {
    text: 'would the sellers take 640 if we close in 3 wks',
    acts: ['makes-offer', 'asks'],
    questions: [['home', 'would the sellers take 640 if we close in 3 wks']],
  },
  { text: 'i want to put in an offer tonight', acts: ['makes-offer'] },
  {
    text: 'can we walk thru it sunday, sometime after church',
    acts: ['wants-visit', 'asks'],
    questions: [['home', 'can we walk thru it sunday']],
    slots: [
      ['day', 'set', 'Sunday', 'sunday'],
      ['timeOfDay', 'set', 'after church', 'after church'],
    ],
  },
  {
    text: 'is anybody holding it open this weekend',
    acts: ['asks'],
    questions: [['home', 'is anybody holding it open this weekend']],
  },
  {
    text: 'ugh, is there a living soul in that office',
    asked: 'timeline',
    acts: ['wants-person', 'complains'],
    situation: 'anger',
  },
  {
    text: 'have dana ring me, [phone 1], lunchtime works',
    acts: ['wants-call'],
    slots: [
      ['phone', 'set', '[phone 1]', '[phone 1]'],
      ['contactBy', 'set', 'call', 'ring me'],
      ['bestTime', 'set', 'lunchtime', 'lunchtime works'],
    ],
  },
  {
    text: 'texts only, i teach all day',
    asked: 'contact',
    acts: ['answers', 'tells'],
    slots: [['contactBy', 'set', 'text', 'texts only']],
  },
  { text: 'thats private', asked: 'budget', acts: ['refuses'] },
  { text: 'sounds steep for a place without a garage', acts: ['objects'] },
  {
    text: 'yep that one works',
    asked: 'slot (choices: a = Saturday 11:00 AM, b = Saturday 2:00 PM)',
    acts: ['agrees'],
  },
  {
    text: 'the later one',
    asked: 'slot (choices: a = Saturday 11:00 AM, b = Saturday 2:00 PM)',
    acts: ['answers'],
    choice: ['b', 'the later one'],
  },
  { text: 'ok', asked: 'showing (choices: own-agent, with-agreement, unrepresented)', acts: ['unclear'] },
  {
    text: 'we already work with somebody at another office',
    acts: ['tells'],
    slots: [['represented', 'set', 'yes', 'already work with somebody at another office']],
  },
  {
    text: 'dad passed in september and none of us lives near there. what do we even do first',
    acts: ['tells', 'asks'],
    questions: [['process', 'what do we even do first']],
    slots: [['motivation', 'set', 'inherited', 'dad passed in september']],
    situation: 'grief',
  },
  {
    text: 'he is keeping the dog and im supposed to sell the house',
    acts: ['tells'],
    slots: [['intent', 'set', 'sell', 'im supposed to sell the house']],
    situation: 'separation',
  },
  {
    text: 'missed 4 payments, letter says sale is on the courthouse steps dec 2',
    acts: ['tells'],
    situation: 'money-trouble',
    deadline: ['foreclosure sale on December 2', 'sale is on the courthouse steps dec 2'],
  },
  { text: 'outbid five times now, i dont think we will ever get one', acts: ['tells', 'objects'], situation: 'fear' },
  { text: 'we decided to renew our lease, so no house this year', acts: ['not-buying', 'tells'] },
  { text: 'changed my mind, keeping it and renting it out', acts: ['not-selling', 'tells'] },
  {
    text: 'anything like this but closer to mueller and under 550',
    acts: ['wants-homes'],
    slots: [
      ['area', 'set', 'Mueller', 'closer to mueller'],
      ['budget', 'set', 'at most $550,000', 'under 550'],
    ],
  },
  {
    text: 'does a letter from my credit union count or do i need more',
    acts: ['asks'],
    questions: [['finance', 'does a letter from my credit union count or do i need more']],
  },
  {
    text: 'my buyer is looking at this, is the lockbox combo or supra',
    acts: ['agent', 'asks'],
    questions: [['home', 'is the lockbox combo or supra']],
  },
  { text: 'We place sponsored listings on 40 portals, first month free', acts: ['vendor'] },
  { text: 'am i typing with a computer', acts: ['asks'], questions: [['talk', 'am i typing with a computer']] },
  { text: 'two, three if it is cheap', asked: 'beds', acts: ['answers'], slots: [['beds', 'set', '2', 'two']] },
  {
    text: 'end of june when school lets out',
    asked: 'timeline',
    acts: ['answers'],
    slots: [['timeline', 'set', 'by the end of June', 'end of june']],
  },
  { text: '15 years we lived there', asked: 'timeline', acts: ['tells'] },
  {
    text: 'Hola, queremos vender antes de marzo, la casa necesita techo nuevo',
    acts: ['small-talk', 'tells'],
    slots: [
      ['intent', 'set', 'sell', 'queremos vender'],
      ['timeline', 'set', 'by March', 'antes de marzo'],
      ['repairs', 'set', 'a new roof', 'necesita techo nuevo'],
    ],
    language: 'es',
  },
  {
    text: 'cuánto pide el banco de enganche si trabajo por mi cuenta',
    acts: ['asks'],
    questions: [['finance', 'cuánto pide el banco de enganche si trabajo por mi cuenta']],
    language: 'es',
  },
  {
    text: 'me llamo [person 1], mejor un mensaje',
    asked: 'contact',
    acts: ['answers'],
    slots: [
      ['name', 'set', '[person 1]', '[person 1]'],
      ['contactBy', 'set', 'text', 'mejor un mensaje'],
    ],
    language: 'es',
  },
  { text: 'sure, whichever', asked: 'timeOfDay', acts: ['answers'] },
  {
    text: 'my sister and me own it together, she wants out i dont',
    asked: 'authority',
    acts: ['answers', 'tells'],
    slots: [['authority', 'set', 'shared', 'my sister and me own it together']],
  },
  {
    text: 'we still owe like 210 on it',
    acts: ['tells'],
    slots: [['mortgageBalance', 'set', '$210,000', 'we still owe like 210']],
  },
  {
    text: 'wed go 640 cash, 21 days, but first can i get the sellers disclosure',
    acts: ['makes-offer', 'asks'],
    questions: [['home', 'can i get the sellers disclosure']],
    slots: [
      ['offer', 'set', '$640,000, cash, closing in 21 days', 'wed go 640 cash, 21 days'],
      ['documents', 'set', 'seller’s disclosure', 'the sellers disclosure'],
    ],
  },
  {
    text: 'we bring home about 7k a month, lease is up jan 31',
    acts: ['tells'],
    slots: [
      ['funds', 'set', '$7,000 a month', 'about 7k a month'],
      ['leaseEnd', 'set', 'January 31', 'lease is up jan 31'],
    ],
  },
  {
    text: 'husband says 3 baths minimum, i could live with 2',
    asked: 'baths',
    acts: ['answers'],
    slots: [['baths', 'set', '2', 'i could live with 2']],
  },
  {
    text: 'no hurry at all, rates have to drop below 6 first',
    asked: 'timeline',
    acts: ['answers', 'tells'],
    slots: [['timeline', 'set', 'no hurry', 'no hurry at all']],
  },
  {
    text: 'is 3.5 percent down real or is that just ads',
    acts: ['asks'],
    questions: [['finance', 'is 3.5 percent down real']],
  },
  {
    text: 'paying cash so skip the lender talk',
    asked: 'preApproval',
    acts: ['answers'],
    slots: [['preApproval', 'set', 'cash', 'paying cash']],
  },
  { text: 'you already asked me that', asked: 'area', acts: ['complains'] },
  { text: 'what would u list it at, ballpark', acts: ['asks'], questions: [['market', 'what would u list it at']] },
  {
    text: 'who pays the agent if i find the house myself',
    acts: ['asks'],
    questions: [['brokerage', 'who pays the agent if i find the house myself']],
  },
  { text: 'cant make thursday after all', acts: ['retracts'], slots: [['day', 'clear', '', 'cant make thursday']] },
  { text: 'not the condo, the yellow one with the porch', acts: ['corrects', 'tells'] },
  { text: 'k thx, bye', acts: ['thanks', 'goodbye'] },
  { text: 'the thing with the', acts: ['unclear'] },
];

const answerTo = ({ acts, questions, slots, choice, situation, deadline, language }: Example): string =>
  JSON.stringify({
    acts,
    questions: questions?.map(([about, quote]) => ({ about, quote })),
    slots: slots?.map(([name, op, value, quote]) => ({
      name,
      ...(op === 'set' ? {} : { op }),
      ...(op === 'clear' ? {} : { value }),
      quote,
    })),
    choice: choice && { id: choice[0], quote: choice[1] },
    situation,
    deadline: deadline && { what: deadline[0], quote: deadline[1] },
    language,
  });

export const modelExamples = examples
  .map((one) => `asked: ${one.asked ?? 'nothing'}\nmessage: ${one.text}\n${answerTo(one)}`)
  .join('\n\n');

/** Exported for the test that they are what the form allows. */
export const exampleAnswers = examples.map((one) => ({ text: one.text, answer: JSON.parse(answerTo(one)) as unknown }));
