import { namesStreet, readListPosition } from '../../reading/home/readHomeNamed.ts';
import { whichHomeWordings } from '../say/bookingTexts.ts';
import type { ShownHome, VisitorMessage } from '../state/protocol.ts';
import type { Question } from '../state/question.ts';
import type { StepContext } from '../state/stepContext.ts';

/** The homes that a showing may be of: the cards on the screen, in their order, then the page's own. */
function homesInTalk({ state, pack }: StepContext): ShownHome[] {
  const shown = state.homes.shown.map(withoutPrice);
  const own = pageHome(pack);
  return own === null || shown.some(({ listingId }) => listingId === own.listingId) ? [...shown] : [...shown, own];
}

/** As it goes into a showing, whose home has no price. */
export const withoutPrice = ({ priceCents: _, ...home }: ShownHome): ShownHome => home;

export function pageHome({ listing }: StepContext['pack']): ShownHome | null {
  if (listing === undefined) return null;
  const { listingId, title, address } = listing;
  return { listingId, title, address };
}

/**
 * The home that a showing is of: the one they pointed out, the one of the appointment to be moved, or the only one there is;
 * `unclear` where there are several, null where there is none.
 */
export function homeToShow(turn: StepContext): ShownHome | 'unclear' | null {
  const { picked = null } = turn.state.homes;
  if (picked !== null) return picked;
  const { moving, appointment } = turn.state.booking;
  if (moving && appointment?.home !== undefined) return appointment.home;
  const [first, ...more] = homesInTalk(turn);
  return more.length > 0 ? 'unclear' : (first ?? null);
}

/** Asks which of the homes a showing is of, with one button for each. */
export const whichHomeQuestion = (turn: StepContext): Question => ({
  id: 'whichHome',
  wordings: whichHomeWordings,
  choices: homesInTalk(turn).map(({ listingId, title }) => ({
    id: listingId,
    label: { en: title, es: title },
    value: listingId,
  })),
});

/** Reads the answer to that question: a button, the street, or the ordinal of a button. */
export function homeChosen(turn: StepContext, { text, choiceId }: VisitorMessage): ShownHome | undefined {
  const homes = homesInTalk(turn);
  if (choiceId !== undefined) return homes.find(({ listingId }) => listingId === choiceId);
  const named = homes.find(({ title }) => namesStreet(text, title));
  const place = named === undefined ? readListPosition(text) : null;
  return named ?? (place === null ? undefined : homes.at(place === 'last' ? -1 : place));
}
