import type { Danger, Matter } from '../../../contract/vocabulary.ts';
import { askedFacts } from '../../reading/home/readAskedFacts.ts';
import { readHomeFeatures } from '../../reading/home/readHomeFeatures.ts';
import { meansThisHome, namesStreet } from '../../reading/home/readHomeNamed.ts';
import { readHomeSearch } from '../../reading/home/readHomeSearch.ts';
import { hintsAtDanger } from '../../reading/person/readDanger.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import { pageHome } from '../booking/whichHome.ts';
import { isOfForm } from '../flows/mayAsk.ts';
import { acknowledgeReach, acknowledgeSlot } from '../say/acknowledge.ts';
import {
  angerHeard,
  checkOnThem,
  dangerWords,
  mannersTexts,
  moneyHelp,
  quietOffer,
  sympathy,
} from '../say/careTexts.ts';
import { dropCarried } from '../say/introduce.ts';
import { questionPassedOn, talkQuestion } from '../say/matterTexts.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { finishReply, waitWith } from '../say/reply.ts';
import { isGentle } from '../state/gentle.ts';
import type { Effect } from '../state/protocol.ts';
import {
  answerOf,
  charsPassedOn,
  escalate,
  notifyTeamOnce,
  passOn,
  type StepContext,
  say,
  wordsPassedOn,
} from '../state/stepContext.ts';
import { inviteToLeaveContact } from '../track/contact.ts';
import { dangerOf } from '../understand/intents.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import { giveUp, mostInVain } from './endTalk.ts';
import { beginReply, type Plan, type Start } from './plan.ts';

const dangerReasons: Readonly<Record<Danger, string>> = {
  'self-harm': 'Talks about ending their life',
  violence: 'Talks about violence at home',
  emergency: 'Talks about an emergency',
};

/** Danger that is stated outright: the words that help at once, a person alerted, no form; again only where it is stated again. */
export function alertDanger({ turn, intents, readings }: Start): Effect[] | null {
  const { state } = turn;
  const danger = readings.map(dangerOf).find((one) => one !== null);
  if (danger === undefined) return null;
  state.situation = 'danger';
  state.asked = null;
  state.ended = null;
  turn.effects.push({
    kind: 'alert',
    alert: 'danger',
    reason: dangerReasons[danger],
    priority: 0,
  });
  notifyTeamOnce(turn, 'danger-told', 'May be in danger: look right away', 0);
  escalate(turn, 'danger', 'high');
  // The reply that waited for the calendar has no place beside these words; only the introduction does.
  dropCarried(turn);
  const reply = { ...beginReply(turn, intents), question: null };
  return waitWith(turn, reply, `danger:${danger}`, dangerWords[danger], 'danger');
}

/**
 * A hint at danger changes nothing of the talk: a person of the team is asked to look. Where words hint at it and there is nothing else to
 * answer, the numbers that help are said once; a score alone says none, for three in four of its hints are no danger.
 */
export function flagPossibleDanger({ turn, reply, intents, readings }: Plan): null {
  if (!intents.mayBeDanger) return null;
  notifyTeamOnce(turn, 'danger-check', `Check this: “${wordsPassedOn(turn)}”`, 1);
  const asks = reply.question !== null && asksOfHomes(readings);
  const isAnswered = asks || readings.some(({ topic }) => topic !== null);
  const hints = readings.some(({ message }) => hintsAtDanger(message.text));
  if (!hints || intents.isReadByModel || isAnswered || turn.state.said.checkOnThem !== undefined) return null;
  // No form follows such a line.
  if (!isGentle(turn.state.situation)) turn.state.situation = 'fear';
  reply.after.push(say(turn, 'checkOnThem', checkOnThem));
  return null;
}

/** Cards on how one buys a home: no answer to somebody in distress. */
const cheerful: ReadonlySet<string> = new Set(['card:first-steps', 'card:buying-time', 'card:offer-steps']);

/** Answers their questions with the cards that fit, word for word. */
export function tellFacts({ turn, reply, intents, readings }: Plan): null {
  const inTrouble = isGentle(intents.situation) || isGentle(turn.state.situation);
  for (const { id, words } of intents.facts) {
    if (inTrouble && cheerful.has(id)) continue;
    reply.after.push(words);
    turn.acts.push({ words, said: { act: 'answer', text: `fact:${id}`, variant: 0 } });
  }
  if (intents.facts.length > 0 && !asksOfHomes(readings)) reply.question = null;
  return null;
}

const mattersOf = (readings: readonly MessageReading[]): Matter[] =>
  readings.flatMap(({ understood }) => understood?.questions.map(({ about }) => about) ?? []);

/** "What's hoa + taxes per month": figures of the home at hand, whatever a score takes the question for. */
const asksPlainly = ({ question, isReadByModel }: MessageReading): boolean =>
  !isReadByModel &&
  question !== null &&
  question.split(/\s+/).length <= plainWords &&
  (askedFacts(question, { asked: true }).some(({ fact }) => ofFile.has(fact)) ||
    (readHomeFeatures(question).length > 0 && !ofUs.test(question))) &&
  !ofTheirs.test(question);
/** "Do you guys move stuff into storage?" */
const ofUs = /\b(?:you|u|ya|y'all|ustedes?)(?!\p{L})/iu;
const plainWords = 14;
const ofFile: ReadonlySet<string> = new Set([
  'hoa',
  'taxes',
  'price',
  'beds',
  'bed-floor',
  'baths',
  'parking',
  'heating',
  'steps',
  'rental-rules',
  'furnished',
  'size',
  'lot',
  'year',
  'available',
]);
/** Their own money, and what the law does to it. */
const ofTheirs =
  /\b(?:if|sell\w*|sold|exempt\w*|homestead|over ?65|protest\w*|deduct\w*|owe|gains?|legal\w*|should|my|our|mi|mis|vend\w*|exenci\w*|pago)(?!\p{L})/iu;

/** Also works without a reader's reading: the rules recognise questions about homes best. */
export const asksOfHomes = (readings: readonly MessageReading[]): boolean => {
  if (readings.some((reading) => reading.asksHome || asksPlainly(reading))) return true;
  const matters = mattersOf(readings);
  return matters.length === 0 || matters.some((matter) => matter === 'home' || matter === 'homes');
};

/** A seller asks about their own home, unless they name the one on the page. */
const isOfOwnHome = ({ state, pack }: StepContext, readings: readonly MessageReading[]): boolean => {
  if (answerOf(state, 'intent') !== 'sell' || state.homes.about !== null) return false;
  const title = pack.listing?.title;
  return !readings.some(
    ({ message: { text } }) => meansThisHome(text) || (title !== undefined && namesStreet(text, title)),
  );
};

/** Where no card has the answer, a person gets the question. Questions about a home are left to the answers from listings. */
export function sayWhoKnows({ turn, reply, intents, readings }: Plan): null {
  const [first] = mattersOf(readings);
  const isOfListing = asksOfHomes(readings) && !isOfOwnHome(turn, readings);
  if (reply.question === null || first === undefined || isOfListing) return null;
  reply.question = null;
  // "Can we do Thursday instead?" is answered with times.
  const isTime = turn.filled.some((slot) => slot === 'day' || slot === 'timeOfDay');
  const asked = intents.question ?? '';
  if (!intents.isReadByModel && isTime && (readDay(asked) !== null || readTimeOfDay(asked) !== null)) return null;
  // "I'm thinking of selling and don't know where to begin" is where the talk begins.
  if (!intents.isReadByModel && turn.changed.includes('intent') && !asked.includes('?')) return null;
  // A rule's own words on the matter are better than passing it on; so are the words for visitors who want to rent, or who make an offer.
  const rents = turn.changed.includes('intent') && answerOf(turn.state, 'intent') === 'rent';
  if (intents.topics.length + intents.asides.length + intents.offers.length > 0 || rents) return null;
  if (first === 'talk') {
    reply.after.push(say(turn, 'talkQuestion', talkQuestion));
    return null;
  }
  const words = say(turn, 'questionPassedOn', questionPassedOn);
  passOn(turn, `Asks: “${intents.question?.slice(0, charsPassedOn)}”`);
  reply.after.push(words);
  const invite = inviteToLeaveContact(turn, reply, words);
  if (invite !== '') reply.after.push(invite);
  return null;
}

/** An offer is for the home that is spoken of. It is no contract, and nothing is said of its chances. */
export function noteOffer({ turn, reply, intents, readings }: Plan): Effect[] | null {
  const { state, pack } = turn;
  const terms = readings.flatMap(({ understood }) => understood?.slots.filter(({ name }) => name === 'offer') ?? []);
  // "Scratch the 650": taken back, it is no offer, whatever the words name.
  if (intents.isReadByModel && terms.some(({ op }) => op === 'clear') && terms.every(({ op }) => op === 'clear')) {
    if (state.said.offerNoted !== undefined || state.said.offerUnnamed !== undefined) takeOfferBack(turn, reply);
    return null;
  }
  // The words after an offer belong to it: another sum, a deadline, what is to stay in the house.
  const addsTerms = terms.length > 0;
  const isMore = state.said.offerNoted !== undefined && (intents.isReadByModel ? addsTerms : intents.addsToOffer);
  if ((intents.offers.length === 0 && !isMore) || state.bot === 'seller') return null;
  const home = state.homes.about ?? pageHome(pack);
  // Without a home in the talk a sum is a budget, unless it is called an offer.
  if (
    home === null &&
    !isMore &&
    !intents.offers.some((words) => /\b(?:offer\w*|bid|ofert\w+|ofrezc\w+)\b/i.test(words))
  )
    return null;
  const said = isMore ? wordsPassedOn(turn) : intents.offers.join(' ').slice(0, charsPassedOn);
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

function takeOfferBack(turn: StepContext, reply: Plan['reply']): void {
  const reason = `Takes back their offer: “${wordsPassedOn(turn)}”`;
  turn.effects.push(
    { kind: 'alert', alert: 'offer-made', reason, priority: 1 },
    { kind: 'unflag', flag: 'offer-made' },
  );
  reply.after.push(say(turn, 'offerTakenBack', mannersTexts.offerTakenBack));
}

/**
 * Sympathy once, then a person and a quiet way to be reached: no question on price, condition or time. Their question is answered. A
 * visitor who also gives facts or wants a time is served like anybody else.
 */
export function careFor({ turn, reply, intents, learned, readings }: Plan): Effect[] | null {
  const { state } = turn;
  const { situation } = intents;
  // After words of danger a guess at what they ask does harm: where nobody reads the talk, only what is plain is answered.
  const isPlain = learned || intents.facts.length > 0 || askedFacts(reply.question ?? '', { asked: true }).length > 0;
  if (state.situation === 'danger' && situation === 'none' && !intents.isReadByModel && !isPlain && !intents.person) {
    reply.question = null;
    state.asked = null;
    return finishReply(
      turn,
      { ...reply, nice: '', after: [], homes: null },
      say(turn, 'quietOfferAgain', quietOffer.again),
    );
  }
  // Anger ends when the model hears none. A call that was asked for in anger stays with the team.
  const isCalm = situation === 'none' && intents.isReadByModel && answerOf(state, 'visit') !== 'call';
  if (state.situation === 'anger' && isCalm) state.situation = 'none';
  const tellsMore = situation === 'none' && isGentle(state.situation) && intents.tells && !learned;
  if (tellsMore && intents.question === null && !intents.goodbye)
    return finishReply(turn, reply, say(turn, 'quietOfferAgain', quietOffer.again));
  if (situation === 'none' || situation === 'danger') return null;
  const isNew = state.situation === 'none' || (isGentle(situation) && !isGentle(state.situation));
  if (isNew) {
    state.situation = situation;
    // "Idk what to do" asks nothing that a file could tell.
    if (reply.question !== null && askedFacts(reply.question, { asked: true }).length === 0) reply.question = null;
    reply.after.unshift(say(turn, `sympathy:${situation}`, sympathy[situation]));
    const by = intents.deadline === null ? '' : `, ${intents.deadline}`;
    notifyTeamOnce(turn, `distress:${situation}`, `${reasons[situation]}${by}`, isGentle(situation) ? 1 : 2);
    if (situation === 'money-trouble' && intents.facts.length === 0)
      reply.after.push(say(turn, 'moneyHelp', moneyHelp));
    if (isGentle(situation)) escalate(turn, 'distress', 'high');
  } else if (situation === 'anger') reply.after.unshift(say(turn, 'sympathy:anger', sympathy.anger));
  // "My daughter sent me this one" is no search, where somebody has just died.
  const wantsHomes = isNew
    ? readings.some(({ message }) => readHomeSearch(message.text) !== null)
    : intents.homes !== null;
  const wantsService = intents.visit || wantsHomes || turn.choice !== null || turn.calendar;
  // Where the model hears anger, what they told is kept, and nothing is asked for: consent to calls least of all.
  if (wantsService || (!isGentle(situation) && learned && !intents.isReadByModel)) return null;
  state.asked = null;
  if (!isGentle(situation)) return finishReply(turn, reply, say(turn, 'angerHeard', angerHeard));
  const reached = ['phone', 'email'].find((slot) => turn.filled.includes(slot));
  if (reached !== undefined)
    return finishReply(turn, reply, `${acknowledgeSlot(turn, reached)} ${acknowledgeReach(turn)}`.trim());
  const words = isNew ? say(turn, 'quietOffer', quietOffer.first) : say(turn, 'quietOfferAgain', quietOffer.again);
  return finishReply(turn, reply, intents.question === null || isNew ? words : '');
}

const reasons = {
  grief: 'Mentions a death',
  separation: 'Mentions a separation',
  'money-trouble': 'Mentions money trouble',
  fear: 'Sounds afraid or worried',
  anger: 'Sounds angry',
};

/** A complaint is answered once with an apology, and the team is told in their words. */
export function noteComplaint({ turn, reply, intents }: Plan): Effect[] | null {
  if (!intents.complains || intents.misunderstood || intents.situation !== 'none' || intents.topics.length > 0)
    return null;
  notifyTeamOnce(turn, 'complaint', `Complains: “${wordsPassedOn(turn)}”`, 1);
  turn.state.asked = null;
  return finishReply(turn, reply, say(turn, 'complaint', mannersTexts.complaint));
}

const fewestTold = 5;

/** Nothing was understood: said once, honestly, and never thanked for. The second time in a row a person is asked to read it. */
export function clarify({ turn, reply, intents, learned, readings }: Plan): Effect[] | null {
  const { state } = turn;
  const understood =
    learned ||
    intents.misunderstood ||
    !intents.isUnread ||
    intents.question !== null ||
    intents.homes !== null ||
    intents.objection !== null ||
    intents.stall !== null ||
    intents.isAi ||
    intents.greeting ||
    intents.thanks ||
    intents.goodbye ||
    intents.refusal ||
    intents.unsure ||
    intents.callsOut ||
    intents.howAreYou ||
    intents.intends ||
    intents.saysYesOrNo ||
    turn.switched ||
    reply.after.length > 0;
  // A time, a home or a number that was asked for has a way of its own to be asked again.
  const repairsItself = state.asked !== null && state.asked.question !== 'visit' && !isOfForm(state.asked.question);
  if (understood || repairsItself) {
    state.missed = 0;
    return null;
  }
  state.vagueStreak += 1;
  if (state.vagueStreak >= mostInVain) return giveUp(turn, reply);
  state.missed += 1;
  if (state.asked !== null) state.passedOver += 1;
  // Several words say something, if only to a person.
  const words = readings.flatMap(({ message }) => (message.written ?? message.text).split(/\s+/));
  if (state.missed === 1 && words.length >= fewestTold)
    return finishReply(turn, reply, say(turn, 'told', remarkTexts.told));
  if (state.missed === 1) return finishReply(turn, reply, say(turn, 'missed', mannersTexts.missed));
  state.missed = 0;
  state.asked = null;
  notifyTeamOnce(turn, 'misunderstood', 'Jorge and the visitor keep misunderstanding each other', 2);
  escalate(turn, 'misunderstood', 'normal');
  return finishReply(turn, reply, say(turn, 'missedAgain', mannersTexts.missedAgain));
}
