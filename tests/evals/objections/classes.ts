/** The class of each set that one of our kinds stands for. Absent: nothing in that set is like it. */
export interface Stands {
  craigslist?: string;
  persuasion?: string;
}

/** Asks for facts about it. */
const asksFacts: Stands = { craigslist: 'information_inquiry', persuasion: 'organization-inquiry' };
/** Doubts it, or those who offer it. */
const doubts: Stands = { craigslist: 'source_derogation', persuasion: 'attack-credibility' };
/** Disputes what it is worth. */
const disputes: Stands = { craigslist: 'counter_argument', persuasion: 'nitpicking' };
/** Has a plan, or terms, of their own. */
const ownTerms: Stands = { craigslist: 'personal_choice', persuasion: 'personal-choice' };
/** Can't afford it. */
const cannot: Stands = { craigslist: 'self_pity', persuasion: 'self-pity' };
/** Won't move from what they said. */
const isFirm: Stands = { craigslist: 'self_assertion', persuasion: 'direct-rejection' };
/** Waits for something better. */
const hedges: Stands = { craigslist: 'hesitance', persuasion: 'hesitance' };
/** Puts it off. */
const putsOff: Stands = { craigslist: 'hesitance', persuasion: 'delay-tactic' };
/** Says no, and no more than that: of a bargain, no resistance of its own. */
const refuses: Stands = { persuasion: 'direct-rejection' };

/** `asks`: only of a line that asks something, or only of one that doesn't. */
export interface Mapped {
  seen: string;
  asks?: boolean;
  stands: Stands;
}

/**
 * Ours: the rules of cues, and what else the hub reads in a line, by their names. The first that is seen decides, so the ones that say
 * more come first. Rules that say nothing about resistance, like a wish to visit, aren't here.
 */
export const ofOurs: readonly Mapped[] = [
  { seen: 'trust-doubt', stands: doubts },
  { seen: 'trust-catch', stands: doubts },
  { seen: 'price-too-high', stands: cannot },
  { seen: 'price-tight', stands: cannot },
  { seen: 'price-firm', stands: isFirm },
  { seen: 'buying-condition', stands: ownTerms },
  // To ask after faults is to question the goods.
  { seen: 'features-condition', stands: doubts },
  { seen: 'features-fault', stands: disputes },
  { seen: 'competition-elsewhere', stands: disputes },
  { seen: 'competition-own', stands: ownTerms },
  { seen: 'objection: budget_shock', stands: cannot },
  { seen: 'objection: pricing_general', stands: isFirm },
  { seen: 'objection: loss_aversion', stands: disputes },
  { seen: 'objection: improvement_overvalue', stands: disputes },
  { seen: 'timing-later', stands: putsOff },
  { seen: 'stall', stands: putsOff },
  { seen: 'authority-other', stands: putsOff },
  { seen: 'price-lower', stands: hedges },
  // "Would you take 80?" leaves it to the other; "I'd pay 80" are terms.
  { seen: 'price-named', asks: true, stands: hedges },
  { seen: 'price-named', asks: false, stands: ownTerms },
  { seen: 'financing-cash', stands: ownTerms },
  { seen: 'vague-answer', stands: hedges },
  { seen: 'question', stands: asksFacts },
  { seen: 'refusal', stands: refuses },
];

/**
 * The keyword tables of a public real-estate hub (EnterpriseHub, MIT): of four objections, and of tips to agents. There, an objection
 * needs four hits and a tip one; here one is enough for both, since four are never said in one line. The first table that hits decides.
 */
export const ofKeywords: readonly { keywords: readonly string[]; stands: Stands }[] = [
  {
    keywords: [
      ...['too expensive', "can't afford", 'price is high', 'budget', 'cost too much', 'cheaper option'],
      ...['need to save money', 'financial constraints', 'expensive', 'too much', 'afford'],
    ],
    stands: cannot,
  },
  {
    keywords: [
      ...["don't know you", 'never heard of you', 'need references', 'prove yourself', 'seems too good'],
      ...['sounds fishy', 'not sure about this'],
    ],
    stands: doubts,
  },
  {
    keywords: [
      ...['not ready', 'need more time', 'thinking about it', 'maybe later', 'next year', 'not the right time'],
      'too busy right now',
    ],
    stands: putsOff,
  },
  {
    keywords: [
      ...['talk to spouse', 'need to discuss', 'decision together', 'ask my partner', 'family meeting'],
      ...['get approval', 'check with wife', 'check with husband'],
    ],
    stands: putsOff,
  },
  { keywords: ['other agent', 'another', 'comparing', 'someone else'], stands: ownTerms },
  { keywords: ['maybe', 'not sure', 'thinking', 'idk', 'dunno'], stands: hedges },
  { keywords: ['when can', 'how soon', 'send me', 'show me'], stands: asksFacts },
];

/** As much as the tables lack, to see what questions alone add to them. */
export const ofQuestionMark: (typeof ofKeywords)[number] = { keywords: ['?'], stands: asksFacts };
