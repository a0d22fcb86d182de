/** The classes of both sets that one of our kinds stands for. Absent: nothing in that set is like it. */
export interface Stands {
  craigslist?: string;
  persuasion?: string;
}

/**
 * What resistance means in each set, after its authors: hesitance seeks a better offer, personal choice names terms or a plan of
 * one's own, self-assertion is final, self-pity cannot, a counterargument disputes the value, derogation doubts it or whoever offers it.
 */
const doubt: Stands = { craigslist: 'source_derogation', persuasion: 'attack-credibility' };
const inquiry: Stands = { craigslist: 'information_inquiry', persuasion: 'organization-inquiry' };
const pity: Stands = { craigslist: 'self_pity', persuasion: 'self-pity' };
const dispute: Stands = { craigslist: 'counter_argument', persuasion: 'nitpicking' };
const ownTerms: Stands = { craigslist: 'personal_choice', persuasion: 'personal-choice' };
const final: Stands = { craigslist: 'self_assertion', persuasion: 'direct-rejection' };
const seeksBetter: Stands = { craigslist: 'hesitance', persuasion: 'hesitance' };
const delay: Stands = { craigslist: 'hesitance', persuasion: 'delay-tactic' };

/** `asks`: only of a line that asks, or only of one that doesn't. */
export interface Mapped {
  seen: string;
  asks?: boolean;
  stands: Stands;
}

/** Ours: rules of cues and readings by their names. The first that is seen in a line decides. */
export const ofOurs: readonly Mapped[] = [
  { seen: 'trust-doubt', stands: doubt },
  { seen: 'trust-catch', stands: doubt },
  { seen: 'trust-proof', stands: inquiry },
  { seen: 'price-too-high', stands: pity },
  { seen: 'price-tight', stands: pity },
  { seen: 'price-firm', stands: final },
  { seen: 'buying-condition', stands: ownTerms },
  { seen: 'features-condition', stands: doubt },
  { seen: 'features-fault', stands: dispute },
  { seen: 'competition-elsewhere', stands: dispute },
  { seen: 'competition-own', stands: ownTerms },
  { seen: 'objection: budget_shock', stands: pity },
  { seen: 'objection: pricing_general', stands: final },
  { seen: 'objection: loss_aversion', stands: dispute },
  { seen: 'objection: improvement_overvalue', stands: dispute },
  { seen: 'timing-later', stands: delay },
  { seen: 'stall', stands: delay },
  { seen: 'authority-other', stands: delay },
  { seen: 'price-lower', stands: seeksBetter },
  { seen: 'price-named', asks: true, stands: seeksBetter },
  { seen: 'price-named', asks: false, stands: ownTerms },
  { seen: 'financing-cash', stands: ownTerms },
  { seen: 'vague-answer', stands: seeksBetter },
  { seen: 'features-asked', stands: inquiry },
  { seen: 'question', stands: inquiry },
  { seen: 'refusal', stands: { persuasion: 'direct-rejection' } },
];

/** The keyword tables of the field: of objections, and of tips to agents. One hit of the text is enough, which is more than they ask. */
export const ofKeywords: readonly { keywords: readonly string[]; stands: Stands }[] = [
  {
    keywords: [
      'too expensive',
      "can't afford",
      'price is high',
      'budget',
      'cost too much',
      'cheaper option',
      'need to save money',
      'financial constraints',
      'expensive',
      'too much',
      'afford',
    ],
    stands: pity,
  },
  {
    keywords: [
      "don't know you",
      'never heard of you',
      'need references',
      'prove yourself',
      'seems too good',
      'sounds fishy',
      'not sure about this',
    ],
    stands: doubt,
  },
  {
    keywords: [
      'not ready',
      'need more time',
      'thinking about it',
      'maybe later',
      'next year',
      'not the right time',
      'too busy right now',
    ],
    stands: delay,
  },
  {
    keywords: [
      'talk to spouse',
      'need to discuss',
      'decision together',
      'ask my partner',
      'family meeting',
      'get approval',
      'check with wife',
      'check with husband',
    ],
    stands: delay,
  },
  { keywords: ['other agent', 'another', 'comparing', 'someone else'], stands: ownTerms },
  { keywords: ['maybe', 'not sure', 'thinking', 'idk', 'dunno'], stands: seeksBetter },
  { keywords: ['when can', 'how soon', 'send me', 'show me'], stands: inquiry },
];
