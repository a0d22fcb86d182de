import './tasks.css';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../SessionContext.ts';
import { useFocusBack } from '../useFocusBack.ts';
import { useNow } from '../useNow.ts';
import { TaskLine } from './TaskLine.tsx';
import { useTasks } from './useTasks.ts';

/** Loaded when somebody writes one. */
const TaskForm = lazy(() => import('./TaskForm.tsx'));

interface TasksProps {
  leadId: string | undefined;
  /** The conversation that a new task is written in. */
  conversationId: string;
  /** Another one reads the list again. */
  version?: number;
  readOnly?: boolean;
}

/** The team's tasks for a person, in all their talks, and a way to add more. */
export default function Tasks({ leadId, conversationId, version = 0, readOnly = false }: TasksProps) {
  const { user } = useSession();
  const now = useNow(30_000);
  const [adding, setAdding] = useState(false);
  const button = useFocusBack<HTMLButtonElement>(!adding);
  const { items, refusal } = useTasks(leadId === undefined ? null : { leadId }, version);
  return (
    <>
      {refusal && items === null ? (
        <p className="rail-nothing">Tasks didn’t load. {refusal.message}</p>
      ) : items !== null && items.length > 0 ? (
        <ul className="tasks">
          {items.map((task) => (
            <TaskLine key={task.taskId} task={task} now={now} me={user.id} />
          ))}
        </ul>
      ) : adding ? null : (
        <p className="rail-nothing">{items === null ? '' : 'No tasks.'}</p>
      )}
      {readOnly ? null : adding ? (
        <Suspense>
          <TaskForm conversationId={conversationId} onDone={() => setAdding(false)} />
        </Suspense>
      ) : (
        <p className="task-add">
          <Button ref={button} size="compact-xs" variant="default" onClick={() => setAdding(true)}>
            Add a task
          </Button>
        </p>
      )}
    </>
  );
}
