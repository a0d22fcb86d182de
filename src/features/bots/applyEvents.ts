import { assertNever } from '../../kernel/assertNever.ts';
import { applyCalendarEvent } from './booking/applyCalendarEvent.ts';
import { applySignature } from './booking/settle.ts';
import { handOver } from './handoff/handOver.ts';
import type { LateAnswer } from './policy/tellAnswers.ts';
import type { SentFiles } from './policy/thankForFiles.ts';
import { dropCarried } from './say/introduce.ts';
import { heardSpoken } from './state/heardSpoken.ts';
import type { StepInput } from './state/protocol.ts';
import { asAnswer, escalationGoesTo, type StepContext, unknownSlot } from './state/stepContext.ts';
import { type Heard, takeMessage } from './takeMessage.ts';
import { markDormant, reactivate } from './track/dormant.ts';
import { noteShown } from './track/homes.ts';
import { restoreKnownFacts } from './track/returning.ts';
import { mergeRead } from './understand/mergeRead.ts';
import type { Understood } from './understand/understand.ts';

/** The results of the events that are not in the state yet. */
export interface Applied extends Heard {
  personAsked: boolean;
  resumed: boolean;
  reviewLate: boolean;
  answered: LateAnswer[];
  files: SentFiles | null;
}

/** Takes in all that happened since the last turn, in its order. */
export function applyEvents(turn: StepContext, input: StepInput): Applied {
  const understood = new Map<number, Understood>();
  const applied: Applied = {
    readings: [],
    understood,
    optOut: null,
    optIn: null,
    personAsked: false,
    resumed: false,
    reviewLate: false,
    answered: [],
    files: null,
  };
  const { state } = turn;
  for (const event of input.happened) {
    switch (event.kind) {
      case 'understood':
        understood.set(event.of, event);
        break;
      case 'visitor-message':
        takeMessage(turn, applied, event);
        break;
      case 'files-sent':
        applied.files = {
          photos: event.photos + (applied.files?.photos ?? 0),
          documents: event.documents + (applied.files?.documents ?? 0),
        };
        break;
      case 'agent-message':
        // The agent answered: the bot's question no longer stands, and the agent's may be answered.
        state.lastText = event.text;
        // Of a photo without words nothing is quoted.
        if (event.text !== '') {
          state.agentSaid = event.text;
          if (state.agent !== null) state.agent = { ...state.agent, said: event.text };
        }
        state.unansweredSeq = null;
        state.pending = [];
        dropCarried(turn);
        state.asked = null;
        state.vagueStreak = 0;
        applied.readings = [];
        break;
      case 'mode-changed':
        if (event.mode === 'waiting' && event.by === 'visitor') applied.personAsked = true;
        if (event.mode === 'bot') {
          if (state.mode === 'human') state.disclosed = false;
          if (state.ended !== 'opted-out') state.ended = null;
          // A person had it after the long talk, and wants Jorge to go on.
          if (state.at === 'HUMAN') state.at = state.bot === 'lead' ? 'NEW' : 'QUALIFY';
          escalationGoesTo(turn, 'released');
          applied.resumed = true;
        }
        if (event.mode === 'closed') escalationGoesTo(turn, 'closed');
        if (event.mode === 'human') {
          reactivate(turn);
          escalationGoesTo(turn, 'in_takeover');
          state.asked = null;
          dropCarried(turn);
          if (event.agentName !== undefined) state.agent = { name: event.agentName, said: null };
          if (state.told.includes('asked-for-person'))
            state.told = state.told.filter((what) => what !== 'asked-for-person');
        }
        state.mode = event.mode;
        state.rests = false;
        break;
      case 'slot-corrected': {
        const { slot, value } = event;
        const cleared = value === null || value === undefined;
        state.slots = { ...state.slots, [slot]: cleared ? unknownSlot : { ...asAnswer(value), confidence: 1 } };
        if (slot === 'agreement' && value === true) applySignature(turn);
        break;
      }
      case 'cards-shown':
        noteShown(turn, event.items);
        break;
      case 'spoke':
        Object.assign(state, heardSpoken(state, event));
        break;
      case 'words-erased':
        // All that is still known is told anew, and the score with it, though it be none.
        state.slots = { ...state.slots };
        state.scored ??= -1;
        break;
      case 'slots-read':
        state.slots = mergeRead(state.slots, event.slots) ?? state.slots;
        break;
      case 'person-known':
        restoreKnownFacts(turn, event);
        break;
      case 'review-late':
        applied.reviewLate = true;
        break;
      case 'question-answered':
        applied.answered.push(event);
        break;
      case 'quiet':
        markDormant(turn);
        break;
      case 'bot-chosen':
        // The other bot's question no longer stands.
        state.asked = null;
        if (event.bot !== state.bot) handOver(turn, event.bot, event.reason, 'staff');
        break;
      case 'times-found':
      case 'offer-gone':
      case 'appointment-changed':
      case 'reminder-due':
        applyCalendarEvent(turn, event);
        break;
      default:
        assertNever(event);
    }
  }
  return applied;
}
