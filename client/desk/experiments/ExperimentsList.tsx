import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ExperimentAnswer } from '../../../src/contract/rest/experiments.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { armsWords, experimentStateLabels, metricLabels, spanWords } from '../../shared/labels/experiments.ts';
import { DeskLink } from '../DeskLink.tsx';
import { LoadedPage } from '../LoadedPage.tsx';
import { goToPath, linkToExperiment } from '../route.ts';
import { NewExperiment } from './NewExperiment.tsx';

/** The experiment that is running, and those before it, the newest first; the next one is started here. */
export function ExperimentsList() {
  const loaded = useLoaded('GET /experiments');
  const [isNew, setIsNew] = useState(false);
  const running = loaded.data?.items.find(({ state }) => state === 'running');
  return (
    <LoadedPage
      back={{ to: '/desk/reports', words: 'Reports' }}
      title="Coaching experiments"
      loaded={loaded}
      failed="The list didn’t load"
    >
      {({ items }) => (
        <div className="experiments">
          <section className="experiments-intro">
            <div>
              <h2>Try two ways of coaching</h2>
              <p>
                Some of your leads are coached one way and some another, by chance. After the planned time you see which
                way got more answers or appointments, or that it made no difference.
              </p>
            </div>
            {running || isNew ? null : (
              <Button size="sm" onClick={() => setIsNew(true)}>
                New experiment
              </Button>
            )}
          </section>
          {isNew && !running ? (
            <NewExperiment onStarted={({ id }) => goToPath(linkToExperiment(id))} onCancel={() => setIsNew(false)} />
          ) : null}
          {running ? <Running experiment={running} /> : null}
          <Past items={items.filter(({ state }) => state !== 'running')} />
        </div>
      )}
    </LoadedPage>
  );
}

/** The one that is running, and how far it is. */
function Running({ experiment }: { experiment: ExperimentAnswer }) {
  const { id, name, arms } = experiment;
  const { data } = useLoaded('GET /experiments/:id', { params: { id } });
  return (
    <section className="experiment-running" aria-labelledby="running-experiment">
      <h2 id="running-experiment">Running now</h2>
      <DeskLink to={linkToExperiment(id)}>
        <b>
          <bdi>{name}</bdi>
        </b>
        <span>
          {armsWords(arms)} · {metricLabels[experiment.metric]}
        </span>
        <span className="experiment-running-says">{data?.says ?? 'Counting leads…'}</span>
      </DeskLink>
      <p>One experiment runs at a time, so that they don’t disturb each other.</p>
    </section>
  );
}

function Past({ items }: { items: readonly ExperimentAnswer[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 id="past-experiments">Earlier</h2>
      <ul className="experiments-past" aria-labelledby="past-experiments">
        {items.map((one) => (
          <li key={one.id}>
            <DeskLink to={linkToExperiment(one.id)}>
              <b className="clip">{one.name}</b>
              <span className="clip">
                {armsWords(one.arms)} · {spanWords(one)}
              </span>
              <span>{experimentStateLabels[one.state]}</span>
            </DeskLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
