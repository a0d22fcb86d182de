/** How much of everything one tenant may have. */
export const settingsLimits = {
  sites: 50,
  originsPerSite: 20,
  people: 500,
  importRows: 200,
  importChars: 60_000,
  apiKeys: 50,
  teamReplies: 500,
  ownReplies: 200,
  replyChars: 2_000,
  logoBytes: 65_536,
  logoSidePx: 2_000,
  blocks: 1_000,
  blockReasonChars: 200,
  shownChanges: 100,
  areasServed: 100,
  cardPeople: 20,
  cardAreas: 30,
  cardTextChars: 240,
  cards: 500,
  cardQuestions: 10,
  cardQuestionChars: 200,
  cardChars: 1_200,
  cardImportChars: 200_000,
  unanswered: 200,
  homeKinds: ['single-family', 'townhouse', 'condo', 'multi-family', 'manufactured', 'land'],
} as const;

/** Languages that a team may speak, by their codes. */
export const spokenLanguages = [
  'en',
  'es',
  'ar',
  'de',
  'fr',
  'hi',
  'it',
  'ja',
  'ko',
  'pl',
  'pt',
  'ru',
  'tl',
  'ur',
  'vi',
  'zh',
] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** What a saved reply may leave open; anything else in braces is refused. */
export const replyVariables = ['visitor', 'agent', 'listing', 'brokerage'] as const;
export type ReplyVariable = (typeof replyVariables)[number];
