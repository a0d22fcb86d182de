import type { Priority } from '../../../src/contract/values.ts';
import { priorityLabels } from '../labels/names.ts';

/** How the team ranks a conversation, where it is more than normal. */
export function PriorityChip({ priority }: { priority: Priority | undefined }) {
  if (priority === undefined || priority === 'normal') return null;
  return (
    <span className={`priority ${priority}`} title={`${priorityLabels[priority]} priority`}>
      {priorityLabels[priority]}
    </span>
  );
}
