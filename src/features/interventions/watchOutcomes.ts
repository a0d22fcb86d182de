import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import type { AppointmentStore } from '../appointments/ports.ts';
import { isOfVisitor } from '../conversations/actors.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { type Outcome, type Proposal, replyWithinMs, watchedMs } from './model.ts';
import type { InterventionStore } from './ports.ts';
import { coolingReader, type ReadCoolingDeps } from './readCooling.ts';

export interface OutcomeDeps extends Pick<ReadCoolingDeps, 'leads' | 'records' | 'conversations'> {
  interventions: Pick<InterventionStore, 'watched' | 'noteOutcome'>;
  entries: Pick<EntryStore, 'listOf'>;
  appointments: Pick<AppointmentStore, 'findNext'>;
}

const hourMs = 3_600_000;
/** Of one talk; of those alone in which something was said since. */
const linesRead = 50;

/** Records what became of follow-ups, for two weeks after each: whether they replied, opted out, or have an appointment. */
export async function watchOutcomes(deps: OutcomeDeps, tenantId: string, now: number): Promise<void> {
  const due = await deps.interventions.watched(tenantId, now - watchedMs - hourMs, now - hourMs);
  const read = coolingReader(deps, tenantId);
  await fewAtOnce(due, async (proposal) => {
    const outcome = await outcomeOf(deps, read, proposal, now);
    await deps.interventions.noteOutcome(tenantId, proposal.id, outcome);
  });
}

async function outcomeOf(
  deps: OutcomeDeps,
  read: ReturnType<typeof coolingReader>,
  { tenantId, leadId, decided, outcome }: Proposal,
  now: number,
): Promise<Outcome> {
  const known = await read(leadId);
  if (known === null || decided === null) return { ...outcome, through: now };
  const counts = (at: number): boolean => at > decided.at && at <= decided.at + watchedMs;
  const talks = known.talks.filter(({ board }) => board.lastAt > decided.at);
  const lines = await fewAtOnce(talks, ({ id }) => deps.entries.listOf(id, 'message-created', linesRead));
  const replies = lines
    .flat()
    .filter(isOfVisitor)
    .map(({ at }) => Date.parse(at))
    .filter((at) => counts(at) && at <= decided.at + replyWithinMs);
  const optOuts = known.records.filter(({ kind, at }) => kind === 'suppression' && counts(at)).map(({ at }) => at);
  const ids = known.talks.map(({ id }) => id);
  const next = await deps.appointments.findNext(tenantId, ids, decided.at);
  const booked = next !== null && counts(next.createdAt) ? next.createdAt : null;
  return {
    through: now,
    repliedAt: outcome.repliedAt ?? earliest(replies),
    optedOutAt: outcome.optedOutAt ?? earliest(optOuts),
    appointmentAt: outcome.appointmentAt ?? booked,
  };
}

const earliest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.min(...times));
