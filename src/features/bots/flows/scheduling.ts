import { bookMove, isByTeam } from '../booking/bookMove.ts';
import { cannotBeCalled, letCallGo } from '../booking/numberToCall.ts';
import { leavePickToTeam } from '../booking/settle.ts';
import { homeToShow } from '../booking/whichHome.ts';
import { contactQuestions } from '../say/contactTexts.ts';
import { timeWanted } from '../say/timeWanted.ts';
import { hasPick } from '../state/bookingState.ts';
import { isGentle } from '../state/gentle.ts';
import type { Question, Wordings } from '../state/question.ts';
import { answerOf, isOpen, type Move, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';
import { contactMove, emailMove } from '../track/contact.ts';

/** Finding a time to talk: morning or afternoon, the day, a way to be reached. The same for all three bots. */
const timeQuestion: Question = {
  id: 'timeOfDay',
  wordings: {
    en: [
      'Would a morning or an afternoon work better for you?',
      'What time of day is good for you, morning or afternoon?',
      'Which is easier for you, mornings or afternoons?',
    ],
    es: [
      '¿Le queda mejor por la mañana o por la tarde?',
      '¿Qué horario le conviene, por la mañana o por la tarde?',
      '¿Qué se le hace más fácil, las mañanas o las tardes?',
    ],
  },
  choices: [
    { id: 'morning', label: { en: 'Morning', es: 'Por la mañana' }, value: 'morning' },
    { id: 'afternoon', label: { en: 'Afternoon', es: 'Por la tarde' }, value: 'afternoon' },
  ],
};
/** For a visitor who did not ask for a time: says what it would be for. */
export const callTimeQuestion: Question = {
  ...timeQuestion,
  wordings: {
    en: [
      'For a short call with the team, would a morning or an afternoon work better for you?',
      'When could the team call you, mornings or afternoons?',
      'Is a morning or an afternoon better for a call with the team?',
    ],
    es: [
      'Para una llamada corta con el equipo, ¿le queda mejor por la mañana o por la tarde?',
      '¿Cuándo podría llamarle el equipo, por la mañana o por la tarde?',
      '¿Para una llamada con el equipo es mejor la mañana o la tarde?',
    ],
  },
};
const dayQuestion: Question = {
  id: 'day',
  wordings: {
    en: [
      'Which day works for you, this week or next?',
      'What day would be good?',
      'Is there a day that works best for you?',
    ],
    es: ['¿Qué día le conviene, esta semana o la próxima?', '¿Qué día le quedaría bien?', '¿Hay un día que prefiera?'],
  },
};
/** To somebody on the page of a home. */
export const visitQuestion: Question = {
  id: 'visit',
  wordings: {
    en: [
      'Would you like to see it this week?',
      'Want to come by and see it?',
      'Want me to find a time for you to see it?',
    ],
    es: ['¿Le gustaría verla esta semana?', '¿Quiere venir a verla?', '¿Quiere que busque una hora para verla?'],
  },
  choices: [
    { id: 'yes', label: { en: 'Yes, please', es: 'Sí, por favor' }, value: 'viewing' },
    { id: 'no', label: { en: 'Not yet', es: 'Todavía no' }, value: null },
  ],
};
export const schedulingQuestions: Readonly<Record<string, Question>> = {
  timeOfDay: timeQuestion,
  day: dayQuestion,
  ...contactQuestions,
};

/** `{value}` is the time that would suit. */
export const passedOn: Wordings = {
  en: [
    "Thank you, I've passed {value} to the team as the time you'd like.",
    'Got it, {value}. The team will set the exact time with you.',
    "I've told the team that {value} works for you.",
  ],
  es: [
    'Gracias, ya le dije al equipo que prefiere {value}.',
    'Entendido, {value}. El equipo lo tiene y acuerda la hora exacta con usted.',
    'Le dije al equipo que le queda bien {value}.',
  ],
};

/**
 * The next step towards a time to meet or to talk; null when there is none to take. With a calendar it leads to an offer and a
 * booking, otherwise to a wish that the team is told of. `eager`: times are offered to somebody who did not ask for one.
 */
export function scheduleMove(turn: StepContext, eager = false): Move | null {
  const { state } = turn;
  const visit = answerOf(state, 'visit');
  // A visitor who grieves or complains and leaves a number gets a call from the team, and no list of times.
  if (visit === undefined && isGentle(state.situation)) return contactMove(turn);
  if (visit !== 'viewing' && state.situation === 'anger' && !hasTimeAtHand(turn)) return contactMove(turn);
  if (visit !== 'viewing' && state.booking.appointment === null && rathersNoCall(state))
    return hasPick(state.booking) ? letCallGo(turn) : contactMove(turn);
  if (visit !== 'viewing' && state.booking.appointment === null && cannotBeCalled(turn))
    return (visit === 'call' ? letCallGo(turn) : null) ?? emailMove(turn);
  const question = visit === undefined ? callTimeQuestion : timeQuestion;
  if (!isByTeam(turn)) {
    const move = bookMove(turn, eager);
    if (move === 'ask-time') return { kind: 'ask', question, at: 'ASK_TIME' };
    if (move === 'ask-day') return { kind: 'ask', question: dayQuestion, at: 'ASK_DAY' };
    if (move !== null) return move;
    if (!isByTeam(turn)) return state.booking.offer === null ? contactMove(turn) : null;
  }
  leavePickToTeam(turn);
  if (isOpen(state, 'timeOfDay')) return { kind: 'ask', question, at: 'ASK_TIME' };
  if (isOpen(state, 'day')) return { kind: 'ask', question: dayQuestion, at: 'ASK_DAY' };
  return contactMove(turn);
}

/** A time stands, is on the screen, or was just named: it goes on, whatever they feel. */
const hasTimeAtHand = ({ state: { booking }, filled }: StepContext): boolean =>
  booking.appointment !== null || booking.offer !== null || filled.includes('day') || filled.includes('timeOfDay');

/** Ways to be reached that need no time for a call. */
const writtenTo: ReadonlySet<unknown> = new Set(['text', 'email', 'chat']);
const rathersNoCall = (state: StepContext['state']): boolean =>
  writtenTo.has(answerOf(state, 'contactBy')) || state.closedChannels.includes('call');

/**
 * Once time and day are settled (or not to be had) the team is told, with what is known. A changed wish tells them anew.
 * Gives the sentence for the visitor, or null when there is nothing new.
 */
export function passTimeOn(turn: StepContext): string | null {
  const { state } = turn;
  // A time beside the wish for a person is the person's to keep.
  const waitsForPerson = state.told.includes('asked-for-person') && answerOf(state, 'visit') === undefined;
  if (!(isByTeam(turn) || waitsForPerson) || isOpen(state, 'timeOfDay') || isOpen(state, 'day')) return null;
  const wanted = timeWanted(turn);
  if (wanted === null) return null;
  const changed = turn.changed.includes('day') || turn.changed.includes('timeOfDay');
  if (state.told.includes('appointment-wanted')) {
    if (!changed) return null;
    turn.effects.push({ kind: 'alert', alert: 'appointment-wanted', reason: `Now prefers ${wanted}`, priority: 2 });
    return say(turn, 'passedOn', passedOn, wanted);
  }
  const home = homeToShow(turn);
  const ofHome = home === null || home === 'unclear' ? '' : ` of ${home.title}`;
  const isViewing = answerOf(state, 'visit') === 'viewing';
  const what = isViewing ? `Would like a showing${ofHome}` : 'Would like to talk';
  notifyTeamOnce(turn, 'appointment-wanted', `${what}: ${wanted}`, 2);
  // The team sees to what the law wants before a showing; the bot books nothing.
  const law = turn.pack.law?.showing;
  if (isViewing && law !== undefined) turn.effects.push({ kind: 'note', text: law.before });
  return say(turn, 'passedOn', passedOn, wanted);
}
