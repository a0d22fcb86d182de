import type { AuthoredSituation, ScriptAsk } from '../model.ts';
import { appointmentConfirmation } from './appointmentConfirmation.ts';
import { competitionObjection } from './competitionObjection.ts';
import { familyObjection } from './familyObjection.ts';
import { financingObjection } from './financingObjection.ts';
import { priceObjection } from './priceObjection.ts';
import { reEngagement } from './reEngagement.ts';
import { showingFollowUp } from './showingFollowUp.ts';
import { timingObjection } from './timingObjection.ts';

const situations = {
  're-engagement': reEngagement,
  'showing-follow-up': showingFollowUp,
  'appointment-confirmation': appointmentConfirmation,
  price: priceObjection,
  timing: timingObjection,
  financing: financingObjection,
  family: familyObjection,
  competition: competitionObjection,
} as const satisfies Record<string, AuthoredSituation>;

/** The authored texts for a request: those of its objection, or of its kind of script. */
export const situationOf = ({ kind, objection = 'price' }: ScriptAsk): AuthoredSituation =>
  situations[kind === 'objection' ? objection : kind];

/** The part of a script's id that names the situation: "re-engagement", "objection.price". */
export const situationName = ({ kind, objection = 'price' }: ScriptAsk): string =>
  kind === 'objection' ? `${kind}.${objection}` : kind;
