import { type Heard, hear } from './hear.ts';
import { hearTime } from './hearTime.ts';
import { fill, type Turn } from './turn.ts';

const mostWords = 5;
const mostChars = 300;

/**
 * "i want", "to see it", "tomorrow": pieces of one sentence, sent one by one, mean together what none of them does. Takes from the
 * whole what no piece gave: a question, and the wish to see the home with its time. What the pieces said by themselves stands.
 */
export function hearTogether(turn: Turn, heard: readonly Heard[]): void {
  if (heard.length < 2) return;
  const last = heard.at(-1);
  const pieces = heard.map(({ message }) => message.text.trim());
  if (last === undefined) return;
  const isBroken = pieces.every((piece) => piece.split(/\s+/).length <= mostWords && !/[.!]$/.test(piece));
  const text = pieces.join(' ');
  if (!isBroken || text.length > mostChars) return;
  if (heard.some(({ question, requests, aside }) => question !== null || requests.viewing || aside !== null)) return;
  const whole = hear({ ...last.message, text }, null, turn.at, { names: turn.pack.areas });
  last.question = whole.question;
  if (whole.topic !== null && heard.every(({ topic }) => topic === null)) last.topic = whole.topic;
  if (!whole.requests.viewing || turn.state.mode === 'human') return;
  last.requests = { ...last.requests, viewing: true };
  fill(turn, 'visit', 'viewing', last.message, { start: 0, end: last.message.text.length });
  // Now that a time is wanted, the pieces that name one are heard as such.
  for (const one of heard) hearTime(turn, one);
}
