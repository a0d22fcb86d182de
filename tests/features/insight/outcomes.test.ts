/** The outcomes of a brokerage’s conversations, and whether a fit to it beats the rules. Costs: under a second. */
import { expect, test } from 'vitest';
import { openMemoryStores } from '../../../src/app/stores.ts';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import type { BotState } from '../../../src/features/bots/state/protocol.ts';
import { compareWithRules, type KnownOutcome } from '../../../src/features/insight/fit/compareWithRules.ts';
import { fitInputs, inputsOf } from '../../../src/features/insight/fit/fitInputs.ts';
import { featuresOf } from '../../../src/features/insight/readings/features.ts';
import type { Turn } from '../../../src/features/turns/model.ts';
import { readOutcomes } from '../../../src/features/turns/readOutcomes.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { aConversation } from '../../suites/conversationStoreSuite.ts';

const now = Date.parse('2026-11-27T12:00:00Z');
const dayMs = 86_400_000;
const tenantId = 'brokerage';

function stateAfter(messages: number, over: Partial<BotState> = {}): BotState {
  const state = firstState();
  return { ...state, talk: { ...state.talk, messages, lastVisitorAt: new Date(now).toISOString() }, ...over };
}
const booked = {
  ...firstState().booking,
  appointment: { appointmentId: 'a', startsAt: '2026-12-01T15:00:00Z', meeting: 'call', with: null },
} as BotState['booking'];

/** A conversation with these states after its turns, last spoken in so many days ago. */
async function talked(stores: ReturnType<typeof openMemoryStores>, daysAgo: number, states: readonly BotState[]) {
  const talk = aConversation({ tenantId }, { lastAt: now - daysAgo * dayMs });
  await stores.conversations.openFor(talk);
  for (const [at, state] of states.entries()) {
    const turn: Turn = {
      ...{ id: newId(), tenantId, conversationId: talk.id, turnNo: at + 1, throughSeq: at + 1, throughInternalSeq: 0 },
      ...{
        fence: 0,
        event: { at: new Date(now).toISOString(), happened: [] },
        stateAfter: state,
        effects: [],
        done: [],
      },
      ...{ versions: { bot: '1', pack: '1' }, at: now - daysAgo * dayMs },
    };
    await stores.turns.insert(turn);
  }
}

test('a conversation counts by what became of it after the third message, and an open one not at all', async () => {
  const stores = openMemoryStores();
  const three = [1, 2, 3].map((messages) => stateAfter(messages));
  await talked(stores, 2, [...three, stateAfter(4, { booking: booked })]);
  await talked(stores, 40, three);
  await talked(stores, 2, three);
  await talked(stores, 40, three.slice(0, 2));
  await talked(stores, 2, [stateAfter(1), stateAfter(3, { booking: booked })]);
  const { known, open, unread, complete } = await readOutcomes(stores, tenantId, now);
  expect(known.map(({ happened }) => happened)).toEqual([true, false]);
  expect([open, unread, complete]).toEqual([1, 2, true]);
  expect(await readOutcomes(stores, 'another', now)).toMatchObject({ known: [], open: 0, unread: 0 });
});

test('words after the third message are no input', async () => {
  const inputsAfter = async (last: BotState) => {
    const stores = openMemoryStores();
    await talked(stores, 40, [stateAfter(3), last]);
    return (await readOutcomes(stores, tenantId, now)).known[0]?.inputs;
  };
  const talk = { ...stateAfter(9).talk, wantsContact: true, objectionsRaised: 3 };
  expect(await inputsAfter(stateAfter(9, { talk }))).toEqual(await inputsAfter(stateAfter(4)));
});

test('no input is a protected trait or stands for one: who and where they are changes none', () => {
  const barred =
    /name|language|place|area|city|country|address|age|sex|gender|family|child|origin|religion|race|channel|device/i;
  expect(Object.keys(fitInputs).filter((name) => barred.test(name))).toEqual([]);
  const inputsIn = (state: BotState) => inputsOf(featuresOf([{ conversationId: 'c', state }], now));
  const told = (value: unknown) => ({ value, state: 'answered' as const, confidence: 1, evidence: [] });
  const plain = stateAfter(3);
  const personal = stateAfter(3, {
    language: 'es',
    persona: { investor: [], distressed: ['divorce'] },
    situation: 'none',
  });
  const slots = { name: told('Guadalupe'), email: told('g@homes.example'), phone: told('+52 55 1234 5678') };
  expect(inputsIn({ ...personal, slots })).toEqual(inputsIn(plain));
});

/** Outcomes of which the second input decides; `byRule` is what the rules made of them. */
function outcomes(count: number, byRule: (share: number) => number): KnownOutcome[] {
  return Array.from({ length: count }, (_, no) => {
    const share = ((no * 37) % 100) / 100;
    return {
      ...{ at: no, inputs: [no % 3, share, null], byRule: byRule(share), happened: ((no * 61) % 97) / 97 < share },
    };
  });
}

test('below 200 outcomes nothing is fitted', () => {
  expect(compareWithRules(outcomes(199, () => 0.5))).toBeNull();
  expect(compareWithRules(outcomes(300, () => 0.5).map((one) => ({ ...one, happened: false })))).toBeNull();
});

test('a fit is better only where it is nearer and truer than the rules on the later time', () => {
  const against = (byRule: (share: number) => number) => compareWithRules(outcomes(600, byRule));
  expect(against(() => 0.9)).toMatchObject({ learned: 420, later: 180, isBetter: true });
  expect(against((share) => 1 - share)).toMatchObject({ isBetter: true });
  // Rules that know the outcome cannot be beaten.
  const known = outcomes(600, () => 0).map((one) => ({ ...one, byRule: Number(one.happened) }));
  expect(compareWithRules(known)).toMatchObject({ isBetter: false, rules: { brier: 0, ece: 0, auc: 1 } });
});

test('the order in which outcomes are found decides nothing', () => {
  const all = outcomes(300, (share) => share);
  expect(compareWithRules(all.toReversed())).toEqual(compareWithRules(all));
});
