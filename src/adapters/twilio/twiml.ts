import type { Listener } from '../../features/calls/provider/ports.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one] ?? one);
const response = (...parts: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${parts.join('')}</Response>`;
const say = (text: string): string => `<Say>${escaped(text)}</Say>`;

/** Asks the caller whether the call may be written down: a key is the answer, and none is a no. */
export const askConsent = (brokerage: string, answerUrl: string): string =>
  response(
    `<Gather numDigits="1" timeout="5" actionOnEmptyResult="true" action="${escaped(answerUrl)}">`,
    say(
      `Thanks for calling ${brokerage}. May we transcribe this call so we don't miss anything? Press 1 for yes, or 2 for no.`,
    ),
    '</Gather>',
  );

/** Puts the caller through, and has somebody listen only where they agreed. */
export const putThrough = (to: string, overUrl: string, listener: Listener | null): string =>
  response(
    listener === null ? '' : `<Start>${listening(listener)}</Start>`,
    `<Dial answerOnBridge="true" timeout="25" action="${escaped(overUrl)}"><Number>${escaped(to)}</Number></Dial>`,
  );

const listening = (listener: Listener): string =>
  'transcriptionUrl' in listener
    ? `<Transcription statusCallbackUrl="${escaped(listener.transcriptionUrl)}" track="both_tracks" partialResults="true" languageCode="en-US"/>`
    : `<Stream url="${escaped(listener.mediaUrl)}" track="both_tracks"><Parameter name="token" value="${escaped(listener.token)}"/></Stream>`;

/** The end of a call that was put through, and the words to somebody whom nobody could take. */
export const partWith = (wasTaken: boolean): string =>
  wasTaken
    ? response('<Hangup/>')
    : response(say('Sorry, nobody could take your call just now. We will call you back.'), '<Hangup/>');
