import { keepsAsIs } from '../../reading/readPlans.ts';
import { readTimeChoice, type TimeChoice } from '../../reading/readTimeChoice.ts';
import type { BotState, VisitorMessage } from '../protocol.ts';
import { say, type Turn } from '../turn.ts';
import { bookingTexts } from './bookingTexts.ts';
import type { TimesOffer } from './model.ts';
import { whenWords } from './whenWords.ts';

/** The times that the visitor may still choose from. */
function openOffer({ booking }: BotState, at: string): TimesOffer | null {
  const { offer } = booking;
  return offer !== null && offer.shown > 0 && offer.expiresAt > at ? offer : null;
}

/** Whether a time of an offer can still be chosen. */
export const isOpenSlot = ({ startsAt, closesAt = startsAt }: TimesOffer['slots'][number], at: string): boolean =>
  closesAt > at;

/** A time stands, or is about to: words of planning are about it, and "cancel" means it. */
export const hasTime = ({ booking, told }: BotState): boolean =>
  booking.appointment !== null || booking.offer !== null || told.includes('appointment-wanted');

/** What a message says to the times on offer. A place ("the second one") counts only while which one is the question. */
export function hearChoice(turn: Turn, message: VisitorMessage, asked: string | null): TimeChoice | null {
  const offer = openOffer(turn.state, turn.at);
  if (offer === null) return null;
  const { amongHomes } = offer;
  const choice = readTimeChoice(message.text, offer.slots, { at: turn.at, zone: turn.pack.timeZone, amongHomes });
  const heard = asked === 'slot' || choice?.kind === 'sooner' || choice?.kind === 'none' ? choice : null;
  const chosen = heard?.kind === 'slot' ? offer.slots[heard.index] : undefined;
  if (chosen !== undefined && !isOpenSlot(chosen, turn.at)) {
    turn.state.booking = { ...turn.state.booking, offer: null };
    turn.news = [...turn.news, { kind: 'ran-out' }];
  }
  return heard;
}

/** "Never mind, keep it": the appointment that was to be moved stays. */
export const keepsTime = (turn: Turn, text: string): boolean =>
  turn.state.booking.appointment !== null && turn.state.booking.moving && keepsAsIs(text);

/** The visitor takes back the appointment, or wants none of the times on offer, or none looked up at all. The sentence about it waits in `turn.takenBack`. */
export function takeBack(turn: Turn, cancelled: boolean): void {
  const { state } = turn;
  const { appointment } = state.booking;
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
