import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WebhookDelivery, WebhookRow } from '../../../src/contract/rest/webhooks.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { SaveLine } from './parts.tsx';
import { WebhookDeliveries } from './WebhookDeliveries.tsx';
import { WebhookForm } from './WebhookForm.tsx';
import { eventsInWords, resultWords, standingOf } from './webhookWords.ts';

/** One address: how it stands, what was sent last, and all that can be done with it. */
export function WebhookItem({ webhook, onChanged }: { webhook: WebhookRow; onChanged(): void }) {
  const { id, url, description, events, paused } = webhook;
  const params = { id };
  const saving = useSaving();
  const editing = useSaving();
  const [tested, setTested] = useState<WebhookDelivery | null>(null);
  const [shows, setShows] = useState<'deliveries' | 'form' | null>(null);
  const [sure, setSure] = useState(false);
  const { words, isWrong } = standingOf(webhook);
  const isBusy = saving.state === 'saving';
  const toggle = (what: typeof shows) => setShows((now) => (now === what ? null : what));
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>{description ?? new URL(url).host}</strong>
          <p className="webhook-url">{url}</p>
          <p>{eventsInWords(events)}</p>
          <p className={isWrong ? 'settings-problem' : undefined}>{words}</p>
        </div>
      </div>
      <div className="settings-row">
        <Button
          variant="default"
          loading={isBusy}
          onClick={async () => {
            setTested(null);
            const delivery = await saving.run('POST /webhooks/:id/test', { params });
            if (delivery) setTested(delivery);
          }}
        >
          Send a test
        </Button>
        <Button
          variant="default"
          disabled={isBusy}
          onClick={async () => {
            const body = { active: paused !== undefined };
            if (await saving.run('PUT /webhooks/:id', { params, body })) onChanged();
          }}
        >
          {paused === undefined ? 'Pause' : 'Resume'}
        </Button>
        <Button variant="default" aria-expanded={shows === 'form'} onClick={() => toggle('form')}>
          Edit
        </Button>
        <Button
          variant="default"
          disabled={isBusy}
          onBlur={() => setSure(false)}
          onClick={async () => {
            if (!sure) setSure(true);
            else if (await saving.run('DELETE /webhooks/:id', { params })) onChanged();
          }}
        >
          {sure ? 'Delete permanently' : 'Delete'}
        </Button>
        <Button variant="subtle" aria-expanded={shows === 'deliveries'} onClick={() => toggle('deliveries')}>
          {shows === 'deliveries' ? 'Hide deliveries' : 'Latest deliveries'}
        </Button>
      </div>
      {tested === null ? null : (
        <p className={`delivery-result ${tested.state}`} role="status">
          Test: {resultWords(tested)}
        </p>
      )}
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
      {shows === 'form' ? (
        <WebhookForm
          first={{ url, description: description ?? '', events: [...events] }}
          saving={editing}
          action="Save"
          onCancel={() => setShows(null)}
          save={async (wish) => {
            if (!(await editing.run('PUT /webhooks/:id', { params, body: wish }))) return false;
            setShows(null);
            onChanged();
            return true;
          }}
        />
      ) : null}
      {shows === 'deliveries' ? (
        <WebhookDeliveries key={tested?.id} webhookId={id} mayResend={paused === undefined} />
      ) : null}
    </li>
  );
}
