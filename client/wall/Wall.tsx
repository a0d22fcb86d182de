import { Button, Menu, TextInput } from '@mantine/core';
import { Fragment, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import { useBoard } from '../shared/components/BoardContext.tsx';
import { useOutbox } from '../shared/components/composer/useOutbox.ts';
import { Icon } from '../shared/components/Icon.tsx';
import { Mark } from '../shared/components/Mark.tsx';
import { Notice } from '../shared/components/Notice.tsx';
import { NotLoaded } from '../shared/components/NotLoaded.tsx';
import { RecordedLine } from '../shared/components/RecordedLine.tsx';
import { StaleLine } from '../shared/components/StaleLine.tsx';
import { UserMenu } from '../shared/components/UserMenu.tsx';
import { useAfter } from '../shared/components/useAfter.ts';
import { useLive } from '../shared/components/useLive.ts';
import { useNow } from '../shared/components/useNow.ts';
import { needLabels } from '../shared/labels/needs.ts';
import { showUpdates } from '../shared/labels/showUpdates.ts';
import { holdStill, matches, type Need, needOf, needs } from '../shared/state/boardView.ts';
import { emptyOrder, orderCards, type WallOrder } from '../shared/state/wallOrder.ts';
import { Alerts } from './Alerts.tsx';
import { alertsOf } from './alertList.ts';
import type { HoldsNow } from './ByPerson.tsx';
import { Card } from './Card.tsx';
import { DayLine } from './DayLine.tsx';
import { FullScreenButton } from './FullScreenButton.tsx';
import { HealthLine } from './HealthLine.tsx';
import { anyOf, NarrowBy, type Narrowed, narrows } from './NarrowBy.tsx';
import { type ReadDay, useDay } from './useDay.ts';
import { useHealth } from './useHealth.ts';
import { WatchSheet } from './WatchSheet.tsx';

const filters = ['all', 'now', 'follow-up', 'flagged', 'hot', 'bot', 'person'] as const;
type Filter = (typeof filters)[number];
const filterName: Record<Filter, string> = {
  all: 'All',
  now: needLabels.now,
  'follow-up': needLabels['follow-up'],
  flagged: 'Flagged',
  hot: 'Hot',
  bot: 'Jorge is answering',
  person: 'A person is answering',
};
const passes: Record<Filter, (row: BoardRow, now: number) => boolean> = {
  all: () => true,
  now: (row, now) => needOf(row, now) === 'now',
  'follow-up': (row, now) => needOf(row, now) === 'follow-up',
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
  const now = useNow(5_000);
  const places = usePlaces(state.rows, now);
  const [filter, setFilter] = useState<Filter>('all');
  const [words, setWords] = useState('');
  // The typed letter shows at once; two hundred cards may follow a moment later.
  const sought = useDeferredValue(words);
  const [openId, setOpenId] = useState<string | null>(null);
  const close = useCallback(() => setOpenId(null), []);
  const late = useAfter(200);
  const day = useDay(readDay);
  const health = useHealth(board.retry);
  // Until the hub has told: it refuses what Jorge cannot take.
  const jorgeListens = health?.model !== 'none';
  const [narrowed, setNarrowed] = useState<Narrowed>(anyOf);
  const alerts = useMemo(() => alertsOf(state.rows.values()), [state.rows]);
  const holds = useMemo(() => holdsOf(state.rows.values()), [state.rows]);
  const isRead = state.phase === 'live' || state.phase === 'stale';

  /** The order when the pointer or the focus came, and under which head each stood; null while the cards may move. */
  const [frozen, setFrozen] = useState<{ ids: readonly string[]; heads: ReadonlyMap<string, Need> } | null>(null);
  const { ids, moved } = frozen ? holdStill(frozen.ids, places.ids) : { ids: places.ids, moved: 0 };
  const rows = ids.flatMap((id) => state.rows.get(id) ?? []);
  const headOf = (row: BoardRow): Need => frozen?.heads.get(row.conversationId) ?? needOf(row, now);
  const headsNow = () => new Map(rows.map((row) => [row.conversationId, needOf(row, now)]));
  const hold = () => setFrozen((before) => before ?? { ids, heads: headsNow() });
  const letGo = () => setFrozen(null);
  const shown = rows.filter((row) => passes[filter](row, now) && matches(row, sought) && narrows(narrowed, row));
  const count = (one: Filter) => rows.filter((row) => row.mode !== 'closed' && passes[one](row, now)).length;

  return (
    <div className={`wall${openId ? ' has-sheet' : ''}`}>
      <RecordedLine />
      <StaleLine />
      <div className="wall-columns">
        <main className="wall-main">
          <header className="column-head">
            <Mark size={24} />
            <h1>Wall</h1>
            <DayLine
              live={isRead ? count('all') : null}
              inChat={isRead ? count('now') : null}
              followUps={isRead ? count('follow-up') : null}
              day={day}
              holds={holds}
              people={state.people}
              onOpen={setOpenId}
            />
            <FullScreenButton />
            <UserMenu>
              <Menu.Item component="a" href="/desk/reports">
                Reports
              </Menu.Item>
            </UserMenu>
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
            <NarrowBy rows={rows} value={narrowed} onChange={setNarrowed} />
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
              <button
                type="button"
                className="wall-changed"
                onClick={() => setFrozen({ ids: places.ids, heads: headsNow() })}
              >
                {showUpdates(moved)}
              </button>
            ) : null}
            {shown.length > 0 ? (
              <ul className="cards">
                {needs.map((need) => {
                  const group = shown.filter((row) => headOf(row) === need);
                  return group.length === 0 ? null : (
                    <Fragment key={need}>
                      <li className={`cards-head ${need}`}>
                        <h2>
                          {needLabels[need]} <span>{group.length}</span>
                        </h2>
                      </li>
                      {group.map((row) => (
                        <Card
                          key={row.conversationId}
                          row={row}
                          open={row.conversationId === openId}
                          onOpen={setOpenId}
                        />
                      ))}
                    </Fragment>
                  );
                })}
              </ul>
            ) : state.phase === 'loading' ? (
              late ? (
                <CardSkeletons />
              ) : null
            ) : state.phase === 'refused' ? (
              <NotLoaded title="The wall didn’t load" why={state.refusal?.message ?? ''} onRetry={board.retry} />
            ) : rows.length > 0 ? (
              <Notice title="None right now" text="Cards appear here automatically." />
            ) : (
              <Notice
                title="No live conversations"
                text="A card appears here with a visitor’s first message. Open the demo page and send one."
              >
                <Button component="a" href="/demo" target="_blank" variant="default" size="sm">
                  Open the demo page
                </Button>
              </Notice>
            )}
          </div>
          <HealthLine health={health} asOf={state.asOf} />
        </main>
        {openId ? (
          <WatchSheet
            key={openId}
            conversationId={openId}
            outbox={outbox}
            jorgeListens={jorgeListens}
            onClose={close}
          />
        ) : null}
      </div>
    </div>
  );
}

/** How many conversations each person has now. */
function holdsOf(rows: Iterable<BoardRow>): HoldsNow {
  const holds = new Map<string, { name: string; holds: number }>();
  for (const { mode, owner } of rows)
    if (owner && mode !== 'closed')
      holds.set(owner.id, { name: owner.name, holds: (holds.get(owner.id)?.holds ?? 0) + 1 });
  return holds;
}

function usePlaces(rows: ReadonlyMap<string, BoardRow>, now: number): WallOrder {
  const [places, setPlaces] = useState(emptyOrder);
  const next = useMemo(() => orderCards(places, rows, now), [places, rows, now]);
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
