import type { Fact, Reading } from '../../../contract/readings.ts';
import type { Objection } from '../../../contract/vocabulary.ts';
import { optionIndex } from '../../reading/dialogue/optionIndex.ts';
import { asksWho } from '../../reading/dialogue/readAiQuestion.ts';
import { readCallOut } from '../../reading/dialogue/readCallOut.ts';
import { readObjection, readStall, type Stall } from '../../reading/dialogue/readObjection.ts';
import {
  asksUsToHelp,
  asksWhy,
  onlyNamesFacts,
  opensAsQuestion,
  questionAfterComma,
  readQuestion,
} from '../../reading/dialogue/readQuestion.ts';
import { type Requests, readRequests } from '../../reading/dialogue/readRequests.ts';
import { readSpeechAct, type SpeechAct } from '../../reading/dialogue/readSpeechAct.ts';
import { readTopic, type Topic } from '../../reading/dialogue/readTopic.ts';
import { readYesNo } from '../../reading/dialogue/readYesNo.ts';
import { saysMisheard } from '../../reading/dialogue/saysMisheard.ts';
import { asksBesideVisit } from '../../reading/home/asksBesideVisit.ts';
import type { Followed } from '../../reading/home/followHomeTalk.ts';
import { readBeds } from '../../reading/home/readBeds.ts';
import { seesPapers } from '../../reading/home/readErrand.ts';
import { readHomeSearch } from '../../reading/home/readHomeSearch.ts';
import { noWishes } from '../../reading/home/readHomeWishes.ts';
import { readManyHomes } from '../../reading/home/readManyHomes.ts';
import type { Read } from '../../reading/model.ts';
import { readMoney } from '../../reading/numbers/readMoney.ts';
import { isLoneSum } from '../../reading/numbers/readOwnSum.ts';
import { type Intent, readIntent } from '../../reading/person/readIntent.ts';
import { isAbuse, isSpam, type Role, readRole } from '../../reading/person/readRole.ts';
import { asksForRentals } from '../../reading/person/readTenure.ts';
import { answersSigned, saysSigned } from '../../reading/person/saysSigned.ts';
import { fixTypos } from '../../reading/text/fixTypos.ts';
import { isData } from '../../reading/text/isData.ts';
import { plainText } from '../../reading/text/plainText.ts';
import { asksForLanguage } from '../../reading/text/readLanguage.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { callsOff, isAboutWeather, plansTime } from '../../reading/time/readPlans.ts';
import { isLoneSpan, readTimeline } from '../../reading/time/readTimeline.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import type { ShownHome, VisitorMessage } from '../state/protocol.ts';
import type { Question } from '../state/question.ts';
import { isRepeat } from './isRepeat.ts';
import type { Aside } from './readAside.ts';

/** The facts in one message that every bot wants to know, whatever it asks. */
export interface MessageReading {
  message: VisitorMessage;
  requests: Requests;
  intent: (Read<Intent> & { clause: boolean }) | null;
  /** A question of the visitor's own that wants an answer, in their words. */
  question: string | null;
  /** "Why do you ask?": they ask for the reason of our question. */
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
  /** The acts of the message as a whole. */
  act: SpeechAct;
  /** Says the same as one of the last messages. */
  repeats: boolean;
  /** Asks what only the file of a home can tell. */
  asksHome: boolean;
  /** Asks what the owner would come down to. */
  asksLowest: boolean;
  /** Puts a sum to the owner of the home at hand. */
  proposes: boolean;
  /** Points at one of the homes in the talk, and so looks for no others. */
  picksHome: boolean;
  /** The home for sale that it names, shown or not. */
  named: ShownHome | null;
  /** Says that we got it wrong. */
  objects: boolean;
  /** "I have two houses to sell". */
  manyHomes: Read<string> | null;
  /** Its wishes for a home, in the light of the talk before it. */
  home: Pick<Followed, 'wishes' | 'meant'>;
  /** The rules read a wish for a call: only that agrees to one. */
  saysCall: boolean;
  /** The readings of it; null where none was asked. */
  understood: Reading | null;
  /** A model read it too: then words alone settle nothing that it read differently. */
  isReadByModel: boolean;
  facts: Fact[];
}

const proposes = /^\W*(?:(?:and|ok|so|but|y)\W+)?(?:(?:what|how) about|qu[eé] tal)\b/i;
const nothingMeant: MessageReading['home'] = { wishes: noWishes, meant: { area: null, day: null } };

/** The message as it is read: quotes and dashes made plain, as phones do not type them, and typos fixed, with the way back to what was written. */
function readable(message: VisitorMessage, names: readonly string[]): VisitorMessage {
  const { text, fixes } = fixTypos(plainText(message.text), names);
  if (text === message.text) return message;
  return { ...message, text, written: message.text, ...(fixes.length === 0 ? {} : { typoFixes: fixes }) };
}

/** Reads one message. Its own questions are told from wishes that the bot answers itself, and from guesses such as "Saturday?". */
export function readMessage(
  written: VisitorMessage,
  asked: string | null,
  at: string,
  { recent = [], names = [] }: { recent?: readonly string[]; names?: readonly string[] } = {},
): MessageReading {
  const message = readable(written, names);
  const { text } = message;
  const requests = readRequests(isData(text) ? '' : text);
  if (asksWho(text)) requests.isAi = true;
  const isWhy = asked !== null && asksWhy(text);
  if (isWhy) requests.refusal = false;
  if (requests.viewing && (seesPapers(text) || readHomeSearch(text) !== null)) requests.viewing = false;
  const topic = readTopic(text);
  const role = readRole(text);
  // A "no" to "which time of day?" refuses the call, not the morning.
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
    signed: asked === 'represented' ? answersSigned(text) : saysSigned(text),
    objection: readObjection(text)?.value ?? null,
    stall,
    abuse: isAbuse(text) || isSpam(text),
    act,
    repeats: isRepeat(text, recent),
    asksHome: false,
    asksLowest: false,
    proposes: false,
    picksHome: false,
    named: null,
    objects: saysMisheard(text),
    home: nothingMeant,
    saysCall: requests.call,
    understood: null,
    isReadByModel: false,
    facts: [],
    manyHomes: readManyHomes(text),
  };
}

/** Questions that are answered with the names of parts of a home. */
const ofTheirHome: ReadonlySet<string> = new Set(['repairs', 'condition', 'features']);

function isDealtWith(sentence: string, asked: string | null, at: string): boolean {
  // "The AC" is what has to be repaired, where that was asked.
  if (asked !== null && ofTheirHome.has(asked) && onlyNamesFacts(sentence)) return true;
  const own = readRequests(sentence);
  // "Does anyone here know how old the roof is?" calls out too, and asks for something.
  if ((readCallOut(sentence) && sentence.trim().split(/\s+/).length <= 6) || isLoneSum(sentence)) return true;
  if (asksForLanguage(sentence) || asksWho(sentence)) return true;
  // "A person please, what is the HOA?": the words after the comma are a question of their own.
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
  // "Sunday afternoon?" proposes a time, whatever was asked.
  if (words <= 4 && readDay(sentence) !== null && !opensAsQuestion(sentence)) return true;
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
export const chosenValue = (reading: MessageReading, question: Question | undefined): { value: unknown } | null =>
  chosenFrom(reading, question?.choices);

/** The same of the choices alone. */
export function chosenFrom(reading: MessageReading, choices: Question['choices']): { value: unknown } | null {
  const { choiceId } = reading.message;
  const choice =
    choiceId === undefined ? choices?.[optionIndex(reading.message.text)] : choices?.find(({ id }) => id === choiceId);
  return choice ? { value: choice.value } : null;
}
