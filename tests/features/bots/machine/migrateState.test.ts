import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { migrateState } from '../../../../src/features/bots/state/migrateState.ts';
import type { BotState, StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { replayed, watched } from '../expectations.ts';
import { answerIn, kindsOf, textOf } from '../play.ts';
import { bookingPack } from '../withCalendar.ts';

/**
 * As the build of commit 5cd2643 kept them, which knew no readings, no situation and no count of what was missed. A buyer was asked for
 * the timeline; a seller has a call on Monday and was asked who decides; a lead waits for a person.
 */
const kept = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/states/bots-3.json'), 'utf8'),
) as Record<'midBuyer' | 'sellerWithAppointment' | 'escalatedLead', Partial<BotState>>;

const goOn = (name: keyof typeof kept) => watched(migrateState(kept[name], firstState('en')), bookingPack);
const effect = (result: StepResult, kind: string) => result.effects.find((one) => one.kind === kind);

test.each(Object.entries(kept))('nothing of the state %s is lost, and every field of today has a value', (_, state) => {
  const migrated = migrateState(state, firstState('en'));
  expect(migrated).toMatchObject({ ...state, version: firstState().version });
  expect(Object.keys(migrated).sort()).toEqual(Object.keys(firstState()).sort());
  expect(Object.keys(state).length).toBeLessThan(Object.keys(migrated).length);
});

test('a group of fields that lacks a newer one gets it, and keeps its own', () => {
  const booking = { ...firstState().booking, misses: 1 } as Partial<BotState['booking']>;
  delete booking.byTeam;
  const { talk: _, ...rest } = { ...firstState(), booking } as BotState;
  const migrated = migrateState(rest, firstState());
  expect(migrated.booking).toEqual({ ...firstState().booking, misses: 1 });
  expect(migrated.talk).toEqual(firstState().talk);
});

describe('a talk goes on from a state that an older build kept', () => {
  test('the buyer’s answer is taken as one to the question that stood, and a showing is looked up', () => {
    const chat = goOn('midBuyer');
    const result = chat.visitor('in three months');
    expect(answerIn(result.state, 'timeline')).toMatchObject({ maxDays: expect.any(Number) });
    expect(effect(result, 'find-times')).toBeDefined();
    for (const slot of ['area', 'name', 'budget', 'preApproval', 'beds', 'baths'])
      expect(result.state.slots[slot], slot).toEqual(kept.midBuyer.slots?.[slot]);
  });

  test('the buyer is not greeted again and is asked nothing that was said', () => {
    const chat = goOn('midBuyer');
    for (const text of ['is the seller paying closing costs?', 'in three months', 'thanks']) {
      const said = textOf(chat.visitor(text));
      expect(said).not.toMatch(/I'm Jorge|price range|lender yet|how many bedrooms|what name/i);
    }
  });

  test('the seller’s call stands, is named, and can be moved', () => {
    const chat = goOn('sellerWithAppointment');
    const answered = chat.visitor('no, just me');
    expect(answerIn(answered.state, 'authority')).toBeDefined();
    expect(textOf(answered)).not.toMatch(/I'm Jorge|address|what price|condition|phone number/i);
    expect(textOf(chat.visitor('when is our call again?'))).toMatch(/Monday, November 23/);
    expect(effect(chat.visitor('can we move it to Tuesday?'), 'find-times')).toMatchObject({ meeting: 'call' });
    expect(chat.state.booking).toMatchObject({
      appointment: kept.sellerWithAppointment.booking?.appointment,
      moving: true,
    });
  });

  test('the seller can call it off', () => {
    const state = migrateState(kept.sellerWithAppointment, firstState('en'));
    const result = replayed(state, bookingPack).visitor('please cancel the call');
    expect(effect(result, 'cancel-appointment')).toMatchObject({ appointmentId: 'appointment:offer-10018:1' });
  });

  test('the team is not told twice that the lead wants a person, and the form goes on where it stood', () => {
    const chat = goOn('escalatedLead');
    expect(chat.state).toMatchObject({ mode: 'waiting', escalation: 'requested' });
    const again = chat.visitor('let me talk to a person');
    expect(kindsOf(again)).toEqual(['reply']);
    expect(textOf(again)).toMatch(/the team knows/i);
    const answered = chat.visitor('selling first');
    expect(answerIn(answered.state, 'first')).toBe('sell');
    expect(answered.state.bot).toBe('seller');
    expect(textOf(answered)).not.toMatch(/I'm Jorge|buy a home or/);
  });

  test('the bot notices from now on signs that the older build could not', () => {
    const result = goOn('midBuyer').visitor('my husband just died and i cant afford this by myself');
    expect(result.state.situation).toBe('grief');
    expect(textOf(result)).toMatch(/sorry/i);
  });
});
