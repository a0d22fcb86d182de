import type { Entry, EntryData } from '../../../src/contract/log/entry.ts';
import type { ScheduledRefusal } from '../../../src/contract/scheduledMessages.ts';
import { type HandoffRefusal, restfulReasons } from '../../../src/contract/teamVocabulary.ts';
import { appointmentStateWords, outcomeWords } from './appointments.ts';
import { callOutcomeLabel, consentWords, lengthWords } from './calls.ts';
import { withheldWords } from './coaching.ts';
import { inSentence } from './inSentence.ts';
import { journeyLabels } from './insight.ts';
import { botLabels, homeWords, modeLabels, priorityLabels, temperatureLabels } from './names.ts';
import { needLabels } from './needs.ts';
import { reasonLabel } from './reasons.ts';
import { asks, slotLabel } from './slots.ts';
import { spelledOut } from './spelledOut.ts';
import { stageLabel } from './stages.ts';
import { meetingTime, untilTime } from './times.ts';
import { valueWordsOf } from './values.ts';

const actionWords = { accepted: 'used', edited: 'edited and used', dismissed: 'dismissed', ignored: 'not used' };

/** An entry of the team's log in one line. */
export function teamLine(entry: Entry): string {
  switch (entry.type) {
    case 'bot-turn': {
      const { nextQuestion, to, bot } = entry.data;
      return nextQuestion ? `${botLabels[bot]} ${asks(nextQuestion)}` : `${botLabels[bot]}: ${stageLabel(to)}`;
    }
    case 'qualification-changed': {
      const { corrected, answered, total } = entry.data;
      const known = `${answered} of ${total} answered`;
      if (!corrected) return known;
      return `${slotLabel(corrected.slot)} set to ${valueWordsOf(corrected.slot, corrected.value) ?? 'unknown'} manually · ${known}`;
    }
    case 'score-changed': {
      const { score, temperature } = entry.data;
      if (score === null) return 'No score yet';
      return `Score ${Math.round(score)}${temperature ? `, ${temperatureLabels[temperature].toLowerCase()}` : ''}`;
    }
    case 'insight-changed': {
      const { readings, stage } = entry.data;
      const { value } = readings.conversion;
      const likely = value === null ? '' : `, likely to go ahead: ${Math.round(value * 100)}%`;
      return `${stage === null ? 'No reading yet' : journeyLabels[stage]}${likely}`;
    }
    case 'suggestion-created':
      return `Suggested: ${entry.data.say}`;
    case 'suggestion-answered':
      return `Suggestion ${actionWords[entry.data.action]}`;
    case 'suggestion-seen':
      return 'Suggestion seen';
    case 'suggestion-spoken':
      return 'Said from the suggestion';
    case 'help-withheld':
      return `Not shown (${spelledOut(entry.data.ruleId).toLowerCase()}): ${withheldWords[entry.data.reason]}`;
    case 'answer-created':
      return `Asked: ${entry.data.question}`;
    case 'message-translated':
      return `Translated: ${entry.data.text}`;
    case 'cue-created':
      return `Cue: ${entry.data.text}`;
    case 'cue-answered':
      return `Cue: ${spelledOut(entry.data.action).toLowerCase()}`;
    case 'assignment-changed':
      return entry.data.owner ? `Assigned to ${entry.data.owner.name}` : 'Unassigned';
    case 'message-scheduled':
      return scheduledWords(entry.data);
    case 'priority-changed':
      return `Priority: ${priorityLabels[entry.data.priority].toLowerCase()}`;
    case 'tags-changed': {
      const { added, removed, byRule } = entry.data;
      const names = (tags: readonly { name: string }[]) => tags.map(({ name }) => name || 'a deleted tag').join(', ');
      const told = [
        added.length > 0 && `Tagged ${names(added)}`,
        removed.length > 0 && `Removed tag: ${names(removed)}`,
      ];
      return `${told.filter(Boolean).join(' · ')}${byRule ? ' by a rule' : ''}`;
    }
    case 'handoff-changed':
      if (entry.actor.kind !== 'bot') {
        const to = entry.data.to === 'human' ? 'a colleague' : `the ${entry.data.to} bot`;
        return `Handed over to ${to} by ${entry.actor.name ?? 'the team'}: ${entry.data.reason}`;
      }
      return handoffWords(entry.data);
    case 'policy-verdict':
      return `Compliance check ${entry.data.action === 'cut' ? 'stopped a sentence' : entry.data.action === 'flag' ? 'flagged a sentence' : 'passed'}: ${spelledOut(entry.data.category).toLowerCase()}`;
    case 'alert-raised':
      return `Alert: ${entry.data.reason}`;
    case 'quiet-noticed':
      return 'No messages for a month';
    case 'review-overdue':
      return 'The reply on hold has been waiting for review for 15 minutes';
    case 'question-answered':
      return `Card created from their question: ${entry.data.words}`;
    case 'appointment-noted': {
      const { outcome, note } = entry.data;
      const told = [outcome && outcomeWords[outcome], note === '' ? 'note removed' : note].filter(Boolean);
      return `Appointment: ${told.join('. ')}`;
    }
    case 'task-changed': {
      const { state, text, dueAt, owner } = entry.data;
      if (state === 'done') return `Task done: ${text}`;
      return `${state === 'due' ? 'Task due' : 'Task'} for ${owner.name}, ${untilTime(dueAt, Date.parse(entry.at))}: ${text}`;
    }
    case 'alert-answered':
      return 'Alert handled';
    case 'call-started':
      return `${entry.data.direction === 'inbound' ? 'Incoming' : 'Outgoing'} call started`;
    case 'call-caller-named':
      return entry.data.caller === 'confirmed'
        ? 'The caller is the person whose number it is'
        : 'Someone else is calling on this number';
    case 'call-consent-changed':
      return entry.actor.kind === 'system' && entry.data.state === 'refused'
        ? 'They declined a transcript of an earlier call'
        : consentWords(entry.data);
    case 'call-ended':
      return `Call ended after ${lengthWords(entry.data.durationMs)}${entry.data.outcome ? `: ${callOutcomeLabel(entry.data.outcome).toLowerCase()}` : ''}`;
    case 'call-drafted':
      return 'A summary of the call was drafted';
    case 'call-wiped':
      return 'The transcript was erased because someone asked not to be recorded';
    case 'call-segment':
      return `${entry.data.speaker === 'lead' ? 'Lead' : 'Agent'}: ${entry.data.text}`;
    case 'conversation-ended': {
      const { disposition, rating, comment } = entry.data;
      const filed = disposition === undefined ? [] : [`Closed: ${disposition}`];
      const rated = rating === undefined ? [] : [`Rated ${rating} out of 5`];
      return [...filed, ...rated, ...(comment === undefined ? [] : [comment])].join('. ');
    }
    case 'whisper-created':
    case 'note-created':
      return entry.data.text;
    default:
      return spelledOut(entry.type);
  }
}

/** An entry of either log in one line of a person's timeline. */
export function timelineLine(entry: Entry): string {
  if (entry.type === 'message-created') return `First message: “${entry.data.text}”`;
  if (entry.type === 'note-created') return `Note: ${entry.data.text}`;
  return entry.type === 'appointment-changed' ? happenedLine(entry) : teamLine(entry);
}

const unsentLabels: Record<ScheduledRefusal, string> = {
  closed: 'the conversation was closed',
  'opted-out': 'they had opted out',
  held: 'a colleague was handling the conversation',
  'author-gone': 'its author has left the team',
};

function scheduledWords({ state, text, at, reason }: EntryData<'message-scheduled'>): string {
  if (state === 'waiting') return `Scheduled for ${at === undefined ? 'later' : untilTime(at)}: ${text ?? ''}`;
  if (state === 'cancelled') return 'A scheduled message was canceled';
  if (state === 'due') return 'A scheduled message was due';
  return `Not sent${reason === undefined ? '' : ` because ${unsentLabels[reason]}`}: ${text ?? ''}`;
}

const refusalLabels: Record<HandoffRefusal, string> = {
  self: 'it already has the conversation',
  unsure: 'confidence is too low',
  'target-unwell': 'it is failing or slow right now',
  circular: 'the conversation just came from there',
  'hourly-limit': 'three handoffs an hour is the limit',
  'daily-limit': 'ten handoffs a day is the limit',
};

const isRefusal = (reason: string): reason is HandoffRefusal => Object.hasOwn(refusalLabels, reason);

function handoffWords({ state, from, to, reason }: EntryData<'handoff-changed'>): string {
  if (state === 'requested')
    return reason === 'asked-for-person' ? 'Person requested' : `Person requested: ${inSentence(reasonLabel(reason))}`;
  if (state === 'in_takeover') return 'A person took over';
  if (state === 'released') return 'Back with Jorge';
  if (state === 'blocked')
    return `Not handed over to the ${to} bot: ${isRefusal(reason) ? refusalLabels[reason] : reasonLabel(reason)}`;
  if (state === 'closed') return 'A person is no longer needed';
  return `Handed over from the ${from} bot to the ${to} bot: ${reasonLabel(reason)}`;
}

/** Shown elsewhere too, so it comes last, where a line that is too long is cut. */
const toldElsewhere: ReadonlySet<string> = new Set(['suggestion-created', 'suggestion-answered', 'answer-created']);

/** One line for all that the team saw of a turn: the newest of each kind, in the order they came. */
export function turnSummary(entries: readonly Entry[]): string {
  const newest = new Map<string, string>();
  for (const entry of entries) {
    newest.delete(entry.type);
    newest.set(entry.type, teamLine(entry));
  }
  const lines = [...newest];
  const first = lines.filter(([type]) => !toldElsewhere.has(type));
  const last = lines.filter(([type]) => toldElsewhere.has(type));
  return [...first, ...last].map(([, line]) => line).join(' · ');
}

/** An entry of the public log that is no message, in words for staff. */
export function happenedLine(entry: Entry): string {
  switch (entry.type) {
    case 'conversation-changed': {
      const { mode, agentName, reason } = entry.data;
      const why = reason ? ` · ${reasonLabel(reason)}` : '';
      if (mode === 'human') return `${agentName ?? 'A person'} is answering`;
      const rests = mode === 'waiting' && reason !== undefined && restfulReasons.has(reason);
      return `${mode === 'closed' ? 'Conversation closed' : rests ? needLabels.none : modeLabels[mode]}${why}`;
    }
    case 'listing-cards':
      return 'Homes shown';
    case 'slots-offered':
      return `Times offered: ${entry.data.slots.map((slot) => slot.label).join(', ')}`;
    case 'appointment-changed': {
      const { state, kind, startsAt, endsAt, zone, home } = entry.data;
      const what = kind === 'viewing' ? 'Showing' : kind === 'call' ? 'Call' : 'Appointment';
      const when = startsAt === undefined ? '' : `: ${meetingTime(startsAt, endsAt, zone)}`;
      return `${what} ${appointmentStateWords[state]}${when}${home === undefined ? '' : `, ${homeWords(home)}`}`;
    }
    default:
      return spelledOut(entry.type);
  }
}
