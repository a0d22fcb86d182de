import { type ApiKeysDeps, addApiKey, listApiKeys, revokeApiKey } from '../../features/settings/manageApiKeys.ts';
import { type Route, staffRoute } from '../handle.ts';

export const apiKeyRoutes = (parts: ApiKeysDeps): Route[] => [
  staffRoute('GET /api-keys', {
    summary: 'The keys of integrations, without their secrets (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listApiKeys(parts, session.scope) }),
  }),
  staffRoute('POST /api-keys', {
    summary: 'Make a key (admin). It is shown this once.',
    from: 'hub',
    run: ({ session, body }) => addApiKey(parts, session.scope, body),
  }),
  staffRoute('DELETE /api-keys/:id', {
    summary: 'Revoke a key for ever (admin).',
    from: 'hub',
    run: ({ session, params }) => revokeApiKey(parts, session.scope, params.id),
  }),
];
