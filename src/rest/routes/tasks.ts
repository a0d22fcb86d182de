import { type ListTasksDeps, listTasks } from '../../features/tasks/listTasks.ts';
import { type Route, staffRoute } from '../handle.ts';

export const taskRoutes = (deps: ListTasksDeps): Route[] => [
  staffRoute('GET /tasks', {
    summary: 'What the team is to do, by when it is due: of everybody or of one person, of one lead or of all.',
    from: 'hub',
    run: ({ session, query }) => listTasks(deps, session.scope, query),
  }),
];
