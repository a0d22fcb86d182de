import { speaksOfOpenHouse } from '../../reading/home/readHomeAsks.ts';
import { readDay } from '../../reading/time/readDay.ts';
import { readTimeOfDay } from '../../reading/time/readTimeOfDay.ts';
import { newsWords } from '../booking/applyCalendarEvent.ts';
import { settleByHand, tellPath } from '../booking/settle.ts';
import { machineOf } from '../flows/machines.ts';
import { isOfForm, isToldByPage, passedOverAllowed } from '../flows/mayAsk.ts';
import { passTimeOn, scheduleMove, visitQuestion } from '../flows/scheduling.ts';
import { handOver, mayHandOver } from '../handoff/handOver.ts';
import { handoffConfidence } from '../handoff/handoffConfidence.ts';
import { labelBeforeHandOver } from '../handoff/label.ts';
import { mayGoUnsaid } from '../say/acknowledge.ts';
import { bookingTexts } from '../say/bookingTexts.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { finishReply, type Reply, wait } from '../say/reply.ts';
import { conductTexts, mostRepresentedAsks, representedQuestion } from '../say/situationTexts.ts';
import { whenWords } from '../say/whenWords.ts';
import { isGentle } from '../state/gentle.ts';
import type { Effect } from '../state/protocol.ts';
import { decline, isOpen, languageOf, type Move, type StepContext, say } from '../state/stepContext.ts';
import { callBackMove, canBeReached, declineContact } from '../track/contact.ts';
import { lookForHomes, wantsGoneHome } from '../track/homes.ts';
import { confirmMove } from '../track/returning.ts';
import { type Intents, mergeIntents } from '../understand/intents.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import { unheardWords } from '../understand/unheard.ts';
import { browse, finish, giveUp, mostInVain } from './endTalk.ts';
import { endCircle, endLongTalk } from './longTalk.ts';
import { beginReply, carry, type Plan } from './plan.ts';
import { missesAllowed, putQuestion } from './putQuestion.ts';
import { remark } from './remark.ts';
import { repairMisunderstanding } from './situations.ts';

/** A visitor who leaves it open twice is asked no more. */
const nudgeFrom = 2;
const answersBeforeVisit = 1;
/** Asked on behalf of a visitor who wants to see a home that is gone. */
const stillForSale = { en: 'Is it still for sale?', es: '¿Sigue a la venta?' } as const;

/** Tells the outcome of a search, a choice or an appointment, and what comes next, without waiting for a message of the visitor. */
export function tellCalendar(turn: StepContext): Effect[] {
  const { state } = turn;
  const nobody = mergeIntents([], { personAsked: false, isAsked: false, onPage: false });
  const isReminder = turn.news.length > 0 && turn.news.every(({ kind }) => kind === 'reminder');
  if (isReminder) {
    const { lastReplyAt } = state.talk;
    const spoken = finishReply(turn, beginReply(turn, nobody), newsWords(turn).join(' '));
    // People do not answer a reminder at once, so its delay must not count as their speed.
    state.talk = { ...state.talk, lastReplyAt };
    return spoken;
  }
  state.ended = null;
  return carryOn(turn, beginReply(turn, nobody), nobody, { learned: true, missed: false });
}

/** The normal turn: note what was missed, ask what comes next. */
export function goOn({ turn, reply, intents, learned, readings }: Plan): Effect[] {
  const { state } = turn;
  const stood = state.asked;
  const asked = stood?.question ?? null;
  // A visitor who takes a time back has neither passed over the question nor refused it.
  const takesBack = turn.takenBack !== '';
  const missed = asked !== null && stood !== null && !takesBack && !answered(turn, asked) && turn.filled.length === 0;
  const choosing = asked === 'slot' && state.booking.offer !== null;
  if (choosing && !learned && isInVain(intents, reply) && readings.some(mayBeChoice)) turn.missedChoice = true;
  if (turn.choice?.kind === 'other') turn.missedChoice = true;
  const byHand = settleByHand(turn, reply);
  if (byHand) return byHand;
  const isOver =
    asked !== null && !takesBack && !answered(turn, asked) && (isOfForm(asked) || turn.filled.length === 0);
  if (isOver && passesOver(turn, intents, readings)) state.passedOver += 1;
  else if (turn.filled.length > 0) state.passedOver = 0;
  if (missed && !turn.switched && isInVain(intents, reply)) state.asked = { ...stood, misses: stood.misses + 1 };
  if (missed && !choosing && (intents.refusal || (state.asked?.misses ?? 0) >= missesAllowed)) {
    const refusal = intents.refusal ? readings.at(-1)?.message : undefined;
    if (asked === 'contact') declineContact(turn, refusal);
    else if (asked === 'callNumber') decline(turn, 'phone', refusal);
    else if (asked !== 'showingAlone') decline(turn, asked, refusal);
  }

  const plain = !learned && !intents.unsure && !intents.refusal && !intents.thanks && !intents.goodbye;
  if (plain && intents.misunderstood && intents.question === null && (asked !== null || state.repairs > 0)) {
    const handed = repairMisunderstanding(turn, reply);
    if (handed) return handed;
  }
  const gave =
    learned ||
    choosing ||
    reply.after.length > 0 ||
    reply.nice !== '' ||
    turn.switched ||
    intents.homes !== null ||
    intents.question !== null ||
    intents.isAi ||
    intents.refusal ||
    intents.thanks ||
    (intents.greeting && state.visitorMessages === 1);
  const isWaitedFor = asked !== null || state.passedOver >= passedOverAllowed;
  if (gave) state.vagueStreak = 0;
  else if (isWaitedFor) state.vagueStreak += 1;
  if (state.vagueStreak >= mostInVain) return giveUp(turn, reply);
  const long = endLongTalk(turn, reply);
  if (long) return long;

  // Where no model read it, a longer message that tells nothing of the form is of something else.
  const isOther =
    !intents.isReadByModel &&
    !(takesBack || turn.switched || intents.asksWhy || intents.refusal || intents.unsure || intents.greeting) &&
    !turn.filled.some(isOfForm) &&
    // A name and a number leave nothing over.
    !(['name', 'phone', 'email'].some((slot) => turn.changed.includes(slot)) && unheardWords(turn, readings) === 0) &&
    readings.some(({ message }) => message.text.split(/\s+/).length >= severalWords);
  const isLong = readings.some(({ message }) => message.text.split(/\s+/).length >= manyWords);
  // Part of it was taken up, and more was said.
  const isHalfHeard =
    learned && !intents.greeting && intents.question === null && unheardWords(turn, readings) >= manyUnheard;
  const rest = isHalfHeard ? readings.map(({ message }) => message.written ?? message.text).join('\n') : null;
  return carryOn(turn, reply, intents, { learned, missed, isOther, isLong, rest });
}
const ofShowings: ReadonlySet<string> = new Set(['slot', 'showing', 'showingAlone']);
const severalWords = 5;
const manyUnheard = 8;
const manyWords = 12;

/** The remarks beside the answers, then the next step. */
function carryOn(
  turn: StepContext,
  reply: Reply,
  intents: Intents,
  {
    learned,
    missed,
    isOther = false,
    isLong = false,
    rest = null,
  }: { learned: boolean; missed: boolean; isOther?: boolean; isLong?: boolean; rest?: string | null },
): Effect[] {
  const { state } = turn;
  reply.after.push(...[turn.takenBack, ...newsWords(turn), ...tellPath(turn)].filter((piece) => piece !== ''));
  if (turn.kept && state.booking.appointment !== null)
    reply.after.push(say(turn, 'stays', bookingTexts.stays, whenWords(turn, state.booking.appointment)));
  const from = state.bot;
  const isGone = wantsGoneHome(turn);
  const next = advance(turn, intents);
  // No time is asked for before they have heard that it is gone and seen homes like it.
  const move: Move = isGone ? { kind: 'rest', at: 'BROWSING' } : next;
  if (isGone) reply.question ??= stillForSale[languageOf(state)];
  const circles = turn.blocked === 'circle' ? endCircle(turn, reply) : null;
  if (circles) return circles;
  // The visitor told one bot of their sale: say that the purchase is another matter before asking about it.
  const bridges = from !== 'lead' && state.bot !== from;
  reply.homes = lookForHomes(turn, intents, move) ?? reply.homes ?? null;
  if (turn.changed.includes('homes')) {
    turn.effects.push({ kind: 'tag', add: ['Needs-Attention'], remove: [] });
    reply.after.push(say(turn, 'manyHomes', conductTexts.manyHomes));
  }
  if (reply.nice === '' && !isGone) reply.nice = remark(turn, intents, learned, missed, move);
  // A time that was called off is named beside anything else.
  const isToBeSaid =
    intents.howAreYou ||
    tellsLoss(turn) ||
    reachChanged(turn) ||
    turn.changed.includes('name') ||
    turn.calledOff !== null;
  if (reply.after.length > 0 && !isToBeSaid) reply.nice = '';
  if (bridges && state.bot === 'buyer') reply.after.push(say(turn, 'nowBuying', remarkTexts.nowBuying));
  if (bridges && state.bot === 'seller') reply.after.push(say(turn, 'nowSelling', remarkTexts.nowSelling));
  const passed = passTimeOn(turn);
  if (rest !== null && reply.after.length === 0) reply.after.push(say(turn, 'restTold', remarkTexts.restTold));
  if (passed) {
    reply.after.push(passed);
    // The remark about the day would say it twice.
    if (!turn.filled.includes('name') && !reachChanged(turn)) reply.nice = '';
  }
  // A rough idea helps with a sum or a time, not with "buying or selling?".
  const isChoice = move.kind === 'ask' && (move.question.id === 'intent' || move.question.id === 'first');
  if (state.vagueStreak >= nudgeFrom && move.kind === 'ask' && !isChoice && !intents.tells) {
    reply.nudge = say(turn, 'nudge', remarkTexts.nudge);
    reply.nice = '';
  }
  if (move.kind === 'do') return perform(turn, reply, move, intents);
  if (move.kind === 'ask' && turn.calledOff === 'cancelled' && intents.question === null) {
    // After a cancellation the next question waits for their next message.
    state.asked = null;
    return finishReply(turn, reply, '');
  }
  if (move.kind === 'ask') {
    state.at = move.at;
    // Words that were heard and fill nothing are answered before anything else is asked.
    const isPassedBy = isOther || (!learned && intents.tellsFirst);
    // "Buying or selling?" is asked after a few words, and not of somebody who has told what they came for.
    const mayAskSide = move.question.id === 'intent' && !isLong;
    const unwilling = intents.unwilling || (isPassedBy && !mayAskSide);
    putQuestion(turn, reply, move.question, { ...intents, unwilling });
    if (reply.ask !== '' && learned && intents.closes.length === 0 && mayGoUnsaid(turn)) reply.nice = '';
    // Nothing is asked any more: a visitor who does not know yet hears that it can wait.
    if (
      reply.ask === '' &&
      reply.nice === '' &&
      intents.unsure &&
      intents.question === null &&
      reply.after.length === 0
    )
      reply.nice = say(turn, 'declined', remarkTexts.declined);
    // Asking about a time again says nothing of the rest of what they wrote.
    const isUnasked = reply.ask === '' || ofShowings.has(move.question.id);
    const isLeftOut = isOther && isUnasked && reply.after.length === 0 && !isAnsweredBeside(intents, reply);
    // Words that no rule read and no question follows go to a person, and are told so.
    const isTold = turn.acts.some(({ said }) => said.text === 'told');
    if (isLeftOut && !isTold) reply.after.push(say(turn, 'told', remarkTexts.told));
    return [...finishReply(turn, reply, ''), ...(passed ? wait(turn, 'appointment-wanted') : [])];
  }
  state.asked = null;
  if (move.kind === 'rest')
    return browse(turn, reply, move.at, intents, { tellsOther: isOther && !(intents.thanks || intents.goodbye) });
  return finish(turn, reply, intents);
}

/** A question of theirs is answered, homes are shown, or they thanked or took leave. */
const isAnsweredBeside = (intents: Intents, reply: Reply): boolean =>
  reply.question !== null ||
  (reply.homes ?? null) !== null ||
  intents.question !== null ||
  intents.thanks ||
  intents.goodbye ||
  intents.closes.length > 0;

/** Performs a move. One that says nothing has to be done before anything is said, and the reply waits for its outcome. */
function perform(turn: StepContext, reply: Reply, move: Move & { kind: 'do' }, intents: Intents): Effect[] {
  const { state } = turn;
  state.at = move.at;
  if (move.question === null) state.asked = null;
  else putQuestion(turn, reply, move.question, intents);
  if (move.says !== '') return [...finishReply(turn, reply, move.says), ...move.effects];
  carry(turn, reply);
  return move.effects;
}

const answered = (turn: StepContext, slot: string): boolean =>
  turn.filled.includes(slot) || (slot === 'contact' && canBeReached(turn)) || !isOpen(turn.state, slot);

/**
 * True when the visitor said something else instead of an answer. Hesitation, or words that nobody understood, do not count: the
 * question is asked again.
 */
function passesOver({ switched }: StepContext, intents: Intents, readings: readonly MessageReading[]): boolean {
  if (intents.unsure || intents.isUnread || intents.asksWhy || intents.isAi || intents.callsOut || switched)
    return false;
  if (intents.asides.length > 0 || intents.misunderstood) return false;
  return !readings.some(({ understood }) => understood === null || understood.acts.some((act) => engages.has(act)));
}
const engages: ReadonlySet<string> = new Set(['answers', 'agrees', 'refuses', 'corrects', 'unclear']);

/**
 * True for a message that is neither an answer nor a matter of its own. A visitor who asks, greets, calls out or objects has not
 * passed over the question.
 */
const isInVain = (intents: Intents, reply: Reply): boolean =>
  intents.question === null &&
  intents.homes === null &&
  !(intents.isAi || intents.callsOut || intents.thanks || intents.howAreYou || intents.greeting || intents.opinion) &&
  reply.after.length === 0;

const reachChanged = ({ changed }: StepContext): boolean => changed.includes('contactBy') || changed.includes('limits');

const choiceWords = 6;
/** Words that may have been meant for the times on the screen: a few, or a day or an hour. */
const mayBeChoice = ({ message: { text } }: MessageReading): boolean =>
  text.split(/\s+/).length <= choiceWords || readDay(text) !== null || readTimeOfDay(text) !== null;

/** True when the reason that they just gave is a loss: it is met with a word of sympathy, whatever else is said. */
const tellsLoss = (turn: StepContext): boolean =>
  turn.changed.includes('motivation') &&
  ['inherited', 'divorce', 'financial'].includes(String(turn.state.slots.motivation?.value));

/**
 * A visitor on the page of a home is asked once whether they would like to see it, and is not asked about themselves. One answer of ours
 * comes first, and the question never follows a refusal, a complaint, trouble or a question about the open house.
 */
function pageMove(turn: StepContext, move: Move, intents: Intents): Move {
  if (move.kind !== 'ask' || !isToldByPage(turn, move.question.id)) return move;
  const { state, pack } = turn;
  const isForSale = pack.listing?.status === 'active';
  const isWelcome =
    !isGentle(state.situation) &&
    !state.told.includes('asked-for-person') &&
    !(intents.unwilling || intents.refusal || intents.complains || intents.abuse || intents.situation !== 'none') &&
    // Other homes were asked for, not this one.
    intents.homes === null &&
    !speaksOfOpenHouse(intents.question ?? '');
  const maySuggest =
    isForSale &&
    isWelcome &&
    intents.question !== null &&
    state.booking.appointment === null &&
    isOpen(state, 'visit') &&
    state.said['q:visit'] === undefined &&
    state.quietReplies >= answersBeforeVisit;
  return maySuggest ? { kind: 'ask', question: visitQuestion, at: move.at } : { kind: 'rest', at: 'BROWSING' };
}

/** Follows hand-overs until there is something to ask or to say. Each bot hands over at most once in a turn. */
function advance(turn: StepContext, intents: Intents): Move {
  const { state } = turn;
  const stands = state.asked?.question === 'represented' && intents.question !== null;
  const mayAskAgain = !stands && (state.said['q:represented'] ?? 0) < mostRepresentedAsks;
  if (state.told.includes('has-agent') && isOpen(state, 'represented') && mayAskAgain)
    return { kind: 'ask', question: representedQuestion, at: 'ASK_REPRESENTED' };
  const own = confirmMove(turn) ?? callBackMove(turn);
  if (own) return own;
  for (let hops = 0; hops < 3; hops++) {
    const move = pageMove(turn, machineOf(turn.state.bot).next(turn), intents);
    if (move.kind !== 'hand-over') return move;
    const { to } = move;
    const confidence = handoffConfidence(turn.state, to);
    // Blocked: the present bot goes on with what it has left.
    if (!mayHandOver(turn, to, confidence)) return scheduleMove(turn) ?? { kind: 'finish' };
    labelBeforeHandOver(turn);
    handOver(turn, to, confidence >= 0.8 ? 'they said so' : 'it seems likely', 'bot');
  }
  return { kind: 'finish' };
}
