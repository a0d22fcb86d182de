import { composeTurnNode } from '../../src/app/compose/turnNode.ts';
import { startWork } from '../../src/app/compose/work.ts';
import type { turnWorld } from '../features/turns/turnWorld.ts';

/** All that a node does of itself: turns as soon as they are due, what was left over, and jobs. */
export function startNode(world: Awaited<ReturnType<typeof turnWorld>>, { redMs = 300_000 } = {}) {
  const { parts, stores, plain, busyTimes, narrating, reporting, homePhotos, outgoing, interventions } = world;
  const turnNode = composeTurnNode('all', parts, parts);
  const { stop } = startWork({
    ...{ turns: parts, turnNode, stores, channels: [], busyTimes, narrating, reporting, homePhotos },
    ...outgoing,
    ...interventions,
    passwordMails: { ...stores, mailer: null, publicUrl: null, clock: parts.clock },
    tenants: { waitSlaMsOf: async () => redMs },
    streamLog: plain.streamLog,
    // A coach that begins by itself has tests of its own.
    help: { quietCoach: { leadSpoke() {} }, cues: { heard: async () => {} }, spoken: { heard: async () => {} } },
  });
  return { queue: turnNode.requests, stop: () => stop(0) };
}
