import type { Attack } from '../attack.ts';

const connections = 'src/gateway/connections.ts';

export const floodAttacks: readonly Attack[] = [
  {
    id: 'S7',
    attack:
      'Opens connections that say nothing, or break off in the middle of CONNECT, until an address has no place left.',
    shownBy: 'tests/gateway/hostile/floods.test.ts',
    failsWithout: [
      {
        file: connections,
        guard: "if (connection?.conn.readyState !== 'open') return false;",
        instead: 'if (!connection) return false;',
      },
    ],
  },
  {
    id: 'S24',
    attack: 'Sends as fast as it can: reads of its own log, commands that are refused, frames of the largest size.',
    shownBy: 'tests/gateway/hostile/floods.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/limits.ts',
        guard: 'visitorRead: { burst: 10, perSecond: 2 }',
        instead: 'visitorRead: command',
      },
      { file: 'src/gateway/reads.ts', guard: 'const visitorsAtOnce = 5;', instead: 'const visitorsAtOnce = 500;' },
      {
        file: connections,
        guard: 'const refusedCommands: Rate = { burst: 100,',
        instead: 'const refusedCommands: Rate = { burst: 10_000,',
      },
      {
        file: connections,
        guard: 'const frames: Rate = { burst: 4 * 1024 * 1024,',
        instead: 'const frames: Rate = { burst: 4e9,',
      },
    ],
  },
  {
    id: 'S25',
    attack: 'Tries made-up API keys without end, thousands a second on one connection.',
    shownBy: 'tests/gateway/hostile/floods.test.ts',
    failsWithout: [
      { file: connections, guard: 'const mostRefusedConnects = 3;', instead: 'const mostRefusedConnects = 3000;' },
      {
        file: connections,
        guard: 'const connects: Rate = { burst: 10,',
        instead: 'const connects: Rate = { burst: 10_000,',
      },
      {
        file: 'src/gateway/admit.ts',
        guard: 'deps.rateLimits.take(deps.callsPerAddress, address)',
        instead: 'Promise.resolve(0)',
      },
      {
        file: 'src/features/identity/verifyToken.ts',
        guard: 'const unknownKeyMs = 60_000;',
        instead: 'const unknownKeyMs = trustMs;',
      },
    ],
  },
  {
    id: 'S28',
    attack: 'Sends one message in thousands of tiny fragments, which costs thirty times its size.',
    shownBy: 'tests/gateway/hostile/hostile.test.ts',
    failsWithout: [{ file: 'src/gateway/server.ts', guard: 'maxFragments: 64, ', instead: '' }],
  },
  {
    id: 'S29',
    attack: 'Announces bytes that never come, and answers pings, so that what it sent is held for ever.',
    shownBy: 'tests/gateway/sockets/connections.test.ts',
    failsWithout: [
      { file: connections, guard: 'const attachmentWithinMs = 5000;', instead: 'const attachmentWithinMs = 5e9;' },
    ],
  },
  {
    id: 'S43',
    attack: 'Reads nothing, answers pings, and asks for ever more, on hundreds of sockets, until the memory is full.',
    shownBy: 'tests/gateway/sockets/connections.test.ts',
    failsWithout: [
      {
        file: connections,
        guard: 'visitor: 256 * 1024, staff: 1024 * 1024, address: 12 * 1024 * 1024',
        instead: 'visitor: 8e9, staff: 8e9, address: 8e9',
      },
      { file: connections, guard: 'const mostStuckLooks = 15;', instead: 'const mostStuckLooks = 15e9;' },
    ],
  },
];
