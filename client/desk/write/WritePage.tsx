import '../people/people.css';
import '../homes/homes.css';
import './write.css';
import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Mark } from '../../shared/components/Mark.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { useBatchId, useWriteAbout } from '../route.ts';
import { NarrativeBench } from './NarrativeBench.tsx';
import { putInReplyBox } from './putInReplyBox.ts';
import { SeveralBench } from './SeveralBench.tsx';

const Scripts = lazy(() => import('../scripts/Scripts.tsx'));
const kinds = [
  { value: 'story', label: 'Story of a home' },
  { value: 'several', label: 'Several homes' },
  { value: 'scripts', label: 'Scripts' },
];

/** The workbench for words about a home or to a lead, for somebody or for anyone. */
export default function WritePage() {
  const { user } = useSession();
  const about = useWriteAbout();
  const batchId = useBatchId();
  const [kind, setKind] = useState(batchId === null ? 'story' : 'several');
  const { talk, lead } = about;
  return (
    <div className="people">
      <header className="column-head">
        <Mark size={24} />
        <h1>Write</h1>
        <span className="column-head-note" />
        <UserMenu />
      </header>
      <main className="people-body">
        <div className="person-page home-page">
          <div>
            <SegmentedControl aria-label="What to write" data={kinds} value={kind} onChange={setKind} />
          </div>
          <div hidden={kind !== 'story'}>
            <NarrativeBench key={`${about.home} ${lead}`} about={about} />
          </div>
          {kind === 'several' ? <SeveralBench batchId={batchId} /> : null}
          {kind === 'scripts' ? (
            <section className="person-card" aria-label="Scripts">
              <Suspense>
                <Scripts
                  leadId={lead}
                  {...(talk === null ? {} : { onInsert: (words) => putInReplyBox(user.id, talk, words) })}
                />
              </Suspense>
            </section>
          ) : null}
        </div>
      </main>
    </div>
  );
}
