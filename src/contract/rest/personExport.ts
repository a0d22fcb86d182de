import { z } from 'zod';
import { entry } from '../log/entry.ts';
import { channel, id, isoTime, mode, person } from '../values.ts';
import { appointmentRow } from './appointments.ts';
import { block } from './blocks.ts';
import { intervention } from './interventions.ts';
import { unansweredQuestion } from './knowledge.ts';
import { leadInsight } from './leadInsight.ts';
import { leadAnswer, viewedHome } from './leads.ts';
import { narrativeAnswer } from './narratives.ts';
import { report } from './reports.ts';
import { turnAnswer } from './turns.ts';

const exportedTask = z.object({
  text: z.string(),
  dueAt: isoTime,
  owner: person,
  by: person,
  createdAt: isoTime,
  done: z.object({ at: isoTime, by: person }).optional(),
});
export type ExportedTask = z.infer<typeof exportedTask>;
/** The blocks that stand and were set here, with the reason. */
const exportedBlock = block.pick({ kind: true, shown: true, reason: true, by: true, at: true, until: true });
/** A question of theirs that nobody could answer, as it waits for a card. */
const exportedQuestion = unansweredQuestion.pick({ question: true, at: true });
/** `network`: as much as is kept of the address that they wrote from. `turns`: what Jorge made of their messages. */
const exportedConversation = z.object({
  conversationId: id,
  channel,
  startedAt: isoTime,
  mode,
  language: z.string(),
  page: z.object({ url: z.string(), title: z.string().optional() }).optional(),
  contact: z.string().optional(),
  network: z.string().optional(),
  blocks: z.array(exportedBlock),
  unansweredQuestions: z.array(exportedQuestion),
  appointments: z.array(appointmentRow.omit({ lead: true, conversationId: true })),
  tasks: z.array(exportedTask),
  public: z.array(entry),
  internal: z.array(entry),
  turns: z.array(turnAnswer),
});
export type ExportedConversation = z.infer<typeof exportedConversation>;

/**
 * One of a person's records. `vouchedId`: theirs on the site. `noRecordingSince`: since when no call of theirs may be written down;
 * `notAdaptedSince`: since when nothing is adapted to what they prefer.
 */
const knownAs = z.object({
  id,
  createdAt: isoTime,
  visitorId: z.string().optional(),
  vouchedId: z.string().optional(),
  noRecordingSince: isoTime.optional(),
  notAdaptedSince: isoTime.optional(),
});
export type KnownAs = z.infer<typeof knownAs>;

/** The rest of somebody whose data was deleted: that there was a consent, a refusal or a request, and no words. */
const deletedPerson = leadAnswer
  .pick({ id: true, consents: true, suppressions: true, deletionRequests: true })
  .extend({ deleted: z.literal(true) });

/** All that the hub holds of a person. */
export const personExport = z
  .object({
    exportedAt: isoTime,
    person: z.union([leadAnswer.omit({ conversations: true }), deletedPerson]),
    /** Null where the data was deleted. */
    insight: leadInsight.nullable(),
    knownAs: z.array(knownAs),
    /** The homes that they looked at, on their pages and as cards in the chat. */
    homesViewed: z.array(viewedHome),
    conversations: z.array(exportedConversation),
    narratives: z.array(narrativeAnswer),
    reports: z.array(report),
    /** Messages and calls that were proposed while they were silent. */
    interventions: z.array(intervention),
  })
  .meta({ id: 'PersonExport' });
export type PersonExportAnswer = z.infer<typeof personExport>;
