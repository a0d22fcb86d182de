import './settings.css';
import { Button } from '@mantine/core';
import { type ComponentType, useEffect, useRef } from 'react';
import { Icon } from '../../shared/components/Icon.tsx';
import { Mark } from '../../shared/components/Mark.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { goTo, goToSettings, usePath } from '../route.ts';
import { AppointmentsSection } from './AppointmentsSection.tsx';
import { BlocksSection } from './BlocksSection.tsx';
import { BrokerageSection } from './BrokerageSection.tsx';
import { CardSection } from './CardSection.tsx';
import { ChangesSection } from './ChangesSection.tsx';
import { ChecklistSection } from './ChecklistSection.tsx';
import { DeletionsSection } from './DeletionsSection.tsx';
import { HoursSection } from './HoursSection.tsx';
import { JorgeSection } from './JorgeSection.tsx';
import { KeysSection } from './KeysSection.tsx';
import { KnowledgeSection } from './KnowledgeSection.tsx';
import { MyAccountSection } from './MyAccountSection.tsx';
import { MyCalendarSection } from './MyCalendarSection.tsx';
import { MyHoursSection } from './MyHoursSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { PhoneSection } from './PhoneSection.tsx';
import { RepliesSection } from './RepliesSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { TagsSection } from './TagsSection.tsx';
import { WebhooksSection } from './WebhooksSection.tsx';
import { WidgetSection } from './WidgetSection.tsx';

const sections: { name: string; title: string; View: ComponentType; forAll?: true }[] = [
  { name: 'checklist', title: 'Checklist', View: ChecklistSection },
  { name: 'brokerage', title: 'Brokerage', View: BrokerageSection },
  { name: 'widget', title: 'Widget', View: WidgetSection },
  { name: 'hours', title: 'Business hours', View: HoursSection },
  { name: 'appointments', title: 'Appointments', View: AppointmentsSection },
  { name: 'about', title: 'About you', View: CardSection, forAll: true },
  { name: 'jorge', title: 'Jorge', View: JorgeSection },
  { name: 'knowledge', title: 'Knowledge', View: KnowledgeSection, forAll: true },
  { name: 'sites', title: 'Sites', View: SitesSection },
  { name: 'people', title: 'People', View: PeopleSection },
  { name: 'replies', title: 'Saved replies', View: RepliesSection, forAll: true },
  { name: 'my-account', title: 'My account', View: MyAccountSection, forAll: true },
  { name: 'tags', title: 'Tags', View: TagsSection },
  { name: 'my-hours', title: 'My hours', View: MyHoursSection, forAll: true },
  { name: 'my-calendar', title: 'My calendar', View: MyCalendarSection, forAll: true },
  { name: 'phone', title: 'Phone', View: PhoneSection },
  { name: 'keys', title: 'API keys', View: KeysSection },
  { name: 'webhooks', title: 'Webhooks', View: WebhooksSection },
  { name: 'blocks', title: 'Blocked visitors', View: BlocksSection },
  { name: 'deletions', title: 'Deletion requests', View: DeletionsSection },
  { name: 'changes', title: 'Changes', View: ChangesSection },
];

/** The settings of the brokerage. Agents see only what Jorge tells of it, what he knows, and what is their own: account, saved replies, hours, calendar. */
export default function SettingsPage() {
  const { user } = useSession();
  const path = usePath();
  const mine = sections.filter((section) => user.role === 'admin' || section.forAll);
  const name = path.split('/')[3] || mine[0]?.name;
  const section = sections.find((one) => one.name === name);
  const isMine = section !== undefined && mine.includes(section);
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the list is a row, and the section may be out of it
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [name]);
  return (
    <div className="settings">
      <header className="column-head">
        <Mark size={24} />
        <h1>Settings</h1>
        <span className="column-head-note" />
        <Button variant="default" leftSection={<Icon name="back" size={14} />} onClick={() => goTo(null)}>
          Back to the desk
        </Button>
        <UserMenu />
      </header>
      <div className="settings-columns">
        <nav ref={nav} className="settings-nav" aria-label="Settings">
          {mine.map((one) => (
            <a
              key={one.name}
              href={`/desk/settings/${one.name}`}
              aria-current={one.name === name ? 'page' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                goToSettings(one.name);
              }}
            >
              {one.title}
            </a>
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list without a control is scrolled by the keyboard */}
        <main className="settings-body" tabIndex={0} aria-label="Section">
          {section && isMine ? (
            <section.View />
          ) : section ? (
            <Notice
              title="Admins only"
              text="You can edit your account, saved replies, and working hours, and see what Jorge says and knows. For anything else, ask an admin at your brokerage."
            />
          ) : (
            <Notice title="Page not found" text="Choose a section from the list." />
          )}
        </main>
      </div>
    </div>
  );
}
