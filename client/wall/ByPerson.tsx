import { Popover, UnstyledButton } from '@mantine/core';
import type { DayFigures } from '../../src/contract/rest/insight.ts';
import { Icon } from '../shared/components/Icon.tsx';
import type { Colleague } from '../shared/connection/watchBoard.ts';
import { durationWords } from './durationWords.ts';

/** How many conversations each person has now, by id. */
export type HoldsNow = ReadonlyMap<string, { name: string; holds: number }>;

interface ByPersonProps {
  figures: DayFigures | null;
  holds: HoldsNow;
  people: ReadonlyMap<string, Colleague>;
  unread: string;
}

const statusWords: Record<NonNullable<Colleague['status']>, string> = {
  available: 'Available',
  busy: 'Busy',
  away: 'On a break',
  offline: 'Offline',
};
const order = ['available', 'busy', 'away', 'offline', null] as const;

/** Every team member who is here, has a conversation or has written today; those who could take one more come first. */
export function ByPerson({ figures, holds, people: team, unread }: ByPersonProps) {
  const people = new Map((figures?.people ?? []).map((one) => [one.id, one]));
  const ids = [...new Set([...team.keys(), ...people.keys(), ...holds.keys()])];
  const nameOf = (id: string) => team.get(id)?.name ?? people.get(id)?.name ?? holds.get(id)?.name ?? '';
  const rankOf = (id: string) => order.indexOf(team.get(id)?.status ?? null);
  ids.sort((a, b) => rankOf(a) - rankOf(b) || nameOf(a).localeCompare(nameOf(b)));
  const here = [...team.values()].filter(({ status }) => status === 'available').length;
  return (
    <Popover position="bottom-end" width={560}>
      <Popover.Target>
        <UnstyledButton className="day-people">
          Team, {here} available <Icon name="fold" size={12} />
        </UnstyledButton>
      </Popover.Target>
      {/* Nothing in it takes the focus, and on a phone it scrolls. */}
      <Popover.Dropdown className="day-people-sheet" tabIndex={0}>
        {ids.length === 0 ? (
          <p>No one on the team is online. People appear when they open the desk.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Status</th>
                <th scope="col">Open now</th>
                <th scope="col">Conversations</th>
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
                    <td>{statusWords[team.get(id)?.status ?? 'offline']}</td>
                    <td>{holds.get(id)?.holds ?? 0}</td>
                    <td title={figures ? undefined : unread}>{one?.conversations ?? (figures ? 0 : '—')}</td>
                    <td title={figures ? undefined : unread}>{one?.messages ?? (figures ? 0 : '—')}</td>
                    <td
                      title={
                        first === null
                          ? 'No first reply to a waiting visitor today'
                          : `First replies: ${one?.firstReplies}`
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
