import { readYesNo } from '../reading/readYesNo.ts';
import { acknowledge } from './acknowledge.ts';
import type { Heard } from './hear.ts';
import { machineOf } from './machines.ts';
import type { Effect, ReplyPart } from './protocol.ts';
import type { Question, Wordings } from './question.ts';
import { canBeReached, passOn, timeWanted } from './scheduling.ts';
import { texts } from './texts.ts';
import { decline, isOpen, languageOf, type Move, say, type Turn, tellTeam } from './turn.ts';

/** A message stays within two text segments; what is nice but not needed is left out first. */
export const hardCapChars = 320;
const nudgeFrom = 2;
const giveUpAt = 5;
const missesAllowed = 2;

/** What the visitor's unanswered messages add up to. */
interface Wishes {
  question: string | null;
  person: boolean;
  isAi: boolean;
  deletion: boolean;
  legalAdvice: boolean;
  legalMention: boolean;
  changedMind: boolean;
  goodbye: boolean;
  thanks: boolean;
  greeting: boolean;
  refusal: boolean;
  unsure: boolean;
  visit: boolean;
  howAreYou: boolean;
  saysYesOrNo: boolean;
  asksSomething: boolean;
}

/** The pieces of one reply, in the order in which they are said. `nice` pieces go first when it gets too long. */
interface Reply {
  opening: string[];
  nice: string;
  question: string | null;
  after: string[];
  nudge: string;
  ask: string;
  choices: Question | null;
}

/** Answers the messages in one reply, says what stands next, and falls silent honestly when there is nothing more to say. */
export function converse(turn: Turn, heard: Heard[], personAsked: boolean): Effect[] {
  const { state } = turn;
  const wishes = wishesOf(heard, personAsked);
  const learned = turn.filled.some((slot) => slot !== 'visit') || wishes.visit || turn.calledOff !== null;
  const speaksUp =
    learned || wishes.question !== null || wishes.person || wishes.isAi || wishes.deletion || wishes.legalAdvice;
  if (state.ended !== null && !speaksUp) return state.mode === 'bot' ? wait(turn, state.ended) : [];
  state.ended = null;

  const reply: Reply = {
    opening: opening(turn, wishes),
    nice: '',
    question: wishes.question,
    after: [],
    nudge: '',
    ask: '',
    choices: null,
  };
  if (wishes.legalAdvice || wishes.legalMention) tellTeam(turn, 'legal-sensitive', 'Speaks of a legal matter', 2);
  if (wishes.person) return [...finishReply(turn, reply, askForPerson(turn)), ...wait(turn, 'asked-for-person')];
  if (wishes.deletion) {
    tellTeam(turn, 'data-deletion', 'Asks to have personal data deleted', 1);
    return [...finishReply(turn, reply, say(turn, 'deletion', texts.deletion)), ...wait(turn, 'data-deletion')];
  }
  if (wishes.legalAdvice) {
    return [...finishReply(turn, reply, say(turn, 'legalAdvice', texts.legalAdvice)), ...wait(turn, 'legal-sensitive')];
  }
  if (wishes.changedMind && !learned && wishes.question === null)
    return close(turn, reply, 'changed-mind', 'changedMind', texts.changedMind);
  const nothingNew = !learned && wishes.question === null && !wishes.isAi;
  if (nothingNew && wishes.goodbye) return close(turn, reply, 'goodbye', 'closing', texts.closing);
  const settled = state.asked === null || state.at === 'CONFIRMED' || state.told.includes('appointment-wanted');
  if (nothingNew && wishes.thanks && settled && !wishes.asksSomething) {
    return close(turn, reply, 'goodbye', 'closing', texts.closing);
  }
  return goOn(turn, reply, wishes, learned);
}

function wishesOf(heard: Heard[], personAsked: boolean): Wishes {
  const some = (test: (one: Heard) => boolean) => heard.some(test);
  const questions = heard.map(({ question }) => question).filter((question) => question !== null);
  return {
    question: questions.length > 0 ? questions.join(' ').slice(0, 600) : null,
    person: personAsked || some(({ requests }) => requests.person),
    isAi: some(({ requests }) => requests.isAi),
    deletion: some(({ requests }) => requests.deletion),
    legalAdvice: some(({ requests }) => requests.legal === 'advice'),
    legalMention: some(({ requests }) => requests.legal === 'mention'),
    changedMind: some(({ requests }) => requests.changedMind),
    goodbye: some(({ requests }) => requests.goodbye),
    thanks: some(({ requests }) => requests.thanks),
    greeting: some(({ requests }) => requests.greeting),
    refusal: some(({ requests }) => requests.refusal),
    unsure: some(({ requests }) => requests.unsure),
    visit: some(({ requests }) => requests.viewing || requests.call),
    saysYesOrNo: some(({ message }) => readYesNo(message.text) !== null),
    asksSomething: some(({ message }) => message.text.includes('?')),
    howAreYou: some(({ message }) => /\b(?:how are you|how's it going|c[oó]mo est[aá])/i.test(message.text)),
  };
}

function opening(turn: Turn, wishes: Wishes): string[] {
  const { state } = turn;
  const pieces: string[] = [];
  if (!state.disclosed) {
    const again = state.said.disclosure !== undefined;
    pieces.push(
      again ? say(turn, 'disclosureAgain', texts.disclosureAgain) : say(turn, 'disclosure', texts.disclosure),
    );
    state.disclosed = true;
    if (!again) return pieces;
  }
  if (wishes.isAi) pieces.push(say(turn, 'isAi', texts.isAi));
  return pieces;
}

function askForPerson(turn: Turn): string {
  const first = tellTeam(turn, 'asked-for-person', 'Would like to talk to a person', 1);
  return first ? say(turn, 'person', texts.person) : say(turn, 'personAgain', texts.personAgain);
}

/** The normal turn: note what was missed, ask what comes next. */
function goOn(turn: Turn, reply: Reply, wishes: Wishes, learned: boolean): Effect[] {
  const { state } = turn;
  const stood = state.asked;
  const asked = stood?.question ?? null;
  const missed = asked !== null && stood !== null && !answered(turn, asked) && turn.changed.length === 0;
  const declined =
    missed && (wishes.refusal || (stood.times >= missesAllowed && wishes.question === null && !wishes.isAi));
  if (declined) decline(turn, asked);

  const gave =
    learned ||
    wishes.question !== null ||
    wishes.isAi ||
    wishes.refusal ||
    wishes.thanks ||
    (wishes.greeting && state.visitorMessages === 1);
  state.vagueStreak = gave || asked === null ? 0 : state.vagueStreak + 1;
  if (state.vagueStreak >= giveUpAt) return giveUp(turn, reply);

  const move = advance(turn);
  reply.nice = remark(turn, wishes, learned, missed, move);
  const passed = passOn(turn);
  if (passed) {
    reply.after.push(passed);
    // The remark about the day would say it twice.
    if (!turn.filled.includes('name')) reply.nice = '';
  }
  if (state.vagueStreak >= nudgeFrom) {
    reply.nudge = say(turn, 'nudge', texts.nudge);
    reply.nice = '';
  }
  if (move.kind === 'ask') {
    state.at = move.at;
    putQuestion(turn, reply, move.question, wishes.question !== null);
    return [...finishReply(turn, reply, ''), ...(passed ? wait(turn, 'appointment-wanted') : [])];
  }
  state.asked = null;
  if (move.kind === 'rest') return browse(turn, reply, move.at, wishes);
  return finish(turn, reply, wishes);
}

const answered = (turn: Turn, slot: string): boolean =>
  turn.filled.includes(slot) || (slot === 'contact' && canBeReached(turn)) || !isOpen(turn.state, slot);

/** Follows hand-overs until there is something to ask or to say. Each bot hands over at most once in a turn. */
function advance(turn: Turn): Move {
  for (let hops = 0; hops < 3; hops++) {
    const move = machineOf(turn.state.bot).next(turn);
    if (move.kind !== 'hand-over') return move;
    const from = turn.state.bot;
    turn.state.bot = move.to;
    turn.state.at = 'QUALIFY';
    turn.effects.push({
      kind: 'tag',
      add: [tagOf[move.to], `Handoff-${nameOf(from)}-to-${nameOf(move.to)}`],
      remove: [tagOf[from]],
    });
  }
  return { kind: 'finish' };
}

const tagOf = { lead: 'Needs Qualifying', buyer: 'Buyer-Lead', seller: 'Seller-Lead' } as const;
const nameOf = (bot: string): string => bot.charAt(0).toUpperCase() + bot.slice(1);

function remark(turn: Turn, wishes: Wishes, learned: boolean, missed: boolean, move: Move): string {
  const { state } = turn;
  if (turn.filled.includes('intent') && state.slots.intent?.value === 'rent') return say(turn, 'rent', texts.rent);
  if (turn.calledOff !== null) return say(turn, turn.calledOff, texts[turn.calledOff]);
  if (wishes.howAreYou) return say(turn, 'howAreYou', texts.howAreYou);
  if (learned) return move.kind === 'rest' && turn.changed.includes('intent') ? '' : acknowledge(turn);
  if (wishes.refusal) return say(turn, 'declined', texts.declined);
  if (wishes.thanks) return say(turn, 'welcome', texts.welcome);
  if (state.visitorMessages <= 1 || wishes.question !== null || wishes.isAi) return '';
  if (wishes.greeting) return say(turn, 'here', texts.here);
  return missed && !wishes.unsure && !wishes.saysYesOrNo ? say(turn, 'didNotGet', texts.didNotGet) : '';
}

/** Asks, in other words than the last time. Somebody who asks questions of their own is not asked the same a third time. */
function putQuestion(turn: Turn, reply: Reply, question: Question, visitorAsks: boolean): void {
  const { state } = turn;
  const stood = state.asked?.question === question.id ? state.asked.times : 0;
  if (visitorAsks && stood >= missesAllowed) {
    if (state.lastText === '') reply.ask = say(turn, 'more', texts.more);
    return;
  }
  reply.ask = say(turn, `q:${question.id}`, question.wordings);
  reply.choices = question;
  state.asked = { question: question.id, times: stood + 1 };
}

function browse(turn: Turn, reply: Reply, at: string, wishes: Wishes): Effect[] {
  const first = turn.state.at !== at;
  turn.state.at = at;
  if (first) reply.after.push(say(turn, 'browse', texts.browse));
  else if (wishes.question !== null) {
    if (turn.state.lastText === '') reply.ask = say(turn, 'more', texts.more);
  } else if (!wishes.isAi && !turn.filled.some((slot) => slot !== 'intent'))
    return close(turn, reply, 'just-looking', 'closing', texts.closing);
  return finishReply(turn, reply, '');
}

function finish(turn: Turn, reply: Reply, wishes: Wishes): Effect[] {
  const { state } = turn;
  state.at = 'DONE';
  const first = !state.told.includes('answers-complete');
  if (first) {
    const time = timeWanted(turn);
    tellTeam(turn, 'answers-complete', time ? `All questions asked; prefers ${time}` : 'All questions asked', 3);
    reply.after.push(say(turn, 'finished', texts.finished));
  } else if (wishes.question !== null) {
    if (state.lastText === '') reply.ask = say(turn, 'more', texts.more);
  } else if (reply.nice === '' && reply.after.length === 0) reply.nice = say(turn, 'here', texts.here);
  const effects = [...finishReply(turn, reply, ''), ...wait(turn, 'answers-complete')];
  state.ended = 'answers-complete';
  return effects;
}

function giveUp(turn: Turn, reply: Reply): Effect[] {
  turn.state.vagueStreak = 0;
  tellTeam(turn, 'no-progress', 'Five messages without an answer; the bot has stopped asking', 3);
  turn.effects.push({ kind: 'tag', add: ['Objection-Exhausted', 'Human-Follow-Up-Needed', 'AI-Off'], remove: [] });
  turn.state.at = 'EXHAUSTED';
  return end(turn, finishReply(turn, reply, say(turn, 'exhausted', texts.exhausted)), 'no-progress');
}

function close(turn: Turn, reply: Reply, reason: string, key: string, wordings: Wordings): Effect[] {
  const time = timeWanted(turn);
  // A time half agreed on is not lost when the visitor leaves.
  if (time !== null && !turn.state.told.includes('appointment-wanted')) {
    tellTeam(turn, 'appointment-wanted', `Left after naming a time: ${time}`, 2);
  }
  turn.state.at = reason === 'changed-mind' ? 'CLOSED_LOST' : 'DONE';
  return end(turn, finishReply(turn, reply, say(turn, key, wordings)), reason);
}

function end(turn: Turn, effects: Effect[], reason: string): Effect[] {
  turn.state.asked = null;
  turn.state.ended = reason;
  turn.state.vagueStreak = 0;
  return [...effects, ...wait(turn, reason)];
}

/** Appended before the bot falls silent, or while a person owes something; once, until somebody changes the mode. */
function wait(turn: Turn, reason: string): Effect[] {
  if (turn.state.mode === 'waiting') return [];
  turn.state.mode = 'waiting';
  return [{ kind: 'wait', reason }];
}

/** Puts the pieces together within the cap, notes that the visitor is answered. */
function finishReply(turn: Turn, reply: Reply, statement: string): Effect[] {
  const { state } = turn;
  const needed = [...reply.opening, ...reply.after, statement, reply.ask].filter((piece) => piece !== '');
  let left = hardCapChars - needed.join(' ').length;
  const keep = (piece: string): string => {
    if (piece === '' || piece.length + 1 > left) return '';
    left -= piece.length + 1;
    return piece;
  };
  const nice = keep(reply.nice);
  const nudge = keep(reply.nudge);
  const head = [...reply.opening, nice].filter((piece) => piece !== '').join(' ');
  const tail = [...reply.after, nudge, statement, reply.ask].filter((piece) => piece !== '').join(' ');
  const parts: ReplyPart[] = [];
  if (reply.question !== null) {
    if (head !== '') parts.push({ kind: 'text', text: head });
    parts.push({ kind: 'answer', question: reply.question });
    if (tail !== '') parts.push({ kind: 'text', text: tail });
  } else if (head === '' && tail === '') parts.push({ kind: 'text', text: say(turn, 'here', texts.here) });
  else parts.push({ kind: 'text', text: [head, tail].filter((piece) => piece !== '').join(' ') });
  state.lastText = parts
    .map((part) => (part.kind === 'text' ? part.text : ''))
    .join(' ')
    .trim();
  state.unansweredSeq = null;
  state.pending = [];
  const language = languageOf(state);
  const choices = reply.choices?.choices?.map(({ id, label }) => ({ id, label: label[language] }));
  return [{ kind: 'reply', parts, ...(choices ? { choices } : {}) }];
}
