import type { Channel } from '../reading/readChannelWish.ts';
import { agreesOutright } from '../reading/readYesNo.ts';
import { allMessagesQuestion } from './contactTexts.ts';
import type { Plan } from './plan.ts';
import type { Effect, VisitorMessage } from './protocol.ts';
import { putQuestion } from './putQuestion.ts';
import { remarkTexts } from './remarkTexts.ts';
import { finishReply } from './reply.ts';
import { noteTold, say, type Turn } from './turn.ts';

const told: Readonly<Record<Channel, string>> = {
  call: 'Wants no calls.',
  text: 'Wants no texts.',
  email: 'Wants no e-mails.',
};

/** Questions to which "no calls" is the answer. */
const ofReach: ReadonlySet<string> = new Set(['contact', 'callNumber', 'mayCall', 'bestTime']);

/** What is said of ways that somebody rules out. */
export const closedWords = (turn: Turn, closed: readonly Channel[]): string =>
  closed.includes('call')
    ? say(turn, 'noCalls', remarkTexts.noCalls)
    : closed.includes('email')
      ? say(turn, 'noEmails', remarkTexts.noEmails)
      : '';

/** Whether a message says yes to `allMessages`, and so opts out. */
export const stopsAll = ({ choiceId, text }: VisitorMessage, asked: string | null): boolean =>
  asked === allMessagesQuestion.id && (choiceId === 'stop' || agreesOutright(text));

/**
 * "No calls", "I don't need e-mails": the way is closed at once, the team can read it, and where they say nothing else they are asked,
 * once, whether they want to hear nothing at all. Texts alone are an opt-out, and never come here.
 */
export function closeChannels({ turn, reply, wishes, learned }: Plan): Effect[] | null {
  const { state } = turn;
  const asked = state.asked?.question ?? null;
  if (asked === allMessagesQuestion.id) {
    state.asked = null;
    const isAll = learned || wishes.question !== null || wishes.person || !wishes.saysYesOrNo;
    return isAll ? null : finishReply(turn, reply, say(turn, 'keepsWriting', remarkTexts.keepsWriting));
  }
  for (const channel of wishes.closes)
    if (noteTold(turn, `closed:${channel}`)) turn.effects.push({ kind: 'note', text: told[channel] });
  const goesOn = learned || wishes.question !== null || wishes.person || ofReach.has(asked ?? '');
  if (wishes.closes.length === 0 || goesOn || !noteTold(turn, 'all-messages-asked')) return null;
  reply.nice = closedWords(turn, wishes.closes);
  putQuestion(turn, reply, allMessagesQuestion, wishes);
  return finishReply(turn, reply, '');
}
