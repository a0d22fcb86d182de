import type { ReplyAct } from '../../../contract/vocabulary.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { idFrom, newId } from '../../../kernel/ids.ts';
import type { Effect } from '../../bots/protocol.ts';
import { languageOf } from '../../bots/turn.ts';
import { type PassedReply, passReply } from '../../composing/passReply.ts';
import { botActor } from '../../conversations/actors.ts';
import { openStream, type StreamWriter } from '../../streams/writeStream.ts';
import { type AnswerBrief, answer, askWhom, briefOf, keepPromise } from './answer.ts';
import { tellHomes } from './homes.ts';
import { type EffectParts, onceKeyOf, type Running, takeBoard } from './parts.ts';
import { wait } from './wait.ts';

/**
 * Says something to the visitor: opens a public stream, releases sentence by sentence what the gate lets through, ends it,
 * and writes the message. Stopped when a person takes over: then no message follows. Done again after a crash it writes the
 * same message once; what was on the screen of an unfinished attempt is dropped there. Throws when its stream was lost. What an answer
 * in it does comes back, where one was composed now.
 */
export async function reply(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
): Promise<ReplyAct[]> {
  const { turn, place, conversation, pack } = running;
  const said = await parts.entries.findOnce(onceKeyOf(turn, index));
  if (said !== null) {
    if (said.entry.type === 'message-created') await noteQuestions(parts, running, effect, index, said.entry.data.text);
    return [];
  }
  const begun = await beginStream(parts, running, effect, idFrom('reply', turn.id, index));
  if (begun.writer === null) {
    if (begun.text === null) throw new HubError('NODE_LOST');
    await say(parts, running, effect, index, begun.streamId, begun.text);
    return [];
  }
  const { writer } = begun;
  try {
    // After the opening: whoever takes over from here on finds the stream and stops it.
    if (!(await maySpeak(parts, running))) {
      await writer.end({ status: 'stopped', code: 'SUPERSEDED' });
      return [];
    }
    const released = await write(parts, running, effect, writer);
    const mayStillSpeak = await maySpeak(parts, running);
    const end = await writer.end(mayStillSpeak ? { status: 'done' } : { status: 'stopped', code: 'SUPERSEDED' });
    for (const [number, verdict] of released.verdicts.entries()) {
      await parts.appender.append(place, {
        type: 'policy-verdict',
        data: verdict,
        actor: botActor,
        onceKey: onceKeyOf(turn, index, `verdict:${number}`),
      });
    }
    if (end?.status === 'done') await say(parts, running, effect, index, writer.streamId, released.text.trim());
    else if (end?.status === 'stopped' && end.code === undefined)
      await stoppedByStaff(parts, running, effect, index, writer);
    // The stream was lost, or another node goes on with it: not done, so whoever looks next finds it open.
    else if (end?.status !== 'stopped') throw new HubError('NODE_LOST');
    parts.log.debug('a reply was said', { conversationId: conversation.id, brokerage: pack.brokerage });
    return released.acts;
  } catch (err) {
    await writer.end({ status: 'failed', code: 'INTERNAL' });
    throw err;
  }
}

/** A person cut Jorge short and did not take over: what the visitor has read is the message; nothing read is a wait for a person. */
async function stoppedByStaff(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
  writer: StreamWriter,
): Promise<void> {
  const read = (await parts.streamLog.read(writer.streamId))?.text ?? '';
  if (read !== '') await say(parts, running, effect, index, writer.streamId, read);
  else await wait(parts, running, { kind: 'wait', reason: 'reply-stopped' }, index);
}

/** The stream to write into, or the text of a stream that had ended before its message was written. */
async function beginStream(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'reply' },
  streamId: string,
): Promise<{ writer: StreamWriter | null; streamId: string; text: string | null }> {
  const found = await parts.streamLog.read(streamId);
  if (found?.end?.status === 'done') return { writer: null, streamId, text: found.text };
  const header = {
    streamId: found !== null && found.end !== null ? newId() : streamId,
    ...running.place,
    kind: 'reply' as const,
    audience: 'public' as const,
    attempt: found !== null && found.end === null ? found.header.attempt + 1 : 1,
    basis: effect.parts.some((part) => part.kind === 'answer') ? parts.model.basis : ('rules' as const),
  };
  const writer = await openStream({ log: parts.streamLog, wakeups: parts.wakeups, clock: parts.clock }, header);
  return { writer, streamId: header.streamId, text: null };
}

const nothingSaid = { text: '', verdicts: [], acts: [] };

/** What is said of the effect, in the stream. An answer that may not stand is taken back whole, and the playbook answers. */
async function write(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'reply' },
  writer: StreamWriter,
): Promise<Pick<PassedReply, 'text' | 'verdicts' | 'acts'>> {
  const asks = effect.parts.find((part) => part.kind === 'answer');
  const brief = asks === undefined ? null : await briefOf(parts, running, asks);
  const released = await writeOnce(parts, running, effect, writer, brief, false);
  if (released !== null && (!released.mostHeldBack || writer.signal.aborted)) return released;
  parts.log.warn('an answer was taken back: the playbook answers');
  writer.restart('rules');
  return (await writeOnce(parts, running, effect, writer, brief, true)) ?? nothingSaid;
}

/** Null when a model's answer ended so that what is in the stream must not stand. */
async function writeOnce(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'reply' },
  writer: StreamWriter,
  brief: AnswerBrief | null,
  byRules: boolean,
): Promise<PassedReply | null> {
  const { conversation, pack, turn } = running;
  // White space at the end of what was said waits for the next words: the message is the stream's text to the letter.
  let space = '';
  let begun = false;
  const pass = passReply({
    authored: effect.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
    language: languageOf(turn.stateAfter),
    channel: conversation.channel,
    brokerage: pack.brokerage,
    facts: brief?.facts ?? [],
    said: brief?.said ?? [],
    whispers: brief?.whispers ?? [],
    askWhom: askWhom(running),
    logger: parts.log,
    release(text) {
      const held = space + text;
      const kept = held.trimEnd();
      space = held.slice(kept.length);
      writer.write(begun ? kept : kept.trimStart());
      begun ||= kept !== '';
    },
  });
  for (const [number, part] of effect.parts.entries()) {
    if (writer.signal.aborted) break;
    if (number > 0) pass.say(' ');
    if (part.kind === 'text') pass.say(part.text);
    else if (part.kind === 'homes') pass.say(await tellHomes(parts, running, part.search));
    else if (brief !== null) {
      const next = effect.parts.slice(number + 1).flatMap((one) => (one.kind === 'text' ? [one.text] : []));
      const stands = await answer(parts, running, brief, next.join(' '), pass, writer.signal, byRules);
      if (!stands && !byRules) return null;
    }
  }
  const released = pass.finish();
  if (released.dropped > 0) parts.log.warn('an answer lost sentences on its way', { dropped: released.dropped });
  return released;
}

async function maySpeak(parts: EffectParts, running: Running): Promise<boolean> {
  const now = await parts.conversations.find(running.place.tenantId, running.place.conversationId);
  return now !== null && now.fence === running.fence && (now.mode === 'bot' || now.mode === 'waiting');
}

async function say(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
  streamId: string,
  text: string,
): Promise<void> {
  const { turn, place, conversation } = running;
  const choices = effect.choices === undefined ? {} : { choices: effect.choices };
  const board = takeBoard(running);
  const appended = await parts.appender.append(
    place,
    {
      type: 'message-created',
      data: {
        messageId: idFrom('message', turn.id, index),
        text,
        channel: conversation.channel,
        language: turn.stateAfter.language,
        streamId,
        ...choices,
      },
      actor: botActor,
      onceKey: onceKeyOf(turn, index),
      // While a person was asked for, Jorge's answer does not end the wait for one.
      board: { ...board, ...(conversation.mode === 'bot' ? { waitingSince: null } : {}) },
    },
    { fence: running.fence },
  );
  if (appended === null || appended.duplicate) running.board = board;
  await noteQuestions(parts, running, effect, index, text);
}

async function noteQuestions(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'reply' },
  index: number,
  text: string,
): Promise<void> {
  const asked = effect.parts.filter((part) => part.kind === 'answer');
  if (asked.length > 0) await keepPromise(parts, running, asked, index, text);
}
