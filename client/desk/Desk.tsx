import { Menu } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useHub, useHubStatus } from '../shared/ui/HubContext.tsx';
import { Icon } from '../shared/ui/Icon.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { useSession } from '../shared/ui/SessionContext.ts';
import { StaleLine } from '../shared/ui/StaleLine.tsx';
import { UserMenu } from '../shared/ui/UserMenu.tsx';
import { ConversationPane } from './ConversationPane.tsx';
import { Inbox } from './Inbox.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { goTo, goToSettings, useOpenId } from './route.ts';
import { SearchSheet } from './SearchSheet.tsx';
import { useDeskKeys } from './useDeskKeys.ts';
import { useLayout } from './useLayout.ts';
import { useOutbox } from './useOutbox.ts';

/** Conversations one person takes at once, until it is a setting. */
const capacity = 5;

export function Desk() {
  const openId = useOpenId();
  const layout = useLayout();
  const outbox = useOutbox();
  const hub = useHub();
  const { user } = useSession();
  const [showFacts, setShowFacts] = useState(false);
  const [status, setStatus] = useState<'available' | 'away'>('available');
  const search = useRef<HTMLInputElement>(null);
  const order = useRef<readonly string[]>([]);
  const onOrder = useCallback((ids: readonly string[]) => {
    order.current = ids;
  }, []);
  const { currentId, keysShown, hideKeys, showKeys, searching, openSearch, closeSearch } = useDeskKeys({
    openId,
    order,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation begins with its talk
  useEffect(() => setShowFacts(false), [openId]);

  const hubStatus = useHubStatus();
  useEffect(() => {
    // Said again after each reconnect: presence is never kept. A lost one is said at the next.
    if (hubStatus === 'live') hub.send('presence-set', { status, capacity }).catch(() => undefined);
  }, [hub, hubStatus, status]);

  return (
    <div className={`desk ${layout}${openId ? ' has-open' : ''}`}>
      <StaleLine />
      <div className="desk-columns">
        {layout === 'phone' && openId ? null : (
          <Inbox openId={openId} currentId={currentId} search={search} onOrder={onOrder}>
            <UserMenu>
              {(['available', 'away'] as const).map((one) => (
                <Menu.Item
                  key={one}
                  onClick={() => setStatus(one)}
                  rightSection={status === one ? <Icon name="check" size={14} /> : null}
                >
                  {one === 'available' ? 'Available' : 'On a break'}
                </Menu.Item>
              ))}
              <Menu.Item onClick={openSearch}>Search all conversations</Menu.Item>
              <Menu.Item onClick={showKeys}>Keys</Menu.Item>
              <Menu.Item onClick={() => goToSettings()}>
                {user.role === 'admin' ? 'Settings' : 'Saved replies'}
              </Menu.Item>
            </UserMenu>
          </Inbox>
        )}
        {openId ? (
          <ConversationPane
            key={openId}
            conversationId={openId}
            layout={layout}
            outbox={outbox}
            showFacts={showFacts}
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
