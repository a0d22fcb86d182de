import { type Card, chooseCard } from '../../../client/desk/coach/chooseCard.ts';
import { conversationFacts } from '../../../client/shared/state/conversationFacts.ts';
import type { CueKind } from '../../../src/contract/cues.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { Dialogue } from '../cues/readDialogues.ts';
import { type Desk, openDesk } from './openDesk.ts';

export const wordsPerMinute = 150;
/** Help that comes later than this after the words it is about has missed its moment. */
export const helpsWithinMs = 2_000;
/** Between two calls, so that nothing of one is left over in the next. */
const betweenMs = 60_000;

/** What a card is about: the kind of a cue, or the objection that a suggestion meets; null for any other suggestion. */
export type Subject = { cue: CueKind } | { objection: string | null };

/** A card that the agent's screen showed. */
export interface Shown {
  subject: Subject;
  /** The newest line that it rests on; null where it names none. */
  line: number | null;
  /** From the end of that line. */
  afterMs: number;
  /** Whether all words that it rests on were said, and those that it puts right by the agent. */
  isFound: boolean;
}

export interface PlayedCall {
  id: string;
  ms: number;
  shown: Shown[];
  /** By line: what stood on the screen at its end or came within the limit, whatever it rests on. */
  onScreen: Subject[][];
  /** Why the agent wasn't shown what a rule saw. */
  withheld: string[];
}

/** Plays negotiations one after the other as phone calls, without a pause between the lines. The buyer is the lead. */
export async function playNegotiations(dialogues: readonly Dialogue[]): Promise<PlayedCall[]> {
  let hear = (_entry: Entry): void => {};
  const desk = await openDesk((_, event, payload) => {
    if (event === 'entry') hear(payload as Entry);
  });
  const played: PlayedCall[] = [];
  for (const dialogue of dialogues) {
    const { onEntry, ...screen } = watchScreen(dialogue, desk.clock);
    hear = onEntry;
    const call = await desk.call();
    const began = desk.clock.now();
    for (const [at, { who, text }] of dialogue.lines.entries()) {
      const startMs = desk.clock.now() - began;
      await live(desk.clock, text.trim().split(/\s+/).length * (60_000 / wordsPerMinute));
      screen.lineEnds(at);
      await call.hear({
        ...{ utteranceId: String(at), speaker: who === 'lead' ? 'lead' : 'agent', text },
        ...{ startMs, endMs: desk.clock.now() - began, confidence: null, isFinal: true, language: 'en' },
      });
    }
    const ms = desk.clock.now() - began;
    await live(desk.clock, betweenMs);
    call.hangUp();
    played.push({ id: dialogue.id, ms, ...screen.seen() });
  }
  return played;
}

/** Lets time pass from one timer to the next, with room before each for what the last one began. */
async function live(clock: Desk['clock'], ms: number): Promise<void> {
  for (let left = ms; ; ) {
    // A talk is read with passes of the event loop in between.
    for (let pass = 0; pass < 20; pass += 1) await new Promise((resolve) => setImmediate(resolve));
    if (left <= 0) return;
    const next = Math.min(left, ...clock.delays());
    await clock.pass(next);
    left -= next;
  }
}

/** The card at the agent's desk, as the desk itself chooses it from what it got. */
export function watchScreen({ lines }: Dialogue, clock: Desk['clock']) {
  const entries: Entry[] = [];
  const ends: number[] = [];
  const shown = new Map<string, Shown>();
  const changes: { at: number; subject: Subject | null }[] = [];
  const withheld: string[] = [];
  const lineOf = (seq: number): number | null => {
    const said = entries.find((entry) => entry.log.startsWith('internal:') && entry.seq === seq);
    return said?.type === 'call-segment' ? Number(said.data.utteranceId) : null;
  };
  function show(card: Extract<Card, { kind: 'cue' | 'suggestion' }>): void {
    const { data } = card.entry;
    const rests = data.evidence.map(({ seq, start, end }) => ({ line: lineOf(seq), start, end }));
    const line = rests.reduce<number | null>((newest, one) => Math.max(newest ?? -1, one.line ?? -1), null);
    const said = rests.every((one) => {
      const words = one.line === null ? undefined : lines[one.line]?.text;
      return words !== undefined && one.end <= words.length && words.slice(one.start, one.end).trim() !== '';
    });
    const slip = 'correct' in data ? data.correct?.agentWords : undefined;
    const wasSaid = slip === undefined || lines.some(({ who, text }) => who === 'agent' && text.includes(slip));
    shown.set(card.key, {
      subject: subjectOf(card),
      line: line === -1 ? null : line,
      afterMs: clock.now() - (ends[line ?? -1] ?? Number.NEGATIVE_INFINITY),
      isFound: rests.length > 0 && said && wasSaid,
    });
  }
  return {
    onEntry(entry: Entry): void {
      entries.push(entry);
      if (entry.type === 'help-withheld') withheld.push(entry.data.reason);
      const [talk, team] = ['public:', 'internal:'].map((log) => entries.filter((one) => one.log.startsWith(log)));
      const card = chooseCard(null, conversationFacts(talk ?? [], team ?? []));
      const isCard = card.kind === 'cue' || card.kind === 'suggestion';
      if (isCard && !shown.has(card.key)) show(card);
      changes.push({ at: clock.now(), subject: isCard ? subjectOf(card) : null });
    },
    lineEnds(line: number): void {
      ends[line] = clock.now();
    },
    seen: (): Pick<PlayedCall, 'shown' | 'onScreen' | 'withheld'> => ({
      shown: [...shown.values()],
      onScreen: ends.map((end) => {
        const stands = changes.findLast(({ at }) => at < end);
        const came = changes.filter(({ at }) => at >= end && at <= end + helpsWithinMs);
        return [...(stands === undefined ? [] : [stands]), ...came].flatMap(({ subject }) => subject ?? []);
      }),
      withheld,
    }),
  };
}

const subjectOf = ({ entry }: Extract<Card, { kind: 'cue' | 'suggestion' }>): Subject =>
  entry.type === 'cue-created' ? { cue: entry.data.kind } : { objection: entry.data.objection ?? null };
