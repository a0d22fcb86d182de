import { type ApiKeysDeps, addApiKey, listApiKeys, revokeApiKey } from '../../features/settings/manageApiKeys.ts';
import { type Route, staffRoute } from '../handle.ts';

export const apiKeyRoutes = (parts: ApiKeysDeps): Route[] => [
  staffRoute('GET /api-keys', {
    summary: 'List the API keys, without their secrets (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listApiKeys(parts, session.scope) }),
  }),
  staffRoute('POST /api-keys', {
    summary: 'Create an API key (admin). It is shown only once.',
    from: 'hub',
    run: ({ session, body }) => addApiKey(parts, session.scope, body),
  }),
  staffRoute('DELETE /api-keys/:id', {
    summary: 'Permanently revoke an API key (admin).',
    from: 'hub',
    run: ({ session, params }) => revokeApiKey(parts, session.scope, params.id),
  }),
];
