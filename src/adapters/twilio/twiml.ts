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

/** Puts the caller through, and has the call transcribed only where they agreed. */
export const putThrough = (to: string, overUrl: string, transcriptionUrl: string | null): string =>
  response(
    transcriptionUrl === null
      ? ''
      : `<Start><Transcription statusCallbackUrl="${escaped(transcriptionUrl)}" track="both_tracks" partialResults="true" languageCode="en-US"/></Start>`,
    `<Dial answerOnBridge="true" timeout="25" action="${escaped(overUrl)}"><Number>${escaped(to)}</Number></Dial>`,
  );

/** The end of a call that was put through, and the words to somebody whom nobody could take. */
export const partWith = (wasTaken: boolean): string =>
  wasTaken
    ? response('<Hangup/>')
    : response(say('Sorry, nobody could take your call just now. We will call you back.'), '<Hangup/>');
