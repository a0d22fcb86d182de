import type { Attack } from '../attack.ts';

const connecting = 'tests/gateway/admission/connecting.test.ts';
const sessions = 'tests/gateway/admission/sessions.test.ts';
const admit = 'src/gateway/admit.ts';
const server = 'src/gateway/server.ts';
const sessionTable = 'src/gateway/tables/session.ts';
const verifyToken = 'src/features/identity/verifyToken.ts';
const judgeOrigin = 'src/features/identity/judgeOrigin.ts';

export const doorAttacks: readonly Attack[] = [
  {
    id: 'S1',
    attack: 'A page of another website opens a socket in a visitor’s or an agent’s browser.',
    shownBy: connecting,
    failsWithout: [{ file: admit, guard: '    deps.origins.require(asked, site.allowedOrigins);\n', instead: '' }],
  },
  {
    id: 'S2',
    attack: 'Origins that look like an allowed one: null, another scheme, port, case, user, sub-domain or figures.',
    shownBy: connecting,
    failsWithout: [{ file: admit, guard: '  deps.origins.require(asked, []);\n', instead: '' }],
  },
  {
    id: 'S3',
    attack: 'A name of the attacker’s is pointed at the hub, so that their page has the hub’s own host.',
    shownBy: connecting,
    failsWithout: [{ file: judgeOrigin, guard: '  if (!isOurs) return [];\n', instead: '' }],
  },
  {
    id: 'S5',
    attack: 'Another transport or protocol than the one that is offered: polling, webtransport, old versions.',
    shownBy: connecting,
    failsWithout: [
      { file: server, guard: "transports: ['websocket'],", instead: "transports: ['polling', 'websocket']," },
    ],
  },
  {
    id: 'S6',
    attack: 'The id of a running connection is brought along with an upgrade, to take its session over.',
    shownBy: connecting,
    failsWithout: [{ file: server, guard: "'sid' in req._query || ", instead: '' }],
  },
  {
    id: 'S8',
    attack: 'Namespaces that the hub does not have, and the one that Socket.IO always has.',
    shownBy: connecting,
    failsWithout: [
      {
        file: server,
        guard: "next(refusal(new HubError('NOT_FOUND')));",
        instead: 'next();',
      },
    ],
  },
  {
    id: 'S10',
    attack: 'A token in the address of the connection, where logs and histories keep it.',
    shownBy: connecting,
    failsWithout: [
      {
        file: admit,
        guard: "  if (handshake.query.token !== undefined) throw new HubError('AUTH_INVALID');\n",
        instead: '',
      },
    ],
  },
  {
    id: 'S11',
    attack: 'A one-time ticket for the connection is used twice.',
    notApplicable: 'There are no tickets: the token itself is sent in the first packet, never in an address.',
  },
  {
    id: 'S12',
    attack: 'A socket goes on after its token has ended.',
    shownBy: sessions,
    failsWithout: [{ file: verifyToken, guard: "if (expiresAt <= clock.now()) return 'AUTH_EXPIRED';", instead: '' }],
  },
  {
    id: 'S13',
    attack: 'A session is renewed with rubbish for a token.',
    shownBy: sessions,
    failsWithout: [
      {
        file: sessionTable,
        guard: 'await verifier.verifyStaff(token);',
        instead: 'await verifier.verifyStaff(token).catch(() => session.verified as never);',
      },
    ],
  },
  {
    id: 'S14',
    attack: 'A session is renewed with the good token of another person, to become them or to get more rights.',
    shownBy: sessions,
    failsWithout: [
      {
        file: sessionTable,
        guard: "if (!same || rank[principal.role] > rank[before.role]) throw new HubError('FORBIDDEN');",
        instead: '',
      },
    ],
  },
  {
    id: 'S15',
    attack: 'Who is demoted or locked out, or copied a refresh token, keeps an open socket and its rights.',
    shownBy: sessions,
    failsWithout: [
      {
        file: verifyToken,
        guard: "person.role === principal.role ? null : 'AUTH_REVOKED';",
        instead: 'true ? null : null;',
      },
    ],
  },
  {
    id: 'S16',
    attack: 'Sessions from before a password was changed go on.',
    shownBy: sessions,
    failsWithout: [
      { file: verifyToken, guard: ' && user.tokenVersion === tokenVersion;', instead: ' && tokenVersion >= 0;' },
      {
        file: 'src/features/identity/resetPassword.ts',
        guard: '  await deps.store.revokeUserTokens(user.id);\n',
        instead: '',
      },
    ],
  },
  {
    id: 'S67',
    attack:
      'Files, maps and numbers of the hub that are not for strangers, also by a name that points at this machine.',
    shownBy: 'tests/rest/operation.test.ts',
    failsWithout: [
      { file: 'src/rest/routes/health.ts', guard: '!forwarded && byOwnName && ', instead: '!forwarded && ' },
    ],
  },
  {
    id: 'S82',
    attack: 'A visitor’s token is copied or planted before they sign in to the site, and used after it.',
    shownBy: 'tests/gateway/admission/signedVisitor.test.ts',
    failsWithout: [
      {
        file: 'src/rest/routes/widgetSessions.ts',
        guard: 'if (session.supersedes !== null) await deps.endSessions([session.supersedes]);',
        instead: '',
      },
    ],
  },
  {
    id: 'S84',
    attack: 'Requests that the proxy and the hub read differently: two hosts, two lengths, lengths and pieces.',
    shownBy: 'tests/rest/hostile.test.ts',
    failsWithout: [{ file: 'src/rest/restApp.ts', guard: '  app.use(refuseTwoHosts);\n', instead: '' }],
  },
  {
    id: 'S87',
    attack: 'Another website’s page or form acts with the rights of who is signed in.',
    shownBy: 'tests/rest/auth.test.ts',
    failsWithout: [
      {
        file: 'src/rest/handle.ts',
        guard: "if (route.from === 'hub') deps.origins.require(askedBy(req.headers, req.host), []);",
        instead: '',
      },
    ],
  },
];
