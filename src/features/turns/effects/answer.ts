import type { Fact } from '../../../contract/readings.ts';
import { isoOf } from '../../../kernel/clock.ts';
import type { ReplyPart } from '../../bots/protocol.ts';
import { languageOf } from '../../bots/turn.ts';
import { linesOf, type TalkLine } from '../../coaching/talk.ts';
import { answerVisitor, factsFor } from '../../composing/answerVisitor.ts';
import type { passReply } from '../../composing/passReply.ts';
import { promisesToAsk } from '../../composing/promise.ts';
import { botActor } from '../../conversations/actors.ts';
import { changeBoard } from '../../conversations/changeBoard.ts';
import { flagOf } from '../../conversations/flagOf.ts';
import { findHome } from '../../listings/findHome.ts';
import { lookUpHome } from '../../listings/tellHome.ts';
import type { ListingFacts } from '../../packs/model.ts';
import { maskIdentityNumbers } from '../../reading/identityNumbers.ts';
import { peopleOf } from '../peopleOf.ts';
import { type EffectParts, onceKeyOf, type Running } from './parts.ts';

type AnswerPart = ReplyPart & { kind: 'answer' };

/** What an answer is written from. */
export interface AnswerBrief {
  question: string;
  listing: ListingFacts | null;
  /** All that the answer may stand on. */
  facts: readonly Fact[];
  lines: readonly TalkLine[];
  /** What supervisors whisper to Jorge, while it stands. */
  whispers: readonly string[];
  /** Whose figures may be repeated: the question's and the visitor's own. */
  said: readonly string[];
}

const linesRead = 20;
const linesNoted = 200;

/** The person who has the conversation; null: the team. */
export const askWhom = ({ conversation }: Running): string | null => conversation.owner?.name ?? null;

/** Gathers it for one part of a reply: the home that is meant, the last twenty lines before the turn, what supervisors whisper. */
export async function briefOf(parts: EffectParts, running: Running, part: AnswerPart): Promise<AnswerBrief> {
  const { conversation, turn } = running;
  const { question } = part;
  const from = Math.max(1, turn.throughSeq - linesRead);
  const lines = linesOf(await parts.entries.read(conversation.id, 'public', from, turn.throughSeq, linesRead + 1));
  const whispers = await whispersTo(parts, conversation.id);
  const said = [question, ...lines.flatMap(({ who, text }) => (who === 'lead' ? [text] : []))];
  const listing = await homeMeant(parts, running, part);
  const found = turn.event.happened.flatMap((one) => (one.kind === 'understood' ? one.facts : []));
  const shelf = [...new Map(found.map((fact) => [fact.id, fact])).values()];
  return { question, listing, facts: factsFor(listing, shelf, languageOf(turn.stateAfter)), lines, whispers, said };
}

/** Of the newest of the team's log, oldest first. */
async function whispersTo(parts: EffectParts, conversationId: string): Promise<string[]> {
  const head = await parts.entries.head(conversationId, 'internal');
  const newest = await parts.entries.read(
    conversationId,
    'internal',
    Math.max(1, head - linesNoted),
    head,
    linesNoted + 1,
  );
  const now = isoOf(parts.clock.now());
  return newest.flatMap((entry) => {
    if (entry.type !== 'whisper-created' || entry.data.to !== 'bot') return [];
    return entry.data.expiresAt !== undefined && entry.data.expiresAt <= now
      ? []
      : [maskIdentityNumbers(entry.data.text)];
  });
}

/**
 * An answer is written by the model, or by the playbook behind it (`byRules`: by that alone), and leads up to `next`. One that breaks
 * off ends with its last whole sentence; false when what was said of it is to be taken back: the model refused, or came to no end.
 */
export async function answer(
  parts: EffectParts,
  running: Running,
  { question, listing, facts, lines, whispers }: AnswerBrief,
  next: string,
  pass: ReturnType<typeof passReply>,
  signal: AbortSignal,
  byRules: boolean,
): Promise<boolean> {
  const { conversation, pack, turn } = running;
  const order = answerVisitor({
    tenantId: conversation.tenantId,
    question,
    listing,
    brokerage: pack.brokerage,
    language: languageOf(turn.stateAfter),
    askWhom: askWhom(running),
    facts,
    next,
    lines,
    whispers,
  });
  const causedBy = {
    ...running.place,
    visitorId: conversation.visitorId,
    addressKey: conversation.address?.key ?? null,
  };
  const people = peopleOf(conversation, turn.stateAfter);
  const asked = { ...order, people, causedBy, ...(byRules ? { byRules } : {}) };
  const result = await parts.model.write(asked, { onText: pass.answer, signal });
  const came = pass.endAnswer();
  if (result.status !== 'done')
    parts.log.warn('an answer did not end well', { status: result.status, code: result.code });
  return came ? result.status !== 'refused' && result.status !== 'truncated' : result.status === 'stopped';
}

/** The home that the question names, else the one it is about, else the one of the page. */
async function homeMeant(parts: EffectParts, running: Running, part: AnswerPart): Promise<ListingFacts | null> {
  const homes = await parts.listingsOf(running.place.tenantId);
  const about = homes.find(({ listingId }) => listingId === part.listingId);
  return findHome(part.question, homes) ?? about ?? running.pack.listing ?? null;
}

/** Where an answer says that somebody will be asked, or the home's file lacks what was asked, the team has the question in writing and on its row. */
export async function keepPromise(
  parts: EffectParts,
  running: Running,
  questions: readonly AnswerPart[],
  index: number,
  text: string,
): Promise<void> {
  const promised = promisesToAsk(text);
  const open: AnswerPart[] = [];
  for (const part of questions) {
    const home = promised ? null : await homeMeant(parts, running, part);
    if (promised || (home !== null && lookUpHome(part.question, home, 'en').lacking.length > 0)) open.push(part);
  }
  if (open.length === 0) return;
  const asked = open.map(({ question }) => question).join(' ');
  await parts.appender.append(running.place, {
    type: 'note-created',
    data: { text: `The visitor asked, and Jorge could not answer: ${asked}`.slice(0, 4000) },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index, 'note'),
  });
  const flag = flagOf('question-open', `Asked, and not on file: ${asked}`);
  await changeBoard(parts, running.place, {}, { flag });
}
