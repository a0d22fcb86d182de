import type { DayFigures } from '../../src/contract/rest/insight.ts';
import { Refusal } from '../shared/connection/refusal.ts';
import { Wall } from '../wall/Wall.tsx';
import type { Fixture } from './fixtureHub.ts';
import {
  aDay,
  alerted,
  arabic,
  buyerTalk,
  logged,
  longName,
  longText,
  minutesAgo,
  quietDay,
  row,
  rows,
  suggestion,
} from './fixtures.ts';
import { agent, drawGate, drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';

const never = () => new Promise<DayFigures>(() => undefined);
const wall = (
  name: string,
  title: string,
  sees: string,
  fixture: Fixture & { day?: DayFigures | 'failed' | 'never' },
  press?: string[],
): Scene => ({
  name: `wall-${name}`,
  title: `Wall: ${title}`,
  path: '/wall',
  sees,
  ...(press ? { press } : {}),
  draw: (into) => drawStaff(into, supervisor, fixture, <Wall readDay={dayReader(fixture.day ?? aDay)} />),
});

function dayReader(day: DayFigures | 'failed' | 'never'): () => Promise<DayFigures> {
  if (day === 'never') return never;
  return day === 'failed'
    ? () =>
        Promise.reject(new Refusal({ code: 'INTERNAL', message: 'Something went wrong on our side.', retryable: true }))
    : () => Promise.resolve(day);
}

export const wallScenes: Scene[] = [
  {
    name: 'wall-no-permission',
    title: 'Wall: no permission',
    sees: 'text=This page is for supervisors',
    draw: (into) => drawGate(into, agent),
  },
  wall('empty', 'no visitors', 'text=No live conversations', { rows: [], day: quietDay }),
  wall('loading', 'loading', '.card.skeleton', { board: 'never', day: 'never' }),
  wall('error', 'didn’t load', 'text=The wall didn’t load', { board: 'FORBIDDEN', day: 'failed' }),
  wall('live', 'a busy hour', '.card >> nth=11', { rows: rows(12) }),
  wall('stale', 'connection lost', '.stale-line', { rows: rows(12), connection: 'stale' }),
  wall('200-cards', '200 cards', '.card >> nth=199', { rows: rows(200) }),
  wall('alerts', 'one alert', '.alerts li', { rows: [...rows(11), alerted(12)] }),
  wall('many-alerts', 'many alerts', '.alerts >> text=All 24', {
    rows: rows(24).map((_, index) => alerted(index + 1)),
  }),
  wall(
    'all-alerts',
    'all alerts open',
    '.alerts.all li >> nth=20',
    { rows: rows(24).map((_, index) => alerted(index + 1, index === 0 ? { lead: { id: 'l', name: longName } } : {})) },
    ['.alerts-more'],
  ),
  ...(
    [
      ['well', {}, 'Everything is working'],
      ['playbook', { model: 'none' }, 'The playbook does the coaching'],
      ['claude-slow', { model: 'slow' }, 'Claude is slow'],
      ['claude-out', { model: 'out' }, 'Claude isn’t responding'],
      ['redis-away', { redis: 'away' }, 'Redis is down'],
      ['database-slow', { database: 'slow' }, 'The database is slow'],
      ['database-away', { database: 'away' }, 'The database isn’t responding'],
      ['node-gone', { nodes: { here: 1, known: 2 } }, 'One of 2 nodes is down'],
      [
        'everything-wrong',
        { model: 'out', redis: 'away', database: 'away', nodes: { here: 1, known: 3 } },
        '2 of 3 nodes are down',
      ],
    ] as const
  ).map(([name, health, sees]) =>
    wall(`health-${name}`, `health: ${name.replace('-', ' ')}`, `.health >> text=${sees}`, {
      rows: rows(3),
      health: { model: 'well', database: 'well', redis: 'well', nodes: { here: 2, known: 2 }, ...health },
    }),
  ),
  wall('by-person', 'the day by person', '.day-people-sheet td', { rows: rows(12) }, ['.day-people >> text=Team']),
  wall('missed', 'missed visitors', '.missed button', { rows: rows(12) }, ['.day-people >> text=Missed visitors']),
  wall('long-names', 'long names and right to left', `.card >> text=${longName}`, {
    rows: [
      row(1, {
        lead: { id: 'l', name: longName },
        lastText: longText,
        lastLines: [
          { by: 'bot', text: longText },
          { by: 'visitor', text: longText },
        ],
        listingTitle: longName,
      }),
      row(2, {
        lead: { id: 'l', name: 'مريم الحسيني' },
        lastText: arabic,
        lastLines: [{ by: 'visitor', text: arabic }],
      }),
      row(4, { waitingSince: minutesAgo(90), lead: { id: 'l', name: longName } }),
    ],
  }),
  wall(
    'watching',
    'the wall with an open conversation',
    '.sheet .message',
    { rows: rows(12), entries: logged([...buyerTalk, suggestion]) },
    ['[data-id=talk-1] button'],
  ),
  wall(
    'watching-error',
    'the conversation didn’t open',
    '.sheet >> text=didn’t open',
    {
      rows: rows(12),
      opening: 'FORBIDDEN',
    },
    ['[data-id=talk-1] button'],
  ),
];
