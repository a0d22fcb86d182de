import { asItLooks, bareLetters, otherScripts, visibleText } from '../../../kernel/bareLetters.ts';
import type { OptOutLanguage, Read } from '../model.ts';
import { readAt } from '../text/matchesIn.ts';
import { latinPhrases, otherPhrases, phrasesOf, vietnamesePhrases } from './optOutPhrases.ts';
import {
  cancelWords,
  courtesies,
  optInKeywords,
  optOutKeywords,
  optOutKeywordsOf,
  strongKeywords,
} from './optOutWords.ts';
import { readChannelWish, rulesOutAll } from './readChannelWish.ts';

const keywordChars = 80;
const vietnameseLetters = /[\u0103\u0111\u01a1\u01b0\u00e0-\u00fd\u1ea0-\u1ef9]/i;
const lookalikeScripts = /[\u0370-\u04ff\u0531-\u0587]/;
const plainLetters = /^[a-z]*$/;
const stopSign = /^[\s🛑⛔🚫✋]+$/u;
const strongStems = /stop|unsub|opt.?out|abonn|abmeld|退|수신|стоп|отпис/iu;
const clauses = /[.!?;,\n。！？；，،؟…]+|\s[-–—]+\s/u;
/** Beside a bare "stop" these make it a wish to hear no more, not "stop, I love it". */
const wantsOut =
  /\b(?:not interested|no interest|do(?:n't|nt| not) (?:want|need|care)|(?:already|have|got|found|bought|hired)\b.{0,24}\b(?:agent|realtor|house|home|place|one)|spam|scam|annoying|harass\w*|report(?:ing)? you|leave (?:me|us)|enough|no thank|never (?:asked|signed)|didn't (?:ask|sign)|wrong|who is this|lawyer|asked you)\b/;
/** A question about the word is not the wish: "what does STOP do?". */
const asksAbout = /^\W*(?:what|does|do (?:i|we|you)|did|is|are|if|when|which|will|should)\b[^?]{0,120}\?/;

const optOutLanguages = Object.keys(phrasesOf) as OptOutLanguage[];
const phrases = Object.fromEntries(
  optOutLanguages.map((language) => [language, new RegExp(phrasesOf[language].join('|'), 'u')]),
) as Record<OptOutLanguage, RegExp>;

/**
 * A wish to hear no more, in the languages of the widget. One whole word of the list in any case and dress ("STOP!!"), or a clear
 * phrase. "Stop by Tuesday", "no more than 600k" and "cancel my lease" are none. `cancelIsAppointment`: an appointment stands, so
 * "cancel" means that. A preference for another channel ("no calls, text me") is no opt-out.
 */
export function readOptOut(text: string, options: { cancelIsAppointment?: boolean } = {}): Read<true> | null {
  const whole: Read<true> = { value: true, start: 0, end: text.length };
  if (text.length <= keywordChars && (stopSign.test(text) ? /[🛑⛔]/u.test(text) : isKeyword(text, options)))
    return whole;
  const visible = visibleText(text);
  const bare = bareLetters(visible);
  const match =
    latinPhrases.exec(bare) ??
    (vietnameseLetters.test(visible) ? vietnamesePhrases.exec(visible.toLowerCase()) : null) ??
    (otherScripts.test(bare) ? otherPhrases.exec(bare) : null) ??
    (lookalikeScripts.test(bare) ? latinPhrases.exec(asItLooks(bare)) : null);
  if (match === null) return standsAlone(text) ? whole : null;
  if (asksAbout.test(bare) || (readChannelWish(visible) !== null && !rulesOutAll(visible))) return null;
  // When invisible characters or blanks were removed, offsets into the visible text are not offsets into the message.
  return visible.length === text.length ? readAt(true, match) : whole;
}

/**
 * Which languages an opt-out may be in, of a text that `readOptOut` takes for one: Spanish and Portuguese share "cancelar". None
 * where only a word of the whole world says it, such as STOP.
 */
export function optOutLanguagesOf(text: string): OptOutLanguage[] {
  const words = text.length > keywordChars ? [] : wordsOf(text);
  if (words.some((word) => optOutKeywordsOf.en.includes(word))) return [];
  const bare = bareLetters(visibleText(text));
  const forms = [bare, visibleText(text).toLowerCase()];
  return optOutLanguages.filter(
    (language) =>
      words.some((word) => optOutKeywordsOf[language].includes(word)) ||
      forms.some((form) => phrases[language].test(form)),
  );
}

/** The word by which somebody who opted out comes back: START, UNSTOP and theirs in other languages, as the whole message. */
export function readOptIn(text: string): Read<true> | null {
  if (text.length > keywordChars) return null;
  return wordsOf(text).some((word) => optInKeywords.has(word)) ? { value: true, start: 0, end: text.length } : null;
}

function isKeyword(text: string, options: { cancelIsAppointment?: boolean }): boolean {
  const word = wordsOf(text).find((one) => optOutKeywords.has(one));
  return word !== undefined && !(options.cancelIsAppointment === true && cancelWords.test(word));
}

/** "I'm not interested. STOP": the word as a sentence of its own, first or last, and nothing beside it that makes it a joke. */
function standsAlone(text: string): boolean {
  const visible = visibleText(text);
  if (!strongStems.test(visible)) return false;
  const parts = visible.split(clauses).filter((part) => part.trim() !== '');
  const isStop = (part: string | undefined): boolean =>
    part !== undefined && part.length <= keywordChars && wordsOf(part).some((word) => strongKeywords.has(word));
  // "I said STOP": shouted at the end of words that are not.
  if (/[a-z][,.!:\s-]+STOP\W*$/.test(visible)) return true;
  if (parts.length < 2) return false;
  if (isStop(parts.at(-1))) return true;
  const first = parts[0];
  return isStop(first) && (/\b[A-Z]{4,}\b/.test(first ?? '') || wantsOut.test(bareLetters(visible)));
}

/** A short text as one word without dress, in the forms that it may be known by. */
function wordsOf(text: string): string[] {
  const squeezed = visibleText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M} ]/gu, '')
    .trim()
    .split(/\s+/);
  let from = 0;
  let to = squeezed.length;
  while (to - from > 1 && courtesies.has(bareLetters(squeezed[from] ?? ''))) from += 1;
  while (to - from > 1 && courtesies.has(bareLetters(squeezed[to - 1] ?? ''))) to -= 1;
  const kept = squeezed.slice(from, to);
  // "STOP STOP STOP"
  const word = new Set(kept).size === 1 ? (kept[0] ?? '') : kept.join('');
  return plainLetters.test(word) ? [word] : [word, bareLetters(word), asItLooks(word)];
}
