import './notifications.css';
import { Button } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import type { NotificationRow } from '../../../src/contract/rest/notifications.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { whoIs } from '../../shared/labels/names.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { goToPath, linkTo, linkToReport, linkToSettings } from '../route.ts';
import { useNotifications } from './NotificationsContext.tsx';

/** The mentions of a person, their tasks that came due, the reports they scheduled, and webhooks that were paused; each opens what it is about. */
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
              : 'Mentions, due tasks, and scheduled reports will appear here.'}
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

type Told = Pick<NotificationRow, 'at' | 'read'>;

function Line({ one, onOpen }: { one: NotificationRow; onOpen(): void }) {
  const { markWebhookRead } = useNotifications();
  if (one.kind === 'report')
    return (
      <LineLink told={one} to={linkToReport(one.reportId)} icon="paper" title="Report ready" onOpen={onOpen}>
        <span className="first-words">{one.title}</span>
      </LineLink>
    );
  if (one.kind === 'webhook-paused')
    return (
      <LineLink
        told={one}
        to={linkToSettings('webhooks')}
        icon="warn"
        title="Webhook paused"
        onOpen={() => {
          markWebhookRead(one.webhookId);
          onOpen();
        }}
      >
        <span className="first-words">
          {one.host}{' '}
          {one.reason === 'gone' ? 'says this address no longer exists.' : 'hasn’t accepted anything for a day.'}
        </span>
      </LineLink>
    );
  const isMention = one.kind === 'mention';
  return (
    <LineLink
      told={one}
      to={linkTo(one.conversationId)}
      icon={isMention ? 'talk' : 'clock'}
      title={isMention ? `${one.by?.name ?? 'A colleague'} mentioned you` : 'Task due'}
      onOpen={onOpen}
    >
      <small>{whoIs(one)}</small>
      <span className="first-words">{one.text}</span>
    </LineLink>
  );
}

function LineLink(props: {
  told: Told;
  to: string;
  icon: 'paper' | 'talk' | 'clock' | 'warn';
  title: string;
  onOpen(): void;
  children: ReactNode;
}) {
  const { told, to, icon, title, onOpen, children } = props;
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
    goToPath(to);
  }
  return (
    <a href={to} className={told.read ? undefined : 'is-new'} onClick={open}>
      <Icon name={icon} size={16} />
      <span>
        <strong>{title}</strong>{' '}
        <time dateTime={told.at} title={exactTime(told.at)}>
          {shortTime(told.at)}
        </time>
        {children}
      </span>
      {told.read ? null : <em>New</em>}
    </a>
  );
}
