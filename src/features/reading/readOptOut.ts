import type { Read } from './model.ts';
import { cancelWords, optInKeywords, optOutKeywords, optOutPhrases } from './optOutWords.ts';
import { plainText } from './plainText.ts';
import { readChannelWish } from './readChannelWish.ts';

const keywordChars = 80;
const polite =
  /^(?:please|pls|por favor|just|bitte|svp|s il vous plaît)|(?:please|pls|now|already|por favor|ya|bitte|svp)$/g;
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
    ...optOutPhrases,
  ].join('|'),
  'iu',
);
const notThese = /\bopt(?:ing|ed)? out of (?:the )?(?:hoa|inspection|contract|financing|lease)\b/i;

/**
 * A wish to hear no more, in the languages of the widget. One whole word of the list in any case and dress ("STOP!!"), or a clear
 * phrase. "Stop by Tuesday", "no more than 600k" and "cancel my lease" are none. `cancelIsAppointment`: an appointment stands, so
 * "cancel" means that. Who only prefers another way of being reached ("no calls, text me") has not opted out.
 */
export function readOptOut(text: string, options: { cancelIsAppointment?: boolean } = {}): Read<true> | null {
  const word = wholeWord(text);
  if (word !== null && optOutKeywords.has(word)) {
    if (!(options.cancelIsAppointment === true && cancelWords.test(word)))
      return { value: true, start: 0, end: text.length };
  }
  const plain = plainText(text);
  const match = phrases.exec(plain);
  if (!match || notThese.test(plain) || readChannelWish(text) !== null) return null;
  return { value: true, start: match.index, end: match.index + match[0].length };
}

/** The word by which somebody who opted out comes back: START, UNSTOP and theirs in other languages, as the whole message. */
export function readOptIn(text: string): Read<true> | null {
  const word = wholeWord(text);
  return word !== null && optInKeywords.has(word) ? { value: true, start: 0, end: text.length } : null;
}

/** A short message as one lower-case word without dress; null when it is too long to be one. */
function wholeWord(text: string): string | null {
  if (text.length > keywordChars) return null;
  const squeezed = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M} ]/gu, '')
    .trim()
    .replace(/\s+/g, ' ');
  return squeezed.replace(polite, '').replace(polite, '').replace(/ /g, '');
}
