import type { Namespace as NamespaceName } from '../contract/socket/commands.ts';
import type { CommandTable } from './handle.ts';
import { type AnnotateTableDeps, annotateTable } from './tables/annotate.ts';
import { type AppointmentTableDeps, appointmentTable, type SlotTableDeps, slotTable } from './tables/appointments.ts';
import { type AttentionTableDeps, attentionTable } from './tables/attention.ts';
import { type CallTableDeps, callTable } from './tables/calls.ts';
import { type ChatTableDeps, chatTable } from './tables/chat.ts';
import { type CoachTableDeps, coachTable } from './tables/coach.ts';
import { type DeskTableDeps, deskTable } from './tables/desk.ts';
import { type FollowingTableDeps, followingTable } from './tables/following.ts';
import { type LogTableDeps, logTable } from './tables/logs.ts';
import { type SessionTableDeps, sessionTable } from './tables/session.ts';
import { type SpeakerTableDeps, speakerTable } from './tables/speaker.ts';
import { type SuperviseTableDeps, superviseTable } from './tables/supervise.ts';
import { type TaskTableDeps, taskTable } from './tables/tasks.ts';
import { type VisitTableDeps, visitTable } from './tables/visit.ts';

export type WidgetDeps = VisitTableDeps & ChatTableDeps & SlotTableDeps;
export type StaffDeps = DeskTableDeps &
  FollowingTableDeps &
  SpeakerTableDeps &
  CoachTableDeps &
  AnnotateTableDeps &
  AppointmentTableDeps &
  TaskTableDeps &
  CallTableDeps;
/** The dependencies of all tables together. Each names its own. */
export type TableDeps = SessionTableDeps &
  LogTableDeps &
  AttentionTableDeps &
  WidgetDeps &
  StaffDeps &
  SuperviseTableDeps;

/** Every command of each namespace, put together of tables by matter. */
export function commandTables(deps: TableDeps): Record<NamespaceName, CommandTable> {
  const shared = { ...sessionTable(deps), ...logTable(deps), ...attentionTable(deps) };
  const agent = {
    ...shared,
    ...deskTable(deps),
    ...followingTable(deps),
    ...speakerTable(deps),
    ...coachTable(deps),
    ...annotateTable(deps),
    ...appointmentTable(deps),
    ...taskTable(deps),
    ...callTable(deps),
  };
  return {
    '/widget': { ...shared, ...visitTable(deps), ...chatTable(deps), ...slotTable(deps) },
    '/agent': agent,
    '/supervisor': { ...agent, ...superviseTable(deps) },
  };
}
