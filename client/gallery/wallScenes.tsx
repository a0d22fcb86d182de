import { Wall } from '../wall/Wall.tsx';
import type { Fixture } from './fixtureHub.ts';
import { arabic, buyerTalk, logged, longName, longText, minutesAgo, row, rows, suggestion } from './fixtures.ts';
import { agent, drawGate, drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';

const wall = (name: string, title: string, sees: string, fixture: Fixture, press?: string[]): Scene => ({
  name: `wall-${name}`,
  title: `Wall: ${title}`,
  path: '/wall',
  sees,
  ...(press ? { press } : {}),
  draw: (into) => drawStaff(into, supervisor, fixture, <Wall />),
});

export const wallScenes: Scene[] = [
  {
    name: 'wall-no-permission',
    title: 'Wall: no permission',
    sees: 'text=This page is for supervisors',
    draw: (into) => drawGate(into, agent),
  },
  wall('empty', 'nobody is there', 'text=No live conversations', { rows: [] }),
  wall('loading', 'loading', '.card.skeleton', { board: 'never' }),
  wall('error', 'did not load', 'text=The wall did not load', { board: 'FORBIDDEN' }),
  wall('live', 'a busy hour', '.card >> nth=11', { rows: rows(12) }),
  wall('stale', 'connection lost', '.stale-line', { rows: rows(12), connection: 'stale' }),
  wall('200-cards', '200 cards', '.card >> nth=199', { rows: rows(200) }),
  wall('long-names', 'long names and right to left', `.card >> text=${longName}`, {
    rows: [
      row(1, { lead: { id: 'l', name: longName }, lastText: longText, listingTitle: longName }),
      row(2, { lead: { id: 'l', name: 'مريم الحسيني' }, lastText: arabic }),
      row(4, { waitingSince: minutesAgo(90), lead: { id: 'l', name: longName } }),
    ],
  }),
  wall(
    'watching',
    'a conversation beside it',
    '.sheet .message',
    { rows: rows(12), entries: logged([...buyerTalk, suggestion]) },
    ['.card button >> nth=0'],
  ),
  wall(
    'watching-error',
    'the conversation did not open',
    '.sheet >> text=did not open',
    {
      rows: rows(12),
      opening: 'FORBIDDEN',
    },
    ['.card button >> nth=0'],
  ),
];
