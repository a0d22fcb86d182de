import { Button, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type FocusEvent, useEffect, useState } from 'react';
import { Icon } from '../shared/components/Icon.tsx';
import { useCommand } from '../shared/components/Toast.tsx';
import { useNow } from '../shared/components/useNow.ts';
import { reasonLabel } from '../shared/labels/reasons.ts';
import { exactTime, waitWords } from '../shared/labels/times.ts';
import { holdAlerts, type WallAlert } from './alertList.ts';

interface AlertsProps {
  alerts: readonly WallAlert[];
  onOpen(conversationId: string): void;
}

const inStrip = 3;

/**
 * Alerts for supervisors, in one strip of constant height, so that the cards below never move. While the pointer or the focus is on
 * it nothing moves in it either.
 */
export function Alerts({ alerts, onOpen }: AlertsProps) {
  const run = useCommand();
  const [held, setHeld] = useState<readonly WallAlert[] | null>(null);
  const [all, setAll] = useState(false);
  /** The alerts that I see to, by their ids: a later one of the same conversation is a new one. */
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const isMine = ({ alertIds }: WallAlert) => alertIds.every((one) => mine.has(one));
  const list = held ? holdAlerts(held, alerts) : alerts.map((alert) => ({ ...alert, gone: false }));
  const fresh = held
    ? alerts.filter(({ conversationId: id }) => !held.some((one) => one.conversationId === id)).length
    : 0;
  const many = alerts.length > inStrip;
  useEffect(() => {
    if (!many) setAll(false);
  }, [many]);

  const hold = () => setHeld((now) => now ?? alerts);
  const letGo = () => setHeld(null);
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) letGo();
  };
  async function answer({ alertIds, conversationId }: WallAlert) {
    onOpen(conversationId);
    setMine((before) => new Set([...before, ...alertIds]));
    const answers = await Promise.all(
      alertIds.map(async (alertId) => [alertId, await run('alert-answer', { alertId })] as const),
    );
    const refused = new Set(answers.flatMap(([alertId, done]) => (done === null ? alertId : [])));
    if (refused.size > 0) setMine((before) => new Set([...before].filter((one) => !refused.has(one))));
  }

  return (
    <section
      className={`alerts${list.length > 0 ? ' some' : ''}${all ? ' all' : ''}`}
      aria-label="Alerts"
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocus={hold}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !all) return;
        event.preventDefault();
        setAll(false);
      }}
    >
      <VisuallyHidden role="status">
        {alerts.length === 0 ? '' : alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`}
      </VisuallyHidden>
      {list.length === 0 ? (
        <p>Nothing needs your attention right now.</p>
      ) : (
        <ul>
          {(all ? list : list.slice(0, inStrip)).map((alert) => (
            <li key={alert.conversationId} className={alert.gone || isMine(alert) ? 'gone' : ''}>
              <Icon name="warn" size={15} />
              <span className="alert-words">
                <b className="clip">{alert.who}</b>
                <span className="clip" title={[alert.reason, ...alert.more].map(reasonLabel).join('\n')}>
                  {reasonLabel(alert.reason)}
                  {alert.more.length > 0 ? ` and ${alert.more.length} more` : ''}
                </span>
              </span>
              <Age at={alert.at} />
              {alert.gone || isMine(alert) ? (
                <span className="alert-done">{isMine(alert) ? 'You’re on it' : 'Handled'}</span>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  title="Opens the conversation. The alert clears on every wall, and the log says you handled it."
                  aria-label={`Handle: ${alert.who}, ${reasonLabel(alert.reason)}`}
                  onClick={() => void answer(alert)}
                >
                  Handle
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {many || all ? (
        <UnstyledButton className="alerts-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${alerts.length}`}
        </UnstyledButton>
      ) : null}
      {fresh > 0 ? <span className="alerts-fresh">{fresh} new</span> : null}
    </section>
  );
}

function Age({ at }: { at: string }) {
  const now = useNow(1_000);
  return (
    <time className="alert-age" dateTime={at} title={exactTime(at)}>
      {waitWords(now - Date.parse(at))}
    </time>
  );
}
