import { machineOf } from '../../src/features/bots/flows/machines.ts';
import { firstState } from '../../src/features/bots/state/firstState.ts';
import type { BotEvent, BotState } from '../../src/features/bots/state/protocol.ts';
import { beginStep, type StepContext } from '../../src/features/bots/state/stepContext.ts';
import { step } from '../../src/features/bots/step.ts';
import { austin } from '../../src/features/packs/austin.ts';
import type { Pack } from '../../src/features/packs/model.ts';
import { endedAnew } from './endedAnew.ts';
import { percentile, printTable, rounded } from './figures.ts';

const pack: Pack = { ...austin, brokerage: 'Barton Ridge Realty', timeZone: 'America/Chicago' };
const at = '2026-11-21T15:00:00.000Z';

/** One whole talk per bot; every message is read anew, as a first time. */
const talks = {
  lead: ['hi', 'sell', 'a few months', 'afternoon', 'next Tuesday', '512-555-0101', 'thanks'],
  buyer: [
    "I'm looking to buy in Hyde Park",
    'between 450 and 500k',
    'pre-approved for it',
    '3/2 with a yard',
    'by July, my lease ends',
    'mornings',
    'Saturday',
    'ana@example.com',
  ],
  seller: [
    'Hi, I want to sell my house',
    '1204 Maple Street, Austin',
    'relocating for work',
    'within the next 2 months',
    'great condition, kitchen renovated',
    'around 650k',
    'mornings',
    'Tuesday',
  ],
} as const;

/** `npm run bench -- turns`: the cost of a bot's turn without a model. */
export function benchTurns(): void {
  const rows: (string | number)[][] = [];
  const figures: Record<string, unknown> = { bench: 'turns' };
  for (const [bot, talk] of Object.entries(talks)) {
    const events = talk.map((text, index): BotEvent[] => [
      { kind: 'visitor-message', seq: index + 1, log: 'public:c', text },
    ]);
    const turnUs = measureTalks(events);
    const [p50, p99] = [rounded(percentile(turnUs, 0.5), 1), rounded(percentile(turnUs, 0.99), 1)];
    const after = stateAfter(events);
    const steps = measureSteps(after);
    const transitions = measureTransitions(after);
    rows.push([bot, p50, p99, steps, transitions]);
    figures[bot] = {
      turnUsP50: p50,
      turnUsP99: p99,
      stepsPerSecondWithoutWords: steps,
      transitionsPerSecond: transitions,
    };
  }
  const parseUs = measureParse(Object.values(talks).flat());
  printTable(['bot', 'turn µs p50', 'turn µs p99', 'steps/s without words', 'transitions/s'], rows);
  console.log(
    'a turn: `step` on one message, read and answered; a step without words: all of `step` on what staff do, with score and tags; a transition: what comes next, from what is known; per second of processor time',
  );
  console.log(
    `parse: ${parseUs} µs of processor time a message (read while a person has the conversation, so nothing is answered)`,
  );
  console.log(JSON.stringify({ ...figures, parseUsPerMessage: parseUs }));
}

function measureTalks(events: BotEvent[][]): number[] {
  const took: number[] = [];
  for (let round = 0; round < 600; round++) {
    let state: BotState = firstState();
    const anew = events.map((happened) =>
      happened.map((event) =>
        event.kind === 'visitor-message' ? { ...event, text: endedAnew(event.text, round) } : event,
      ),
    );
    for (const happened of anew) {
      const startedNs = process.hrtime.bigint();
      state = step(state, { at, happened }, pack).state;
      if (round >= 100) took.push(Number(process.hrtime.bigint() - startedNs) / 1000);
    }
  }
  return took;
}

function stateAfter(events: BotEvent[][]): BotState {
  let state: BotState = firstState();
  for (const happened of events) state = step(state, { at, happened }, pack).state;
  return state;
}

/** Decisions alone: corrections by staff and changes of speaker go through the whole step, and hold no words to read. */
function measureSteps(after: BotState): number {
  let state = after;
  const correction = (maxDays: number): BotEvent[] => [
    { kind: 'slot-corrected', seq: 90, slot: 'timeline', value: { minDays: 0, maxDays } },
  ];
  const others: BotEvent[][] = [
    [{ kind: 'mode-changed', seq: 91, mode: 'human', by: 'staff' }],
    [{ kind: 'agent-message', seq: 92, text: 'Hello' }],
    [{ kind: 'mode-changed', seq: 93, mode: 'bot', by: 'staff' }],
  ];
  // Each correction says something else than the one before, so that each is scored anew.
  const wordless = [correction(30), ...others, correction(90), ...others];
  const run = (count: number) => {
    for (let n = 0; n < count; n++)
      state = step(state, { at, happened: wordless[n % wordless.length] as BotEvent[] }, pack).state;
  };
  run(100_000);
  const count = 400_000;
  const started = process.cpuUsage();
  run(count);
  return Math.round((count / cpuUsSince(started)) * 1e6);
}

/** The machine's own step: from the slots to the next question, hand-over or end. */
function measureTransitions(after: BotState): number {
  const machine = machineOf(after.bot);
  const states = [after, { ...after, slots: {} }];
  const turnsOf = states.map((state) => beginStep(at, pack, state));
  const run = (count: number): number => {
    let asks = 0;
    for (let n = 0; n < count; n++) if (machine.next(turnsOf[n % 2] as StepContext).kind === 'ask') asks += 1;
    return asks;
  };
  run(200_000);
  const count = 2_000_000;
  const started = process.cpuUsage();
  if (run(count) === 0) throw new Error('a machine that asks nothing was measured');
  return Math.round((count / cpuUsSince(started)) * 1e6);
}

/** Processor time, so that whatever else the machine does counts for nothing. */
function cpuUsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

/** Reading alone: a person has the conversation, so the words are read and nothing is answered. */
function measureParse(texts: readonly string[]): number {
  const state: BotState = { ...firstState(), mode: 'human', bot: 'buyer' };
  const rounds = 300;
  const run = (round: number) => {
    for (const [index, line] of texts.entries()) {
      const text = endedAnew(line, round);
      step(state, { at, happened: [{ kind: 'visitor-message', seq: index + 1, log: 'public:c', text }] }, pack);
    }
  };
  for (let round = 0; round < 50; round++) run(rounds + round);
  const started = process.cpuUsage();
  for (let round = 0; round < rounds; round++) run(round);
  return rounded(cpuUsSince(started) / (rounds * texts.length), 1);
}
