import { fill, type StepContext } from '../state/stepContext.ts';
import { type MessageReading, readMessage } from '../understand/readMessage.ts';
import { trackTime } from './trackTime.ts';

const mostWords = 5;
const mostChars = 300;

/**
 * Reads several short messages as one sentence ("i want", "to see it", "tomorrow"), and takes from the whole what no piece gave by
 * itself: a question, and the wish to see the home with its time. Facts that the pieces gave by themselves stand.
 */
export function trackFragments(turn: StepContext, readings: readonly MessageReading[]): void {
  if (readings.length < 2) return;
  const last = readings.at(-1);
  const pieces = readings.map(({ message }) => message.text.trim());
  if (last === undefined) return;
  const isBroken = pieces.every((piece) => piece.split(/\s+/).length <= mostWords && !/[.!]$/.test(piece));
  const text = pieces.join(' ');
  if (!isBroken || text.length > mostChars) return;
  if (readings.some(({ question, requests, aside }) => question !== null || requests.viewing || aside !== null)) return;
  const whole = readMessage({ ...last.message, text }, null, turn.at, { names: turn.pack.areas });
  last.question = whole.question;
  if (whole.topic !== null && readings.every(({ topic }) => topic === null)) last.topic = whole.topic;
  if (!whole.requests.viewing || turn.state.mode === 'human') return;
  last.requests = { ...last.requests, viewing: true };
  fill(turn, 'visit', 'viewing', last.message);
  // Now that a time is wanted, the pieces that name one are read as such.
  for (const one of readings) trackTime(turn, one);
}
