export type Category =
  | 'protected-class'
  | 'familial-status'
  | 'disability'
  | 'steering-people'
  | 'steering-schools'
  | 'steering-safety'
  | 'source-of-income'
  | 'guarantee'
  | 'valuation'
  | 'lending'
  | 'respa'
  | 'ai-denial'
  | 'legal-tax-advice'
  | 'payment'
  | 'commitment'
  | 'pressure'
  | 'condition'
  | 'opt-out'
  | 'false-identity';

export interface Rule {
  id: string;
  category: Category;
  pattern: RegExp;
  /** The sentence is fine when this holds too. */
  unless?: RegExp;
  /** `flag`: staff should look, the words may go out. */
  action?: 'flag';
  /** Only a bot may not say it: in what people publish of a home the same words are harmless. */
  saidBy?: 'bot';
}

/** One of several patterns, each read alone. */
export const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'i');
