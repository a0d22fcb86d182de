import { type CSSProperties, useCallback, useEffect, useRef, useState } from 'react';
import { waitsFor } from '../shared/state/boardView.ts';
import { useBoard } from '../shared/ui/BoardContext.tsx';
import { useOutbox } from '../shared/ui/composer/useOutbox.ts';
import { Icon } from '../shared/ui/Icon.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useSession } from '../shared/ui/SessionContext.ts';
import { StaleLine } from '../shared/ui/StaleLine.tsx';
import { ColumnEdge } from './ColumnEdge.tsx';
import { ConversationPane } from './ConversationPane.tsx';
import { DeskMenu } from './DeskMenu.tsx';
import { Inbox } from './Inbox.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { nextAfter } from './nextAfter.ts';
import { goTo, isOpen, useOpenId } from './route.ts';
import { SearchSheet } from './SearchSheet.tsx';
import { useDeskKeys } from './useDeskKeys.ts';
import { useKept } from './useKept.ts';
import { useLayout } from './useLayout.ts';
import { useOwnPresence } from './useOwnPresence.ts';
import { useWaitingCalls } from './useWaitingCalls.ts';

export function Desk() {
  const openId = useOpenId();
  const layout = useLayout();
  const outbox = useOutbox();
  const { user } = useSession();
  const [showFacts, setShowFacts] = useState(false);
  const [closing, setClosing] = useState(false);
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
    return row !== undefined && waitsFor(row, user.id, Date.now());
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins with its talk
  useEffect(() => {
    setShowFacts(false);
    setClosing(false);
  }, [openId]);

  const presence = useOwnPresence();
  const [doNotDisturb, setDoNotDisturb] = useKept(`jorge-hub.quiet.${user.id}`, false);
  const [textScale, setTextScale] = useKept(`jorge-hub.text.${user.id}`, 1);
  const [inboxPx, setInboxPx] = useKept(`jorge-hub.inbox-width.${user.id}`, 320);
  const [railPx, setRailPx] = useKept(`jorge-hub.rail-width.${user.id}`, 360);
  const quiet = doNotDisturb || presence.status === 'away';
  useWaitingCalls(quiet, presence.capacity, openId);

  const sizes = { '--text-scale': textScale, '--inbox-px': `${inboxPx}px`, '--rail-px': `${railPx}px` };

  return (
    <div className={`desk ${layout}${openId ? ' has-open' : ''}`} style={sizes as CSSProperties}>
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
                  label="Width of the inbox"
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
            onClosed={() => {
              // The hub's answer may come when somebody has gone on by themselves.
              if (isOpen(openId)) goTo(nextAfter(order.current, openId, waiting));
            }}
          />
        ) : layout === 'phone' ? null : (
          <main className="talk-pane nothing-open">
            <Notice title="No conversation open" text="Choose one on the left, or press j and Enter." />
          </main>
        )}
      </div>
      {layout === 'phone' ? (
        <nav className="bottom-bar" aria-label="Parts of the desk">
          <button type="button" aria-pressed={!openId} onClick={() => goTo(null)}>
            <Icon name="inbox" size={20} /> Inbox
          </button>
          <button
            type="button"
            aria-pressed={openId !== null && !showFacts}
            disabled={!openId}
            onClick={() => setShowFacts(false)}
          >
            <Icon name="talk" size={20} /> Talk
          </button>
          <button
            type="button"
            aria-pressed={openId !== null && showFacts}
            disabled={!openId}
            onClick={() => setShowFacts(true)}
          >
            <Icon name="facts" size={20} /> Known
          </button>
        </nav>
      ) : null}
      <SearchSheet opened={searching} onClose={closeSearch} />
      <KeysSheet opened={keysShown} onClose={hideKeys} />
    </div>
  );
}
