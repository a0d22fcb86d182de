import type { Attack } from '../attack.ts';

export const isolationAttacks: readonly Attack[] = [
  {
    id: 'S9',
    attack: 'Tokens with another algorithm, key, audience, issuer or time, and tokens that name their own key.',
    shownBy: 'tests/gateway/admission/forgedTokens.test.ts',
    failsWithout: [
      {
        file: 'src/features/identity/tokens.ts',
        guard: "algorithms: ['HS256'],\n          issuer,",
        instead: '',
      },
      { file: 'src/features/identity/tokens.ts', guard: 'audience: `hub-', instead: 'typ: undefined && `hub-' },
    ],
  },
  {
    id: 'S17',
    attack: 'A visitor sends the commands of staff, an agent those of supervisors.',
    shownBy: 'tests/gateway/commands/commandRights.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/handle.ts',
        guard: 'namespaces[session.namespace];',
        instead: "{ ...namespaces['/supervisor'], ...namespaces[session.namespace] };",
      },
      {
        file: 'src/gateway/tables.ts',
        guard: "'/widget': { ...shared,",
        instead: "'/widget': { ...agent, ...superviseTable(deps), ...shared,",
      },
    ],
  },
  {
    id: 'S18',
    attack: 'A payload or a body says its own role, tenant or version.',
    shownBy: 'tests/gateway/hostile/isolation.test.ts',
    failsWithout: [
      {
        file: 'src/contract/socket/agentCommands.ts',
        guard: 'z.strictObject({ ...onConversation, ...messageWords })',
        instead: 'z.looseObject({ ...onConversation, ...messageWords })',
      },
    ],
  },
  {
    id: 'S19',
    attack: 'What another brokerage has is told from what nobody has, by the answer.',
    shownBy: 'tests/gateway/hostile/isolation.test.ts',
    failsWithout: [
      {
        file: 'src/adapters/memory/conversationStore.ts',
        guard: 'return found?.tenantId === tenantId ? found : undefined;',
        instead: 'return found;',
      },
    ],
  },
  {
    id: 'S20',
    attack:
      'A log, a stream or a conversation of another brokerage, or of another visitor, is read or changed by its id.',
    shownBy: 'tests/gateway/commands/commandRights.test.ts',
    failsWithout: [
      {
        file: 'src/adapters/mongo/conversationStore.ts',
        guard: 'return row?.tenantId === tenantId ? toConversation(row) : null;',
        instead: 'return row && toConversation(row);',
      },
    ],
  },
  {
    id: 'S21',
    attack: 'Numbers of log and board that are negative, fractions, texts, too large or the wrong way round.',
    shownBy: 'tests/gateway/hostile/isolation.test.ts',
    failsWithout: [
      {
        file: 'src/contract/values.ts',
        guard: 'export const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);',
        instead: 'export const seq = z.coerce.number();',
      },
    ],
  },
  {
    id: 'S22',
    attack: 'A home or a visitor of one brokerage is brought to the page of another.',
    shownBy: 'tests/gateway/hostile/isolation.test.ts',
    failsWithout: [
      {
        file: 'src/features/identity/openWidgetSession.ts',
        guard: "if (claim.tid !== tenantId) throw new HubError('AUTH_INVALID');",
        instead: '',
      },
    ],
  },
  {
    id: 'S23',
    attack: 'A client joins a room, or is sent the board of another brokerage.',
    shownBy: 'tests/gateway/hostile/isolation.test.ts',
    failsWithout: [
      {
        file: 'src/kernel/wakeups.ts',
        guard: 'export const tenantTopic = (tenantId: string): string =>',
        instead:
          "export const tenantTopic = (_: string): string => 'all';\nexport const without = (tenantId: string): string =>",
      },
    ],
  },
  {
    id: 'S38',
    attack: 'Operators of the database where a word belongs: in bodies, queries, commands and tokens.',
    shownBy: 'tests/gateway/hostile/queryOperators.test.ts',
    failsWithout: [
      { file: 'src/adapters/mongo/connectMongo.ts', guard: 'sanitizeFilter: true,', instead: 'sanitizeFilter: false,' },
    ],
  },
  {
    id: 'S39',
    attack: 'Regular expressions and unknown fields in filters and searches.',
    shownBy: 'tests/gateway/hostile/queryOperators.test.ts',
    failsWithout: [
      {
        file: 'src/features/conversations/board/matchesFilter.ts',
        guard: 'shown.toLowerCase().includes(wanted)',
        instead: 'new RegExp(wanted).test(shown.toLowerCase())',
      },
    ],
  },
  {
    id: 'S65',
    attack: 'Phone numbers, words, passwords and tokens are looked for in the log and in /metrics.',
    shownBy: 'tests/gateway/hostile/canaries.test.ts',
    failsWithout: [
      {
        file: 'src/gateway/handle.ts',
        guard: "typeof name === 'string' && allNames.has(name) ? name : 'unknown'",
        instead: 'String(name)',
      },
    ],
  },
  {
    id: 'S66',
    attack: 'Errors are made to tell stacks, paths and versions, or to repeat what was sent.',
    shownBy: 'tests/rest/hostile.test.ts',
    failsWithout: [
      {
        file: 'src/rest/handle.ts',
        guard: 'json({ error: toWireError(error, trace) });',
        instead: 'json({ error: { ...toWireError(error, trace), message: String(error.cause ?? error) } });',
      },
    ],
  },
];
