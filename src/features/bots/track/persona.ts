import type { BotState } from '../state/protocol.ts';
import type { StepContext } from '../state/stepContext.ts';

/** The persona that the visitor's words point to: the one with more words, investor on a tie; null when there are none. */
export function personaOf({ investor, distressed }: BotState['persona']): 'Investor' | 'Distressed' | null {
  if (investor.length === 0 && distressed.length === 0) return null;
  return investor.length >= distressed.length ? 'Investor' : 'Distressed';
}

const named = { buyer: 'Buyer', seller: 'Seller' } as const;

/**
 * Tags the persona, each once, when a message of this turn added words for it. The lead bot tags nobody: it does not know yet who
 * buys and who sells.
 */
export function notePersona({ state, effects }: StepContext, before: BotState): void {
  if (state.persona === before.persona || state.bot === 'lead') return;
  const persona = personaOf(state.persona);
  const side = named[state.bot];
  if (persona === null || state.told.includes(`${persona}-${side}`)) return;
  const other = persona === 'Investor' ? 'Distressed' : 'Investor';
  state.told = [...state.told, `${persona}-${side}`];
  effects.push({ kind: 'tag', add: [`${persona}-${side}`], remove: [`${other}-${side}`] });
}
