import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { DayFigures } from '../../src/contract/insight.ts';
import { Icon } from '../shared/ui/Icon.tsx';
import { clockTime } from '../shared/ui/times.ts';
import type { DayNow } from './useDay.ts';

/** How many conversations each person has now, by id. */
export type HoldsNow = ReadonlyMap<string, { name: string; holds: number }>;

interface DayLineProps {
  live: number | null;
  waiting: number | null;
  day: DayNow;
  holds: HoldsNow;
}

/** A duration as figures are read: "40 s", "1 min 12 s", "2 h 5 min". */
function durationWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}

/** The day in one line. What nothing was observed for is a dash, and hovering says why. */
export function DayLine({ live, waiting, day, holds }: DayLineProps) {
  const { figures } = day;
  const unread = day.problem ?? 'Not read yet';
  const nobody = 'Nobody has waited for a person today';
  const asOf = figures ? `So far today, ${figures.timeZone}, as of ${clockTime(figures.asOf)}` : unread;
  const stale = figures && day.problem ? `. ${day.problem}` : '';
  const told = (words: string) => `${words}. ${asOf}${stale}`;
  return (
    <div className="day-line">
      <dl aria-label="The day in figures">
        <Figure name="Live" value={live} why={live === null ? 'Not read yet' : 'Conversations that are not over'} />
        <Figure name="Waiting" value={waiting} why={waiting === null ? 'Not read yet' : 'Wait for a person now'} />
        <Figure
          name="Today"
          value={figures?.conversations ?? null}
          why={figures ? told('Conversations that began today') : unread}
          more={figures?.complete === false}
        />
        <Figure
          name="First reply"
          value={figures?.firstReplyMs == null ? null : durationWords(figures.firstReplyMs)}
          why={
            !figures
              ? unread
              : figures.waited === 0
                ? nobody
                : figures.firstReplyMs === null
                  ? 'No person has answered anyone who waited today'
                  : told(`Median of ${figures.answered}: from the wait for a person to a person’s first words`)
          }
        />
        <Figure
          name="Missed"
          value={!figures || figures.waited === 0 ? null : figures.missed}
          why={
            !figures
              ? unread
              : figures.waited === 0
                ? nobody
                : told(`Of ${figures.waited} who waited for a person: over, or an hour gone, without a person’s word`)
          }
        />
        {figures?.model ? <Claude model={figures.model} /> : null}
      </dl>
      <ByPerson figures={figures} holds={holds} unread={unread} />
    </div>
  );
}

const spendingWords: Record<NonNullable<DayFigures['model']>['state'], string> = {
  well: '',
  soft: 'more than half of what it may',
  note: 'most of what it may',
  small: 'near what it may: the small model coaches',
  rules: 'nearly all it may: the playbook coaches',
  off: 'all it may: the playbook coaches and answers',
};

/** What Claude has cost since its hour began, and what follows from it. */
function Claude({ model: { hourMicroUsd, stopMicroUsd, state } }: { model: NonNullable<DayFigures['model']> }) {
  const dollars = (microUsd: number) => `$${(microUsd / 1_000_000).toFixed(2)}`;
  const words = spendingWords[state];
  const cost = `${dollars(hourMicroUsd)} of ${dollars(stopMicroUsd)} this hour`;
  return <Figure name="Claude" value={dollars(hourMicroUsd)} why={words === '' ? cost : `${cost}, ${words}`} />;
}

function Figure(props: { name: string; value: number | string | null; why: string; more?: boolean | undefined }) {
  const { name, value, why } = props;
  return (
    <div title={why}>
      <dt>{name}</dt>
      <dd>
        {value === null ? '—' : value}
        {value !== null && props.more ? '+' : ''}
        {value === null ? <VisuallyHidden> ({why})</VisuallyHidden> : null}
      </dd>
    </div>
  );
}

function ByPerson({ figures, holds, unread }: { figures: DayFigures | null; holds: HoldsNow; unread: string }) {
  const people = new Map((figures?.people ?? []).map((one) => [one.id, one]));
  const ids = [...new Set([...people.keys(), ...holds.keys()])];
  const nameOf = (id: string) => people.get(id)?.name ?? holds.get(id)?.name ?? '';
  ids.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  return (
    <Popover position="bottom-end" width={480}>
      <Popover.Target>
        <UnstyledButton className="day-people">
          By person <Icon name="fold" size={12} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className="day-people-sheet">
        {ids.length === 0 ? (
          <p>Nobody has written today. People appear here with their first message.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Has now</th>
                <th scope="col">Talked in</th>
                <th scope="col">Messages</th>
                <th scope="col">First reply</th>
              </tr>
            </thead>
            <tbody>
              {ids.map((id) => {
                const one = people.get(id);
                const first = one?.firstReplyMs ?? null;
                return (
                  <tr key={id}>
                    <th scope="row">{nameOf(id)}</th>
                    <td>{holds.get(id)?.holds ?? 0}</td>
                    <td title={figures ? undefined : unread}>{one?.conversations ?? (figures ? 0 : '—')}</td>
                    <td title={figures ? undefined : unread}>{one?.messages ?? (figures ? 0 : '—')}</td>
                    <td
                      title={
                        first === null ? 'Gave nobody who waited the first reply today' : `Of ${one?.firstReplies}`
                      }
                    >
                      {first === null ? '—' : durationWords(first)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
