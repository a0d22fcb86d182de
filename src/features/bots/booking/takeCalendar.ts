import { noticeToGive } from '../servicesNotice.ts';
import { answerOf, say, type Turn } from '../turn.ts';
import { bookingTexts, unrepresentedNote } from './bookingTexts.ts';
import type { Booked, CalendarHappening, CalendarNews } from './model.ts';
import { whenWords } from './whenWords.ts';

/** Takes in what became of a search, a choice or an appointment. What is to be said of it waits in `turn.news`. */
export function takeCalendar(turn: Turn, happening: CalendarHappening): void {
  const { state } = turn;
  const tell = (news: CalendarNews): void => {
    turn.news = [...turn.news, news];
  };
  turn.calendar = true;
  switch (happening.kind) {
    case 'times-found': {
      const { kind, seq, ...found } = happening;
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
      tell({ kind: happening.ranOut === true ? 'ran-out' : 'gone' });
      return;
    case 'reminder-due': {
      const { appointment } = state.booking;
      if (appointment?.appointmentId === happening.appointmentId) tell({ kind: 'reminder', appointment });
      return;
    }
    case 'appointment-changed':
      takeChange(turn, happening, tell);
  }
}

function takeChange(
  turn: Turn,
  happening: CalendarHappening & { kind: 'appointment-changed' },
  tell: (news: CalendarNews) => void,
): void {
  const { state } = turn;
  const { appointmentId, startsAt, meeting } = happening;
  const of = happening.home === undefined ? {} : { home: happening.home };
  const appointment: Booked = { appointmentId, startsAt, meeting, with: happening.with, ...of };
  switch (happening.state) {
    case 'held':
      state.booking = { ...state.booking, held: { appointmentId, startsAt, meeting } };
      return;
    case 'failed':
      state.booking = { ...state.booking, held: null, offer: null };
      // Nobody else had it: the time that it was kept free is over.
      tell({ kind: happening.by === 'system' ? 'ran-out' : 'lost' });
      return;
    case 'cancelled':
      // What the bot itself cancelled it has said already.
      if (happening.by === 'bot' || state.booking.appointment?.appointmentId !== appointmentId) return;
      state.booking = { ...state.booking, appointment: null, moving: false };
      turn.effects.push({ kind: 'unflag', flag: 'appointment-booked' });
      tell({ kind: 'cancelled-by-team', appointment });
      return;
    case 'booked':
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
      tellOfBooking(turn, appointment);
      tell({ kind: 'booked', appointment });
  }
}

/** For the team: an alert, a flag on the row, and what to know before it. */
function tellOfBooking(turn: Turn, booked: Booked): void {
  const what = booked.meeting === 'viewing' ? 'Showing' : 'Call';
  const reason = `${what} booked: ${whenWords(turn, booked, 'en')}`;
  turn.effects.push(
    { kind: 'alert', alert: 'appointment-booked', reason, priority: 2 },
    { kind: 'flag', flag: 'appointment-booked', reason },
    { kind: 'tag', add: ['Appointment-Set', 'Auto-Booked'], remove: ['Needs Qualifying'] },
  );
  const isShowing = booked.meeting === 'viewing';
  const isUnrepresented = isShowing && turn.state.slots.showing?.value === 'unrepresented';
  const terms = isUnrepresented ? ` The buyer chose a ${unrepresentedNote}` : '';
  const notice = isShowing && turn.pack.showingsNeedPath === true ? noticeToGive(turn) : '';
  turn.effects.push({ kind: 'note', text: `${reason}.${homeNote(turn, booked)}${terms}${notice}` });
}

/** What a call is about; a showing has said where it is. */
function homeNote({ state, pack }: Turn, { meeting }: Booked): string {
  if (meeting === 'viewing') return '';
  // The page's home is not the one that a seller speaks of.
  const home = state.bot === 'seller' ? answerOf(state, 'address') : pack.listing?.title;
  return typeof home === 'string' ? ` Home: ${home}.` : '';
}

/** What is to be said of it, in the order in which it happened. */
export const newsWords = (turn: Turn): string[] => turn.news.map((news) => wordsOf(turn, news));

function wordsOf(turn: Turn, news: CalendarNews): string {
  switch (news.kind) {
    case 'booked':
      return news.appointment.meeting === 'viewing'
        ? say(turn, 'bookedViewing', bookingTexts.bookedViewing, whenWords(turn, news.appointment))
        : say(turn, 'bookedCall', bookingTexts.bookedCall, whenWords(turn, news.appointment));
    case 'reminder':
      return news.appointment.meeting === 'viewing'
        ? say(turn, 'reminderViewing', bookingTexts.reminderViewing, whenWords(turn, news.appointment))
        : say(turn, 'reminderCall', bookingTexts.reminderCall, whenWords(turn, news.appointment));
    case 'cancelled-by-team':
      return say(turn, 'cancelledByTeam', bookingTexts.cancelledByTeam, whenWords(turn, news.appointment));
    case 'lost':
      return say(turn, 'lost', bookingTexts.lost);
    case 'ran-out':
      return say(turn, 'ranOut', bookingTexts.ranOut);
    case 'gone':
      return say(turn, 'gone', bookingTexts.gone);
    case 'nothing-more':
      return say(turn, 'nothingMore', bookingTexts.nothingMore);
    case 'none-free':
      return say(turn, 'noneFree', bookingTexts.noneFree);
    case 'signed':
      return say(turn, 'signed', bookingTexts.signed);
  }
}
