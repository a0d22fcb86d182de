import { acknowledge } from './acknowledge.ts';
import { closedWords } from './closeChannels.ts';
import { endTalkTexts } from './endTalkTexts.ts';
import { remarkTexts } from './remarkTexts.ts';
import { welcomeBack } from './returning.ts';
import { eases } from './situations.ts';
import { type Move, say, type Turn } from './turn.ts';
import type { Wishes } from './wishes.ts';

/** The short remark before what comes next: on what was learned, on how it was said, or that it was not understood. Empty where nothing is to be said. */
export function remark(turn: Turn, wishes: Wishes, learned: boolean, missed: boolean, move: Move): string {
  const { state } = turn;
  if (turn.kept || (turn.choice !== null && turn.filled.length === 0)) return '';
  // The question says after them what was understood.
  const namesTime = turn.changed.includes('day') || turn.changed.includes('timeOfDay');
  if (move.kind === 'ask' && move.question.id === 'showingAlone' && !namesTime) return '';
  if (turn.filled.includes('intent') && state.slots.intent?.value === 'rent')
    return say(turn, 'rent', remarkTexts.rent);
  if (turn.calledOff !== null && turn.takenBack === '') return say(turn, turn.calledOff, remarkTexts[turn.calledOff]);
  const asksMore = wishes.topics.length > 0 || wishes.question !== null;
  if (wishes.howAreYou && !asksMore) return say(turn, 'howAreYou', remarkTexts.howAreYou);
  if (state.before !== null && state.visitorMessages === 1) return say(turn, 'welcomeBack', welcomeBack);
  const eased = learned || wishes.question !== null || state.visitorMessages <= 1 ? '' : eases(turn, wishes);
  if (eased !== '') return eased;
  if (wishes.closes.length > 0) return closedWords(turn, wishes.closes);
  if (wishes.unwilling && wishes.refusal && !learned) return say(turn, 'declined', remarkTexts.declined);
  if (learned) return move.kind === 'rest' && turn.changed.includes('intent') ? '' : acknowledge(turn);
  if (wishes.refusal) return say(turn, 'declined', remarkTexts.declined);
  if (wishes.thanks)
    return move.kind === 'rest'
      ? say(turn, 'closing', endTalkTexts.closing)
      : say(turn, 'welcome', remarkTexts.welcome);
  if (state.visitorMessages <= 1 || wishes.question !== null || wishes.isAi || wishes.homes !== null) return '';
  if (wishes.greeting || wishes.callsOut) return say(turn, 'here', remarkTexts.here);
  if (turn.switched) return say(turn, 'switched', remarkTexts.switched);
  if (!missed || wishes.unsure || wishes.saysYesOrNo || wishes.role !== null || move.kind === 'rest') return '';
  if (wishes.tells) return say(turn, 'told', remarkTexts.told);
  // "No agent, just me" was understood; the law wants the choice made all the same.
  if (move.kind === 'ask' && move.question.id === 'showing') return '';
  return wishes.opinion ? say(turn, 'heardYou', remarkTexts.heardYou) : say(turn, 'didNotGet', remarkTexts.didNotGet);
}
