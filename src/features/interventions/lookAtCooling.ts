import type { ContactWay } from '../../contract/interventions.ts';
import { ladderSteps, lastDays } from '../../contract/interventions.ts';
import type { ScriptChannel } from '../../contract/scriptKinds.ts';
import type { Clock } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type Job, type Jobs, noTenant } from '../../kernel/jobs.ts';
import { writeCursor } from '../conversations/board/boardCursor.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { noLimits } from '../reading/optOut/contactLimits.ts';
import { carriedOut } from './carriedOut.ts';
import { dayMs, openForMs, type Plan, type Proposal, type ProposalDraft, usualHours } from './model.ts';
import { isInWindow, plan, stepAt } from './plan.ts';
import type { InterventionStore } from './ports.ts';
import { type CoolingPerson, coolingReader, type ReadCoolingDeps, readCooling } from './readCooling.ts';
import { type OutcomeDeps, watchOutcomes } from './watchOutcomes.ts';

export interface ProposeDeps extends ReadCoolingDeps, OutcomeDeps {
  entries: OutcomeDeps['entries'] & Pick<EntryStore, 'findOnce'>;
  interventions: InterventionStore;
  conversations: ReadCoolingDeps['conversations'] & Pick<BoardStore, 'list'> & Pick<ConversationStore, 'find'>;
  identity: Pick<IdentityStore, 'listTenants'>;
  timeZoneOf(tenantId: string): Promise<string>;
  /** Words for a lead from the writing workshop, for one step of their silence. Nothing is sent. */
  draftFor(
    tenantId: string,
    leadId: string,
    asked: { channel: ScriptChannel; step: Plan['step'] },
  ): Promise<ProposalDraft>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

/** A few times within the hours in which people are contacted. */
const everyMs = 4 * 3_600_000;
/**
 * Rows of one run, drafted all at once; the next one goes on where it ended. A model takes many seconds for a draft, and a run is to end
 * within the lease of its job: past that another node would have the same drafts written.
 */
const rowsPerRun = 20;
/**
 * Between two runs. Of a brokerage with tens of thousands of silent talks, runs that followed at once would take the database from the
 * visitors for an hour; so they take days, of the week at least that a step of the ladder lasts.
 */
const pauseMs = 30_000;
const closedMs = 900_000;
/** The job that goes on with what the first run left: one for each brokerage, so that there are never two passes at a time. */
const rest = 'rest';

/** The job that looks for leads who went silent: the hub's has every brokerage looked at, a brokerage's looks. */
export const lookAtCooling = (deps: ProposeDeps, job: Job): Promise<number | null> =>
  job.tenantId === noTenant ? lookAtAllBrokerages(deps) : lookAtBrokerage(deps, job);

/** Resolves to when it wants to run again. */
async function lookAtAllBrokerages({ identity, jobs, clock }: ProposeDeps): Promise<number> {
  const now = clock.now();
  for (const { id: tenantId } of await identity.listTenants())
    await jobs.schedule({ tenantId, kind: 'cooling', about: 'all', at: now });
  return now + everyMs;
}

/**
 * One run for a brokerage: of the talks in which nobody has said a word for a week, a page of rows, the newest first, and of these the
 * people who are to be followed up. Another job takes the rest, a page at a time, in the hours in which people are contacted. The first run
 * also ends proposals that nobody decided on, and looks up the outcomes of those that were sent. Runs twice without doing anything twice.
 */
export async function lookAtBrokerage(deps: ProposeDeps, { tenantId, data }: Job): Promise<number | null> {
  const now = deps.clock.now();
  const isFirst = data.lastAt === undefined;
  const policy = { ...usualHours, zone: await deps.timeZoneOf(tenantId) };
  if (isFirst) {
    await endOld(deps, tenantId, now);
    await watchOutcomes(deps, tenantId, now);
  } else if (!isInWindow({ limits: noLimits }, policy, now)) return now + closedMs;
  const cursor = isFirst
    ? { lastAt: now - ladderSteps[0] * dayMs, id: '' }
    : { lastAt: Number(data.lastAt), id: String(data.lastId) };
  const page = await deps.conversations.list(tenantId, { limit: rowsPerRun, cursor: writeCursor(cursor), now });
  const read = coolingReader(deps, tenantId);
  await fewAtOnce(
    page.items.filter((talk) => maySilent(talk, now)),
    async (talk) => {
      const known = await read(talk.leadId);
      // Of somebody with several talks, the newest one counts.
      if (known === null || known.talks[0]?.id !== talk.id) return;
      const person = await readCooling(deps, tenantId, known, now, { onlyReachable: true });
      const planned = person === null ? null : plan(person, policy, now);
      if (person !== null && planned !== null) await propose(deps, tenantId, person, planned);
    },
  );
  const last = page.items.at(-1);
  if (page.nextCursor === null || last === undefined || last.board.lastAt <= now - lastDays * dayMs) return null;
  const { lastAt } = last.board;
  await deps.jobs.schedule({
    ...{ tenantId, kind: 'cooling', about: rest, at: now + pauseMs },
    data: { lastAt, lastId: last.id },
    // A pass that is still under way goes on: begun anew every few hours, a long one would never come to its end.
    unlessSet: isFirst,
  });
  return null;
}

/** Whether the row may be of somebody who went silent: cheap, and before anything is read of them. */
const maySilent = ({ board, mode }: Conversation, now: number): boolean =>
  board.said > 0 && !board.pressed && mode !== 'waiting' && stepAt((now - board.lastAt) / dayMs) !== null;

const channelOf: Readonly<Record<ContactWay, ScriptChannel>> = {
  sms: 'text',
  email: 'email',
  call: 'call',
  write: 'email',
};

async function propose(deps: ProposeDeps, tenantId: string, person: CoolingPerson, planned: Plan): Promise<void> {
  const { leadId, way, step } = planned;
  let draft: ProposalDraft;
  try {
    draft = await deps.draftFor(tenantId, leadId, { channel: channelOf[way], step });
  } catch (error) {
    // They opted out, or were deleted, in this moment.
    if (error instanceof HubError && (error.code === 'SUPPRESSED_CONTACT' || error.code === 'NOT_FOUND')) return;
    throw error;
  }
  const { leadIds, name } = person;
  const proposal: Proposal = {
    ...planned,
    ...{ tenantId, leadIds, name, draft, state: 'open', decided: null },
    outcome: { through: 0, repliedAt: null, optedOutAt: null, appointmentAt: null },
  };
  await deps.interventions.add(proposal);
  // Their words may have been deleted while this was written.
  const after = await deps.conversations.find(tenantId, planned.conversationId);
  if (after === null || isErased(after)) await deps.interventions.erase(tenantId, planned.conversationId);
}

/**
 * Proposals on which nobody decided in time are over, so that the next step of the ladder has its turn. So are those whose approval a crash
 * cut off, once the person who approved it has had a day to press again: what the log says was done is recorded.
 */
async function endOld({ interventions, entries }: ProposeDeps, tenantId: string, now: number): Promise<void> {
  for (const proposal of await interventions.openSince(tenantId, now - openForMs)) {
    const { id, state, decided } = proposal;
    if (decided !== null && decided.at > now - dayMs) continue;
    const done = state === 'approving' && decided ? await carriedOut(entries, proposal, decided.by.id) : null;
    await interventions.change(tenantId, id, { from: [state], to: done ?? 'expired' });
  }
}
