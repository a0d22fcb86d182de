import type { Clock } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { sha256 } from '../../../kernel/ids.ts';
import type { Logger } from '../../../kernel/observe.ts';
import type { Limit, RateLimits } from '../../../kernel/rateLimits.ts';
import type { TextSeal } from '../../../kernel/sealText.ts';
import { systemActor } from '../../conversations/actors.ts';
import type { Appender } from '../../conversations/log/appendEntry.ts';
import type { Segment } from '../hearSegment.ts';
import type { HeldCalls } from '../holdCalls.ts';
import type { Call } from '../model.ts';
import type { CallStore } from '../ports.ts';
import { mayKeepWords } from '../rules.ts';
import { callIdOf } from './hearOfCall.ts';
import { type PhoneConnection, speakerOn, type ToldWords } from './model.ts';
import type { PhoneCompany, PhoneConnectionStore, SpeechLine, SpeechService } from './ports.ts';

export interface HearAudioDeps {
  phones: Pick<PhoneConnectionStore, 'find'>;
  phoneSeal: TextSeal;
  company: Pick<PhoneCompany, 'isSigned'>;
  calls: Pick<CallStore, 'find'>;
  /** The same calls, as `holdCalls` finds them. */
  heldCalls: Pick<HeldCalls, 'find'>;
  hear(call: Call, segment: Segment): Promise<void>;
  speech: SpeechService;
  appender: Pick<Appender, 'append'>;
  rateLimits: Pick<RateLimits, 'take'>;
  clock: Clock;
  log: Logger;
}

/** The sound of one call as it comes in. */
export interface AudioOfCall {
  hear(track: ToldWords['track'], sound: Uint8Array): void;
  end(): void;
}

const tokenMs = 120_000;
/** Each opens one socket, on whichever node. */
const once: Limit = { name: 'media-token', points: 1, perMs: 2 * tokenMs };
/** How soon a no is noticed that came some other way than in these words. */
const lookMs = 1_000;

/** Words that let the phone company open one socket for the sound of a call. */
export const mediaTokenOf = (
  { phoneSeal, clock }: Pick<HearAudioDeps, 'phoneSeal' | 'clock'>,
  callId: string,
): string => phoneSeal.seal(`${callId} ${clock.now() + tokenMs}`);

/**
 * The connection whose account asks for a socket at `url`.
 * @throws HubError `NOT_FOUND` for a connection that is not there, `AUTH_INVALID` for what its account did not sign
 */
export async function admitMedia(
  { phones, phoneSeal, company }: Pick<HearAudioDeps, 'phones' | 'phoneSeal' | 'company'>,
  connectionId: string,
  { url, signature }: { url: string; signature: string },
): Promise<PhoneConnection> {
  const connection = await phones.find(connectionId);
  if (connection === null) throw new HubError('NOT_FOUND');
  const token = phoneSeal.open(connection.sealedToken);
  if (token === null || !company.isSigned(token, signature, url, new URLSearchParams()))
    throw new HubError('AUTH_INVALID');
  return connection;
}

/**
 * Begins to listen to a call: both ends are written down by the speech service of the connection until the call is over or somebody says no,
 * which calls `onEnd`.
 * @throws HubError `AUTH_INVALID` for a token of another call, an old one or one that was used; `CONSENT_REQUIRED`
 */
export async function hearAudio(
  deps: HearAudioDeps,
  connection: PhoneConnection,
  begun: { callSid: string; streamSid: string; token: string },
  onEnd: () => void,
): Promise<AudioOfCall> {
  const { calls, clock, phoneSeal } = deps;
  const { tenantId } = connection;
  const callId = callIdOf(connection, begun.callSid);
  const [tokenCallId, until = '0'] = phoneSeal.open(begun.token)?.split(' ') ?? [];
  const isStale = tokenCallId !== callId || Number(until) < clock.now();
  if (isStale || (await deps.rateLimits.take(once, sha256(begun.token))) > 0) throw new HubError('AUTH_INVALID');
  const call = await calls.find(tenantId, callId);
  const key = connection.sealedSpeechKey ? phoneSeal.open(connection.sealedSpeechKey) : null;
  if (call === null || key === null) throw new HubError('NOT_FOUND');
  if (!mayKeepWords(call)) throw new HubError('CONSENT_REQUIRED');

  const offsetMs = Math.max(0, clock.now() - call.startedAt);
  const lines = new Map<ToldWords['track'], SpeechLine>();
  let isOver = false;
  let hasStalled = false;
  let heard: Promise<void> = Promise.resolve();
  let cancelLook = clock.after(lookMs, look);

  function end(how: 'close' | 'drop' = 'close'): void {
    if (isOver) return;
    isOver = true;
    cancelLook();
    for (const line of lines.values()) line[how]();
    onEnd();
  }
  function look(): void {
    calls
      .find(tenantId, callId)
      .then((now) => {
        if (now === null || !mayKeepWords(now)) end('drop');
        else if (now.endedAt !== null) end();
        if (!isOver) cancelLook = clock.after(lookMs, look);
      })
      .catch((err: unknown) => {
        // Nobody can tell whether it may be heard anymore.
        deps.log.warn('a call is not listened to any more', { err, callId });
        end('drop');
      });
  }
  function open(of: Call, track: ToldWords['track']): SpeechLine {
    let utterance = 1;
    return deps.speech.open(key as string, connection.language, {
      onWords({ text, confidence, isFinal, startMs, endMs }) {
        const utteranceId = `${begun.streamSid}-${track}-${utterance}`;
        if (isFinal) utterance += 1;
        const at = { startMs: offsetMs + startMs, endMs: offsetMs + endMs };
        const speaker = speakerOn(track, of.direction);
        // In the order in which they were understood.
        heard = heard
          .then(async () => {
            // The call may have changed: its agent, its end, and the consent to write it down.
            const now = await deps.heldCalls.find(tenantId, callId);
            if (now === null) throw new HubError('CONSENT_REQUIRED');
            await deps.hear(now, {
              utteranceId,
              speaker,
              text,
              ...at,
              confidence,
              isFinal,
              language: connection.language === 'es' ? 'es' : 'en',
            });
          })
          .catch((error: unknown) => {
            if (!(error instanceof HubError)) deps.log.warn('words of a call were not kept', { err: error, callId });
            else if (error.code === 'CONSENT_REQUIRED') end('drop');
          });
      },
      onStall() {
        if (hasStalled) return;
        hasStalled = true;
        deps.appender
          .append(
            { tenantId, conversationId: of.conversationId },
            {
              type: 'note-created',
              data: {
                text: 'Parts of this call may be missing from the transcript: the speech service didn’t keep up.',
              },
              actor: systemActor,
              onceKey: `call:${callId}:stalled`,
            },
          )
          .catch((err: unknown) => deps.log.warn('a stalled transcript was not noted', { err, callId }));
      },
    });
  }
  return {
    hear(track, sound) {
      if (isOver) return;
      const line = lines.get(track) ?? open(call, track);
      lines.set(track, line);
      line.hear(sound);
    },
    end: () => end(),
  };
}
