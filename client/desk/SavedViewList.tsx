import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { settingsLimits } from '../../src/contract/rest/settingsLimits.ts';
import { Icon } from '../shared/components/Icon.tsx';

interface SavedViewListProps<View> {
  views: readonly View[];
  /** The one that is shown now. */
  shown?: string | undefined;
  /** Whether there is anything to save. */
  canSave: boolean;
  onPick(view: View): void;
  /** Resolves to whether it was saved. */
  onSave(name: string): Promise<boolean>;
  onForget(viewId: string): Promise<void>;
}

/** One's own saved views, to choose or delete, and a field to save what is shown now under a name. */
export function SavedViewList<View extends { id: string; name: string }>({
  views,
  shown,
  canSave,
  onPick,
  onSave,
  onForget,
}: SavedViewListProps<View>) {
  const [name, setName] = useState('');
  const save = async () => {
    if (await onSave(name.trim())) setName('');
  };
  return (
    <>
      {views.length === 0 ? null : (
        <ul aria-label="Saved views">
          {views.map((view) => (
            <li key={view.id}>
              <Button
                size="compact-sm"
                variant={view.id === shown ? 'light' : 'subtle'}
                aria-current={view.id === shown}
                onClick={() => onPick(view)}
              >
                <span className="clip">{view.name}</span>
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Delete the view ${view.name}`}
                onClick={() => void onForget(view.id)}
              >
                <Icon name="close" size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && canSave) void save();
        }}
      >
        <TextInput
          size="xs"
          label="Save this view as"
          maxLength={settingsLimits.viewNameChars}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="compact-sm" disabled={name.trim() === '' || !canSave}>
          Save
        </Button>
      </form>
    </>
  );
}
