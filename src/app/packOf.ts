import { LRUCache } from 'lru-cache';
import type { BrokerageSettings } from '../contract/settings.ts';
import type { Conversation } from '../features/conversations/model.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { ListingStore } from '../features/listings/ports.ts';
import { austin } from '../features/packs/austin.ts';
import type { ListingFacts, Pack } from '../features/packs/model.ts';
import type { SettingsStore } from '../features/settings/ports.ts';
import { servesAll } from '../features/settings/rules.ts';
import type { HandoffOutcomeStore } from '../features/turns/ports.ts';
import { shiftsOf } from '../features/turns/routeOutcomes.ts';
import type { BotWatch } from '../features/turns/watchBots.ts';
import type { Clock } from '../kernel/clock.ts';

/** The parts of town of a brokerage's homes, beyond the market's, that Jorge knows by name: those with most homes. A turn keeps them. */
const areasKnown = 300;
const keptForMs = 10_000;
/** Of all tenants together: some 2 KB each. */
const listingsHeld = 50_000;

export interface Packs {
  packOf(conversation: Pick<Conversation, 'tenantId' | 'page'>): Promise<Pack>;
  listingOf(tenantId: string, listingId: string): Promise<ListingFacts | null>;
  listingsOf(tenantId: string): Promise<readonly ListingFacts[]>;
}

interface Known {
  until: number;
  brokerage: string;
  timeZone: string;
  /** What the brokerage has set up for Jorge. */
  set: Pick<Pack, 'brokerageServicesUrl' | 'review' | 'mortgage' | 'serves'>;
  /** What outcomes taught of hand-overs. */
  shifts: Record<string, number>;
  /** Of the market and of the tenant's homes; one array for as long as it is known, because readers keep what they made of it. */
  areas: readonly string[];
  listings: ReadonlyMap<string, ListingFacts>;
}

/**
 * Where the brokerage serves. What its settings leave open is told by its own card, as it tells it to visitors, and by the cities of its
 * homes for sale.
 */
function servedBy({ serves = servesAll, card }: BrokerageSettings, homes: readonly ListingFacts[]): Pack['serves'] {
  if (serves.areas.length > 0 || (card?.areas ?? []).length === 0) return serves;
  const cities = austin.market?.cities ?? [];
  const withHomes = cities.filter((city) =>
    homes.some(({ status, address }) => status === 'active' && address.includes(`, ${city},`)),
  );
  return { ...serves, areas: [...new Set([...card.areas, ...withHomes])] };
}

function setUp(settings: BrokerageSettings | undefined, homes: readonly ListingFacts[]): Known['set'] {
  if (settings === undefined) return {};
  // Settings of an older version lack some.
  const { brokerageServicesUrl, review, mortgage } = settings;
  const serves = servedBy(settings, homes) ?? servesAll;
  return {
    ...(brokerageServicesUrl ? { brokerageServicesUrl } : {}),
    ...(review ? { review } : {}),
    ...(mortgage ? { mortgage } : {}),
    ...(serves.areas.length + serves.notKinds.length > 0 ? { serves } : {}),
  };
}

interface PackDeps {
  identity: Pick<IdentityStore, 'findTenant'>;
  listings: Pick<ListingStore, 'list'>;
  settings: Pick<SettingsStore, 'newest'>;
  outcomes: Pick<HandoffOutcomeStore, 'of'>;
  botWatch: Pick<BotWatch, 'unwell'>;
  clock: Clock;
}

/** What Jorge knows, for a conversation: the market, the brokerage with its homes, and the home of the page. At most 10 s old. */
export function createPacks({ identity, listings, settings, outcomes, botWatch, clock }: PackDeps): Packs {
  const tenants = new LRUCache<string, Known>({
    maxSize: listingsHeld,
    sizeCalculation: ({ listings: own }) => own.size + 1,
  });
  /** Who asks meanwhile waits for the same answer. */
  const underway = new Map<string, Promise<Known>>();

  async function read(tenantId: string): Promise<Known> {
    const [tenant, homes, kept, handed] = await Promise.all([
      identity.findTenant(tenantId),
      listings.list(tenantId),
      settings.newest(tenantId),
      outcomes.of(tenantId),
    ]);
    const named = new Set(austin.areas.map((area) => area.toLowerCase()));
    const homesIn = new Map<string, number>();
    for (const { area } of homes) if (!named.has(area.toLowerCase())) homesIn.set(area, (homesIn.get(area) ?? 0) + 1);
    const more = [...homesIn].sort(([, a], [, b]) => b - a).map(([area]) => area);
    const known: Known = {
      until: clock.now() + keptForMs,
      brokerage: tenant?.name ?? '',
      timeZone: tenant?.timeZone ?? 'America/Chicago',
      set: setUp(kept?.settings, homes),
      shifts: shiftsOf(handed),
      areas: more.length === 0 ? austin.areas : [...austin.areas, ...more.slice(0, areasKnown)],
      listings: new Map(homes.map(({ tenantId: _, importedAt: __, ...facts }) => [facts.listingId, facts])),
    };
    tenants.set(tenantId, known);
    return known;
  }

  async function knownOf(tenantId: string): Promise<Known> {
    const held = tenants.get(tenantId);
    if (held !== undefined && held.until > clock.now()) return held;
    const reading = underway.get(tenantId) ?? read(tenantId).finally(() => underway.delete(tenantId));
    underway.set(tenantId, reading);
    return reading;
  }

  return {
    async listingsOf(tenantId) {
      return [...(await knownOf(tenantId)).listings.values()];
    },
    async listingOf(tenantId, listingId) {
      return (await knownOf(tenantId)).listings.get(listingId) ?? null;
    },
    async packOf({ tenantId, page }) {
      const { brokerage, timeZone, set, shifts, areas, listings: own } = await knownOf(tenantId);
      const unwell = botWatch.unwell();
      const isAsEver = unwell.length === 0 && Object.keys(shifts).length === 0;
      const listing = page.listingId === undefined ? undefined : own.get(page.listingId);
      return {
        ...austin,
        books: true,
        brokerage,
        timeZone,
        areas,
        ...set,
        ...(isAsEver ? {} : { handoffs: { unwell, shifts } }),
        ...(listing === undefined ? {} : { listing }),
      };
    },
  };
}
