// Costs about a second: one short call.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { holdClock } from '../../support/heldClock.ts';
import { measureMoments } from '../coaching.ts';
import { type Dialogue, isOdd, readBargains } from '../cues/readDialogues.ts';
import { pickMoments, readMoments } from './moments.ts';
import { type PlayedCall, playNegotiations, watchScreen } from './playNegotiation.ts';

const data = resolve(import.meta.dirname, '../../../../shared/data');
const moments = readMoments();

const talkOf = (...lines: [who: 'lead' | 'agent', text: string][]): Dialogue => ({
  set: 'own',
  id: 'own',
  lines: lines.map(([who, text], seq) => ({ who, text, log: 'own', seq, at: 0 })),
});

describe('the labels of moments', () => {
  test('are sixty lines of talks that no rule was written on, each by as many readers', () => {
    expect(new Set(moments.map(({ dialogue, line }) => `${dialogue}#${line}`)).size).toBe(60);
    expect(moments.filter(({ dialogue }) => !isOdd(dialogue))).toEqual([]);
    expect(new Set(moments.map(({ wants }) => wants.length)).size).toBe(1);
  });

  test.skipIf(!existsSync(join(data, 'coaching_objections')))(
    'are of the lines that the rule picks, and no others',
    () => {
      const places = moments.map(({ dialogue, line }) => ({ dialogue, line }));
      expect(places).toEqual(pickMoments(readBargains(data, 'housing')));
    },
  );
});

describe('a call that is played', () => {
  test('shows a card for the words that call for one, with its time and its evidence', async () => {
    const words = 'That is too expensive for me, could you come down a little?';
    const [call] = await playNegotiations([talkOf(['agent', 'It is a quiet two bedroom home.'], ['lead', words])]);
    expect(call?.ms).toBe((7 + 12) * 400);
    expect(call?.shown[0]).toMatchObject({ subject: { cue: 'price' }, line: 1, afterMs: 0, isFound: true });
    const card = call?.shown.find(({ subject }) => 'objection' in subject);
    expect(card).toMatchObject({ subject: { objection: 'price' }, line: 1, isFound: true });
    // It waits until the lead has been quiet.
    expect(card?.afterMs).toBeGreaterThanOrEqual(400);
    expect(call?.onScreen[0]).toEqual([]);
  });

  test.each([
    ['words that were said', 1, 0, 4, true],
    ['words past the end of the line', 1, 0, 40, false],
    ['a line that nobody said', 7, 0, 4, false],
  ])('finds evidence only where it stands: %s', (_, seq, start, end, isFound) => {
    const screen = watchScreen(talkOf(['lead', 'Hold on.']), holdClock());
    screen.lineEnds(0);
    const log = 'internal:c1';
    const base = { log, actor: { kind: 'lead', id: 'l1' }, at: new Date(0).toISOString() };
    const cue = { cueId: 'q1', kind: 'price', ruleId: 'r1', expiresAt: new Date(1).toISOString() };
    screen.onEntry({ ...base, seq: 1, type: 'call-segment', data: { utteranceId: '0', speaker: 'lead' } } as Entry);
    screen.onEntry({
      ...{ ...base, seq: 2, type: 'cue-created' },
      data: { ...cue, evidence: [{ log, seq, start, end }] },
    } as Entry);
    expect(screen.seen().shown.map((one) => one.isFound)).toEqual([isFound]);
  });
});

describe('a moment', () => {
  const call = (afterMs: number): PlayedCall => ({
    ...{ id: 'own', ms: 60_000, withheld: [], onScreen: [[{ cue: 'price' }]] },
    shown: [{ subject: { cue: 'price' }, line: 0, afterMs, isFound: true }],
  });
  const measured = (wants: (typeof moments)[number]['wants'], afterMs = 0) =>
    measureMoments([{ dialogue: 'own', line: 0, wants }], [call(afterMs)]);

  test('is helped by a card in time that fits what one of the readers named', () => {
    expect(measured(['price', 'vague']).helped).toEqual({ hits: 1, of: 1 });
    expect(measured(['timing', 'vague']).helped).toEqual({ hits: 0, of: 1 });
    expect(measured(['price', 'price'], 2_001)).toMatchObject({
      helped: { hits: 0, of: 1 },
      onScreen: { hits: 1, of: 1 },
    });
  });

  test('counts only where all readers wanted help; else it is one to leave alone', () => {
    expect(measured(['price', 'nothing'])).toMatchObject({ helped: { hits: 0, of: 0 }, leftAlone: { hits: 0, of: 1 } });
  });
});
