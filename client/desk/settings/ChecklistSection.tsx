import { Button } from '@mantine/core';
import type { ChecklistItem } from '../../../src/contract/rest/settingsLimits.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import type { Refusal } from '../../shared/connection/refusal.ts';
import { DeskLink } from '../DeskLink.tsx';
import { SaveLine, Section } from './parts.tsx';
import { settingsRefusal } from './settingsRefusal.ts';

interface Words {
  title: string;
  why: string;
  link: string;
  to: string;
}
const words: Record<ChecklistItem, Words> = {
  brokerage: {
    title: 'Your name and, in Texas, your notice',
    why: 'Visitors see your name. The link to your TREC notice goes with the first message.',
    ...{ link: 'Brokerage', to: '/desk/settings/brokerage' },
  },
  hours: {
    title: 'Your business hours',
    why: 'Until you change them: Monday through Saturday, 9 AM to 6 PM. Calls and showings are booked within them.',
    ...{ link: 'Business hours', to: '/desk/settings/hours' },
  },
  people: {
    title: 'Your team',
    why: 'The people who step in when a visitor asks for a person.',
    ...{ link: 'People', to: '/desk/settings/people' },
  },
  site: {
    title: 'Your website',
    why: 'The websites that can show the chat.',
    ...{ link: 'Sites', to: '/desk/settings/sites' },
  },
  widget: {
    title: 'The chat on your pages',
    why: 'Done once one of your pages has shown it.',
    ...{ link: 'How to install it', to: '/desk/settings/sites' },
  },
  homes: {
    title: 'Your homes',
    why: 'Jorge says only what’s on file.',
    ...{ link: 'Homes', to: '/desk/homes' },
  },
  chat: {
    title: 'Your own test chat',
    why: 'Open one of your pages, ask Jorge about a home, and watch the chat arrive at the desk.',
    ...{ link: 'Inbox', to: '/desk' },
  },
};

/** The settings are read again after a refusal: there is nothing typed that could be lost. */
const refusalWords = (refusal: Refusal): string | null =>
  refusal.code === 'CONFLICT' ? 'Someone else just changed the settings. Try again.' : settingsRefusal(refusal);

/** The steps that a new brokerage has done, and the open ones, each with its link. */
export function ChecklistSection() {
  const loaded = useLoaded('GET /settings/checklist');
  const settings = useLoaded('GET /settings');
  const saving = useSaving();
  const checkOff = async (item: ChecklistItem) => {
    if (settings.data === null) return;
    const { version, settings: known } = settings.data;
    const body = { version, change: { checkedOff: [...known.checkedOff, item] } };
    const saved = await saving.run('PUT /settings', { body });
    if (saved === null) settings.reload();
    else settings.set(saved);
    loaded.reload();
  };
  return (
    <Section
      title="Checklist"
      about="Steps to finish before Jorge starts working for you. They’re checked off automatically."
      loaded={loaded}
    >
      {({ items }) => {
        const open = items.filter(({ done }) => !done).length;
        return (
          <>
            <p role="status">
              {open === 0 ? 'Everything is done.' : `${items.length - open} of ${items.length} done.`}
            </p>
            <ul className="settings-list checklist">
              {items.map(({ item, done }) => {
                const { title, why, link, to } = words[item];
                return (
                  <li key={item} className={done ? 'done' : ''}>
                    <div className="settings-item">
                      <div>
                        <strong>
                          <Icon name={done ? 'check' : 'clock'} size={16} /> {title}
                          <span className="settings-quiet">{done ? 'Done' : 'To do'}</span>
                        </strong>
                        {done ? null : <p>{why}</p>}
                      </div>
                      {done ? null : (
                        <Button
                          variant="subtle"
                          aria-label={`${title}: no change needed`}
                          disabled={settings.data === null || saving.state === 'saving'}
                          onClick={() => void checkOff(item)}
                        >
                          No change needed
                        </Button>
                      )}
                      <DeskLink to={to}>{link}</DeskLink>
                    </div>
                  </li>
                );
              })}
            </ul>
            {saving.state === 'failed' ? <SaveLine saving={saving} words={refusalWords} /> : null}
          </>
        );
      }}
    </Section>
  );
}
