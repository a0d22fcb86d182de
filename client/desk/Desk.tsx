import { ActionIcon } from '@mantine/core';
import { type CSSProperties, lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useBoard } from '../shared/components/BoardContext.tsx';
import { useOutbox } from '../shared/components/composer/useOutbox.ts';
import { Icon } from '../shared/components/Icon.tsx';
import { LoadedWhenOpened } from '../shared/components/LoadedWhenOpened.tsx';
import { RecordedLine } from '../shared/components/RecordedLine.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { StaleLine } from '../shared/components/StaleLine.tsx';
import { isToDo } from '../shared/state/boardView.ts';
import { ColumnEdge } from './ColumnEdge.tsx';
import { DeskMenu } from './DeskMenu.tsx';
import { Inbox } from './inbox/Inbox.tsx';
import { nextAfter } from './inbox/nextAfter.ts';
import { SearchSheet } from './inbox/SearchSheet.tsx';
import { useWaitingCalls } from './inbox/useWaitingCalls.ts';
import { goTo, useOpenId } from './route.ts';
import { ConversationPane } from './talk/ConversationPane.tsx';
import { useDeskKeys } from './useDeskKeys.ts';
import { useLayout } from './useLayout.ts';
import { useOwnPresence } from './useOwnPresence.ts';
import { usePersistedState } from './usePersistedState.ts';

const StartCallSheet = lazy(() => import('./call/StartCallSheet.tsx'));
const KeysSheet = lazy(() => import('./KeysSheet.tsx'));
/** Loaded where no conversation is open. */
const MyDayPane = lazy(() => import('./MyDayPane.tsx'));

export function Desk() {
  const openId = useOpenId();
  const layout = useLayout();
  const outbox = useOutbox();
  const { user } = useSession();
  const [showFacts, setShowFacts] = useState(false);
  const [closing, setClosing] = useState(false);
  const [calling, setCalling] = useState(false);
  const board = useBoard();
  const search = useRef<HTMLInputElement>(null);
  const order = useRef<readonly string[]>([]);
  const onOrder = useCallback((ids: readonly string[]) => {
    order.current = ids;
  }, []);
  const { currentId, keysShown, hideKeys, showKeys, searching, openSearch, closeSearch } = useDeskKeys({
    openId,
    order,
    onClose: () => setClosing(true),
  });
  const waiting = (id: string): boolean => {
    const row = board.get().rows.get(id);
    return row !== undefined && isToDo(row, user.id, Date.now());
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins with its talk
  useEffect(() => {
    setShowFacts(false);
    setClosing(false);
  }, [openId]);

  const presence = useOwnPresence();
  const [doNotDisturb, setDoNotDisturb] = usePersistedState(`jorge-hub.quiet.${user.id}`, false);
  const [textScale, setTextScale] = usePersistedState(`jorge-hub.text.${user.id}`, 1);
  const [inboxPx, setInboxPx] = usePersistedState(`jorge-hub.inbox-width.${user.id}`, 320);
  const [railPx, setRailPx] = usePersistedState(`jorge-hub.rail-width.${user.id}`, 360);
  const quiet = doNotDisturb || presence.status === 'away';
  useWaitingCalls(quiet, presence.capacity, openId);

  const sizes = { '--text-scale': textScale, '--inbox-px': `${inboxPx}px`, '--rail-px': `${railPx}px` };

  return (
    <div className={`desk ${layout}${openId ? ' has-open' : ''}`} style={sizes as CSSProperties}>
      <RecordedLine />
      <StaleLine />
      <div className="desk-columns">
        {layout === 'phone' && openId ? null : (
          <Inbox
            openId={openId}
            currentId={currentId}
            search={search}
            quiet={quiet}
            onOrder={onOrder}
            edge={
              layout === 'phone' ? null : (
                <ColumnEdge
                  label="Inbox width"
                  width={inboxPx}
                  least={240}
                  most={480}
                  grows="right"
                  scale={textScale}
                  onWidth={setInboxPx}
                />
              )
            }
          >
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label="Start a call"
              title="Start a call"
              onClick={() => setCalling(true)}
            >
              <Icon name="phone" size={18} />
            </ActionIcon>
            <DeskMenu
              presence={presence}
              doNotDisturb={doNotDisturb}
              onDoNotDisturb={setDoNotDisturb}
              textScale={textScale}
              onTextScale={setTextScale}
              onSearch={openSearch}
              onKeys={showKeys}
            />
          </Inbox>
        )}
        {openId ? (
          <ConversationPane
            key={openId}
            conversationId={openId}
            layout={layout}
            outbox={outbox}
            showFacts={showFacts}
            closing={closing}
            onClosing={setClosing}
            rail={{ width: railPx, scale: textScale, onWidth: setRailPx }}
            onClosed={() => goTo(nextAfter(order.current, openId, waiting))}
          />
        ) : layout === 'phone' ? null : (
          <Suspense fallback={<main className="talk-pane nothing-open" />}>
            <MyDayPane />
          </Suspense>
        )}
      </div>
      {layout === 'phone' && openId ? (
        <nav className="bottom-bar" aria-label="Conversation views">
          <button type="button" aria-pressed={false} onClick={() => goTo(null)}>
            <Icon name="inbox" size={20} /> Inbox
          </button>
          <button type="button" aria-pressed={!showFacts} onClick={() => setShowFacts(false)}>
            <Icon name="talk" size={20} /> Chat
          </button>
          <button type="button" aria-pressed={showFacts} onClick={() => setShowFacts(true)}>
            <Icon name="facts" size={20} /> Details
          </button>
        </nav>
      ) : null}
      <SearchSheet opened={searching} onClose={closeSearch} />
      <LoadedWhenOpened
        opened={calling}
        sheet={(opened) => <StartCallSheet opened={opened} onClose={() => setCalling(false)} />}
      />
      <LoadedWhenOpened opened={keysShown} sheet={(opened) => <KeysSheet opened={opened} onClose={hideKeys} />} />
    </div>
  );
}
