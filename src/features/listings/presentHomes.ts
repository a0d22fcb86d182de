import type { EntryData } from '../../contract/log/entry.ts';
import { joinWords } from '../../kernel/joinWords.ts';
import type { HomeKind, ListingFacts } from '../packs/model.ts';
import type { HomeSearch, HomeWish } from '../reading/home/homeWish.ts';
import type { Language } from '../reading/model.ts';
import { featureWords, kindWords } from './factWords.ts';
import { formatCents, formatDay } from './formatFigures.ts';
import { marksOfHome, photoAnswer } from './homeAnswer.ts';
import type { KeptListing } from './model.ts';
import { mostCounted } from './ports.ts';
import type { FoundHomes, Relaxed } from './searchHomes.ts';

const relaxedWords: Readonly<Record<Relaxed, Readonly<Record<Language, string>>>> = {
  features: { en: 'without everything you named', es: 'sin algo de lo que mencionó' },
  baths: { en: 'with fewer bathrooms', es: 'con menos baños' },
  kinds: { en: 'of another type', es: 'de otro tipo' },
  priceCents: { en: 'up to ten percent over that price', es: 'hasta un diez por ciento arriba de ese precio' },
  beds: { en: 'with one less bedroom', es: 'con una recámara menos' },
  areas: { en: 'in a different area', es: 'en otra zona' },
};

/**
 * The result of a search in words: how many homes, for which wish, what had to give way; honest where there is nothing. `pageFits`: the home
 * of the page, which is never among them, meets the wish itself.
 */
export function presentHomes(
  { why, wish }: HomeSearch,
  { homes, total, relaxed }: Pick<FoundHomes, 'total' | 'relaxed'> & { homes: readonly ListingFacts[] },
  language: Language,
  pageFits = false,
): string {
  const count = homes.length;
  const spanish = language === 'es';
  if (count === 0) {
    if (why === 'more')
      return spanish ? 'Esas eran todas las que van con lo que busca.' : 'Those were all the ones that fit.';
    if (why === 'similar')
      return spanish
        ? 'Ahora no tenemos a la venta nada parecido.'
        : "We don't have anything like it for sale right now.";
    return spanish
      ? 'Ahora no tenemos a la venta nada que se acerque, pero el equipo puede ver lo que busca.'
      : "We have nothing for sale that comes close right now, but the team can see what you're looking for.";
  }
  if (why === 'more') {
    if (spanish) return count === 1 ? 'Aquí hay una más.' : `Aquí hay ${count} más.`;
    return `Here ${count === 1 ? 'is' : 'are'} ${count} more.`;
  }
  if (relaxed.length > 0) {
    const how = joinWords(
      relaxed.map((name) => relaxedWords[name][language]),
      spanish ? 'y' : 'and',
    );
    if (why === 'similar')
      return spanish
        ? `Le muestro ${count} ${count === 1 ? 'casa parecida' : 'casas parecidas'} a la venta, ${how}.`
        : `Here ${count === 1 ? 'is' : 'are'} ${count} similar ${count === 1 ? 'home' : 'homes'} for sale, ${how}.`;
    const [none, ninguna] = pageFits ? ['Nothing else of ours', 'nada más que'] : ['Nothing of ours', 'nada que'];
    return spanish
      ? `Ahora no tenemos ${ninguna} cumpla con todo. Le muestro ${count} que se ${count === 1 ? 'acerca' : 'acercan'}, ${how}.`
      : `${none} meets all of that right now. Here ${count === 1 ? 'is' : 'are'} ${count} that ${count === 1 ? 'comes' : 'come'} close, ${how}.`;
  }
  if (why === 'similar')
    return spanish
      ? `Le muestro ${count} ${count === 1 ? 'casa parecida' : 'casas parecidas'} a la venta.`
      : `Here ${count === 1 ? 'is' : 'are'} ${count} similar ${count === 1 ? 'home' : 'homes'} for sale.`;
  const what = wishWords(wish, total, language);
  if (spanish) return total > count ? `Encontré ${what}. Le muestro las primeras ${count}.` : `Encontré ${what}.`;
  return total > count ? `I found ${what}. Here are the first ${count}.` : `I found ${what}.`;
}

function wishWords(wish: HomeWish, total: number, language: Language): string {
  const spanish = language === 'es';
  // Several kinds have no name in common.
  const kind = wish.kinds?.length === 1 ? (wish.kinds[0] as HomeKind) : undefined;
  const one = kind === undefined ? (spanish ? 'casa' : 'home') : kindWords[kind][language];
  const many = spanish && kind !== undefined && kind !== 'condo' ? `propiedades de tipo ${one}` : `${one}s`;
  const has = [
    rooms(wish.beds?.from ?? null, spanish ? ['recámara', 'recámaras'] : ['bedroom', 'bedrooms'], spanish),
    atMostBeds(wish.beds?.to ?? null, spanish),
    rooms(wish.baths?.from ?? null, spanish ? ['baño', 'baños'] : ['bathroom', 'bathrooms'], spanish),
    ...(wish.features ?? []).map((feature) => featureWords[feature][language]),
    ...(wish.amenities?.garage ? [spanish ? 'garaje' : 'a garage'] : []),
    ...(wish.amenities?.laundry ? [spanish ? 'lavandería' : 'laundry'] : []),
  ].filter((words) => words !== '');
  const areas = joinWords(wish.areas ?? [], spanish ? 'o' : 'or');
  return [
    // Very many homes are not all counted.
    `${total < mostCounted ? '' : spanish ? 'al menos ' : 'at least '}${total} ${total === 1 ? one : many}`,
    areas === '' ? '' : ` ${spanish ? 'en' : 'in'} ${areas}`,
    has.length === 0 ? '' : ` ${spanish ? 'con' : 'with'} ${joinWords(has, spanish ? 'y' : 'and')}`,
    priceWords(wish, spanish),
  ].join('');
}

function atMostBeds(to: number | null, spanish: boolean): string {
  if (to === null) return '';
  if (spanish) return `${to} ${to === 1 ? 'recámara' : 'recámaras'} como máximo`;
  return `at most ${to} ${to === 1 ? 'bedroom' : 'bedrooms'}`;
}

function rooms(from: number | null, [one, many]: [string, string], spanish: boolean): string {
  if (from === null || from === 0) return '';
  return `${spanish ? 'al menos' : 'at least'} ${from} ${from === 1 ? one : many}`;
}

function priceWords({ priceCents }: HomeWish, spanish: boolean): string {
  const { from = null, to = null } = priceCents ?? {};
  if (from !== null && to !== null) return `, ${formatCents(from)} ${spanish ? 'a' : 'to'} ${formatCents(to)}`;
  if (to !== null) return `, ${spanish ? 'hasta' : 'up to'} ${formatCents(to)}`;
  return from === null ? '' : `, ${spanish ? 'desde' : 'from'} ${formatCents(from)}`;
}

/** A home as a card: with its source and date (a license's condition for showing it). */
export function cardOf(
  home: KeptListing,
  language: Language,
  now: number,
): EntryData<'listing-cards'>['items'][number] {
  const { listingId, title, address, priceCents, currency, beds, baths, areaSqft, url, source, asOf } = home;
  const [photo] = home.record.photos;
  const marks = marksOfHome(home, now);
  const earlier = home.earlierPrice?.priceCents;
  return {
    listingId,
    title,
    address,
    priceCents,
    currency,
    beds,
    baths,
    areaSqft,
    ...(url === undefined ? {} : { url }),
    attribution: `${source}, ${formatDay(asOf, language)}`,
    source,
    ...(photo === undefined ? {} : { photo: photoAnswer(photo) }),
    ...(marks.length === 0 ? {} : { marks }),
    ...(marks.includes('price-drop') && earlier !== undefined ? { earlierPriceCents: earlier } : {}),
  };
}
