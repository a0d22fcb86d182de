import { fits, type Moment, needsOf, readMoments } from './coaching/moments.ts';
import {
  helpsWithinMs,
  type PlayedCall,
  playNegotiations,
  type Shown,
  type Subject,
  wordsPerMinute,
} from './coaching/playNegotiation.ts';
import { type Dialogue, readBargains } from './cues/readDialogues.ts';
import { isReached, percentOf, type Share, shareOf, tellGoal, tellShare } from './share.ts';

/** An agent who is on the phone looks at few cards, and trusts those whose words were said. */
export const goals = {
  cardsInTenMinutesAtMost: 6,
  helped: { atLeast: 0.6 },
  evidenceFound: { atLeast: 1 },
  readers: 2,
};

function groupBy<T>(all: readonly T[], nameIt: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(nameIt(one), [...(groups.get(nameIt(one)) ?? []), one]);
  return groups;
}

const round = (value: number): number => Number(value.toFixed(1));
const nameOf = (subject: Subject): string =>
  'cue' in subject ? `cue: ${subject.cue}` : `card: ${subject.objection ?? 'no objection'}`;

/**
 * Plays real negotiations about homes as phone calls through the hub, without a model, and counts what the agent's screen shows. Fails where
 * it shows too much, too seldom helps where two readers wanted help, or rests on words that nobody said. `show`: prints the moments.
 */
export async function evaluateCoaching({ data, show }: { data: string; show: boolean }): Promise<boolean> {
  const dialogues = readBargains(data, 'housing');
  const calls = await playNegotiations(dialogues);
  const shown = calls.flatMap((call) => call.shown);
  const minutes = calls.reduce((sum, { ms }) => sum + ms, 0) / 60_000;
  const inTenMinutes = (count: number): number => round((10 * count) / minutes);
  const kinds = [...groupBy(shown, ({ subject }) => nameOf(subject))].sort((a, b) => b[1].length - a[1].length);
  console.log(`${calls.length} calls of ${round(minutes)} minutes at ${wordsPerMinute} words a minute`);
  console.log(`${'shown'.padEnd(28)}${'cards'.padStart(10)}${'in 10 min'.padStart(12)}${'slowest, ms'.padStart(13)}`);
  for (const [kind, of] of kinds)
    console.log(
      `${kind.padEnd(28)}${String(of.length).padStart(10)}${String(inTenMinutes(of.length)).padStart(12)}${String(Math.max(...of.map(({ afterMs }) => afterMs))).padStart(13)}`,
    );
  const withheld = groupBy(
    calls.flatMap((call) => call.withheld),
    (reason) => reason,
  );
  console.log(`Withheld: ${[...withheld].map(([reason, of]) => `${of.length} ${reason}`).join(', ') || 'nothing'}.\n`);
  const moments = readMoments();
  const readers = Math.min(...moments.map(({ wants }) => wants.length));
  const { helped, onScreen, leftAlone } = measureMoments(moments, calls);
  const evidenceFound = shareOf(shown, ({ isFound }) => isFound);
  const inTime = shareOf(shown, ({ afterMs }) => afterMs <= helpsWithinMs);
  const again = shareOf(
    calls.flatMap((call) => call.shown.map((one, at) => call.shown.slice(0, at).some((other) => isSame(one, other)))),
    (isAgain) => isAgain,
  );
  const cardsInTenMinutes = inTenMinutes(shown.length);
  const isFew = cardsInTenMinutes <= goals.cardsInTenMinutesAtMost;
  console.log(
    `${'cards in ten minutes'.padEnd(44)}${String(cardsInTenMinutes).padStart(28)}  ≤ ${goals.cardsInTenMinutesAtMost} ${isFew ? 'reached' : 'not reached'}`,
  );
  tell('evidence found', evidenceFound, tellGoal(goals.evidenceFound, evidenceFound));
  tell(`within ${helpsWithinMs} ms of the words`, inTime);
  tell('for words that had such a card already', again);
  tell('moments helped by a new card', helped, tellGoal(goals.helped, helped));
  tell('or by one that stands on the screen', onScreen);
  tell('left alone where a reader wants nothing', leftAlone);
  if (readers < goals.readers)
    console.log(`Labeled by ${readers} of ${goals.readers} readers: the share of moments proves nothing yet.`);
  else tell('readers agree on whether help is wanted', shareOf(moments, isAgreed));
  if (show) for (const one of moments) tellMoment(one, dialogues, calls);
  console.log(
    JSON.stringify({
      eval: 'coaching',
      cardsInTenMinutes,
      byKind: Object.fromEntries(kinds.map(([kind, of]) => [kind, of.length])),
      evidenceFound: percentOf(evidenceFound),
      inTime: percentOf(inTime),
      again: percentOf(again),
      readers,
      helped: percentOf(helped),
      onScreen: percentOf(onScreen),
      leftAlone: percentOf(leftAlone),
    }),
  );
  return (
    isFew &&
    isReached(evidenceFound, goals.evidenceFound) &&
    isReached(helped, goals.helped) &&
    readers >= goals.readers
  );
}

const isAgreed = ({ wants }: Moment): boolean => new Set(wants.map((want) => want === 'nothing')).size === 1;

const isSame = (one: Shown, other: Shown): boolean =>
  one.line === other.line && nameOf(one.subject) === nameOf(other.subject);

const tell = (name: string, share: Share, goal = ''): void =>
  console.log(`${name.padEnd(44)}${tellShare(share)}${goal}`);

const callOf = (calls: readonly PlayedCall[], { dialogue }: Moment): PlayedCall => {
  const call = calls.find(({ id }) => id === dialogue);
  if (call === undefined) throw new Error(`no negotiation about a home is called ${dialogue}`);
  return call;
};

const newAt = ({ shown }: PlayedCall, line: number): Subject[] =>
  shown.filter((one) => one.line === line && one.afterMs <= helpsWithinMs).map(({ subject }) => subject);

/** How often a card came where every reader wanted help, or stood there already, and none where one of them wanted nothing. */
export function measureMoments(
  moments: readonly Moment[],
  calls: readonly PlayedCall[],
): Record<'helped' | 'onScreen' | 'leftAlone', Share> {
  const wanted = moments.flatMap((one) => {
    const needs = needsOf(one);
    return needs === null ? [] : [{ call: callOf(calls, one), line: one.line, needs }];
  });
  const unwanted = moments.filter((one) => needsOf(one) === null);
  return {
    helped: shareOf(wanted, ({ call, line, needs }) => newAt(call, line).some((one) => fits(one, needs))),
    onScreen: shareOf(wanted, ({ call, line, needs }) => (call.onScreen[line] ?? []).some((one) => fits(one, needs))),
    leftAlone: shareOf(unwanted, (one) => newAt(callOf(calls, one), one.line).length === 0),
  };
}

function tellMoment(one: Moment, dialogues: readonly Dialogue[], calls: readonly PlayedCall[]): void {
  const call = callOf(calls, one);
  const words = dialogues.find(({ id }) => id === one.dialogue)?.lines[one.line]?.text ?? '';
  const stood = [...new Set((call.onScreen[one.line] ?? []).map(nameOf))];
  console.log(`${one.dialogue} ${one.line}: ${words}
    wants ${one.wants.join(' | ')}; new: ${newAt(call, one.line).map(nameOf).join(', ') || '–'}; on the screen: ${stood.join(', ') || '–'}`);
}
