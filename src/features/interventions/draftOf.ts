import { type LadderStep, ladderSteps } from '../../contract/interventions.ts';
import type { ScriptsAnswer, ScriptsRequest } from '../../contract/rest/scripts.ts';
import type { ScriptChannel } from '../../contract/scriptKinds.ts';
import type { StaffScope } from '../identity/model.ts';
import type { ProposalDraft } from './model.ts';

/** Writes as nobody of the team: the person who approves it sends it. */
const writer = { kind: 'integration', id: 'proposals', role: 'supervisor', name: 'Follow-ups' } as const;

/** The workshop writes three variants; each step of the ladder takes another, so that nobody reads the same words twice in a row. */
export async function draftOf(
  write: (scope: StaffScope, asked: ScriptsRequest) => Promise<ScriptsAnswer>,
  tenantId: string,
  { leadId, channel, step }: { leadId: string; channel: ScriptChannel; step: LadderStep },
): Promise<ProposalDraft> {
  const asked = { kind: 're-engagement', channel, leadId } as const;
  const { variants, language, basis } = await write({ tenantId, principal: writer }, asked);
  const variant = variants[variantOf[step] % variants.length];
  if (variant === undefined) throw new Error('The workshop wrote nothing.');
  const { text, subject } = variant;
  return { text, language, basis, ...(subject === undefined ? {} : { subject }) };
}

/** Something of use, a question, something of use, a question, and at last whether to close the notes. */
const variantOf = Object.fromEntries(ladderSteps.map((step, at) => [step, [1, 0, 1, 0, 2][at] ?? 0])) as Readonly<
  Record<LadderStep, number>
>;
