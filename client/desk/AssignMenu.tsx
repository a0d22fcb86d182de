import { Button, Menu } from '@mantine/core';
import { useBoard } from '../shared/components/BoardContext.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { useLive } from '../shared/components/useLive.ts';

interface AssignMenuProps {
  disabled: boolean;
  /** Null: to nobody. */
  onAssign(to: { id: string; name: string } | null): void;
}

/** Chooses who gets the selected conversations. */
export function AssignMenu({ disabled, onAssign }: AssignMenuProps) {
  const { user } = useSession();
  const people = useLive(useBoard(), (state) => state.people);
  const colleagues = [...people.values()].filter(({ id }) => id !== user.id);
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" disabled={disabled}>
          Assign
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="bulk-people">
        <Menu.Item onClick={() => onAssign({ id: user.id, name: 'you' })}>To me</Menu.Item>
        <Menu.Item onClick={() => onAssign(null)}>Unassign</Menu.Item>
        {colleagues.length === 0 ? null : <Menu.Divider />}
        {colleagues.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onAssign({ id, name })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
