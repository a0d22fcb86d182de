import './notifications.css';
import { Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { NotificationRow } from '../../../src/contract/rest/notifications.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { whoIs } from '../../shared/labels/names.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { goTo, linkTo } from '../route.ts';
import { useNotifications } from './NotificationsContext.tsx';

/** The mentions of a person and their tasks that came due; each opens its talk. */
export default function NotificationList({ onClose }: { onClose(): void }) {
  const { items, unread, state, markAllRead } = useNotifications();
  return (
    <section className="notifications" aria-label="For you">
      <header>
        <h2>For you</h2>
        <Button variant="subtle" size="compact-sm" disabled={unread === 0} onClick={markAllRead}>
          Mark all read
        </Button>
      </header>
      {items.length === 0 ? (
        <p role="status">
          {state === 'loading'
            ? 'Loading…'
            : state === 'failed'
              ? 'Notifications didn’t load. They’ll load when you reconnect.'
              : 'Mentions and due tasks will appear here.'}
        </p>
      ) : (
        <ol>
          {items.map((one) => (
            <li key={one.notificationId}>
              <Line one={one} onOpen={onClose} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Line({ one, onOpen }: { one: NotificationRow; onOpen(): void }) {
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
    goTo(one.conversationId);
  }
  return (
    <a href={linkTo(one.conversationId)} className={one.read ? undefined : 'is-new'} onClick={open}>
      <Icon name={one.kind === 'mention' ? 'talk' : 'clock'} size={16} />
      <span>
        <strong>{one.kind === 'mention' ? `${one.by?.name ?? 'A colleague'} mentioned you` : 'Task due'}</strong>{' '}
        <time dateTime={one.at} title={exactTime(one.at)}>
          {shortTime(one.at)}
        </time>
        <small>{whoIs(one)}</small>
        <span className="first-words">{one.text}</span>
      </span>
      {one.read ? null : <em>New</em>}
    </a>
  );
}
