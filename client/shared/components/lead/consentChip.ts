import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';

const wayWords = { call: 'calls', text: 'texts', email: 'emails' } as const;
type Way = keyof typeof wayWords;

/** "calls, texts or e-mails" */
export function listedWays(ways: readonly Way[], last: 'or' | 'and'): string {
  const words = ways.map((way) => wayWords[way]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A lead's consents and opt-outs in a few words; an opt-out stands before any consent. */
export function consentChip({ suppressed, consents }: Pick<LeadAnswer, 'suppressed' | 'consents'>): {
  tone: 'forbids' | 'agrees' | 'open';
  words: string;
} {
  if (suppressed.length > 0) return { tone: 'forbids', words: `No ${listedWays(suppressed, 'or')}` };
  const agreed = (['call', 'text', 'email'] as const).filter((way) =>
    consents.some(({ kind, closed }) => kind === way && !closed),
  );
  return agreed.length > 0
    ? { tone: 'agrees', words: `Agreed to ${listedWays(agreed, 'and')}` }
    : { tone: 'open', words: 'No consent to calls or texts yet' };
}
