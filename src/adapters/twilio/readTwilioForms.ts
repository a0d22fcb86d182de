import { z } from 'zod';
import type { ToldStatus, ToldWords } from '../../features/calls/provider/model.ts';

const sid = z.string().regex(/^[A-Z]{2}[0-9a-fA-F]{32}$/);
const statusForm = z.object({
  CallSid: sid,
  ParentCallSid: sid.optional(),
  CallStatus: z.string(),
  Direction: z.string().default('inbound'),
  From: z.string().default(''),
  To: z.string().default(''),
  StirVerstat: z.string().optional(),
  DialCallStatus: z.string().optional(),
  Digits: z.string().optional(),
});
const overWithout: ReadonlySet<string> = new Set(['busy', 'no-answer', 'failed', 'canceled']);

/**
 * Null for what is no call's form.
 * Source: Twilio, "TwiML voice: request parameters" and "Call resource: StatusCallback", https://www.twilio.com/docs/voice/twiml, read in
 * November 2026.
 */
export function readTwilioStatus(form: URLSearchParams): ToldStatus | null {
  const { data } = statusForm.safeParse(Object.fromEntries(form));
  if (data === undefined) return null;
  const { ParentCallSid: parent, CallStatus: status, DialCallStatus: dialed } = data;
  const direction = data.Direction.startsWith('outbound') ? 'outbound' : 'inbound';
  const number = direction === 'inbound' ? data.From : data.To;
  return {
    sid: parent ?? data.CallSid,
    isLeg: parent !== undefined,
    direction,
    number: /^\+\d{7,15}$/.test(number) ? number : null,
    isVerified: data.StirVerstat === 'TN-Validation-Passed-A',
    ended: status === 'completed' ? 'talked' : overWithout.has(status) ? 'missed' : null,
    wasTaken: dialed === undefined ? null : dialed === 'completed' || dialed === 'answered',
    digits: data.Digits ?? null,
  };
}

const wordsForm = z.object({
  CallSid: sid,
  TranscriptionSid: sid,
  SequenceId: z.coerce.number().int().min(0),
  TranscriptionEvent: z.string(),
  Timestamp: z.iso.datetime({ offset: true }),
  Track: z.enum(['inbound_track', 'outbound_track']).default('inbound_track'),
  LanguageCode: z.string().max(20).default('en-US'),
  Final: z.string().default('true'),
  TranscriptionData: z.string().optional(),
});
const wordsData = z.object({ transcript: z.string(), confidence: z.number().min(0).max(1).optional() });

/**
 * Null for what is no transcription's form.
 * Source: Twilio, "TwiML voice: <Transcription>", status callbacks, https://www.twilio.com/docs/voice/twiml/transcription, read in November
 * 2026.
 */
export function readTwilioWords(form: URLSearchParams): ToldWords | null {
  const { data } = wordsForm.safeParse(Object.fromEntries(form));
  if (data === undefined) return null;
  const said = data.TranscriptionEvent === 'transcription-content' ? wordsIn(data.TranscriptionData ?? '') : null;
  return {
    ...{ sid: data.CallSid, transcriptionSid: data.TranscriptionSid, sequence: data.SequenceId },
    track: data.Track === 'inbound_track' ? 'inbound' : 'outbound',
    at: Date.parse(data.Timestamp),
    words:
      said === null
        ? null
        : {
            text: said.transcript,
            confidence: said.confidence ?? null,
            isFinal: data.Final === 'true',
            language: data.LanguageCode,
          },
  };
}

function wordsIn(json: string): z.infer<typeof wordsData> | null {
  try {
    return wordsData.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    // A form that was signed and is no JSON has no words for us.
    return null;
  }
}
