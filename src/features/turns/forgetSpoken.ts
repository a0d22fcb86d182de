import type { Entry } from '../../contract/log/entry.ts';
import { isTeamLog } from '../../contract/log/logs.ts';
import { type Evidence, limits } from '../../contract/values.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { BotEvent, BotState, Step } from '../bots/state/protocol.ts';
import { withoutWords } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { austin } from '../packs/austin.ts';
import type { LeadStore } from '../profiles/ports.ts';
import { isFindable, nameLine } from '../search/indexEntry.ts';
import type { SearchStore } from '../search/ports.ts';
import { packsOf } from './knownFacts.ts';
import type { Turn } from './model.ts';
import type { TurnStore } from './ports.ts';
import { stateBefore, takeStep } from './takeStep.ts';

export interface ForgetSpokenDeps {
  entries: Pick<EntryStore, 'read' | 'rewrite'>;
  turnStore: Pick<TurnStore, 'list' | 'rewrite'>;
  leads: Pick<LeadStore, 'find' | 'change'>;
  search: Pick<SearchStore, 'eraseLines'>;
  step: Step;
  firstState(language: string): BotState;
  log: Logger;
}

/** Of the calls whose words were erased: the numbers of their lines, and of the first line of any of them. */
interface Spoken {
  seqs: ReadonlySet<number>;
  from: number;
}

const nothingKnown = { value: null, state: 'unknown', confidence: null, evidence: [] } as const;

/**
 * Takes out of a conversation what was understood of calls whose words were erased: out of the profile, out of the lines of what is known,
 * and out of the turns, each of which is taken again without them. For a turn, under its lease. Again is harmless.
 */
export async function forgetSpoken(deps: ForgetSpokenDeps, conversation: Conversation): Promise<void> {
  const lines = await linesOf(deps, conversation.id);
  const wiped = new Set(lines.flatMap(({ type, data }) => (type === 'call-wiped' ? [data.callId] : [])));
  const ofCalls = lines.filter(
    ({ type, data }) => (type === 'call-started' || type === 'call-segment') && wiped.has(data.callId),
  );
  const spoken: Spoken = {
    seqs: new Set(ofCalls.flatMap(({ type, seq }) => (type === 'call-segment' ? [seq] : []))),
    from: Math.min(...ofCalls.map(({ seq }) => seq)),
  };
  if (spoken.seqs.size === 0) return;
  await forgetOfLead(deps, conversation, spoken);
  const derived = lines.filter((line) => isDerived(line, spoken));
  for (const line of derived) await deps.entries.rewrite(withoutWords(line));
  await deps.search.eraseLines(conversation.id, [
    ...derived.filter(isFindable).map(({ seq }) => ({ log: 'internal' as const, seq })),
    nameLine,
  ]);
  await stepAgain(deps, conversation, spoken);
}

const restsOn = (evidence: readonly Evidence[], { seqs }: Spoken): boolean =>
  evidence.some(({ log, seq }) => isTeamLog(log) && seqs.has(seq));

function isDerived({ type, seq, data }: Entry, spoken: Spoken): boolean {
  if (seq < spoken.from) return false;
  if (type === 'score-changed' || type === 'insight-changed') return true;
  return (
    type === 'qualification-changed' && Object.values(data.slots).some(({ evidence }) => restsOn(evidence, spoken))
  );
}

async function forgetOfLead(
  { leads }: ForgetSpokenDeps,
  { id, tenantId, leadId }: Conversation,
  spoken: Spoken,
): Promise<void> {
  const lead = await leads.find(tenantId, leadId);
  const learned = Object.entries(lead?.fields ?? {}).filter(
    ([, field]) => field.conversationId === id && restsOn(field.evidence, spoken),
  );
  if (learned.length === 0) return;
  const fields = Object.fromEntries(
    learned.map(([name]) => [name, { ...nothingKnown, evidence: [], conversationId: id }]),
  );
  await leads.change(tenantId, leadId, { fields, ...(fields.name === undefined ? {} : { name: null }) });
}

async function stepAgain(deps: ForgetSpokenDeps, { id, language }: Conversation, spoken: Spoken): Promise<void> {
  const turns = await turnsOf(deps, id);
  const packs = packsOf(turns, austin);
  const first = turns.findIndex(({ event }) => event.happened.some((one) => isSpoken(one, spoken)));
  if (first < 0) return;
  let last = turns[first - 1] ?? null;
  for (const [index, { told: _, ...turn }] of turns.entries()) {
    const pack = packs[index];
    if (index < first || pack === undefined) continue;
    const event = { ...turn.event, happened: unspoken(turn.event.happened, spoken) };
    const before = stateBefore(deps, last, turns[0]?.event.language ?? language);
    const { state, effects, summary } = takeStep(deps, before, event, pack);
    const record = effects.length === 0 ? [] : turn.effects.filter(({ kind }) => kind === 'record');
    const again = [...record, ...effects];
    last = { ...turn, event, rules: summary.rules, stateAfter: state, effects: again, done: again.map((_, at) => at) };
    await deps.turnStore.rewrite(last);
  }
}

/** A reading stands right before the words that it is of. */
const unspoken = (happened: readonly BotEvent[], spoken: Spoken): BotEvent[] =>
  happened.flatMap((one, at): BotEvent[] => {
    const of = one.kind === 'understood' ? happened[at + 1] : one;
    if (of !== undefined && isSpoken(of, spoken)) return [];
    if (one.kind !== 'slots-read') return [one];
    const left = Object.entries(one.slots).filter(([, { evidence }]) => !restsOn(evidence, spoken));
    return [{ ...one, slots: Object.fromEntries(left) }];
  });

function isSpoken(one: BotEvent, { seqs }: Spoken): boolean {
  if (one.kind === 'visitor-message') return isTeamLog(one.log) && seqs.has(one.seq);
  return one.kind === 'agent-message' && one.spoken === true && seqs.has(one.seq);
}

const turnsAtOnce = 100;
async function turnsOf({ turnStore }: ForgetSpokenDeps, conversationId: string): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (;;) {
    const page = await turnStore.list(conversationId, turnsAtOnce, turns.at(-1)?.turnNo ?? 0);
    turns.push(...page);
    if (page.length < turnsAtOnce) return turns;
  }
}

async function linesOf({ entries }: ForgetSpokenDeps, conversationId: string): Promise<Entry[]> {
  const lines: Entry[] = [];
  for (let from = 1; ; from += limits.fetchEntries) {
    const to = from + limits.fetchEntries - 1;
    const page = await entries.read(conversationId, 'internal', from, to, limits.fetchEntries);
    lines.push(...page);
    if (page.length < limits.fetchEntries) return lines;
  }
}
