import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MadeWebhook } from '../../../src/contract/rest/webhooks.ts';
import { webhookLimits } from '../../../src/contract/webhooks.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { Section, ShownOnce } from './parts.tsx';
import { WebhookForm } from './WebhookForm.tsx';
import { WebhookItem } from './WebhookItem.tsx';

export function WebhooksSection() {
  const loaded = useLoaded('GET /webhooks');
  const saving = useSaving();
  const [made, setMade] = useState<MadeWebhook | null>(null);
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title="Webhooks"
      about="Your own program, such as a CRM, hears what happens here as it happens: the hub posts each event to its address, signed, and tries again for a day if that fails."
      loaded={loaded}
    >
      {({ items }) => (
        <>
          {made ? (
            <ShownOnce
              title={`The signing secret for ${new URL(made.url).host}. It’s shown only once. Your program checks with it that a request comes from this hub.`}
              value={made.secret}
              onDone={() => setMade(null)}
            />
          ) : null}
          <ul className="settings-list">
            {items.map((webhook) => (
              <WebhookItem key={webhook.id} webhook={webhook} onChanged={loaded.reload} />
            ))}
          </ul>
          {isAdding || items.length === 0 ? (
            <>
              <h3>{items.length === 0 ? 'Add a webhook' : 'Add another webhook'}</h3>
              <WebhookForm
                first={{ url: '', description: '', events: [] }}
                saving={saving}
                action="Add webhook"
                {...(items.length === 0 ? {} : { onCancel: () => setAdding(false) })}
                save={async ({ description, ...wish }) => {
                  const body = { ...wish, ...(description === '' ? {} : { description }) };
                  const webhook = await saving.run('POST /webhooks', { body });
                  if (!webhook) return false;
                  setMade(webhook);
                  setAdding(false);
                  saving.clear();
                  loaded.reload();
                  return true;
                }}
              />
            </>
          ) : items.length < webhookLimits.perBrokerage ? (
            <Button variant="default" onClick={() => setAdding(true)}>
              Add another webhook
            </Button>
          ) : (
            <p className="settings-quiet">
              You’ve reached the limit of {webhookLimits.perBrokerage} webhooks. Delete one to add another.
            </p>
          )}
          <p className="settings-quiet">
            How to check a signature, and what each event contains, is in the{' '}
            <a className="link" href="/docs">
              developer documentation
            </a>
            .
          </p>
        </>
      )}
    </Section>
  );
}
