import { LRUCache } from 'lru-cache';
import type { BrokerageCard } from '../../contract/settings.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { type ReadSettingsDeps, readSettings, wholeSettings } from '../settings/readSettings.ts';
import { brokerageCards } from './brokerageCards.ts';
import type { OwnCard } from './model.ts';
import { cardOfOwn } from './ownCards.ts';
import type { KnowledgeStore } from './ports.ts';
import { buildShelf, type Shelf } from './shelf.ts';

export interface Shelves {
  /** What may be told to visitors of this brokerage; at most ten seconds old. */
  shelfOf(tenantId: string): Promise<Shelf>;
  /** The same with a card more, or another in place of the one with its id, or with other words of the brokerage. It is not kept. */
  shelfWith(tenantId: string, change: { card?: OwnCard; about?: BrokerageCard }): Promise<Shelf>;
  /** What this brokerage added has changed: this node looks again. */
  changed(tenantId: string): void;
}

interface Known {
  shelf: Promise<Shelf>;
  until: number;
}

const keptForMs = 10_000;
/** Each under 1 MB where a brokerage has some twenty cards of its own, nearly 40 MB where it has as many as may be. `bench -- understand` tells. */
const shelvesHeld = 300;

/** One node's shelves, rebuilt only when the brokerage's settings or own cards have changed. */
export function createShelves(
  deps: ReadSettingsDeps & { knowledge: Pick<KnowledgeStore, 'listCards'>; clock: Clock },
): Shelves {
  const known = new LRUCache<string, Known>({ max: shelvesHeld });
  const built = new LRUCache<string, { from: string; shelf: Shelf }>({ max: shelvesHeld });

  const todayOf = (): string => isoOf(deps.clock.now()).slice(0, 10);

  async function build(tenantId: string): Promise<Shelf> {
    const [kept, own] = await Promise.all([deps.settings.newest(tenantId), deps.knowledge.listCards(tenantId)]);
    const brokerage = kept?.settings.brokerage ?? (await deps.identity.findTenant(tenantId))?.name ?? '';
    const today = todayOf();
    const from = JSON.stringify([kept?.version, brokerage, today, own.map(({ id, at }) => [id, at])]);
    const before = built.get(tenantId);
    if (before?.from === from) return before.shelf;
    // What nobody has set yet, the first hours too, nobody has said either.
    const told = kept === null ? [] : brokerageCards(wholeSettings(kept.settings), today);
    const shelf = buildShelf(brokerage, [...own.map(cardOfOwn), ...told]);
    built.set(tenantId, { from, shelf });
    return shelf;
  }

  return {
    shelfOf(tenantId) {
      const entry = known.get(tenantId);
      if (entry !== undefined && entry.until > deps.clock.now()) return entry.shelf;
      const shelf = build(tenantId);
      known.set(tenantId, { shelf, until: deps.clock.now() + keptForMs });
      shelf.catch(() => known.delete(tenantId));
      return shelf;
    },
    async shelfWith(tenantId, { card, about }) {
      const [kept, { settings: standing }, cards] = await Promise.all([
        deps.settings.newest(tenantId),
        readSettings(deps, tenantId),
        deps.knowledge.listCards(tenantId),
      ]);
      const own = card === undefined ? cards : [card, ...cards.filter(({ id }) => id !== card.id)];
      const settings = { ...standing, ...(about && { card: about }) };
      const isTold = kept !== null || about !== undefined;
      const told = isTold ? brokerageCards(settings, todayOf()) : [];
      return buildShelf(settings.brokerage, [...own.map(cardOfOwn), ...told]);
    },
    changed(tenantId) {
      known.delete(tenantId);
    },
  };
}
