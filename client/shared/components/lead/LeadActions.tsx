import './leadActions.css';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { LeadAnalysis } from '../../../../src/contract/rest/reports.ts';
import { taskChars } from '../../../../src/contract/taskLimits.ts';
import { dueWords } from '../../labels/needs.ts';
import { priorityLabels } from '../../labels/reports.ts';
import { exactTime } from '../../labels/times.ts';
import { useCommand } from '../Toast.tsx';
import { readTasksAgain, useTasks } from '../tasks/useTasks.ts';
import { useNow } from '../useNow.ts';

type Action = LeadAnalysis['actions'][number];

/** A task is due in the future: an action whose time has passed is due in an hour. */
const soonestMs = 3_600_000;

interface LeadActionsProps {
  leadId: string;
  actions: readonly Action[];
  /** Links to the lines that an action rests on. */
  cite?(evidence: Action['evidence']): ReactNode;
}

/** The actions that a lead summary recommends: one press makes each a task of one's own. */
export default function LeadActions({ leadId, actions, cite }: LeadActionsProps) {
  const now = useNow(30_000);
  const { items } = useTasks({ leadId });
  const isOpen = ({ text, conversationId }: Action): boolean =>
    items?.some((task) => task.text === text && task.conversationId === conversationId) ?? false;
  return (
    <ul className="lead-actions" aria-label="Recommended actions">
      {actions.map((action) => (
        <Line key={`${action.conversationId} ${action.text}`} action={action} now={now} isOpen={isOpen(action)}>
          {cite?.(action.evidence)}
        </Line>
      ))}
    </ul>
  );
}

interface LineProps {
  action: Action;
  now: number;
  /** Such a task is open already. */
  isOpen: boolean;
  children: ReactNode;
}

function Line({ action, now, isOpen, children }: LineProps) {
  const run = useCommand();
  const [state, setState] = useState<'idle' | 'busy' | 'added'>('idle');
  const isAdded = isOpen || state === 'added';
  const dueAt = new Date(Math.max(Date.parse(action.dueAt), now + soonestMs)).toISOString();
  const text = action.text.slice(0, taskChars);
  async function add() {
    setState('busy');
    const added = await run('task-add', { conversationId: action.conversationId, text, dueAt });
    setState(added === null ? 'idle' : 'added');
    if (added !== null) readTasksAgain();
  }
  return (
    <li>
      <div>
        <bdi>{action.text}</bdi>
        <small>
          <span className={`level-${action.priority}`}>{priorityLabels[action.priority]}</span>
          <time dateTime={dueAt} title={exactTime(dueAt)}>
            {dueWords(dueAt, now)}
          </time>
          {children}
        </small>
      </div>
      <Button
        size="compact-xs"
        variant="default"
        loading={state === 'busy'}
        disabled={isAdded}
        aria-label={isAdded ? `Added: ${action.text}` : `Add as task: ${action.text}`}
        onClick={() => void add()}
      >
        {isAdded ? 'Added' : 'Add as task'}
      </Button>
    </li>
  );
}
