import { Button } from '@mantine/core';
import type { LeadRow } from '../../../src/contract/rest/leads.ts';
import { AssignMenu } from '../AssignMenu.tsx';
import { BulkRefused } from '../BulkRefused.tsx';
import type { Bulk, BulkRow } from '../useBulk.ts';
import type { Selection } from '../useSelection.ts';

/** The last conversation of a person, which is assigned for all of them. */
const talkOf = ({ id, name, ...row }: LeadRow): BulkRow => ({
  ...row,
  lead: { id, ...(name === undefined ? {} : { name }) },
});

/** The action for all selected people together: their last conversations get an owner. */
export function SelectedPeople({
  rows,
  selection,
  bulk,
}: {
  rows: readonly LeadRow[];
  selection: Selection;
  bulk: Bulk;
}) {
  const chosen = rows.filter(({ id }) => selection.chosen.includes(id));
  const open = chosen.filter(({ mode }) => mode !== 'closed');
  const closed = chosen.length - open.length;
  const clear = () => {
    selection.set([]);
    bulk.forget();
  };
  // Once nothing is selected anymore, what was refused stands until somebody has read it.
  const isOver = chosen.length === 0;
  return (
    <fieldset className="people-selected" aria-label={isOver ? 'Not assigned' : 'Selected people'}>
      {isOver ? null : (
        <>
          <strong role="status">{chosen.length} selected</strong>
          <AssignMenu
            disabled={bulk.busy || open.length === 0}
            onAssign={(to) => void bulk.assign(open.map(talkOf), to)}
          />
        </>
      )}
      <Button size="compact-sm" variant="subtle" onClick={clear}>
        {isOver ? 'Dismiss' : 'Clear'}
      </Button>
      {closed === 0 ? null : (
        <span>
          {closed === 1 ? '1 conversation is closed' : `${closed} conversations are closed`} and can’t be assigned.
        </span>
      )}
      <BulkRefused refused={bulk.refused} />
    </fieldset>
  );
}
