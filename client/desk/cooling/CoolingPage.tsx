import '../people/people.css';
import './cooling.css';
import { Notice } from '../../shared/components/Notice.tsx';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { LoadedPage } from '../LoadedPage.tsx';
import { CoolingLead } from './CoolingLead.tsx';

/** Leads who went silent, the riskiest first, each with a follow-up that somebody decides on. */
export default function CoolingPage() {
  const loaded = useLoaded('GET /interventions');
  return (
    <LoadedPage
      back={{ to: '/desk/leads', words: 'People' }}
      title="Cooling leads"
      loaded={loaded}
      failed="The list didn’t load"
    >
      {({ items }) =>
        items.length === 0 ? (
          <Notice
            title="No one to follow up with"
            text="Leads who haven’t written for a week or more appear here with a draft, as long as they may be contacted."
          />
        ) : (
          <div className="cooling">
            <p className="cooling-intro">
              These leads went quiet. Nothing is sent until you approve it, and consent, contact hours, and limits are
              checked again then.
            </p>
            <ul aria-label="Cooling leads">
              {items.map((item) => (
                <CoolingLead key={item.id} item={item} />
              ))}
            </ul>
          </div>
        )
      }
    </LoadedPage>
  );
}
