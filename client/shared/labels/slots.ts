import type { ScorePart } from '../../../src/contract/teamVocabulary.ts';
import type { QuestionName, RecordName, SlotName } from '../../../src/contract/vocabulary.ts';
import { labelIn } from './spelledOut.ts';

const slotLabels: Record<RecordName, string> = {
  intent: 'Goal',
  first: 'What comes first',
  budget: 'Budget',
  price: 'Price in mind',
  preApproval: 'Pre-approval',
  beds: 'Bedrooms',
  baths: 'Bathrooms',
  homeBeds: 'Bedrooms of their home',
  homeBaths: 'Bathrooms of their home',
  area: 'Area',
  timeline: 'Timeline',
  address: 'Address',
  motivation: 'Reason to move',
  condition: 'Condition',
  repairs: 'Repairs needed',
  authority: 'Who decides',
  mortgageBalance: 'Mortgage balance',
  propertyType: 'Property type',
  features: 'Must-haves',
  rent: 'Rent by the month',
  homes: 'Homes to sell',
  home: 'Home they mean',
  name: 'Name',
  phone: 'Phone',
  email: 'Email',
  contactBy: 'Prefers',
  bestTime: 'Good time',
  mayCall: 'Agrees to calls and texts',
  day: 'Preferred day',
  timeOfDay: 'Preferred time',
  visit: 'Wants a visit',
  represented: 'Has an agent',
  showing: 'How they are shown it',
  agreement: 'Buyer agreement signed',
  notServed: 'Not served here',
  servicesNotice: 'Brokerage services notice',
};
/** The slots that hold something, known or not. */
export const namesIn = (slots: Readonly<Partial<Record<RecordName, unknown>>>): RecordName[] =>
  Object.keys(slots) as RecordName[];

export const slotLabel = (slot: RecordName): string => labelIn(slotLabels, slot);

const scorePartLabels: Record<ScorePart, string> = {
  slots: 'Facts known',
  frs: 'Readiness',
  pcs: 'Commitment',
  recency: 'Wrote lately',
};
export const scorePartLabel = (part: ScorePart): string => labelIn(scorePartLabels, part);

/** The words after "asks", where "asks for" with the slot's label would be wrong. */
const askedWords: Record<Exclude<QuestionName, SlotName>, string> & Partial<Record<SlotName, string>> = {
  intent: 'whether they buy or sell',
  first: 'which comes first',
  slot: 'which of the times it shall be',
  repairs: 'which repairs the home needs',
  authority: 'whether somebody else has to agree',
  whichHome: 'which home they want to see',
  contact: 'for phone or e-mail',
  callNumber: 'for a number to call',
  allMessages: 'whether all messages should stop',
  showing: 'how they want to be shown the home',
  represented: 'whether they signed with another agent',
  showingAlone: 'whether they want a visit without representation',
  still: 'whether it still holds',
  mayCall: 'whether the team may call and text',
  visit: 'whether they want a visit',
  contactBy: 'how they like to be reached',
  bestTime: 'when is a good time',
  agreement: 'whether the buyer agreement is signed',
};

/** The aim of a question, from its name: "asks for price in mind", "asks whether it still holds". */
export function asks(question: QuestionName | RecordName): string {
  const words = (askedWords as Partial<Record<string, string>>)[question];
  return words === undefined ? `asks for ${labelIn(slotLabels, question).toLowerCase()}` : `asks ${words}`;
}
