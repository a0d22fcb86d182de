import { freeTimes } from '../../../src/features/appointments/freeTimes.ts';
import { isClosedFor, pickTimes } from '../../../src/features/appointments/pickTimes.ts';
import { horizonDays, meetingRules, offerEndsAt } from '../../../src/features/appointments/rules.ts';
import type { BotEvent, Effect, StepResult } from '../../../src/features/bots/state/protocol.ts';
import type { Pack } from '../../../src/features/packs/model.ts';
import { texasLaw } from '../../../src/features/packs/texas.ts';
import { firstSettings } from '../../../src/features/settings/rules.ts';
import { watched } from './expectations.ts';
import { pack } from './play.ts';

export const bookingPack: Pack = {
  ...pack,
  books: true,
  law: texasLaw,
  serves: { areas: ['Austin', 'Hyde Park', 'East Austin', 'RC'], notKinds: ['land'] },
};
const zone = bookingPack.timeZone;
const settings = firstSettings({ id: 't', name: '', timeZone: zone, demo: false, createdAt: 0 });

/** A chosen time, as the calendar answers for it. */
type Booked = Pick<BotEvent & { kind: 'appointment-changed' }, 'startsAt' | 'meeting' | 'home'> & { closesAt?: string };

/** The event with which the calendar of an agent whose day is empty answers one effect; null for every other effect. */
export function answerOfCalendar(
  effect: Effect,
  given: { now: number; seq: number; isFull?: boolean; isTaken?: boolean },
  offered: Map<string, Booked>,
): BotEvent | null {
  const { now, seq } = given;
  if (effect.kind === 'find-times') {
    const { meeting, wish, home } = effect;
    const of = home === undefined ? {} : { home };
    const rules = meetingRules(settings, meeting);
    const { hours, holidays, closedDays } = settings;
    const team = [{ agentId: 'ana', name: 'Ana', zone, hours, holidays, closedDays }];
    const free = given.isFull ? [] : freeTimes(team, [], { ...rules, now, horizonDays });
    const closed = isClosedFor(team, rules, wish, now, zone);
    const { times, fits } = pickTimes(free, wish, now, zone);
    const offerId = `offer-${seq}`;
    const slots = times.map(({ startsAt, endsAt }, index) => ({
      slotId: `${offerId}:${index}`,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      closesAt: new Date(startsAt - rules.noticeMs).toISOString(),
    }));
    for (const { slotId, startsAt, closesAt } of slots) offered.set(slotId, { startsAt, closesAt, meeting, ...of });
    const dated = times.map(({ startsAt }) => ({ closesAt: startsAt - rules.noticeMs }));
    const expiresAt = new Date(offerEndsAt(now, dated)).toISOString();
    return { kind: 'times-found', seq, offerId, meeting, wish, fits, closed, slots, expiresAt, ...of };
  }
  if (effect.kind !== 'book') return null;
  const isHeld = 'appointmentId' in effect;
  const id = isHeld ? effect.appointmentId : `appointment:${effect.slotId}`;
  const { closesAt, ...booked } = offered.get(isHeld ? id : effect.slotId) ?? {
    startsAt: new Date(now).toISOString(),
    meeting: 'viewing' as const,
  };
  if (!isHeld && closesAt !== undefined && Date.parse(closesAt) <= now)
    return { kind: 'offer-gone', seq, ranOut: true };
  return {
    kind: 'appointment-changed',
    seq,
    appointmentId: id,
    state: given.isTaken ? 'failed' : 'booked',
    by: 'bot',
    ...booked,
    with: 'Ana Ruiz',
  };
}

/** A watched conversation whose calendar answers at once, as turns do that follow each other. Each call gives all that came of it. */
export function withCalendar(calendar: { isFull?: boolean; isTaken?: boolean } = {}, given: Pack = bookingPack) {
  const chat = watched(undefined, given);
  const offered = new Map<string, Booked>();
  let now = Date.parse('2026-11-21T15:00:00.000Z');
  let seq = 10_000;
  const settle = (first: StepResult): StepResult[] => {
    const results = [first];
    for (let round = 0; round < 6; round++) {
      const answers = (results.at(-1)?.effects ?? []).flatMap((effect) => {
        seq += 1;
        const answer = answerOfCalendar(effect, { now, seq, ...calendar }, offered);
        return answer === null ? [] : [answer];
      });
      if (answers.length === 0) return results;
      results.push(chat.happen(...answers));
    }
    throw new Error('the bot and the calendar never come to an end');
  };
  return {
    calendar,
    says: (...texts: string[]) => settle(chat.visitor(...texts)),
    chooses: (choiceId: string, text: string) => settle(chat.choose(choiceId, text)),
    happens: (...happened: BotEvent[]) => settle(chat.happen(...happened)),
    /** A button of the offer was pressed. */
    presses(index: number) {
      const slot = chat.state.booking.offer?.slots[index];
      if (slot === undefined) throw new Error('nothing is on offer');
      const appointmentId = `held:${slot.slotId}`;
      const { closesAt: _, ...booked } = offered.get(slot.slotId) ?? { startsAt: slot.startsAt, meeting: 'viewing' };
      offered.set(appointmentId, booked);
      seq += 1;
      const held = { appointmentId, ...booked, with: 'Ana Ruiz' };
      return settle(chat.happen({ kind: 'appointment-changed', seq, state: 'held', by: 'visitor', ...held }));
    },
    mode: (...args: Parameters<typeof chat.mode>) => settle(chat.mode(...args)),
    later(ms: number) {
      now += ms;
      chat.later(ms);
    },
    get state() {
      return chat.state;
    },
  };
}
