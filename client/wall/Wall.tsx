import { Button, TextInput } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { BoardRow } from '../../src/contract/board.ts';
import { holdStill, matches, owesAnswer } from '../shared/state/boardView.ts';
import { noPlaces, placeCards, type WallPlaces } from '../shared/state/wallPlaces.ts';
import { useBoard } from '../shared/ui/BoardContext.tsx';
import { useOutbox } from '../shared/ui/composer/useOutbox.ts';
import { Icon } from '../shared/ui/Icon.tsx';
import { Mark } from '../shared/ui/Mark.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useNow } from '../shared/ui/now.ts';
import { StaleLine } from '../shared/ui/StaleLine.tsx';
import { UserMenu } from '../shared/ui/UserMenu.tsx';
import { useAfter } from '../shared/ui/useAfter.ts';
import { useLive } from '../shared/ui/useLive.ts';
import { Alerts } from './Alerts.tsx';
import { alertsOf } from './alertList.ts';
import { Card } from './Card.tsx';
import { DayLine, type HoldsNow } from './DayLine.tsx';
import { HealthLine } from './HealthLine.tsx';
import { type ReadDay, useDay } from './useDay.ts';
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

/** All live conversations in one order for everybody, which holds still while somebody points at it. */
export function Wall({ readDay }: { readDay?: ReadDay }) {
  const board = useBoard();
  const outbox = useOutbox();
  const state = useLive(board, (value) => value);
  const places = usePlaces(state.rows);
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  // The letter is there at once; two hundred cards may come a moment later.
  const sought = useDeferredValue(words);
  const [openId, setOpenId] = useState<string | null>(null);
  const close = useCallback(() => setOpenId(null), []);
  const late = useAfter(200);
  const day = useDay(readDay);
  const alerts = useMemo(() => alertsOf(state.rows.values()), [state.rows]);
  const holds = useMemo(() => holdsOf(state.rows.values()), [state.rows]);
  const isRead = state.phase === 'live' || state.phase === 'stale';

  /** The order when somebody began to look; null while the cards may move. */
  const [frozen, setFrozen] = useState<readonly string[] | null>(null);
  const { ids, moved } = frozen ? holdStill(frozen, places.ids) : { ids: places.ids, moved: 0 };
  const hold = () => setFrozen((before) => before ?? ids);
  const letGo = () => setFrozen(null);
  const rows = ids.flatMap((id) => state.rows.get(id) ?? []);
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
            <DayLine
              live={isRead ? count('all') : null}
              waiting={isRead ? count('waiting') : null}
              day={day}
              holds={holds}
            />
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
          <Alerts alerts={alerts} onOpen={setOpenId} />
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the pointer and the focus are */}
          <div
            className="wall-scroll"
            onPointerEnter={(event) => event.pointerType === 'mouse' && hold()}
            onPointerLeave={letGo}
            onFocus={(event) => event.target.matches(':focus-visible') && hold()}
            onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && letGo()}
          >
            {moved > 0 ? (
              <button type="button" className="wall-changed" onClick={() => setFrozen(places.ids)}>
                {moved} changed
              </button>
            ) : null}
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
          <HealthLine asOf={state.asOf} onMended={board.retry} />
        </main>
        {openId ? <WatchSheet key={openId} conversationId={openId} outbox={outbox} onClose={close} /> : null}
      </div>
    </div>
  );
}

/** What each person has now. */
function holdsOf(rows: Iterable<BoardRow>): HoldsNow {
  const holds = new Map<string, { name: string; holds: number }>();
  for (const { mode, owner } of rows)
    if (owner && mode !== 'closed')
      holds.set(owner.id, { name: owner.name, holds: (holds.get(owner.id)?.holds ?? 0) + 1 });
  return holds;
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
