import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Payload } from '../../../../src/contract/commands.ts';
import type { Slot } from '../../../../src/contract/entries.ts';
import type { Correction } from '../../state/conversationFacts.ts';
import type { FindEntry } from '../../state/evidenceWords.ts';
import { Icon } from '../Icon.tsx';
import { Quotes } from '../Quotes.tsx';
import { useCommand } from '../Tell.tsx';
import { exactTime, shortTime } from '../times.ts';
import { useFocusBack } from '../useFocusBack.ts';
import { slotName, valueWordsOf } from '../words.ts';
import { slotInputOf } from './slotInput.ts';

interface SlotRowProps {
  conversationId: string;
  name: string;
  slot: Slot | undefined;
  askNext: boolean;
  isMissing: boolean;
  find: FindEntry;
  correction: Correction | undefined;
  readOnly: boolean;
  /** What forbids its use. */
  note?: string | null;
}

/** One fact: what it is, what was said, and a way to put it right. */
export function SlotRow({
  conversationId,
  name,
  slot,
  askNext,
  isMissing,
  find,
  correction,
  readOnly,
  note,
}: SlotRowProps) {
  const [editing, setEditing] = useState(false);
  const correct = useFocusBack<HTMLButtonElement>(!editing);
  const state = slot?.state ?? 'unknown';
  const value = state === 'answered' ? valueWordsOf(name, slot?.value) : null;
  return (
    <li className={`slot ${state}`}>
      <span className="slot-mark" role="img" aria-label={state === 'answered' ? 'known' : state}>
        {state === 'answered' ? <Icon name="check" size={13} /> : state === 'declined' ? '–' : ''}
      </span>
      <div className="slot-body">
        <span className="slot-name">{slotName(name)}</span>
        {editing ? (
          <SlotEdit conversationId={conversationId} name={name} words={value ?? ''} onDone={() => setEditing(false)} />
        ) : (
          <>
            {value === null ? (
              <span className="slot-value none">
                {state === 'declined' ? (
                  slot && slot.evidence.length > 0 ? (
                    'Would not say'
                  ) : (
                    'Asked twice, no answer'
                  )
                ) : askNext ? (
                  <b className="ask-next">Ask next</b>
                ) : isMissing ? (
                  'To ask'
                ) : (
                  '—'
                )}
              </span>
            ) : (
              <span className="slot-value">{value}</span>
            )}
            {note ? <strong className="slot-forbids">{note}</strong> : null}
            {slot?.before && state !== 'unknown' ? (
              <span className="slot-words rail-note" title={exactTime(slot.before.at)}>
                Known since {shortTime(slot.before.at)}, from an earlier conversation
              </span>
            ) : null}
            {correction && JSON.stringify(correction.value) === JSON.stringify(slot?.value ?? null) ? (
              <span className="slot-words rail-note" title={exactTime(correction.at)}>
                Set by {correction.by}, {shortTime(correction.at)} · was{' '}
                {valueWordsOf(name, correction.before) ?? 'not known'}
              </span>
            ) : null}
            {slot && state !== 'unknown' && slot.evidence.length > 0 ? (
              <span className="slot-words">
                <Quotes evidence={slot.evidence} find={find} most={2} />
              </span>
            ) : null}
          </>
        )}
      </div>
      {editing || readOnly ? null : (
        <ActionIcon
          ref={correct}
          variant="subtle"
          color="gray"
          size={26}
          aria-label={`Correct ${slotName(name)}`}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

function SlotEdit(props: { conversationId: string; name: string; words: string; onDone(): void }) {
  const { conversationId, name, onDone } = props;
  const run = useCommand();
  const [words, setWords] = useState(props.words);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(false);
  const input = slotInputOf(name);

  async function correct(value: unknown) {
    setBusy(true);
    // The shapes are those of the bots' readers; the hub checks them.
    const done = await run('slot-correct', {
      conversationId,
      slot: name,
      value: value as Payload<'slot-correct'>['value'],
    });
    setBusy(false);
    if (done) onDone();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (input.kind !== 'text') return;
    const value = words.trim() === '' ? null : input.read(words.trim());
    setProblem(value === null && words.trim() !== '');
    if (value !== null || words.trim() === '') void correct(value);
  }
  return (
    <form
      className="slot-edit"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {input.kind === 'choice' ? (
        input.choices.map(({ label, value }, place) => (
          <Button
            key={label}
            size="compact-xs"
            variant="default"
            autoFocus={place === 0}
            disabled={busy}
            onClick={() => void correct(value)}
          >
            {label}
          </Button>
        ))
      ) : (
        <>
          <TextInput
            size="xs"
            autoFocus
            aria-label={slotName(name)}
            placeholder={input.hint}
            error={problem ? input.hint : null}
            value={words}
            maxLength={500}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-xs" loading={busy}>
            Save
          </Button>
        </>
      )}
      <Button size="compact-xs" variant="default" disabled={busy} onClick={() => void correct(null)}>
        Unknown
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onDone}>
        Cancel
      </Button>
    </form>
  );
}
