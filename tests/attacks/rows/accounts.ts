import type { Attack } from '../attack.ts';

export const accountAttacks: readonly Attack[] = [
  {
    id: 'S26',
    attack: 'Ten wrong passwords from anywhere, so that the right one is refused everywhere.',
    shownBy: 'tests/rest/auth.test.ts',
    failsWithout: [
      {
        file: 'src/features/identity/login.ts',
        guard: 'device === null ? network : sha256(device)',
        instead: "''",
      },
    ],
  },
  {
    id: 'S78',
    attack: 'A hub that others reach is started with a signing secret or a demo password that is guessed.',
    shownBy: 'tests/app/config.test.ts',
    failsWithout: [
      { file: 'src/app/config.ts', guard: 'secretFault === null,', instead: 'true,' },
      { file: 'src/app/config.ts', guard: "judgePassword(values.HUB_DEMO_PASSWORD ?? '') === null", instead: 'true' },
    ],
  },
  {
    id: 'S80',
    attack: 'Learning by the words or the time of a refusal whether an address has an account.',
    shownBy: 'tests/features/identity/sessions.test.ts',
    failsWithout: [
      {
        file: 'src/features/identity/login.ts',
        guard: 'const matches = await deps.hasher.verify(',
        instead: 'const matches = user !== null && await deps.hasher.verify(',
      },
    ],
  },
];
