import { Button } from '@mantine/core';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { Mode } from '../../../src/contract/values.ts';
import { inSentence } from '../labels/inSentence.ts';
import { needLabels } from '../labels/needs.ts';
import { reasonLabel } from '../labels/reasons.ts';
import { useBoard } from './BoardContext.tsx';
import { Icon } from './Icon.tsx';
import { useSession } from './SessionContext.ts';
import { useCommand } from './Toast.tsx';

interface ModeLineProps {
  conversationId: string;
  mode: Mode;
  reason: string | null;
  /** Why nobody owes an answer, where it waits for none. */
  rests?: string | null;
  /** By when a visitor who left is owed an answer: "due 3:40 PM". */
  due?: string | null;
  owner: { id: string; name: string } | null;
  /** A phone call: nobody but a person speaks. */
  onPhone?: boolean;
  /** It waits for me to accept it. */
  offeredToMe?: boolean;
  /** Shown in place of the mode while something more important is happening. */
  words?: string | null;
  children?: ReactNode;
}

/** Whether a colleague is away: on a break, as they say, or without a desk or a wall that is open. */
function useIsAway(colleague: { id: string } | null): boolean {
  const board = useBoard();
  const { people } = useSyncExternalStore(board.subscribe, board.get);
  const status = colleague === null ? null : (people.get(colleague.id)?.status ?? 'offline');
  return status === 'away' || status === 'offline';
}

/** Whether this person may take the conversation over: from Jorge, from a colleague who is away, or as a supervisor from any colleague. */
export function useMayTakeOver(mode: Mode, owner: { id: string } | null): boolean {
  const { user } = useSession();
  const isAway = useIsAway(owner);
  if (mode === 'closed') return false;
  if (owner === null || owner.id === user.id) return mode !== 'human';
  return user.role !== 'agent' || isAway;
}

/** Reasons that "Waiting for a person" tells already. */
const saysTheSame: ReadonlySet<string> = new Set([reasonLabel('asked-for-person'), reasonLabel('not-known')]);

/** Says who answers, with the one thing to do about it. */
export function ModeLine(props: ModeLineProps) {
  const { mode, owner, conversationId } = props;
  const { user } = useSession();
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  const mayTakeOver = useMayTakeOver(mode, owner);
  const isAway = useIsAway(owner);
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
          ? `${needLabels.none}: ${inSentence(props.rests)}`
          : `${props.due ? `${needLabels['follow-up']}, ${props.due}` : 'Waiting for a person'}${props.reason && !saysTheSame.has(props.reason) ? `: ${props.reason}` : ''}`
        : mode === 'closed'
          ? 'This conversation is closed'
          : owner === null
            ? // The row tells who, and may come after the line in the log: until then it is not said to be you.
              'A person is answering'
            : mine
              ? props.onPhone
                ? 'Your call'
                : 'You are answering'
              : isAway
                ? `${owner.name} is assigned but away`
                : props.onPhone
                  ? `${owner.name}’s call`
                  : `${owner.name} is answering`;
  return (
    <div className={`mode-line ${mode}`}>
      <Icon name={mode === 'bot' ? 'bot' : mode === 'waiting' ? 'clock' : 'person'} size={15} />
      <span className="clip">{props.words ?? modeWords}</span>
      {mayTakeOver ? (
        <Button size="compact-sm" loading={busy} onClick={() => void change('takeover-start')}>
          {mode === 'waiting' && props.offeredToMe ? 'Accept' : 'Take over'}
        </Button>
      ) : null}
      {mode === 'human' && !props.onPhone && (mine || user.role !== 'agent') ? (
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => void change('takeover-end')}>
          Hand back to Jorge
        </Button>
      ) : null}
      {props.children}
    </div>
  );
}
