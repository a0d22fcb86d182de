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
    return `Jorge may not tell this to visitors: ${why}. Look at “${text.trim().slice(0, 80)}”.`;
  }
  return null;
}

const people = 'it says something about people whom fair housing law protects';
const lawyers = 'it gives advice that belongs to a lawyer or a tax adviser';
const reasons: Partial<Record<Category, string>> = {
  'protected-class': people,
  'familial-status': people,
  disability: people,
  'steering-people': 'it says who lives somewhere',
  'steering-schools': 'it rates schools',
  'steering-safety': 'it rates how safe a place is',
  'source-of-income': 'it turns somebody away for where their money comes from',
  guarantee: 'it guarantees something',
  valuation: 'it names what a home is worth',
  lending: 'it promises a loan or its terms',
  respa: 'it offers or asks for money for a referral',
  'ai-denial': 'it makes Jorge a person',
  'legal-tax-advice': lawyers,
  payment: 'it asks for money or for bank details',
  commitment: 'it promises something in somebody’s name',
  pressure: 'it presses people to hurry',
  condition: 'it vouches for the state of a home',
  'opt-out': 'it makes it harder to end messages',
  'false-identity': 'it speaks as somebody whom Jorge is not, such as a licensed agent',
};
