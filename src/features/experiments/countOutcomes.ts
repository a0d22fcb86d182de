import type { Entry } from '../../contract/log/entry.ts';
import { limits } from '../../contract/values.ts';
import type { EntryStore, LeadConversations } from '../conversations/ports.ts';
import type { PersonRecord } from '../profiles/model.ts';
import type { RecordStore } from '../profiles/ports.ts';
import type { Counted, Experiment, Exposure } from './model.ts';

export interface CountDeps {
  conversations: Pick<LeadConversations, 'listOfLead'>;
  entries: Pick<EntryStore, 'read' | 'listOf'>;
  records: Pick<RecordStore, 'ofLead'>;
}

/** Of a lead, the newest. */
const mostTalks = 20;
/** Of one talk; later lines aren’t read. */
const mostLines = 1_000;
const mostAlerts = 50;
const complaints: ReadonlySet<string> = new Set(['complaint', 'unwanted-contact']);

/** Reads from the logs, and from what the lead forbade, what happened after an exposure and no later than `through`. */
export async function countOutcomes(
  deps: CountDeps,
  { tenantId, metric }: Pick<Experiment, 'tenantId' | 'metric'>,
  exposure: Exposure,
  through: number,
): Promise<Counted> {
  const counts = (at: number): boolean => at > exposure.at && at <= through;
  const talks = await deps.conversations.listOfLead(tenantId, exposure.leadId, mostTalks);
  const found = await Promise.all(
    talks.map(async ({ id }) => ({
      outcomeAt: await firstOutcome(deps, id, {
        from: id === exposure.conversationId ? exposure.seq : 0,
        counts,
        metric,
      }),
      complainedAt: timeOf(
        (await deps.entries.listOf(id, 'alert-raised', mostAlerts)).find(
          (entry) => entry.type === 'alert-raised' && complaints.has(entry.data.kind) && counts(Date.parse(entry.at)),
        ),
      ),
    })),
  );
  const optOuts = (await deps.records.ofLead(tenantId, exposure.leadId)).filter(isOptOut).map(({ at }) => at);
  return {
    through,
    outcomeAt: earliest(found.map(({ outcomeAt }) => outcomeAt)),
    optedOutAt: earliest(optOuts.filter(counts)),
    complainedAt: earliest(found.map(({ complainedAt }) => complainedAt)),
  };
}

async function firstOutcome(
  { entries }: Pick<CountDeps, 'entries'>,
  conversationId: string,
  { from, counts, metric }: { from: number; counts: (at: number) => boolean; metric: Experiment['metric'] },
): Promise<number | null> {
  const size = limits.fetchEntries;
  for (let next = from + 1; next <= from + mostLines; next += size) {
    const page = await entries.read(conversationId, 'public', next, next + size - 1, size);
    const outcome = page.find((entry) => isOutcome[metric](entry) && counts(Date.parse(entry.at)));
    if (outcome !== undefined) return timeOf(outcome);
    if (page.length < size) return null;
  }
  return null;
}

const isOutcome: Record<Experiment['metric'], (entry: Entry) => boolean> = {
  replied: ({ type, actor }) => type === 'message-created' && (actor.kind === 'visitor' || actor.kind === 'lead'),
  // One that is moved was booked before.
  appointment: ({ type, data }) =>
    type === 'appointment-changed' && data.state === 'booked' && data.movedFrom === undefined,
};

const isOptOut = ({ kind }: PersonRecord): boolean => kind === 'suppression';
const timeOf = (entry: Entry | undefined): number | null => (entry === undefined ? null : Date.parse(entry.at));
const earliest = (times: readonly (number | null)[]): number | null => {
  const known = times.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
};
