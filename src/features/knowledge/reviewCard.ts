import { reviewWords } from '../compliance/reviewWords.ts';
import type { Category } from '../compliance/rule.ts';
import { splitSentences } from '../compliance/splitSentences.ts';
import type { Language } from '../reading/model.ts';

/** Why an answer may not be told to visitors, in words for its author; null: it may. Read as a whole and sentence by sentence. */
export function refuseAnswer(answer: string, language: Language, brokerage: string): string | null {
  const splitter = splitSentences();
  for (const text of [answer, ...splitter.push(answer), splitter.flush()]) {
    const { action, category } = reviewWords(text, { audience: 'public', language, brokerage });
    if (action === 'pass') continue;
    const why = reasons[category as Category] ?? 'it could not be checked';
    return `Jorge can’t tell visitors this: ${why}. See “${text.trim().slice(0, 80)}”.`;
  }
  return null;
}

const people = 'it says something about people protected by fair housing law';
const lawyers = 'it gives advice that should come from a lawyer or tax adviser';
const reasons: Partial<Record<Category, string>> = {
  'protected-class': people,
  'familial-status': people,
  disability: people,
  'steering-people': 'it says who lives somewhere',
  'steering-schools': 'it rates schools',
  'steering-safety': 'it rates how safe a place is',
  'source-of-income': 'it turns someone away because of where their money comes from',
  guarantee: 'it guarantees something',
  valuation: 'it says what a home is worth',
  lending: 'it promises a loan or its terms',
  respa: 'it offers or asks for money for a referral',
  'ai-denial': 'it says Jorge is a person',
  'legal-tax-advice': lawyers,
  payment: 'it asks for money or for bank details',
  commitment: 'it promises something on someone’s behalf',
  pressure: 'it pressures people to hurry',
  condition: 'it vouches for the state of a home',
  'opt-out': 'it makes it harder to stop messages',
  'false-identity': 'it speaks as someone Jorge isn’t, such as a licensed agent',
};
