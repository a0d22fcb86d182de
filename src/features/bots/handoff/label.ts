import type { Temperature } from '../../../contract/values.ts';
import type { Machine } from '../flows/machine.ts';
import { machineOf } from '../flows/machines.ts';
import { offerPathOf } from '../flows/seller/offerPath.ts';
import { knownOf, scoreOf } from '../score/score.ts';
import { notifyTeamOnce, type StepContext } from '../state/stepContext.ts';
import { botNames } from './handoffs.ts';

const temperatureTags = {
  lead: { hot: 'Hot-Lead', warm: 'Warm-Lead', cold: 'Cold-Lead' },
  buyer: { hot: 'Hot-Buyer', warm: 'Warm-Buyer', cold: 'Cold-Buyer' },
  seller: { hot: 'Hot-Seller', warm: 'Warm-Seller', cold: 'Cold-Seller' },
} as const;

/** Sets one temperature label and removes the others, also those of the other side. Labels that people set stay. */
export function relabel(turn: StepContext, { bot }: Machine, temperature: Temperature | null): void {
  const { state } = turn;
  const { temperature: before, labelOf } = state;
  state.temperature = temperature;
  if (temperature === null) return;
  state.labelOf = bot;
  const otherSide = labelOf === bot || labelOf === 'lead' ? null : labelOf;
  if (temperature === before && otherSide === null) return;
  const tags = temperatureTags[bot];
  const tag = tags[temperature];
  const out = [...Object.values(tags), ...(otherSide === null ? [] : Object.values(temperatureTags[otherSide]))];
  turn.effects.push({ kind: 'tag', add: [tag], remove: out.filter((other) => other !== tag) });
  if (temperature !== 'hot') return;
  const path = bot === 'seller' ? offerPathOf(state) : 'unknown';
  const points =
    path === 'unknown' ? '' : `; the answers point to ${path === 'listing' ? 'a listing' : 'a wholesale offer'}`;
  notifyTeamOnce(turn, 'hot-lead', `Hot ${bot}: all the key facts are known${points}`, 1);
}

/** Reports a seller as hot before the buyer's questions begin: the next bot does not know about it yet. */
export function labelBeforeHandOver(turn: StepContext): void {
  const machine = machineOf(turn.state.bot);
  const { temperature } = scoreOf(turn.state, machine, turn.at, turn.pack.asks);
  if (temperature === 'hot') relabel(turn, machine, temperature);
  noteQualified(turn, machine);
}

const qualifiedAs = { lead: 'qualified:lead', buyer: 'qualified:buyer', seller: 'qualified:seller' } as const;

/** Tags a qualified lead, once. Never on the first message: too much of it is still a guess then. */
export function noteQualified({ state, effects, pack }: StepContext, machine: Machine): void {
  const qualified = qualifiedAs[state.bot];
  if (state.visitorMessages <= 1 || state.told.includes(qualified)) return;
  // Where nothing of it is asked, somebody who told nothing is not qualified.
  if (knownOf(state, machine).length === 0 || !machine.isQualified(state, pack.asks)) return;
  state.told = [...state.told, qualified];
  effects.push({ kind: 'tag', add: [`${botNames[state.bot]}-Qualified`], remove: [] });
}
