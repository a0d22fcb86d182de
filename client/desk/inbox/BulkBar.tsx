import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { dispositions } from '../../../src/contract/dispositions.ts';
import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { useBrokerageContext } from '../../shared/components/BrokerageContext.tsx';
import { Icon } from '../../shared/components/Icon.tsx';
import { untilTime } from '../../shared/labels/times.ts';
import { mostSelected } from '../../shared/state/selection.ts';
import { AssignMenu } from '../AssignMenu.tsx';
import { BulkRefused } from '../BulkRefused.tsx';
import { useClosing } from '../talk/ClosingContext.tsx';
import SnoozeSheet from '../talk/SnoozeSheet.tsx';
import { inAnHour, tomorrowAtNine } from '../talk/snoozeTimes.ts';
import TagSheet from '../talk/TagSheet.tsx';
import type { Bulk } from '../useBulk.ts';
import type { Selection } from '../useSelection.ts';

interface BulkBarProps {
  rows: ReadonlyMap<string, BoardRow>;
  /** All that is in view, in its order. */
  shown: readonly string[];
  selection: Selection;
  bulk: Bulk;
}

/** The actions for all selected conversations together. */
export default function BulkBar({ rows, shown, selection, bulk }: BulkBarProps) {
  const { tags } = useBrokerageContext();
  const closing = useClosing();
  const [asksTags, setAsksTags] = useState(false);
  const [asksUntil, setAsksUntil] = useState(false);
  const { chosen } = selection;
  const chosenRows = chosen.flatMap((id) => rows.get(id) ?? []);
  const open = chosenRows.filter(({ mode }) => mode !== 'closed');
  const off = bulk.busy || open.length === 0;
  const stateOf = (tagId: string) => {
    const having = chosenRows.filter((row) => row.tags?.includes(tagId)).length;
    return having === 0 ? false : having === chosenRows.length ? true : 'some';
  };
  const allShown = Math.min(shown.length, mostSelected);
  return (
    <fieldset className="bulk" aria-label="Selected conversations">
      <div className="bulk-count">
        <strong role="status">{chosen.length} selected</strong>
        {chosen.length < allShown ? (
          <button type="button" className="link" onClick={() => selection.set(shown)}>
            Select {allShown < shown.length ? `the first ${allShown}` : `all ${allShown}`}
          </button>
        ) : chosen.length === mostSelected && shown.length > mostSelected ? (
          <span>Up to {mostSelected} at once</span>
        ) : null}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label="Clear selection"
          onClick={() => {
            selection.set([]);
            bulk.forget();
          }}
        >
          <Icon name="close" size={16} />
        </ActionIcon>
      </div>
      <div className="bulk-acts">
        <Menu position="bottom-start" width={200}>
          <Menu.Target>
            <Button size="compact-sm" variant="default" disabled={off}>
              Close
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Close as</Menu.Label>
            {dispositions.map((disposition) => (
              <Menu.Item
                key={disposition}
                onClick={() => {
                  closing.close(
                    open.map(({ conversationId }) => conversationId),
                    disposition,
                  );
                  selection.set([]);
                }}
              >
                {disposition}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <AssignMenu disabled={off} onAssign={(to) => void bulk.assign(open, to)} />
        <Button size="compact-sm" variant="default" disabled={bulk.busy} onClick={() => setAsksTags(true)}>
          Tag
        </Button>
        <Menu position="bottom-start" width={220}>
          <Menu.Target>
            <Button size="compact-sm" variant="default" disabled={off}>
              Snooze
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void bulk.snooze(open, inAnHour())}>For 1 hour</Menu.Item>
            <Menu.Item onClick={() => void bulk.snooze(open, tomorrowAtNine())}>
              Until {untilTime(tomorrowAtNine())}
            </Menu.Item>
            <Menu.Item onClick={() => setAsksUntil(true)}>Until another day…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button size="compact-sm" variant="default" disabled={off} onClick={() => void bulk.markRead(open)}>
          Mark read
        </Button>
      </div>
      <BulkRefused refused={bulk.refused} />
      <TagSheet
        opened={asksTags}
        onClose={() => setAsksTags(false)}
        title={`Tags for ${chosen.length} ${chosen.length === 1 ? 'conversation' : 'conversations'}`}
        stateOf={stateOf}
        onSet={(id, on) => {
          const tag = tags.find((one) => one.id === id);
          if (tag) void bulk.tag(chosenRows, tag, on);
        }}
      />
      <SnoozeSheet
        opened={asksUntil}
        onClose={() => setAsksUntil(false)}
        onUntil={(until) => void bulk.snooze(open, until)}
      />
    </fieldset>
  );
}
