import type { InterventionAnswer } from '../../contract/rest/interventions.ts';
import { taskChars } from '../../contract/taskLimits.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { withOptOutLine } from '../compliance/optOutLines.ts';
import { addNote, type MentionDeps } from '../conversations/log/addNote.ts';
import type { StaffScope } from '../identity/model.ts';
import { type WriteDeps, writeAsStaff } from '../profiles/writeAsStaff.ts';
import { addTask, type TaskDeps } from '../tasks/writeTask.ts';
import { carriedOut, commandOf, outcomeOf } from './carriedOut.ts';
import { answerOf } from './listProposals.ts';
import { type Decision, dayMs, type Proposal, usualHours } from './model.ts';
import { type Barrier, barrierTo } from './plan.ts';
import type { InterventionStore } from './ports.ts';
import { coolingReader, type ReadCoolingDeps, readCooling } from './readCooling.ts';

export interface DecideDeps extends ReadCoolingDeps, WriteDeps, TaskDeps, MentionDeps {
  interventions: Pick<InterventionStore, 'find' | 'change' | 'ofPerson'>;
  conversations: ReadCoolingDeps['conversations'] & WriteDeps['conversations'];
  tasks: TaskDeps['tasks'];
  appender: WriteDeps['appender'];
  timeZoneOf(tenantId: string): Promise<string>;
  clock: Clock;
}

/**
 * Has a lead followed up with these words, or those of the draft: sent as whoever approves it, where the hub has a channel that is open;
 * else it becomes a task of theirs, with the words in a note beside it. All gates are asked again, as of now. Where the way to opt out was
 * edited out of a text or an email, it stands at the end again.
 * @throws HubError `NOT_FOUND`; `CONFLICT`: it is decided, or the lead is busy with the team; `SUPPRESSED_CONTACT`, `CONSENT_REQUIRED`,
 * `QUIET_HOURS`; `QUOTA_EXCEEDED`: they were followed up too often; `SUPERSEDED`: they wrote since; and the errors of sending and tasks
 */
export async function approveProposal(
  deps: DecideDeps,
  scope: StaffScope,
  id: string,
  { text }: { text?: string | undefined },
): Promise<InterventionAnswer> {
  const { tenantId, principal } = scope;
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  const proposal = await deps.interventions.find(tenantId, id);
  if (proposal === null) throw new HubError('NOT_FOUND');
  const isAgain = proposal.state === 'approving' && proposal.decided?.by.id === principal.id;
  if (proposal.state !== 'open' && !isAgain) throw decidedAlready(proposal);
  // Carried out before a crash, it has only to be recorded; the gates would be closed, for by now somebody is talking with them.
  if (!isAgain || (await carriedOut(deps.entries, proposal, principal.id)) === null) await passGates(deps, proposal);
  const decided: Decision = { at: deps.clock.now(), by: { id: principal.id, name: principal.name ?? '' } };
  // Once it may have been sent its words stand.
  const draft = text === undefined || isAgain ? proposal.draft : { ...proposal.draft, text: sendable(proposal, text) };
  const approved = { from: isAgain ? (['approving'] as const) : (['open'] as const), decided, draft };
  if (!(await deps.interventions.change(tenantId, id, { ...approved, to: 'approving' })))
    throw decidedAlready(await deps.interventions.find(tenantId, id));
  const now: Proposal = { ...proposal, draft, decided };
  try {
    const to = await carryOut(deps, scope, now);
    await deps.interventions.change(tenantId, id, { from: ['approving'], to });
    return answerOf({ ...now, state: to }, deps.clock.now());
  } catch (error) {
    // Nothing was sent: it is open again. Where that can't be known it stays, and the same person may approve it again.
    if (error instanceof HubError && error.code !== 'DEPENDENCY_DOWN')
      await deps.interventions.change(tenantId, id, { from: ['approving'], to: 'open', decided: null });
    throw error;
  }
}

/**
 * Drops a proposal; the next step of the ladder may bring another.
 * @throws HubError `NOT_FOUND`; `CONFLICT`: it is decided
 */
export async function rejectProposal(
  { interventions, clock }: Pick<DecideDeps, 'interventions' | 'clock'>,
  { tenantId, principal }: StaffScope,
  id: string,
  { reason }: { reason?: string | undefined },
): Promise<InterventionAnswer> {
  const by = { id: principal.id, name: principal.name ?? '' };
  const decided: Decision = { at: clock.now(), by, ...(reason === undefined ? {} : { reason }) };
  const isRejected = await interventions.change(tenantId, id, { from: ['open'], to: 'rejected', decided });
  const found = await interventions.find(tenantId, id);
  if (found === null) throw new HubError('NOT_FOUND');
  if (!isRejected) throw decidedAlready(found);
  return answerOf(found, clock.now());
}

/** @throws HubError by the first gate that is closed; a proposal that can never be sent anymore is withdrawn */
async function passGates(deps: DecideDeps, { id, tenantId, leadId, way, createdAt }: Proposal): Promise<void> {
  const now = deps.clock.now();
  const known = await coolingReader(deps, tenantId)(leadId);
  const lead = known === null ? null : await readCooling(deps, tenantId, known, now);
  if (lead === null) throw new HubError('NOT_FOUND');
  const policy = { ...usualHours, zone: await deps.timeZoneOf(tenantId) };
  const barrier = barrierTo(lead, policy, now, { since: createdAt, own: id });
  const isOver = barrier === 'opted-out' || barrier === 'wrote-since' || (barrier === null && lead.way !== way);
  if (isOver) await deps.interventions.change(tenantId, id, { from: ['open', 'approving'], to: 'withdrawn' });
  if (barrier !== null) throw refusals[barrier]();
  if (lead.way !== way)
    throw new HubError('CONFLICT', {
      says: 'How this lead can be reached has changed, so this proposal was withdrawn.',
    });
}

const refusals: Readonly<Record<Barrier, () => HubError>> = {
  'opted-out': () => new HubError('SUPPRESSED_CONTACT'),
  'no-consent': () => new HubError('CONSENT_REQUIRED'),
  'quiet-hours': () =>
    new HubError('QUIET_HOURS', {
      says: 'Leads are contacted between 9 AM and 8 PM, from noon on Sundays, and within the hours they asked for. Approve it then.',
    }),
  capped: () => new HubError('QUOTA_EXCEEDED', { says: 'This lead was followed up a short while ago.' }),
  talking: () => new HubError('CONFLICT', { says: 'Someone on your team is already talking with this lead.' }),
  appointment: () => new HubError('CONFLICT', { says: 'This lead has an appointment coming up.' }),
  promised: () => new HubError('CONFLICT', { says: 'There’s an open task for this lead. Wait until it’s due.' }),
  'wrote-since': () => new HubError('SUPERSEDED', { says: 'They have written since, so this proposal was withdrawn.' }),
};

const decidedAlready = (proposal: Pick<Proposal, 'state' | 'decided'> | null): HubError =>
  new HubError('CONFLICT', {
    says:
      proposal?.state === 'withdrawn'
        ? 'This proposal was withdrawn, because the lead wrote or opted out.'
        : 'This proposal has already been decided.',
  });

/** Sends it, or makes it a task. */
async function carryOut(deps: DecideDeps, scope: StaffScope, proposal: Proposal): Promise<'sent' | 'tasked'> {
  const { conversationId, draft } = proposal;
  const command = commandOf(proposal);
  if (outcomeOf(proposal) === 'sent') {
    await writeAsStaff(deps, scope, command, { conversationId, text: draft.text });
    return 'sent';
  }
  const now = deps.clock.now();
  // The task names the note, and is what says that all is done.
  await addNote(deps, scope, command, { conversationId, text: noteWords(proposal) });
  await addTask(deps, scope, command, { conversationId, text: taskWords(proposal), dueAt: isoOf(now + dayMs) });
  return 'tasked';
}

function sendable({ way, draft }: Proposal, text: string): string {
  if (way !== 'sms' && way !== 'email') return text;
  return withOptOutLine(text, way === 'sms' ? 'text' : 'email', draft.language.startsWith('es') ? 'es' : 'en');
}

const taskWords = ({ way, name }: Proposal): string =>
  `${way === 'call' ? 'Call' : 'Email'} ${name ?? 'this lead'} to follow up. The words are in a note here.`.slice(
    0,
    taskChars,
  );
const noteWords = ({ draft: { subject, text } }: Proposal): string =>
  subject === undefined ? text : `${subject}\n\n${text}`;
