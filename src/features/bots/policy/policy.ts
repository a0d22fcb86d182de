import type { Topic } from '../../reading/dialogue/readTopic.ts';
import { readContact } from '../../reading/person/readContact.ts';
import { hasTime } from '../booking/readSlotChoice.ts';
import { mannersTexts } from '../say/careTexts.ts';
import { endTalkTexts } from '../say/endTalkTexts.ts';
import { identityTexts } from '../say/identityTexts.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { endWith, finishReply, takeUp, wait, waitWith } from '../say/reply.ts';
import { rightsTexts } from '../say/rightsTexts.ts';
import { isGentle } from '../state/gentle.ts';
import type { Effect } from '../state/protocol.ts';
import { escalate, noteTold, notifyTeamOnce, type StepContext, say, wordsPassedOn } from '../state/stepContext.ts';
import { fillContact } from '../track/contact.ts';
import { answerByWords, openDeletionRequest } from '../track/dataRequests.ts';
import { mergeIntents } from '../understand/intents.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import { answerAsides } from './asides.ts';
import {
  alertDanger,
  asksOfHomes,
  careFor,
  clarify,
  flagPossibleDanger,
  noteComplaint,
  noteOffer,
  sayWhoKnows,
  tellFacts,
} from './care.ts';
import { closeChannels } from './closeChannels.ts';
import { close } from './endTalk.ts';
import { goOn } from './goOn.ts';
import { tellHandedBack } from './handedBack.ts';
import { askForPerson, beginReply, type Plan, type Start } from './plan.ts';
import { answerTopics, bridgeToPerson, meetObjection, turnAway } from './situations.ts';
import { stopPayment, stopSigning, stopStraw } from './stopLosses.ts';

/** One rule of how Jorge talks. It may add to the plan, or close it with what is done: then no later rule is asked. */
interface Rule<Known> {
  name: string;
  apply(known: Known): Effect[] | null;
}

/** Ends after which a greeting is answered: they did not ask to be left alone here. STOP ends what is sent to them, not this chat. */
const reopens: ReadonlySet<string> = new Set(['goodbye', 'just-looking', 'answers-complete', 'opted-out']);
/** Matters that the hub's own cards tell of as well. */
const onShelf: ReadonlySet<Topic> = new Set(['schools', 'safety', 'commission', 'loan-terms', 'market-advice']);
const notTheTime: ReadonlySet<string> = new Set(['unwanted-contact', 'for-the-team']);

/** Rules that run before there is a reply: when one of them speaks, its words are the whole reply. */
const beforeReply: readonly Rule<Start>[] = [
  { name: 'danger that is stated: fixed words and a person, nothing else', apply: alertDanger },
  { name: 'an ended talk stays ended until they speak up', apply: staysEnded },
];
const begins = 'who writes is said first, and to who asks';
const onReply: readonly Rule<Plan>[] = [
  { name: 'what may be danger is for a person to check', apply: flagPossibleDanger },
  { name: 'a legal matter is told to the team', apply: noteLegalMatter },
  { name: 'what finds their data goes with the request', apply: addToDeletion },
  { name: 'deletion opens a request', apply: takeDeletion },
  { name: 'money that may go to a stranger is stopped', apply: stopPayment },
  { name: 'a home that may be signed away is kept', apply: stopSigning },
  { name: 'a home is not bought in another name', apply: stopStraw },
  { name: 'questions with facts are answered with them', apply: tellFacts },
  { name: 'who calls for a person that left is told so', apply: tellHandedBack },
  { name: 'who waits for a person is told so', apply: tellWaiting },
  { name: 'who wants a person gets one', apply: takeWishForPerson },
  { name: 'legal advice is for a person', apply: leaveLegalAdvice },
  { name: 'who is no client is asked nothing', apply: turnAway },
  { name: 'what happens next belongs to a person', apply: bridgeToPerson },
  { name: 'questions without facts: who knows', apply: sayWhoKnows },
  { name: 'matters with an answer of their own', apply: answerMatters },
  { name: 'an offer is passed on in their words', apply: noteOffer },
  { name: 'a feeling is met before any form', apply: careFor },
  { name: 'a complaint reaches the team', apply: noteComplaint },
  { name: 'an objection is heard, then answered, then handed on', apply: meetObjection },
  { name: 'some moments are not for questions', apply: holdQuestions },
  { name: 'a way of being reached that is ruled out stays closed', apply: closeChannels },
  { name: 'a search that is over ends kindly', apply: endKindly },
  { name: 'goodbye and thanks are answered in kind', apply: partKindly },
  { name: 'what was not understood is said so', apply: clarify },
  { name: 'the talk goes on', apply: goOn },
];

/** In the order in which they are asked: rules that protect people come first, rules that sell come last. */
export const ruleNames: readonly string[] = [
  ...beforeReply.map(({ name }) => name),
  begins,
  ...onReply.map(({ name }) => name),
];

/** Answers the messages in one reply, says what stands next, and falls silent honestly when there is nothing more to say. */
export function decideReply(turn: StepContext, readings: MessageReading[], personAsked: boolean): Effect[] {
  const intents = mergeIntents(readings, {
    personAsked,
    isAsked: turn.state.asked !== null,
    onPage: turn.pack.listing !== undefined,
  });
  const learned =
    turn.filled.some((slot) => slot !== 'visit') ||
    intents.visit ||
    turn.calledOff !== null ||
    turn.choice !== null ||
    turn.calendar ||
    turn.takenBack !== '' ||
    turn.kept;
  const start: Start = { turn, intents, readings, learned };
  const closed = applyRules(beforeReply, start);
  if (closed !== null) return closed;
  const reply = beginReply(turn, intents);
  if (reply.opening.length > 0) turn.rules.push(begins);
  return applyRules(onReply, { ...start, reply }) ?? [];
}

function applyRules<Known extends Start>(rules: readonly Rule<Known>[], known: Known): Effect[] | null {
  const { turn } = known;
  for (const { name, apply } of rules) {
    const before = turn.acts.length + turn.effects.length;
    const effects = apply(known);
    if (effects !== null || turn.acts.length + turn.effects.length > before) turn.rules.push(name);
    if (effects !== null) return effects;
  }
  return null;
}

/** Claude read more in it than a nod, thanks, or an end. */
const saysMore = ({ isReadByModel, understood }: MessageReading): boolean =>
  isReadByModel && (understood?.acts ?? []).some((act) => !endsTalk.has(act));
const endsTalk: ReadonlySet<string> = new Set([
  'thanks',
  'goodbye',
  'small-talk',
  'spam',
  'insults',
  'agrees',
  'unclear',
]);

function givesContact(text: string): boolean {
  const { phone, email } = readContact(text);
  return phone !== null || email !== null;
}

function staysEnded({ turn, intents, readings, learned }: Start): Effect[] | null {
  const { state } = turn;
  const speaksUp =
    learned ||
    (state.at === 'DELETION_ASKED' && readings.some(({ message }) => givesContact(message.text))) ||
    intents.question !== null ||
    intents.person ||
    intents.isAi ||
    intents.deletion ||
    intents.legalAdvice ||
    intents.topics.length + intents.asides.length + intents.offers.length > 0 ||
    intents.intends ||
    intents.changedMind ||
    intents.homes !== null ||
    intents.misunderstood ||
    (state.ended !== 'abuse' && readings.some(saysMore)) ||
    (state.ended !== 'abuse' && (intents.situation !== 'none' || intents.complains)) ||
    ((intents.greeting || intents.callsOut) && reopens.has(state.ended ?? ''));
  if (state.ended !== null && !speaksUp) {
    const parts =
      (intents.thanks || intents.goodbye) && (state.ended === 'answers-complete' || state.ended === 'nurture');
    if (parts) return close(turn, beginReply(turn, intents), 'goodbye');
    const isParted = state.ended === 'abuse' || state.ended === 'goodbye';
    if (intents.thanks && !isParted && noteTold(turn, 'thanked'))
      return endWith(turn, beginReply(turn, intents), 'closing', endTalkTexts.closing, state.ended);
    // Words after the end go to the team, and get an answer; after a wish for deletion, any words do.
    const isOfDeletion = state.ended === 'data-deletion' && !intents.thanks && !intents.goodbye;
    if ((intents.tellsMore || isOfDeletion) && state.ended !== 'abuse') {
      return finishReply(turn, beginReply(turn, intents), say(turn, 'alsoTold', mannersTexts.alsoTold));
    }
    return wait(turn, state.ended);
  }
  state.ended = null;
  takeUp(turn);
  return null;
}

function noteLegalMatter({ turn, intents }: Plan): null {
  if (intents.legalAdvice || intents.legalMention)
    notifyTeamOnce(turn, 'legal-sensitive', 'Mentions a legal matter', 2);
  return null;
}

function takeDeletion({ turn, reply, intents, readings }: Plan): Effect[] | null {
  if (!intents.deletion) return null;
  const message = readings.find(({ requests }) => requests.deletion)?.message;
  if (message) openDeletionRequest(turn, message);
  turn.state.at = 'DELETION_ASKED';
  // Consent from the same message would outlive the request.
  turn.state.consented = [];
  turn.effects = turn.effects.filter(({ kind }) => kind !== 'consent');
  return endWith(turn, reply, 'deletion', rightsTexts.deletion, 'data-deletion', answerByWords(turn));
}

/** A number after a request for deletion says whose data it is: it is asked for nothing, and makes no lead. */
function addToDeletion({ turn, reply, readings }: Plan): Effect[] | null {
  if (turn.state.at !== 'DELETION_ASKED') return null;
  const found = readings.map(({ message }) => message).filter((message) => fillContact(turn, message));
  if (found.length === 0) return null;
  for (const { text } of found) turn.effects.push({ kind: 'note', text: `For the deletion request: “${text}”` });
  return endWith(turn, reply, 'deletionFound', rightsTexts.deletionFound, 'data-deletion');
}

function takeWishForPerson({ turn, reply, intents, readings }: Plan): Effect[] | null {
  if (!intents.person) return null;
  // In trouble, only plain words ask for somebody: a score alone hears it in "I go over and just sit".
  if (!intents.saysPerson && isGentle(turn.state.situation)) return null;
  // The words after an offer belong to it, unless they ask for somebody outright.
  if (!intents.saysPerson && (intents.offers.length > 0 || turn.state.said.offerNoted !== undefined)) return null;
  // "I want to see it tomorrow, and a human calls me": the visit goes on, and the person is told of the rest.
  if (intents.visit && turn.filled.includes('day') && !intents.isReadByModel) {
    turn.effects.push({
      kind: 'alert',
      alert: 'asked-for-person',
      reason: `Beside a visit: “${wordsPassedOn(turn)}”`,
      priority: 1,
    });
    reply.after.push(say(turn, 'restTold', remarkTexts.restTold));
    return null;
  }
  // The person answers any question that is not about a home.
  if (!asksOfHomes(readings)) reply.question = null;
  return [...finishReply(turn, reply, askForPerson(turn, reply, intents)), ...wait(turn, 'asked-for-person')];
}

function leaveLegalAdvice({ turn, reply, intents }: Plan): Effect[] | null {
  if (!intents.legalAdvice) return null;
  escalate(turn, 'legal-sensitive', 'high');
  return waitWith(turn, reply, 'legalAdvice', rightsTexts.legalAdvice, 'legal-sensitive');
}

function tellWaiting({ turn, reply, intents, learned }: Plan): Effect[] | null {
  const isWaiting = turn.state.escalation === 'requested' && !learned;
  if (!isWaiting || !(intents.asksHowLong || (intents.callsOut && intents.question === null))) return null;
  reply.question = null;
  return waitWith(turn, reply, 'stillWaiting', identityTexts.stillWaiting, 'asked-for-person');
}

function answerMatters({ turn, reply, intents }: Plan): null {
  // A card has told of the same matter already.
  const isTold = (topic: Topic): boolean => intents.facts.length > 0 && onShelf.has(topic);
  answerTopics(turn, reply, { ...intents, topics: intents.topics.filter((topic) => !isTold(topic)) });
  if (intents.asksWhy) reply.after.push(say(turn, 'whyAsked', remarkTexts.whyAsked));
  reply.after.push(...answerAsides(turn, intents.asides, reply.opening.length > 0));
  return null;
}

/** No question on a purchase goes to a visitor who complains of calls, or who stands at the door of a home. */
function holdQuestions({ turn, reply, intents, learned }: Plan): Effect[] | null {
  if (learned || intents.question !== null || !intents.topics.some((topic) => notTheTime.has(topic))) return null;
  turn.state.asked = null;
  return finishReply(turn, reply, '');
}

function endKindly({ turn, reply, intents, learned }: Plan): Effect[] | null {
  const isOver = intents.changedMind || (intents.boughtOne && turn.state.bot !== 'seller');
  return isOver && (!learned || intents.leaves) && intents.question === null
    ? close(turn, reply, 'changed-mind')
    : null;
}

function partKindly({ turn, reply, intents, learned }: Plan): Effect[] | null {
  const { state } = turn;
  const nothingNew = !learned && intents.question === null && !intents.isAi && reply.after.length === 0;
  // "In two years maybe. Bye" tells a time, and ends the talk all the same.
  const leaves = intents.leaves && intents.question === null && !turn.calendar && turn.choice === null;
  if ((nothingNew || leaves) && intents.goodbye) return close(turn, reply, 'goodbye');
  // After two tries without an answer, thanks mean that the visitor came for something else.
  const cameForOther = state.asked?.question === 'intent' && state.asked.times >= 2;
  const settled = state.asked === null || state.at === 'CONFIRMED' || hasTime(state) || cameForOther;
  return nothingNew && intents.thanks && settled && !intents.asksSomething ? close(turn, reply, 'goodbye') : null;
}
