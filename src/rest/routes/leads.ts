import { z } from 'zod';
import { leadAnswer } from '../../contract/rest.ts';
import { id } from '../../contract/values.ts';
import type { ConversationStore } from '../../features/conversations/ports.ts';
import type { PersonParts } from '../../features/profiles/keepRecords.ts';
import { readLead } from '../../features/profiles/readLead.ts';
import { type Route, staffRoute } from '../handle.ts';

export const leadRoutes = (deps: PersonParts & { conversations: ConversationStore }): Route[] => [
  staffRoute({
    method: 'get',
    path: '/leads/:id',
    summary: 'The profile of a lead, each field with the words it came from.',
    from: 'hub',
    params: z.strictObject({ id }),
    answer: leadAnswer,
    run: ({ session, params }) => readLead(deps, session.scope, params.id),
  }),
];
