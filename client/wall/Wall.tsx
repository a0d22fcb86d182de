import { Button, TextInput } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { BoardRow } from '../../src/contract/board.ts';
import { matches, owesAnswer } from '../shared/state/boardView.ts';
import { noPlaces, placeCards, type WallPlaces } from '../shared/state/wallPlaces.ts';
import { useBoard } from '../shared/ui/BoardContext.tsx';
import { useHubStatus } from '../shared/ui/HubContext.tsx';
import { Icon } from '../shared/ui/Icon.tsx';
import { Mark } from '../shared/ui/Mark.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useNow } from '../shared/ui/now.ts';
import { StaleLine } from '../shared/ui/StaleLine.tsx';
import { UserMenu } from '../shared/ui/UserMenu.tsx';
import { useAfter } from '../shared/ui/useAfter.ts';
import { useLive } from '../shared/ui/useLive.ts';
import { flagWords, whoIs } from '../shared/ui/words.ts';
import { Card } from './Card.tsx';
import { WatchSheet } from './WatchSheet.tsx';

const filters = ['all', 'waiting', 'flagged', 'hot', 'bot', 'person'] as const;
type Filter = (typeof filters)[number];
const filterName: Record<Filter, string> = {
  all: 'All',
  waiting: 'Waiting',
  flagged: 'Flagged',
  hot: 'Hot',
  bot: 'Jorge answers',
  person: 'A person answers',
};
const passes: Record<Filter, (row: BoardRow) => boolean> = {
  all: () => true,
  waiting: owesAnswer,
  flagged: (row) => row.flags.length > 0,
  hot: (row) => row.temperature === 'hot',
  bot: (row) => row.mode === 'bot',
  person: (row) => row.mode === 'human',
};

/** All live conversations in places that do not change. */
export function Wall() {
  const board = useBoard();
  const state = useLive(board, (value) => value);
  const places = usePlaces(state.rows);
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  // The letter is there at once; two hundred cards may come a moment later.
  const sought = useDeferredValue(words);
  const [openId, setOpenId] = useState<string | null>(null);
  const close = useCallback(() => setOpenId(null), []);
  const late = useAfter(200);

  const rows = places.ids.flatMap((id) => state.rows.get(id) ?? []);
  const shown = rows.filter((row) => passes[filter](row) && matches(row, sought));
  const count = (one: Filter) => rows.filter((row) => row.mode !== 'closed' && passes[one](row)).length;

  return (
    <div className={`wall${openId ? ' has-sheet' : ''}`}>
      <StaleLine />
      <div className="wall-columns">
        <main className="wall-main">
          <header className="column-head">
            <Mark size={24} />
            <h1>Wall</h1>
            <span className="column-head-note">{state.phase === 'loading' ? '' : liveWords(count('all'))}</span>
            <UserMenu />
          </header>
          <div className="wall-filters">
            <fieldset className="chips" aria-label="Show">
              {filters.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip"
                  aria-pressed={filter === one}
                  onClick={() => setFilter(one)}
                >
                  {filterName[one]} <span>{count(one)}</span>
                </button>
              ))}
            </fieldset>
            <TextInput
              size="xs"
              placeholder="Search"
              aria-label="Search conversations"
              leftSection={<Icon name="search" size={14} />}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          </div>
          <Alerts rows={rows} onOpen={setOpenId} />
          <div className="wall-scroll">
            {shown.length > 0 ? (
              <ul className="cards">
                {shown.map((row) => (
                  <Card key={row.conversationId} row={row} open={row.conversationId === openId} onOpen={setOpenId} />
                ))}
              </ul>
            ) : state.phase === 'loading' ? (
              late ? (
                <CardSkeletons />
              ) : null
            ) : state.phase === 'refused' ? (
              <Notice title="The wall did not load" text={state.refusal?.message ?? ''}>
                <Button size="sm" onClick={board.retry}>
                  Try again
                </Button>
              </Notice>
            ) : rows.length > 0 ? (
              <Notice title="None of these now" text="Cards appear here by themselves." />
            ) : (
              <Notice
                title="No live conversations"
                text="A card appears here with a visitor’s first message. Open the demo page and write one."
              >
                <Button component="a" href="/demo" target="_blank" variant="default" size="sm">
                  Open the demo page
                </Button>
              </Notice>
            )}
          </div>
          <Health asOf={state.asOf} />
        </main>
        {openId ? <WatchSheet key={openId} conversationId={openId} onClose={close} /> : null}
      </div>
    </div>
  );
}

const liveWords = (count: number): string => (count === 0 ? '' : count === 1 ? '1 live' : `${count} live`);

/** Who waits for a person and has nobody: first, each with the one thing to do. */
function Alerts({ rows, onOpen }: { rows: BoardRow[]; onOpen(conversationId: string): void }) {
  const alone = rows
    .filter((row) => row.mode === 'waiting' && !row.owner && owesAnswer(row))
    .sort((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? ''));
  if (alone.length === 0) return null;
  return (
    <ul className="alerts" aria-label="Needs someone">
      {alone.slice(0, 3).map((row) => (
        <li key={row.conversationId}>
          <Icon name="warn" size={15} />
          <b className="clip">{whoIs(row)}</b>
          <span className="clip">{flagWords(row)[0] ?? 'Waits, and nobody has it'}</span>
          <Button size="compact-xs" variant="default" onClick={() => onOpen(row.conversationId)}>
            Open
          </Button>
        </li>
      ))}
      {alone.length > 3 ? <li className="alerts-more">{alone.length - 3} more wait and nobody has them</li> : null}
    </ul>
  );
}

/** The state of the system in one quiet line; it speaks up only when something is wrong. */
function Health({ asOf }: { asOf: number | null }) {
  const status = useHubStatus();
  const isWell = status === 'live' && asOf === null;
  return (
    <div className={`health${isWell ? '' : ' trouble'}`} role="status">
      <i aria-hidden="true" />
      {isWell
        ? 'Connected. Every card is live.'
        : status === 'connecting'
          ? 'Connecting…'
          : 'No connection to the hub.'}
    </div>
  );
}

function usePlaces(rows: ReadonlyMap<string, BoardRow>): WallPlaces {
  const now = useNow(5_000);
  const [places, setPlaces] = useState(noPlaces);
  const next = useMemo(() => placeCards(places, rows, now), [places, rows, now]);
  useEffect(() => {
    if (next.ids !== places.ids || next.overSince.size !== places.overSince.size) setPlaces(next);
  }, [next, places]);
  return next;
}

function CardSkeletons() {
  return (
    <ul className="cards" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((one) => (
        <li key={one} className="card skeleton">
          <i style={{ width: '50%' }} />
          <i style={{ width: '35%' }} />
          <i style={{ width: '85%' }} />
        </li>
      ))}
    </ul>
  );
}
