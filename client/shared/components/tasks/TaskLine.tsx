import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TaskRow } from '../../../../src/contract/rest/tasks.ts';
import { dueWords } from '../../labels/needs.ts';
import { exactTime, fieldTime, morningIn, shortTime } from '../../labels/times.ts';
import { Icon } from '../Icon.tsx';
import { useFocusBack } from '../useFocusBack.ts';
import { useChangeTask } from './useTasks.ts';

interface TaskLineProps {
  task: TaskRow;
  now: number;
  me: string;
  /** The person it is about, if that is not plain. */
  about?: ReactNode;
}

/** One task: to be ticked off, and moved to another time. */
export function TaskLine({ task, now, me, about }: TaskLineProps) {
  const change = useChangeTask();
  /** The person's click, until the hub has done it. */
  const [ticked, setTicked] = useState<boolean | null>(null);
  const [moving, setMoving] = useState(false);
  const mover = useFocusBack<HTMLButtonElement>(!moving);
  const isLate = task.done === undefined && Date.parse(task.dueAt) <= now;
  async function tick() {
    const done = task.done === undefined;
    setTicked(done);
    await change(task, { done });
    setTicked(null);
  }
  return (
    <li className="task">
      <input
        type="checkbox"
        aria-label={`Done: ${task.text}`}
        checked={ticked ?? task.done !== undefined}
        disabled={ticked !== null}
        onChange={() => void tick()}
      />
      <div className="task-words">
        <span>{task.text}</span>
        <small>
          {about ? <span className="task-about">{about}</span> : null}
          <time className={isLate ? 'late' : undefined} dateTime={task.dueAt} title={exactTime(task.dueAt)}>
            {task.done ? `Done ${shortTime(task.done.at)} by ${task.done.by.name}` : dueWords(task.dueAt, now)}
          </time>
          {task.owner.id === me ? null : <span>{task.owner.name}</span>}
        </small>
        {moving ? <MoveForm task={task} onDone={() => setMoving(false)} /> : null}
      </div>
      {task.done || moving ? null : (
        <ActionIcon
          ref={mover}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={`Reschedule: ${task.text}`}
          onClick={() => setMoving(true)}
        >
          <Icon name="clock" size={15} />
        </ActionIcon>
      )}
    </li>
  );
}

function MoveForm({ task, onDone }: { task: TaskRow; onDone(): void }) {
  const change = useChangeTask();
  const [field, setField] = useState(() => morningIn(1));
  const [busy, setBusy] = useState(false);
  const at = Date.parse(field);
  const isToCome = at > Date.now();
  async function save(event: FormEvent) {
    event.preventDefault();
    if (!isToCome) return;
    setBusy(true);
    const isMoved = await change(task, { dueAt: new Date(at).toISOString() });
    setBusy(false);
    if (isMoved) onDone();
  }
  return (
    <form className="task-form" onSubmit={(event) => void save(event)}>
      <TextInput
        type="datetime-local"
        size="xs"
        aria-label="New time"
        autoFocus
        min={fieldTime(Date.now())}
        value={field}
        onChange={(event) => setField(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-xs" loading={busy} disabled={!isToCome}>
        Reschedule
      </Button>
      <Button size="compact-xs" variant="default" onClick={onDone}>
        Never mind
      </Button>
    </form>
  );
}
