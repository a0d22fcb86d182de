import { homePhotoAddress } from '../../shared/files/homePhotoAddress.ts';
import { paintPicture } from '../../shared/files/paintPicture.ts';
import { createElement } from '../createElement.ts';
import { fill, type Speech } from '../speech.ts';
import type { MoreRow } from '../talkRows.ts';
import { button, link } from './pressable.ts';
import type { MoreWords } from './words/en.ts';

type CardsRow = Extract<MoreRow, { kind: 'cards' }>;
type HomeCard = CardsRow['items'][number];

export interface CardActions {
  /** The hub's address. */
  hub: string;
  /** Sends words as the visitor's. */
  say(text: string): void;
  /** Puts words into the text field. */
  write(text: string): void;
  /** Tells the hub that the visitor presses a home's card. `likes`: they want to see it. */
  tap(listingId: string, likes: boolean): void;
}

/** Homes as cards, side by side; one source is said once, below all of them. */
export function cardsParts({ items }: CardsRow, words: MoreWords, speech: Speech, actions: CardActions): Node[] {
  const sources = new Set(items.map(({ source, attribution }) => source ?? attribution));
  const shown = { tellSource: sources.size > 1, withPhotos: items.some(({ photo }) => photo !== undefined) };
  const homes = createElement('div', { class: 'homes', role: 'group', 'aria-label': words.homes });
  homes.append(...items.map((card) => cardOf(card, shown, words, speech, actions)));
  if (shown.tellSource) return [homes];
  const told = [...new Set(items.map(({ attribution }) => attribution))].join(' · ');
  return [homes, createElement('p', { class: 'source', dir: 'auto' }, [told])];
}

function cardOf(
  card: HomeCard,
  { tellSource, withPhotos }: { tellSource: boolean; withPhotos: boolean },
  words: MoreWords,
  speech: Speech,
  { hub, say, write, tap }: CardActions,
) {
  const { number, money } = speech;
  const { listingId, title, currency, marks = [], earlierPriceCents: earlier } = card;
  const facts = { beds: number(card.beds), baths: number(card.baths), area: number(card.areaSqft) };
  const isCheaper = marks.includes('price-drop') && earlier !== undefined;
  const parts = [
    ...(withPhotos ? [photoOf(card, hub)] : []),
    createElement('b', { class: 'price' }, [
      money(card.priceCents, currency),
      ...(isCheaper ? [' ', createElement('s', {}, [money(earlier, currency)])] : []),
    ]),
    ...(marks.length > 0 ? [marksOf(marks, words)] : []),
    createElement('span', { dir: 'auto' }, [title]),
    createElement('span', { class: 'facts' }, [fill(words.homeFacts, facts)]),
    ...(tellSource ? [createElement('small', { dir: 'auto' }, [card.attribution])] : []),
  ];
  const isLink = card.url !== undefined && /^https?:/.test(card.url);
  const home = { home: title };
  const about = isLink
    ? link(card.url!, parts, { class: 'about-home' })
    : createElement('div', { class: 'about-home' }, parts);
  // A press of the middle button opens it too.
  if (isLink) for (const press of ['click', 'auxclick']) about.addEventListener(press, () => tap(listingId, false));
  const act = (label: string, likes: boolean, then: () => void) =>
    button(
      label,
      () => {
        tap(listingId, likes);
        then();
      },
      { 'aria-label': `${label}: ${title}` },
    );
  return createElement('div', { class: 'card' }, [
    about,
    createElement('div', { class: 'card-acts' }, [
      act(words.seeIt, true, () => say(fill(words.seeThis, home))),
      act(words.askIt, false, () => write(fill(words.askThis, home))),
    ]),
  ]);
}

const marksOf = (marks: NonNullable<HomeCard['marks']>, words: MoreWords): HTMLElement =>
  createElement(
    'span',
    { class: 'home-marks' },
    marks.map((mark) => createElement('em', {}, [mark === 'new' ? words.newHome : words.priceDrop])),
  );

/** Its place is there before the photo is, so that nothing moves; a home without one keeps it empty among others that have. */
function photoOf({ photo }: HomeCard, hub: string): HTMLElement {
  const canvas = createElement('canvas', { class: 'home-photo', 'aria-hidden': 'true' });
  if (photo !== undefined)
    fetch(`${hub}${homePhotoAddress(photo, 'preview')}`)
      .then((answer) => (answer.ok ? answer.blob() : null))
      .then((bytes) => bytes && paintPicture(canvas, bytes))
      // A photo that cannot be loaded stays an empty frame above the home's name.
      .catch(() => undefined);
  return canvas;
}
