import type { Read } from './model.ts';
import { plainText } from './plainText.ts';

const keywords = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'revoke',
  'optout',
  'parar',
  'alto',
  'cancelar',
  'baja',
  'detener',
  'ngừng',
  'ngưng',
  '停',
  '停止',
  '退订',
]);
const polite = /^(?:please|pls|por favor|just)|(?:please|pls|now|already|por favor|ya)$/g;
const phrases = new RegExp(
  [
    '\\b(?:stop|quit|cease) (?:texting|messaging|contacting|calling|e-?mailing|writing|bothering|spamming|sending)\\b(?: (?:me|us|this|these|to me))?',
    "\\b(?:don't|do not|dont|never|please don't) (?:contact|text|call|message|e-?mail|write(?: to)?|bother) (?:me|us)\\b(?! (?:before|after|until|till|on|at|in|during|today|tomorrow|tonight|this|between|while|early|late|by|back))",
    '\\b(?:remove|delete) me\\b',
    '\\btake (?:me|my (?:name|number)) off\\b',
    '\\bleave (?:me|us) alone\\b',
    "\\b(?:no more|don't (?:want|send)(?: me)? (?:any )?(?:more )?) ?(?:messages|texts|calls|e-?mails)\\b",
    '\\bunsubscribe\\b',
    '\\bopt(?:ing|ed)?[ -](?:me )?out\\b',
    '\\bwrong number\\b',
    '\\b(?:please |just |fucking |f\\*+ing )stop(?: it| this| now| please)?\\s*(?:[.!]|$)',
    '\\bno m[aá]s (?:mensajes|textos|llamadas|correos)\\b',
    '\\bno me (?:escriba[ns]?|escriban m[aá]s|llame[ns]?|contacte[ns]?|manden?|moleste[ns]?)(?!\\p{L})',
    '\\bdej(?:e|en|a) de (?:escribirme|llamarme|molestar(?:me)?|contactarme|mandarme)\\b',
    '\\bd[eé]jame en paz\\b',
  ].join('|'),
  'iu',
);
const notThese = /\bopt(?:ing|ed)? out of (?:the )?(?:hoa|inspection|contract|financing|lease)\b/i;

/**
 * A wish to hear no more. One whole word of the list in any case and dress ("STOP!!"), or a clear phrase. "Stop by Tuesday",
 * "no more than 600k" and "cancel my lease" are none. `cancelIsAppointment`: an appointment stands, so "cancel" means that.
 */
export function readOptOut(text: string, options: { cancelIsAppointment?: boolean } = {}): Read<true> | null {
  if (text.length <= 80) {
    const squeezed = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L} ]/gu, '')
      .trim()
      .replace(/\s+/g, ' ');
    const word = squeezed.replace(polite, '').replace(polite, '').replace(/ /g, '');
    const aboutAppointment = options.cancelIsAppointment === true && /^cancel/.test(word);
    if (keywords.has(word) && !aboutAppointment) return { value: true, start: 0, end: text.length };
  }
  const plain = plainText(text);
  const match = phrases.exec(plain);
  if (!match || notThese.test(plain)) return null;
  return { value: true, start: match.index, end: match.index + match[0].length };
}
