import type { Entry } from '../../contract/log/entry.ts';
import type { HelpReport, HelpRow } from '../../contract/rest/help.ts';
import { wilson } from '../../kernel/wilson.ts';

/** A hint or a suggestion, and what became of it. */
interface Shown {
  conversationId: string;
  rule: string;
  strategy: string | null;
  stage: string | null;
  version: string | null;
  /** The first person who saw or answered it. */
  by: { id: string; name?: string } | null;
  seen: boolean;
  action: 'used' | 'dismissed' | 'wrong' | null;
  spoken: boolean;
}

/** Fewer than these say nothing about a person or a rule. */
const leastToCompare = 30;

/** Sums up what was shown and what became of it. `entries`: of `helpTypes`, each before what follows from it. */
export function helpReportOf(entries: readonly Entry[]): Omit<HelpReport, 'complete'> {
  const shown = [...readShown(entries).values()];
  const ends = readEnds(entries);
  const rowsBy = (keyOf: (one: Shown) => string | null) => groupedBy(shown, keyOf, ends);
  return {
    byRule: rowsBy(({ rule }) => rule),
    byStrategy: rowsBy(({ strategy }) => strategy),
    byStage: rowsBy(({ stage }) => stage),
    byVersion: rowsBy(({ version }) => version),
    byAgent: rowsBy(({ by }) => by?.id ?? null),
  };
}

function readShown(entries: readonly Entry[]): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  const change = (id: string, { actor }: Entry, next: Partial<Shown>): void => {
    const found = shown.get(id);
    if (found === undefined) return;
    const isPerson = actor.kind === 'agent' || actor.kind === 'supervisor';
    shown.set(id, {
      ...found,
      ...next,
      by: found.by ?? (isPerson ? { id: actor.id, ...(actor.name === undefined ? {} : { name: actor.name }) } : null),
    });
  };
  for (const entry of entries) {
    const { type, data, conversationId } = entry;
    const fresh = { conversationId, by: null, action: null, spoken: false };
    if (type === 'cue-created')
      shown.set(data.cueId, { ...fresh, rule: data.ruleId, strategy: null, stage: null, version: null, seen: true });
    else if (type === 'suggestion-created') {
      const { versions, strategy, stage = null } = data;
      const version = versions === undefined ? null : `prompt ${versions.prompt}, ${versions.model}`;
      const known = { strategy: versions === undefined ? null : strategy, stage, version };
      shown.set(data.suggestionId, { ...fresh, ...known, rule: `coach by ${data.basis}`, seen: false });
    } else if (type === 'suggestion-seen') change(data.suggestionId, entry, { seen: true });
    else if (type === 'suggestion-spoken') change(data.suggestionId, entry, { seen: true, spoken: true });
    else if (type === 'suggestion-answered') {
      const { action } = data;
      const became = action === 'accepted' || action === 'edited' ? 'used' : action === 'dismissed' ? action : null;
      change(data.suggestionId, entry, { seen: true, action: became });
    } else if (type === 'cue-answered') change(data.cueId, entry, { action: data.action });
  }
  return shown;
}

/** Of each conversation, how the team filed its end. */
const readEnds = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap(({ type, data, conversationId }) =>
      type === 'conversation-ended' && data.disposition !== undefined ? [[conversationId, data.disposition]] : [],
    ),
  );

/** Those that can be compared first, by how often they were taken; the others by their names. */
function groupedBy(
  shown: readonly Shown[],
  keyOf: (one: Shown) => string | null,
  ends: ReadonlyMap<string, string>,
): HelpRow[] {
  const nameOf = (key: string) => shown.findLast(({ by }) => by?.id === key)?.by?.name;
  const keys = new Set(shown.flatMap((one) => keyOf(one) ?? []));
  const rows = [...keys].map((key): HelpRow => {
    const all = shown.filter((one) => keyOf(one) === key);
    return { ...rowOf(key, all, nameOf(key)), outcomes: outcomesOf(all, ends) };
  });
  return rows.sort(
    (a, b) =>
      Number(b.comparable) - Number(a.comparable) ||
      (a.comparable ? (b.taken?.share ?? 0) - (a.taken?.share ?? 0) : 0) ||
      (a.name ?? a.key).localeCompare(b.name ?? b.key),
  );
}

function rowOf(key: string, all: readonly Shown[], name: string | undefined): Omit<HelpRow, 'outcomes'> {
  const count = (is: (one: Shown) => boolean): number => all.filter(is).length;
  const seen = count((one) => one.seen);
  const taken = count(({ action, spoken }) => action === 'used' || spoken);
  return {
    key,
    ...(name === undefined ? {} : { name }),
    shown: all.length,
    seen,
    used: count(({ action }) => action === 'used'),
    dismissed: count(({ action }) => action === 'dismissed'),
    wrong: count(({ action }) => action === 'wrong'),
    spoken: count(({ spoken }) => spoken),
    taken: seen === 0 ? null : { share: taken / seen, ...wilson(taken, seen) },
    comparable: seen >= leastToCompare,
  };
}

function outcomesOf(all: readonly Shown[], ends: ReadonlyMap<string, string>): Record<string, number> {
  const seenIn = new Set(all.flatMap(({ seen, conversationId }) => (seen ? [conversationId] : [])));
  const outcomes: Record<string, number> = {};
  for (const id of seenIn) {
    const end = ends.get(id);
    if (end !== undefined) outcomes[end] = (outcomes[end] ?? 0) + 1;
  }
  return outcomes;
}
