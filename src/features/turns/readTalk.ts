import { LRUCache } from 'lru-cache';
import type { Entry } from '../../contract/log/entry.ts';
import { isoOf } from '../../kernel/clock.ts';
import { dayLabel, timeLabel } from '../../kernel/timeLabel.ts';
import { type CalendarDate, plusDays, wallTimeAt } from '../../kernel/zonedTime.ts';
import { languageOf } from '../bots/state/stepContext.ts';
import { type Advised, type CoachContext, type Discussed, linesOf } from '../coaching/coachContext.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import { type Conversation, writerOf } from '../conversations/model.ts';
import { schoolsOf } from '../packs/markets.ts';
import { preferencesOf } from '../profiles/preferences/preferencesOf.ts';
import type { Language } from '../reading/model.ts';
import { readLanguage } from '../reading/text/readLanguage.ts';
import type { Turn } from './model.ts';
import type { ModelReadings } from './modelReadings.ts';
import { namesTold } from './peopleOf.ts';
import { readUnconsumed } from './readUnconsumed.ts';
import type { TurnDeps } from './runTurn.ts';
import { stateHeard } from './spokeIn.ts';
import { stateBefore, takeStep } from './takeStep.ts';
import { understandMessages } from './understandMessages.ts';

/** Newest lines of a log that are read for coaching. */
const entriesRead = 200;

type TalkParts = Pick<
  TurnDeps,
  'folds' | 'turns' | 'clock' | 'step' | 'firstState' | 'packOf' | 'recall' | 'log' | 'reader' | 'homeNamed' | 'ownPass'
> & {
  modelReadings: Pick<ModelReadings, 'begun'>;
};

const mostTalks = 1_000;
/** The coach and the qualification of one message begin together; their material is old a moment later. */
const sharedMs = 5_000;

/**
 * Reads talks as `readTalk`, each in a pass of the event loop of its own: calls at the same time, or while nothing was written, share one
 * read.
 */
export function createTalkReader(
  parts: TalkParts,
): (tenantId: string, conversationId: string) => Promise<CoachContext | null> {
  const talks = new LRUCache<string, { heads: string; at: number; talk: Promise<CoachContext> }>({
    max: mostTalks,
  });
  return async (tenantId, conversationId) => {
    const { folds, turns, clock } = parts;
    const conversation = await folds.find(tenantId, conversationId);
    if (conversation === null || isErased(conversation)) return null;
    const [publicHead, internalHead, turn] = await Promise.all([
      folds.entries.head(conversationId, 'public'),
      folds.entries.head(conversationId, 'internal'),
      turns.newest(conversationId),
    ]);
    const { fence, board } = conversation;
    const heads = JSON.stringify([publicHead, internalHead, turn?.turnNo, fence, board.vouchedName]);
    const known = talks.get(conversationId);
    if (known?.heads === heads && clock.now() - known.at < sharedMs) return known.talk;
    const talk = readTalk(parts, conversation, turn, publicHead);
    talks.set(conversationId, { heads, at: clock.now(), talk });
    talk.catch(() => talks.delete(conversationId));
    return talk;
  };
}

/**
 * The material of coaching: the newest lines, what is known by now, and the home. Coaching begins before the bot takes its
 * turn, so what no turn has read yet is stepped here as well, without being kept.
 */
async function readTalk(
  parts: TalkParts,
  conversation: Conversation,
  turn: Turn | null,
  head: number,
): Promise<CoachContext> {
  await parts.ownPass();
  const { tenantId, id: conversationId } = conversation;
  const { entries } = parts.folds;
  // The newest lines first: those that no turn has read are among them.
  const lines = await entries.read(conversationId, 'public', Math.max(1, head - entriesRead + 1), head, entriesRead);
  const teamHead = await entries.head(conversationId, 'internal');
  const from = Math.max(1, teamHead - entriesRead + 1);
  const team = await entries.read(conversationId, 'internal', from, teamHead, entriesRead);
  const [known, names, pack, { happened }] = await Promise.all([
    entries.newestOf(conversationId, 'qualification-changed'),
    namesTold(entries, conversationId),
    parts.packOf(conversation),
    readUnconsumed(entries, conversationId, turn),
  ]);
  const before = stateHeard(stateBefore(parts, turn, conversation.language), turn);
  const recalled = turn === null && happened.length > 0 ? await parts.recall(conversation) : null;
  // As the turn will read it, so that the coach and the bot don't disagree.
  const byModel = await parts.modelReadings.begun(conversationId);
  const { reader, homeNamed, ownPass } = parts;
  const reading = { reader, homeNamed, ownPass, factsFor: async () => [] };
  const understood = (await understandMessages(reading, tenantId, happened, before, byModel)).happened;
  if (recalled !== null) understood.unshift(recalled);
  const ahead =
    understood.length === 0
      ? null
      : takeStep(parts, before, { at: isoOf(parts.clock.now()), happened: understood }, pack);
  const read = ahead?.effects.find((effect) => effect.kind === 'qualification');
  const qualification = read?.data ?? (known?.type === 'qualification-changed' ? known.data : null);
  const justTold = read?.data.slots.name?.value;
  const language = spokenIn(team, languageOf(ahead?.state ?? before));
  const slots = qualification?.slots ?? {};
  const talked = linesOf([...lines, ...team].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)));
  return {
    tenantId,
    conversationId,
    writerId: writerOf(conversation),
    addressKey: conversation.address?.key ?? null,
    brokerage: pack.brokerage,
    assistant: pack.assistant,
    schools: schoolsOf(pack),
    language,
    leadName: typeof justTold === 'string' ? justTold : (names[0] ?? conversation.board.vouchedName),
    onPhone: isOnPhone(team),
    now: timeLabel(parts.clock.now(), pack.timeZone, 'en'),
    daysAhead: daysAfter(wallTimeAt(parts.clock.now(), pack.timeZone)),
    advised: advisedIn(team),
    mode: conversation.mode,
    bot: (ahead?.state ?? turn?.stateAfter)?.bot ?? null,
    at: (ahead?.state ?? before).at,
    slots,
    missing: qualification?.missing ?? [],
    answered: qualification?.answered ?? 0,
    total: qualification?.total ?? 0,
    prefers: preferencesOf({ slots, language, lines: talked }),
    lines: talked,
    // Somebody who sells is asked about their own home, whichever page they came from.
    listing: (ahead?.state ?? before).bot === 'seller' ? null : (pack.listing ?? null),
  };
}

const fortnight = Array.from({ length: 14 }, (_, days) => days + 1);
const daysAfter = (today: CalendarDate): string =>
  fortnight.map((days) => dayLabel(plusDays(today, days), 'en')).join('; ');

/** The newest call of the lines goes on; of a long one, its words are all that is read. */
function isOnPhone(team: readonly Entry[]): boolean {
  const last = team.findLast(({ type }) => type === 'call-started' || type === 'call-ended');
  return last === undefined ? team.some(({ type }) => type === 'call-segment') : last.type === 'call-started';
}

/** The language on the phone counts: the talk in writing before it may have been in the other one. */
const spokenIn = (team: readonly Entry[], written: Language): Language =>
  team.reduce<Language>(
    (language, { type, data }) =>
      type === 'call-segment' && data.speaker === 'lead' ? readLanguage(data.text, language, false) : language,
    written,
  );

const mostAdvised = 3;

function advisedIn(team: readonly Entry[]): Advised[] {
  const became = new Map(
    team.flatMap(({ type, data }) =>
      type === 'suggestion-answered' ? [[data.suggestionId, data.action] as const] : [],
    ),
  );
  return team
    .flatMap(({ type, data }) => (type === 'suggestion-created' ? [data] : []))
    .slice(-mostAdvised)
    .map(({ suggestionId, say, reply = null }) => ({ say, reply, became: became.get(suggestionId) ?? null }));
}

const linesDiscussed = 3;
const mostDiscussed = 6;

/**
 * The shelf's cards for the team on what is discussed: first on what the agent asks, then on the lead's newest lines, each read and
 * looked up as a turn would. At most six, each once.
 */
export async function factsDiscussed(
  { reader, factsFor }: Pick<TurnDeps, 'reader' | 'factsFor'>,
  { tenantId, lines, language: spoken }: CoachContext,
  asked: string | null,
  language: Language,
): Promise<Discussed[]> {
  const found = new Map<string, Discussed>();
  const take = async (question: string, seq: number | null): Promise<void> => {
    for (const fact of await factsFor(tenantId, question, language, 'staff'))
      if (found.size < mostDiscussed && !found.has(fact.id)) found.set(fact.id, { fact, seq });
  };
  if (asked !== null) await take(asked, null);
  const newest = lines.filter(({ who }) => who === 'lead').slice(-linesDiscussed);
  for (const { text, seq } of newest.reverse())
    for (const { quote } of reader({ text }, { asked: null, language: spoken }).questions) await take(quote, seq);
  return [...found.values()];
}
