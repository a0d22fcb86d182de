import type { StrategyName } from '../../contract/coaching.ts';
import type { Entry } from '../../contract/log/entry.ts';
import type { Slot } from '../../contract/log/parts.ts';
import type { Fact } from '../../contract/readings.ts';
import type { Preference } from '../../contract/rest/preferences.ts';
import type { BotName, Channel, Mode } from '../../contract/values.ts';
import type { RecordName } from '../../contract/vocabulary.ts';
import { erasedWords } from '../conversations/log/withoutWords.ts';
import type { ListingFacts } from '../packs/model.ts';
import type { Language } from '../reading/model.ts';
import { maskIdentityNumbers } from '../reading/numbers/identityNumbers.ts';

/** The material for coaching: the words of one conversation, what is known, and the home it is about. */
export interface CoachContext {
  tenantId: string;
  conversationId: string;
  writerId: string;
  /** Key of the visitor's network address, where it is known. */
  addressKey: string | null;
  brokerage: string;
  assistant: string;
  /** The publisher of school figures in the market's state. */
  schools?: Readonly<Record<Language, string>>;
  language: Language;
  leadName: string | null;
  /** Somebody of the team is on the phone with them. */
  onPhone: boolean;
  /** Now, at the brokerage: "Thursday, November 26, 3:40 PM". */
  now: string;
  /** The next two weeks, day by day: "Friday, November 27; …". */
  daysAhead: string;
  /** The last cards, oldest first, with what became of each. */
  advised: readonly Advised[];
  mode: Mode;
  bot: BotName | null;
  /** The state of the bot's machine. */
  at: string;
  slots: Readonly<Record<string, Slot>>;
  /** Slots that nobody answered yet, in the order of asking. */
  missing: readonly RecordName[];
  answered: number;
  total: number;
  /** What they prefer, by their words in this talk, also where it may not be used (`onlyAdapted`). */
  prefers: readonly Preference[];
  /** Oldest first; a retracted message is not among them. */
  lines: readonly TranscriptLine[];
  listing: ListingFacts | null;
}

/** A card that was shown. `became`: the agent's answer to it; null if unknown. */
export interface Advised {
  say: string;
  reply: string | null;
  became: string | null;
}

export interface TranscriptLine {
  who: 'lead' | 'agent' | 'bot';
  text: string;
  log: string;
  seq: number;
}

const keptLines = 80;

/**
 * The newest lines, 80 without `most`, that were written or spoken, of both logs by time, identity numbers as dots: they go to a model. Entries that nobody
 * said are left out.
 */
export function linesOf(entries: readonly Entry[], most = keptLines): TranscriptLine[] {
  const retracted = new Set<string>();
  for (const entry of entries) if (entry.type === 'message-retracted') retracted.add(entry.data.messageId);
  const lines: TranscriptLine[] = [];
  for (const entry of entries) {
    if (entry.type === 'call-segment' && entry.data.text !== erasedWords)
      lines.push({ who: entry.data.speaker, text: entry.data.text, log: entry.log, seq: entry.seq });
    // A photo without words says nothing to a reader of words.
    if (entry.type !== 'message-created' || entry.data.text === '') continue;
    if (retracted.has(entry.data.messageId)) continue;
    const text = maskIdentityNumbers(entry.data.text);
    lines.push({ who: speakerOf(entry.actor.kind), text, log: entry.log, seq: entry.seq });
  }
  return lines.slice(-most);
}

function speakerOf(kind: Entry['actor']['kind']): TranscriptLine['who'] {
  if (kind === 'visitor' || kind === 'lead') return 'lead';
  return kind === 'agent' || kind === 'supervisor' ? 'agent' : 'bot';
}

/** A fact of the shelf that bears on what is discussed: on the line `seq` of the lead, or, null, on what the agent asks. */
export interface Discussed {
  fact: Fact;
  seq: number | null;
}

/** The material for a coach without a model. */
export interface CoachBrief {
  talk: CoachContext;
  facts: readonly Discussed[];
  /** Other homes that were named in the talk. */
  named: readonly ListingFacts[];
  /** The agent's choice of what to be coached on. */
  focus: string | null;
  /** How the card shall sound. */
  strategy: StrategyName;
  /** Somebody asked for it: without, silence is an answer. */
  pressed: boolean;
}
export interface QualifyBrief {
  talk: CoachContext;
}
/** The words of a call, oldest first. */
export interface RecapBrief {
  talk: CoachContext;
  lines: readonly TranscriptLine[];
}
/** Another talk with the same person: when it was last spoken in, and its newest lines, oldest first. */
export interface OtherTalk {
  conversationId: string;
  when: string;
  channel: Channel;
  lines: readonly TranscriptLine[];
}
/** The material for an answer beside the open talk. */
export interface AskMaterial {
  /** The newest first. */
  others: readonly OtherTalk[];
  /** The earlier questions of the same team member, oldest first. */
  before: readonly { question: string; text: string }[];
}
export interface AskBrief {
  talk: CoachContext;
  others: readonly OtherTalk[];
  facts: readonly Discussed[];
  question: string;
}
