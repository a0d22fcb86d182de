import type { Attack } from '../attack.ts';

export const budgetAttacks: readonly Attack[] = [
  {
    id: 'S68',
    attack: 'Forty anonymous visitors of one address make the model write without an end.',
    shownBy: 'tests/gateway/jorge/modelBudget.long.test.ts',
    failsWithout: [
      {
        file: 'src/features/llm/withBudget.ts',
        guard: 'if ((await rateLimits.take(limit, key, tokens)) === 0) continue;',
        instead: 'if (tokens > 0) continue;',
      },
    ],
  },
  {
    id: 'S69',
    attack: 'The model asks for a tool, again and again.',
    shownBy: 'tests/adapters/anthropicModel.test.ts',
    failsWithout: [
      {
        file: 'src/adapters/anthropic/createAnthropicModel.ts',
        guard: "    default:\n      return { status: 'failed', code: 'DEPENDENCY_DOWN' };",
        instead: "    default:\n      return { status: 'done' };",
      },
    ],
  },
  {
    id: 'S70',
    attack: 'A visitor tells the hub that they are qualified, chooses what was not offered, and uses a command twice.',
    shownBy: 'tests/gateway/commands/commands.test.ts',
    failsWithout: [
      {
        file: 'src/contract/socket/widgetCommands.ts',
        guard: '.strictObject({ commandId, ...messageWords, choiceId: id.optional() })',
        instead: '.object({ commandId, ...messageWords, choiceId: id.optional() })',
      },
    ],
  },
  {
    id: 'S71',
    attack: 'STOP arrives while a text message waits to go out.',
    notApplicable:
      'The hub sends no text messages, so none waits to go out. What is read as STOP has tests of its own.',
  },
  {
    id: 'S81',
    attack: 'Ids are guessed: neighbours of one’s own, and hundreds at random.',
    shownBy: 'tests/gateway/hostile/isolation.test.ts',
    failsWithout: [
      {
        file: 'src/kernel/ids.ts',
        guard: "export const newId = (): string => randomBytes(16).toString('base64url');",
        instead:
          "let made = 0n;\nexport const newId = (): string => Buffer.from((++made).toString(16).padStart(32, '0'), 'hex').toString('base64url');",
      },
    ],
  },
];
