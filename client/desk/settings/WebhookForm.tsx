import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type WebhookEvent, webhookEvents, webhookLimits } from '../../../src/contract/webhooks.ts';
import type { Saving } from '../../shared/components/useLoaded.ts';
import { fieldFault } from './fieldFault.ts';
import { SaveLine } from './parts.tsx';
import { eventGroups, eventWords } from './webhookWords.ts';

export interface WebhookWish {
  url: string;
  description: string;
  events: WebhookEvent[];
}

/** An address and what it is told of: to be added, or changed. `save` resolves to whether the hub took it. */
export function WebhookForm(props: {
  first: WebhookWish;
  saving: Saving;
  action: string;
  onCancel?(): void;
  save(wish: WebhookWish): Promise<boolean>;
}) {
  const { first, saving, action, onCancel, save } = props;
  const [wish, setWish] = useState(first);
  const { url, description, events } = wish;
  const change = (part: Partial<WebhookWish>) => {
    setWish((before) => ({ ...before, ...part }));
    saving.clear();
  };
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await save({ ...wish, url: url.trim(), description: description.trim() })) setWish(first);
  }
  return (
    <form className="settings-form webhook-form" onSubmit={(event) => void submit(event)}>
      <TextInput
        label="Address"
        description="Where your program listens. It starts with https://."
        placeholder="https://crm.example.com/hub"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={webhookLimits.urlChars}
        value={url}
        error={fieldFault(saving, 'url', ({ message }) => message)}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <TextInput
        label="What it’s for (optional)"
        placeholder="CRM"
        maxLength={webhookLimits.descriptionChars}
        value={description}
        error={fieldFault(saving, 'description', () => 'Start with a letter or a digit.')}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <div className="settings-row">
        <strong>Events to send</strong>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => change({ events: events.length === webhookEvents.length ? [] : [...webhookEvents] })}
        >
          {events.length === webhookEvents.length ? 'Clear all' : 'Select all'}
        </Button>
      </div>
      <div className="webhook-events">
        {eventGroups.map(({ title, events: ofGroup }) => (
          <fieldset key={title}>
            <legend>{title}</legend>
            {ofGroup.map((one) => (
              <label key={one}>
                <input
                  type="checkbox"
                  checked={events.includes(one)}
                  onChange={(event) =>
                    change({
                      events: event.currentTarget.checked ? [...events, one] : events.filter((other) => other !== one),
                    })
                  }
                />
                <span>{eventWords[one]}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div className="settings-row">
        <Button
          type="submit"
          size="sm"
          disabled={url.trim() === '' || events.length === 0}
          loading={saving.state === 'saving'}
        >
          {action}
        </Button>
        {onCancel ? (
          <Button variant="subtle" size="sm" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
        <SaveLine saving={saving} marks={['url', 'description']} />
      </div>
    </form>
  );
}
