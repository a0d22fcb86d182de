import type { Entry } from '../../../../src/contract/entries.ts';
import type { Evidence, Mode } from '../../../../src/contract/values.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import { heldReplyOf } from '../../state/heldReply.ts';
import { reasonName, slotName, temperatureName, valueWordsOf } from '../words.ts';

/** What somebody who takes over has to know at a glance. */
export interface HandoffCard {
  why: string;
  isUrgent: boolean;
  summary: string;
  facts: { slot: string; name: string; words: string; evidence: readonly Evidence[] }[];
  /** What Jorge still had to ask, in words. */
  open: string[];
  /** What they wrote last and nobody answered. */
  unanswered: string | null;
  next: string;
}

interface Given {
  talk: readonly Entry[];
  team: readonly Entry[];
  facts: Pick<ConversationFacts, 'qualification' | 'score' | 'suggestion' | 'bot'>;
  mode: Mode;
}

const mostFacts = 8;
const mostOpen = 5;
const wordsKept = 200;
/** First, in this order: who it is and how to reach them. */
const ofPerson = ['name', 'phone', 'email', 'contactBy', 'bestTime'];
/** About the talk, not about the deal. */
const ofTalk: ReadonlySet<string> = new Set(['first', 'home', 'visit', 'mayCall', 'still', 'servicesNotice', 'intent']);
const sideOf = { lead: 'visitor', buyer: 'buyer', seller: 'seller' } as const;

/** The card while a person is asked for or speaks; null while Jorge goes on alone, or the talk is over. */
export function handoffCardOf({ talk, team, facts, mode }: Given): HandoffCard | null {
  const why = whyOf(team, mode);
  if (why === null) return null;
  const { slots = {}, missing = [] } = facts.qualification?.data ?? {};
  const known = Object.keys(slots).filter((slot) => slots[slot]?.state === 'answered' && !ofTalk.has(slot));
  const inOrder = [
    ...ofPerson.filter((slot) => known.includes(slot)),
    ...known.filter((slot) => !ofPerson.includes(slot)),
  ];
  const open = missing.filter((slot) => slots[slot]?.state !== 'declined');
  const unanswered = unansweredOf(talk);
  const temperature = facts.score?.data.temperature ?? null;
  return {
    why: why.words,
    isUrgent: why.isUrgent || temperature === 'hot',
    summary: summaryOf(talk, facts),
    facts: inOrder.slice(0, mostFacts).flatMap((slot) => {
      const words = valueWordsOf(slot, slots[slot]?.value);
      return words === null ? [] : [{ slot, name: slotName(slot), words, evidence: slots[slot]?.evidence ?? [] }];
    }),
    open: open.slice(0, mostOpen).map((slot) => slotName(slot).toLowerCase()),
    unanswered,
    next: nextOf({ talk, team, facts, mode }, open[0], unanswered),
  };
}

function whyOf(team: readonly Entry[], mode: Mode): { words: string; isUrgent: boolean } | null {
  if (mode !== 'waiting' && mode !== 'human') return null;
  const handoffs = team.filter(
    (entry): entry is Entry<'handoff-changed'> =>
      entry.type === 'handoff-changed' && (entry.data.to === 'human' || entry.data.from === 'human'),
  );
  const stands = handoffs.at(-1)?.data.state;
  const asked = handoffs.findLast(({ data }) => data.state === 'requested');
  if (asked !== undefined && (stands === 'requested' || stands === 'in_takeover'))
    return { words: reasonName(asked.data.reason), isUrgent: asked.data.urgency === 'high' };
  return mode === 'human' ? { words: 'A person of the team took it over', isUrgent: false } : null;
}

/** "Hot seller · score 78 of 100 · 9 messages". */
function summaryOf(talk: readonly Entry[], { score, bot }: Given['facts']): string {
  const written = talk.filter(isTheirs).length;
  const { temperature = null, score: points = null } = score?.data ?? {};
  const who = sideOf[bot ?? 'lead'];
  const lead = temperature === null ? who : `${temperatureName[temperature].toLowerCase()} ${who}`;
  return [
    lead.charAt(0).toUpperCase() + lead.slice(1),
    points === null ? 'no score yet' : `score ${Math.round(points)} of 100`,
    `${written} ${written === 1 ? 'message' : 'messages'}`,
  ].join(' · ');
}

const isTheirs = ({ type, actor }: Entry): boolean =>
  type === 'message-created' && (actor.kind === 'visitor' || actor.kind === 'lead');

function unansweredOf(talk: readonly Entry[]): string | null {
  const last = talk.findLast(({ type }) => type === 'message-created');
  if (last?.type !== 'message-created' || !isTheirs(last)) return null;
  const { text } = last.data;
  return text.length > wordsKept ? `${text.slice(0, wordsKept)}…` : text;
}

/** What the coach says, or what follows from how it stands. */
function nextOf({ talk, team, facts }: Given, missing: string | undefined, unanswered: string | null): string {
  if (heldReplyOf(talk, team) !== null) return 'Look at the reply that Jorge has ready.';
  if (facts.suggestion !== null) return facts.suggestion.data.say;
  if (unanswered !== null) return 'Answer what they wrote last.';
  return missing === undefined
    ? 'Nothing is left to ask: agree on the next step with them.'
    : `Ask for ${slotName(missing).toLowerCase()}.`;
}
