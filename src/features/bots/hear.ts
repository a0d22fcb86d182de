import type { Fact, Reading } from '../../contract/readings.ts';
import { asksBesideVisit } from '../reading/asksBesideVisit.ts';
import type { Followed } from '../reading/followHomeTalk.ts';
import { isData } from '../reading/isData.ts';
import { mendTypos } from '../reading/mendTypos.ts';
import type { Read } from '../reading/model.ts';
import { placeNamed } from '../reading/placeNamed.ts';
import { plainText } from '../reading/plainText.ts';
import { asksWho } from '../reading/readAiQuestion.ts';
import { readBeds } from '../reading/readBeds.ts';
import { readCallOut } from '../reading/readCallOut.ts';
import { readDay } from '../reading/readDay.ts';
import { seesPapers } from '../reading/readErrand.ts';
import { readHomeSearch } from '../reading/readHomeSearch.ts';
import { noWishes } from '../reading/readHomeWishes.ts';
import { type Intent, readIntent } from '../reading/readIntent.ts';
import { asksForLanguage } from '../reading/readLanguage.ts';
import { readManyHomes } from '../reading/readManyHomes.ts';
import { readMoney } from '../reading/readMoney.ts';
import { type Objection, readObjection, readStall, type Stall } from '../reading/readObjection.ts';
import { isLoneSum } from '../reading/readOwnSum.ts';
import { callsOff, isAboutWeather, plansTime } from '../reading/readPlans.ts';
import {
  asksUsToHelp,
  asksWhy,
  onlyNamesFacts,
  opensAsQuestion,
  questionAfterComma,
  readQuestion,
} from '../reading/readQuestion.ts';
import { type Requests, readRequests } from '../reading/readRequests.ts';
import { isAbuse, isSpam, type Role, readRole, saysSigned } from '../reading/readRole.ts';
import { readSpeechAct, type SpeechAct } from '../reading/readSpeechAct.ts';
import { asksForRentals } from '../reading/readTenure.ts';
import { isLoneSpan, readTimeline } from '../reading/readTimeline.ts';
import { readTimeOfDay } from '../reading/readTimeOfDay.ts';
import { readTopic, type Topic } from '../reading/readTopic.ts';
import { readYesNo } from '../reading/readYesNo.ts';
import { saysMisheard } from '../reading/saysMisheard.ts';
import type { VisitorMessage } from './protocol.ts';
import type { Question } from './question.ts';
import type { Aside } from './readAside.ts';
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
  /** Asks what only the file of a home can tell. */
  asksHome: boolean;
  /** Asks what the owner would come down to. */
  asksLowest: boolean;
  /** Puts a sum to the owner of the home at hand. */
  proposes: boolean;
  /** Says that we got it wrong. */
  objects: boolean;
  /** "I have two houses to sell". */
  manyHomes: Read<string> | null;
  /** What it says of the home that is wanted, in the light of the talk before it. */
  home: Pick<Followed, 'wishes' | 'meant'> & { said: string };
  /** The rules read a wish for a call: only that agrees to one. */
  saysCall: boolean;
  /** What its readers made of it; null where none was asked. */
  reading: Reading | null;
  /** A model read it too: then words alone settle nothing that it read differently. */
  isReadByModel: boolean;
  facts: Fact[];
}

const proposes = /^\W*(?:(?:and|ok|so|but|y)\W+)?(?:(?:what|how) about|qu[eé] tal)\b/i;
const nothingMeant: Heard['home'] = { wishes: noWishes, meant: { area: null, day: null }, said: '' };

/** The message as it is read: quotes and dashes made plain, as phones do not type them, and slips mended, with the way back to what was written. */
function readable(message: VisitorMessage, names: readonly string[]): VisitorMessage {
  const { text, mends } = mendTypos(plainText(message.text), names);
  if (text === message.text) return message;
  return { ...message, text, written: message.text, ...(mends.length === 0 ? {} : { mends }) };
}

/** Reads one message. Its own questions are told from wishes that the bot answers itself, and from guesses such as "Saturday?". */
export function hear(
  written: VisitorMessage,
  asked: string | null,
  at: string,
  { recent = [], names = [] }: { recent?: readonly string[]; names?: readonly string[] } = {},
): Heard {
  const message = readable(written, names);
  const { text } = message;
  const requests = readRequests(isData(text) ? '' : text);
  if (asksWho(text)) requests.isAi = true;
  const isWhy = asked !== null && asksWhy(text);
  if (isWhy) requests.refusal = false;
  if (requests.viewing && (seesPapers(text) || readHomeSearch(text) !== null)) requests.viewing = false;
  const topic = readTopic(text);
  const role = readRole(text);
  // Who is asked for a time of the day and says no means the call, not the morning.
  const act = readSpeechAct(text);
  if ((asked === 'timeOfDay' || asked === 'day') && act === 'no' && text.length < 24) requests.refusal = true;
  const stall = readStall(text);
  const putsOffTalk = stall === 'get_back' && text.length < 40 && act !== 'no';
  const question = readQuestion(
    text,
    (sentence) => (topic !== null && readTopic(sentence) !== null) || isDealtWith(sentence, asked, at),
  );
  return {
    message,
    requests,
    intent: readIntent(text),
    question: isWhy ? null : (question?.value ?? null),
    asksWhy: isWhy,
    // "I already have a realtor" says yes to nothing but the question about that; "I can't make it" and "ok, talk later" answer none.
    asked: callsOff(text) || (role === 'represented' && asked !== 'represented') || putsOffTalk ? null : asked,
    topic,
    aside: null,
    role,
    signed: saysSigned(text),
    objection: readObjection(text)?.value ?? null,
    stall,
    abuse: isAbuse(text) || isSpam(text),
    act,
    repeats: isRepeat(text, recent),
    asksHome: false,
    asksLowest: false,
    proposes: false,
    objects: saysMisheard(text),
    home: nothingMeant,
    saysCall: requests.call,
    reading: null,
    isReadByModel: false,
    facts: [],
    manyHomes: readManyHomes(text),
  };
}

function isDealtWith(sentence: string, asked: string | null, at: string): boolean {
  // "The AC" is what has to be repaired, where that was asked.
  if (asked === 'repairs' && onlyNamesFacts(sentence)) return true;
  const own = readRequests(sentence);
  // "Does anyone here know how old the roof is?" calls out too, and asks for something.
  if ((readCallOut(sentence) && sentence.trim().split(/\s+/).length <= 6) || isLoneSum(sentence)) return true;
  if (asksForLanguage(sentence) || asksWho(sentence)) return true;
  // "A person please, what is the HOA?": what comes after the comma is a question of its own.
  const after = own.person || own.call ? questionAfterComma(sentence) : null;
  if (after !== null && !isDealtWith(after, asked, at)) return false;
  if (own.person || own.isAi || own.call || own.deletion || own.legal === 'advice') return true;
  if (readHomeSearch(sentence) !== null || asksForRentals(sentence)) return true;
  if (own.viewing && !seesPapers(sentence)) return !asksBesideVisit(sentence);
  if (plansTime(sentence) && (readDay(sentence) !== null || readTimeOfDay(sentence) !== null))
    return !isAboutWeather(sentence);
  if (asksUsToHelp(sentence) && readIntent(sentence)) return true;
  // "What about 3 or 4 bedrooms?": a wish, put politely.
  if (proposes.test(sentence) && readBeds(sentence).beds !== null) return true;
  // "3 months? The lease ends in May": a guess, whatever was asked.
  if (isLoneSpan(sentence)) return true;
  const words = sentence.split(/\s+/).length;
  if (asked === null || words > 8 || opensAsQuestion(sentence)) return false;
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

/** The answer behind a button, when the message came from one of the question's choices or names its place. */
export function chosenValue(heard: Heard, question: Question | undefined): { value: unknown } | null {
  const { choiceId } = heard.message;
  const choice =
    choiceId === undefined
      ? question?.choices?.[placeNamed(heard.message.text)]
      : question?.choices?.find(({ id }) => id === choiceId);
  return choice ? { value: choice.value } : null;
}
