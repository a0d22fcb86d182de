import { type ListTasksDeps, listTasks } from '../../features/tasks/listTasks.ts';
import { type Route, staffRoute } from '../handle.ts';

export const taskRoutes = (deps: ListTasksDeps): Route[] => [
  staffRoute('GET /tasks', {
    summary: 'List the team’s tasks by due time, for everyone or one person, and for all leads or one.',
    from: 'hub',
    run: ({ session, query }) => listTasks(deps, session.scope, query),
  }),
];
