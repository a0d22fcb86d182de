import type { Attack } from '../attack.ts';

export const pageAttacks: readonly Attack[] = [
  {
    id: 'S4',
    attack: 'A page of another site calls the API, with and without asking first.',
    shownBy: 'tests/rest/widgetSessions.test.ts',
    failsWithout: [
      {
        file: 'src/rest/handle.ts',
        guard: "if (route.from === 'hub') deps.origins.require(askedBy(req.headers, req.host), []);",
        instead: '',
      },
    ],
  },
  {
    id: 'S45',
    attack: 'A logo of a few bytes announces 100,000 by 100,000 pixels, or is HTML behind the head of a picture.',
    shownBy: 'tests/rest/settings.test.ts',
    failsWithout: [
      {
        file: 'src/features/settings/readPictureType.ts',
        guard: 'Math.max(width, height) <= settingsLimits.logoSidePx',
        instead: 'true',
      },
    ],
  },
  {
    id: 'S46',
    attack: 'Markup, scripts and links as the words of a visitor, in widget, desk and wall.',
    shownBy: 'tests/journeys/together/hostileText.long.test.ts',
    failsWithout: [
      {
        file: 'client/widget/createElement.ts',
        guard: '  element.append(...children);',
        instead:
          "  for (const child of children) typeof child === 'string' ? element.insertAdjacentHTML('beforeend', child) : element.append(child);",
      },
    ],
  },
  {
    id: 'S49',
    attack: 'A hostile page frames the desk, or a script of the host page takes what the widget keeps there.',
    fallen: "Framing is refused; but the visitor token, good for a year, lies in the host page's own storage.",
  },
  {
    id: 'S50',
    attack: 'The widget is changed on its way to a page, or runs where scripts need approval.',
    shownBy: 'tests/client/widget.test.ts',
    failsWithout: [
      {
        file: 'client/widget/loader.ts',
        guard: "if (pinned) Object.assign(tag, { integrity, crossOrigin: 'anonymous' });",
        instead: '',
      },
    ],
  },
  {
    id: 'S83',
    attack: 'A shared cache keeps an answer of the API for the next person.',
    shownBy: 'tests/rest/operation.test.ts',
    failsWithout: [{ file: 'src/rest/restApp.ts', guard: "res.setHeader('cache-control', 'no-store');", instead: '' }],
  },
  {
    id: 'S85',
    attack: 'A visitor who calls themselves "Support Agent" asks for a password.',
    shownBy: 'tests/journeys/together/hostileText.long.test.ts',
    failsWithout: [
      {
        file: 'client/shared/components/talk/Message.tsx',
        guard: "const side = isOurs(entry.actor.kind) ? 'ours' : 'theirs';",
        instead: "const side = isOurs(entry.actor.kind) || /agent/i.test(leadName) ? 'ours' : 'theirs';",
      },
    ],
  },
  {
    id: 'S88',
    attack: 'Source maps, dot files and paths outside of the client are asked for.',
    shownBy: 'tests/rest/hostile.test.ts',
    failsWithout: [
      {
        file: 'src/rest/routes/pages.ts',
        guard: "if (req.path.endsWith('.map')) throw new HubError('NOT_FOUND');",
        instead: '',
      },
    ],
  },
];
