import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useFoundPages } from '../useFoundPages.ts';

export interface Choice {
  id: string;
  name: string;
  about: string;
}

/** Offered at once. */
export const found = 8;

interface ChooserProps {
  label: string;
  placeholder: string;
  chosen: Choice | null;
  onChoose(choice: Choice | null): void;
  /** The first page of what fits the words. */
  find(words: string): Promise<readonly Choice[]>;
  /** The meaning of no choice; absent: the person has to choose. */
  none?: string;
}

/** One home or one person, found by words. */
export function Chooser({ label, placeholder, chosen, onChoose, find, none }: ChooserProps) {
  const [isOpen, setOpen] = useState(chosen === null && none === undefined);
  const id = useId();
  return (
    <div className="chooser">
      <div className="chooser-head">
        <span id={id}>{label}</span>
        <strong className="clip">{chosen?.name ?? (isOpen ? '' : none)}</strong>
        {isOpen && chosen === null && none === undefined ? null : (
          <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Close' : chosen === null ? 'Choose' : 'Change'}
          </Button>
        )}
        {chosen !== null && none !== undefined && !isOpen ? (
          <Button size="compact-sm" variant="subtle" onClick={() => onChoose(null)}>
            Remove
          </Button>
        ) : null}
      </div>
      {isOpen ? (
        <Found
          labelledBy={id}
          placeholder={placeholder}
          find={find}
          onChoose={(choice) => {
            setOpen(false);
            onChoose(choice);
          }}
        />
      ) : null}
    </div>
  );
}

function Found({
  labelledBy,
  placeholder,
  find,
  onChoose,
}: Pick<ChooserProps, 'placeholder' | 'find'> & { labelledBy: string; onChoose(choice: Choice): void }) {
  const [words, setWords] = useState('');
  const q = words.trim();
  const { items, refusal } = useFoundPages<Choice>(
    q,
    async () => ({ items: [...(await find(q))] }),
    ({ id }) => id,
  );
  return (
    <>
      <TextInput
        aria-labelledby={labelledBy}
        placeholder={placeholder}
        maxLength={200}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ul className="chooser-found" aria-label="Matches">
        {items?.map((choice) => (
          <li key={choice.id}>
            <button type="button" onClick={() => onChoose(choice)}>
              <b className="clip">{choice.name}</b>
              <span className="clip">{choice.about}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="home-quiet" role="status">
        {refusal ? refusal.message : items?.length === 0 ? 'Nothing matches.' : ''}
      </p>
    </>
  );
}
