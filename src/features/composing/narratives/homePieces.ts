import type { NarrativeStyle } from '../../../contract/rest/narratives.ts';
import { joinWords } from '../../../kernel/joinWords.ts';
import { bathsOf, bedsOf, factWords, kindWords } from '../../listings/factWords.ts';
import { formatCents, formatCount } from '../../listings/formatFigures.ts';
import type { ListingFacts } from '../../packs/model.ts';
import type { Language } from '../../reading/model.ts';
import type { TracedSentence } from './model.ts';

/** One sentence about a home, the kind of thing that it tells, and the facts that it rests on. */
export interface HomePiece extends TracedSentence {
  about: PieceKind;
  /** The advice that may follow it. */
  advice?: string;
}

const kinds = [
  'place',
  'kind',
  'rooms',
  'features',
  'lot',
  'parking',
  'heating',
  'laundry',
  'price',
  'hoa',
  'taxes',
  'rules',
  'open-house',
] as const;
type PieceKind = (typeof kinds)[number];

/** The pieces that each style tells first; the others follow in the order of `kinds`. */
const first: Readonly<Record<NarrativeStyle, readonly PieceKind[]>> = {
  emotional: ['place', 'features', 'rooms'],
  professional: ['place', 'kind', 'rooms'],
  investment: ['price', 'taxes', 'hoa', 'kind', 'rooms', 'rules'],
  luxury: ['features', 'rooms', 'lot'],
  lifestyle: ['place', 'rooms', 'features', 'parking', 'laundry'],
};

const featuresInOne = 3;

/** All that can be told of a home from its file, in the order of the style. `isTold`: whether the fact of this id may be told. */
export function homePieces(
  home: ListingFacts,
  style: NarrativeStyle,
  language: Language,
  isTold: (factId: string) => boolean,
): HomePiece[] {
  const es = language === 'es';
  const { title, area, areaSqft, beds, baths, yearBuilt, propertyType, lotSqft, priceCents, currency } = home;
  const told = (name: keyof typeof factWords): string | null => {
    const words = factWords[name].tell[language](home);
    return words === null ? null : withoutYes(words);
  };
  const piece = (about: PieceKind, ids: readonly string[], text: string | null, advice?: string): HomePiece[] =>
    text === null || !ids.every(isTold)
      ? []
      : [{ about, text, facts: ids, ...(advice === undefined ? {} : { advice }) }];
  const price = formatCents(priceCents, currency);
  const perSqft = areaSqft === 0 ? null : formatCents(Math.round(priceCents / areaSqft / 100) * 100, currency);
  const size = `${formatCount(areaSqft)} ${es ? 'pies cuadrados' : 'square feet'}`;
  const kind = propertyType === undefined ? null : kindWords[propertyType][language];
  const pieces = [
    ...piece('place', ['home.address'], es ? `${title} está en ${area}.` : `${title} is in ${area}.`),
    ...(kind !== null && yearBuilt !== undefined
      ? piece(
          'kind',
          ['home.kind', 'home.year'],
          es ? `Figura como ${kind}, de ${yearBuilt}.` : `It’s a ${kind} built in ${yearBuilt}.`,
          'home.year',
        )
      : [...piece('kind', ['home.kind'], told('kind')), ...piece('kind', ['home.year'], told('year'), 'home.year')]),
    ...(beds === 0 && baths === 0
      ? []
      : areaSqft === 0
        ? piece(
            'rooms',
            ['home.beds', 'home.baths'],
            es
              ? `Tiene ${bedsOf(home, 'es')} y ${bathsOf(home, 'es')}.`
              : `It has ${bedsOf(home, 'en')} and ${bathsOf(home, 'en')}.`,
            'home.beds',
          )
        : piece(
            'rooms',
            ['home.beds', 'home.baths', 'home.size'],
            es
              ? `Tiene ${bedsOf(home, 'es')} y ${bathsOf(home, 'es')} en ${size}.`
              : `It has ${bedsOf(home, 'en')} and ${bathsOf(home, 'en')} in ${size}.`,
            'home.beds',
          )),
    ...featurePieces(home, language, isTold),
    ...piece('lot', ['home.lot'], lotSqft === undefined ? null : told('lot'), 'home.lot'),
    ...piece('parking', ['home.parking'], told('parking'), 'home.parking'),
    ...piece('heating', ['home.heating'], told('heating'), 'home.heating'),
    ...(home.amenities?.laundry === undefined ? [] : piece('laundry', ['home.laundry'], told('laundry'))),
    ...(perSqft === null
      ? piece('price', ['home.price'], told('price'), 'home.price')
      : piece(
          'price',
          ['home.price', 'home.price-per-sqft'],
          es
            ? `El precio de lista es de ${price}, unos ${perSqft} por pie cuadrado.`
            : `The asking price is ${price}, about ${perSqft} per square foot.`,
          'home.price',
        )),
    ...piece('hoa', ['home.hoa'], told('hoa'), home.hoaCentsPerMonth === 0 ? undefined : 'home.hoa'),
    ...piece('taxes', ['home.taxes'], told('taxes'), 'home.taxes'),
    ...piece('rules', ['home.rental-rules'], told('rental-rules')),
    ...(home.hoaRules === undefined ? [] : piece('rules', ['home.hoa-rules'], told('hoa-rules'))),
    ...piece('open-house', ['home.open-house'], told('open-house'), 'home.open-house'),
  ];
  const order = [...first[style], ...kinds.filter((one) => !first[style].includes(one))];
  return order.flatMap((about) => pieces.filter((one) => one.about === about));
}

/** A few features in one sentence, as the file has them. */
function featurePieces(
  { features }: ListingFacts,
  language: Language,
  isTold: (factId: string) => boolean,
): HomePiece[] {
  const tellable = features.flatMap((words, at) => {
    const id = `home.feature-${at + 1}`;
    return isTold(id) ? [{ id, words: words.replace(/[.;\s]+$/, '') }] : [];
  });
  const pieces: HomePiece[] = [];
  for (let from = 0; from < tellable.length; from += featuresInOne) {
    const some = tellable.slice(from, from + featuresInOne);
    const list = joinWords(
      some.map(({ words }) => `“${words}”`),
      language === 'es' ? 'y' : 'and',
    );
    const opens = listOpens[language];
    pieces.push({
      about: 'features',
      text: `${opens[Math.min(from / featuresInOne, opens.length - 1)]} ${list}.`,
      facts: some.map(({ id }) => id),
      ...(from === 0 ? { advice: 'home.feature' } : {}),
    });
  }
  return pieces;
}

/** Quoted, for the words are those of the file. */
const listOpens: Readonly<Record<Language, readonly string[]>> = {
  en: ['In the listing’s own words, it has', 'The listing goes on with', 'It also names', 'And it adds'],
  es: ['En palabras de la ficha, tiene', 'La ficha sigue con', 'También nombra', 'Y agrega'],
};

/** "Yes, it has a garage." answers a question; here it tells. */
function withoutYes(words: string): string {
  const rest = words.replace(/^(?:Yes|Sí), /, '');
  return rest === words ? words : `${rest[0]?.toUpperCase()}${rest.slice(1)}`;
}
