import '../people/people.css';
import './cooling.css';
import { Button } from '@mantine/core';
import { Icon } from '../../shared/components/Icon.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { DeskLink } from '../DeskLink.tsx';
import { PageSkeleton } from '../PageSkeleton.tsx';
import { CoolingLead } from './CoolingLead.tsx';

/** Leads who went silent, the riskiest first, each with a follow-up that somebody decides on. */
export default function CoolingPage() {
  const { data, refusal, reload } = useLoaded('GET /interventions');
  return (
    <div className="people">
      <header className="column-head">
        <DeskLink className="people-back" to="/desk/people">
          <Icon name="back" /> People
        </DeskLink>
        <h1 className="person-name">Cooling leads</h1>
        <UserMenu />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by the keyboard */}
      <main className="people-body" tabIndex={0}>
        {refusal ? (
          <Notice title="The list didn’t load" text={refusal.message}>
            <Button size="sm" onClick={reload}>
              Try again
            </Button>
          </Notice>
        ) : data === null ? (
          <PageSkeleton />
        ) : data.items.length === 0 ? (
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
              {data.items.map((item) => (
                <CoolingLead key={item.id} item={item} />
              ))}
            </ul>
          </div>
        )}
      </main>
    </div>
  );
}
