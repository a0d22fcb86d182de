import type { AskedFact } from '../reading/home/readAskedFacts.ts';
import type { HomeFeature } from '../reading/home/readHomeFeatures.ts';
import type { Language } from '../reading/model.ts';
import { type AskIndex, type Asks, indexAsks, nearness } from '../reading/text/askIndex.ts';
import homeAsks from './homeAsks.json' with { type: 'json' };

type Both = Readonly<Record<Language, string>>;

/** The aim of a question about a home: a fact, a feature, a part that the listing may name, something no file holds, or all of it. */
export type AskedOfHome =
  | { kind: 'fact'; fact: AskedFact }
  | { kind: 'feature'; feature: HomeFeature }
  | { kind: 'part'; names: RegExp; called: Both }
  | { kind: 'not-kept'; called: Both }
  | { kind: 'house'; topic: 'people' | 'safety' | 'schools' }
  | { kind: 'summary' };

type AskId = Exclude<keyof typeof homeAsks, 'other'>;

const fact = (name: AskedFact): AskedOfHome => ({ kind: 'fact', fact: name });
const feature = (name: HomeFeature): AskedOfHome => ({ kind: 'feature', feature: name });
const part = (names: RegExp, en: string, es: string): AskedOfHome => ({ kind: 'part', names, called: { en, es } });
const notKept = (en: string, es: string): AskedOfHome => ({ kind: 'not-kept', called: { en, es } });

const asked: Readonly<Record<AskId, AskedOfHome>> = {
  price: fact('price'),
  beds: fact('beds'),
  baths: fact('baths'),
  hoa: fact('hoa'),
  taxes: fact('taxes'),
  size: fact('size'),
  lot: fact('lot'),
  year: fact('year'),
  kind: fact('kind'),
  parking: fact('parking'),
  garage: fact('garage'),
  heating: fact('heating'),
  features: fact('features'),
  available: fact('available'),
  'open-house': fact('open-house'),
  'listing-agent': fact('listing-agent'),
  listed: fact('listed'),
  steps: fact('steps'),
  'rental-rules': fact('rental-rules'),
  'hoa-rules': fact('hoa-rules'),
  laundry: fact('laundry'),
  pets: fact('pets'),
  furnished: fact('furnished'),
  address: fact('address'),
  phone: fact('phone'),
  pool: feature('pool'),
  yard: feature('yard'),
  porch: feature('porch'),
  fireplace: feature('fireplace'),
  storage: feature('storage'),
  office: feature('office'),
  view: feature('view'),
  roof: part(/\broof/i, 'the roof', 'el techo'),
  foundation: part(/\b(?:foundation|pier|slab)/i, 'the foundation', 'los cimientos'),
  floors: part(/\bfloors?\b/i, 'the floors', 'los pisos'),
  kitchen: part(/\b(?:kitchen|range|counters?|appliances?|stove)\b/i, 'the kitchen', 'la cocina'),
  windows: part(/\bwindows?\b/i, 'the windows', 'las ventanas'),
  plumbing: part(/\b(?:plumbing|pipes?)\b/i, 'the plumbing', 'la plomería'),
  electrical: part(/\b(?:electric\w*|wiring|panel)\b/i, 'the wiring', 'la instalación eléctrica'),
  'water-heater': part(/\bwater heater|tankless\b/i, 'the water heater', 'el calentador de agua'),
  studio: part(/\b(?:studio|guest|casita|adu)\b/i, 'a studio or guest house', 'un estudio o casita'),
  occupied: part(/\b(?:vacant|tenants?|occupied|leased)\b/i, 'tenants', 'inquilinos'),
  remodeled: part(/\b(?:remodel\w*|rebuilt|renovat\w*|updated|refinished|new)\b/i, 'renovations', 'remodelaciones'),
  flood: notKept('the flood zone (FEMA shows it by address)', 'la zona de inundación (FEMA la muestra por dirección)'),
  insurance: notKept('insurance', 'el seguro'),
  utilities: notKept('what the utilities cost', 'lo que cuestan los servicios'),
  internet: notKept('internet service', 'el servicio de internet'),
  noise: notKept('noise', 'el ruido'),
  'smell-smoke': notKept('smells or smoking', 'olores o humo'),
  'why-selling': notKept('why it is for sale', 'por qué se vende'),
  'price-history': notKept('earlier prices', 'los precios anteriores'),
  'other-offers': notKept('other offers', 'otras ofertas'),
  'lowest-price': notKept('what the seller would take', 'lo que aceptaría el vendedor'),
  permits: notKept('permits', 'los permisos'),
  inspection: notKept('inspections or repairs', 'inspecciones o reparaciones'),
  'closing-date': notKept('a closing date', 'una fecha de cierre'),
  'schools-zone': { kind: 'house', topic: 'schools' },
  commute: notKept('the drive', 'el trayecto'),
  photos: notKept('more photos or a floor plan', 'más fotos o un plano'),
  neighbors: { kind: 'house', topic: 'people' },
  safety: { kind: 'house', topic: 'safety' },
  'soil-trees-water': notKept('water, sewer, or septic', 'el agua o el drenaje'),
  summary: { kind: 'summary' },
};

let made: AskIndex<{ id: AskId | 'other'; asks: Asks }> | undefined;
/** A quarter of a second of work, which a command of `npm run admin` has no use for. */
function askIndex() {
  made ??= indexAsks((Object.keys(homeAsks) as (AskId | 'other')[]).map((id) => ({ id, asks: homeAsks[id] })));
  return made;
}
/** Below this, or hardly nearer than to another matter, it would be guessing; found by ten-fold trials on these askings. */
const nearEnough = 0.28;
const aheadEnough = 0.05;
/** A wish to hear all of a home is plain, or it is none. */
const nearForAll = 0.3;

/** Reads what a question asks of a home, by the askings that people type; null when none is near, or the nearest asks nothing of a home. */
export function nearestAsked(question: string): AskedOfHome | null {
  const index = askIndex();
  // "Is that a lot?" asks after no land.
  const ranked = [...nearness(index, question.replace(/\ba lot\b/gi, ' '))]
    .map((near, at) => ({ near, id: index.items[at]?.id ?? 'other' }))
    .sort((a, b) => b.near - a.near);
  const [best, second] = ranked;
  if (best === undefined || best.id === 'other' || best.near < nearEnough) return null;
  if (best.near - (second?.near ?? 0) < aheadEnough) return null;
  return best.id === 'summary' && best.near < nearForAll ? null : asked[best.id];
}
