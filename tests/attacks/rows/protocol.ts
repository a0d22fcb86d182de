import type { Attack } from '../attack.ts';

export const protocolAttacks: readonly Attack[] = [
  {
    id: 'S27',
    attack: 'Frames above the largest size, and heads that announce gigabytes.',
    shownBy: 'tests/gateway/commands/frames.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/server.ts',
        guard: 'maxHttpBufferSize: limits.frameBytes,',
        instead: 'maxHttpBufferSize: 1e9,',
      },
    ],
  },
  {
    id: 'S30',
    attack: 'Compressed frames that unfold into something large.',
    shownBy: 'tests/gateway/commands/frames.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/server.ts',
        guard: 'perMessageDeflate: false } as',
        instead: 'perMessageDeflate: true } as',
      },
    ],
  },
  {
    id: 'S31',
    attack: 'Payloads of thousands of levels, arrays or keys.',
    shownBy: 'tests/gateway/hostile/hostile.test.ts',
    failsWithout: [
      { file: 'src/kernel/judgeShape.ts', guard: 'if (depth > maxDepth || ', instead: 'if (' },
      { file: 'src/kernel/judgeShape.ts', guard: 'if (keys > maxKeys) return false;', instead: '' },
    ],
  },
  {
    id: 'S32',
    attack: 'Names of what objects have: __proto__, constructor, toString.',
    shownBy: 'tests/gateway/hostile/hostile.test.ts',
    failsWithout: [
      { file: 'src/kernel/judgeShape.ts', guard: 'if (forbiddenKeys.has(name)) return false;', instead: '' },
    ],
  },
  {
    id: 'S33',
    attack: 'Events without an ack, with an object for one, with huge ids, a thousand at once.',
    shownBy: 'tests/gateway/hostile/hostile.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/handle.ts',
        guard: 'ack?.({ ok: false',
        instead: '(ack as (answer: Ack) => void)({ ok: false',
      },
    ],
  },
  {
    id: 'S34',
    attack: 'Halves of characters, control characters, invisible text.',
    shownBy: 'tests/gateway/hostile/hostile.test.ts',
    failsWithout: [
      { file: 'src/contract/values.ts', guard: ".replace(controlCharacters, '').toWellFormed()", instead: '' },
    ],
  },
  {
    id: 'S35',
    attack: 'Event names that are reserved, huge or names of what objects have.',
    shownBy: 'tests/gateway/hostile/hostile.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/handle.ts',
        guard: "if (typeof name !== 'string' || !allNames.has(name)) throw new HubError('UNKNOWN_EVENT');",
        instead: '',
      },
      {
        file: 'src/gateway/handle.ts',
        guard: 'Object.hasOwn(schemas, name) ? schemas[name] : undefined',
        instead: 'schemas[name as string]',
      },
    ],
  },
  {
    id: 'S36',
    attack: 'Good frames, broken in thousands of ways.',
    shownBy: 'tests/gateway/commands/frames.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/handle.ts',
        guard: 'const error = toHubError(thrown);\n    const trace',
        instead: 'throw thrown;\n    const error = toHubError(thrown);\n    const trace',
      },
    ],
  },
  {
    id: 'S37',
    attack: 'Frames that break the WebSocket protocol.',
    shownBy: 'tests/gateway/commands/frames.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/server.ts',
        guard: 'perMessageDeflate: false } as',
        instead: 'perMessageDeflate: false, skipUTF8Validation: true } as',
      },
    ],
  },
  {
    id: 'S40',
    attack: 'Texts that make the readers and the gate search for ever.',
    shownBy: 'tests/features/reading/hostileTexts.long.test.ts',
    failsWithout: [
      {
        file: 'src/features/reading/text/sentencesOf.ts',
        guard: 'const boundary = /[^.!?;\\n]{1,600}',
        instead: 'const boundary = /[^.!?;\\n]+',
      },
    ],
  },
  {
    id: 'S41',
    attack: 'Thousands of headers, huge cookies, addresses and broken requests.',
    shownBy: 'tests/rest/hostile.test.ts',
    failsWithout: [
      { file: 'src/rest/httpServer.ts', guard: 'maxHeaderSize: 8 * 1024,', instead: 'maxHeaderSize: 8 * 1024 * 1024,' },
    ],
  },
  {
    id: 'S42',
    attack: 'Headers, bodies and upgrades a byte at a time.',
    shownBy: 'tests/rest/hostile.test.ts',
    failsWithout: [
      { file: 'src/rest/httpServer.ts', guard: 'headersTimeout: 5_000,', instead: 'headersTimeout: 0,' },
      { file: 'src/rest/httpServer.ts', guard: 'requestTimeout: 10_000,', instead: 'requestTimeout: 0,' },
    ],
  },
];
