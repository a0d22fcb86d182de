import { z } from 'zod';
import {
  type Comparison,
  compareWithRules,
  fewestOutcomes,
  type Measured,
} from '../features/insight/fit/compareWithRules.ts';
import { fitInputs } from '../features/insight/fit/fitInputs.ts';
import { readingsVersion } from '../features/insight/readings/readings.ts';
import { mostConversations, readOutcomes } from '../features/turns/readOutcomes.ts';
import { AdminRefused, command, tenant, tenantHelp } from './adminCommand.ts';

export const insightCommand = command({
  summary:
    'Print how many outcomes a brokerage has, and whether weights fitted to them would beat the readings by rule.',
  options: z.strictObject({ tenant }),
  help: { tenant: tenantHelp },
  more: [
    '',
    'An outcome is whether an appointment was booked, as seen from the visitor’s third message; without one, once the conversation',
    'has been quiet for 30 days. It changes nothing: readings stay by rule.',
  ],
  async run({ store, conversations, turns, clock }, options) {
    const found = await store.findTenant(options.tenant);
    if (found === null) throw new AdminRefused('No tenant has this ID. Run tenant-list to see them.');
    const { known, open, unread, complete } = await readOutcomes({ conversations, turns }, found.id, clock.now());
    const booked = known.filter(({ happened }) => happened).length;
    return [
      `${found.name}: ${known.length} conversations with a known outcome: ${booked} booked an appointment, ${known.length - booked} did not.`,
      `${open} are still open; ${unread} were too short to read, or booked before they could be.`,
      ...(complete ? [] : [`Only the newest ${mostConversations} conversations were read.`]),
      '',
      `Readings in use: ${readingsVersion}, by rule, not calibrated.`,
      `A fit would use: ${Object.keys(fitInputs).join(', ')}.`,
      'Never used: names, languages, places, ages, families, origins, channels, devices.',
      '',
      ...(known.length < fewestOutcomes
        ? [`A fit needs ${fewestOutcomes} outcomes: ${fewestOutcomes - known.length} are missing.`]
        : comparisonLines(compareWithRules(known))),
    ];
  },
});

function comparisonLines(comparison: Comparison | null): string[] {
  if (comparison === null) return ['Nothing could be fitted: one of the two outcomes is too rare.'];
  const { learned, later, rules, fitted, isBetter } = comparison;
  return [
    `Fitted to the earlier ${learned} outcomes, measured on the later ${later}:`,
    lineOf('rules', rules),
    lineOf('fit', fitted),
    isBetter
      ? 'The fit is better in Brier score and calibration error. It is not in use.'
      : 'The fit is not better in both Brier score and calibration error: the rules stay.',
  ];
}

const lineOf = (name: string, { auc, brier, ece }: Measured): string =>
  `  ${name.padEnd(6)}AUC ${auc === null ? '–' : auc.toFixed(3)}, Brier score ${brier.toFixed(3)}, calibration error ${ece.toFixed(3)}`;
