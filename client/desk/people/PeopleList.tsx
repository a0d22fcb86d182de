import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PathOf } from '../../../src/contract/rest/routes.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { Mark } from '../../shared/components/Mark.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { NotLoaded } from '../../shared/components/NotLoaded.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { addressOf } from '../../shared/rest/addressOf.ts';
import { filterIn, orderIn, type PeopleFilter, searchOf } from '../../shared/state/peopleFilter.ts';
import { DeskLink } from '../DeskLink.tsx';
import { PageSkeleton } from '../PageSkeleton.tsx';
import { showPeople, usePeopleSearch } from '../route.ts';
import { ShowMore } from '../ShowMore.tsx';
import { useBulk } from '../useBulk.ts';
import { useSelection } from '../useSelection.ts';
import { ExportButton } from './ExportButton.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { PeopleViews } from './PeopleViews.tsx';
import { PersonRow } from './PersonRow.tsx';
import { SelectedPeople } from './SelectedPeople.tsx';
import { usePeople } from './usePeople.ts';

const path: PathOf<'GET /leads'> = '/leads';

/** The search before a person's page was opened. The words are kept nowhere else, because they may be somebody's name. */
let lastAsked = { of: '', words: '', search: '' };

/** All people of the brokerage, to be searched; arrows go from row to row. The address names the filter. */
export function PeopleList() {
  const { user } = useSession();
  const before = lastAsked.of === user.id ? lastAsked : { of: user.id, words: '', search: '' };
  const [words, setWords] = useState(before.words);
  const search = usePeopleSearch();
  const filter = useMemo(() => filterIn(search), [search]);
  const back = useRef(before.search);
  useEffect(() => {
    const kept = back.current;
    back.current = '';
    if (search === '' && kept !== '') showPeople(kept);
  }, [search]);
  useEffect(() => {
    lastAsked = { of: user.id, words, search };
  }, [user.id, words, search]);
  const choose = (next: PeopleFilter) => showPeople(searchOf(next));
  const found = usePeople(words, filter);
  const { items, isEveryone, isCurrent, hasMore, busy, refusal, reload, query } = found;
  const selection = useSelection(items?.map(({ id }) => id) ?? [], null);
  const bulk = useBulk();
  const wasBusy = useRef(false);
  useEffect(() => {
    // Also after the person has undone it.
    if (wasBusy.current && !bulk.busy) reload();
    wasBusy.current = bulk.busy;
  }, [bulk.busy, reload]);
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const links = [...(main.current?.querySelectorAll<HTMLElement>('.person-link') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (by === 0 || (at < 0 && document.activeElement !== field.current)) return;
    event.preventDefault();
    (at + by < 0 ? field.current : links[Math.min(at + by, links.length - 1)])?.focus();
  }
  return (
    <div className="people">
      <header className="column-head">
        <Mark size={24} />
        <h1>People</h1>
        <span className="column-head-note" />
        <ExportButton
          label="Export CSV"
          address={`/api/v1${addressOf(path, {}, query)}`}
          type="text/csv"
          fileName="people.csv"
        />
        <DeskLink className="people-back" to="/desk/cooling">
          Cooling leads
        </DeskLink>
        <UserMenu />
      </header>
      <main ref={main} className="people-main" onKeyDown={onKeyDown}>
        <search className="people-bar">
          <TextInput
            ref={field}
            aria-label="Search people"
            placeholder="Name, area, home, full phone number, or email"
            leftSection={<Icon name="search" size={14} />}
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <PeopleFilters filter={filter} onChange={choose} />
          <PeopleViews filter={filter} onChange={choose} />
          <p role="status">{items === null || (busy && !isCurrent) ? '' : countWords(items.length, hasMore)}</p>
        </search>
        {selection.chosen.length === 0 && bulk.refused.length === 0 ? null : (
          <SelectedPeople rows={items ?? []} selection={selection} bulk={bulk} />
        )}
        <div className="people-body">
          {refusal ? (
            <NotLoaded title="The list didn’t load" why={refusal.message} onRetry={reload} />
          ) : items === null ? (
            <PageSkeleton />
          ) : items.length > 0 ? (
            <>
              <div className="people-heads" aria-hidden="true">
                <span />
                <span>Name</span>
                <span>Contact</span>
                <span>Stage</span>
                <span>Assigned to</span>
                <span>Last message</span>
              </div>
              <ul aria-label="People">
                {items.map((row) => (
                  <PersonRow
                    key={row.id}
                    row={row}
                    me={user.id}
                    selected={selection.chosen.includes(row.id)}
                    onSelect={selection.select}
                  />
                ))}
              </ul>
            </>
          ) : isEveryone ? (
            <Notice
              title="No people yet"
              text="Everyone who messages your brokerage appears here as soon as they send their first message."
            />
          ) : (
            <Notice
              title={hasMore ? 'No match in recent conversations' : 'No one matches'}
              text="The start of a name is enough. Enter phone numbers and emails in full."
            >
              <Button
                size="sm"
                variant="default"
                onClick={() => {
                  setWords('');
                  choose(orderIn(filter));
                }}
              >
                Show everyone
              </Button>
            </Notice>
          )}
          <ShowMore found={found} words={isEveryone ? 'Show more' : 'Search further back'} />
        </div>
      </main>
    </div>
  );
}

const countWords = (count: number, hasMore: boolean): string =>
  count === 0 ? '' : `${count === 1 ? '1 person' : `${count} people`}${hasMore ? ' so far' : ''}`;
