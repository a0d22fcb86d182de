import type { CallLanguage } from '../../contract/rest/phone.ts';
import type { Listener } from '../../features/calls/provider/ports.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => escapes[one] ?? one);
const response = (...parts: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${parts.join('')}</Response>`;

type Words = Readonly<Record<'en' | 'es', string>>;
const codes = { en: 'en-US', es: 'es-US' } as const;
const languagesOf = (language: CallLanguage) => (language === 'both' ? (['en', 'es'] as const) : [language]);
const say = (words: Words, language: CallLanguage): string =>
  languagesOf(language)
    .map((one) => `<Say language="${codes[one]}">${escaped(words[one])}</Say>`)
    .join('');

/** Asks the caller whether the call may be written down: a key is the answer, and none is a no. */
export const askConsent = (brokerage: string, answerUrl: string, language: CallLanguage): string =>
  response(
    `<Gather numDigits="1" timeout="5" actionOnEmptyResult="true" action="${escaped(answerUrl)}">`,
    say(
      {
        en: `Thanks for calling ${brokerage}. May we transcribe this call so we don't miss anything? Press 1 for yes, or 2 for no.`,
        es: `Gracias por llamar a ${brokerage}. ¿Podemos transcribir esta llamada para no perder ningún detalle? Oprima 1 para sí, o 2 para no.`,
      },
      language,
    ),
    '</Gather>',
  );

/** Puts the caller through, and has somebody listen only where they agreed. */
export const putThrough = (to: string, overUrl: string, listener: Listener | null, language: CallLanguage): string =>
  response(
    listener === null ? '' : `<Start>${listening(listener, language)}</Start>`,
    `<Dial answerOnBridge="true" timeout="25" action="${escaped(overUrl)}"><Number>${escaped(to)}</Number></Dial>`,
  );

/** Twilio's own transcription takes one language. */
const listening = (listener: Listener, language: CallLanguage): string =>
  'transcriptionUrl' in listener
    ? `<Transcription statusCallbackUrl="${escaped(listener.transcriptionUrl)}" track="both_tracks" partialResults="true" languageCode="${codes[language === 'es' ? 'es' : 'en']}"/>`
    : `<Stream url="${escaped(listener.mediaUrl)}" track="both_tracks"><Parameter name="token" value="${escaped(listener.token)}"/></Stream>`;

const missed: Words = {
  en: 'Sorry, nobody could take your call just now. We will call you back.',
  es: 'Lo sentimos, nadie pudo atender su llamada en este momento. Le devolveremos la llamada.',
};

/** The end of a call that was put through, and the words to somebody whom nobody could take. */
export const partWith = (wasTaken: boolean, language: CallLanguage): string =>
  wasTaken ? response('<Hangup/>') : response(say(missed, language), '<Hangup/>');
