import { Button, CopyButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import type { BrokerageSettings } from '../../../src/contract/rest/settings.ts';
import { NotLoaded } from '../../shared/components/NotLoaded.tsx';
import { useAfter } from '../../shared/components/useAfter.ts';
import type { Loaded, Saving } from '../../shared/components/useLoaded.ts';
import type { Refusal } from '../../shared/connection/refusal.ts';
import { isOfField } from './fieldFault.ts';
import { settingsRefusal } from './settingsRefusal.ts';
import type { BrokerageForm } from './useBrokerage.ts';

/** A section of the settings: its purpose, and its content once that has loaded. */
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
        <NotLoaded title="This didn’t load" why={loaded.refusal.message} onRetry={loaded.reload} />
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

/**
 * A form over the brokerage's settings: its fields, and Save with what the hub said. `faulty`: the page knows that it cannot be
 * saved; `readOnly`: it is for an admin to change; `marks`: the settings whose fields show what the hub says of them.
 */
export function SettingsForm(props: {
  form: BrokerageForm;
  faulty?: boolean;
  readOnly?: boolean;
  marks?: readonly (keyof BrokerageSettings)[];
  after?: ReactNode;
  children: ReactNode;
}) {
  const { form } = props;
  if (props.readOnly)
    return (
      <div className="settings-form">
        <p>Only an admin at your brokerage can change this.</p>
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
        {form.saving.refusal?.code === 'CONFLICT' ? (
          <Button variant="default" size="sm" onClick={form.loadNewest}>
            Load their version
          </Button>
        ) : null}
        <SaveLine saving={form.saving} words={settingsRefusal} marks={props.marks?.map((name) => `change.${name}`)} />
      </div>
      {props.after}
    </form>
  );
}

/**
 * The hub's answer to the last save. The line is always there, so that nothing jumps. A field that `marks` names tells
 * its own refusal, and the first marked field gets the focus.
 */
export function SaveLine(props: {
  saving: Saving;
  words?: (refusal: Refusal) => string | null;
  marks?: readonly string[] | undefined;
}) {
  const { state, refusal } = props.saving;
  const line = useRef<HTMLParagraphElement>(null);
  const isMarked = props.marks?.some((name) => isOfField(refusal, name)) ?? false;
  useEffect(() => {
    if (isMarked) line.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [isMarked]);
  return (
    <p ref={line} className={`save-line ${state}`} role="status">
      {state === 'saving' ? 'Saving…' : null}
      {state === 'saved' ? 'Saved' : null}
      {state === 'failed' && refusal
        ? isMarked
          ? 'Not saved. Check the marked field.'
          : (props.words?.(refusal) ?? refusal.message)
        : null}
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

/** A secret that is shown only this once. */
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
