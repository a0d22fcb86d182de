import { namesStreet, readPlaceInList } from '../../reading/readHomeNamed.ts';
import type { ShownHome, VisitorMessage } from '../protocol.ts';
import type { Question } from '../question.ts';
import type { Turn } from '../turn.ts';
import { whichHomeWordings } from './bookingTexts.ts';

/** The homes that a showing may be of: the cards on the screen, in their order, then the page's own. */
function homesInTalk({ state, pack }: Turn): ShownHome[] {
  const { shown } = state.homes;
  const own = pageHome(pack);
  return own === null || shown.some(({ listingId }) => listingId === own.listingId) ? [...shown] : [...shown, own];
}

export function pageHome({ listing }: Turn['pack']): ShownHome | null {
  if (listing === undefined) return null;
  const { listingId, title, address } = listing;
  return { listingId, title, address };
}

/** The home that a showing is of: the one they pointed out, the one of the appointment to be moved, or the only one there is; `unclear` where there are several, null where there is none. */
export function homeToShow(turn: Turn): ShownHome | 'unclear' | null {
  const { picked = null } = turn.state.homes;
  if (picked !== null) return picked;
  const { moving, appointment } = turn.state.booking;
  if (moving && appointment?.home !== undefined) return appointment.home;
  const [first, ...more] = homesInTalk(turn);
  return more.length > 0 ? 'unclear' : (first ?? null);
}

/** One button for each of them. */
export const whichHomeQuestion = (turn: Turn): Question => ({
  id: 'whichHome',
  wordings: whichHomeWordings,
  choices: homesInTalk(turn).map(({ listingId, title }) => ({
    id: listingId,
    label: { en: title, es: title },
    value: listingId,
  })),
});

/** The answer to it: a button, the street, or the place among the buttons. */
export function homeChosen(turn: Turn, { text, choiceId }: VisitorMessage): ShownHome | undefined {
  const homes = homesInTalk(turn);
  if (choiceId !== undefined) return homes.find(({ listingId }) => listingId === choiceId);
  const named = homes.find(({ title }) => namesStreet(text, title));
  const place = named === undefined ? readPlaceInList(text) : null;
  return named ?? (place === null ? undefined : homes.at(place === 'last' ? -1 : place));
}
