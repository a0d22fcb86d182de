/** How much of everything one tenant may have. */
export const settingsLimits = {
  sites: 50,
  originsPerSite: 20,
  openerSeconds: 600,
  people: 500,
  importRows: 200,
  importChars: 60_000,
  apiKeys: 50,
  phones: 10,
  teamReplies: 500,
  ownReplies: 200,
  replyChars: 2_000,
  ownViews: 20,
  viewNameChars: 40,
  viewChoiceChars: 300,
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
  intervalsPerDay: 4,
  closedDays: 100,
  closedDayChars: 60,
  howClosedChars: 300,
  closedRequests: 100,
  homeKinds: ['single-family', 'townhouse', 'condo', 'multi-family', 'manufactured', 'land'],
} as const;

/** The markets of a brokerage: Austin with its areas, elsewhere in Texas, elsewhere in the United States. */
export const marketIds = ['austin', 'texas', 'us'] as const;
export type MarketId = (typeof marketIds)[number];

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

/** What Jorge may ask of a buyer and of a seller, in the order in which he does from the first. */
export const buyerAsks = ['budget', 'preApproval', 'beds', 'timeline', 'area'] as const;
export const sellerAsks = ['address', 'motivation', 'timeline', 'condition', 'price'] as const;
/** The facts of a home's file that Jorge may be told to leave to the team. */
export const leftFacts = ['taxes', 'hoa', 'year', 'open-houses', 'listing-agent', 'listed-on', 'rental-rules'] as const;
export type LeftFact = (typeof leftFacts)[number];

/** The steps that a new brokerage has to do before its chat works for it. */
export const checklistItems = ['brokerage', 'hours', 'people', 'site', 'widget', 'homes', 'chat'] as const;
export type ChecklistItem = (typeof checklistItems)[number];

/** How long a call and a showing may be, and how long after a showing its person takes nothing else, in minutes. */
export const callMinutes = [15, 30, 45, 60] as const;
export const showingMinutes = [30, 45, 60, 90, 120] as const;
export const showingGapMinutes = [0, 15, 30, 45, 60] as const;
/** The most hours of notice that a brokerage may ask for. */
export const mostLeadHours = { call: 72, showing: 168 } as const;

/** The placeholders of a saved reply; anything else in braces is refused. */
export const replyVariables = ['visitor', 'agent', 'listing', 'brokerage'] as const;
export type ReplyVariable = (typeof replyVariables)[number];
