import '../people/people.css';
import '../homes/homes.css';
import './write.css';
import { Mark } from '../../shared/components/Mark.tsx';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { useWriteAbout } from '../route.ts';
import { NarrativeBench } from './NarrativeBench.tsx';

/** The workbench: what is written about a home, for somebody or for anyone. */
export default function WritePage() {
  const about = useWriteAbout();
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
          <NarrativeBench key={`${about.home} ${about.lead}`} about={about} />
        </div>
      </main>
    </div>
  );
}
