import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ArmReading, ExperimentReading } from '../../../src/contract/rest/experiments.ts';
import { Icon, type IconName } from '../../shared/components/Icon.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { strategyLabels } from '../../shared/labels/coaching.ts';
import {
  comparisonWords,
  didWords,
  experimentStateLabels,
  leadsWords,
  lengthWords,
  metricLabels,
  percentWords,
  rangeWords,
  spanWords,
} from '../../shared/labels/experiments.ts';
import { LoadedPage } from '../LoadedPage.tsx';

/** How one experiment stands, with what may be said of it by now. */
export function ExperimentPage({ id }: { id: string }) {
  const loaded = useLoaded('GET /experiments/:id', { params: { id } });
  return (
    <LoadedPage
      back={{ to: '/desk/experiments', words: 'Experiments' }}
      title={loaded.data?.name ?? 'Experiment'}
      loaded={loaded}
      missing={{ title: 'Experiment not found', text: 'It may have been removed, or the link may be wrong.' }}
      failed="This experiment didn’t load"
      tools={loaded.data?.state === 'running' ? <Stop id={id} onStopped={loaded.reload} /> : null}
    >
      {(reading) => <Sheet reading={reading} />}
    </LoadedPage>
  );
}

function Stop({ id, onStopped }: { id: string; onStopped(): void }) {
  const { state, refusal, run } = useSaving();
  const [isSure, setIsSure] = useState(false);
  async function press() {
    if (!isSure) return setIsSure(true);
    if (await run('POST /experiments/:id/stop', { params: { id } })) onStopped();
  }
  return (
    <>
      {refusal === null ? null : <span role="alert">{refusal.message}</span>}
      <Button variant="default" size="sm" loading={state === 'saving'} onClick={() => void press()}>
        {isSure ? 'Stop without a result' : 'Stop'}
      </Button>
    </>
  );
}

const verdictIcons: Record<ExperimentReading['verdict'], IconName> = {
  early: 'clock',
  counting: 'clock',
  few: 'warn',
  skewed: 'warn',
  stopped: 'stop',
  tie: 'check',
  winner: 'check',
};

function Sheet({ reading }: { reading: ExperimentReading }) {
  const { arms, verdict, says, comparisons, state, metric, by } = reading;
  const isOpen = comparisons === null;
  const top = Math.min(1, Math.ceil(Math.max(0.1, ...arms.map(({ rate }) => rate?.to ?? 0)) * 10) / 10);
  return (
    <article className="experiment">
      <section className={`experiment-says is-${verdict}`} role="status">
        <Icon name={verdictIcons[verdict]} size={20} />
        <p>{says}</p>
      </section>
      <section className="person-card">
        <h2>Groups {isOpen ? <span>so far; with few leads, these numbers swing</span> : null}</h2>
        <ul className="experiment-arms">
          {arms.map((arm) => (
            <Arm key={arm.strategy} arm={arm} top={top} reading={reading} />
          ))}
        </ul>
        {comparisons === null ? null : (
          <ul className="experiment-comparisons" aria-label="Comparison">
            {comparisons.map((one) => (
              <li
                key={`${one.strategy} ${one.other}`}
                title={`p = ${one.p.toPrecision(2)}, ${one.adjustedP.toPrecision(2)} after Holm’s correction`}
              >
                {comparisonWords(one)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="person-card">
        <h2>Did anyone mind?</h2>
        <ul className="experiment-guards">
          {arms.map(({ strategy, exposed, optOuts, complaints }) => (
            <li key={strategy}>
              <b>{strategyName(strategy)}:</b>{' '}
              {exposed === 0
                ? 'no leads yet.'
                : `${countWords(optOuts, 'opt-out')}, ${countWords(complaints, 'complaint')}.`}
            </li>
          ))}
        </ul>
      </section>
      <section className="person-card">
        <h2>How it’s set up</h2>
        <dl className="experiment-facts">
          <dt>State</dt>
          <dd>
            {experimentStateLabels[state]} · {spanWords(reading)} · planned for {lengthWords(reading)}
          </dd>
          <dt>It worked if</dt>
          <dd>
            {metricLabels[metric]} after the first suggestion in the group’s way, and before the end. Each lead counts
            once.
          </dd>
          <dt>Leads needed</dt>
          <dd>
            {reading.minimumPerArm.toLocaleString('en-US')} in each group, to see {percentWords(reading.plan.baseRate)}{' '}
            become {percentWords(reading.plan.baseRate + reading.plan.lift)}
          </dd>
          <dt>Split</dt>
          <dd>
            {arms.map(({ strategy, weight }) => `${strategyName(strategy)} ${percentWords(weight)}`).join(', ')}.{' '}
            {splitWords(reading)}
          </dd>
          <dt>Started by</dt>
          <dd>
            <bdi>{by.name}</bdi>
          </dd>
        </dl>
      </section>
    </article>
  );
}

function Arm({ arm, top, reading }: { arm: ArmReading; top: number; reading: ExperimentReading }) {
  const { strategy, exposed, rate } = arm;
  const isWinner = reading.winner === strategy;
  const isRunning = reading.state === 'running';
  const of = (share: number): string => `${(share / top) * 100}%`;
  return (
    <li>
      <div className="experiment-arm-head">
        <b>{strategyLabels[strategy]}</b>
        {isWinner ? (
          <span className="experiment-better">
            <Icon name="check" size={14} /> Did better
          </span>
        ) : null}
        <span className="experiment-count">
          {isRunning
            ? `${exposed.toLocaleString('en-US')} of ${leadsWords(reading.minimumPerArm)}`
            : leadsWords(exposed)}
        </span>
      </div>
      {isRunning ? (
        <progress
          max={reading.minimumPerArm}
          value={Math.min(exposed, reading.minimumPerArm)}
          aria-label={`Leads in the group ${strategyName(strategy)}`}
        />
      ) : null}
      <div className="experiment-rate">
        <span>{rate === null ? '—' : percentWords(rate.share)}</span>
        {rate === null ? (
          <i className="experiment-range" />
        ) : (
          <i className="experiment-range" aria-hidden="true">
            <i className="experiment-band" style={{ left: of(rate.from), width: of(rate.to - rate.from) }} />
            <i className="experiment-dot" style={{ left: of(rate.share) }} />
          </i>
        )}
        <small>
          {didWords(arm, reading.metric)}
          {rate === null ? '' : `, ${rangeWords(arm)}`}
        </small>
      </div>
    </li>
  );
}

const strategyName = (strategy: ArmReading['strategy']): string => strategyLabels[strategy].split(':')[0] ?? strategy;
const countWords = (count: number, one: string): string =>
  `${count === 0 ? 'no' : count} ${one}${count === 1 ? '' : 's'}`;

const splitWords = ({ sampleRatio: { p, mismatch } }: ExperimentReading): string =>
  mismatch
    ? 'The groups aren’t as large as that.'
    : p === null
      ? 'Too few leads to check it yet.'
      : 'The groups are as large as they should be.';
