import type { Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

/** The features of a home, beside its rooms and its amenities, in words that people search by. */
export type HomeFeature = keyof typeof homeFeatures;

/** The words of each, English and Spanish: in a wish, in a question, and in what is on file about a home. */
export const homeFeatures = {
  pool: /\b(?:pools?|piscinas?|albercas?)\b/i,
  fireplace: /\b(?:fire ?places?|chimeneas?)\b/i,
  porch: /\b(?:porch(?:es)?|porches?|p[oó]rticos?)\b/i,
  patio: /\b(?:patios?|terraces?|terrazas?)\b(?! trasero)/i,
  deck: /\b(?:decks?)\b/i,
  balcony: /\b(?:balcon(?:y|ies)|balc[oó]n(?:es)?)(?![a-z\u00e0-\u00ff])/i,
  yard: /\b(?:(?:back ?|front ?)?yards?|gardens?|jard[ií]n(?:es)?|patio trasero)(?![a-z\u00e0-\u00ff])/i,
  fence: /\b(?:fenced?(?: in)?|fencing|cercad[oa]|barda)\b/i,
  office: /\b(?:(?:home )?offices?|study|oficinas?|despachos?)\b/i,
  storage: /\b(?:storage|sheds?|bodegas?|trastero)\b/i,
  workshop: /\b(?:workshops?|taller)\b/i,
  solar: /\b(?:solar|paneles solares)\b/i,
  charger: /\b(?:car charger|ev charger|ev[- ]charging|electric car|cargador)\b/i,
  elevator: /\b(?:elevators?|ascensor|elevador)\b/i,
  basement: /\b(?:basements?|s[oó]tanos?)\b/i,
  attic: /\b(?:attics?|[aá]tico)(?![a-z\u00e0-\u00ff])/i,
  gym: /\b(?:gyms?|gimnasio)\b/i,
  'one-story':
    /\b(?:one|single|1)[- ](?:story|level|floor)\b|(?:\b(?:no|not|without|hates?|avoids?|can(?:no|')t|bad with|trouble with|sin)|n't)\b[^.?!,]{0,24}\b(?:stairs|steps|escaleras)\b|\b(?:una|un solo|de una sola) (?:planta|piso)\b/i,
  'wood-floors': /\b(?:(?:hard ?)?wood|oak|pine) floors?\b|\bpisos? de madera\b/i,
  view: /\b(?:views?|vistas?)\b/i,
  greenbelt: /\bgreen ?belt\b/i,
  'main-downstairs':
    /\b(?:main|primary|master) (?:bed ?room|suite) (?:is )?(?:downstairs|on the (?:first|ground|main) (?:floor|level))\b/i,
} as const satisfies Record<string, RegExp>;

const none =
  /(?:\b(?:no|without|not|sin|hates?|dislikes?|avoids?|never|instead of|rather than)|n't (?:need|want|care|like|have to have)|\bdont (?:need|want|care|like))\b[^.?!,]{0,16}$/i;

/** The features that a text names, in the order of the list; a feature that it says no to is left out. */
export function readHomeFeatures(text: string): Read<HomeFeature>[] {
  const plain = plainText(text);
  const found: Read<HomeFeature>[] = [];
  for (const value of Object.keys(homeFeatures) as HomeFeature[]) {
    const match = homeFeatures[value].exec(plain);
    if (match === null || none.test(plain.slice(Math.max(0, match.index - 24), match.index))) continue;
    found.push(readAt(value, match));
  }
  return found;
}
