import type { Matter } from '../../contract/vocabulary.ts';
import { meansThisHome, namesStreet } from '../reading/readHomeNamed.ts';
import { readHomeSearch } from '../reading/readHomeSearch.ts';
import { pageHome } from './booking/whichHome.ts';
import { angerHeard, dangerWords, mannersTexts, moneyHelp, quietOffer, sympathy } from './careTexts.ts';
import { inviteToLeaveContact } from './contact.ts';
import { giveUp, mostInVain } from './endTalk.ts';
import { isGentle } from './gentle.ts';
import type { Heard } from './hear.ts';
import { forWhomItIs, ofOwnHome } from './matterTexts.ts';
import { isOfForm } from './mayAsk.ts';
import { emptyReply, type Plan, type Start } from './plan.ts';
import type { Effect } from './protocol.ts';
import { finishReply, wait } from './reply.ts';
import { answerOf, escalate, say, type Turn, tellTeam } from './turn.ts';
import { dangerOf } from './wishes.ts';

const wordsTold = 160;
/** Danger: the words that help at once, a person alerted, no form. The same words however often it is said. */
export function alertDanger({ turn, wishes, heard }: Start): Effect[] | null {
  const { state } = turn;
  // Once said, it is not over with the next message: whatever asks for nothing else is met with the same help.
  const isStill = state.situation === 'danger' && wishes.question === null && !wishes.goodbye && wishes.homes === null;
  if (wishes.situation !== 'danger' && !isStill) return null;
  const before = state.said['danger:violence'] === undefined ? 'self-harm' : 'violence';
  const danger = heard.map(dangerOf).find((one) => one !== null) ?? before;
  state.situation = 'danger';
  state.asked = null;
  state.ended = null;
  turn.effects.push({
    kind: 'alert',
    alert: 'danger',
    reason: danger === 'violence' ? 'Speaks of violence at home' : 'Speaks of ending their life',
    priority: 0,
  });
  tellTeam(turn, 'danger-told', 'May be in danger: look at once', 0);
  escalate(turn, 'danger', 'high');
  const reply = { ...emptyReply(turn, wishes), question: null };
  return [...finishReply(turn, reply, say(turn, `danger:${danger}`, dangerWords[danger])), ...wait(turn, 'danger')];
}

/** How one buys a home is no answer to somebody who does not know what to do. */
const cheerful: ReadonlySet<string> = new Set(['card:first-steps', 'card:buying-time', 'card:offer-steps']);

/** What is written down in answer to their questions is told in its own words. */
export function tellFacts({ turn, reply, wishes, heard }: Plan): null {
  const inTrouble = isGentle(wishes.situation) || isGentle(turn.state.situation);
  for (const { id, words } of wishes.facts) {
    if (inTrouble && cheerful.has(id)) continue;
    reply.after.push(words);
    turn.acts.push({ words, said: { act: 'answer', text: `fact:${id}`, variant: 0 } });
  }
  if (wishes.facts.length > 0 && !asksOfHomes(heard)) reply.question = null;
  return null;
}

const mattersOf = (heard: readonly Heard[]): Matter[] =>
  heard.flatMap(({ reading }) => reading?.questions.map(({ about }) => about) ?? []);

/** Also where no reader looked: the rules know questions about homes best. */
export const asksOfHomes = (heard: readonly Heard[]): boolean => {
  if (heard.some(({ asksHome }) => asksHome)) return true;
  const matters = mattersOf(heard);
  return matters.length === 0 || matters.some((matter) => matter === 'home' || matter === 'homes');
};

/** Who sells asks of their own home, unless they name the one on the page. */
const isOfOwnHome = ({ state, pack }: Turn, heard: readonly Heard[]): boolean => {
  if (answerOf(state, 'intent') !== 'sell' || state.homes.about !== null) return false;
  const title = pack.listing?.title;
  return !heard.some(
    ({ message: { text } }) => meansThisHome(text) || (title !== undefined && namesStreet(text, title)),
  );
};

/** Of what nobody wrote down it is said who knows. Questions about a home stay for whoever knows homes. */
export function sayWhoKnows({ turn, reply, wishes, heard }: Plan): null {
  const [first] = mattersOf(heard);
  if (reply.question !== null && asksOfHomes(heard) && isOfOwnHome(turn, heard)) {
    reply.question = null;
    if (wishes.topics.length + wishes.asides.length > 0) return null;
    reply.after.push(say(turn, 'ownHome', ofOwnHome));
    tellTeam(turn, 'question-open', `Asks: “${wishes.question?.slice(0, wordsTold)}”`, 3);
    return null;
  }
  if (reply.question === null || first === undefined || asksOfHomes(heard)) return null;
  reply.question = null;
  // A rule's own words on the matter are better than saying who knows; so is what is told to whoever wants to rent.
  const rents = turn.changed.includes('intent') && answerOf(turn.state, 'intent') === 'rent';
  if (wishes.topics.length + wishes.asides.length > 0 || rents) return null;
  const matter = first as Exclude<Matter, 'home' | 'homes'>;
  reply.after.push(say(turn, `matter:${matter}`, forWhomItIs[matter]));
  if (matter !== 'talk') tellTeam(turn, 'question-open', `Asks: “${wishes.question?.slice(0, wordsTold)}”`, 3);
  return null;
}

/** An offer is for the home that is spoken of. It is no contract, and nothing is said of its chances. */
export function noteOffer({ turn, reply, wishes, heard }: Plan): Effect[] | null {
  const { state, pack } = turn;
  // What comes after an offer belongs to it: another sum, a deadline, what is to stay in the house.
  const isMore = state.said.offerNoted !== undefined && wishes.addsToOffer;
  if ((wishes.offers.length === 0 && !isMore) || state.bot === 'seller') return null;
  const home = state.homes.about ?? pageHome(pack);
  // Without a home in the talk a sum is a budget, unless it is called an offer.
  if (
    home === null &&
    !isMore &&
    !wishes.offers.some((words) => /\b(?:offer\w*|bid|ofert\w+|ofrezc\w+)\b/i.test(words))
  )
    return null;
  const said = (isMore ? heard.map(({ message }) => message.text) : wishes.offers).join(' ').slice(0, wordsTold);
  const reason = `Makes an offer${home === null ? '' : ` for ${home.title}`}: “${said}”`;
  turn.effects.push(
    { kind: 'alert', alert: 'offer-made', reason, priority: 1 },
    { kind: 'flag', flag: 'offer-made', reason },
  );
  const told =
    home === null
      ? say(turn, 'offerUnnamed', mannersTexts.offerUnnamed, said)
      : say(turn, 'offerNoted', mannersTexts.offerNoted, `${home.title}: “${said}”`);
  state.asked = null;
  // The topic that declines to advise on offers would say it again.
  reply.after = reply.after.filter(
    (piece) => piece === '' || !turn.acts.some(({ words, said: { act } }) => words === piece && act === 'decline'),
  );
  const invite = inviteToLeaveContact(turn, reply, told);
  return finishReply(turn, reply, invite === '' ? told : `${told} ${invite}`);
}

/**
 * Sympathy once, then a person and a quiet way to be reached: no question on price, condition or time. What they asked is answered. Who
 * gives facts or wants a time besides is served like anybody else.
 */
export function careFor({ turn, reply, wishes, learned, heard }: Plan): Effect[] | null {
  const { state } = turn;
  const { situation } = wishes;
  if (situation === 'none') return null;
  const isNew = state.situation === 'none' || (isGentle(situation) && !isGentle(state.situation));
  if (isNew) {
    state.situation = situation;
    reply.after.unshift(say(turn, `sympathy:${situation}`, sympathy[situation as keyof typeof sympathy]));
    const by = wishes.deadline === null ? '' : `, ${wishes.deadline}`;
    tellTeam(
      turn,
      `distress:${situation}`,
      `Speaks of ${reasons[situation as keyof typeof reasons]}${by}`,
      isGentle(situation) ? 1 : 2,
    );
    if (situation === 'money-trouble' && wishes.facts.length === 0) reply.after.push(say(turn, 'moneyHelp', moneyHelp));
    if (isGentle(situation)) escalate(turn, 'distress', 'high');
  } else if (situation === 'anger') reply.after.unshift(say(turn, 'sympathy:anger', sympathy.anger));
  // "My daughter sent me this one" is no search, where somebody has just died.
  const wantsHomes = isNew ? heard.some(({ message }) => readHomeSearch(message.text) !== null) : wishes.homes !== null;
  const wantsService = wishes.visit || wantsHomes || turn.choice !== null || turn.calendar;
  if (wantsService || (!isGentle(situation) && learned)) return null;
  state.asked = null;
  if (!isGentle(situation)) return finishReply(turn, reply, say(turn, 'angerHeard', angerHeard));
  const words = isNew ? say(turn, 'quietOffer', quietOffer.first) : say(turn, 'quietOfferAgain', quietOffer.again);
  return finishReply(turn, reply, wishes.question === null || isNew ? words : '');
}

const reasons = {
  grief: 'a death',
  separation: 'a separation',
  'money-trouble': 'trouble with money',
  fear: 'fear or worry',
  anger: 'anger',
};

/** A complaint is answered once with an apology, and the team is told in their words. */
export function noteComplaint({ turn, reply, wishes, heard }: Plan): Effect[] | null {
  if (!wishes.complains || wishes.misunderstood || wishes.situation !== 'none' || wishes.topics.length > 0) return null;
  const said = heard
    .map(({ message }) => message.text)
    .join(' ')
    .slice(0, wordsTold);
  tellTeam(turn, 'complaint', `Complains: “${said}”`, 1);
  turn.state.asked = null;
  return finishReply(turn, reply, say(turn, 'complaint', mannersTexts.complaint));
}

/** Nothing was understood: said once, honestly, and never thanked for. The second time in a row a person is asked to read it. */
export function clarify({ turn, reply, wishes, learned }: Plan): Effect[] | null {
  const { state } = turn;
  const understood =
    learned ||
    wishes.misunderstood ||
    !wishes.isUnread ||
    wishes.question !== null ||
    wishes.homes !== null ||
    wishes.objection !== null ||
    wishes.stall !== null ||
    wishes.isAi ||
    wishes.greeting ||
    wishes.thanks ||
    wishes.goodbye ||
    wishes.refusal ||
    wishes.unsure ||
    wishes.callsOut ||
    wishes.howAreYou ||
    wishes.intends ||
    wishes.saysYesOrNo ||
    turn.switched ||
    reply.after.length > 0;
  // A time, a home or a number that was asked for has a way of its own to be asked again.
  const mendsItself = state.asked !== null && state.asked.question !== 'visit' && !isOfForm(state.asked.question);
  if (understood || mendsItself) {
    state.missed = 0;
    return null;
  }
  state.vagueStreak += 1;
  if (state.vagueStreak >= mostInVain) return giveUp(turn, reply);
  state.missed += 1;
  if (state.asked !== null) state.passedOver += 1;
  if (state.missed === 1) return finishReply(turn, reply, say(turn, 'missed', mannersTexts.missed));
  state.missed = 0;
  state.asked = null;
  tellTeam(turn, 'misunderstood', 'The bot and the visitor keep missing each other', 2);
  escalate(turn, 'misunderstood', 'normal');
  return finishReply(turn, reply, say(turn, 'missedAgain', mannersTexts.missedAgain));
}
