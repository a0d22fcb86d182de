import { type Fact, isForVisitors, mostFacts, type Reading } from '../../../contract/readings.ts';
import type { Danger, Objection, Situation, VisitorAct } from '../../../contract/vocabulary.ts';
import { asksHowLong, readCallOut } from '../../reading/dialogue/readCallOut.ts';
import type { Stall } from '../../reading/dialogue/readObjection.ts';
import { type Requests, readRequests } from '../../reading/dialogue/readRequests.ts';
import { tellsOfThemselves } from '../../reading/dialogue/readSpeechAct.ts';
import type { Topic } from '../../reading/dialogue/readTopic.ts';
import { readYesNo } from '../../reading/dialogue/readYesNo.ts';
import { askedFacts, readAskedFacts } from '../../reading/home/readAskedFacts.ts';
import { type Compared, readCompared } from '../../reading/home/readCompared.ts';
import { readHomeSearch } from '../../reading/home/readHomeSearch.ts';
import { readMoney } from '../../reading/numbers/readMoney.ts';
import type { Channel } from '../../reading/optOut/readChannelWish.ts';
import { readDanger } from '../../reading/person/readDanger.ts';
import type { Intent } from '../../reading/person/readIntent.ts';
import type { Role } from '../../reading/person/readRole.ts';
import { asksForRentals } from '../../reading/person/readTenure.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import { channelWishOf } from './channelWishOf.ts';
import type { Aside } from './readAside.ts';
import type { MessageReading } from './readMessage.ts';

/** Requests of a turn where any of its messages makes them. */
const requested = [
  'isAi',
  'deletion',
  'changedMind',
  'boughtOne',
  'goodbye',
  'thanks',
  'refusal',
  'unsure',
] as const satisfies (keyof Requests)[];

/** The sum of the visitor's unanswered messages. */
export interface Intents extends Pick<Requests, (typeof requested)[number]> {
  question: string | null;
  person: boolean;
  /** In words that mean nothing else, or by the button; a score alone may be wrong. */
  saysPerson: boolean;
  legalAdvice: boolean;
  legalMention: boolean;
  greeting: boolean;
  /** Ways of being reached that they rule out, with no other in their place. */
  closes: Channel[];
  visit: boolean;
  /** Asks to be shown homes, or more of those that were found. */
  homes: 'search' | 'more' | null;
  howAreYou: boolean;
  asksWhy: boolean;
  /** Likes or dislikes the talk or what was shown. */
  opinion: boolean;
  /** How the homes that are asked for are to differ from the one at hand. */
  compared: Compared[];
  /** Asks what the owner would come down to. */
  asksLowest: boolean;
  /** "Hello? Anyone there?" */
  callsOut: boolean;
  /** "How long will it take?" */
  asksHowLong: boolean;
  saysYesOrNo: boolean;
  asksSomething: boolean;
  /** At most two, so that the reply stays short. */
  topics: Topic[];
  asides: Aside[];
  /** Says outright that they buy, sell, rent or look around. */
  intends: boolean;
  /** Tells something of themselves that fills nothing. */
  tells: boolean;
  /** First of all tells or corrects something. */
  tellsFirst: boolean;
  /** A reader understood that they leave the talk or the search. */
  leaves: boolean;
  /** Refuses, objects, complains or takes something back: no moment for the next question of a form. */
  unwilling: boolean;
  role: Role | null;
  objection: Objection | null;
  stall: Stall | null;
  abuse: boolean;
  situation: Situation;
  /** A model read all of it. */
  isReadByModel: boolean;
  /** Hints at danger without saying so. */
  mayBeDanger: boolean;
  /** By when something must be done, in their words. */
  deadline: string | null;
  /** Messages that make or announce an offer. */
  offers: string[];
  complains: boolean;
  /** Tells or corrects something, and asks nothing. */
  addsToOffer: boolean;
  /** Says something that somebody of the team should read. */
  tellsMore: boolean;
  /** The cards that may answer their questions. */
  facts: Fact[];
  /** A reader looked, and understood none of the messages. */
  isUnread: boolean;
  /** Says the same as before, or that we got it wrong. */
  misunderstood: boolean;
}

const severest: readonly Situation[] = ['grief', 'money-trouble', 'separation', 'fear', 'anger'];

/** By its reading; by rules alone where a message is read again that a person left unanswered. */
export const dangerOf = ({ understood, message }: MessageReading): Danger | null =>
  understood?.danger ?? readDanger(message.text);

const worstOf = (readings: readonly MessageReading[]): Situation =>
  readings.some((one) => dangerOf(one) !== null)
    ? 'danger'
    : (severest.find((situation) =>
        readings.some(
          ({ understood, message, isReadByModel }) =>
            understood?.situation === situation &&
            (isMeant(understood) || saysTheyAreAngry.test(message.text)) &&
            (isReadByModel || (wordsOf[situation]?.test(message.text) ?? true)),
        ),
      ) ?? 'none');

/** A score alone hears trouble with money in a gate that bangs, and fear in "the kitchen is original, I'm afraid": without a word of it there is none. */
const wordsOf: Readonly<Partial<Record<Situation, RegExp>>> = {
  'money-trouble':
    /(?<!\p{L})(?:foreclos\p{L}*|auction\p{L}*|(?<!hours? )behind|can'?t (?:pay|afford|make)|cannot (?:pay|afford)|missed|late on|debts?|owe[ds]?|(?:being|getting|got|be) evicted|eviction notice|laid off|layoffs?|fired|lost (?:my|his|her|our) jobs?|unemploy\p{L}*|bankrupt\p{L}*|embarg\p{L}*|remat\p{L}*|subasta\p{L}*|atrasad\p{L}*|atraso|deud\p{L}*|debo|debemos|desaloj\p{L}*|despid\p{L}*|desempleo|bancarrota|no (?:me |nos )?(?:alcanza|puedo pagar\p{L}*|podemos pagar\p{L}*)|perder (?:la|mi|su|nuestra) casa)(?!\p{L})/iu,
  grief:
    /(?<!\p{L})(?:di(?:ed|es|e|ying)|dead|deaths?|deceased|pass(?:ed|es|ing)|lost (?:my|our|his|her)|loss|my late|our late|gone now|funerals?|widow\p{L}*|inherit\p{L}*|muri\p{L}*|murió|falleci\p{L}*|viud\p{L}*|heren\p{L}*|hered\p{L}*|perdi\p{L}*|perdí)(?!\p{L})/iu,
  separation:
    /(?<!\p{L})(?:divorc\p{L}*|separat\p{L}*|ex|split(?:ting)? up|br(?:eak|oke)(?:ing)? up|left (?:me|us|him|her)|moved out|separ\p{L}*|exesposo|exesposa|dej[oó])(?!\p{L})/iu,
  fear: /(?<!\p{L})(?:afraid(?= (?:of|he|she|they|to|my|we|i)\b)|scar(?:ed|y|ing)|terrified|frighten\p{L}*|nervous|anxious|anxiety|worr(?:y|ied|ies|ying)|panic\p{L}*|overwhelm\p{L}*|freak\p{L}*|stress\p{L}*|hid(?:e|ing)|order|can'?t sleep|miedo|asust\p{L}*|preocup\p{L}*|nervios\p{L}*|angusti\p{L}*|estres\p{L}*)(?!\p{L})/iu,
};

const saysTheyAreAngry =
  /\b(?:i'?m|i am|we'?re|we are|estoy|estamos)\b[^.?!]{0,15}\b(?:angry|furious|mad|pissed|livid|fuming|enojad[oa]s?|furios[oa]s?|molest[oa]s?)(?!\p{L})/iu;

/** Hard words alone are no anger: they must be directed at somebody. */
const isMeant = ({ situation, acts }: Reading): boolean =>
  situation !== 'anger' || acts.some((act) => act === 'complains' || act === 'insults' || act === 'objects');

const factsOf = (readings: readonly MessageReading[]): Fact[] => {
  const facts = new Map(readings.flatMap((one) => one.facts.filter(isForVisitors)).map((fact) => [fact.id, fact]));
  return [...facts.values()].slice(0, mostFacts);
};

/** A score alone starts no search: the words name what to look for. */
const namesHomes =
  /\b(?:homes?|houses?|condos?|town ?ho\w+|places?|listings?|propert\w+|options?|anything|something|ones?|bed ?rooms?|casas?|opciones|algo|bd|br)\b|\d/i;

/** A question about one home is no search for others. */
const wantsHomes = ({ acts, questions }: Reading): boolean =>
  acts.includes('wants-homes') && !questions.some(({ about }) => about === 'home');

const tellsFirst: ReadonlySet<string> = new Set(['tells', 'corrects']);
/** "I don't want to buy, I want to sell" changes sides, and leaves nothing. */
const leaves = (act: VisitorAct, intent: Intent | undefined): boolean =>
  act === 'goodbye' ||
  (act === 'not-buying' && (intent ?? 'buy') === 'buy') ||
  (act === 'not-selling' && (intent ?? 'sell') === 'sell');
/** A message that first of all asks or thanks is no complaint. */
function complainsOutright(acts: readonly VisitorAct[]): boolean {
  const [first] = acts;
  return acts.includes('complains') && first !== 'asks' && first !== 'thanks';
}

/** A score alone makes no offer: a sum does, or the word. */
const namesOffer = (text: string): boolean =>
  /\b(?:offer\w*|bid|ofert\w+|ofrezc\w+)\b/i.test(text) || readMoney(text, { bare: true }) !== null;

/** A sum that a home may cost, beside no time and no number to call: "ok 755 then". It is no offer where they keep it to themselves. */
function namesSum(text: string): boolean {
  const time = readTimeOfDay(text);
  const rest = time === null ? text : `${text.slice(0, time.start)} ${text.slice(time.end)}`;
  const sum = readMoney(rest, { bare: true })?.value;
  return (sum?.maxCents ?? sum?.minCents ?? 0) >= leastHomeCents && !keepsSecret.test(text);
}
const leastHomeCents = 5_000_000;
const keepsSecret =
  /\b(?:don'?t|do not|dont|not to|never) (?:tell|say|share|send|pass)\b|\b(?:scratch|forget|take back|withdraw)\b|(?<!\p{L})no (?:les? |se lo )?(?:diga|cuente|pase|mande)n?(?!\p{L})/iu;

const unwilling: ReadonlySet<string> = new Set(['objects', 'complains', 'insults', 'retracts']);

const saysNothing = ({ acts, questions, situation }: Reading): boolean =>
  acts.every((act) => act === 'unclear') && questions.length === 0 && situation === 'none';

/**
 * Adds the messages up, in their order; `personAsked`: a person was asked for by the button; `isAsked`: a question of ours stood; `onPage`: on the page of
 * a home, where only plain words ask for others.
 */
export function mergeIntents(
  readings: MessageReading[],
  { personAsked, isAsked, onPage }: { personAsked: boolean; isAsked: boolean; onPage: boolean },
): Intents {
  const some = (test: (one: MessageReading) => boolean) => readings.some(test);
  const first = <T>(of: (one: MessageReading) => T | null): T | null =>
    readings.map(of).find((value) => value !== null) ?? null;
  // "What u got under 425k" is answered by the search.
  const isSearchAlone = ({ message, isReadByModel, question }: MessageReading): boolean =>
    !isReadByModel && readHomeSearch(message.text) !== null && askedFacts(question ?? '', { asked: true }).length === 0;
  const questions = readings
    .filter((one) => !isSearchAlone(one) || one.picksHome)
    .map(({ question }) => question)
    .filter((question) => question !== null);
  const sums = requested.map((name) => [name, some(({ requests }) => requests[name])] as const);
  return {
    ...(Object.fromEntries(sums) as Pick<Requests, (typeof requested)[number]>),
    question: questions.length > 0 ? questions.join(' ').slice(0, 600) : null,
    person: personAsked || some(({ requests }) => requests.person),
    saysPerson: personAsked || some(({ isReadByModel, message }) => isReadByModel || readRequests(message.text).person),
    legalAdvice: some(({ requests }) => requests.legal === 'advice'),
    legalMention: some(({ requests }) => requests.legal === 'mention'),
    greeting: some(({ requests, act }) => requests.greeting || act === 'greeting'),
    closes: readings.flatMap((reading) => {
      const wish = channelWishOf(reading)?.value;
      return wish?.by === null ? wish.not : [];
    }),
    homes:
      first(({ message, picksHome, isReadByModel, understood }) => {
        const search = readHomeSearch(message.text);
        // "Which one's bigger?" compares those on the screen.
        const isOther = isReadByModel && understood?.acts.includes('wants-homes') !== true;
        if (!isReadByModel && asksForRentals(message.text)) return null;
        return isOther || (picksHome && search === 'search') ? null : search;
      }) ??
      (some(
        ({ understood, message, isReadByModel }) =>
          understood !== null &&
          wantsHomes(understood) &&
          (isReadByModel || (!onPage && namesHomes.test(message.text))) &&
          readAskedFacts(message.text).length === 0,
      )
        ? 'search'
        : null),
    situation: worstOf(readings),
    isReadByModel: readings.length > 0 && readings.every((one) => one.isReadByModel),
    mayBeDanger: some(({ understood }) => understood?.mayBeDanger === true),
    deadline: first(({ understood }) => understood?.deadline?.quote ?? null),
    offers: readings
      .filter(
        ({ understood, proposes, isReadByModel, message }) =>
          proposes ||
          (understood?.acts.includes('makes-offer') === true &&
            (isReadByModel || (namesOffer(message.text) && !keepsSecret.test(message.text)))),
      )
      .map(({ message }) => message.text),
    addsToOffer:
      some(({ message }) => namesSum(message.text) && readHomeSearch(message.text) === null) &&
      questions.length === 0 &&
      !some(({ home }) => home.wishes.area !== null),
    complains: some(({ understood }) => understood !== null && complainsOutright(understood.acts)),
    tellsMore: some(
      ({ understood }) =>
        understood?.acts.some(
          (act) => act === 'tells' || act === 'answers' || act === 'makes-offer' || act === 'asks',
        ) ?? false,
    ),
    facts: factsOf(readings),
    isUnread: readings.length > 0 && readings.every(({ understood }) => understood !== null && saysNothing(understood)),
    visit: some(({ requests }) => requests.viewing || requests.call),
    saysYesOrNo: some(({ message }) => readYesNo(message.text) !== null),
    asksSomething: some(({ message }) => message.text.includes('?')),
    compared: [...new Set(readings.flatMap(({ message }) => readCompared(message.text)))],
    asksLowest: some((one) => one.asksLowest),
    callsOut: some(({ message }) => readCallOut(message.text)),
    asksHowLong: some(({ message }) => asksHowLong(message.text)),
    asksWhy: some(({ asksWhy }) => asksWhy),
    howAreYou: some(({ act }) => act === 'how-are-you'),
    opinion: some(({ act }) => act === 'opinion'),
    topics: [...new Set(readings.map(({ topic }) => topic).filter((topic) => topic !== null))].slice(0, 2),
    asides: [...new Set(readings.map(({ aside }) => aside).filter((aside) => aside !== null))],
    intends: some(({ intent }) => intent !== null),
    tells: some(
      ({ act, message, understood }) =>
        (act === 'statement' && tellsOfThemselves(message.text)) || understood?.acts[0] === 'tells',
    ),
    tellsFirst: some(({ understood }) => tellsFirst.has(understood?.acts[0] ?? '')),
    leaves: some(({ understood, intent }) => understood?.acts.some((one) => leaves(one, intent?.value)) ?? false),
    unwilling: some(
      ({ understood, asksWhy, aside }) =>
        !asksWhy &&
        aside === null &&
        (understood?.acts.some((one) => unwilling.has(one) || (one === 'refuses' && !isAsked)) ?? false),
    ),
    role: first(({ role }) => role),
    objection: first(({ objection }) => objection),
    stall: first(({ stall }) => stall),
    abuse: some(({ abuse }) => abuse),
    // Not knowing twice, or refusing twice, is no misunderstanding.
    misunderstood: some(
      ({ repeats, objects, requests }) =>
        objects || (repeats && !(requests.unsure || requests.refusal || requests.thanks || requests.goodbye)),
    ),
  };
}
