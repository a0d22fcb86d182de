import type { EntryData } from '../../../contract/log/entry.ts';
import type { Choice } from '../../../contract/log/parts.ts';
import type { MessageSource } from '../../../contract/log/publicEntries.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { idFrom, newId } from '../../../kernel/ids.ts';
import type { Wakeups } from '../../../kernel/wakeups.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { sourcesOf, type WordsTold } from '../../composing/sources.ts';
import { botActor } from '../../conversations/actors.ts';
import type { Appender } from '../../conversations/log/appendEntry.ts';
import type { Folds } from '../../conversations/log/folds.ts';
import type { Conversation } from '../../conversations/model.ts';
import type { AnswersDue, EntryStore } from '../../conversations/ports.ts';
import { endAbandoned } from '../../streams/endAbandoned.ts';
import type { StreamLog } from '../../streams/ports.ts';
import { openStream, type StreamWriter } from '../../streams/writeStream.ts';
import { keepPromise } from './answer.ts';
import { appendWithLines } from './appendWithLines.ts';
import { messageIdOf, onceKeyOf, type Running } from './running.ts';
import type { SpeakDeps } from './speak.ts';
import { timesAskedAbout } from './timeAskedAbout.ts';
import { type WaitEffectDeps, wait } from './wait.ts';
import { isSpoken, type WrittenActs, writeReply } from './writeReply.ts';

export type ReplyDeps = SpeakDeps &
  WaitEffectDeps & {
    entries: Pick<EntryStore, 'findOnce'>;
    conversations: Pick<AnswersDue, 'settleAnswer'>;
    appender: Pick<Appender, 'appendUnder'>;
    folds: Pick<Folds, 'read' | 'find' | 'answered'>;
    streamLog: StreamLog;
    wakeups: Wakeups;
  };

/**
 * Says something to the visitor: opens a public stream, releases sentence by sentence what the gate lets through, writes the message
 * and ends the stream, which clients hear first. It ends as done only where its message stands: stopped where a person took over, and
 * then no message follows. Done again after a crash it writes the same message once; the words of an unfinished attempt are dropped from
 * the screen. Throws when its stream was lost. Answers with the record that the turn keeps of the words.
 */
export async function reply(
  deps: ReplyDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
): Promise<{ written: WrittenActs | null; factIds: string[]; askedAbout: string[] } | null> {
  const { turn, place, conversation, pack } = running;
  const said = running.isNew ? null : await deps.entries.findOnce(onceKeyOf(turn, index));
  if (said !== null) {
    if (said.entry.type !== 'message-created') return null;
    await endSaid(deps, running, said.entry.data);
    await noteQuestions(deps, running, effect, index, said.entry.data.text);
    return null;
  }
  const begun = await beginStream(deps, running, effect, idFrom('reply', turn.id, index));
  if (begun === null) throw new HubError('NODE_LOST');
  if (!('signal' in begun)) {
    await say(deps, running, effect, index, begun);
    return null;
  }
  const writer = begun;
  try {
    // After the opening: a takeover from here on finds the stream and stops it. A turn that was just taken has read the store.
    const now = await (running.isNew ? deps.folds.find : deps.folds.read)(place.tenantId, place.conversationId);
    if (!maySpeak(running, now)) {
      await writer.end(superseded);
      return null;
    }
    const { released, written } = await writeReply(deps, running, effect, index, writer);
    for (const [number, verdict] of released.verdicts.entries()) {
      running.lines.push({
        type: 'policy-verdict',
        data: verdict,
        actor: botActor,
        onceKey: onceKeyOf(turn, index, `verdict:${number}`),
      });
    }
    const text = released.text.trim();
    const sources = sourcesOf(text, released.told);
    if (!(await writer.flush())) await brokenOff(deps, running, effect, index, writer, released.told);
    else await sayAll(deps, running, effect, index, writer, { text, sources, written });
    deps.log.debug('a reply was said', { conversationId: conversation.id, brokerage: pack.brokerage });
    const clock = { at: turn.event.at, zone: pack.timeZone };
    const askedAbout = timesAskedAbout(released.told, turn.stateAfter.booking.offer, clock);
    return { written, factIds: sources.map(({ factId }) => factId), askedAbout };
  } catch (err) {
    await writer.end({ status: 'failed', code: 'INTERNAL' });
    throw err;
  }
}

/** Writes the message, and ends its stream as done before anybody is told of it; where it may not be said, or was said before, as superseded. */
async function sayAll(
  deps: ReplyDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
  writer: StreamWriter,
  said: Omit<Said, 'streamId'>,
): Promise<void> {
  const endDone = async (): Promise<void> => {
    // The message stands: a stream that cannot be ended now is ended as one whose writer died.
    await writer.end({ status: 'done' }).catch((err: unknown) => deps.log.warn('a stream was not ended', { err }));
  };
  const isSaid = await say(deps, running, effect, index, { streamId: writer.streamId, ...said }, endDone);
  if (!isSaid) await writer.end(superseded);
}

/**
 * The stream ended before all of its text was stored. Where a person cut Jorge short and did not take over, what the visitor has read is
 * the message; nothing read is a wait for a person.
 */
async function brokenOff(
  deps: ReplyDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
  writer: StreamWriter,
  told: readonly WordsTold[],
): Promise<void> {
  const end = await writer.end({ status: 'failed', code: 'NODE_LOST' });
  // The stream was lost, or another node goes on with it: not marked as done, so the next look finds it open.
  if (end?.status !== 'stopped') throw new HubError('NODE_LOST');
  if (end.code !== undefined) return;
  const text = (await deps.streamLog.read(writer.streamId))?.text ?? '';
  const sources = sourcesOf(text, told);
  if (text !== '') await say(deps, running, effect, index, { streamId: writer.streamId, text, sources });
  else await wait(deps, running, { kind: 'wait', reason: 'reply-stopped' }, index);
}

/** After a crash between the message and the end of its stream, or of the wait that it answers. */
async function endSaid(
  deps: ReplyDeps,
  { place, turn, conversation }: Running,
  { streamId, text }: EntryData<'message-created'>,
): Promise<void> {
  if (conversation.mode === 'bot') {
    await deps.conversations.settleAnswer(place.tenantId, place.conversationId, turn.throughSeq);
    deps.folds.answered(place.conversationId, turn.throughSeq);
  }
  const view = streamId === undefined ? null : await deps.streamLog.read(streamId);
  if (view === null || view.end !== null) return;
  const ending = view.text === text ? ({ status: 'done' } as const) : superseded;
  await endAbandoned(deps.streamLog, deps.wakeups, view.header, ending);
}

/** The stream to write into, or the text of one that had ended before its message was written; null where another node goes on with it. */
async function beginStream(
  deps: ReplyDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  streamId: string,
): Promise<StreamWriter | { streamId: string; text: string } | null> {
  const found = await deps.streamLog.read(streamId);
  // By a node of the version before, which ended a stream first.
  if (found?.end?.status === 'done') return { streamId, text: found.text };
  const header = {
    streamId: found !== null && found.end !== null ? newId() : streamId,
    ...running.place,
    kind: 'reply' as const,
    audience: 'public' as const,
    attempt: found !== null && found.end === null ? found.header.attempt + 1 : 1,
    basis: isSpoken(deps, effect) ? ('model' as const) : ('rules' as const),
  };
  return openStream({ log: deps.streamLog, wakeups: deps.wakeups, clock: deps.clock }, header);
}

const superseded = { status: 'stopped', code: 'SUPERSEDED' } as const;

const maySpeak = (running: Running, now: Conversation | null): boolean =>
  now !== null && now.fence === running.fence && (now.mode === 'bot' || now.mode === 'waiting');

interface Said {
  streamId: string;
  text: string;
  sources?: readonly MessageSource[];
  written?: WrittenActs | null;
}

/** Writes the message. False where it stood before, or a person speaks by now; `beforeTold` as in `appendUnder`. */
async function say(
  deps: ReplyDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
  { streamId, text, sources = [], written = null }: Said,
  beforeTold?: () => Promise<void>,
): Promise<boolean> {
  const { turn, conversation } = running;
  const buttons = buttonsOf(effect, written);
  const choices = buttons.length === 0 ? {} : { choices: [...buttons] };
  const said = await appendWithLines(
    deps,
    running,
    {
      type: 'message-created',
      data: {
        messageId: messageIdOf(turn, index),
        text,
        channel: conversation.channel,
        language: turn.stateAfter.language,
        streamId,
        ...choices,
        ...(sources.length === 0 ? {} : { sources: [...sources] }),
      },
      actor: botActor,
      onceKey: onceKeyOf(turn, index),
      answersThrough: turn.throughSeq,
    },
    beforeTold,
  );
  if (said !== null && written?.as !== 'spoken')
    await noteQuestions(deps, running, effect, index, said.entry.data.text);
  return said !== null && !said.duplicate;
}

/** The buttons under the question that is asked: of the questions that Claude may ask, those of the one that it asked. */
function buttonsOf(
  { brief, choices = [] }: Effect & { kind: 'reply' },
  written: WrittenActs | null,
): readonly Choice[] {
  if (written?.as !== 'spoken' || brief === undefined || brief.mayAsk.length === 0) return choices;
  return brief.mayAsk.find(({ question }) => written.acts.includes(`ask-${question}`))?.choices ?? [];
}

async function noteQuestions(
  deps: ReplyDeps,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
  text: string,
): Promise<void> {
  const asked = effect.parts.filter((part) => part.kind === 'answer');
  if (asked.length > 0) await keepPromise(deps, running, asked, index, text);
}
