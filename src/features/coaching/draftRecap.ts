import type { EntryData } from '../../contract/log/entry.ts';
import { HubError } from '../../kernel/hubError.ts';
import { dataBlock } from '../llm/dataBlock.ts';
import type { Task } from '../llm/ports.ts';
import { coachActor } from './actor.ts';
import { type RecapAnswer, recapAnswer } from './answers.ts';
import type { CoachContext, RecapBrief, TranscriptLine } from './coachContext.ts';
import type { CoachingDeps, StaffRequest } from './deps.ts';
import { findQuote } from './findQuote.ts';
import { recapSystem } from './prompts.ts';
import { recapByRules } from './recapByRules.ts';
import { askedBy } from './writeForStaff.ts';

export const recapTask: Task<RecapBrief> = {
  name: 'recap',
  version: 2,
  tier: 'large',
  criticality: 'staff-pressed',
  system: recapSystem,
  schema: recapAnswer,
  maxTokens: 1000,
  timeoutMs: 45_000,
  offline: recapByRules,
};

/**
 * Drafts an agent's notes after a call: its result, their promises with the dates, and the next step, each with the words
 * it rests on. It stands in the team's log as a draft; nothing follows from it. `finished` resolves once it is written.
 * @throws HubError `NOT_FOUND` where there is no such conversation or nothing was written of the call
 */
export async function draftRecap(
  deps: CoachingDeps,
  request: StaffRequest & { callId: string; once: string },
): Promise<{ finished: Promise<void> }> {
  const { tenantId, conversationId, callId, cause } = request;
  const [talk, lines] = await Promise.all([
    deps.readTalk(tenantId, conversationId),
    deps.readCall(conversationId, callId),
  ]);
  if (talk === null || lines.length === 0) throw new HubError('NOT_FOUND');
  if (cause !== undefined) await deps.admit(tenantId, cause.principalId);
  const draft = async (): Promise<void> => {
    const order = { task: recapTask, prompt: recapPrompt(talk, lines), brief: { talk, lines } satisfies RecapBrief };
    const by = { ...order, ...askedBy(request, talk) };
    const outlet = { onText: () => {}, signal: new AbortController().signal };
    const { answer, basis } = await deps.model.write(by, outlet);
    const written = answer === null ? recapByRules({ talk, lines }) : (answer as RecapAnswer);
    const isErased = async (): Promise<boolean> => (await deps.readCall(conversationId, callId)).length === 0;
    if (await isErased()) return;
    await deps.append(tenantId, conversationId, {
      type: 'call-drafted',
      data: { callId, ...recapOf(written, talk, lines), basis: answer === null ? 'rules' : basis },
      actor: coachActor,
      ...(cause === undefined ? {} : { cause }),
      onceKey: `${request.once}:call-drafted`,
    });
    // A no that came in between may have looked for drafts before this one stood.
    if (await isErased()) await deps.eraseDrafts(conversationId, callId);
  };
  return {
    finished: draft().catch((err: unknown) => deps.logger.error('a call was not summarized', { err, conversationId })),
  };
}

/** Only promises whose words stand in the call, of the agent; only days that lie ahead. */
export function recapOf(
  { summary, nextStep, promises, quotes }: RecapAnswer,
  { daysAhead }: Pick<CoachContext, 'daysAhead'>,
  lines: readonly TranscriptLine[],
): Omit<EntryData<'call-drafted'>, 'callId' | 'basis'> {
  const days = daysAhead.split('; ');
  return {
    summary: summary.trim(),
    ...(nextStep === null || nextStep.trim() === '' ? {} : { nextStep: nextStep.trim() }),
    promises: promises.flatMap(({ text, day, quote }) => {
      const evidence = findQuote(lines, quote, 'agent');
      const at = day === null ? -1 : days.indexOf(day.trim());
      return evidence === null ? [] : [{ text, evidence, ...(at < 0 ? {} : { inDays: at + 1 }) }];
    }),
    evidence: quotes.flatMap((quote) => findQuote(lines, quote) ?? []),
  };
}

const recapPrompt = (talk: CoachContext, lines: readonly TranscriptLine[]): string =>
  [
    dataBlock('state', { brokerage: talk.brokerage, now: talk.now, daysAhead: talk.daysAhead }),
    dataBlock(
      'call',
      lines.map(({ who, text }) => ({ from: who, text })),
    ),
  ].join('\n\n');
