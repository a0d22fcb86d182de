import { recordLabels } from '../../../src/contract/recordLabels.ts';
import type { ScorePart } from '../../../src/contract/teamVocabulary.ts';
import type { QuestionName, RecordName, SlotName } from '../../../src/contract/vocabulary.ts';
import { labelIn } from './spelledOut.ts';

/** The slots that hold something, known or not. */
export const namesIn = (slots: Readonly<Partial<Record<RecordName, unknown>>>): RecordName[] =>
  Object.keys(slots) as RecordName[];

export const slotLabel = (slot: RecordName): string => labelIn(recordLabels, slot);

const scorePartLabels: Record<ScorePart, string> = {
  slots: 'Details known',
  frs: 'Readiness',
  pcs: 'Commitment',
  recency: 'Recent activity',
};
export const scorePartLabel = (part: ScorePart): string => labelIn(scorePartLabels, part);

/** The words after "asks", where "asks about" with the slot's label would be wrong. */
const askedWords: Record<Exclude<QuestionName, SlotName>, string> & Partial<Record<SlotName, string>> = {
  intent: 'whether they are buying or selling',
  first: 'whether they want to buy or sell first',
  slot: 'which time works',
  motivation: 'why they are moving',
  price: 'what price they expect',
  mortgageBalance: 'how much they owe on the mortgage',
  propertyType: 'what type of property they want',
  condition: 'about the home’s condition',
  budget: 'about their budget',
  timeline: 'about their timeline',
  preApproval: 'about their pre-approval',
  repairs: 'which repairs the home needs',
  authority: 'whether anyone else has to agree',
  whichHome: 'which home they want to see',
  contact: 'for a phone number or email',
  callNumber: 'for a number to call',
  allMessages: 'whether all messages should stop',
  showing: 'how they want to see the home',
  represented: 'whether they have signed with another agent',
  showingAlone: 'whether they want a showing without representation',
  still: 'whether earlier details are still right',
  mayCall: 'whether the team may call and text',
  visit: 'whether they want an appointment',
  contactBy: 'how they prefer to be contacted',
  bestTime: 'for the best time to reach them',
  limits: 'how and when not to contact them',
  agreement: 'whether the buyer agreement is signed',
  name: 'for their name',
  phone: 'for their phone number',
  email: 'for their email',
  address: 'for the address',
  home: 'which home they mean',
  day: 'which day they prefer',
  timeOfDay: 'what time they prefer',
};

/** The aim of a question, from its name: "asks about expected price", "asks which time works". */
export function asks(question: QuestionName | RecordName): string {
  const words = (askedWords as Partial<Record<string, string>>)[question];
  return words === undefined ? `asks about ${labelIn(recordLabels, question).toLowerCase()}` : `asks ${words}`;
}
