import type { QuestionName, ReplyAct } from '../../../contract/vocabulary.ts';
import type { SpeakBrief } from '../../bots/state/brief.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { languageOf } from '../../bots/state/stepContext.ts';
import { linesOf } from '../../coaching/coachContext.ts';
import type { CitedFact } from '../../composing/checkClaims.ts';
import type { passReply } from '../../composing/passReply.ts';
import { readSentences, type Sentence } from '../../composing/sentences.ts';
import { allFacts, type SpeakAsk, speakAgain, speakOrder } from '../../composing/speakOrder.ts';
import { readHead, type SpokenHead } from '../../composing/speakTask.ts';
import { vet } from '../../composing/vetTask.ts';
import { botActor } from '../../conversations/actors.ts';
import { flagOf } from '../../conversations/board/flagOf.ts';
import { writerOf } from '../../conversations/model.ts';
import type { WritingOrder } from '../../llm/ports.ts';
import { preferencesOf } from '../../profiles/preferences/preferencesOf.ts';
import { knownOf } from '../knownWords.ts';
import { peopleOf } from '../peopleOf.ts';
import { type AnswerDeps, whispersTo } from './answer.ts';
import { onceKeyOf, type Running } from './running.ts';
import { type TalkFactsDeps, talkFacts } from './talkFacts.ts';

export type SpeakDeps = AnswerDeps &
  TalkFactsDeps & {
    /** Whether what a person prefers may be used. */
    adaptsTo(tenantId: string, leadId: string): Promise<boolean>;
  };

/** The material for a reply that Claude writes. */
export interface Speech {
  ask: SpeakAsk;
  brief: SpeakBrief;
  facts: ReturnType<typeof allFacts>;
  /** The visitor's own words. */
  said: readonly string[];
  /** Jorge's. */
  told: readonly string[];
  /** The messages that are being answered. */
  last: string;
  /** Names that no model reads. */
  people: readonly string[];
}

const linesRead = 160;

/** Gathers it: the talk's newest lines, what is known, what may be told, what supervisors whisper. */
export async function speechOf(
  deps: SpeakDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  brief: SpeakBrief,
): Promise<Speech> {
  const { conversation, turn, pack, place } = running;
  const from = Math.max(1, turn.throughSeq - linesRead);
  const heard = turn.event.happened.flatMap((one) => (one.kind === 'visitor-message' ? [one.text] : []));
  const reading = deps.folds.entries
    .read(conversation.id, 'public', from, turn.throughSeq, linesRead + 1)
    .then((entries) => linesOf(entries));
  // The calendar's answer comes in a turn of its own: it answers what was written before it.
  const last = (heard.length > 0 ? heard : unansweredIn(await reading)).join('\n');
  const language = languageOf(turn.stateAfter);
  const { slots } = turn.stateAfter;
  const [lines, whispers, facts, people, adapts] = await Promise.all([
    reading,
    whispersTo(deps, conversation.id),
    talkFacts(deps, running, effect, brief, last),
    peopleOf(deps.folds.entries, conversation, turn.stateAfter),
    deps.adaptsTo(place.tenantId, conversation.leadId),
  ]);
  return {
    ask: {
      tenantId: place.tenantId,
      assistant: pack.assistant,
      brokerage: pack.brokerage,
      language,
      brief,
      facts,
      known: knownOf(slots),
      prefers: adapts ? preferencesOf({ slots, language, lines }) : [],
      lines,
      whispers,
    },
    brief,
    facts: allFacts(facts),
    said: lines.flatMap(({ who, text }) => (who === 'lead' ? [text] : [])),
    told: lines.flatMap(({ who, text }) => (who === 'bot' ? [text] : [])),
    last,
    people,
  };
}

const unansweredIn = (lines: ReturnType<typeof linesOf>): string[] =>
  lines.slice(lines.findLastIndex(({ who }) => who !== 'lead') + 1).map(({ text }) => text);

/** The outcome of Claude's words; null where nothing of them stands, and the authored words are said. */
export interface Spoken {
  asked: QuestionName | null;
  tell: string | null;
  unsure: boolean;
}

/**
 * Has Claude write what stands between the fixed words. Where a sentence is refused, those after it wait. Where only its words are in doubt
 * the small model decides; else Claude writes once more from there on, and what it had written goes on only where that brings nothing.
 * Doubts about the second answer are decided the same way.
 */
export async function speak(
  deps: SpeakDeps,
  running: Running,
  { ask, brief, last, people }: Speech,
  index: number,
  pass: ReturnType<typeof passReply>,
  signal: AbortSignal,
): Promise<Spoken | null> {
  const order = { ...speakOrder(ask), people, causedBy: causeOf(running) };
  const first = await write(deps, order, pass, signal, null);
  if (first === null) return null;
  let { asked, tell } = first.head;
  const held = await passVetted(deps.model, order, ask, first.held, tell, pass, signal);
  const refused = pass.takeRefused();
  if (refused.length > 0 && !signal.aborted) {
    const said = pass.passed();
    const unsaid = held.slice(1);
    const second = await write(deps, speakAgain(order, { said, tell, refused, unsaid }), pass, signal, first.head);
    tell ??= second?.head.tell ?? null;
    if (second !== null) {
      asked = second.head.asked;
      const [, ...others] = await passVetted(deps.model, order, ask, second.held, tell, pass, signal);
      // A sentence that is refused again is left out.
      for (const one of others) pass.pass(one, deedsOf(tell));
    }
    if (pass.passed() === said) for (const one of unsaid) pass.pass(one, deedsOf(tell));
  }
  const isWordless = first.isWordless && `${brief.opens}${brief.closes}` !== '';
  if (pass.passed() === '' && !isWordless) return null;
  const put = brief.mayAsk.find(({ question }) => question === asked)?.question ?? brief.asks;
  const promised = tell === null && pass.promises() ? last : null;
  const { unsure } = first.head;
  if (tell !== null || unsure || promised !== null) tellTeam(running, index, tell ?? promised ?? last, unsure);
  return { asked: put, tell: tell ?? promised, unsure };
}

interface Written {
  head: SpokenHead;
  /** An answer in its form that leaves all to the fixed words. */
  isWordless: boolean;
  /** The sentence that was refused, and those after it, which may go on from it. */
  held: Sentence[];
}

/** One answer of the model through the checks; null where it must not stand. `before`: the head of the answer that this one mends. */
async function write(
  deps: Pick<SpeakDeps, 'model' | 'log'>,
  order: WritingOrder,
  pass: ReturnType<typeof passReply>,
  signal: AbortSignal,
  before: SpokenHead | null,
): Promise<Written | null> {
  const held: Sentence[] = [];
  let sentences = 0;
  const reader = readSentences((one) => {
    sentences += 1;
    if (held.length === 0) pass.pass(one, deedsOf(before?.tell ?? readHead(reader.head()).tell));
    if (pass.hasRefused()) held.push(one);
  });
  const result = await deps.model.write(order, { onText: reader.push, signal });
  if (result.status !== 'done') deps.log.warn('a reply did not end well', { status: result.status, code: result.code });
  if (result.basis === 'rules' || result.status === 'refused' || result.status === 'truncated') return null;
  if (sentences === 0 && result.status !== 'done') return null;
  const isWordless = sentences === 0 && /"sentences"\s*:\s*\[/.test(reader.head());
  return { head: readHead(reader.head()), isWordless, held };
}

/**
 * Where the rules doubt the words of the first sentence that was held, the small model decides on all that they doubt. Says what may be
 * said, and gives what is still held.
 */
async function passVetted(
  model: SpeakDeps['model'],
  order: WritingOrder,
  { lines, facts }: SpeakAsk,
  held: readonly Sentence[],
  tell: string | null,
  pass: ReturnType<typeof passReply>,
  signal: AbortSignal,
): Promise<readonly Sentence[]> {
  const deeds = deedsOf(tell);
  const [first, ...others] = held;
  const doubts = first === undefined || signal.aborted ? [] : pass.doubts(first, deeds);
  if (doubts.length === 0) return held;
  const all = [...doubts, ...others.flatMap((one) => pass.doubts(one, deeds))];
  const mayStand = await vet(
    model,
    all,
    { lines, facts: [...facts.home, ...facts.talk.filter(isOfTalk)] },
    order,
    signal,
  );
  if (mayStand.length === 0) return held;
  pass.takeRefused();
  pass.clear(mayStand);
  for (const [at, one] of held.entries()) {
    pass.pass(one, deeds);
    if (pass.hasRefused()) return held.slice(at);
  }
  return [];
}

/** Facts that sentences rest on without citing them: when it is, what is booked, what stands on the screen. */
const isOfTalk = ({ id }: { id: string }): boolean => /^(?:today|time|booking|screen)\b/.test(id);

const deedsOf = (tell: string | null): CitedFact[] =>
  tell === null ? [] : [{ id: 'tell', words: `I've told the team: ${tell}` }];

const causeOf = ({ conversation, place }: Running) => ({
  ...place,
  writerId: writerOf(conversation),
  addressKey: conversation.address?.key ?? null,
});

/** A note for the team with a flag on the row, written with the message. */
function tellTeam(running: Running, index: number, words: string, unsure: boolean): void {
  const reason = unsure ? `Jorge isn’t sure: ${words}` : words;
  running.lines.push({
    type: 'note-created',
    data: { text: `From Jorge: ${reason}`.slice(0, 4000), flags: [flagOf('question-open', reason)] },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index, 'note'),
  });
}

/** The acts of a reply as Claude wrote it: the rules' own acts are done all the same. */
export function actsOf(effect: Effect & { kind: 'reply' }, sentences: readonly ReplyAct[], spoken: Spoken): ReplyAct[] {
  const fixed = effect.acts.flatMap(({ act }) => (act.startsWith('ask-') || written.has(act) ? [] : [act]));
  const asks: ReplyAct[] = spoken.asked === null ? [] : [`ask-${spoken.asked}`];
  const tells: ReplyAct[] = spoken.tell === null ? [] : ['tell-team'];
  return [...new Set([...fixed, ...sentences, ...tells, ...asks])];
}
const written: ReadonlySet<ReplyAct> = new Set([
  'answer',
  'not-on-file',
  'acknowledge',
  'greet',
  'sympathise',
  'decline',
]);
