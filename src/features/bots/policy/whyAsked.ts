import type { QuestionName } from '../../../contract/vocabulary.ts';

/** The use of each answer, for Claude: a question that serves nobody but a form is not put. */
const why: Readonly<Partial<Record<QuestionName, string>>> = {
  intent: 'so that they get help with what they came for',
  first: 'so that one of the two is begun',
  budget: 'so that only homes within reach are shown',
  preApproval: 'showings and offers go faster with one, and the team can point to lenders',
  beds: 'so that homes that are too small are left out',
  area: 'so that the search looks where they want to live',
  timeline: 'so that the team knows how soon it matters',
  address: 'so that the team can look at sales nearby',
  price: 'so that the team knows what they hope for',
  condition: 'so that the team can judge what sells as it is',
  motivation: 'so that the plan fits their reason',
  repairs: 'so that the team can judge what sells as it is',
  authority: 'so that everybody who has to sign is thought of',
  contact: 'so that somebody can get back to them',
  callNumber: 'a call needs a number',
  name: 'so that the team knows whom to ask for',
  slot: 'a time is only booked once they choose one',
  visit: 'so that a time can be found',
};

export const whyAsked = (question: QuestionName): string => why[question] ?? '';
