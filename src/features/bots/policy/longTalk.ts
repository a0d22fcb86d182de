import { recordLabels } from '../../../contract/recordLabels.ts';
import { machineOf } from '../flows/machines.ts';
import { wantedSlots } from '../flows/wantedSlots.ts';
import { dollarsWords } from '../say/acknowledge.ts';
import { end, finishReply, type Reply } from '../say/reply.ts';
import { conductTexts } from '../say/situationTexts.ts';
import type { Effect } from '../state/protocol.ts';
import { answerOf, escalate, isOpen, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';

const mostMessages = 20;
const wordsKept = 200;

/**
 * After twenty messages a person goes on, once, with a summary; Jorge still answers facts. Not where the team has it already, nor in the
 * middle of finding a time.
 */
export function endLongTalk(turn: StepContext, reply: Reply): Effect[] | null {
  const { state } = turn;
  if (state.visitorMessages < mostMessages || state.told.includes('max-turns')) return null;
  const { offer, held, appointment } = state.booking;
  if (offer !== null || held !== null || appointment !== null || state.told.includes('answers-complete')) return null;
  const told = say(turn, 'longTalk', conductTexts.longTalk);
  return passWithSummary(turn, reply, 'max-turns', `Still chatting after ${mostMessages} messages`, told);
}

/**
 * Passes a visitor who goes back and forth between selling and buying more often than the hand-over guard allows to a person: the
 * bot that has them is not the one that they want. Null when they did not just say what they want, or no bot has them yet.
 */
export function endCircle(turn: StepContext, reply: Reply): Effect[] | null {
  const { state } = turn;
  if (!turn.changed.includes('intent') || state.bot === 'lead') return null;
  const wish = answerOf(state, 'intent') === 'sell' ? 'sell' : 'buy';
  const what = `Goes back and forth between buying and selling; now wants to ${wish}`;
  const told = say(turn, 'circles', wish === 'sell' ? conductTexts.circlesToSale : conductTexts.circlesToPurchase);
  return passWithSummary(turn, reply, 'changes-sides', what, told);
}

/** A person goes on: the team is told `what`, with the summary, and the visitor `told`. */
function passWithSummary(
  turn: StepContext,
  reply: Reply,
  reason: 'max-turns' | 'changes-sides',
  what: string,
  told: string,
): Effect[] {
  notifyTeamOnce(turn, reason, what, 2);
  escalate(turn, reason, 'normal');
  turn.effects.push({ kind: 'note', text: summaryOf(turn) });
  turn.effects.push({ kind: 'tag', add: ['Human-Follow-Up-Needed'], remove: [] });
  turn.state.at = 'HUMAN';
  return end(turn, finishReply(turn, reply, told), reason);
}

/** The summary that a person needs to take over: the visitor, what is known, what is open, and the last words. */
export function summaryOf(turn: StepContext): string {
  const { state } = turn;
  const known = Object.keys(state.slots).flatMap((slot) => {
    const value = answerOf(state, slot);
    return value === undefined ? [] : [`${labelOf(slot)}: ${valueWords(turn, value)}`];
  });
  const open = wantedSlots(state, machineOf(state.bot), turn.pack.asks).filter((slot) => isOpen(state, slot));
  return [
    `Summary after ${state.visitorMessages} messages with the ${state.bot} bot.`,
    `Known: ${known.length === 0 ? 'nothing yet' : known.join('; ')}.`,
    `Open: ${open.length === 0 ? 'nothing' : open.map(labelOf).join(', ')}.`,
    `Score: ${state.scored ?? 'none'}${state.temperature === null ? '' : `, ${state.temperature}`}.`,
    ...(state.recent.length === 0 ? [] : [`Last said: “${state.recent.at(-1)?.slice(0, wordsKept)}”`]),
  ].join('\n');
}

const labelOf = (slot: string): string => labels[slot] ?? slot;
/** One of our own words, such as `needs_work`, and no address. */
const ownWord = /^[a-z]+(?:_[a-z]+)+$/;
const labels: Readonly<Record<string, string>> = recordLabels;

function valueWords(turn: StepContext, value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    const { minDays, maxDays } = value as { minDays?: number | null; maxDays?: number | null };
    if (typeof maxDays === 'number') return `within ${maxDays} days`;
    if (typeof minDays === 'number') return `in ${minDays} days or more`;
    return dollarsWords(turn, value) || (Array.isArray(value) ? value.join(', ') : 'as stated');
  }
  if (value === 'none') return 'not yet';
  return value === true
    ? 'yes'
    : value === false
      ? 'no'
      : ownWord.test(String(value))
        ? String(value).replaceAll('_', ' ')
        : String(value);
}
