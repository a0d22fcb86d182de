import { agreesOutright } from '../../reading/dialogue/readYesNo.ts';
import type { Channel } from '../../reading/optOut/readChannelWish.ts';
import { allMessagesQuestion } from '../say/contactTexts.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { finishReply } from '../say/reply.ts';
import type { Effect, VisitorMessage } from '../state/protocol.ts';
import { answerOf, noteTold, type StepContext, say } from '../state/stepContext.ts';
import type { Plan } from './plan.ts';
import { putQuestion } from './putQuestion.ts';

const told: Readonly<Record<Channel, string>> = {
  call: 'Doesn’t want calls.',
  text: 'Doesn’t want texts.',
  email: 'Doesn’t want emails.',
};

/** Questions to which "no calls" is the answer. */
const ofReach: ReadonlySet<string> = new Set(['contact', 'callNumber', 'mayCall', 'bestTime']);

/** Confirms the channels that the visitor ruled out. */
export const closedWords = (turn: StepContext, closed: readonly Channel[]): string =>
  closed.includes('call')
    ? say(turn, 'noCalls', remarkTexts.noCalls)
    : closed.includes('email')
      ? say(turn, 'noEmails', remarkTexts.noEmails)
      : '';

const saysYes = /^\W*(?:yes|yeah|yep|yup|s[ií])(?!\p{L})/iu;

/**
 * Whether a message says yes to `allMessages`, and so opts out. "Ok, thanks" only takes note of what was said before the question. The
 * button needs no reading of its own: its words are an opt-out whenever they come.
 */
export const stopsAll = ({ text }: VisitorMessage, asked: string | null): boolean =>
  asked === allMessagesQuestion.id && saysYes.test(text) && agreesOutright(text);

/**
 * "No calls", "I don't need emails": the way is closed at once, the team can read it, and where they say nothing else they are asked,
 * once, whether they want no messages at all. Texts alone are an opt-out, and never come here.
 */
export function closeChannels({ turn, reply, intents, learned }: Plan): Effect[] | null {
  const { state } = turn;
  const asked = state.asked?.question ?? null;
  if (asked === allMessagesQuestion.id) {
    state.asked = null;
    const isAll = learned || intents.question !== null || intents.person || !intents.saysYesOrNo;
    return isAll ? null : finishReply(turn, reply, say(turn, 'keepsWriting', remarkTexts.keepsWriting));
  }
  for (const channel of intents.closes)
    if (noteTold(turn, `closed:${channel}`)) turn.effects.push({ kind: 'note', text: told[channel] });
  const goesOn =
    learned ||
    answerOf(state, 'contactBy') !== undefined ||
    intents.question !== null ||
    intents.person ||
    ofReach.has(asked ?? '');
  if (intents.closes.length === 0 || goesOn || !noteTold(turn, 'all-messages-asked')) return null;
  reply.nice = closedWords(turn, intents.closes);
  putQuestion(turn, reply, allMessagesQuestion, intents);
  return finishReply(turn, reply, '');
}
