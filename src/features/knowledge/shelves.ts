import { LRUCache } from 'lru-cache';
import type { BrokerageCard } from '../../contract/rest/settings.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import type { TenantKnowledge } from '../settings/tenantKnowledge.ts';
import { brokerageCards } from './brokerageCards.ts';
import type { OwnCard } from './model.ts';
import { cardOfOwn } from './ownCards.ts';
import type { KnowledgeStore } from './ports.ts';
import { buildShelf, type Shelf } from './shelf.ts';

export interface Shelves {
  /** The cards that visitors of this brokerage may be told. */
  shelfOf(tenantId: string): Promise<Shelf>;
  /** The same with a card more, or another in place of the one with its id, or with other words of the brokerage. It is not kept. */
  shelfWith(tenantId: string, change: { card?: OwnCard; about?: BrokerageCard }): Promise<Shelf>;
}

/** Each under 1 MB where a brokerage has some twenty cards of its own, nearly 40 MB where it has as many as may be. `bench -- understand` tells. */
const shelvesHeld = 300;

type Standing = Awaited<ReturnType<TenantKnowledge['settingsOf']>>;

/** One node's shelves, rebuilt only when the brokerage's settings or own cards, or the day, have changed. */
export function createShelves(
  deps: Pick<TenantKnowledge, 'settingsOf' | 'hold'> & {
    knowledge: Pick<KnowledgeStore, 'listCards'>;
    clock: Clock;
  },
): Shelves {
  const cardsOf = deps.hold(['cards'], (tenantId) => deps.knowledge.listCards(tenantId));
  const built = new LRUCache<string, { from: string; shelf: Shelf }>({ max: shelvesHeld });

  const todayOf = (): string => isoOf(deps.clock.now()).slice(0, 10);

  function build({ settings, isSet }: Standing, own: readonly OwnCard[], today: string): Shelf {
    // Settings that nobody has set, also the first hours, are nothing that the brokerage has said.
    const told = isSet ? brokerageCards(settings, today) : [];
    return buildShelf(settings, [...own.map(cardOfOwn), ...told]);
  }

  return {
    async shelfOf(tenantId) {
      const [settingsState, own] = await Promise.all([deps.settingsOf(tenantId), cardsOf(tenantId)]);
      const today = todayOf();
      const { isSet, version, settings } = settingsState;
      const from = JSON.stringify([isSet, version, settings.brokerage, today, own.map(({ id, at }) => [id, at])]);
      const before = built.get(tenantId);
      if (before?.from === from) return before.shelf;
      const shelf = build(settingsState, own, today);
      built.set(tenantId, { from, shelf });
      return shelf;
    },
    async shelfWith(tenantId, { card, about }) {
      const [settingsState, cards] = await Promise.all([deps.settingsOf(tenantId), cardsOf(tenantId)]);
      const own = card === undefined ? cards : [card, ...cards.filter(({ id }) => id !== card.id)];
      const isSet = settingsState.isSet || about !== undefined;
      return build(
        { ...settingsState, isSet, settings: { ...settingsState.settings, ...(about && { card: about }) } },
        own,
        todayOf(),
      );
    },
  };
}
