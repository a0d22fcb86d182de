import '../people/people.css';
import './experiments.css';
import { Notice } from '../../shared/components/Notice.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useExperimentId } from '../route.ts';
import { ExperimentPage } from './ExperimentPage.tsx';
import { ExperimentsList } from './ExperimentsList.tsx';

/** Ways of coaching that are tried side by side: all of them as a list, or one with how it stands. For supervisors. */
export default function ExperimentsPage() {
  const experimentId = useExperimentId();
  const { user } = useSession();
  if (user.role === 'agent')
    return <Notice title="Supervisors only" text="Ask a supervisor what is being tried." alone />;
  return experimentId === null ? <ExperimentsList /> : <ExperimentPage key={experimentId} id={experimentId} />;
}
