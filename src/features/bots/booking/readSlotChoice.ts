import { limitsIn } from '../../reading/optOut/contactLimits.ts';
import { readContact } from '../../reading/person/readContact.ts';
import { withBlanks } from '../../reading/text/withBlanks.ts';
import { takesTheOnlyOne } from '../../reading/time/choosesOutright.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { keepsAsIs } from '../../reading/time/readPlans.ts';
import { readQuotedChoice, readTimeChoice, type TimeChoice } from '../../reading/time/readTimeChoice.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import { fitsWish } from '../../reading/time/timeWish.ts';
import { bookingTexts } from '../say/bookingTexts.ts';
import { whenWords } from '../say/whenWords.ts';
import type { MeetingKind, TimesOffer } from '../state/bookingState.ts';
import type { BotState, VisitorMessage } from '../state/protocol.ts';
import { type StepContext, say } from '../state/stepContext.ts';
import type { MessageReading } from '../understand/readMessage.ts';

/** The times that the visitor may still choose from. */
export function openOffer({ booking }: BotState, at: string): TimesOffer | null {
  const { offer } = booking;
  return offer !== null && offer.shown > 0 && offer.expiresAt > at ? offer : null;
}

/** Whether a time of an offer can still be chosen. */
export const isOpenSlot = ({ startsAt, closesAt = startsAt }: TimesOffer['slots'][number], at: string): boolean =>
  closesAt > at;

/** A time that was picked and is not booked yet; `which`: how it is booked. */
export interface PickedTime extends Pick<TimesOffer, 'home'> {
  startsAt: string;
  meeting?: MeetingKind;
  which: { appointmentId: string } | { offerId: string; slotId: string };
}

/** The time that they picked, with its button or in words, while something is still missing to book it. */
export function pickedTime({ booking }: BotState): PickedTime | null {
  const { held, chosen = null, offer } = booking;
  if (held !== null) {
    const { appointmentId, ...time } = held;
    return { ...time, ...(offer?.home === undefined ? {} : { home: offer.home }), which: { appointmentId } };
  }
  const slot = chosen?.offerId === offer?.offerId && offer?.slots.find(({ slotId }) => slotId === chosen?.slotId);
  return chosen && offer && slot ? { ...offer, startsAt: slot.startsAt, which: chosen } : null;
}

/** The time that was picked is not booked. Where it was kept free, others may have it. */
export function letPickGo(turn: StepContext): void {
  const { held } = turn.state.booking;
  if (held !== null) turn.effects.push({ kind: 'cancel-appointment', appointmentId: held.appointmentId });
  turn.state.booking = { ...turn.state.booking, held: null, chosen: null };
}

/** True when a time is booked or about to be: words of planning are about it, and "cancel" means it. */
export const hasTime = ({ booking, told }: BotState): boolean =>
  booking.appointment !== null || booking.offer !== null || told.includes('appointment-wanted');

/** "None of those", said to the law's question, refuses the ways to see the home and not the times. */
const noneOfWays = /^\W*(?:none|neither|not any|ningun\p{L}*)(?!\p{L})/iu;

/** "Priscilla Yeo, 512 555 0101, the first one": the name and the number choose nothing. */
export function withoutContact(text: string): string {
  const { name, phone, email } = readContact(text);
  const found = [name, phone, email].filter((one) => one !== null);
  return withBlanks(text, found).replace(/^[\s,.;:-]+|[\s,;:-]+$/g, '');
}

/** The time that a yes would mean: the only one on offer, or the one that Jorge's last message spoke of. */
function proposedIn({ proposed = null }: BotState['booking'], { slots }: TimesOffer): number {
  return slots.length === 1 ? 0 : slots.findIndex(({ slotId }) => slotId === proposed);
}

/** Reads which of the times on offer a message chooses. An ordinal ("the second one") counts only while the question is which one. */
export function readSlotChoice(turn: StepContext, message: VisitorMessage, asked: string | null): TimeChoice | null {
  const offer = openOffer(turn.state, turn.at);
  if (offer === null) return null;
  const { amongHomes } = offer;
  const given = { at: turn.at, zone: turn.pack.timeZone, amongHomes };
  const choice =
    readTimeChoice(message.text, offer.slots, given) ??
    readTimeChoice(withoutContact(message.text), offer.slots, given);
  const isOfWays = (asked === 'showing' || asked === 'showingAlone') && noneOfWays.test(message.text);
  const isOfTimes = choice?.kind === 'sooner' || (choice?.kind === 'none' && !isOfWays);
  const proposed = proposedIn(turn.state.booking, offer);
  const isYes = choice === null && proposed >= 0 && takesTheOnlyOne(message.text);
  const taken = asked === 'slot' || isOfTimes ? (isYes ? { kind: 'slot' as const, index: proposed } : choice) : null;
  const chosen = taken?.kind === 'slot' ? offer.slots[taken.index] : undefined;
  if (chosen !== undefined && !isOpenSlot(chosen, turn.at)) {
    turn.state.booking = { ...turn.state.booking, offer: null };
    turn.news = [...turn.news, { kind: 'ran-out' }];
  }
  return taken;
}

/** How they are to be reached, and nothing else, in answer to whether one time is to be booked: a yes to it. */
export function readTakenByContact(turn: StepContext, reading: MessageReading): TimeChoice | null {
  const offer = openOffer(turn.state, turn.at);
  if (offer === null || reading.asked !== 'slot') return null;
  // A number that was asked for something else takes no time, be it the only one.
  const index = offer.slots.findIndex(({ slotId }) => slotId === turn.state.booking.proposed);
  const slot = offer.slots[index];
  return slot !== undefined && isOpenSlot(slot, turn.at) && givesContactOnly(reading) ? { kind: 'slot', index } : null;
}

function givesContactOnly({ isReadByModel, understood, message }: MessageReading): boolean {
  const { phone, email } = readContact(message.text);
  if (phone === null && email === null) return false;
  if (!isReadByModel || understood === null) return withoutContact(message.text) === '';
  const { acts, slots, questions } = understood;
  const isOfReach = ({ name, value }: (typeof slots)[number]): boolean =>
    ofReach.has(name) && !(name === 'limits' && limitsIn(value ?? '').weekdays !== null);
  return questions.length === 0 && acts.every((act) => gives.has(act)) && slots.every(isOfReach);
}
const gives: ReadonlySet<string> = new Set(['answers', 'agrees', 'tells', 'corrects']);
const ofReach: ReadonlySet<string> = new Set(['name', 'phone', 'email', 'contactBy', 'limits']);

/**
 * The time on offer that a model quotes the choice of: "the first one" in "Priscilla Yeo, 512 555 0101, the first one". Its quote alone has
 * to choose the same one by the rules, or to name no time where Jorge had just spoken of that one. Other questions may have come in
 * between, for the times stay on the screen.
 */
export function readQuotedSlot(turn: StepContext, { understood, isReadByModel }: MessageReading): TimeChoice | null {
  const offer = openOffer(turn.state, turn.at);
  const choice = isReadByModel ? understood?.choice : undefined;
  if (offer === null || choice === undefined) return null;
  const read = readQuotedChoice(choice.quote, offer.slots, { at: turn.at, zone: turn.pack.timeZone });
  const proposed = proposedIn(turn.state.booking, offer);
  const index =
    read?.kind === 'slot'
      ? read.index
      : read === null && mayMean(turn, choice.quote, offer.slots[proposed])
        ? proposed
        : -1;
  const chosen = offer.slots[index];
  return chosen?.slotId === choice.id && isOpenSlot(chosen, turn.at) ? { kind: 'slot', index } : null;
}

/** False where the words name another day or hour. */
function mayMean({ at, pack }: StepContext, words: string, slot: TimesOffer['slots'][number] | undefined): boolean {
  const [day, time] = [readDay(words)?.value, readTimeOfDay(words)?.value];
  const wish = { ...(day === undefined ? {} : { day }), ...(time === undefined ? {} : { time }) };
  return slot !== undefined && fitsWish(Date.parse(slot.startsAt), wish, Date.parse(at), pack.timeZone);
}

/** "Never mind, keep it": the appointment that was to be moved stays. */
export const keepsTime = (turn: StepContext, text: string): boolean =>
  turn.state.booking.appointment !== null && turn.state.booking.moving && keepsAsIs(text);

/**
 * Takes back the appointment, the times on offer, or the wish for one. `cancelled`: in words that cancel. The sentence about it is put into
 * `turn.takenBack`.
 */
export function takeBack(turn: StepContext, cancelled: boolean): void {
  const { state } = turn;
  const { appointment } = state.booking;
  letPickGo(turn);
  if (appointment !== null) {
    const when = whenWords(turn, { ...appointment, with: null });
    turn.takenBack = cancelled
      ? say(turn, 'cancelledTime', bookingTexts.cancelledTime, when)
      : say(turn, 'takenBack', bookingTexts.takenBack, when);
    turn.effects.push(
      { kind: 'cancel-appointment', appointmentId: appointment.appointmentId },
      { kind: 'unflag', flag: 'appointment-booked' },
    );
  } else if (cancelled && !state.told.includes('appointment-wanted'))
    turn.takenBack = say(turn, 'noTime', bookingTexts.noTime);
  state.booking = { ...state.booking, appointment: null, offer: null, moving: false, misses: 0 };
}
