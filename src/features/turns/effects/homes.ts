import type { Effect } from '../../bots/protocol.ts';
import { languageOf } from '../../bots/turn.ts';
import { botActor } from '../../conversations/actors.ts';
import { cardOf, presentHomes } from '../../listings/presentHomes.ts';
import { type FoundHomes, searchHomes } from '../../listings/searchHomes.ts';
import type { HomeSearch } from '../../reading/homeWish.ts';
import { type EffectParts, onceKeyOf, type Running } from './parts.ts';

async function find(parts: EffectParts, { place, pack }: Running, search: HomeSearch): Promise<FoundHomes> {
  return searchHomes(await parts.listingsOf(place.tenantId), search, pack.within);
}

/** What a look through the tenant's homes came to, in the visitor's language. */
export async function tellHomes(parts: EffectParts, running: Running, search: HomeSearch): Promise<string> {
  return presentHomes(search, await find(parts, running, search), languageOf(running.turn.stateAfter));
}

/** The cards of the homes that the reply spoke of. Nothing where there are none, or where a person speaks by now. */
export async function showCards(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'listing-cards' },
  index: number,
): Promise<void> {
  const { homes } = await find(parts, running, effect.search);
  if (homes.length === 0) return;
  const language = languageOf(running.turn.stateAfter);
  await parts.appender.append(
    running.place,
    {
      type: 'listing-cards',
      data: { items: homes.map((home) => cardOf(home, language)) },
      actor: botActor,
      onceKey: onceKeyOf(running.turn, index),
    },
    { fence: running.fence },
  );
}
