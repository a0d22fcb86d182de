import './people.css';
import { usePersonId } from '../route.ts';
import { PeopleList } from './PeopleList.tsx';
import { PersonPage } from './PersonPage.tsx';

/** The people whom the brokerage talks with: all of them as a list, or one with everything that is known. */
export default function PeoplePage() {
  const personId = usePersonId();
  return personId === null ? <PeopleList /> : <PersonPage key={personId} id={personId} />;
}
