import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { EntryData } from '../../../src/contract/log/entry.ts';
import type { Slot } from '../../../src/contract/log/parts.ts';
import type { Payload } from '../../../src/contract/socket/commands.ts';
import type { RecordName } from '../../../src/contract/vocabulary.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { Quotes } from '../../shared/components/Quotes.tsx';
import { useCommand } from '../../shared/components/Toast.tsx';
import TaskForm from '../../shared/components/tasks/TaskForm.tsx';
import { useAfter } from '../../shared/components/useAfter.ts';
import { lengthWords } from '../../shared/labels/calls.ts';
import { slotLabel } from '../../shared/labels/slots.ts';
import { valueWordsOf } from '../../shared/labels/values.ts';
import type { FindEntry } from '../../shared/state/evidenceQuotes.ts';
import type { WrapUp as WrapUpView } from '../../shared/state/wrapUpOf.ts';

interface WrapUpProps {
  conversationId: string;
  callId: string;
  durationMs: number;
  wrapUp: WrapUpView;
  find: FindEntry;
  onDone(): void;
}

/** After hanging up: a drafted summary to keep as a note, what was promised as tasks, and what was learned to confirm. Nothing is kept unasked. */
export function WrapUp({ conversationId, callId, durationMs, wrapUp, find, onDone }: WrapUpProps) {
  const run = useCommand();
  const { hasWords, draft, learned } = wrapUp;
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!hasWords || draft !== null || asked) return;
    setAsked(true);
    void run('call-recap', { callId });
  }, [run, callId, hasWords, draft, asked]);
  return (
    <section className="wrap-up" aria-label="Wrap up the call">
      <header>
        <Icon name="phone" size={16} />
        <b>Wrap up the call</b>
        <span className="only-team">{lengthWords(durationMs)} · only your team sees this</span>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          Done
        </Button>
      </header>
      <Summary conversationId={conversationId} draft={draft} isDrafting={hasWords} find={find} />
      {draft === null || draft.promises.length === 0 ? null : (
        <Part title="You promised">
          {draft.promises.map((promise) => (
            <Promised key={promise.text} conversationId={conversationId} promise={promise} find={find} />
          ))}
        </Part>
      )}
      {learned.length === 0 ? null : (
        <Part title="They told you">
          {learned.map(([name, slot]) => (
            <Learned key={name} conversationId={conversationId} name={name} slot={slot} find={find} />
          ))}
        </Part>
      )}
    </section>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <h3>{title}</h3>
    <ul>{children}</ul>
  </>
);

const draftWithinMs = 50_000;

function Summary(props: {
  conversationId: string;
  draft: EntryData<'call-drafted'> | null;
  isDrafting: boolean;
  find: FindEntry;
}) {
  const { conversationId, draft, isDrafting, find } = props;
  const run = useCommand();
  const late = useAfter(draftWithinMs);
  /** Null until somebody writes: a draft that comes later takes nobody's words away. */
  const [own, setOwn] = useState<string | null>(null);
  const drafted =
    draft === null ? '' : [draft.summary, draft.nextStep && `Next: ${draft.nextStep}`].filter(Boolean).join('\n');
  const text = own ?? drafted;
  const [isSaved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  if (isSaved) return <p className="wrap-up-words">Saved as a note.</p>;
  return (
    <form
      className="wrap-up-summary"
      onSubmit={async (event) => {
        event.preventDefault();
        setBusy(true);
        setSaved((await run('note-add', { conversationId, text: text.trim() })) !== null);
        setBusy(false);
      }}
    >
      <Textarea
        aria-label="Summary"
        placeholder={isDrafting && draft === null && !late ? 'Drafting a summary…' : 'What came of the call?'}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={text}
        onChange={(event) => setOwn(event.currentTarget.value)}
      />
      <div className="wrap-up-foot">
        {draft === null ? null : <Quotes evidence={draft.evidence} find={find} most={3} />}
        <Button type="submit" size="compact-sm" loading={busy} disabled={text.trim() === ''}>
          Save as a note
        </Button>
      </div>
    </form>
  );
}

function Promised(props: {
  conversationId: string;
  promise: EntryData<'call-drafted'>['promises'][number];
  find: FindEntry;
}) {
  const { conversationId, promise, find } = props;
  const [isSettled, setSettled] = useState(false);
  if (isSettled) return null;
  return (
    <li>
      <TaskForm
        conversationId={conversationId}
        words={promise.text}
        inDays={promise.inDays ?? 1}
        onDone={() => setSettled(true)}
      />
      <Quotes evidence={[promise.evidence]} find={find} most={1} />
    </li>
  );
}

function Learned(props: { conversationId: string; name: RecordName; slot: Slot; find: FindEntry }) {
  const { conversationId, name, slot, find } = props;
  const run = useCommand();
  const settle = (value: Payload<'slot-correct'>['value']) =>
    void run('slot-correct', { conversationId, slot: name, value });
  return (
    <li>
      <b>{slotLabel(name)}</b>
      <span>{valueWordsOf(name, slot.value)}</span>
      <Quotes evidence={slot.evidence} find={find} most={1} />
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${slotLabel(name)} is right`}
        onClick={() => settle(slot.value as Payload<'slot-correct'>['value'])}
      >
        Right
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${slotLabel(name)} is wrong`}
        onClick={() => settle(null)}
      >
        Wrong
      </Button>
    </li>
  );
}
