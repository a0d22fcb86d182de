import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useRef } from 'react';
import type { BoardRow } from '../../../../src/contract/socket/board.ts';
import type { Mode } from '../../../../src/contract/values.ts';
import { appointmentsOf } from '../../state/appointmentsOf.ts';
import type { ConversationFacts } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceQuotes.ts';
import { homeConflicts } from '../../state/homeConflicts.ts';
import { homeOfTalk } from '../../state/homeOfTalk.ts';
import { homesOfTalk } from '../../state/homesOfTalk.ts';
import { Icon } from '../Icon.tsx';
import { talkOf, teamOf } from '../talk/Talk.tsx';
import type { LiveConversation, OpenConversation } from '../useConversation.ts';
import { useLive } from '../useLive.ts';
import { Appointments } from './Appointments.tsx';
import { Contact } from './Contact.tsx';
import { Handoff } from './Handoff.tsx';
import { Home } from './Home.tsx';
import { handoffCardOf } from './handoffCard.ts';
import { NextStep } from './NextStep.tsx';
import { Person } from './Person.tsx';
import { PinnedNotes } from './PinnedNotes.tsx';
import { Qualification } from './Qualification.tsx';
import { Score } from './Score.tsx';
import { SummarizeLead } from './SummarizeLead.tsx';
import { useLead } from './useLead.ts';
import { useListing } from './useListing.ts';

/** After the talk, which is what is waited for. */
const Tasks = lazy(() => import('../tasks/Tasks.tsx'));

export const knownTabs = ['lead', 'home', 'ask'] as const;
export type KnownTab = (typeof knownTabs)[number];
const tabWords: Record<KnownTab, string> = { lead: 'Lead', home: 'Home', ask: 'Ask' };

interface KnownProps {
  live: LiveConversation;
  facts: ConversationFacts;
  find: FindEntry;
  row: BoardRow | undefined;
  mode: Mode;
  owner: { id: string; name: string } | null;
  me: string;
  tab: KnownTab;
  onTab(tab: KnownTab): void;
  /** Free questions about the lead; without it that tab is left out. */
  ask?: ReactNode;
  /** More actions for the home of the talk. */
  homeActions?(home: { listingId: string }): ReactNode;
  /** The tools for writing to a lead, by the lead's ID. */
  write?(leadId: string): ReactNode;
  /** For those who watch: nothing can be changed. */
  readOnly?: boolean;
}

const internalHead = (state: OpenConversation): number => state.logs.internal?.entries.at(-1)?.seq ?? 0;

/** All that is known of a conversation: how to reach the person on top, and below it the lead, the home and questions as tabs. */
export function Known(props: KnownProps) {
  const { live, facts, find, row, mode, owner, me, ask, write, readOnly = false } = props;
  const { conversationId } = live;
  const id = useId();
  const talk = useLive(live, talkOf);
  const team = useLive(live, teamOf);
  const answer = useLive(live, (state) => state.answer);
  const leadId = answer?.lead.id ?? row?.lead.id;
  const tasksVersion = team.findLast(({ type }) => type === 'task-changed')?.seq ?? 0;
  const lead = useLead(leadId, useLive(live, internalHead));
  const homeId = homeOfTalk(talk, facts, answer?.listingId);
  const asked = useListing(homeId);
  const slots = facts.qualification?.data.slots ?? {};
  const conflicts = asked.listing ? homeConflicts(slots, asked.listing) : [];
  // Nobody handed a call over.
  const isCall = row?.channel === 'call';
  const handoff = readOnly || isCall ? null : handoffCardOf({ talk, team, facts, mode });
  const tabs = knownTabs.filter((one) => one !== 'ask' || ask !== undefined);
  const tab = tabs.includes(props.tab) ? props.tab : 'lead';
  const panel = (one: KnownTab) => ({
    className: 'known-panel',
    role: 'tabpanel',
    id: `${id}-${one}`,
    'aria-labelledby': `${id}-tab-${one}`,
    hidden: tab !== one,
  });
  return (
    <div className="known">
      <Contact
        conversationId={conversationId}
        lead={lead}
        knownName={row?.lead.name}
        facts={facts}
        find={find}
        readOnly={readOnly}
      />
      <TabList id={id} tabs={tabs} tab={tab} onTab={props.onTab} warns={conflicts.length > 0 ? 'home' : null} />
      <div {...panel('lead')}>
        {readOnly || isCall ? null : handoff === null ? (
          <NextStep facts={facts} mode={mode} owner={owner} me={me} />
        ) : (
          <Handoff card={handoff} />
        )}
        {leadId === undefined ? null : write?.(leadId)}
        <PinnedNotes team={team} />
        <Appointments
          conversationId={conversationId}
          appointments={appointmentsOf(talk, team)}
          slots={slots}
          homes={homesOfTalk(talk, homeId, { listingId: answer?.listingId, title: row?.listingTitle })}
          readOnly={readOnly}
          closed={mode === 'closed'}
        />
        <section className="rail-section">
          <header>
            <h2>Tasks</h2>
          </header>
          <Suspense>
            <Tasks leadId={leadId} conversationId={conversationId} version={tasksVersion} readOnly={readOnly} />
          </Suspense>
        </section>
        <Score facts={facts} find={find} row={row} />
        <Qualification live={live} facts={facts} find={find} readOnly={readOnly} conflicts={conflicts} />
        {readOnly || leadId === undefined ? null : <SummarizeLead leadId={leadId} />}
        <Person conversationId={conversationId} lead={lead} facts={facts} find={find} readOnly={readOnly} />
      </div>
      <div {...panel('home')}>
        <Home listingId={homeId} asked={asked} cameFrom={row?.listingTitle} conflicts={conflicts}>
          {homeId === undefined ? null : props.homeActions?.({ listingId: homeId })}
        </Home>
      </div>
      {ask === undefined ? null : <div {...panel('ask')}>{ask}</div>}
    </div>
  );
}

interface TabListProps {
  id: string;
  tabs: readonly KnownTab[];
  tab: KnownTab;
  onTab(tab: KnownTab): void;
  /** The tab with something to look at. */
  warns: KnownTab | null;
}

function TabList({ id, tabs, tab, onTab, warns }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-tab-${next}`)}`)?.focus();
  };
  return (
    <div ref={list} className="known-tabs" role="tablist" aria-label="Details" onKeyDown={onKeyDown}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`${id}-tab-${one}`}
          aria-controls={`${id}-${one}`}
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
        >
          {tabWords[one]}
          {one === warns ? (
            <span className="known-warns" role="img" aria-label="doesn’t match what they want">
              <Icon name="warn" size={14} />
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}
