import { acknowledgeReach, acknowledgeSlot } from '../say/acknowledge.ts';
import { identityTexts } from '../say/identityTexts.ts';
import { introduce } from '../say/introduce.ts';
import type { Reply } from '../say/reply.ts';
import { escalate, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';
import { inviteToLeaveContact } from '../track/contact.ts';
import type { Intents } from '../understand/intents.ts';
import type { MessageReading } from '../understand/readMessage.ts';

/** The input of every rule of one turn: the readings of the messages, and the intents that they add up to. */
export interface Start {
  turn: StepContext;
  intents: Intents;
  readings: MessageReading[];
  /** Something was learned, chosen, or happened. */
  learned: boolean;
}

/** The same, with the reply as far as it has come. */
export interface Plan extends Start {
  reply: Reply;
}

/** A reply that says who writes, where that is still to be said, and what has waited for the calendar. */
export function beginReply(turn: StepContext, intents: Intents): Reply {
  const { carried } = turn.state;
  turn.state.carried = null;
  turn.acts.push(...(carried?.acts ?? []));
  turn.introduction = carried?.introduction ?? '';
  const questions = [carried?.question, intents.question].filter((one) => typeof one === 'string');
  return {
    opening: [...(carried?.opening ?? []), carried?.nice ?? '', ...opening(turn, intents)].filter((one) => one !== ''),
    nice: '',
    question: questions.length === 0 ? null : questions.join(' '),
    homes: carried?.homes ?? null,
    after: [...(carried?.after ?? [])],
    nudge: '',
    ask: '',
    choices: null,
  };
}

/** The calendar is asked before anything is said: the reply waits for its answer. */
export function carry(turn: StepContext, { opening, nice, question, homes = null, after }: Reply): void {
  const { acts, introduction } = turn;
  turn.state.carried = { opening, nice, question, homes, after, acts, introduction };
}

function opening(turn: StepContext, intents: Intents): string[] {
  const isFirst = turn.state.said.disclosure === undefined;
  const pieces = introduce(turn, intents.isAi);
  if (intents.isAi && !(isFirst && pieces.length > 0)) pieces.push(say(turn, 'isAi', identityTexts.isAi));
  return pieces;
}

/** Tells the team that a person is wanted, and the visitor that they know. */
export function askForPerson(turn: StepContext, reply: Reply, { saysPerson }: Pick<Intents, 'saysPerson'>): string {
  const first = notifyTeamOnce(turn, 'asked-for-person', 'Wants to talk to a person', 1);
  escalate(turn, 'asked-for-person', 'high');
  // A number that came along is not passed over in silence.
  const number = ['phone', 'email'].find((slot) => turn.changed.includes(slot));
  if (number !== undefined) {
    const heard = acknowledgeSlot(turn, turn.changed.includes('name') ? 'name' : number);
    reply.nice = [heard, acknowledgeReach(turn)].filter((piece) => piece !== '').join(' ');
  }
  const told = !saysPerson
    ? say(turn, 'forPerson', identityTexts.forPerson)
    : first
      ? say(turn, 'person', identityTexts.person)
      : say(turn, 'personAgain', identityTexts.personAgain);
  return [told, inviteToLeaveContact(turn, reply, told)].filter((piece) => piece !== '').join(' ');
}
