import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { type PeopleFilter, searchOf } from '../../shared/state/peopleFilter.ts';
import { SavedViewList } from '../SavedViewList.tsx';
import { usePeopleViews } from './usePeopleViews.ts';

/** One's own views of the people under their names: to choose, to save the one that is shown, or to delete. */
export function PeopleViews({ filter, onChange }: { filter: PeopleFilter; onChange(filter: PeopleFilter): void }) {
  const [open, setOpen] = useState(false);
  const { views, keep, forget } = usePeopleViews();
  const search = searchOf(filter);
  const shown = views.find((view) => searchOf(view) === search);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          className="people-views"
          h={36}
          variant={shown ? 'light' : 'default'}
          aria-label={shown ? `Views: ${shown.name}` : 'Views'}
          onClick={() => setOpen(!open)}
        >
          <span className="clip">{shown?.name ?? 'Views'}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="view-menu" aria-label="Views">
        {views.length > 0 ? null : <p>Choose filters and an order, then save them here under a name.</p>}
        <SavedViewList
          views={views}
          shown={shown?.id}
          canSave={search !== ''}
          onPick={({ id, name, ...one }) => {
            onChange(one);
            setOpen(false);
          }}
          onSave={(name) => keep({ ...filter, name })}
          onForget={forget}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
