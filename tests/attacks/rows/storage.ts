import type { Attack } from '../attack.ts';

export const storageAttacks: readonly Attack[] = [
  {
    id: 'S44',
    attack: 'Hundreds of uploads are begun and none is finished.',
    shownBy: 'tests/rest/files.test.ts',
    failsWithout: [{ file: 'src/rest/uploadGate.ts', guard: ' || own >= ofSender', instead: '' }],
  },
  {
    id: 'S51',
    attack: 'A cell that begins with = + - @ runs as a formula where somebody opens an export.',
    notApplicable: 'Nothing exports CSV. The import of people takes such names as the text they are.',
  },
  {
    id: 'S52',
    attack: 'An export of another tenant by its id, or by a link of somebody who lost their rights.',
    notApplicable: 'There are no exports.',
  },
  {
    id: 'S53',
    attack: 'The hub is made to post to an inner address that a user gives, or that one redirects to.',
    shownBy: 'tests/features/webhooks/sendDeliveries.test.ts',
    failsWithout: [
      {
        file: 'src/adapters/outside/guardedRequest.ts',
        guard: 'else if (!found.every(({ address }) => isOpen(address)))',
        instead: 'else if (!found.every(() => true))',
      },
    ],
  },
  {
    id: 'S54',
    attack: 'The preview of a link or the photo of a home leads to an inner address.',
    notApplicable: 'No address that a user gives is ever fetched.',
  },
  {
    id: 'S55',
    attack: 'An incoming webhook is forged, or sent again.',
    notApplicable: 'There are no webhooks.',
  },
  {
    id: 'S56',
    attack: 'A text message is delivered five times at once while the bot is slow.',
    notApplicable: 'There are no text messages.',
  },
  {
    id: 'S57',
    attack: 'Who gets an outgoing webhook echoes its secret into an error that somebody sees.',
    notApplicable: 'Of the answer to a webhook the status alone is read.',
  },
  {
    id: 'S72',
    attack: 'Who may publish in Redis forges an agent’s message on every widget and throws staff out.',
    shownBy: 'tests/gateway/hostile/forgedSignals.test.ts',
    failsWithout: [
      {
        file: 'src/adapters/redis/sealMessages.ts',
        guard: "if (!timingSafeEqual(mac, sealed.subarray(0, macBytes))) return forged('unsigned');",
        instead: '',
      },
    ],
  },
  {
    id: 'S73',
    attack: 'Another user of the machine reads the embedded database, its files and the secret in it.',
    shownBy: 'tests/app/embeddedDatabase.long.test.ts',
    failsWithout: [
      { file: 'src/app/embedded/secantusEngine.ts', guard: "keyFile === null ? [] : ['--auth']", instead: '[]' },
      { file: 'src/app/embedded/superviseServer.ts', guard: '  closeToOthers(storage);\n', instead: '' },
    ],
  },
  {
    id: 'S74',
    attack: 'An encrypted field is moved to another record, or put back to an older value.',
    notApplicable: 'No field is encrypted.',
  },
  {
    id: 'S75',
    attack: 'A row of who changed what is edited or deleted in the database.',
    fallen: 'Shown as genuine: the rows are not chained yet.',
  },
  {
    id: 'S76',
    attack: 'A dump of the database is read.',
    fallen:
      'Leads, talk and site secrets stand in it in plain. Numbers that stay after a deletion and those that leads are found by are keyed hashes; their key is in the dump too (collection secrets), so only a part of it without that tells nothing of them.',
  },
  {
    id: 'S77',
    attack: 'Words of a deleted person are looked for: collections, streams, search, reasons, oplog, files.',
    shownBy: 'tests/app/erasure.long.test.ts',
    failsWithout: [
      {
        file: 'src/features/turns/eraseConversation.ts',
        guard: '  await deps.audit.eraseReasons(tenantId, conversationId);\n',
        instead: '',
      },
      {
        file: 'src/features/turns/eraseConversation.ts',
        guard: '  await deps.streamLog.forget(conversationId);\n',
        instead: '',
      },
    ],
  },
  {
    id: 'S79',
    attack: 'A package that the hub depends on is replaced or has a known hole.',
    fallen:
      'The lockfile names every package with its hash and one registry; but install scripts run, there is no list of parts, and no known hole stops a build.',
  },
];
