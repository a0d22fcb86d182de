import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { StrategyName } from '../../../src/contract/coaching.ts';
import {
  type ExperimentMetric,
  experimentLimits,
  experimentMetrics,
  leadsPerArm,
  usualPlan,
} from '../../../src/contract/experimentPlan.ts';
import type { ExperimentAnswer } from '../../../src/contract/rest/experiments.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { strategyLabels } from '../../shared/labels/coaching.ts';
import { daysWords, leadsWords, metricLabels, percentWords } from '../../shared/labels/experiments.ts';

const { leastArms, mostArms, mostPerArm, nameChars, usualDays } = experimentLimits;
const all = Object.keys(strategyLabels) as StrategyName[];
const baseRates = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7];
const lifts = [0.05, 0.1, 0.15, 0.2];
const lengths = [7, 14, 30, 60, 90];

/** Plans an experiment in plain words, and says how many leads it takes before it is started. */
export function NewExperiment(props: { onStarted(experiment: ExperimentAnswer): void; onCancel(): void }) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly StrategyName[]>(['empathetic', 'analytical']);
  const [metric, setMetric] = useState<ExperimentMetric>('replied');
  const [plan, setPlan] = useState(usualPlan);
  const [days, setDays] = useState<number>(usualDays);
  const [fault, setFault] = useState<string | null>(null);
  const { state, refusal, run } = useSaving();
  const strategies = all.filter((one) => chosen.includes(one));
  const arms = Math.max(leastArms, strategies.length);
  const needed = leadsPerArm(plan, arms);
  const isTooMany = needed > mostPerArm;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing =
      name.trim() === ''
        ? 'Give it a name.'
        : strategies.length < leastArms
          ? 'Choose at least two ways.'
          : isTooMany
            ? 'Look for a larger improvement.'
            : null;
    setFault(missing);
    if (missing !== null) return;
    const made = await run('POST /experiments', { body: { name, strategies, metric, plan, days } });
    if (made) props.onStarted(made);
  }

  return (
    <form className="experiment-form person-card" onSubmit={(event) => void submit(event)}>
      <TextInput
        label="Name"
        placeholder="Facts or feelings"
        maxLength={nameChars}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset>
        <legend>Ways of coaching to try</legend>
        {all.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                setChosen((now) => (isOn ? [...now, one].slice(0, mostArms) : now.filter((other) => other !== one)));
              }}
            />{' '}
            {strategyLabels[one]}
          </label>
        ))}
      </fieldset>
      <NativeSelect
        label="It worked if"
        value={metric}
        onChange={(event) => setMetric(event.currentTarget.value as ExperimentMetric)}
        data={experimentMetrics.map((one) => ({ value: one, label: metricLabels[one] }))}
      />
      <div className="experiment-form-row">
        <NativeSelect
          label="How many do that today"
          value={String(plan.baseRate)}
          onChange={(event) => {
            const baseRate = Number(event.currentTarget.value);
            setPlan((now) => ({ ...now, baseRate }));
          }}
          data={baseRates.map((one) => ({ value: String(one), label: percentWords(one) }))}
        />
        <NativeSelect
          label="Improvement worth finding"
          value={String(plan.lift)}
          onChange={(event) => {
            const lift = Number(event.currentTarget.value);
            setPlan((now) => ({ ...now, lift }));
          }}
          data={lifts.map((one) => ({
            value: String(one),
            label: `${percentWords(plan.baseRate)} to ${percentWords(plan.baseRate + one)}`,
          }))}
        />
        <NativeSelect
          label="How long"
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={lengths.map((one) => ({ value: String(one), label: daysWords(one) }))}
        />
      </div>
      <p className="experiment-needs">
        It takes <b>{leadsWords(needed)} in each group</b>
        {isTooMany
          ? ', more than the hub compares. Look for a larger improvement.'
          : `, ${leadsWords(needed * arms)} in all, within ${daysWords(days)}. With fewer, nobody could tell a real improvement from chance.`}
      </p>
      <ul className="experiment-terms">
        <li>Chance decides which group a lead is in, and the lead stays there.</li>
        <li>While it runs, the group decides how suggestions sound, not the style that an agent set for themselves.</li>
        <li>A lead counts from the first suggestion that Claude writes in their group’s way.</li>
        <li>You see the result when the time is over, not before. Each lead counts once.</li>
      </ul>
      <div className="experiment-form-buttons">
        <Button type="submit" size="sm" loading={state === 'saving'}>
          Start experiment
        </Button>
        <Button variant="subtle" size="sm" onClick={props.onCancel}>
          Cancel
        </Button>
        <p role="status">{fault ?? refusal?.message ?? ''}</p>
      </div>
    </form>
  );
}
