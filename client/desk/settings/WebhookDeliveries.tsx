import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { WebhookDelivery } from '../../../src/contract/rest/webhooks.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { goTo } from '../route.ts';
import { SaveLine } from './parts.tsx';
import { deliveryWords, eventWords, resultWords } from './webhookWords.ts';

/** The newest deliveries of an address, each with how it went. `mayResend`: it isn’t paused. */
export function WebhookDeliveries({ webhookId, mayResend }: { webhookId: string; mayResend: boolean }) {
  const params = { id: webhookId };
  const { data, refusal, reload } = useLoaded('GET /webhooks/:id/deliveries', { params, query: { limit: 20 } });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again after each answer, once something new has been sent
  useEffect(() => {
    const isNew = ({ state, attempts }: WebhookDelivery) => state === 'waiting' && attempts === 0;
    const unsent = mayResend ? (data?.items ?? []).filter(isNew) : [];
    if (unsent.length === 0) return;
    // An address that rests is sent nothing for minutes, or hours.
    const inMs = Math.min(...unsent.map(({ nextAt = '' }) => Date.parse(nextAt) - Date.now()));
    const timer = setTimeout(reload, Math.max(lookAgainMs, inMs || 0));
    return () => clearTimeout(timer);
  }, [data]);
  if (data === null) return <p className="settings-quiet">{refusal ? 'The deliveries didn’t load.' : 'Loading…'}</p>;
  if (data.items.length === 0)
    return <p className="settings-quiet">Nothing has been sent yet. Send a test, or wait for the next event.</p>;
  return (
    <ol className="webhook-deliveries" aria-label="Latest deliveries">
      {data.items.map((one) => (
        <DeliveryRow key={one.id} webhookId={webhookId} one={one} mayResend={mayResend} onSent={reload} />
      ))}
    </ol>
  );
}

const lookAgainMs = 2_000;

function DeliveryRow(props: { webhookId: string; one: WebhookDelivery; mayResend: boolean; onSent(): void }) {
  const { webhookId, one, mayResend, onSent } = props;
  const saving = useSaving();
  const { id, event, at, state, conversationId } = one;
  const words = deliveryWords[event] ?? eventWords[event];
  return (
    <li>
      <span>
        <strong>{words}</strong>{' '}
        <time dateTime={at} title={exactTime(at)}>
          {shortTime(at)}
        </time>
        {conversationId === undefined ? null : (
          <>
            {' · '}
            <a
              className="link"
              href={`/desk/c/${conversationId}`}
              onClick={(click) => {
                if (click.metaKey || click.ctrlKey || click.shiftKey) return;
                click.preventDefault();
                goTo(conversationId);
              }}
            >
              Conversation
            </a>
          </>
        )}
        <span className={`delivery-result ${state}`}>{resultWords(one)}</span>
        {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
      </span>
      {mayResend && event !== 'ping' ? (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={`Send again: ${words}, ${exactTime(at)}`}
          loading={saving.state === 'saving'}
          onClick={async () => {
            const params = { id: webhookId, deliveryId: id };
            if (await saving.run('POST /webhooks/:id/deliveries/:deliveryId/resend', { params })) onSent();
          }}
        >
          Send again
        </Button>
      ) : null}
    </li>
  );
}
