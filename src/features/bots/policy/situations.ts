import type { EndReason, NewsKind } from '../../../contract/teamVocabulary.ts';
import type { Stage } from '../../../contract/vocabulary.ts';
import { schoolsOf } from '../../packs/markets.ts';
import type { Topic } from '../../reading/dialogue/readTopic.ts';
import { letPickGo } from '../booking/readSlotChoice.ts';
import { ofPick } from '../booking/settle.ts';
import { acknowledgeSlot } from '../say/acknowledge.ts';
import { describePayment, dollars } from '../say/monthlyPayment.ts';
import { comparisonOffer, objectionTexts, objectionToPerson, talkOffer } from '../say/objectionTexts.ts';
import { end, endWith, finishReply, type Reply, waitWith } from '../say/reply.ts';
import { rightsTexts } from '../say/rightsTexts.ts';
import { bridge, conductTexts, repairTexts, roleTexts } from '../say/situationTexts.ts';
import { lowestTexts, monthlyEstimate, topicTexts } from '../say/topicTexts.ts';
import type { Effect } from '../state/protocol.ts';
import {
  answerOf,
  escalate,
  languageOf,
  noteTold,
  notifyTeamOnce,
  type StepContext,
  say,
} from '../state/stepContext.ts';
import type { Intents } from '../understand/intents.ts';
import { serveAgain } from './optOut.ts';
import type { Plan } from './plan.ts';
import { refer } from './referral.ts';

const insultsAllowed = 2;
/** States in which the bot answers and asks nothing. */
const notQuestioned: Readonly<Partial<Record<Stage, EndReason>>> = {
  OPTED_OUT: 'opted-out',
  REPRESENTED: 'represented',
  NOT_CONSUMER: 'not-a-client',
  MUTED: 'abuse',
  DELETION_ASKED: 'data-deletion',
  HUMAN: 'max-turns',
};
const sellerPrice = new Set<string>([
  'neighbor_comp',
  'anchoring',
  'loss_aversion',
  'improvement_overvalue',
  'pricing_general',
]);

const called = {
  minor: 'somebody under 18',
  professional: 'another agent',
  vendor: 'a vendor',
  'job-seeker': 'a job seeker',
} as const;

/** Answers visitors whom the form is not for: represented by an agent, a colleague, a vendor, an applicant, an abuser. */
export function turnAway({ turn, reply, intents }: Plan): Effect[] | null {
  const { state } = turn;
  if (intents.role === 'represented' && !state.told.includes('has-agent')) {
    const pick = ofPick(turn);
    const also = pick === '' ? '' : `, and picked a showing${pick}`;
    notifyTeamOnce(turn, 'has-agent', `Says they already have an agent${also}`, 3);
  }
  if (answerOf(state, 'represented') === true && turn.filled.includes('represented')) {
    letPickGo(turn);
    state.at = 'REPRESENTED';
    return endWith(turn, reply, 'role:signed', roleTexts['represented-signed'], 'represented');
  }
  const referred = refer(turn, reply, intents);
  if (referred) return referred;
  if (intents.role !== null && intents.role !== 'represented') {
    const isLawyer = intents.role === 'lawyer';
    const what =
      intents.role === 'lawyer'
        ? 'Is writing as someone’s lawyer'
        : `Is writing as ${called[intents.role]}, not as a client`;
    // A lawyer waits for papers, and is promised a person.
    notifyTeamOnce(turn, 'not-a-client', what, isLawyer ? 1 : 3);
    if (isLawyer) escalate(turn, 'not-a-client', 'high');
    if (intents.role === 'minor') {
      noteTold(turn, 'minor');
      letPickGo(turn);
      state.booking = { ...state.booking, offer: null };
    }
    state.at = 'NOT_CONSUMER';
    reply.question = null;
    return endWith(turn, reply, `role:${intents.role}`, roleTexts[intents.role], 'not-a-client');
  }
  if (intents.abuse) {
    state.insults += 1;
    if (state.insults > insultsAllowed) {
      notifyTeamOnce(turn, 'abuse', 'Insults or spam; Jorge has stopped replying', 3);
      state.at = 'MUTED';
      return endWith(turn, reply, 'muted', conductTexts.muted, 'abuse');
    }
    reply.after.push(say(turn, 'insulted', conductTexts.insulted));
  }
  // STOP ends what we send them, and not what they want here.
  const wantsVisit = turn.filled.includes('visit') && answerOf(state, 'visit') === 'viewing';
  const wantsService = wantsVisit || intents.homes !== null || turn.choice !== null || turn.calledOff !== null;
  if (state.at === 'OPTED_OUT' && wantsService) serveAgain(turn);
  const reason = notQuestioned[state.at];
  if (reason === undefined) return null;
  const reached = ['phone', 'email'].find((slot) => turn.changed.includes(slot));
  if (reached !== undefined && reason !== 'opted-out') reply.nice = acknowledgeSlot(turn, reached);
  if (reason === 'represented' && intents.visit) {
    reply.question = null;
    turn.effects.push({ kind: 'note', text: 'Has an agent of their own, and would like to see a home.' });
    return endWith(turn, reply, 'visitByAgent', conductTexts.visitByAgent, reason);
  }
  // Facts may still be asked for; our own questions would be soliciting.
  const statement =
    intents.question !== null
      ? ''
      : reason === 'opted-out'
        ? say(turn, 'stillHere', rightsTexts.stillHere)
        : say(turn, 'bridge', bridge);
  return end(turn, finishReply(turn, reply, statement), reason);
}

/** The matters with an answer of their own. The talk goes on after them. */
export function answerTopics(turn: StepContext, reply: Reply, { topics, asksLowest }: Intents): void {
  for (const topic of topics) {
    if (topic === 'next-steps' && isSettled(turn)) continue;
    reply.after.push(asksLowest && topic === 'offer-advice' ? lowest(turn) : wordsOn(turn, topic));
    const news = newsOf[topic];
    if (news !== undefined) notifyTeamOnce(turn, ...news);
    if (topic === 'exclusion')
      turn.effects.push({ kind: 'tag', add: ['Fair-Housing-Alert', 'Compliance-Review-Needed'], remove: [] });
  }
}

const advice = ['advice-wanted', 'Asks for an opinion on a price or an offer', 2] as const;
/** The matters that the team hears of, in which words, and how urgent they are. */
const newsOf: Readonly<Partial<Record<Topic, readonly [NewsKind, string, number]>>> = {
  exclusion: ['fair-housing', 'Asks for something fair housing law forbids', 1],
  commercial: ['commercial-wanted', 'Asks about commercial space', 3],
  frustrated: ['frustrated', 'Is losing patience with Jorge', 1],
  'unwanted-contact': ['unwanted-contact', 'Complains about unwanted calls or messages', 1],
  'for-the-team': ['for-the-team', 'Needs a person: running late, an appointment, or an emergency', 1],
  'read-along': ['danger-check', 'Worries that somebody else may read this chat', 1],
  vouchers: ['voucher-asked', 'Asks about using a housing voucher for a home', 2],
  'offer-advice': advice,
  'wants-offer': advice,
  valuation: advice,
};

const wordsOn = (turn: StepContext, topic: Topic): string =>
  topic === 'monthly-payment'
    ? payment(turn)
    : say(turn, `topic:${topic}`, topicTexts[topic], schoolsOf(turn.pack)[languageOf(turn.state)]);

/** Answers what the owner would take: only they can say; the price that they ask is on the page. */
function lowest(turn: StepContext): string {
  const { pack, state } = turn;
  const cents = state.homes.about === null ? pack.listing?.priceCents : undefined;
  if (cents === undefined) return say(turn, 'topic:offer-advice', topicTexts['offer-advice']);
  return say(turn, 'lowest', lowestTexts, dollars(cents));
}

function payment(turn: StepContext): string {
  const { pack, state } = turn;
  const budget = answerOf(state, 'budget') as { maxCents: number | null } | undefined;
  const price = pack.listing?.priceCents ?? budget?.maxCents ?? null;
  if (pack.mortgage === undefined || price === null) return say(turn, 'topic:payment', topicTexts['monthly-payment']);
  const estimate = describePayment(price, pack.mortgage, languageOf(state) === 'es');
  return say(turn, 'payment', monthlyEstimate, estimate);
}

const isSettled = ({ state }: StepContext): boolean =>
  state.booking.appointment !== null ||
  state.told.includes('appointment-wanted') ||
  state.told.includes('answers-complete');

/** Once a time is passed on or all is known, "what happens next?" belongs to a person. */
export function bridgeToPerson({ turn, reply, intents }: Plan): Effect[] | null {
  if (!intents.topics.includes('next-steps') || !isSettled(turn)) return null;
  notifyTeamOnce(turn, 'bridged', 'Is waiting for the team after talking with Jorge', 2);
  turn.effects.push({ kind: 'tag', add: ['Human-Follow-Up-Needed', 'AI-Off'], remove: [] });
  turn.state.at = 'HUMAN_BRIDGE';
  return endWith(turn, reply, 'bridge', bridge, 'bridged');
}

/**
 * Meets an objection in three steps: acknowledges it, offers a person's comparison, hands over to a person. Never a number, never
 * the same words.
 */
export function meetObjection({ turn, reply, intents: { objection } }: Plan): Effect[] | null {
  const { state } = turn;
  if (objection === null) return null;
  const level = (state.objections[objection] ?? 0) + 1;
  state.objections = { ...state.objections, [objection]: level };
  state.talk = { ...state.talk, objectionsRaised: state.talk.objectionsRaised + 1 };
  if (level === 1) reply.after.push(say(turn, `objection:${objection}`, objectionTexts[objection]));
  else if (level === 2) {
    const offer = sellerPrice.has(objection) ? comparisonOffer : talkOffer;
    reply.after.push(say(turn, sellerPrice.has(objection) ? 'comparison' : 'talkOffer', offer));
  } else {
    notifyTeamOnce(
      turn,
      `objection:${objection}`,
      `Keeps coming back to the same concern: ${objection.replaceAll('_', ' ')}`,
      2,
    );
    escalate(turn, 'objection', 'normal');
    return waitWith(turn, reply, 'objectionToPerson', objectionToPerson, 'objection');
  }
  return null;
}

/**
 * Repairs a misunderstanding step by step: clarifies, rephrases, offers choices, hands over to a person. Runs only when the turn
 * learned nothing.
 */
export function repairMisunderstanding(turn: StepContext, reply: Reply): Effect[] | null {
  const { state } = turn;
  state.repairs += 1;
  if (state.repairs >= 4) {
    state.repairs = 0;
    notifyTeamOnce(turn, 'misunderstood', 'Jorge and the visitor keep misunderstanding each other', 2);
    escalate(turn, 'misunderstood', 'high');
    turn.effects.push({ kind: 'tag', add: ['Human-Escalation-Needed'], remove: [] });
    state.asked = null;
    return waitWith(turn, reply, 'repair:person', repairTexts.person, 'misunderstood');
  }
  const step = state.repairs === 1 ? 'clarify' : state.repairs === 2 ? 'rephrase' : 'choose';
  reply.nice = say(turn, `repair:${step}`, repairTexts[step]);
  return null;
}
