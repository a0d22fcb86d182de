import { mayAsk } from '../../reading/dialogue/readQuestion.ts';
import { askedFacts } from '../../reading/home/readAskedFacts.ts';
import { readBeds } from '../../reading/home/readBeds.ts';
import {
  asksLowest,
  asksOfHomeAlone,
  asksPriceAlone,
  followsOpenHouse,
  proposesSum,
  speaksOfOpenHouse,
} from '../../reading/home/readHomeAsks.ts';
import { readHomeFeatures } from '../../reading/home/readHomeFeatures.ts';
import { readHomeSearch } from '../../reading/home/readHomeSearch.ts';
import { readMoney } from '../../reading/numbers/readMoney.ts';
import { sentencesOf } from '../../reading/text/sentencesOf.ts';
import { pageHome } from '../booking/whichHome.ts';
import type { StepContext } from '../state/stepContext.ts';
import type { MessageReading } from '../understand/readMessage.ts';

const isTime: readonly string[] = ['day', 'timeOfDay'];

/**
 * Reads questions that in these words can only mean the home at hand, before any reader guesses their matter: its price, what the
 * owner would take, a sum put to them, its open house, who lists it. `before`: the visitor's earlier messages. Returns the slots
 * that the message says nothing about.
 */
export function trackHomeAsks(
  { state, pack }: StepContext,
  reading: MessageReading,
  before: readonly string[],
): readonly string[] {
  const { message, requests } = reading;
  const { text } = message;
  if (message.choiceId !== undefined || state.bot === 'seller' || requests.isAi || requests.deletion) return [];
  if (followsOpenHouse(text, before)) {
    ask(reading, `Open house, ${text}`);
    requests.viewing = false;
    return isTime;
  }
  if (speaksOfOpenHouse(text)) {
    // A brokerage may have written down what it says of open houses; a home's own times come first.
    const facts = (pack.listing?.openHouses ?? []).length === 0 ? reading.facts : [];
    if (!requests.viewing) ask(reading, reading.question ?? text);
    Object.assign(reading, { facts, asksHome: facts.length === 0 });
    return requests.viewing ? [] : isTime;
  }
  if ((state.homes.about ?? pageHome(pack)) === null) return [];
  if (proposesSum(text)) {
    reading.question = null;
    reading.proposes = true;
    return ['budget', 'price', 'beds', ...isTime];
  }
  // "Ok, 755 then": after an offer a sum is another one, and no budget.
  if (state.said.offerNoted !== undefined && !reading.isReadByModel && readMoney(text, { bare: true }) !== null)
    return ['budget', 'price', 'beds'];
  if (asksLowest(text) && readMoney(text) === null) {
    Object.assign(reading, { topic: 'offer-advice', question: null, facts: [] });
    requests.refusal = false;
    reading.asksLowest = true;
  } else if (asksPriceAlone(text)) {
    ask(reading, text);
    reading.topic = null;
  } else if (reading.topic !== 'company' && asksOfHomeAlone(text) && (reading.question !== null || mayAsk(text))) {
    ask(reading, reading.question ?? text);
  }
  // "Sq ft? and taxes a year": the words beside the question are asked too.
  const { question } = reading;
  const isBare = !requests.viewing && !requests.call && !requests.person;
  if (
    question !== null &&
    isBare &&
    (factsIn(question) > 0 || namesBeside(text, question)) &&
    namesMore(text, question)
  )
    reading.question = text;
  // A visitor who asks for figures of the home raises no objection.
  if (!reading.isReadByModel && reading.question !== null && factsIn(reading.question) > 0) reading.objection = null;
  // "4 beds, but where's the fourth?" speaks of the home at hand.
  const isOfHome = !reading.isReadByModel && question !== null && readHomeSearch(text) === null;
  // "Is it 3 beds? We need 3" says it of both.
  const { beds } = readBeds(text.replace(question ?? '', ' '));
  return isOfHome && beds === null ? ofHomes : [];
}

const ofHomes = ['beds', 'baths', 'features'];

const namesMore = (text: string, question: string): boolean => factsIn(text) > factsIn(question);

/** "Solar panels, owned or leased. And what's the HOA for": a few words beside the question name something of a home, and say nothing of anybody. */
const namesBeside = (text: string, question: string): boolean =>
  sentencesOf(text.replace(question, '. ')).some(
    ({ plain }) => plain.trim().split(/\s+/).length <= fewWords && factsIn(plain) > 0 && !says.test(plain),
  );
const fewWords = 7;
const says =
  /\b(?:i|we|you|he|she|they|my|our|me|us|is|are|was|were|has|have|had|need|want|love|like|es|est[aá]|tengo|tenemos|mi|nuestr[ao]|quiero|busco)(?!\p{L})/iu;

const factsIn = (text: string): number => askedFacts(text, { asked: true }).length + readHomeFeatures(text).length;

function ask(reading: MessageReading, question: string): void {
  reading.question = question;
  reading.asksHome = true;
  reading.facts = [];
  reading.requests.person = false;
}
