import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Slot } from '../../../../src/contract/entries.ts';
import type { FindEntry } from '../../state/evidenceWords.ts';
import { Icon } from '../Icon.tsx';
import { Quotes } from '../Quotes.tsx';
import { useCommand } from '../Tell.tsx';
import { slotName, valueWordsOf } from '../words.ts';

interface SlotRowProps {
  conversationId: string;
  name: string;
  slot: Slot | undefined;
  askNext: boolean;
  isMissing: boolean;
  find: FindEntry;
  readOnly: boolean;
}

/** One fact: what it is, what was said, and a way to put it right. */
export function SlotRow({ conversationId, name, slot, askNext, isMissing, find, readOnly }: SlotRowProps) {
  const [editing, setEditing] = useState(false);
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
          <SlotEdit
            conversationId={conversationId}
            name={name}
            slot={slot}
            words={value ?? ''}
            onDone={() => setEditing(false)}
          />
        ) : (
          <>
            {value === null ? (
              <span className="slot-value none">
                {state === 'declined' ? (
                  'Would not say'
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

function SlotEdit(props: {
  conversationId: string;
  name: string;
  slot: Slot | undefined;
  words: string;
  onDone(): void;
}) {
  const { conversationId, name, slot, onDone } = props;
  const run = useCommand();
  const [words, setWords] = useState(props.words);
  const [busy, setBusy] = useState(false);
  const isYesNo = typeof slot?.value === 'boolean';

  async function correct(value: string | boolean | null) {
    setBusy(true);
    if (await run('slot-correct', { conversationId, slot: name, value })) onDone();
    setBusy(false);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    void correct(words.trim() === '' ? null : words.trim());
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
      {isYesNo ? (
        <>
          <Button size="compact-xs" variant="default" disabled={busy} onClick={() => void correct(true)}>
            Yes
          </Button>
          <Button size="compact-xs" variant="default" disabled={busy} onClick={() => void correct(false)}>
            No
          </Button>
        </>
      ) : (
        <>
          <TextInput
            size="xs"
            autoFocus
            aria-label={slotName(name)}
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
