import '../people/people.css';
import './homes.css';
import { newHome, useHomeId } from '../route.ts';
import { HomePage } from './HomePage.tsx';
import { HomesList } from './HomesList.tsx';
import { NewHomePage } from './NewHomePage.tsx';

/** The homes of the brokerage: all of them as a list, or one with everything on file. */
export default function HomesPage() {
  const homeId = useHomeId();
  if (homeId === null) return <HomesList />;
  return homeId === newHome ? <NewHomePage /> : <HomePage key={homeId} listingId={homeId} />;
}
