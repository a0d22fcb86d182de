import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { taskChars } from '../../../../src/contract/taskLimits.ts';
import { fieldTime, morningIn } from '../../labels/times.ts';
import { useSession } from '../SessionContext.ts';
import { useCommand } from '../Toast.tsx';
import { useLoaded } from '../useLoaded.ts';
import { readTasksAgain } from './useTasks.ts';

interface TaskFormProps {
  conversationId: string;
  /** To begin with: its words, and the days until it is due. Without words somebody is about to write them. */
  words?: string;
  inDays?: number;
  onDone(): void;
}

/** Writes a task about a conversation: what, until when, and whose. */
export default function TaskForm({ conversationId, words = '', inDays = 1, onDone }: TaskFormProps) {
  const { user } = useSession();
  const run = useCommand();
  const people = useLoaded('GET /people');
  const [text, setText] = useState(words.slice(0, taskChars));
  const [field, setField] = useState(() => morningIn(inDays));
  const [userId, setUserId] = useState(user.id);
  const [busy, setBusy] = useState(false);
  const at = Date.parse(field);
  const isToCome = at > Date.now();
  async function save(event: FormEvent) {
    event.preventDefault();
    if (!isToCome || text.trim() === '') return;
    setBusy(true);
    const dueAt = new Date(at).toISOString();
    const added = await run('task-add', { conversationId, text: text.trim(), dueAt, userId });
    setBusy(false);
    if (added === null) return;
    readTasksAgain();
    onDone();
  }
  const others = (people.data?.items ?? []).filter(({ active, id }) => active && id !== user.id);
  return (
    <form className="task-form" onSubmit={(event) => void save(event)}>
      <Textarea
        className="task-text"
        aria-label="Task"
        placeholder="Call back about the inspection"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={taskChars}
        autoFocus={words === ''}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        size="xs"
        aria-label="Due"
        min={fieldTime(Date.now())}
        value={field}
        error={Number.isNaN(at) || isToCome ? undefined : 'Choose a future time.'}
        onChange={(event) => setField(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label="Assign to"
        value={userId}
        onChange={(event) => setUserId(event.currentTarget.value)}
        data={[{ value: user.id, label: 'Me' }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Button type="submit" size="compact-xs" loading={busy} disabled={!isToCome || text.trim() === ''}>
        Add task
      </Button>
      <Button size="compact-xs" variant="default" onClick={onDone}>
        Never mind
      </Button>
    </form>
  );
}
