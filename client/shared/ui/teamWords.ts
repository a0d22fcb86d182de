import type { Entry, EntryData } from '../../../src/contract/entries.ts';
import { meetingTime } from './times.ts';
import {
  botName,
  homeWords,
  modeName,
  reasonName,
  slotName,
  spelledOut,
  stageName,
  temperatureName,
  valueWordsOf,
} from './words.ts';

const actionWords = { accepted: 'used', edited: 'used with changes', dismissed: 'not now', ignored: 'not used' };

/** Questions that "asks for" and the name of a slot would not tell. */
const askedWords: Record<string, string> = {
  intent: 'whether they buy or sell',
  first: 'which comes first',
  slot: 'which of the times it shall be',
  repairs: 'which repairs the home needs',
  authority: 'whether somebody else has to agree',
  whichHome: 'which home they want to see',
  callNumber: 'for a number to call',
  allMessages: 'whether all messages should stop',
  showing: 'how they want to be shown the home',
  represented: 'whether they signed with another agent',
  showingAlone: 'whether they want a visit without representation',
  still: 'whether it still holds',
  mayCall: 'whether the team may call and text',
  visit: 'whether they want a visit',
  contactBy: 'how they like to be reached',
  bestTime: 'when is a good time',
  agreement: 'whether the buyer agreement is signed',
  flexibility: 'whether the price is flexible',
  priceFlexibility: 'whether the price is flexible',
  timelineAcceptable: 'whether a sale within 30 to 45 days suits them',
};

/** What a question asks, from its id: "asks for price in mind", "asks whether it still holds". A whole sentence stays as it is. */
export function asks(question: string): string {
  if (/\s/.test(question)) return `asks “${question}”`;
  const words = askedWords[question];
  return words === undefined ? `asks for ${slotName(question).toLowerCase()}` : `asks ${words}`;
}

/** What only the team sees, in one line. */
export function teamLine(entry: Entry): string {
  switch (entry.type) {
    case 'bot-turn': {
      const { nextQuestion, to, bot } = entry.data;
      return nextQuestion ? `${botName[bot]} ${asks(nextQuestion)}` : `${botName[bot]}: ${stageName(to)}`;
    }
    case 'qualification-changed': {
      const { corrected, answered, total } = entry.data;
      const known = `${answered} of ${total} known`;
      if (!corrected) return known;
      return `${slotName(corrected.slot)} set to ${valueWordsOf(corrected.slot, corrected.value) ?? 'unknown'} by hand · ${known}`;
    }
    case 'score-changed': {
      const { score, temperature } = entry.data;
      if (score === null) return 'No score yet';
      return `Score ${Math.round(score)}${temperature ? `, ${temperatureName[temperature].toLowerCase()}` : ''}`;
    }
    case 'suggestion-created':
      return `Suggested: ${entry.data.say}`;
    case 'suggestion-answered':
      return `Suggestion ${actionWords[entry.data.action]}`;
    case 'answer-created':
      return `Asked: ${entry.data.question}`;
    case 'cue-created':
      return `Cue: ${entry.data.text}`;
    case 'cue-answered':
      return `Cue: ${spelledOut(entry.data.action).toLowerCase()}`;
    case 'assignment-changed':
      return entry.data.owner ? `Assigned to ${entry.data.owner.name}` : 'Assigned to nobody';
    case 'handoff-changed':
      if (entry.actor.kind !== 'bot') {
        const to = entry.data.to === 'human' ? 'a colleague' : `the ${entry.data.to} bot`;
        return `Handed to ${to} by ${entry.actor.name ?? 'the team'}: ${entry.data.reason}`;
      }
      return handoffWords(entry.data);
    case 'policy-verdict':
      return `Compliance ${entry.data.action === 'cut' ? 'stopped a sentence' : entry.data.action === 'flag' ? 'flagged a sentence' : 'passed'}: ${spelledOut(entry.data.category).toLowerCase()}`;
    case 'alert-raised':
      return `Alert: ${entry.data.reason}`;
    case 'quiet-noticed':
      return 'Nothing was said for a month';
    case 'review-overdue':
      return 'Nobody has looked at the held reply for a quarter of an hour';
    case 'question-answered':
      return `A card was made of their question: ${entry.data.words}`;
    case 'alert-answered':
      return 'Alert answered';
    case 'call-segment':
      return `${entry.data.speaker === 'lead' ? 'Lead' : 'Agent'}: ${entry.data.text}`;
    case 'whisper-created':
    case 'note-created':
      return entry.data.text;
    default:
      return spelledOut(entry.type);
  }
}

const blockedWords: Record<string, string> = {
  unsure: 'not sure enough',
  'target-unwell': 'it fails or answers late at the moment',
  circular: 'it just came from there',
  'hourly-limit': 'three times within the hour are enough',
  'daily-limit': 'ten times a day are enough',
};

function handoffWords({ state, from, to, reason }: EntryData<'handoff-changed'>): string {
  if (state === 'requested') return `A person is wanted: ${reasonName(reason).toLowerCase()}`;
  if (state === 'in_takeover') return 'A person took it up';
  if (state === 'released') return 'Back with Jorge';
  if (state === 'blocked') return `Not handed to the ${to} bot: ${blockedWords[reason] ?? reasonName(reason)}`;
  if (state === 'closed') return 'No person is wanted any more';
  return `Handed over from the ${from} bot to the ${to} bot: ${reasonName(reason)}`;
}

/** Told in its own place already: last, where a line that is too long is cut. */
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

/** What happened in the public log besides messages, in words for staff. */
export function happenedLine(entry: Entry): string {
  switch (entry.type) {
    case 'conversation-changed': {
      const { mode, agentName, reason } = entry.data;
      const why = reason ? ` · ${reasonName(reason)}` : '';
      if (mode === 'human') return `${agentName ?? 'A person'} is answering`;
      return `${mode === 'closed' ? 'Conversation closed' : modeName[mode]}${why}`;
    }
    case 'listing-cards':
      return `Homes shown: ${entry.data.items.map((item) => item.title).join(', ')}`;
    case 'slots-offered':
      return `Times offered: ${entry.data.slots.map((slot) => slot.label).join(', ')}`;
    case 'appointment-changed': {
      const { state, kind, startsAt, endsAt, zone, home } = entry.data;
      const what = kind === 'viewing' ? 'Showing' : kind === 'call' ? 'Call' : 'Appointment';
      const when = startsAt === undefined ? '' : `: ${meetingTime(startsAt, endsAt, zone)}`;
      return `${what} ${state}${when}${home === undefined ? '' : `, ${homeWords(home)}`}`;
    }
    default:
      return spelledOut(entry.type);
  }
}
