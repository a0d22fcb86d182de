import { Popover, SegmentedControl, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { HelpRow, HelpReport as Report } from '../../src/contract/rest/help.ts';
import { Icon } from '../shared/components/Icon.tsx';
import { useLoaded } from '../shared/components/useLoaded.ts';
import { spelledOut } from '../shared/labels/spelledOut.ts';

const groups = [
  { value: 'byRule', label: 'Rule' },
  { value: 'byStrategy', label: 'Style' },
  { value: 'byStage', label: 'Stage' },
  { value: 'byVersion', label: 'Version' },
  { value: 'byAgent', label: 'Person' },
] as const satisfies { value: keyof Report; label: string }[];
type Group = (typeof groups)[number]['value'];

/** The use of hints and suggestions in the last thirty days. */
export function HelpReport() {
  return (
    <Popover position="bottom-end" width={640}>
      <Popover.Target>
        <UnstyledButton className="day-people">
          Coaching <Icon name="fold" size={12} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="day-people-sheet">
        <HelpTable />
      </Popover.Dropdown>
    </Popover>
  );
}

function HelpTable() {
  const { data, refusal } = useLoaded('GET /help', { query: { days: 30 } });
  const [group, setGroup] = useState<Group>('byRule');
  if (refusal) return <p>{refusal.message}</p>;
  if (!data) return <p>Reading the last 30 days…</p>;
  const rows = data[group];
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label="Sum up by"
        value={group}
        data={[...groups]}
        onChange={(next) => setGroup(next as Group)}
      />
      {rows.length === 0 ? (
        <p>Nothing was shown in the last 30 days.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{groups.find(({ value }) => value === group)?.label}</th>
              <th scope="col">Shown</th>
              <th scope="col">Seen</th>
              <th scope="col">Used</th>
              <th scope="col">Said</th>
              <th scope="col">Not now</th>
              <th scope="col">Wrong</th>
              <th scope="col">Taken</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name ?? spelledOut(row.key)}</th>
                <td>{row.shown}</td>
                <td>{row.seen}</td>
                <td>{row.used}</td>
                <td>{row.spoken}</td>
                <td>{row.dismissed}</td>
                <td>{row.wrong}</td>
                <td title={takenWhy(row)}>{takenWords(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.complete ? null : <p>There was too much to read: only the newest days are counted.</p>}
    </>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const takenWords = ({ taken, comparable }: HelpRow): string =>
  taken === null || !comparable ? '—' : percent(taken.share);
const takenWhy = ({ taken, comparable, seen }: HelpRow): string =>
  taken === null || !comparable
    ? `${seen} seen: fewer than 30 say too little`
    : `Between ${percent(taken.from)} and ${percent(taken.to)}, with 95 % confidence`;
