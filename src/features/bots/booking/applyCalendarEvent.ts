import { bookingTexts } from '../say/bookingTexts.ts';
import { noticeToGive } from '../say/servicesNotice.ts';
import { sayMeeting, whenWords } from '../say/whenWords.ts';
import type { Booked, CalendarEvent, CalendarNews } from '../state/bookingState.ts';
import { answerOf, type StepContext, say } from '../state/stepContext.ts';
import { wantMeeting } from './bookMove.ts';

type CalendarChange = CalendarEvent & { kind: 'appointment-changed' };

/** Applies the calendar's answer to a search, a choice or an appointment, and puts the words about it into `turn.news`. */
export function applyCalendarEvent(turn: StepContext, event: CalendarEvent): void {
  const { state } = turn;
  const tell = (news: CalendarNews): void => {
    turn.news = [...turn.news, news];
  };
  turn.calendar = true;
  switch (event.kind) {
    case 'times-found': {
      const { kind, seq, ...found } = event;
      const isNarrow = found.wish.after !== undefined || found.wish.before !== undefined;
      if (found.slots.length > 0) {
        state.booking = { ...state.booking, offer: { ...found, shown: 0, asks: 0 } };
      } else if (isNarrow && state.booking.offer !== null) tell({ kind: 'nothing-more' });
      else {
        state.booking = { ...state.booking, offer: null, byTeam: true };
        tell({ kind: 'none-free' });
      }
      return;
    }
    case 'offer-gone':
      state.booking = { ...state.booking, offer: null };
      tell({ kind: event.ranOut === true ? 'ran-out' : 'gone' });
      return;
    case 'reminder-due': {
      const { appointment } = state.booking;
      if (appointment?.appointmentId === event.appointmentId) tell({ kind: 'reminder', appointment });
      return;
    }
    case 'appointment-changed':
      applyChange(turn, event, tell);
  }
}

function applyChange(turn: StepContext, event: CalendarChange, tell: (news: CalendarNews) => void): void {
  const { state } = turn;
  const { appointmentId, startsAt, meeting } = event;
  const of = event.home === undefined ? {} : { home: event.home };
  const appointment: Booked = { appointmentId, startsAt, meeting, with: event.with, ...of };
  switch (event.state) {
    case 'held':
      wantMeeting(turn, meeting);
      state.booking = { ...state.booking, held: { appointmentId, startsAt, meeting }, chosen: null, pathAsks: 0 };
      return;
    case 'failed':
      state.booking = { ...state.booking, held: null, offer: null };
      // Nobody else had it: the time that it was kept free is over.
      tell({ kind: event.by === 'system' ? 'ran-out' : 'lost' });
      return;
    case 'cancelled':
      // The bot has already said so where it cancelled itself.
      if (event.by === 'bot' || state.booking.appointment?.appointmentId !== appointmentId) return;
      state.booking = { ...state.booking, appointment: null, moving: false };
      turn.effects.push({ kind: 'unflag', flag: 'appointment-booked' });
      tell({ kind: 'cancelled-by-team', appointment });
      return;
    case 'booked': {
      const isMoved = state.booking.appointment?.appointmentId === appointmentId;
      state.booking = {
        ...state.booking,
        offer: null,
        held: null,
        chosen: null,
        appointment,
        moving: false,
        misses: 0,
        searches: 0,
      };
      if (state.told.includes('appointment-wanted')) turn.effects.push({ kind: 'unflag', flag: 'appointment-wanted' });
      state.told = state.told.filter((what) => what !== 'appointment-wanted');
      tellOfBooking(turn, appointment, event.by);
      tell({ kind: isMoved ? 'moved' : 'booked', appointment });
    }
  }
}

/** For the team: an alert where none of them did it, a flag on the row, and what to know before it. */
function tellOfBooking(turn: StepContext, booked: Booked, by: CalendarChange['by']): void {
  const what = booked.meeting === 'viewing' ? 'Showing' : 'Call';
  const reason = `${what} booked: ${whenWords(turn, booked, 'en')}`;
  const isOwn = by === 'staff';
  if (!isOwn) turn.effects.push({ kind: 'alert', alert: 'appointment-booked', reason, priority: 2 });
  turn.effects.push(
    { kind: 'flag', flag: 'appointment-booked', reason },
    {
      kind: 'tag',
      add: isOwn ? ['Appointment-Set'] : ['Appointment-Set', 'Auto-Booked'],
      remove: ['Needs Qualifying'],
    },
  );
  const isShowing = booked.meeting === 'viewing';
  const terms = isShowing ? pathNote(turn) : '';
  const notice = isShowing ? noticeToGive(turn) : '';
  turn.effects.push({ kind: 'note', text: `${reason}.${homeNote(turn, booked)}${terms}${notice}` });
}

/** How the buyer is to be shown the home, as the law requires; where a person booked it first, what is still to be done. */
function pathNote({ state, pack }: StepContext): string {
  const law = pack.law?.showing;
  if (law === undefined || answerOf(state, 'intent') === 'rent' || answerOf(state, 'agreement') === true) return '';
  const isUnrepresented = answerOf(state, 'showing') === 'unrepresented';
  return isUnrepresented ? ` The buyer chose a ${law.withoutRepresentation}` : ` ${law.before}`;
}

/** Names the home that a call is about; for a showing the place was already said. */
function homeNote({ state, pack }: StepContext, { meeting }: Booked): string {
  if (meeting === 'viewing') return '';
  // The page's home is not the one that a seller speaks of.
  const home = state.bot === 'seller' ? answerOf(state, 'address') : pack.listing?.title;
  return typeof home === 'string' ? ` Home: ${home}.` : '';
}

/** The sentences for the calendar news of this turn, in the order in which it happened. */
export const newsWords = (turn: StepContext): string[] => turn.news.map((news) => wordsOf(turn, news));

function wordsOf(turn: StepContext, news: CalendarNews): string {
  switch (news.kind) {
    case 'booked':
    case 'moved':
    case 'reminder':
      return sayMeeting(turn, news.kind, news.appointment);
    case 'cancelled-by-team':
      return say(turn, 'cancelledByTeam', bookingTexts.cancelledByTeam, whenWords(turn, news.appointment));
    default: {
      const key = newsTexts[news.kind];
      return say(turn, key, bookingTexts[key]);
    }
  }
}

const newsTexts = {
  lost: 'lost',
  'ran-out': 'ranOut',
  gone: 'gone',
  'nothing-more': 'nothingMore',
  'none-free': 'noneFree',
  signed: 'signed',
} as const;
