import type { Fact } from '../../../contract/readings.ts';
import { bathsOf, bedsOf, namesIt, showsFeature } from '../../listings/factWords.ts';
import type { ListingFacts } from '../../packs/model.ts';
import { type HomeFeature, homeFeatures } from '../../reading/home/readHomeFeatures.ts';
import type { Language } from '../../reading/model.ts';
import type { TracedSentence } from './model.ts';

/** Something that the lead said they want: the slot, its value, and their own words for it. */
export interface LeadWish {
  slot: 'beds' | 'baths' | 'area' | 'features';
  value: unknown;
  quote: string;
}
export const wishSlots = ['beds', 'baths', 'area', 'features'] as const;

export const wishFact = ({ slot, quote }: LeadWish, language: Language): Fact => ({
  id: `lead.${slot}`,
  words: language === 'es' ? `Ellos dijeron: “${quote}”.` : `They said: “${quote}”.`,
  source: '',
  audience: 'visitor',
});

/** The wishes that the home's file meets, each beside the fact that meets it; the others are left to the talk with the lead. */
export function metWishes(wishes: readonly LeadWish[], home: ListingFacts, language: Language): TracedSentence[] {
  return wishes.flatMap((wish) => {
    const met = meets(wish, home, language);
    if (met === null) return [];
    const said = language === 'es' ? `Usted dijo “${wish.quote}”` : `You said “${wish.quote}”`;
    return [{ text: `${said}${met.words}`, facts: [`lead.${wish.slot}`, met.factId] }];
  });
}

function meets(
  { slot, value }: LeadWish,
  home: ListingFacts,
  language: Language,
): { words: string; factId: string } | null {
  const es = language === 'es';
  if (slot === 'beds' || slot === 'baths') {
    const has = home[slot];
    if (typeof value !== 'number' || has < value || has === 0) return null;
    const rooms = slot === 'beds' ? bedsOf(home, language) : bathsOf(home, language);
    return { words: es ? `, y aquí hay ${rooms}.` : `, and this home has ${rooms}.`, factId: `home.${slot}` };
  }
  if (slot === 'area') {
    const areas = (Array.isArray(value) ? value : [value]).map((one) => String(one).toLowerCase());
    if (!areas.includes(home.area.toLowerCase())) return null;
    return {
      words: es ? `, y esta casa está en ${home.area}.` : `, and this home is in ${home.area}.`,
      factId: 'home.address',
    };
  }
  for (const name of Array.isArray(value) ? value : []) {
    if (!Object.hasOwn(homeFeatures, name)) continue;
    const shown = showsFeature(home, name as HomeFeature);
    const at = home.features.indexOf(shown ?? '');
    if (shown === null || at < 0) continue;
    const told = namesIt(shown, language);
    return { words: `. ${told}`, factId: `home.feature-${at + 1}` };
  }
  return null;
}
