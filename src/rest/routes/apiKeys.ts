import { z } from 'zod';
import { apiKeyRequest, apiKeysAnswer, madeApiKey } from '../../contract/settings.ts';
import { id } from '../../contract/values.ts';
import { addApiKey, listApiKeys, revokeApiKey } from '../../features/settings/keepApiKeys.ts';
import type { SettingsParts } from '../../features/settings/ports.ts';
import { type Route, staffRoute } from '../handle.ts';

export const apiKeyRoutes = (parts: SettingsParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/api-keys',
    summary: 'The keys of integrations, without their secrets (admin).',
    from: 'hub',
    answer: apiKeysAnswer,
    run: async ({ session }) => ({ items: await listApiKeys(parts, session.scope) }),
  }),
  staffRoute({
    method: 'post',
    path: '/api-keys',
    summary: 'Make a key (admin). It is shown this once.',
    from: 'hub',
    body: apiKeyRequest,
    answer: madeApiKey,
    run: ({ session, body }) => addApiKey(parts, session.scope, body),
  }),
  staffRoute({
    method: 'delete',
    path: '/api-keys/:id',
    summary: 'Revoke a key for ever (admin).',
    from: 'hub',
    params: z.strictObject({ id }),
    answer: null,
    run: ({ session, params }) => revokeApiKey(parts, session.scope, params.id),
  }),
];
