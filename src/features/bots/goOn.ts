import { speaksOfOpenHouse } from '../reading/readHomeAsks.ts';
import { bookingTexts } from './booking/bookingTexts.ts';
import { settleByHand, tellPath } from './booking/settle.ts';
import { newsWords } from './booking/takeCalendar.ts';
import { whenWords } from './booking/whenWords.ts';
import { labelBeforeHandOver } from './conclude.ts';
import { callBackMove, canBeReached, declineContact } from './contact.ts';
import { browse, finish, giveUp, mostInVain } from './endTalk.ts';
import { isGentle } from './gentle.ts';
import { handOver, mayHandOver } from './handOver.ts';
import type { Heard } from './hear.ts';
import { lookForHomes } from './homes.ts';
import { endCircle, endLongTalk } from './longTalk.ts';
import { machineOf } from './machines.ts';
import { isOfForm, isToldByPage, passedOverAllowed } from './mayAsk.ts';
import { emptyReply, type Plan } from './plan.ts';
import type { Effect } from './protocol.ts';
import { missesAllowed, putQuestion } from './putQuestion.ts';
import { remark } from './remark.ts';
import { remarkTexts } from './remarkTexts.ts';
import { finishReply, type Reply, wait } from './reply.ts';
import { confirmMove } from './returning.ts';
import { passOn, scheduleMove, visitQuestion } from './scheduling.ts';
import { mend } from './situations.ts';
import { conductTexts, representedQuestion } from './situationTexts.ts';
import { decline, isOpen, type Move, say, type Turn } from './turn.ts';
import { type Wishes, wishesOf } from './wishes.ts';

const nudgeFrom = 2;
const answersBeforeVisit = 1;

/** What became of a search, a choice or an appointment, and what comes next: said without being spoken to. */
export function tellCalendar(turn: Turn): Effect[] {
  const { state } = turn;
  const nobody = wishesOf([], { personAsked: false, isAsked: false });
  const isReminder = turn.news.length > 0 && turn.news.every(({ kind }) => kind === 'reminder');
  if (isReminder) {
    const { lastReplyAt } = state.talk;
    const spoken = finishReply(turn, emptyReply(turn, nobody), newsWords(turn).join(' '));
    // Nobody answers a reminder right away: it says nothing about how quick they are.
    state.talk = { ...state.talk, lastReplyAt };
    return spoken;
  }
  state.ended = null;
  return carryOn(turn, emptyReply(turn, nobody), nobody, { learned: true, missed: false });
}

/** The normal turn: note what was missed, ask what comes next. */
export function goOn({ turn, reply, wishes, learned, heard }: Plan): Effect[] {
  const { state } = turn;
  const stood = state.asked;
  const asked = stood?.question ?? null;
  // Who puts right what we took wrongly has passed over nothing, and refuses nothing.
  const setsRight = turn.takenBack !== '';
  const missed = asked !== null && stood !== null && !setsRight && !answered(turn, asked) && turn.filled.length === 0;
  const choosing = asked === 'slot' && state.booking.offer !== null;
  if (choosing && !learned && isInVain(wishes, reply)) turn.missedChoice = true;
  if (turn.choice?.kind === 'other') turn.missedChoice = true;
  const byHand = settleByHand(turn, reply);
  if (byHand) return byHand;
  const isOver =
    asked !== null && !setsRight && !answered(turn, asked) && (isOfForm(asked) || turn.filled.length === 0);
  if (isOver && passesOver(turn, wishes, heard)) state.passedOver += 1;
  else if (turn.filled.length > 0) state.passedOver = 0;
  if (missed && !turn.switched && isInVain(wishes, reply)) state.asked = { ...stood, misses: stood.misses + 1 };
  if (missed && !choosing && (wishes.refusal || (state.asked?.misses ?? 0) >= missesAllowed)) {
    const refusal = wishes.refusal ? heard.at(-1)?.message : undefined;
    if (asked === 'contact') declineContact(turn, refusal);
    else if (asked === 'callNumber') decline(turn, 'phone', refusal);
    else if (asked !== 'showingAlone') decline(turn, asked, refusal);
  }

  const plain = !learned && !wishes.unsure && !wishes.refusal && !wishes.thanks && !wishes.goodbye;
  if (plain && wishes.misunderstood && wishes.question === null && (asked !== null || state.repairs > 0)) {
    const handed = mend(turn, reply);
    if (handed) return handed;
  }
  const gave =
    learned ||
    choosing ||
    reply.after.length > 0 ||
    reply.nice !== '' ||
    turn.switched ||
    wishes.homes !== null ||
    wishes.question !== null ||
    wishes.isAi ||
    wishes.refusal ||
    wishes.thanks ||
    (wishes.greeting && state.visitorMessages === 1);
  const isWaitedFor = asked !== null || state.passedOver >= passedOverAllowed;
  if (gave) state.vagueStreak = 0;
  else if (isWaitedFor) state.vagueStreak += 1;
  if (state.vagueStreak >= mostInVain) return giveUp(turn, reply);
  const long = endLongTalk(turn, reply);
  if (long) return long;

  return carryOn(turn, reply, wishes, { learned, missed });
}

/** What there is to say beside the answers, then what comes next. */
function carryOn(
  turn: Turn,
  reply: Reply,
  wishes: Wishes,
  { learned, missed }: { learned: boolean; missed: boolean },
): Effect[] {
  const { state } = turn;
  reply.after.push(...[turn.takenBack, ...newsWords(turn), ...tellPath(turn)].filter((piece) => piece !== ''));
  if (turn.kept && state.booking.appointment !== null)
    reply.after.push(say(turn, 'stays', bookingTexts.stays, whenWords(turn, state.booking.appointment)));
  const from = state.bot;
  const move = advance(turn, wishes);
  const circles = turn.blocked === 'circle' ? endCircle(turn, reply) : null;
  if (circles) return circles;
  // Who told one bot of their sale is not asked about a purchase as if it were the same thing.
  const bridges = from !== 'lead' && state.bot !== from;
  reply.homes = lookForHomes(turn, wishes, move);
  if (turn.changed.includes('homes')) {
    turn.effects.push({ kind: 'tag', add: ['Needs-Attention'], remove: [] });
    reply.after.push(say(turn, 'manyHomes', conductTexts.manyHomes));
  }
  if (reply.nice === '') reply.nice = remark(turn, wishes, learned, missed, move);
  if (reply.after.length > 0 && !wishes.howAreYou && !mourns(turn)) reply.nice = '';
  if (bridges && state.bot === 'buyer') reply.after.push(say(turn, 'nowBuying', remarkTexts.nowBuying));
  if (bridges && state.bot === 'seller') reply.after.push(say(turn, 'nowSelling', remarkTexts.nowSelling));
  const passed = passOn(turn);
  if (passed) {
    reply.after.push(passed);
    // The remark about the day would say it twice.
    if (!turn.filled.includes('name')) reply.nice = '';
  }
  // A rough idea helps with a sum or a time, not with "buying or selling?".
  const isChoice = move.kind === 'ask' && (move.question.id === 'intent' || move.question.id === 'first');
  if (state.vagueStreak >= nudgeFrom && move.kind === 'ask' && !isChoice && !wishes.tells) {
    reply.nudge = say(turn, 'nudge', remarkTexts.nudge);
    reply.nice = '';
  }
  if (move.kind === 'do') return act(turn, reply, move, wishes);
  if (move.kind === 'ask' && turn.calledOff === 'cancelled' && wishes.question === null && turn.changed.length === 0) {
    // Who calls something off is not asked the next thing in the same breath.
    state.asked = null;
    return finishReply(turn, reply, '');
  }
  if (move.kind === 'ask') {
    state.at = move.at;
    putQuestion(turn, reply, move.question, wishes);
    // Nothing is asked any more: who does not know yet hears that it can wait.
    if (reply.ask === '' && reply.nice === '' && wishes.unsure)
      reply.nice = say(turn, 'declined', remarkTexts.declined);
    return [...finishReply(turn, reply, ''), ...(passed ? wait(turn, 'appointment-wanted') : [])];
  }
  state.asked = null;
  if (move.kind === 'rest') return browse(turn, reply, move.at, wishes);
  return finish(turn, reply, wishes);
}

/** What is to be done before more can be said. Where nothing else is to be said, the answer waits for it too. */
function act(turn: Turn, reply: Reply, move: Move & { kind: 'do' }, wishes: Wishes): Effect[] {
  const { state } = turn;
  state.at = move.at;
  const speaks =
    move.says !== '' ||
    reply.question !== null ||
    (reply.homes ?? null) !== null ||
    [...reply.opening, ...reply.after].some((piece) => piece !== '') ||
    mourns(turn) ||
    turn.changed.includes('phone') ||
    turn.changed.includes('email');
  if (!speaks) {
    state.asked = null;
    return move.effects;
  }
  if (move.question === null) state.asked = null;
  else putQuestion(turn, reply, move.question, wishes);
  return [...finishReply(turn, reply, move.says === '' ? (move.aside?.() ?? '') : move.says), ...move.effects];
}

const answered = (turn: Turn, slot: string): boolean =>
  turn.filled.includes(slot) || (slot === 'contact' && canBeReached(turn)) || !isOpen(turn.state, slot);

/** They said something else instead. Who hesitates, or was not understood, is asked again. */
function passesOver({ switched }: Turn, wishes: Wishes, heard: readonly Heard[]): boolean {
  if (wishes.unsure || wishes.isUnread || wishes.asksWhy || wishes.isAi || wishes.callsOut || switched) return false;
  if (wishes.asides.length > 0 || wishes.misunderstood) return false;
  return !heard.some(({ reading }) => reading === null || reading.acts.some((act) => takesUp.has(act)));
}
const takesUp: ReadonlySet<string> = new Set(['answers', 'agrees', 'refuses', 'corrects', 'unclear']);

/** Neither an answer nor a matter of its own: whoever asks, greets, calls out or objects has not passed over the question. */
const isInVain = (wishes: Wishes, reply: Reply): boolean =>
  wishes.question === null &&
  wishes.homes === null &&
  !(wishes.isAi || wishes.callsOut || wishes.thanks || wishes.howAreYou || wishes.greeting || wishes.opinion) &&
  reply.after.length === 0;

/** A loss is met with a word of sympathy, whatever else is said. */
const mourns = (turn: Turn): boolean =>
  turn.changed.includes('motivation') &&
  ['inherited', 'divorce', 'financial'].includes(String(turn.state.slots.motivation?.value));

/**
 * Who reads the page of a home is asked, once, whether they would like to see it, and not what they would tell of themselves. One answer
 * comes first, and it never follows a refusal, a complaint, trouble or a question about the open house.
 */
function pageMove(turn: Turn, move: Move, wishes: Wishes): Move {
  if (move.kind !== 'ask' || !isToldByPage(turn, move.question.id)) return move;
  const { state, pack } = turn;
  const isForSale = pack.listing?.status === 'active';
  const isWelcome =
    !isGentle(state.situation) &&
    !(wishes.unwilling || wishes.refusal || wishes.complains || wishes.abuse || wishes.situation !== 'none') &&
    // Other homes were asked for, not this one.
    wishes.homes === null &&
    !speaksOfOpenHouse(wishes.question ?? '');
  const maySuggest =
    isForSale &&
    isWelcome &&
    isOpen(state, 'visit') &&
    state.said['q:visit'] === undefined &&
    state.quietReplies >= answersBeforeVisit;
  return maySuggest ? { kind: 'ask', question: visitQuestion, at: move.at } : { kind: 'rest', at: 'BROWSING' };
}

/** Follows hand-overs until there is something to ask or to say. Each bot hands over at most once in a turn. */
function advance(turn: Turn, wishes: Wishes): Move {
  const { state } = turn;
  if (state.told.includes('has-agent') && isOpen(state, 'represented'))
    return { kind: 'ask', question: representedQuestion, at: 'ASK_REPRESENTED' };
  const own = confirmMove(turn) ?? callBackMove(turn);
  if (own) return own;
  for (let hops = 0; hops < 3; hops++) {
    const move = pageMove(turn, machineOf(turn.state.bot).next(turn), wishes);
    if (move.kind !== 'hand-over') return move;
    const { to, confidence } = move;
    // Blocked: the present bot goes on with what it has left.
    if (!mayHandOver(turn, to, confidence)) return scheduleMove(turn) ?? { kind: 'finish' };
    labelBeforeHandOver(turn);
    handOver(turn, to, confidence >= 0.8 ? 'said so' : 'seems so', 'bot');
  }
  return { kind: 'finish' };
}
