import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Payload } from '../../../../src/contract/socket/commands.ts';
import type { RecordName } from '../../../../src/contract/vocabulary.ts';
import { slotLabel } from '../../labels/slots.ts';
import { useCommand } from '../Toast.tsx';
import { slotInputOf } from './slotInput.ts';

/** Corrects one fact by hand: by one of its choices, or in words. Esc leaves it as it was. */
export function SlotEdit(props: { conversationId: string; name: RecordName; words: string; onDone(): void }) {
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
        input.choices.map(({ label, value }, index) => (
          <Button
            key={label}
            size="compact-xs"
            variant="default"
            autoFocus={index === 0}
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
            aria-label={slotLabel(name)}
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
