import { timeLabel } from '../../../kernel/timeLabel.ts';
import { pickedTime } from '../../bots/booking/readSlotChoice.ts';
import { homeWords, meetingWords } from '../../bots/say/whenWords.ts';
import type { BotState } from '../../bots/state/protocol.ts';
import { answerOf, languageOf } from '../../bots/state/stepContext.ts';

/** The state of a visit or a call, and the cards on the screen in their order: facts for a reply, by their id. */
export function standingWords(state: BotState, zone: string): Readonly<Record<string, string>> {
  const booking = bookingWords(state, zone);
  const screen = screenWords(state);
  return { ...(booking === null ? {} : { booking }), ...(screen === null ? {} : { screen }) };
}

/** Null where nobody has spoken of a visit or a call. */
function bookingWords(state: BotState, zone: string): string | null {
  const language = languageOf(state);
  const spanish = language === 'es';
  const { appointment } = state.booking;
  if (appointment !== null) {
    const when = meetingWords(appointment, zone, language);
    const isShowing = appointment.meeting === 'viewing';
    return spanish
      ? `Hay una ${isShowing ? 'visita' : 'llamada'} reservada: ${when}.`
      : `A ${isShowing ? 'showing' : 'call'} is booked: ${when}.`;
  }
  const picked = pickedTime(state);
  if (picked !== null) {
    const when = `${timeLabel(Date.parse(picked.startsAt), zone, language)}${picked.home === undefined ? '' : `, ${homeWords(picked.home)}`}`;
    return spanish
      ? `Todavía no hay nada reservado. La hora elegida es ${when}, y falta la respuesta a la última pregunta.`
      : `Nothing is booked yet. The time that was picked is ${when}, and the last question still needs its answer.`;
  }
  if (typeof answerOf(state, 'visit') !== 'string') return null;
  const wish = ['day', 'timeOfDay'].flatMap((slot) => {
    const value = answerOf(state, slot);
    return typeof value === 'string' ? [value] : [];
  });
  const wished =
    wish.length === 0
      ? ''
      : spanish
        ? ` Lo último que pidió: ${wish.join(', ')}.`
        : ` Asked for last: ${wish.join(', ')}.`;
  return spanish ? `No hay nada reservado.${wished}` : `Nothing is booked.${wished}`;
}

function screenWords(state: BotState): string | null {
  const { shown } = state.homes;
  if (shown.length < 2) return null;
  const list = shown.map(({ title }, at) => `${at + 1}. ${title}`).join('; ');
  return languageOf(state) === 'es' ? `En pantalla, en este orden: ${list}.` : `On the screen, in this order: ${list}.`;
}
