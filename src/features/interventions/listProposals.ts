import type { InterventionAnswer, InterventionsAnswer } from '../../contract/rest/interventions.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { readPages } from '../../kernel/readPages.ts';
import type { StaffScope } from '../identity/model.ts';
import { dayMs, type Proposal } from './model.ts';
import { type InterventionStore, proposalsPage } from './ports.ts';

/** The proposals that somebody is to decide on, the riskiest first. */
export async function listProposals(
  { interventions, clock }: { interventions: Pick<InterventionStore, 'listOpen'>; clock: Clock },
  { tenantId }: Pick<StaffScope, 'tenantId'>,
): Promise<InterventionsAnswer> {
  const now = clock.now();
  return { items: (await interventions.listOpen(tenantId)).map((one) => answerOf(one, now)) };
}

/** Every proposal that was made for a lead, as it crosses the wire. */
export async function* eachProposal(
  { interventions, clock }: { interventions: Pick<InterventionStore, 'pageOfLead'>; clock: Clock },
  tenantId: string,
  leadId: string,
): AsyncGenerator<InterventionAnswer, void, undefined> {
  const pages = readPages(proposalsPage, (after) => interventions.pageOfLead(tenantId, leadId, after));
  for await (const proposal of pages) yield answerOf(proposal, clock.now());
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : isoOf(at));

/** A proposal as it crosses the wire. */
export function answerOf(proposal: Proposal, now: number): InterventionAnswer {
  const { id, leadId, conversationId, name, state, step, silentSince, risk, tier, tierBy, evidence } = proposal;
  const { way, draft, createdAt, decided, outcome } = proposal;
  const silentDays = Math.max(0, Math.floor((now - silentSince) / dayMs));
  const { text, subject, language, basis } = draft;
  return {
    ...{ id, leadId, conversationId, state, step, silentDays, risk, tier, tierBy, way },
    ...(name === null ? {} : { name }),
    silentSince: isoOf(silentSince),
    why: whyOf(proposal),
    evidence: [...evidence],
    draft: { text, language, basis, ...(subject === undefined ? {} : { subject }) },
    createdAt: isoOf(createdAt),
    ...(decided === null
      ? {}
      : {
          decided: {
            at: isoOf(decided.at),
            by: decided.by,
            ...(decided.reason === undefined ? {} : { reason: decided.reason }),
          },
        }),
    outcome: {
      repliedAt: isoOrNull(outcome.repliedAt),
      optedOutAt: isoOrNull(outcome.optedOutAt),
      appointmentAt: isoOrNull(outcome.appointmentAt),
    },
  };
}

/** The reasons for it, in words. */
const whyOf = ({ step, risk }: Proposal): string[] => [
  `They have been silent for ${step} days or more.`,
  risk === null
    ? 'The risk goes by the silence alone: nothing else is known of how they write.'
    : `The reading of churn puts the risk that they’re lost at ${Math.round(risk * 100)}%.`,
];
