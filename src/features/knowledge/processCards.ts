import type { Card } from './model.ts';
import processAsks from './processAsks.json' with { type: 'json' };
import { buyingCards } from './processCards/buying.ts';
import { contractCards } from './processCards/contract.ts';
import { financingCards } from './processCards/financing.ts';
import { hardshipCards } from './processCards/hardship.ts';
import { owningCards } from './processCards/owning.ts';
import { paperCards } from './processCards/papers.ts';
import { representationCards } from './processCards/representation.ts';
import { sellingCards } from './processCards/selling.ts';
import { talkCards } from './processCards/talk.ts';

/** When the hub's own cards were last read through. */
const reviewedOn = '2026-11-22';

/** General help that every brokerage of the market gives, reviewed by hand. Never advice on somebody's case. */
export const processCards: readonly Card[] = [
  ...financingCards,
  ...buyingCards,
  ...contractCards,
  ...sellingCards,
  ...hardshipCards,
  ...representationCards,
  ...owningCards,
  ...paperCards,
  ...talkCards,
].map((card) => ({ ...card, asks: processAsks[card.id], asOf: reviewedOn, audience: 'visitor' }));
