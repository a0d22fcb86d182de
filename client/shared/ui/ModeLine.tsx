import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Mode } from '../../../src/contract/values.ts';
import { Icon } from './Icon.tsx';
import { useSession } from './SessionContext.ts';
import { useCommand } from './Tell.tsx';

interface ModeLineProps {
  conversationId: string;
  mode: Mode;
  reason: string | null;
  /** Why nobody owes a word, where it waits for none. */
  rests?: string | null;
  owner: { id: string; name: string } | null;
  /** It waits for me to accept it. */
  offeredToMe?: boolean;
  /** Said instead, while something of more moment than the mode goes on. */
  words?: string | null;
  children?: ReactNode;
}

/** Who is answering, in words, with the one thing to do about it. */
export function ModeLine(props: ModeLineProps) {
  const { mode, owner, conversationId } = props;
  const { user } = useSession();
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  const mine = owner === null || owner.id === user.id;
  const change = async (name: 'takeover-start' | 'takeover-end') => {
    setBusy(true);
    await run(name, { conversationId });
    setBusy(false);
  };
  const modeWords =
    mode === 'bot'
      ? 'Jorge is answering'
      : mode === 'waiting'
        ? props.rests
          ? `Nobody owes an answer: ${props.rests.charAt(0).toLowerCase()}${props.rests.slice(1)}`
          : `Waiting for a person${props.reason ? `: ${props.reason}` : ''}`
        : mode === 'closed'
          ? 'This conversation is closed'
          : owner === null
            ? // The row tells who, and may come after the line in the log: until then it is not said to be you.
              'A person is answering'
            : mine
              ? 'You are answering'
              : `${owner.name} is answering`;
  return (
    <div className={`mode-line ${mode}`}>
      <Icon name={mode === 'bot' ? 'bot' : mode === 'waiting' ? 'clock' : 'person'} size={15} />
      <span className="clip">{props.words ?? modeWords}</span>
      {mode === 'bot' || mode === 'waiting' || (mode === 'human' && !mine && user.role !== 'agent') ? (
        <Button variant="light" size="compact-sm" loading={busy} onClick={() => void change('takeover-start')}>
          {mode === 'waiting' && props.offeredToMe ? 'Accept' : 'Take over'}
        </Button>
      ) : null}
      {mode === 'human' && (mine || user.role !== 'agent') ? (
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => void change('takeover-end')}>
          Give back to Jorge
        </Button>
      ) : null}
      {props.children}
    </div>
  );
}
