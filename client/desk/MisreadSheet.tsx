import { Button, Modal, MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Entry } from '../../src/contract/entries.ts';
import type { MisreadRequest } from '../../src/contract/turns.ts';
import { type VisitorAct, visitorActs } from '../../src/contract/vocabulary.ts';
import { useTell } from '../shared/ui/Tell.tsx';
import { clockTime } from '../shared/ui/times.ts';
import { useLoaded, useSaving } from './settings/useLoaded.ts';

interface MisreadSheetProps {
  conversationId: string;
  opened: boolean;
  /** The message it was opened from. */
  seq?: number | null;
  onClose(): void;
}

/** Tells those who teach Jorge which of his messages rests on words that he got wrong, and what they were. */
export function MisreadSheet({ conversationId, opened, seq = null, onClose }: MisreadSheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Jorge got this wrong" size="sm">
      <MisreadForm key={seq} conversationId={conversationId} seq={seq} onClose={onClose} />
    </Modal>
  );
}

const mostOffered = 10;
const shownChars = 70;
const asLabel = (act: VisitorAct): string => `${act.charAt(0).toUpperCase()}${act.slice(1).replaceAll('-', ' ')}`;
const acts = visitorActs.map((act) => ({ value: act, label: asLabel(act) }));
const shown = ({ data, at }: Entry<'message-created'>): string =>
  `${clockTime(at)}  ${data.text.length > shownChars ? `${data.text.slice(0, shownChars)}…` : data.text}`;

function MisreadForm({ conversationId, seq: from, onClose }: Omit<MisreadSheetProps, 'opened'>) {
  const tell = useTell();
  const { data, refusal, reload } = useLoaded<{ entries: Entry[] }>(`/conversations/${conversationId}/transcript`);
  const saving = useSaving();
  const [seq, setSeq] = useState<string | null>(from ? String(from) : null);
  const [chosen, setChosen] = useState<VisitorAct[]>([]);
  const [words, setWords] = useState('');
  const said = (data?.entries ?? [])
    .filter(
      (entry): entry is Entry<'message-created'> => entry.type === 'message-created' && entry.actor.kind === 'bot',
    )
    .filter((entry, place, all) => place >= all.length - mostOffered || entry.seq === from)
    .reverse();
  const about = seq ?? String(said[0]?.seq ?? '');

  if (refusal)
    return (
      <div className="block-form">
        <p role="alert">{refusal.message}</p>
        <Button variant="default" onClick={reload}>
          Try again
        </Button>
      </div>
    );
  if (data !== null && said.length === 0)
    return <p className="block-form">Jorge has not written anything here that could be wrong.</p>;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (saving.state === 'saving' || about === '' || chosen.length === 0) return;
    const request: MisreadRequest = { acts: chosen, ...(words.trim() === '' ? {} : { words: words.trim() }) };
    if (!(await saving.run('POST', `/conversations/${conversationId}/messages/${about}/misread`, request))) return;
    tell('Thank you. Those who teach Jorge will see it.');
    onClose();
  }

  return (
    <form className="block-form" onSubmit={(event) => void send(event)}>
      <NativeSelect
        label="Which of his messages"
        data={said.map((entry) => ({ value: String(entry.seq), label: shown(entry) }))}
        value={about}
        onChange={(event) => setSeq(event.currentTarget.value)}
      />
      <MultiSelect
        label="What the visitor did"
        description="One to six"
        data={acts}
        value={chosen}
        onChange={(values) => setChosen(values as VisitorAct[])}
        maxValues={6}
        comboboxProps={{ withinPortal: false }}
      />
      <Textarea
        label="What they meant"
        description="In your own words; it is deleted with the conversation"
        maxLength={500}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {saving.refusal ? <p role="alert">{saving.refusal.message}</p> : null}
      <Button type="submit" disabled={chosen.length === 0 || saving.state === 'saving'}>
        Send
      </Button>
    </form>
  );
}
