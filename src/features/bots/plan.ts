import { acknowledgeSlot } from './acknowledge.ts';
import { inviteToLeaveContact } from './contact.ts';
import type { Heard } from './hear.ts';
import { identityTexts } from './identityTexts.ts';
import { introduce } from './introduce.ts';
import type { Reply } from './reply.ts';
import { escalate, say, type Turn, tellTeam } from './turn.ts';
import type { Wishes } from './wishes.ts';

/** What every rule of one turn works on: what was heard, and what it adds up to. */
export interface Start {
  turn: Turn;
  wishes: Wishes;
  heard: Heard[];
  /** Something was learned, chosen, or happened. */
  learned: boolean;
}

/** The same, with the reply as far as it has come. */
export interface Plan extends Start {
  reply: Reply;
}

/** A reply that says who writes, where that is still to be said, and nothing else yet. */
export const emptyReply = (turn: Turn, wishes: Wishes): Reply => ({
  opening: opening(turn, wishes),
  nice: '',
  question: wishes.question,
  after: [],
  nudge: '',
  ask: '',
  choices: null,
});

function opening(turn: Turn, wishes: Wishes): string[] {
  const isFirst = turn.state.said.disclosure === undefined;
  const pieces = introduce(turn, wishes.isAi);
  if (wishes.isAi && !(isFirst && pieces.length > 0)) pieces.push(say(turn, 'isAi', identityTexts.isAi));
  return pieces;
}

/** Tells the team that a person is wanted, and the visitor that they know. */
export function askForPerson(turn: Turn, reply: Reply): string {
  const first = tellTeam(turn, 'asked-for-person', 'Would like to talk to a person', 1);
  escalate(turn, 'asked-for-person', 'high');
  // A number that came along is not passed over in silence.
  const number = ['phone', 'email'].find((slot) => turn.changed.includes(slot));
  if (number !== undefined) reply.nice = acknowledgeSlot(turn, number);
  const told = first ? say(turn, 'person', identityTexts.person) : say(turn, 'personAgain', identityTexts.personAgain);
  return [told, inviteToLeaveContact(turn, reply, told)].filter((piece) => piece !== '').join(' ');
}
