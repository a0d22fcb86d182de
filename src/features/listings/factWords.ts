import { joinWords } from '../../kernel/joinWords.ts';
import type { HomeKind, ListingFacts, ListingStatus } from '../packs/model.ts';
import type { AskedFact } from '../reading/home/readAskedFacts.ts';
import { type HomeFeature, homeFeatures } from '../reading/home/readHomeFeatures.ts';
import type { Language } from '../reading/model.ts';
import { readDay } from '../reading/time/readDay.ts';
import { formatCents, formatCount, formatDay } from './formatFigures.ts';

type Both<T> = Readonly<Record<Language, T>>;
type Sentence = (home: ListingFacts) => string | null;

/** One thing that people ask of a home: how it is called where nothing is on file, the field that tells, and the sentence. */
export interface FactWords {
  called: Both<string>;
  field: keyof ListingFacts;
  tell: Both<Sentence>;
}

export const kindWords: Readonly<Record<HomeKind, Both<string>>> = {
  'single-family': { en: 'single-family house', es: 'casa unifamiliar' },
  townhouse: { en: 'townhouse', es: 'casa adosada' },
  condo: { en: 'condo', es: 'condominio' },
  'multi-family': { en: 'multi-family building', es: 'edificio multifamiliar' },
  manufactured: { en: 'manufactured home', es: 'casa prefabricada' },
  land: { en: 'lot', es: 'terreno' },
};

const statusWords: Readonly<Record<ListingStatus, Both<string>>> = {
  active: { en: "Yes, it's still for sale.", es: 'Sí, sigue a la venta.' },
  pending: { en: "It's under contract at the moment.", es: 'En este momento está bajo contrato.' },
  sold: { en: 'It has been sold.', es: 'Ya se vendió.' },
  removed: { en: "It's no longer on the market.", es: 'Ya no está en el mercado.' },
};

const money = ({ currency }: ListingFacts, cents: number): string => formatCents(cents, currency);
/** Rounded to whole dollars, as agents quote it. */
const perSqft = (home: ListingFacts, words: (price: string) => string): string | null =>
  home.areaSqft === undefined || home.areaSqft === 0
    ? null
    : words(money(home, Math.round(home.priceCents / home.areaSqft / 100) * 100));
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** The file's own words are quoted: a translation would be ours, not theirs. */
const quoted = (
  called: Both<string>,
  field: 'parking' | 'heating' | 'steps' | 'rentalRules' | 'hoaRules',
): Both<Sentence> => ({
  en: (home) => (home[field] === undefined ? null : `${called.en}: ${home[field]}.`),
  es: (home) => (home[field] === undefined ? null : `${called.es}, según la ficha: "${home[field]}".`),
});

const quotedRules = quoted({ en: 'HOA rules', es: 'Reglas del HOA' }, 'hoaRules');
/** Without an HOA there are no rules of one. */
const hoaRules = (home: ListingFacts, language: Language): string | null =>
  quotedRules[language](home) ?? (home.hoaCentsPerMonth === 0 ? factWords.hoa.tell[language](home) : null);

const petsAllowed = amenity(
  'pets',
  /\b(?:pets?|dogs?|cats?)\b/i,
  { en: 'pets', es: 'mascotas' },
  { en: 'Yes, pets are allowed.', es: 'Sí, se admiten mascotas.' },
  { en: "Pets aren't allowed.", es: 'No se admiten mascotas.' },
);
const namesPets = /\b(?:pets?|dogs?|cats?|animals?|mascotas?|perros?|gatos?)\b/i;
/** Answers about pets include what the rules of the HOA or of renting say about them. */
function petsTold(home: ListingFacts, language: Language): string | null {
  const rules = (['hoaRules', 'rentalRules'] as const)
    .filter((field) => namesPets.test(home[field] ?? ''))
    .map((field) => factWords[field === 'hoaRules' ? 'hoa-rules' : 'rental-rules'].tell[language](home));
  const told = [petsAllowed.tell[language](home), ...rules].filter(Boolean).join(' ');
  if (told !== '') return told;
  if (home.hoaCentsPerMonth !== 0) return null;
  return language === 'es'
    ? 'No hay HOA, así que no hay reglas del HOA sobre mascotas.'
    : "There's no HOA, so no HOA rule on pets.";
}

/** "3 bedrooms", in words. */
export const bedsOf = (home: ListingFacts, language: Language): string =>
  language === 'es' ? plural(home.beds, 'recámara', 'recámaras') : plural(home.beds, 'bedroom', 'bedrooms');
/** "2.5 bathrooms", in words. */
export const bathsOf = (home: ListingFacts, language: Language): string =>
  language === 'es' ? plural(home.baths, 'baño', 'baños') : plural(home.baths, 'bathroom', 'bathrooms');

/** An amenity is known when somebody looked it up, or when the home's own words name it. */
function amenity(
  name: 'garage' | 'laundry' | 'pets' | 'furnished',
  says: RegExp,
  called: Both<string>,
  yes: Both<string>,
  no: Both<string>,
): FactWords {
  const sentence =
    (language: Language): Sentence =>
    (home) => {
      const known = home.amenities?.[name];
      const parking = name === 'garage' ? factWords.parking.tell[language](home) : null;
      if (known === false) return [no[language], parking].filter(Boolean).join(' ');
      if (known === true) return parking !== null && says.test(home.parking ?? '') ? parking : yes[language];
      const named = home.features.find((feature) => says.test(feature));
      return named === undefined ? parking : namesIt(named, language);
    };
  return {
    called,
    field: name === 'garage' ? 'parking' : 'features',
    tell: { en: sentence('en'), es: sentence('es') },
  };
}

/** Quotes a feature of the listing in a sentence. */
export const namesIt = (feature: string, language: Language): string =>
  language === 'es' ? `La ficha dice: "${feature}".` : `The listing says: ${feature}.`;

export const sqftOfAcre = 43_560;
export const leastAcres = 0.4;
/** A large lot in acres too, as people speak of it; empty for a small one. */
const acresOf = (sqft: number, language: Language): string => {
  const acres = sqft / sqftOfAcre;
  return acres < leastAcres
    ? ''
    : `, ${language === 'es' ? 'unos' : 'about'} ${acres.toFixed(acres < 10 ? 2 : 0)} acres`;
};

export const factWords: Readonly<Record<Exclude<AskedFact, 'phone'>, FactWords>> = {
  available: {
    called: { en: 'its status', es: 'su estado' },
    field: 'status',
    tell: { en: ({ status }) => statusWords[status].en, es: ({ status }) => statusWords[status].es },
  },
  price: {
    called: { en: 'the price', es: 'el precio' },
    field: 'priceCents',
    tell: {
      en: (home) => `The asking price ${home.status === 'sold' ? 'was' : 'is'} ${money(home, home.priceCents)}.`,
      es: (home) => `El precio de lista ${home.status === 'sold' ? 'era' : 'es'} de ${money(home, home.priceCents)}.`,
    },
  },
  taxes: {
    called: { en: 'the property taxes', es: 'los impuestos' },
    field: 'taxCentsPerYear',
    tell: {
      en: (home) =>
        home.taxCentsPerYear === undefined
          ? null
          : `The property taxes are ${money(home, home.taxCentsPerYear)} a year.`,
      es: (home) =>
        home.taxCentsPerYear === undefined ? null : `Los impuestos son de ${money(home, home.taxCentsPerYear)} al año.`,
    },
  },
  hoa: {
    called: { en: 'an HOA', es: 'un HOA' },
    field: 'hoaCentsPerMonth',
    tell: {
      en: (home) => {
        if (home.hoaCentsPerMonth === undefined) return null;
        return home.hoaCentsPerMonth === 0
          ? "There's no HOA, so no HOA fee."
          : `The HOA fee is ${money(home, home.hoaCentsPerMonth)} a month.`;
      },
      es: (home) => {
        if (home.hoaCentsPerMonth === undefined) return null;
        return home.hoaCentsPerMonth === 0
          ? 'No hay HOA, así que no se paga cuota.'
          : `La cuota del HOA es de ${money(home, home.hoaCentsPerMonth)} al mes.`;
      },
    },
  },
  'price-per-sqft': {
    called: { en: 'the price per square foot', es: 'el precio por pie cuadrado' },
    field: 'priceCents',
    tell: {
      en: (home) => perSqft(home, (price) => `The asking price comes to about ${price} per square foot.`),
      es: (home) => perSqft(home, (price) => `El precio de lista sale a unos ${price} por pie cuadrado.`),
    },
  },
  beds: {
    called: { en: 'the bedrooms', es: 'las recámaras' },
    field: 'beds',
    tell: { en: (home) => `It has ${bedsOf(home, 'en')}.`, es: (home) => `Tiene ${bedsOf(home, 'es')}.` },
  },
  'bed-floor': {
    called: { en: 'which floor the bedrooms are on', es: 'en qué piso están las recámaras' },
    field: 'features',
    tell: { en: (home) => bedFloorTold(home, 'en'), es: (home) => bedFloorTold(home, 'es') },
  },
  baths: {
    called: { en: 'the bathrooms', es: 'los baños' },
    field: 'baths',
    tell: { en: (home) => `It has ${bathsOf(home, 'en')}.`, es: (home) => `Tiene ${bathsOf(home, 'es')}.` },
  },
  size: {
    called: { en: 'its size', es: 'su tamaño' },
    field: 'areaSqft',
    tell: {
      en: (home) => `It has ${formatCount(home.areaSqft)} square feet.`,
      es: (home) => `Mide ${formatCount(home.areaSqft)} pies cuadrados.`,
    },
  },
  lot: {
    called: { en: 'the lot', es: 'el terreno' },
    field: 'lotSqft',
    tell: {
      en: ({ lotSqft }) =>
        lotSqft === undefined ? null : `The lot has ${formatCount(lotSqft)} square feet${acresOf(lotSqft, 'en')}.`,
      es: ({ lotSqft }) =>
        lotSqft === undefined
          ? null
          : `El terreno mide ${formatCount(lotSqft)} pies cuadrados${acresOf(lotSqft, 'es')}.`,
    },
  },
  year: {
    called: { en: 'the year it was built', es: 'el año de construcción' },
    field: 'yearBuilt',
    tell: {
      en: ({ yearBuilt }) => (yearBuilt === undefined ? null : `It was built in ${yearBuilt}.`),
      es: ({ yearBuilt }) => (yearBuilt === undefined ? null : `Se construyó en ${yearBuilt}.`),
    },
  },
  kind: {
    called: { en: 'the kind of home', es: 'el tipo de vivienda' },
    field: 'propertyType',
    tell: {
      en: ({ propertyType }) => (propertyType === undefined ? null : `It's listed as a ${kindWords[propertyType].en}.`),
      es: ({ propertyType }) => (propertyType === undefined ? null : `Figura como ${kindWords[propertyType].es}.`),
    },
  },
  parking: {
    called: { en: 'parking', es: 'el estacionamiento' },
    field: 'parking',
    tell: quoted({ en: 'Parking', es: 'Estacionamiento' }, 'parking'),
  },
  heating: {
    called: { en: 'heating and cooling', es: 'la calefacción y el aire' },
    field: 'heating',
    tell: quoted({ en: 'Heating and cooling', es: 'Calefacción y aire' }, 'heating'),
  },
  address: {
    called: { en: 'the address', es: 'la dirección' },
    field: 'address',
    tell: {
      en: ({ address, area }) => `It's at ${address} (${area}).`,
      es: ({ address, area }) => `Está en ${address} (${area}).`,
    },
  },
  features: {
    called: { en: 'its features', es: 'sus características' },
    field: 'features',
    tell: {
      en: ({ features }) =>
        features.length === 0 ? null : `The listing mentions ${joinWords(features.slice(0, 6), 'and')}.`,
      es: ({ features }) => (features.length === 0 ? null : `En la ficha: "${features.slice(0, 6).join('; ')}".`),
    },
  },
  'open-house': {
    called: { en: 'an open house', es: 'un open house' },
    field: 'openHouses',
    tell: {
      en: ({ openHouses = [] }) => (openHouses.length === 0 ? null : `Open house: ${joinWords(openHouses, 'and')}.`),
      es: ({ openHouses = [] }) =>
        openHouses.length === 0 ? null : `Open house, según la ficha: "${openHouses.join('; ')}".`,
    },
  },
  'listing-agent': {
    called: { en: 'the listing agent', es: 'el agente de la casa' },
    field: 'listingAgent',
    tell: {
      en: ({ listingAgent }) => (listingAgent === undefined ? null : `The listing agent is ${listingAgent}.`),
      es: ({ listingAgent }) => (listingAgent === undefined ? null : `La casa la lleva ${listingAgent}.`),
    },
  },
  listed: {
    called: { en: 'when it was listed', es: 'desde cuándo está a la venta' },
    field: 'listedOn',
    tell: {
      en: ({ listedOn }) => (listedOn === undefined ? null : `It was listed on ${formatDay(listedOn, 'en')}.`),
      es: ({ listedOn }) => (listedOn === undefined ? null : `Está a la venta desde el ${formatDay(listedOn, 'es')}.`),
    },
  },
  steps: {
    called: { en: 'steps', es: 'escalones' },
    field: 'steps',
    tell: quoted({ en: 'Steps', es: 'Escalones' }, 'steps'),
  },
  'rental-rules': {
    called: { en: 'rental rules', es: 'reglas de renta' },
    field: 'rentalRules',
    tell: quoted({ en: 'Rental rules', es: 'Reglas de renta' }, 'rentalRules'),
  },
  'hoa-rules': {
    called: { en: 'the HOA rules', es: 'las reglas del HOA' },
    field: 'hoaRules',
    tell: { en: (home) => hoaRules(home, 'en'), es: (home) => hoaRules(home, 'es') },
  },
  garage: amenity(
    'garage',
    /\bgarage/i,
    { en: 'a garage', es: 'un garaje' },
    { en: 'Yes, it has a garage.', es: 'Sí, tiene garaje.' },
    { en: 'It has no garage.', es: 'No tiene garaje.' },
  ),
  laundry: amenity(
    'laundry',
    /\b(?:laundry|washer|dryer)/i,
    { en: 'laundry', es: 'lavandería' },
    { en: 'Yes, it has laundry in the home.', es: 'Sí, tiene lavandería en casa.' },
    { en: 'It has no laundry in the home.', es: 'No tiene lavandería en casa.' },
  ),
  pets: {
    called: { en: 'pets', es: 'mascotas' },
    field: 'features',
    tell: { en: (home) => petsTold(home, 'en'), es: (home) => petsTold(home, 'es') },
  },
  furnished: amenity(
    'furnished',
    /\bfurnish/i,
    { en: 'furniture', es: 'muebles' },
    { en: "Yes, it's sold furnished.", es: 'Sí, se vende amueblada.' },
    { en: "It isn't sold furnished.", es: 'No se vende amueblada.' },
  ),
};

const floorOfBeds =
  /^(?=.*\b(?:bed ?rooms?|suites?)\b).*\b(?:up ?stairs|down ?stairs|over the garage|(?:first|ground|main|second|third) (?:floor|level))\b|\b(?:one|single)[- ](?:story|level)\b/is;
/** The file's words on where the bedrooms are; of a home on one floor, that it is one. */
function bedFloorTold({ features, description }: ListingFacts, language: Language): string | null {
  const line = [...features, ...description.split(/(?<=[.!?;])\s+/)].find((words) => floorOfBeds.test(words));
  return line === undefined ? null : namesIt(line.replace(/[.;]$/, ''), language);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const inSpanish = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const weekdayIn = (text: string): number => {
  const named = readDay(text)?.value ?? '';
  return weekdays.findIndex((day) => named.includes(day));
};

/**
 * The open houses on file, for a day where the question names one: those of that day, or that there is none on it and when they are.
 * Null where none is on file.
 */
export function openHousesTold(question: string, home: ListingFacts, language: Language): string | null {
  const { openHouses = [] } = home;
  const all = factWords['open-house'].tell[language](home);
  const asked = weekdayIn(question);
  const days = openHouses.map(weekdayIn);
  if (all === null || asked < 0 || days.some((day) => day < 0)) return all;
  const then = openHouses.filter((_, at) => days[at] === asked);
  if (then.length > 0) return factWords['open-house'].tell[language]({ ...home, openHouses: then });
  const isOnly = openHouses.length === 1 && language === 'en';
  return `${noneOn(asked, language)} ${isOnly ? `The next one is ${openHouses[0]}.` : all}`;
}

const noneOn = (day: number, language: Language): string =>
  language === 'es' ? `El ${inSpanish[day]} no hay open house.` : `There's no open house on ${weekdays[day]}.`;

/** On which days of the week the home is not open, a sentence each; null where the file names no days. */
export function daysWithoutOpenHouse({ openHouses = [] }: ListingFacts, language: Language): string | null {
  const days = openHouses.map(weekdayIn);
  if (days.length === 0 || days.some((day) => day < 0)) return null;
  return weekdays.flatMap((_, at) => (days.includes(at) ? [] : [noneOn(at, language)])).join(' ') || null;
}

export const featureWords: Readonly<Record<HomeFeature, Both<string>>> = {
  pool: { en: 'a pool', es: 'una piscina' },
  fireplace: { en: 'a fireplace', es: 'una chimenea' },
  porch: { en: 'a porch', es: 'un porche' },
  patio: { en: 'a patio', es: 'un patio' },
  deck: { en: 'a deck', es: 'una terraza de madera' },
  balcony: { en: 'a balcony', es: 'un balcón' },
  yard: { en: 'a yard', es: 'un jardín' },
  fence: { en: 'a fence', es: 'una cerca' },
  office: { en: 'an office', es: 'una oficina' },
  storage: { en: 'storage', es: 'una bodega' },
  workshop: { en: 'a workshop', es: 'un taller' },
  solar: { en: 'solar panels', es: 'paneles solares' },
  charger: { en: 'an EV charger', es: 'un cargador para el auto' },
  elevator: { en: 'an elevator', es: 'un elevador' },
  basement: { en: 'a basement', es: 'un sótano' },
  attic: { en: 'an attic', es: 'un ático' },
  gym: { en: 'a gym', es: 'un gimnasio' },
  'one-story': { en: 'all on one floor', es: 'todo en una planta' },
  'wood-floors': { en: 'wood floors', es: 'pisos de madera' },
  view: { en: 'a view', es: 'una vista' },
  greenbelt: { en: 'a greenbelt', es: 'un cinturón verde' },
  'main-downstairs': { en: 'a main bedroom downstairs', es: 'una recámara principal abajo' },
};

/** The words on file that show a feature; '' when somebody looked it up and there are no words; null when nothing shows it. */
export function showsFeature(
  home: Partial<Pick<ListingFacts, 'features' | 'description'>> & { amenities?: { pool?: boolean } },
  feature: HomeFeature,
): string | null {
  if (feature === 'pool' && home.amenities?.pool === false) return null;
  const named = home.features?.find((words) => homeFeatures[feature].test(words));
  if (named !== undefined) return named;
  if (feature === 'pool' && home.amenities?.pool === true) return '';
  return (
    (home.description ?? '').split(/(?<=[.!?;])\s+/).find((sentence) => homeFeatures[feature].test(sentence)) ?? null
  );
}
