import { z } from 'zod';
import { contactWays, interventionStates, ladderSteps, proposalChars, riskTiers } from '../interventions.ts';
import { basis } from '../log/parts.ts';
import { evidence, id, isoTime, personText } from '../values.ts';

const when = isoTime.nullable();
/** The decision with its time and person; `reason`: of a rejection, if one was given. */
const decision = z.object({
  at: isoTime,
  by: z.object({ id: z.string(), name: z.string() }),
  reason: z.string().optional(),
});

/**
 * A proposal to follow up with a lead who went silent. `step`: days of silence that called for it. `risk`: 0–1, null where no reading of
 * churn is there; then `tier` goes by the silence alone (`tierBy`). `why`: the same in words; `evidence`: the lines that the reading rests on.
 */
export const intervention = z
  .object({
    id,
    leadId: id,
    conversationId: id,
    name: z.string().optional(),
    state: z.enum(interventionStates),
    step: z.literal(ladderSteps),
    silentSince: isoTime,
    silentDays: z.number().int(),
    risk: z.number().nullable(),
    tier: z.enum(riskTiers),
    tierBy: z.enum(['churn', 'silence']),
    why: z.array(z.string()),
    evidence: z.array(evidence),
    way: z.enum(contactWays),
    draft: z.object({ text: z.string(), subject: z.string().optional(), language: z.string(), basis }),
    createdAt: isoTime,
    decided: decision.optional(),
    /** The lead's reactions within two weeks of a follow-up; a reply counts within 72 hours. */
    outcome: z.object({ repliedAt: when, optedOutAt: when, appointmentAt: when }),
  })
  .meta({ id: 'Intervention' });
export type InterventionAnswer = z.infer<typeof intervention>;

/** The open ones, the riskiest first, at most 100. */
export const interventionsAnswer = z.object({ items: z.array(intervention) });
export type InterventionsAnswer = z.infer<typeof interventionsAnswer>;

/** `text`: in place of the draft. */
export const interventionApproval = z.strictObject({ text: personText(proposalChars).optional() });
export const interventionRejection = z.strictObject({ reason: personText(500).optional() });
