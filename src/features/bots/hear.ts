import type { Followed } from '../reading/followHomeTalk.ts';
import { mendTypos } from '../reading/mendTypos.ts';
import type { Read } from '../reading/model.ts';
import { plainText } from '../reading/plainText.ts';
import { readAskedFacts } from '../reading/readAskedFacts.ts';
import { readBeds } from '../reading/readBeds.ts';
import { readCallOut } from '../reading/readCallOut.ts';
import { readDay } from '../reading/readDay.ts';
import { readHomeSearch } from '../reading/readHomeSearch.ts';
import { noWishes } from '../reading/readHomeWishes.ts';
import { type Intent, readIntent } from '../reading/readIntent.ts';
import { readMoney } from '../reading/readMoney.ts';
import { type Objection, readObjection, readStall, type Stall } from '../reading/readObjection.ts';
import { isLoneSum } from '../reading/readOwnSum.ts';
import { callsOff, isAboutWeather, plansTime } from '../reading/readPlans.ts';
import { readQuestion } from '../reading/readQuestion.ts';
import { type Requests, readRequests } from '../reading/readRequests.ts';
import { isAbuse, isSpam, type Role, readRole, saysSigned } from '../reading/readRole.ts';
import { readSpeechAct, type SpeechAct } from '../reading/readSpeechAct.ts';
import { readTimeline } from '../reading/readTimeline.ts';
import { readTimeOfDay } from '../reading/readTimeOfDay.ts';
import { readTopic, type Topic } from '../reading/readTopic.ts';
import { readYesNo } from '../reading/readYesNo.ts';
import type { Aside } from './asides.ts';
import type { VisitorMessage } from './protocol.ts';
import type { Question } from './question.ts';
import { isRepeat } from './talk.ts';

/** What one message says that every bot wants to know, whatever it asks. */
export interface Heard {
  message: VisitorMessage;
  requests: Requests;
  intent: (Read<Intent> & { clause: boolean }) | null;
  /** A question of the visitor's own that wants an answer, in their words. */
  question: string | null;
  /** "Why do you ask?": what our question is for. */
  asksWhy: boolean;
  /** The slot whose question stood when this was said; null when something else came in between. */
  asked: string | null;
  /** A matter with an answer of its own. */
  topic: Topic | null;
  /** A question about the talk itself. */
  aside: Aside | null;
  role: Role | null;
  signed: boolean;
  objection: Objection | null;
  stall: Stall | null;
  abuse: boolean;
  /** What the message does as a whole. */
  act: SpeechAct;
  /** Says the same as one of the last messages. */
  repeats: boolean;
  /** Says that we got it wrong. */
  objects: boolean;
  /** "I have two houses to sell". */
  manyHomes: Read<string> | null;
  /** What it says of the home that is wanted, in the light of the talk before it. */
  home: Pick<Followed, 'wishes' | 'meant'> & { said: string };
}

const askedAfter = /,\s*((?:what|how|is|are|does|do|when|where|which)\b[^,]+)$/i;
const aboutPapers =
  /\b(?:see|look at|view|check out|show me)\b[^.?!]{0,20}\b(?:plans?|pictures?|photos?|video|price|listings?|details|options|weather|forecast)\b/i;

const contradicts =
  /\b(?:that's not what i (?:said|meant|asked)|not what i (?:said|meant|asked)|you(?:'re| are) not (?:listening|reading|understanding)|you (?:already|just) asked (?:me )?that|i (?:already|just) (?:told|answered|said)|you misunderst\w+|no,? i meant|eso no es lo que (?:dije|pregunt[eé])|ya (?:se )?lo dije)\b/i;
const several =
  /\b(?:two|three|four|five|six|[2-9]|several|multiple|dos|tres|cuatro) (?:\w+ )?(?:homes|houses|properties|condos|rentals|units|casas|propiedades)\b/i;

const asksForRentals =
  /\b(?:do you (?:have|do|offer)|have you got|are there|any|tienen?|hay)\b[^?]{0,40}\b(?:(?:for|to) rent|rentals?|en renta|para rentar|alquiler)\b/i;
const dataChars = 4000;

const languageWish =
  /^\W*(?:(?:do|can|could) you |¿?(?:usted )?)?(?:speak|talk|write|habla[ns]?|puede hablar|en|in)? ?(?:in |en )?(?:english|spanish|ingl[eé]s|espa[nñ]ol)(?:,? (?:please|por favor))?\W*$/iu;

const who =
  /\b(?:who am i (?:talking|speaking|chatting|texting|writing) (?:to|with)|who(?:'s| is) this|who (?:are|r) (?:you|u)|con qui[eé]n (?:hablo|estoy hablando)|qui[eé]n (?:eres|es usted|habla))(?![a-z\u00e0-\u00ff])/i;
const why =
  /^\W*(?:(?:and|but|so|well|y|pero)[\s,]+)?(?:(?:why|what for|how come|por qu[eé]|para qu[eé])\W*$|(?:why|what|how come) (?:do|are|would|did) you (?:ask|need|want|care)\w*|(?:por|para) qu[eé] (?:lo |me |eso )?(?:pregunta|necesita|quiere)\w*)[^.!?]{0,30}\??\W*$/iu;

/** "English please", "¿habla español?": a wish for a language, and nothing else. */
export const asksForLanguage = (text: string): boolean => languageWish.test(text);

/** An object or a list as programs write them: words to answer, never slots. A bare number is a number. */
export function isData(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || text.length > dataChars) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const nothingMeant: Heard['home'] = { wishes: noWishes, meant: { area: null, day: null }, said: '' };

/** The message as it is read: quotes and dashes made plain, as phones do not type them, and slips mended, with the way back to what was written. */
function readable(message: VisitorMessage): VisitorMessage {
  const { text, mends } = mendTypos(plainText(message.text));
  if (text === message.text) return message;
  return { ...message, text, written: message.text, ...(mends.length === 0 ? {} : { mends }) };
}

/** Reads one message. Its own questions are told from wishes that the bot answers itself, and from guesses such as "Saturday?". */
export function hear(written: VisitorMessage, asked: string | null, at: string, recent: readonly string[] = []): Heard {
  const message = readable(written);
  const { text } = message;
  const requests = readRequests(isData(text) ? '' : text);
  if (who.test(text)) requests.isAi = true;
  const asksWhy = asked !== null && why.test(text);
  if (asksWhy) requests.refusal = false;
  if (requests.viewing && (aboutPapers.test(text) || readHomeSearch(text) !== null)) requests.viewing = false;
  const topic = readTopic(text);
  const role = readRole(text);
  // Who is asked for a time of the day and says no means the call, not the morning.
  const act = readSpeechAct(text);
  if ((asked === 'timeOfDay' || asked === 'day') && act === 'no' && text.length < 24) requests.refusal = true;
  const question = readQuestion(
    text,
    (sentence) => (topic !== null && readTopic(sentence) !== null) || isDealtWith(sentence, asked, at),
  );
  return {
    message,
    requests,
    intent: readIntent(text),
    question: asksWhy ? null : (question?.value ?? null),
    asksWhy,
    // "I already have a realtor" says yes to nothing but the question about that; "I can't make it" answers none.
    asked: callsOff(text) || (role === 'represented' && asked !== 'represented') ? null : asked,
    topic,
    aside: null,
    role,
    signed: saysSigned(text),
    objection: readObjection(text)?.value ?? null,
    stall: readStall(text),
    abuse: isAbuse(text) || isSpam(text),
    act,
    repeats: isRepeat(text, recent),
    objects: contradicts.test(text),
    home: nothingMeant,
    manyHomes: readManyHomes(text),
  };
}

function readManyHomes(text: string): Read<string> | null {
  const many = /\b(?:sell|vend)/i.test(text) ? several.exec(text) : null;
  return many && { value: many[0], start: many.index, end: many.index + many[0].length };
}

/** "What's the HOA and can I see it tomorrow?": a question beside the wish. */
const asksBeside = (sentence: string): boolean =>
  sentence
    .split(/\s*(?:,|\band\b|\by\b)\s+/i)
    .some(
      (part) =>
        /^\W*(?:(?:hi|hello|hola|also)\W+)?(?:what|how|is|are|does|do|any|cu[aá]|qu[eé]|hay|tiene)/i.test(part) &&
        !readRequests(part).viewing &&
        readAskedFacts(`${part}?`).length > 0,
    );

function isDealtWith(sentence: string, asked: string | null, at: string): boolean {
  const own = readRequests(sentence);
  // "Does anyone here know how old the roof is?" calls out too, and asks for something.
  if ((readCallOut(sentence) && sentence.trim().split(/\s+/).length <= 6) || isLoneSum(sentence)) return true;
  if (asksForLanguage(sentence) || who.test(sentence)) return true;
  // "A person please, what is the HOA?": what comes after the comma is a question of its own.
  const after = own.person || own.call ? askedAfter.exec(sentence)?.[1] : undefined;
  if (after !== undefined && !isDealtWith(after, asked, at)) return false;
  if (own.person || own.isAi || own.call || own.deletion || own.legal === 'advice') return true;
  if (readHomeSearch(sentence) !== null || asksForRentals.test(sentence)) return true;
  if (own.viewing && !aboutPapers.test(sentence)) return !asksBeside(sentence);
  if (plansTime(sentence) && (readDay(sentence) !== null || readTimeOfDay(sentence) !== null))
    return !isAboutWeather(sentence);
  if (
    /\b(?:can|could|do|will|would|are) you\b[^?]{0,40}\b(?:help|find|assist|search|look for)\b/i.test(sentence) &&
    readIntent(sentence)
  )
    return true;
  // "3 months? The lease ends in May": a guess, whatever was asked.
  if (
    /^\W*(?:(?:like|maybe|about|in|como|en|unos)\s){0,2}\d{1,2} (?:days?|weeks?|months?|years?|d[ií]as|semanas|meses|a[nñ]os)\W*$/iu.test(
      sentence,
    )
  )
    return true;
  const words = sentence.split(/\s+/).length;
  if (
    asked === null ||
    words > 8 ||
    /^\W*(?:(?:ok|okay|and|so|but|yes|no|well|thanks|y|pero)[\s,]{1,3}){0,2}(?:what(?:'?s)?|why|how|who|where|which|is|are|does|do|(?:can|could|will|would) you|send|text|qu[eé]|cu[aá]\w+|d[oó]nde|qui[eé]n|c[oó]mo)(?!\p{L})/iu.test(
      sentence,
    )
  )
    return false;
  // "4 or 5?", "Saturday?", "maybe in 2 months?": a guess at our question.
  return (
    readYesNo(sentence) !== null ||
    ((asked === 'budget' || asked === 'price') && readMoney(sentence, { bare: true }) !== null) ||
    (asked === 'beds' && readBeds(sentence, { asked: true }).beds !== null) ||
    (asked === 'timeline' && readTimeline(sentence, { at, asked: true }) !== null) ||
    ((asked === 'day' || asked === 'timeOfDay' || asked === 'slot') &&
      (readDay(sentence) !== null || readTimeOfDay(sentence) !== null))
  );
}

/** The answer behind a button, when the message came from one of the question's choices. */
export function chosenValue(heard: Heard, question: Question | undefined): { value: unknown } | null {
  const { choiceId } = heard.message;
  const choice = choiceId === undefined ? undefined : question?.choices?.find(({ id }) => id === choiceId);
  return choice ? { value: choice.value } : null;
}
