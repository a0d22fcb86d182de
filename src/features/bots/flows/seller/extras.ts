import type { SpeechAct } from '../../../reading/dialogue/readSpeechAct.ts';
import { readOwed } from '../../../reading/numbers/readOwed.ts';
import { wishesForSum } from '../../../reading/numbers/readOwnSum.ts';
import { readWhoDecides } from '../../../reading/person/readWhoDecides.ts';
import type { BotState } from '../../state/protocol.ts';
import type { Question } from '../../state/question.ts';
import { answerOf, fill, isOpen, type Move, type StepContext } from '../../state/stepContext.ts';
import { canBeReached } from '../../track/contact.ts';
import { chosenValue, type MessageReading } from '../../understand/readMessage.ts';

/** Questions that help a listing agent to come prepared, beyond the facts that make a seller hot. */
const repairsQuestion: Question = {
  id: 'repairs',
  wordings: {
    en: [
      'So the team comes prepared, what repairs does the home need?',
      'What would need to be repaired, as far as you know?',
      'What repairs come to mind, so the team knows before you talk?',
    ],
    es: [
      'Para que el equipo llegue preparado, ¿qué arreglos necesita la casa?',
      '¿Qué habría que reparar, que usted sepa?',
      '¿Qué arreglos se le ocurren, para que el equipo lo sepa antes?',
    ],
  },
};
const authorityQuestion: Question = {
  id: 'authority',
  wordings: {
    en: [
      'Does anyone else have to agree to the sale?',
      'Does anyone decide on the sale with you?',
      'Is it just you deciding, or does someone else have to agree?',
    ],
    es: [
      '¿Alguien más tiene que aceptar la venta?',
      '¿Hay alguien que decida la venta con usted?',
      '¿Lo decide usted, o alguien más tiene que aceptar?',
    ],
  },
  choices: [
    { id: 'shared', label: { en: 'Yes, someone else too', es: 'Sí, alguien más' }, value: 'shared' },
    { id: 'alone', label: { en: 'No, I decide', es: 'No, decido yo' }, value: 'alone' },
  ],
};
export const extraQuestions: readonly Question[] = [repairsQuestion, authorityQuestion];

const wordsKept = 200;

/**
 * The next of these questions; null when none is left. They are asked only once a time to talk is booked and the seller can be
 * reached, so that they never delay the booking. Each is asked once.
 */
export function extraMove(turn: StepContext): Move | null {
  const { state } = turn;
  if (!isTalkArranged(state) || !canBeReached(turn)) return null;
  const question = extraQuestions.find(
    ({ id }) => isOpen(state, id) && state.said[`q:${id}`] === undefined && (id !== 'repairs' || needsRepairs(state)),
  );
  return question ? { kind: 'ask', question, at: state.booking.appointment === null ? 'CONFIRMED' : 'BOOKED' } : null;
}

const isTalkArranged = (state: BotState): boolean =>
  state.booking.appointment !== null ||
  (state.told.includes('appointment-wanted') && answerOf(state, 'day') !== undefined);

const needsRepairs = (state: BotState): boolean => {
  const condition = answerOf(state, 'condition');
  return condition === 'needs_work' || condition === 'major_repairs';
};

/**
 * Reads a message that answers one of these questions; true when nothing else is to be read in it. Sums beside repairs are the cost
 * of the work, not the price of the home, unless they are wished for or owed.
 */
export function trackExtra(turn: StepContext, reading: MessageReading): boolean {
  const { asked, message } = reading;
  const { text } = message;
  if (asked === 'authority') {
    const chosen = chosenValue(reading, authorityQuestion);
    const said = chosen === null ? readWhoDecides(text) : { value: chosen.value, start: 0, end: text.length };
    if (said === null || !isAnswer(reading)) return false;
    fill(turn, 'authority', said.value, message, said);
    return false;
  }
  if (asked !== 'repairs' || !tells(reading) || wishesForSum(text) || readOwed(text).balance) return false;
  fill(turn, 'repairs', text.slice(0, wordsKept).trim(), message, { start: 0, end: Math.min(text.length, wordsKept) });
  return true;
}

/** No question, no thanks, no goodbye, no "not sure", no wish of another kind. */
const isAnswer = ({ act, question, requests, topic, message }: MessageReading): boolean =>
  question === null &&
  topic === null &&
  !message.text.trimEnd().endsWith('?') &&
  !(requests.refusal || requests.unsure || requests.goodbye || requests.viewing || requests.call || requests.person) &&
  !notAnswers.has(act);
const notAnswers: ReadonlySet<SpeechAct> = new Set(['greeting', 'how-are-you', 'thanks', 'goodbye', 'appointment']);

/** Says something of the home, not only yes or no. */
const tells = (reading: MessageReading): boolean =>
  isAnswer(reading) && reading.act !== 'yes' && reading.act !== 'agree';
