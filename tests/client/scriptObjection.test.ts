import { expect, it } from 'vitest';
import { scriptObjectionOf } from '../../client/desk/scripts/scriptObjectionOf.ts';
import { objections } from '../../src/contract/vocabulary.ts';
import { situations } from '../../src/features/coaching/situations.ts';

/* Costs nothing. */

it.each([
  ['price', 'price'],
  ['budget_shock', 'price'],
  ['financing', 'financing'],
  ['can’t get a mortgage at this price', 'financing'],
  ['decides with someone', 'family'],
  ['authority_decision_maker', 'family'],
  ['Timing', 'timing'],
  ['has an agent', 'competition'],
  ['another home is cheaper', 'competition'],
  ['trust', null],
  ['analysis_paralysis', null],
  ['toString', null],
])('scripts for "%s" are those for %s', (objection, expected) => {
  expect(scriptObjectionOf(objection)).toBe(expected);
});

it('knows what the readers and the playbook call an objection', () => {
  const without = objections.filter((one) => scriptObjectionOf(one) === null);
  expect(without).toEqual(['analysis_paralysis', 'trust_credibility', 'value_proposition']);
  const ofPlaybook = situations.flatMap(({ objection }) => objection ?? []);
  expect(ofPlaybook.filter((one) => scriptObjectionOf(one) === null)).toEqual(['unhappy with the service', 'trust']);
});
