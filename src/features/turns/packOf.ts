import type { Conversation } from '../conversations/model.ts';
import type { HeldHomes } from '../listings/heldHomes.ts';
import { leaveOut } from '../listings/leaveOut.ts';
import { type Market, marketPacks } from '../packs/markets.ts';
import type { Pack } from '../packs/model.ts';
import { firstJorge, servesAll } from '../settings/rules.ts';
import type { TenantKnowledge } from '../settings/tenantKnowledge.ts';
import type { HandoffOutcomeStore } from './ports.ts';
import { shiftsOf } from './routeOutcomes.ts';
import type { BotHealthWatch } from './watchBotHealth.ts';

/** The parts of town of a brokerage's homes, beyond the market's, that Jorge knows by name: those with most homes. A turn keeps them. */
const areasKnown = 300;

type Settings = Awaited<ReturnType<TenantKnowledge['settingsOf']>>['settings'];
type Homes = Awaited<ReturnType<HeldHomes['homesOf']>>;

/** Of the market and of the tenant's homes; one array for as long as both stay, because readers keep what they made of it. */
function areasOf(market: Market, { areas }: Homes): readonly string[] {
  const named = new Set(market.areas.map((area) => area.toLowerCase()));
  const more = areas.filter(({ area }) => !named.has(area.toLowerCase())).map(({ area }) => area);
  return more.length === 0 ? market.areas : [...market.areas, ...more.slice(0, areasKnown)];
}

/**
 * The places that the brokerage serves. Where its settings leave them open, its own card tells them, as it does to visitors, and so do the
 * cities of its homes for sale.
 */
function servedBy({ serves = servesAll, card }: Settings, market: Market, { cities }: Homes): typeof serves {
  if (serves.areas.length > 0 || (card?.areas ?? []).length === 0) return serves;
  const withHomes = (market.market?.cities ?? []).filter((city) => cities.includes(city));
  return { ...serves, areas: [...new Set([...card.areas, ...withHomes])] };
}

/** How he talks, where that is not as from the first. */
function waysOf({ buyerAsks: buyer, sellerAsks: seller, tone, leaves }: Settings['jorge']): Partial<Pack> {
  const orderOf = ({ buyerAsks, sellerAsks }: Pick<Settings['jorge'], 'buyerAsks' | 'sellerAsks'>) =>
    [buyerAsks, sellerAsks].join(' ');
  const isAsFirst = orderOf({ buyerAsks: buyer, sellerAsks: seller }) === orderOf(firstJorge);
  return {
    ...(isAsFirst ? {} : { asks: { buyer, seller } }),
    ...(tone === 'brief' ? { tone } : {}),
    ...(leaves.length === 0 ? {} : { leaves }),
  };
}

/** The brokerage's settings for Jorge. */
function setUp(settings: Settings, market: Market, homes: Homes): Partial<Pack> {
  const { brokerageServicesUrl, review, mortgage, jorge = firstJorge } = settings;
  const serves = servedBy(settings, market, homes);
  return {
    ...(brokerageServicesUrl && market.law?.servicesNotice ? { brokerageServicesUrl } : {}),
    ...(review ? { review } : {}),
    ...(mortgage ? { mortgage } : {}),
    ...waysOf(jorge),
    ...(serves.areas.length + serves.notKinds.length > 0 ? { serves } : {}),
  };
}

interface PackDeps extends Pick<TenantKnowledge, 'settingsOf' | 'hold'>, HeldHomes {
  outcomes: Pick<HandoffOutcomeStore, 'of'>;
  botHealth: Pick<BotHealthWatch, 'unwell'>;
}

/**
 * Jorge's knowledge for a conversation: the market that the brokerage chose, the brokerage itself, and the home of the page. As
 * new as the tenant's version that this node saw last: each message reads it.
 */
export function createPackOf(deps: PackDeps): (conversation: Pick<Conversation, 'tenantId' | 'page'>) => Promise<Pack> {
  const shifts = deps.hold(['outcomes'], async (tenantId) => shiftsOf(await deps.outcomes.of(tenantId)));
  const known = deps.hold(['settings', 'homes'], async (tenantId) => {
    const [{ settings }, homes] = await Promise.all([deps.settingsOf(tenantId), deps.homesOf(tenantId)]);
    const market = marketPacks[settings.market];
    return {
      ...market,
      books: true,
      brokerage: settings.brokerage,
      timeZone: settings.timeZone,
      areas: areasOf(market, homes),
      ...setUp(settings, market, homes),
    };
  });
  return async ({ tenantId, page }) => {
    const [pack, learned, listing] = await Promise.all([
      known(tenantId),
      shifts(tenantId),
      page?.listingId === undefined ? null : deps.homeOf(tenantId, page.listingId),
    ]);
    const unwell = deps.botHealth.unwell();
    const isAsEver = unwell.length === 0 && Object.keys(learned).length === 0;
    return {
      ...pack,
      ...(isAsEver ? {} : { handoffs: { unwell, shifts: learned } }),
      ...(listing === null ? {} : { listing: leaveOut(listing, pack.leaves) }),
    };
  };
}
