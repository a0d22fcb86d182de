/** Without a model, a score alone makes nobody a seller or a debtor, and a warning of a scam is said again. Costs: a second. */
import { expect, test } from 'vitest';
import { loadReader } from '../../../../src/app/loadReader.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotState, StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import { readMoney } from '../../../../src/features/reading/numbers/readMoney.ts';

const pack = { ...austin, books: true, brokerage: 'Barton Ridge Realty', timeZone: 'America/Chicago' };
const reader = loadReader();

function said(state: BotState, text: string): StepResult {
  const seq = state.visitorMessages + 1;
  const reading = reader({ text }, { asked: state.asked?.question ?? null, language: 'en' });
  const happened = [
    { kind: 'understood' as const, of: seq, by: 'offline' as const, reading, facts: [] },
    { kind: 'visitor-message' as const, seq, log: 'public', text },
  ];
  return step(state, { at: '2026-11-17T16:00:00.000Z', happened }, pack);
}

test.each([
  'Need a bedroom on the ground floor, 4 bedrooms total, under 700k, for us + my parents. whats out there',
  'got anything like it? brick, one story, up to 475',
])('“%s” is said by a buyer', (text) => {
  expect(said(firstState(), text).state.bot).not.toBe('seller');
});

test('a gate that bangs is no trouble with money', () => {
  const text =
    'se les quedo abierta la reja de atras desde el domingo y la puerta del taller se anda azotando con el aire';
  expect(said(firstState(), text).state.situation).toBe('none');
  expect(said(firstState(), 'im 4 months behind on the mortgage and the auction is tuesday').state.situation).toBe(
    'money-trouble',
  );
});

test('more cash for somebody who was warned of is warned of again', () => {
  const first = said(firstState(), 'ya le mandé 800 por zelle de apartado anoche');
  const next = said(first.state, 'dice que me da las llaves hoy a las 5 si le llevo otros 1000 en efectivo');
  expect(next.effects.some(({ kind }) => kind === 'alert' || kind === 'reply')).toBe(true);
  expect(next.state.said.stopPayment).toBeGreaterThan(first.state.said.stopPayment ?? 0);
});

test('a license number is no sum', () => {
  expect(readMoney('license 0555123 if you need it', { bare: true })).toBeNull();
  expect(readMoney('0.5m', { bare: true })).not.toBeNull();
});
