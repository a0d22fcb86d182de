import { type ScriptDeps, writeScripts } from '../../features/composing/scripts/writeScripts.ts';
import { type Route, staffRoute } from '../handle.ts';

export const scriptRoutes = (deps: ScriptDeps): Route[] => [
  staffRoute('POST /scripts', {
    summary:
      'Get three scripts for a call, a text, or an email, each with its rationale and the objections to expect. Nothing is sent.',
    from: 'hub',
    run: ({ session, body }) => writeScripts(deps, session.scope, body),
  }),
];
