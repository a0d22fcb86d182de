import { keepsAsIs } from '../../reading/time/readPlans.ts';
import { readTimeChoice, type TimeChoice } from '../../reading/time/readTimeChoice.ts';
import { bookingTexts } from '../say/bookingTexts.ts';
import { whenWords } from '../say/whenWords.ts';
import type { TimesOffer } from '../state/bookingState.ts';
import type { BotState, VisitorMessage } from '../state/protocol.ts';
import { type StepContext, say } from '../state/stepContext.ts';

/** The times that the visitor may still choose from. */
function openOffer({ booking }: BotState, at: string): TimesOffer | null {
  const { offer } = booking;
  return offer !== null && offer.shown > 0 && offer.expiresAt > at ? offer : null;
}

/** Whether a time of an offer can still be chosen. */
export const isOpenSlot = ({ startsAt, closesAt = startsAt }: TimesOffer['slots'][number], at: string): boolean =>
  closesAt > at;

/** True when a time is booked or about to be: words of planning are about it, and "cancel" means it. */
export const hasTime = ({ booking, told }: BotState): boolean =>
  booking.appointment !== null || booking.offer !== null || told.includes('appointment-wanted');

/** Reads which of the times on offer a message chooses. An ordinal ("the second one") counts only while the question is which one. */
export function readSlotChoice(turn: StepContext, message: VisitorMessage, asked: string | null): TimeChoice | null {
  const offer = openOffer(turn.state, turn.at);
  if (offer === null) return null;
  const { amongHomes } = offer;
  const choice = readTimeChoice(message.text, offer.slots, { at: turn.at, zone: turn.pack.timeZone, amongHomes });
  const taken = asked === 'slot' || choice?.kind === 'sooner' || choice?.kind === 'none' ? choice : null;
  const chosen = taken?.kind === 'slot' ? offer.slots[taken.index] : undefined;
  if (chosen !== undefined && !isOpenSlot(chosen, turn.at)) {
    turn.state.booking = { ...turn.state.booking, offer: null };
    turn.news = [...turn.news, { kind: 'ran-out' }];
  }
  return taken;
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
