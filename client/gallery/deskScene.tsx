import { Desk } from '../desk/Desk.tsx';
import type { Fixture } from './fixtureHub.ts';
import { rows, talkId } from './fixtures.ts';
import { agent, drawStaff } from './StaffScene.tsx';
import type { Scene } from './scene.ts';

export const board = rows(12);

/** Answers that nobody has a task, and leaves all other calls as they are. */
const withNoTasks =
  (usual: typeof fetch): typeof fetch =>
  async (input, init) =>
    new URL(String(input), location.href).pathname.endsWith('/tasks')
      ? Response.json({ zone: 'America/Chicago', items: [] })
      : usual(input, init);

/** The desk in one state; `open: false`: with no conversation open. */
export function desk(
  name: string,
  title: string,
  sees: string,
  fixture: Fixture,
  more: { open?: boolean; before?(): void; press?: string[] } = {},
): Scene {
  return {
    name: `desk-${name}`,
    title: `Desk: ${title}`,
    path: more.open === false ? '/desk' : `/desk/c/${talkId}`,
    sees,
    ...(more.press ? { press: more.press } : {}),
    draw(into) {
      window.fetch = withNoTasks(window.fetch);
      more.before?.();
      return drawStaff(into, agent, { rows: board, ...fixture }, <Desk />);
    },
  };
}
