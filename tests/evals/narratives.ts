import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPlaybook } from '../../src/adapters/playbook/createPlaybook.ts';
import { composeTenants } from '../../src/app/compose/tenants.ts';
import { demoTenantId } from '../../src/app/demoTenant.ts';
import { openMemorySignals } from '../../src/app/signals.ts';
import { openMemoryStores } from '../../src/app/stores.ts';
import { type NarrativeAnswer, narrativeLengths, narrativeStyles } from '../../src/contract/rest/narratives.ts';
import {
  type NarrativeDeps,
  narrativeSeal,
  writeNarrative,
} from '../../src/features/composing/narratives/writeNarrative.ts';
import { createTenant } from '../../src/features/identity/createTenant.ts';
import { factsOf } from '../../src/features/listings/model.ts';
import type { ListingFacts } from '../../src/features/packs/model.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { HubError } from '../../src/kernel/hubError.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLogger, silentMeter } from '../../src/kernel/observe.ts';
import { withDemoHomes } from '../support/demoHomes.ts';
import { checkNarrative, type Fault, readHome } from './narratives/checkNarrative.ts';
import { type HousingAd, homeOfAd } from './narratives/homesOfAds.ts';
import { readRows } from './nlu/measures.ts';
import { isReached, percentOf, type Share, tellGoal } from './share.ts';

const adsAtMost = 80;
export const brokerage = 'Barton Ridge Realty';
export const languages = ['en', 'es'] as const;

/** The goals, as shares of narratives or of sentences. */
export const narrativeGoals = {
  'in range': { atLeast: 0.98 },
  'unsupported figures': { atMost: 0 },
  'unsupported features': { atMost: 0 },
  'unfounded quotes': { atMost: 0 },
  'unknown facts': { atMost: 0 },
  'gate flags': { atMost: 0.01 },
  discriminatory: { atMost: 0 },
} as const;
type Measure = keyof typeof narrativeGoals;

export interface NarrativeGroup {
  source: string;
  language: (typeof languages)[number];
  homes: number;
  /** Asked for, and refused because the file has too little for the length. */
  refused: number;
  narratives: number;
  shares: Record<Measure, Share>;
  faults: (Fault & { title: string })[];
}

export async function demoHomes(): Promise<ListingFacts[]> {
  const listings = withDemoHomes(openMemoryStores().listings, systemClock);
  await listings.summary(demoTenantId);
  return (await listings.page(demoTenantId, 100)).map(factsOf);
}

/** The first homes that the ads tell of, in the order of their file. */
export const adHomes = (data: string): ListingFacts[] =>
  readRows<HousingAd>(join(data, 'fair_housing'), 'housing_ads_full.jsonl')
    .flatMap((ad) => homeOfAd(ad) ?? [])
    .slice(0, adsAtMost);

/** The wording that the sources of fair housing call a violation, where it is an ad's own and not a question. */
export const forbiddenPhrases = (data: string): string[] =>
  readRows<{ text: string; label: string; tier: string; direction: string }>(
    join(data, 'fair_housing'),
    'labelled.jsonl',
  )
    .filter(({ label, tier }) => label === 'non_compliant' && ['expert', 'guide', 'authority'].includes(tier))
    .filter(({ direction }) => direction !== 'input')
    .map(({ text }) => text.toLowerCase());

/** Has the use case write every style and length without a model, and checks each story by its home's file alone. */
export async function measureNarratives(
  source: string,
  homes: readonly ListingFacts[],
  language: (typeof languages)[number],
  phrases: readonly string[],
): Promise<NarrativeGroup> {
  const { deps, tenantId } = await openWriter(homes);
  const faults: NarrativeGroup['faults'] = [];
  let [refused, narratives, sentences] = [0, 0, 0];
  for (const home of homes) {
    const file = readHome(home);
    for (const style of narrativeStyles)
      for (const length of narrativeLengths) {
        const answer = await written(deps, tenantId, {
          listingId: home.listingId,
          style,
          length,
          language,
          fresh: true,
        });
        if (answer === null) {
          refused += 1;
          continue;
        }
        narratives += 1;
        sentences += answer.sentences.length;
        const found = checkNarrative(file, answer, { brokerage, phrases });
        faults.push(...found.map((fault) => ({ ...fault, title: `${home.listingId} ${style} ${length}` })));
      }
  }
  const count = (kind: Fault['kind']): number => faults.filter((fault) => fault.kind === kind).length;
  return {
    ...{ source, language, homes: homes.length, refused, narratives, faults },
    shares: {
      'in range': { hits: narratives - count('length'), of: narratives },
      'unsupported figures': { hits: count('figure'), of: sentences },
      'unsupported features': { hits: count('feature'), of: sentences },
      'unfounded quotes': { hits: count('quote'), of: sentences },
      'unknown facts': { hits: count('fact'), of: sentences },
      'gate flags': { hits: count('flag'), of: sentences },
      discriminatory: { hits: count('discriminatory'), of: sentences },
    },
  };
}

/** The writer of a hub without a model, over these homes. */
async function openWriter(homes: readonly ListingFacts[]): Promise<{ deps: NarrativeDeps; tenantId: string }> {
  const stores = openMemoryStores();
  const { id: tenantId } = await createTenant(
    { store: stores.identity, clock: systemClock },
    { name: brokerage, timeZone: 'America/Chicago' },
  );
  const { wakeups } = openMemorySignals(silentLogger, systemClock);
  const { tenants } = composeTenants(stores, { wakeups, clock: systemClock });
  const byId = new Map(homes.map((home) => [home.listingId, home]));
  const deps: NarrativeDeps = {
    ...{ newId, clock: systemClock, logger: silentLogger, meter: silentMeter, settingsOf: tenants.settingsOf },
    homes: { homeOf: async (_, listingId) => byId.get(listingId) ?? null },
    narratives: stores.narratives,
    leads: stores.leads,
    conversations: stores.conversations,
    entries: stores.entries,
    model: createPlaybook({ clock: systemClock }),
    seal: narrativeSeal('a secret of the evaluation'),
    admit: async () => {},
  };
  return { deps, tenantId };
}

/** Null where the file has too little for the length. */
async function written(
  deps: NarrativeDeps,
  tenantId: string,
  ask: Parameters<typeof writeNarrative>[2],
): Promise<NarrativeAnswer | null> {
  try {
    return await writeNarrative(deps, { tenantId, principal: { id: 'writer' } }, ask);
  } catch (error) {
    if (error instanceof HubError && error.code === 'VALIDATION_FAILED') return null;
    throw error;
  }
}

/** Measures stories of the demo's homes and, where their file is there, of homes in real ads. */
export async function evaluateNarratives({ data, show }: { data: string; show: boolean }): Promise<boolean> {
  const hasAds = existsSync(join(data, 'fair_housing', 'housing_ads_full.jsonl'));
  const phrases = hasAds ? forbiddenPhrases(data) : [];
  const sources = { demo: await demoHomes(), ...(hasAds ? { ads: adHomes(data) } : {}) };
  const groups: NarrativeGroup[] = [];
  for (const [source, homes] of Object.entries(sources))
    for (const language of languages) groups.push(await measureNarratives(source, homes, language, phrases));
  const measures = Object.keys(narrativeGoals) as Measure[];
  const heads = ['homes', 'refused', 'narratives', ...measures];
  console.log(''.padEnd(10) + heads.map((head) => `  ${head}`).join(''));
  for (const { source, language, homes, refused, narratives, shares } of groups) {
    const cells = [homes, refused, narratives, ...measures.map((measure) => cellOf(measure, shares[measure]))];
    console.log(
      `${source}, ${language}`.padEnd(10) +
        cells.map((cell, at) => `  ${String(cell).padStart(heads[at]?.length ?? 0)}`).join(''),
    );
  }
  if (show)
    for (const { faults } of groups)
      for (const { kind, what, text, title } of faults) console.log(`${kind.padEnd(14)} ${what} | ${text} | ${title}`);
  const excused = groups.flatMap(({ faults }) => faults.filter(({ kind }) => kind === 'excused')).length;
  console.log(`Let pass as advice: ${excused} words (see --show)`);
  const missed = groups.flatMap(({ source, language, shares }) =>
    measures
      .filter((measure) => !isReached(shares[measure], narrativeGoals[measure]))
      .map((measure) => `${source}, ${language}: ${measure}${tellGoal(narrativeGoals[measure], shares[measure])}`),
  );
  for (const one of missed) console.log(one);
  console.log(JSON.stringify({ held: missed.length === 0, groups: groups.map(({ faults: _, ...sums }) => sums) }));
  return missed.length === 0;
}

/** A share of the stories in percent; of faults, how many there are. */
const cellOf = (measure: Measure, share: Share): string =>
  measure === 'in range' ? `${percentOf(share)} %` : String(share.hits);
