import { Button, CopyButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/connection/refusal.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useAfter } from '../../shared/ui/useAfter.ts';
import { type BrokerageForm, settingsRefusal } from './useBrokerage.ts';
import type { Loaded, Saving } from './useLoaded.ts';

/** A section: what it is for, and its content once that is here. */
export function Section<T>(props: { title: string; about: string; loaded: Loaded<T>; children(data: T): ReactNode }) {
  const { title, about, loaded, children } = props;
  const late = useAfter(200);
  return (
    <section className="settings-section" aria-label={title}>
      <h2>{title}</h2>
      <p className="settings-about">{about}</p>
      {loaded.data !== null ? (
        children(loaded.data)
      ) : loaded.refusal ? (
        <Notice title="This did not load" text={loaded.refusal.message}>
          <Button size="sm" onClick={loaded.reload}>
            Try again
          </Button>
        </Notice>
      ) : late ? (
        <div className="skeleton" aria-hidden="true">
          <i style={{ width: '50%' }} />
          <i style={{ width: '80%' }} />
          <i style={{ width: '65%' }} />
        </div>
      ) : null}
    </section>
  );
}

/** A form over the brokerage's settings: its fields, and Save with what the hub said. `faulty`: the page knows that it cannot be saved; `readOnly`: it is for an admin to change. */
export function SettingsForm(props: {
  form: BrokerageForm;
  faulty?: boolean;
  readOnly?: boolean;
  after?: ReactNode;
  children: ReactNode;
}) {
  const { form } = props;
  if (props.readOnly)
    return (
      <div className="settings-form">
        <p>An admin of your brokerage changes this.</p>
        <fieldset disabled className="settings-plain">
          {props.children}
        </fieldset>
        {props.after}
      </div>
    );
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      {props.children}
      <div className="settings-row">
        <Button
          type="submit"
          size="sm"
          disabled={!form.isChanged || props.faulty === true}
          loading={form.saving.state === 'saving'}
        >
          Save
        </Button>
        <SaveLine saving={form.saving} words={settingsRefusal} />
      </div>
      {props.after}
    </form>
  );
}

/** What the hub said about the last saving; always there, so that nothing jumps. */
export function SaveLine({ saving, words }: { saving: Saving; words?: (refusal: Refusal) => string | null }) {
  const { state, refusal } = saving;
  return (
    <p className={`save-line ${state}`} role="status">
      {state === 'saving' ? 'Saving…' : null}
      {state === 'saved' ? 'Saved' : null}
      {state === 'failed' && refusal ? (words?.(refusal) ?? refusal.message) : null}
    </p>
  );
}

export function Copy({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {copied ? 'Copied' : label}
        </Button>
      )}
    </CopyButton>
  );
}

/** Something that is shown this once. */
export function ShownOnce({ title, value, onDone }: { title: string; value: string; onDone(): void }) {
  return (
    <div className="shown-once" role="status">
      <strong>{title}</strong>
      <code>{value}</code>
      <div className="settings-row">
        <Copy value={value} label="Copy" />
        <Button variant="subtle" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}

export const roleWords = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' } as const;
export const roleChoices = Object.entries(roleWords).map(([value, label]) => ({ value, label }));
