import { Button, MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { MisreadRequest } from '../../../src/contract/rest/turns.ts';
import { type VisitorAct, visitorActs } from '../../../src/contract/vocabulary.ts';
import { useToast } from '../../shared/components/Toast.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { clockTime } from '../../shared/labels/times.ts';

const mostOffered = 10;
const shownChars = 70;
const actLabels: Record<VisitorAct, string> = {
  answers: 'Answered the question',
  asks: 'Asked something',
  corrects: 'Corrected something',
  retracts: 'Took something back',
  refuses: 'Refused',
  objects: 'Objected',
  agrees: 'Agreed',
  'wants-person': 'Asked for a person',
  'wants-call': 'Asked for a call',
  'wants-visit': 'Asked for a showing',
  'wants-homes': 'Asked for homes',
  'makes-offer': 'Made an offer',
  'not-buying': 'Doesn’t want to buy',
  'not-selling': 'Doesn’t want to sell',
  tells: 'Shared something',
  'small-talk': 'Made small talk',
  thanks: 'Said thanks',
  goodbye: 'Said goodbye',
  complains: 'Complained',
  insults: 'Insulted someone',
  agent: 'Is an agent',
  vendor: 'Is a vendor',
  spam: 'Sent spam',
  'wants-deletion': 'Asked for deletion',
  underage: 'Is under 18',
  unclear: 'Unclear',
};
const acts = visitorActs.map((act) => ({ value: act, label: actLabels[act] }));
const shown = ({ data, at }: Entry<'message-created'>): string =>
  `${clockTime(at)}  ${data.text.length > shownChars ? `${data.text.slice(0, shownChars)}…` : data.text}`;

interface MisreadFormProps {
  conversationId: string;
  /** The message it was opened from. */
  seq: number | null;
  onClose(): void;
}

/** Which message, and what it should have been. */
export default function MisreadForm({ conversationId, seq: from, onClose }: MisreadFormProps) {
  const toast = useToast();
  const { data, refusal, reload } = useLoaded('GET /conversations/:id/transcript', { params: { id: conversationId } });
  const saving = useSaving();
  const [seq, setSeq] = useState<string | null>(from ? String(from) : null);
  const [chosen, setChosen] = useState<VisitorAct[]>([]);
  const [words, setWords] = useState('');
  const said = (data?.entries ?? [])
    .filter(
      (entry): entry is Entry<'message-created'> => entry.type === 'message-created' && entry.actor.kind === 'bot',
    )
    .filter((entry, index, all) => index >= all.length - mostOffered || entry.seq === from)
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
  if (data !== null && said.length === 0) return <p className="block-form">Jorge hasn’t written anything here yet.</p>;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (saving.state === 'saving' || about === '' || chosen.length === 0) return;
    const request: MisreadRequest = { acts: chosen, ...(words.trim() === '' ? {} : { words: words.trim() }) };
    if (
      !(await saving.run('POST /conversations/:id/messages/:seq/misread', {
        params: { id: conversationId, seq: about },
        body: request,
      }))
    )
      return;
    toast('Thank you. The people who train Jorge will see it.');
    onClose();
  }

  return (
    <form className="block-form" onSubmit={(event) => void send(event)}>
      <NativeSelect
        label="Which message"
        data={said.map((entry) => ({ value: String(entry.seq), label: shown(entry) }))}
        value={about}
        onChange={(event) => setSeq(event.currentTarget.value)}
      />
      <MultiSelect
        label="What the visitor did"
        description="Choose one to six"
        data={acts}
        value={chosen}
        onChange={(values) => setChosen(values as VisitorAct[])}
        maxValues={6}
        comboboxProps={{ withinPortal: false }}
      />
      <Textarea
        label="What they meant"
        description="In your own words. It’s deleted with the conversation."
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
