import {
  asksLowest,
  asksOfHomeAlone,
  asksPriceAlone,
  followsOpenHouse,
  proposesSum,
  speaksOfOpenHouse,
} from '../reading/readHomeAsks.ts';
import { readMoney } from '../reading/readMoney.ts';
import { mayAsk } from '../reading/readQuestion.ts';
import { pageHome } from './booking/whichHome.ts';
import type { Heard } from './hear.ts';
import type { Turn } from './turn.ts';

const isTime: readonly string[] = ['day', 'timeOfDay'];

/**
 * Takes what is asked of the home at hand in words that mean it only there, before any reader's guess at the matter: its price, what the
 * owner would take, a sum put to them, its open house, who lists it. `before`: what they wrote before it. Gives the slots of which the message
 * says nothing.
 */
export function hearHomeAsks({ state, pack }: Turn, heard: Heard, before: readonly string[]): readonly string[] {
  const { message, requests } = heard;
  const { text } = message;
  if (message.choiceId !== undefined || state.bot === 'seller' || requests.isAi || requests.deletion) return [];
  if (followsOpenHouse(text, before)) {
    ask(heard, `Open house, ${text}`);
    requests.viewing = false;
    return isTime;
  }
  if (speaksOfOpenHouse(text)) {
    // A brokerage may have written down what it says of open houses; a home's own times come first.
    const facts = (pack.listing?.openHouses ?? []).length === 0 ? heard.facts : [];
    if (!requests.viewing) ask(heard, heard.question ?? text);
    Object.assign(heard, { facts, asksHome: facts.length === 0 });
    return requests.viewing ? [] : isTime;
  }
  if ((state.homes.about ?? pageHome(pack)) === null) return [];
  if (proposesSum(text)) {
    heard.question = null;
    heard.proposes = true;
    return ['budget', 'price', 'beds', ...isTime];
  }
  if (asksLowest(text) && readMoney(text) === null) {
    Object.assign(heard, { topic: 'offer-advice', question: null, facts: [] });
    requests.refusal = false;
    heard.asksLowest = true;
  } else if (asksPriceAlone(text)) {
    ask(heard, text);
    heard.topic = null;
  } else if (asksOfHomeAlone(text) && (heard.question !== null || mayAsk(text))) {
    ask(heard, heard.question ?? text);
  }
  return [];
}

function ask(heard: Heard, question: string): void {
  heard.question = question;
  heard.asksHome = true;
  heard.facts = [];
  heard.requests.person = false;
}
