import { Button, NativeSelect, Popover } from '@mantine/core';
import type { InboxView } from '../../../src/contract/rest/savedViews.ts';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import type { Stage } from '../../../src/contract/vocabulary.ts';
import { useBoard } from '../../shared/components/BoardContext.tsx';
import { useBrokerageContext } from '../../shared/components/BrokerageContext.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useLive } from '../../shared/components/useLive.ts';
import { languageName } from '../../shared/labels/needs.ts';
import { stageLabel } from '../../shared/labels/stages.ts';
import { choicesIn, nobody, wholeInbox } from '../../shared/state/inboxView.ts';
import { SavedViewList } from '../SavedViewList.tsx';
import { useSavedViews } from './useSavedViews.ts';

const sortLabels: Record<InboxView['sort'], string> = {
  need: 'Needs attention first',
  newest: 'Newest first',
  oldest: 'Oldest first',
};

interface ViewMenuProps {
  rows: readonly BoardRow[];
  view: InboxView;
  onView(view: InboxView): void;
  /** Begins to select several, where no pointer can hover. */
  onSelectFirst(): void;
}

/** Chooses among the conversations and their order; a choice can be saved under a name, for oneself. */
export function ViewMenu({ rows, view, onView, onSelectFirst }: ViewMenuProps) {
  const { user } = useSession();
  const { tags } = useBrokerageContext();
  const people = useLive(useBoard(), (state) => state.people);
  const saved = useSavedViews();
  const chosen = choicesIn(view);
  const among = (values: Iterable<string | undefined>, chosenNow: string) =>
    [...new Set([...values, chosenNow].filter((value) => value))].sort() as string[];
  const any = (label: string) => ({ value: '', label });
  const change = (part: Partial<InboxView>) => onView({ ...view, ...part });
  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={chosen > 0 ? 'light' : 'default'}
          aria-label={chosen > 0 ? `Filter and sort: ${chosen} selected` : 'Filter and sort'}
        >
          Filter{chosen > 0 ? ` ${chosen}` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="view-menu" aria-label="Filter and sort">
        <NativeSelect
          size="xs"
          label="Sort by"
          value={view.sort}
          onChange={(event) => change({ sort: event.currentTarget.value as InboxView['sort'] })}
          data={Object.entries(sortLabels).map(([value, label]) => ({ value, label }))}
        />
        <NativeSelect
          size="xs"
          label="Assigned to"
          value={view.agent}
          onChange={(event) => change({ agent: event.currentTarget.value })}
          data={[
            any('Anyone'),
            { value: nobody, label: 'Unassigned' },
            ...[...people.values()]
              .sort((a, b) => a.name.localeCompare(b.name))
              .map(({ id, name: label }) => ({ value: id, label: id === user.id ? `${label} (you)` : label })),
          ]}
        />
        <NativeSelect
          size="xs"
          label="Home"
          value={view.home}
          onChange={(event) => change({ home: event.currentTarget.value })}
          data={[
            any('Any home'),
            ...among(
              rows.map(({ listingTitle }) => listingTitle),
              view.home,
            ),
          ]}
        />
        <NativeSelect
          size="xs"
          label="Language"
          value={view.language}
          onChange={(event) => change({ language: event.currentTarget.value })}
          data={[
            any('Any language'),
            ...among(
              rows.map(({ language }) => language),
              view.language,
            ).map((value) => ({ value, label: languageName(value) })),
          ]}
        />
        <NativeSelect
          size="xs"
          label="Stage"
          value={view.stage}
          onChange={(event) => change({ stage: event.currentTarget.value })}
          data={[
            any('Any stage'),
            ...among(
              rows.map(({ stage }) => stage),
              view.stage,
            ).map((value) => ({ value, label: stageLabel(value as Stage) })),
          ]}
        />
        {tags.length === 0 ? null : (
          <NativeSelect
            size="xs"
            label="Tag"
            value={view.tag}
            onChange={(event) => change({ tag: event.currentTarget.value })}
            data={[any('Any tag'), ...tags.map(({ id, name: label }) => ({ value: id, label }))]}
          />
        )}
        <Button size="compact-sm" variant="default" disabled={chosen === 0} onClick={() => onView(wholeInbox)}>
          Reset
        </Button>
        <Button size="compact-sm" variant="default" className="select-first" onClick={onSelectFirst}>
          Select several
        </Button>
        <SavedViewList
          views={saved.views}
          canSave={chosen > 0}
          onPick={({ id, name, ...one }) => onView(one)}
          onSave={(name) => saved.keep({ ...view, name })}
          onForget={saved.forget}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
