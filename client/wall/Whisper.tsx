import { Button, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { Icon } from '../shared/components/Icon.tsx';
import { useCommand } from '../shared/components/Toast.tsx';
import { withoutSent } from '../shared/state/withoutSent.ts';

const lasting = [
  { words: 'For 10 minutes', ms: 600_000 },
  { words: 'For 1 hour', ms: 3_600_000 },
  { words: 'No time limit', ms: null },
] as const;

interface WhisperProps {
  conversationId: string;
  agentName: string | null;
  /** I own it myself: nobody whispers to themselves. */
  mine: boolean;
  /** Whether Jorge's answers are made with a model: the playbook's words are written beforehand, so a whisper could not change them. */
  jorgeListens: boolean;
  /** It is a phone call. */
  onPhone: boolean;
}

/** Words to the agent or to Jorge that the other side never sees. A box of its own, in the supervisor's color. */
export function Whisper({ conversationId, agentName, mine, jorgeListens, onPhone }: WhisperProps) {
  const run = useCommand();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<'agent' | 'bot'>('agent');
  const to = mine ? 'bot' : jorgeListens ? chosen : 'agent';
  const canChoose = jorgeListens && !mine;
  const [lasts, setLasts] = useState(0);
  const [busy, setBusy] = useState(false);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const words = text.trim();
    if (words === '' || busy) return;
    setBusy(true);
    const ms = lasting[lasts]?.ms ?? null;
    const sent = await run('whisper-send', {
      conversationId,
      to,
      text: words,
      ...(ms === null ? {} : { expiresInMs: ms }),
    });
    if (sent) setText((now) => withoutSent(now, text));
    setBusy(false);
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  };

  return (
    <form className="whisper-box" onSubmit={submit}>
      <label htmlFor="whisper">
        <Icon name="whisper" size={14} /> Whisper to {to === 'bot' ? 'Jorge' : (agentName ?? 'the agent who opens it')}
        <span>{onPhone ? 'The caller never hears it' : 'The visitor never sees it'}</span>
      </label>
      <Textarea
        id="whisper"
        autosize
        minRows={1}
        maxRows={5}
        placeholder="Mention the lender list"
        value={text}
        maxLength={4000}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className="whisper-foot">
        {canChoose ? (
          <select
            aria-label="Recipient"
            value={to}
            onChange={(event) => setChosen(event.target.value as 'agent' | 'bot')}
          >
            <option value="agent">To {agentName ?? 'the agent'}</option>
            <option value="bot">To Jorge, to guide his replies</option>
          </select>
        ) : null}
        <select aria-label="Duration" value={lasts} onChange={(event) => setLasts(Number(event.target.value))}>
          {lasting.map((one, place) => (
            <option key={one.words} value={place}>
              {one.words}
            </option>
          ))}
        </select>
        <Button type="submit" size="xs" className="whisper-send" disabled={text.trim() === ''} loading={busy}>
          Whisper
        </Button>
      </div>
    </form>
  );
}
