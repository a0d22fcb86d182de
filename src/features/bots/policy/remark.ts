import { acknowledge, acknowledgeReach } from '../say/acknowledge.ts';
import { endTalkTexts } from '../say/endTalkTexts.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { stallTexts } from '../say/situationTexts.ts';
import { type Move, type StepContext, say } from '../state/stepContext.ts';
import { welcomeBack } from '../track/returning.ts';
import type { Intents } from '../understand/intents.ts';
import { closedWords } from './closeChannels.ts';

/**
 * The short remark before what comes next: on what was learned, on how it was said, or that it was not understood. Empty where
 * nothing is to be said.
 */
export function remark(turn: StepContext, intents: Intents, learned: boolean, missed: boolean, move: Move): string {
  const { state } = turn;
  if (turn.kept || (turn.choice !== null && turn.filled.length === 0)) return '';
  // The question itself repeats what was understood.
  const namesTime = turn.changed.includes('day') || turn.changed.includes('timeOfDay');
  if (move.kind === 'ask' && move.question.id === 'showingAlone' && !namesTime) return '';
  if (turn.filled.includes('intent') && state.slots.intent?.value === 'rent')
    return say(turn, 'rent', remarkTexts.rent);
  if (turn.calledOff !== null && turn.takenBack === '') return say(turn, turn.calledOff, remarkTexts[turn.calledOff]);
  const asksMore = intents.topics.length > 0 || intents.question !== null;
  if (intents.howAreYou && !asksMore) return say(turn, 'howAreYou', remarkTexts.howAreYou);
  if (state.before !== null && state.visitorMessages === 1) return say(turn, 'welcomeBack', welcomeBack);
  // A visitor who puts the answer off is not pressed.
  if (intents.stall !== null && !learned && intents.question === null && state.visitorMessages > 1)
    return say(turn, `stall:${intents.stall}`, stallTexts[intents.stall]);
  if (intents.closes.length > 0) return acknowledgeReach(turn) || closedWords(turn, intents.closes);
  if (intents.unwilling && intents.refusal && !learned) return say(turn, 'declined', remarkTexts.declined);
  if (learned) return move.kind === 'rest' && turn.changed.includes('intent') ? '' : acknowledge(turn);
  if (intents.refusal) return say(turn, 'declined', remarkTexts.declined);
  if (intents.thanks)
    return move.kind === 'rest'
      ? say(turn, 'closing', endTalkTexts.closing)
      : say(turn, 'welcome', remarkTexts.welcome);
  if (turn.switched && intents.question === null) return say(turn, 'switched', remarkTexts.switched);
  if (state.visitorMessages <= 1 || intents.question !== null || intents.isAi || intents.homes !== null) return '';
  if (intents.greeting || intents.callsOut) return say(turn, 'here', remarkTexts.here);
  if (!missed || intents.unsure || intents.saysYesOrNo || intents.role !== null || move.kind === 'rest') return '';
  if (intents.tells) return say(turn, 'told', remarkTexts.told);
  // "No agent, just me" was understood; the law wants the choice made all the same.
  if (move.kind === 'ask' && move.question.id === 'showing') return '';
  return intents.opinion ? say(turn, 'heardYou', remarkTexts.heardYou) : say(turn, 'didNotGet', remarkTexts.didNotGet);
}
