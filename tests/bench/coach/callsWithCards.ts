import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { StreamDelta, StreamStart } from '../../../src/contract/socket/streams.ts';
import type { Call } from '../load/openCall.ts';
import { nowMs } from '../load/visitor.ts';

/** What a lead says, a cue of another kind in each line; the line's name follows. */
const ofLead = [
  'Honestly, that is too expensive for us.',
  'We would love to see the house.',
  'We need to talk to a lender about a mortgage first.',
  'We have to move as soon as possible.',
  'We need to think about it for a while.',
  'It has to have three bedrooms and a garage.',
  'Is it a safe area, with good schools nearby?',
  'Okay, there is one more thing on my list.',
];
const ofAgent = 'I hear you. Let me write that down, and then tell me more.';

/** A line of a lead, and what came of it; times in ms on the clock of `process.hrtime`. */
export interface LineHeard {
  n: number;
  sentAt: number;
  /** The line itself, at a reader. */
  shownAt?: number;
  cue?: { kind: string; at: number };
  /** The card's stream, at a reader. */
  openedAt?: number;
  card?: { length: number; at: number }[];
}
export interface Heard {
  lines: LineHeard[];
  refused: number;
  /** Of card streams that were running at once, sampled with each one that began. */
  atOnce: number[];
}

const nameOf = (text: string): number => Number(/bench-(\d+)/.exec(text)?.[1] ?? -1);

/**
 * Lets two people talk on every call: the lead says so many lines, one every `everyMs`, with a line of the agent in the middle between two.
 * The calls are spread evenly. `firstName`: of the first line.
 */
export async function talkWithCards(
  calls: readonly Call[],
  { lines: linesOfLead, everyMs, firstName }: { lines: number; everyMs: number; firstName: number },
): Promise<Heard> {
  const lines = new Map<number, LineHeard>();
  const atOnce: number[] = [];
  const stop = listen(new Set(calls.map(({ client }) => client.socket)), lines, atOnce);
  let refused = 0;
  let said = 0;
  const speak = ({ client, callId }: Call, speaker: 'lead' | 'agent', text: string): void => {
    said += 1;
    const spoken = { utteranceId: `u${firstName}-${said}`, seq: firstName * 10 + said, startMs: said, endMs: said + 1 };
    client
      .emit('call-segment', { callId, speaker, text, ...spoken, confidence: 0.9, isFinal: true, language: 'en' })
      .then((ack) => {
        if (!ack.ok) refused += 1;
      });
  };
  const gapMs = everyMs / calls.length / 2;
  const count = linesOfLead * 2 * calls.length;
  const startedAt = performance.now();
  for (let step = 0; step < count; step += 1) {
    const early = startedAt + step * gapMs - performance.now();
    if (early > 1) await sleep(early);
    const at = step % calls.length;
    const round = Math.floor(step / calls.length);
    const call = calls[at] as Call;
    // Half of the agents speak while the other half listen.
    if ((round + at) % 2 === 1) speak(call, 'agent', `${ofAgent} That is line ${step}.`);
    else {
      const n = firstName + lines.size;
      lines.set(n, { n, sentAt: nowMs() });
      speak(call, 'lead', `${ofLead[Math.floor(round / 2) % ofLead.length]} That is bench-${n}.`);
    }
  }
  // A card that began with the last line takes a few seconds.
  await sleep(6_000);
  stop();
  return { lines: [...lines.values()], refused, atOnce };
}

type Socket = Call['client']['socket'];

function listen(sockets: ReadonlySet<Socket>, lines: Map<number, LineHeard>, atOnce: number[]): () => void {
  /** Lines by their place in the log. */
  const placed = new Map<string, LineHeard>();
  /** Cards whose words have not yet said which line they are about. */
  const streams = new Map<
    string,
    { openedAt: number; opening: string; deltas: { length: number; at: number }[]; line?: LineHeard }
  >();
  const placeOf = (conversationId: string, seq: number): string => `${conversationId} ${seq}`;
  const onEntry = ({ conversationId, seq, type, data }: Entry): void => {
    if (type === 'call-segment') {
      const line = lines.get(nameOf(data.text));
      if (line === undefined) return;
      line.shownAt ??= nowMs();
      placed.set(placeOf(conversationId, seq), line);
    }
    if (type !== 'cue-created') return;
    const [place] = data.evidence;
    const line = place && placed.get(placeOf(conversationId, place.seq));
    if (line) line.cue ??= { kind: data.kind, at: nowMs() };
  };
  const onStart = ({ streamId, kind }: StreamStart): void => {
    if (kind !== 'coach') return;
    streams.set(streamId, { openedAt: nowMs(), opening: '', deltas: [] });
    atOnce.push(streams.size);
  };
  const onDelta = ({ streamId, offset, text }: StreamDelta): void => {
    const stream = streams.get(streamId);
    if (stream === undefined) return;
    stream.deltas.push({ length: offset + text.length, at: nowMs() });
    if (stream.line !== undefined) return;
    stream.opening += text;
    const line = lines.get(Number(/^Note (\d+)\./.exec(stream.opening)?.[1] ?? -1));
    if (line === undefined) return;
    stream.line = line;
    line.card = stream.deltas;
    line.openedAt = stream.openedAt;
  };
  const onEnd = ({ streamId }: { streamId: string }): void => void streams.delete(streamId);
  for (const socket of sockets)
    socket.on('entry', onEntry).on('stream-start', onStart).on('stream-delta', onDelta).on('stream-end', onEnd);
  return () => {
    for (const socket of sockets)
      socket.off('entry', onEntry).off('stream-start', onStart).off('stream-delta', onDelta).off('stream-end', onEnd);
  };
}
