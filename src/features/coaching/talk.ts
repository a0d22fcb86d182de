import type { Entry, Slot } from '../../contract/entries.ts';
import type { Fact } from '../../contract/readings.ts';
import type { BotName, Mode } from '../../contract/values.ts';
import type { ListingFacts } from '../packs/model.ts';
import { maskIdentityNumbers } from '../reading/identityNumbers.ts';
import type { Language } from '../reading/model.ts';

/** What there is to coach from: the words of one conversation, what is known, and the home it is about. */
export interface Talk {
  tenantId: string;
  conversationId: string;
  visitorId: string;
  /** Of the network address they came from, where it is known. */
  addressKey: string | null;
  brokerage: string;
  assistant: string;
  language: Language;
  leadName: string | null;
  mode: Mode;
  bot: BotName | null;
  /** The state of the bot's machine. */
  at: string;
  slots: Record<string, Slot>;
  /** Slots that nobody answered yet, in the order of asking. */
  missing: readonly string[];
  answered: number;
  total: number;
  /** Oldest first; a retracted message is not among them. */
  lines: readonly TalkLine[];
  listing: ListingFacts | null;
}

export interface TalkLine {
  who: 'lead' | 'agent' | 'bot';
  text: string;
  log: string;
  seq: number;
}

const keptLines = 80;

/** The newest 80 spoken lines of a public log, identity numbers as dots: they go to a model. Entries that nobody spoke are left out. */
export function linesOf(entries: readonly Entry[]): TalkLine[] {
  const retracted = new Set<string>();
  for (const entry of entries) if (entry.type === 'message-retracted') retracted.add(entry.data.messageId);
  const lines: TalkLine[] = [];
  for (const entry of entries) {
    if (entry.type !== 'message-created' || retracted.has(entry.data.messageId)) continue;
    const text = maskIdentityNumbers(entry.data.text);
    lines.push({ who: speakerOf(entry.actor.kind), text, log: entry.log, seq: entry.seq });
  }
  return lines.slice(-keptLines);
}

function speakerOf(kind: Entry['actor']['kind']): TalkLine['who'] {
  if (kind === 'visitor' || kind === 'lead') return 'lead';
  return kind === 'agent' || kind === 'supervisor' ? 'agent' : 'bot';
}

/** A fact of the shelf that bears on what is discussed: on the line `seq` of the lead, or, null, on what the agent asks. */
export interface Discussed {
  fact: Fact;
  seq: number | null;
}

/** What is written from without a model. */
export interface CoachBrief {
  talk: Talk;
  facts: readonly Discussed[];
  /** What the agent wants to be coached on. */
  focus: string | null;
}
export interface QualifyBrief {
  talk: Talk;
}
export interface AskBrief {
  talk: Talk;
  facts: readonly Discussed[];
  question: string;
}
