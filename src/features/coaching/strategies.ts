import type { StrategyName } from '../../contract/coaching.ts';

/** A way of talking with a lead. All of it is read by the model. */
export interface Strategy {
  tone: string;
  questions: string;
  objections: string;
  pace: string;
}

/** One more with every change of a strategy. */
export const strategiesVersion = 1;

export const strategies: Readonly<Record<StrategyName, Strategy>> = {
  empathetic: {
    tone: 'warm and calm; the feeling is named before the fact',
    questions: 'open and gentle, about what this means for them',
    objections: 'say back what worries them, then ask what would make it easier',
    pace: 'unhurried: the smallest next step is enough',
  },
  analytical: {
    tone: 'matter-of-fact, with figures of the material',
    questions: 'precise, about amounts, dates and conditions',
    objections: 'find the assumption behind it, and set a fact beside it',
    pace: 'steady: decide once the facts are on the table',
  },
  assertive: {
    tone: 'confident and brief, never pushing',
    questions: 'direct, with two choices',
    objections: 'name it openly, answer it once, and propose the next step',
    pace: 'brisk: every card ends in a concrete next step',
  },
  consultative: {
    tone: 'curious and professional, like an adviser',
    questions: 'one question that helps them decide',
    objections: 'ask what is behind it, then offer a way to settle it',
    pace: 'by their own timeline',
  },
  relationship: {
    tone: 'personal, with what they told of themselves earlier',
    questions: 'about them and their plans before the home',
    objections: 'trust comes first: be open about what is not known',
    pace: 'patient: the next contact matters more than a decision today',
  },
};
