import { Button, TextInput } from '@mantine/core';
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { InboxView } from '../../../src/contract/rest/savedViews.ts';
import { useBoard } from '../../shared/components/BoardContext.tsx';
import { Icon } from '../../shared/components/Icon.tsx';
import { Mark } from '../../shared/components/Mark.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { NotLoaded } from '../../shared/components/NotLoaded.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useToast } from '../../shared/components/Toast.tsx';
import { useAfter } from '../../shared/components/useAfter.ts';
import { useIsPhone } from '../../shared/components/useIsPhone.ts';
import { useLive } from '../../shared/components/useLive.ts';
import { useNow } from '../../shared/components/useNow.ts';
import { needLabels } from '../../shared/labels/needs.ts';
import { showUpdates } from '../../shared/labels/showUpdates.ts';
import { type Chip, chips, holdStill, isUnder, matches, waitsFor } from '../../shared/state/boardView.ts';
import { choicesIn, passesView, sortedFor, wholeInbox } from '../../shared/state/inboxView.ts';
import { goToSettings } from '../route.ts';
import { useClosing } from '../talk/ClosingContext.tsx';
import { useBulk } from '../useBulk.ts';
import { useSelection } from '../useSelection.ts';
import { fetchClosed } from './fetchClosed.ts';
import { InboxRow } from './InboxRow.tsx';
import { ViewMenu } from './ViewMenu.tsx';

const BulkBar = lazy(() => import('./BulkBar.tsx'));

const chipName: Record<Chip, string> = {
  all: 'All',
  now: needLabels.now,
  'follow-up': needLabels['follow-up'],
  mine: 'Mine',
  unassigned: 'Unassigned',
  hot: 'Hot',
  snoozed: 'Snoozed',
  done: 'Done',
};

/** Height of a row, for the room that undrawn rows take. */
const rowPx = 80;
const rowStep = 30;

interface InboxProps {
  openId: string | null;
  currentId: string | null;
  search: RefObject<HTMLInputElement | null>;
  /** Do not disturb: the tab's title counts nothing either. */
  quiet: boolean;
  /** Tells the order as it is shown, for the keys. */
  onOrder(ids: readonly string[]): void;
  /** The edge by which its width is changed, where it can be. */
  edge: ReactNode;
  children: ReactNode;
}

/** All conversations: those that wait for me, then hot ones, then the newest. The list holds still under the pointer. */
export function Inbox({ openId, currentId, search, quiet, onOrder, edge, children }: InboxProps) {
  const { user, session } = useSession();
  const toast = useToast();
  const board = useBoard();
  const state = useLive(board, (value) => value);
  const [chip, setChip] = useState<Chip>('all');
  const [words, setWords] = useState('');
  const [view, setView] = useState<InboxView>(wholeInbox);
  /** The order when the pointer or the focus came; null while the list may move. */
  const [frozen, setFrozen] = useState<readonly string[] | null>(null);
  const [scrolledTo, setScrolledTo] = useState(rowStep);
  const late = useAfter(200);

  const closing = useClosing();
  const rows = useMemo(
    () => [...state.rows.values()].filter(({ conversationId: id, mode }) => mode === 'closed' || !closing.ids.has(id)),
    [state.rows, closing.ids],
  );
  const now = useNow(10_000);
  const counts = useMemo(() => {
    const count = (one: Chip) => rows.filter((row) => isUnder(one, row, user.id, now)).length;
    return {
      now: count('now'),
      'follow-up': count('follow-up'),
      mine: count('mine'),
      unassigned: count('unassigned'),
      hot: count('hot'),
      snoozed: count('snoozed'),
    };
  }, [rows, user.id, now]);
  const alone = useIsPhone();
  const waitingForMe = rows.filter((row) => waitsFor(row, user.id, now)).length;

  const fresh = sortedFor(
    rows.filter((row) => isUnder(chip, row, user.id, now) && matches(row, words) && passesView(row, view)),
    view.sort,
    user.id,
    now,
  ).map((row) => row.conversationId);
  const { ids, moved } = frozen ? holdStill(frozen, fresh) : { ids: fresh, moved: 0 };
  const selection = useSelection(ids, currentId);
  const { chosen } = selection;
  const bulk = useBulk();
  const hold = () => setFrozen((before) => before ?? ids);
  // A change can put a row first, and the browser pays for every row that it moves down: only those near the eyes are drawn.
  const drawn = ids.slice(0, scrolledTo);

  useEffect(() => {
    onOrder(ids);
  });
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the keys, not what moves in it
  useEffect(() => {
    const index = ids.indexOf(currentId ?? '');
    if (index < 0 || !list.current) return;
    const row = list.current.querySelector(`[data-id="${CSS.escape(ids[index] ?? '')}"]`);
    if (row) row.scrollIntoView({ block: 'nearest' });
    else list.current.scrollTop = (index - 1) * rowPx;
  }, [currentId]);
  useEffect(() => {
    document.title = waitingForMe > 0 && !quiet ? `(${waitingForMe}) Desk · Jorge Hub` : 'Desk · Jorge Hub';
  }, [waitingForMe, quiet]);

  useEffect(() => {
    if (chip !== 'done') return;
    fetchClosed(session).then(board.keep, () => toast('Earlier conversations didn’t load. Choose Done again.'));
  }, [chip, session, board, toast]);

  return (
    <section className="inbox" role={alone ? 'main' : 'navigation'} aria-label="Conversations">
      <header className="column-head">
        <Mark size={24} />
        <h1>Inbox</h1>
        <span className="column-head-note">{waitingForMe > 0 ? `${waitingForMe} waiting for you` : ''}</span>
        {children}
      </header>
      <div className="inbox-find">
        <div className="inbox-search">
          <TextInput
            ref={search}
            size="xs"
            placeholder="Search"
            aria-label="Search conversations"
            leftSection={<Icon name="search" size={14} />}
            value={words}
            onChange={(event) => {
              setFrozen(null);
              setWords(event.currentTarget.value);
            }}
          />
          <ViewMenu
            rows={rows}
            view={view}
            onSelectFirst={() => selection.set(ids.slice(0, 1))}
            onView={(next) => {
              setFrozen(null);
              setView(next);
            }}
          />
        </div>
        {chosen.length > 0 ? (
          <Suspense>
            <BulkBar rows={state.rows} shown={ids} selection={selection} bulk={bulk} />
          </Suspense>
        ) : (
          <fieldset className="chips" aria-label="Show">
            {chips.map((one) => (
              <button key={one} type="button" className="chip" aria-pressed={chip === one} onClick={() => setChip(one)}>
                {chipName[one]}
                {one in counts && counts[one as keyof typeof counts] > 0 ? (
                  <span>{counts[one as keyof typeof counts]}</span>
                ) : null}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the pointer and the focus are */}
      <div
        ref={list}
        className={`inbox-rows${chosen.length > 0 ? ' selecting' : ''}`}
        onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
          setScrolledTo(Math.ceil((scrollTop + 2 * clientHeight) / rowPx / rowStep) * rowStep)
        }
        onPointerEnter={(event) => event.pointerType === 'mouse' && hold()}
        onPointerLeave={() => setFrozen(null)}
        onFocus={(event) => event.target.matches(':focus-visible') && hold()}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFrozen(null)}
      >
        {moved > 0 ? (
          <button type="button" className="inbox-changed" onClick={() => setFrozen(fresh)}>
            {showUpdates(moved)}
          </button>
        ) : null}
        {drawn.map((id) => {
          const row = state.rows.get(id);
          return row ? (
            <InboxRow
              key={id}
              row={row}
              me={user.id}
              open={id === openId}
              current={id === currentId}
              selected={chosen.includes(id)}
              onSelect={selection.select}
            />
          ) : null;
        })}
        <div className="inbox-rest" style={{ height: (ids.length - drawn.length) * rowPx }} />
        {ids.length > 0 ? null : state.phase === 'loading' ? (
          late ? (
            <RowSkeletons />
          ) : null
        ) : state.phase === 'refused' ? (
          <NotLoaded title="The inbox didn’t load" why={state.refusal?.message ?? ''} onRetry={board.retry} />
        ) : (
          <Nothing chip={chip} words={words} isChosen={choicesIn(view) > 0} isFirst={rows.length === 0} />
        )}
      </div>
      {edge}
    </section>
  );
}

function Nothing({
  chip,
  words,
  isChosen,
  isFirst,
}: {
  chip: Chip;
  words: string;
  isChosen: boolean;
  isFirst: boolean;
}) {
  const { user } = useSession();
  if (words) return <Notice title="Nothing found" text="No conversation here has all of these words." />;
  if (isChosen && !isFirst)
    return <Notice title="No conversations match the filter" text="Conversations that match will appear here." />;
  if (chip !== 'all')
    return (
      <Notice title={`No conversations under “${chipName[chip]}”`} text="Conversations appear here automatically." />
    );
  if (!isFirst) return <Notice title="No open conversations" text="Conversations appear here automatically." />;
  const isAdmin = user.role === 'admin';
  return (
    <Notice
      title="No conversations yet"
      text={
        isAdmin
          ? 'They appear here with a visitor’s first message. To put the chat on your website, add the site and copy its code into your pages.'
          : 'They appear here with a visitor’s first message. An admin at your brokerage can put the chat on your website in Settings, under Sites.'
      }
    >
      {isAdmin ? (
        <Button size="sm" onClick={() => goToSettings('sites')}>
          Add your website
        </Button>
      ) : null}
    </Notice>
  );
}

function RowSkeletons() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((one) => (
        <div key={one} className="inbox-row skeleton">
          <i style={{ width: '60%' }} />
          <i style={{ width: '90%' }} />
          <i style={{ width: '40%' }} />
        </div>
      ))}
    </div>
  );
}
