import { answerAsides } from './asides.ts';
import { hasTime } from './booking/hearChoice.ts';
import {
  alertDanger,
  asksOfHomes,
  careFor,
  clarify,
  noteComplaint,
  noteOffer,
  sayWhoKnows,
  tellFacts,
} from './care.ts';
import { mannersTexts } from './careTexts.ts';
import { closeChannels } from './closeChannels.ts';
import { answerByWords, deletionAsked, openDeletionRequest } from './dataRequests.ts';
import { close } from './endTalk.ts';
import { endTalkTexts } from './endTalkTexts.ts';
import { goOn } from './goOn.ts';
import { tellHandedBack } from './handedBack.ts';
import type { Heard } from './hear.ts';
import { identityTexts } from './identityTexts.ts';
import { askForPerson, emptyReply, type Plan, type Start } from './plan.ts';
import type { Effect } from './protocol.ts';
import { remarkTexts } from './remarkTexts.ts';
import { endWith, finishReply, wait } from './reply.ts';
import { rightsTexts } from './rightsTexts.ts';
import { answerTopics, bridgeToPerson, meetObjection, turnAway } from './situations.ts';
import { escalate, noteTold, say, type Turn, tellTeam } from './turn.ts';
import { wishesOf } from './wishes.ts';

/** One rule of how Jorge talks. It may add to the plan, or close it with what is done: then no later rule is asked. */
interface Rule<Known> {
  name: string;
  apply(known: Known): Effect[] | null;
}

/** Ends after which a greeting begins anew: nothing was refused, and nobody asked to be left alone. */
const reopens: ReadonlySet<string> = new Set(['goodbye', 'just-looking', 'answers-complete']);
const notTheTime: ReadonlySet<string> = new Set(['unwanted-contact', 'for-the-team']);

/** Asked before there is a reply: where one of them speaks, its words are all that is said. */
const beforeReply: readonly Rule<Start>[] = [
  { name: 'danger: fixed words and a person, nothing else', apply: alertDanger },
  { name: 'an ended talk stays ended until they speak up', apply: staysEnded },
];
const begins = 'who writes is said first, and to who asks';
const onReply: readonly Rule<Plan>[] = [
  { name: 'a legal matter is told to the team', apply: noteLegalMatter },
  { name: 'deletion opens a request', apply: takeDeletion },
  { name: 'questions with facts are answered with them', apply: tellFacts },
  { name: 'who calls for a person that left is told so', apply: tellHandedBack },
  { name: 'who waits for a person is told so', apply: tellWaiting },
  { name: 'who wants a person gets one', apply: takeWishForPerson },
  { name: 'legal advice is for a person', apply: leaveLegalAdvice },
  { name: 'who is no client is asked nothing', apply: ({ turn, reply, wishes }) => turnAway(turn, reply, wishes) },
  {
    name: 'what happens next belongs to a person',
    apply: ({ turn, reply, wishes }) => bridgeToPerson(turn, reply, wishes),
  },
  { name: 'questions without facts: who knows', apply: sayWhoKnows },
  { name: 'matters with an answer of their own', apply: answerMatters },
  { name: 'an offer is passed on in their words', apply: noteOffer },
  { name: 'a feeling is met before any form', apply: careFor },
  { name: 'a complaint reaches the team', apply: noteComplaint },
  {
    name: 'an objection is heard, then answered, then handed on',
    apply: ({ turn, reply, wishes }) => meetObjection(turn, reply, wishes),
  },
  { name: 'some moments are not for questions', apply: holdQuestions },
  { name: 'a way of being reached that is ruled out stays closed', apply: closeChannels },
  { name: 'a search that is over ends kindly', apply: endKindly },
  { name: 'goodbye and thanks are answered in kind', apply: partKindly },
  { name: 'what was not understood is said so', apply: clarify },
  { name: 'the talk goes on', apply: goOn },
];

/** In the order in which they are asked. What protects people comes first, what sells comes last. */
export const ruleNames: readonly string[] = [
  ...beforeReply.map(({ name }) => name),
  begins,
  ...onReply.map(({ name }) => name),
];

/** Answers the messages in one reply, says what stands next, and falls silent honestly when there is nothing more to say. */
export function converse(turn: Turn, heard: Heard[], personAsked: boolean): Effect[] {
  const wishes = wishesOf(heard, { personAsked, isAsked: turn.state.asked !== null });
  const learned =
    turn.filled.some((slot) => slot !== 'visit') ||
    wishes.visit ||
    turn.calledOff !== null ||
    turn.choice !== null ||
    turn.calendar ||
    turn.takenBack !== '' ||
    turn.kept;
  const start: Start = { turn, wishes, heard, learned };
  const closed = applyRules(beforeReply, start);
  if (closed !== null) return closed;
  const reply = emptyReply(turn, wishes);
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

function staysEnded({ turn, wishes, learned }: Start): Effect[] | null {
  const { state } = turn;
  const speaksUp =
    learned ||
    wishes.question !== null ||
    wishes.person ||
    wishes.isAi ||
    wishes.deletion ||
    wishes.legalAdvice ||
    wishes.topics.length + wishes.asides.length + wishes.offers.length > 0 ||
    wishes.intends ||
    wishes.changedMind ||
    wishes.homes !== null ||
    wishes.misunderstood ||
    (state.ended !== 'abuse' && (wishes.situation !== 'none' || wishes.complains)) ||
    ((wishes.greeting || wishes.callsOut) && reopens.has(state.ended ?? ''));
  if (state.ended !== null && !speaksUp) {
    const parts =
      (wishes.thanks || wishes.goodbye) && (state.ended === 'answers-complete' || state.ended === 'nurture');
    if (parts) return close(turn, emptyReply(turn, wishes), 'goodbye');
    const isParted = state.ended === 'abuse' || state.ended === 'goodbye';
    if (wishes.thanks && !isParted && noteTold(turn, 'thanked'))
      return finishReply(turn, emptyReply(turn, wishes), say(turn, 'closing', endTalkTexts.closing));
    // What they say after the end is for the team, and is not met with silence.
    if (wishes.tellsMore && state.ended !== 'abuse') {
      return finishReply(turn, emptyReply(turn, wishes), say(turn, 'alsoTold', mannersTexts.alsoTold));
    }
    return state.mode === 'bot' ? wait(turn, state.ended) : [];
  }
  state.ended = null;
  return null;
}

function noteLegalMatter({ turn, wishes }: Plan): null {
  if (wishes.legalAdvice || wishes.legalMention) tellTeam(turn, 'legal-sensitive', 'Speaks of a legal matter', 2);
  return null;
}

function takeDeletion({ turn, reply, wishes, heard }: Plan): Effect[] | null {
  if (!wishes.deletion) return null;
  const message = deletionAsked(heard.map((one) => one.message));
  if (message) openDeletionRequest(turn, message);
  turn.state.at = 'DELETION_ASKED';
  return endWith(turn, reply, 'deletion', rightsTexts.deletion, 'data-deletion', answerByWords(turn));
}

function takeWishForPerson({ turn, reply, wishes, heard }: Plan): Effect[] | null {
  if (!wishes.person) return null;
  // What is no matter of a home is for that person.
  if (!asksOfHomes(heard)) reply.question = null;
  return [...finishReply(turn, reply, askForPerson(turn, reply)), ...wait(turn, 'asked-for-person')];
}

function leaveLegalAdvice({ turn, reply, wishes }: Plan): Effect[] | null {
  if (!wishes.legalAdvice) return null;
  escalate(turn, 'legal-sensitive', 'high');
  return [
    ...finishReply(turn, reply, say(turn, 'legalAdvice', rightsTexts.legalAdvice)),
    ...wait(turn, 'legal-sensitive'),
  ];
}

function tellWaiting({ turn, reply, wishes, learned }: Plan): Effect[] | null {
  const isWaiting = turn.state.escalation === 'requested' && !learned;
  if (!isWaiting || !(wishes.asksHowLong || (wishes.callsOut && wishes.question === null))) return null;
  reply.question = null;
  return [
    ...finishReply(turn, reply, say(turn, 'stillWaiting', identityTexts.stillWaiting)),
    ...wait(turn, 'asked-for-person'),
  ];
}

function answerMatters({ turn, reply, wishes }: Plan): null {
  answerTopics(turn, reply, wishes);
  if (wishes.asksWhy) reply.after.push(say(turn, 'whyAsked', remarkTexts.whyAsked));
  reply.after.push(...answerAsides(turn, wishes.asides, reply.opening.length > 0));
  return null;
}

/** Who complains of calls, or stands at a door, is not asked what they would like to buy. */
function holdQuestions({ turn, reply, wishes, learned }: Plan): Effect[] | null {
  if (learned || wishes.question !== null || !wishes.topics.some((topic) => notTheTime.has(topic))) return null;
  turn.state.asked = null;
  return finishReply(turn, reply, '');
}

function endKindly({ turn, reply, wishes, learned }: Plan): Effect[] | null {
  const isOver = wishes.changedMind || (wishes.boughtOne && turn.state.bot !== 'seller');
  return isOver && (!learned || wishes.leaves) && wishes.question === null ? close(turn, reply, 'changed-mind') : null;
}

function partKindly({ turn, reply, wishes, learned }: Plan): Effect[] | null {
  const { state } = turn;
  const nothingNew = !learned && wishes.question === null && !wishes.isAi && reply.after.length === 0;
  // "In two years maybe. Bye" tells a time, and ends the talk all the same.
  const leaves = wishes.leaves && wishes.question === null && !turn.calendar && turn.choice === null;
  if ((nothingNew || leaves) && wishes.goodbye) return close(turn, reply, 'goodbye');
  // Who has not said in two tries what brings them here, and thanks, came for something else.
  const cameForOther = state.asked?.question === 'intent' && state.asked.times >= 2;
  const settled = state.asked === null || state.at === 'CONFIRMED' || hasTime(state) || cameForOther;
  return nothingNew && wishes.thanks && settled && !wishes.asksSomething ? close(turn, reply, 'goodbye') : null;
}
