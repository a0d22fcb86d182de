import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HomeRow } from '../../../src/contract/rest/listings.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { Mark } from '../../shared/components/Mark.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { NotLoaded } from '../../shared/components/NotLoaded.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { callRest } from '../../shared/connection/callRest.ts';
import { homePhotoAddress } from '../../shared/files/homePhotoAddress.ts';
import { homeMarkLabels, homeStatusLabels } from '../../shared/labels/homes.ts';
import { homeMoney } from '../../shared/labels/money.ts';
import { DeskLink } from '../DeskLink.tsx';
import { PageSkeleton } from '../PageSkeleton.tsx';
import { goToPath, linkToHome, linkToWrite, newHome } from '../route.ts';
import { ShowMore } from '../ShowMore.tsx';
import { pageSize, useFoundPages } from '../useFoundPages.ts';
import { HomesImport } from './HomesImport.tsx';

type Status = HomeRow['status'];
const statuses = [
  { value: '', label: 'Any status' },
  ...Object.entries(homeStatusLabels).map(([value, label]) => ({ value, label })),
];
/** The search before a home's page was opened. */
let lastSearch = { words: '', status: '' };

/** All homes of the brokerage, to be searched; supervisors and admins add some, by hand or as a file. */
export function HomesList() {
  const { session, user } = useSession();
  const [search, show] = useState(lastSearch);
  const [importing, setImporting] = useState(false);
  const mayWrite = user.role !== 'agent';
  const look = (change: Partial<typeof search>) => {
    lastSearch = { ...search, ...change };
    show(lastSearch);
  };
  const q = search.words.trim();
  const status = search.status as Status | '';
  const of = `${status} ${q}`;
  const found = useFoundPages<HomeRow>(
    of,
    (cursor) => {
      const filter = { ...(q === '' ? {} : { q }), ...(status === '' ? {} : { status }) };
      const query = { limit: pageSize, ...filter, ...(cursor === undefined ? {} : { cursor }) };
      return callRest(session, 'GET /listings', { query });
    },
    ({ listingId }) => listingId,
  );
  const { items, hasMore, busy, refusal, reload } = found;
  const isAll = found.of.trim() === '';
  return (
    <div className="people">
      <header className="column-head">
        <Mark size={24} />
        <h1>Homes</h1>
        <span className="column-head-note" />
        <DeskLink className="people-back" to={linkToWrite({})}>
          <Icon name="edit" /> Write
        </DeskLink>
        <UserMenu />
      </header>
      <main className="people-main">
        <search className="people-bar homes-bar">
          <TextInput
            aria-label="Search homes"
            placeholder="Address, area, agent, or ID"
            leftSection={<Icon name="search" size={14} />}
            maxLength={200}
            value={search.words}
            onChange={(event) => look({ words: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label="Status"
            data={statuses}
            value={search.status}
            onChange={(event) => look({ status: event.currentTarget.value })}
          />
          <p role="status">{items === null || busy ? '' : countWords(items.length, hasMore)}</p>
          {mayWrite ? (
            <span className="homes-acts">
              <Button variant="default" aria-expanded={importing} onClick={() => setImporting(!importing)}>
                Import CSV
              </Button>
              <Button onClick={() => goToPath(linkToHome(newHome))}>New home</Button>
            </span>
          ) : null}
        </search>
        <div className="people-body">
          {importing ? <HomesImport onDone={reload} onClose={() => setImporting(false)} /> : null}
          {refusal ? (
            <NotLoaded title="The list didn’t load" why={refusal.message} onRetry={reload} />
          ) : items === null ? (
            <PageSkeleton />
          ) : items.length > 0 ? (
            <>
              <div className="people-heads home-heads" aria-hidden="true">
                <span />
                <span>Home</span>
                <span>Price</span>
                <span>Rooms</span>
                <span>Status</span>
              </div>
              <ul aria-label="Homes">
                {items.map((home) => (
                  <Row key={home.listingId} home={home} />
                ))}
              </ul>
            </>
          ) : isAll ? (
            <Notice
              title="No homes yet"
              text={
                mayWrite
                  ? 'Jorge answers questions about a home from what is on file here. Add one or import a CSV file.'
                  : 'A supervisor or an admin at your brokerage adds them.'
              }
            />
          ) : (
            <Notice
              title={hasMore ? 'No match so far' : 'No homes match'}
              text="Every word must appear in the address, area, agent, or ID."
            >
              <Button size="sm" variant="default" onClick={() => look({ words: '', status: '' })}>
                Show all homes
              </Button>
            </Notice>
          )}
          <ShowMore found={found} words={isAll ? 'Show more' : 'Keep searching'} />
        </div>
      </main>
    </div>
  );
}

const countWords = (count: number, hasMore: boolean): string =>
  `${count.toLocaleString('en-US')}${hasMore ? '+' : ''} ${count === 1 && !hasMore ? 'home' : 'homes'}`;
const openHouseWords = (count: number): string => (count === 1 ? 'Open house' : `${count} open houses`);

function Row({ home }: { home: HomeRow }) {
  const { listingId, title, address, area, status, priceCents, currency, beds, baths, areaSqft, openHouses, marks } =
    home;
  return (
    <li className="person-row home-row">
      <span className="home-thumb">
        {home.photo === undefined ? (
          <Icon name="home" size={20} />
        ) : (
          <img src={homePhotoAddress(home.photo, 'preview')} alt="" width={64} height={48} loading="lazy" />
        )}
      </span>
      <span className="person-who">
        <DeskLink className="person-link" to={linkToHome(listingId)}>
          {title}
        </DeskLink>
        <small>
          {address.startsWith(title)
            ? `${address.slice(title.length).replace(/^,\s*/, '')} · ${area}`
            : `${address} · ${area}`}
        </small>
      </span>
      <span className="home-price">
        <b>{homeMoney(priceCents, currency)}</b>
        {marks.map((mark) => (
          <em key={mark}>{homeMarkLabels[mark]}</em>
        ))}
      </span>
      <span className="home-rooms">
        {beds} bd · {baths} ba · {areaSqft.toLocaleString('en-US')} sqft
      </span>
      <span className="home-state">
        <span className={`home-status ${status}`}>{homeStatusLabels[status]}</span>
        {openHouses > 0 ? <small>{openHouseWords(openHouses)}</small> : null}
      </span>
    </li>
  );
}
