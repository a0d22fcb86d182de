import { z } from 'zod';
import { help } from '../coaching.ts';
import { attachment } from '../files.ts';
import { id } from '../values.ts';
import {
  factorCode,
  madePasswordLink,
  ownAccount,
  ownAccountChange,
  ownPasswordChange,
  ownPhoto,
  ownProof,
  passwordLinkLook,
  passwordLinkSeen,
  passwordLinkUse,
  recoveryCodes,
  signInsAnswer,
  startedFactor,
} from './account.ts';
import { apiKeyRequest, apiKeysAnswer, madeApiKey } from './apiKeys.ts';
import {
  appointmentsAnswer,
  appointmentsQuery,
  calendarFeedAnswer,
  changedAppointments,
  homesToShowAnswer,
  homesToShowQuery,
  madeCalendarFeed,
  timesAnswer,
  timesQuery,
} from './appointments.ts';
import { authOptions, forgottenPassword, loginAnswer, loginRequest, refreshRequest } from './auth.ts';
import { block, blockRequest, blocksAnswer, conversationBlocks } from './blocks.ts';
import { busyCalendarAnswer, busyCalendarRequest } from './busyCalendar.ts';
import { changesAnswer } from './changes.ts';
import {
  changedConversations,
  conversationAnswer,
  conversationsAnswer,
  conversationsQuery,
  revealAnswer,
  transcriptAnswer,
  transcriptQuery,
} from './conversations.ts';
import { deletionClosing, deletionRequest, deletionRequestsAnswer } from './deletionRequests.ts';
import { experiment, experimentReading, experimentRequest, experimentsAnswer } from './experiments.ts';
import { fileQuery, uploadQuery, widgetUploadQuery } from './files.ts';
import { helpReport, helpReportQuery } from './help.ts';
import { dayFigures } from './insight.ts';
import { intervention, interventionApproval, interventionRejection, interventionsAnswer } from './interventions.ts';
import {
  importAnswer,
  importRequest,
  inviteAccept,
  inviteLook,
  inviteRequest,
  inviteSeen,
  invitesAnswer,
  madeInvite,
} from './invites.ts';
import {
  cardImport,
  cardImportAnswer,
  cardRequest,
  cardsAnswer,
  knowledgeCard,
  knowledgeTrial,
  newCardRequest,
  trialAnswer,
  unansweredAnswer,
  visitorAnswer,
  visitorQuestion,
} from './knowledge.ts';
import { leadInsight } from './leadInsight.ts';
import { changedLeads, leadAnswer, leadsAnswer, leadsQuery, timelineAnswer, viewedHomesAnswer } from './leads.ts';
import {
  changedHomes,
  homeChange,
  homeQuestion,
  homesAnswer,
  homesImportAnswer,
  homesQuery,
  homeToldAnswer,
  listingAnswer,
  newHomeRequest,
  openHousesAnswer,
  photoOrder,
} from './listings.ts';
import {
  narrativeAnswer,
  narrativeBatch,
  narrativeBatchMade,
  narrativeBatchRequest,
  narrativeChange,
  narrativeRequest,
  narrativeRewrite,
} from './narratives.ts';
import { notificationsAnswer, notificationsQuery, notificationsRead } from './notifications.ts';
import { ownHoursChange, peopleAnswer, personAnswer, personChange, staffMember } from './people.ts';
import { performanceFigures } from './performance.ts';
import { personExport } from './personExport.ts';
import { phoneConnectionRequest, phoneConnectionRow, phoneConnectionsAnswer } from './phone.ts';
import { preferencesAnswer, preferencesChange } from './preferences.ts';
import {
  report,
  reportRequest,
  reportSchedule,
  reportScheduleRequest,
  reportSchedulesAnswer,
  reportsAnswer,
  reportsQuery,
} from './reports.ts';
import { repliesAnswer, replyChange, replyRequest, savedReply } from './savedReplies.ts';
import {
  peopleViewRequest,
  peopleViewsAnswer,
  savedPeopleView,
  savedView,
  viewRequest,
  viewsAnswer,
} from './savedViews.ts';
import { scriptsAnswer, scriptsRequest } from './scripts.ts';
import { searchAnswer, searchQuery } from './search.ts';
import { checklistAnswer, logoRequest, settingsAnswer, settingsChange } from './settings.ts';
import { identitySecretAnswer, site, siteChange, siteRequest, sitesAnswer } from './sites.ts';
import { tasksAnswer, tasksQuery } from './tasks.ts';
import { misreadRequest, turnsAnswer, turnsQuery } from './turns.ts';
import {
  deliveriesAnswer,
  deliveriesQuery,
  madeWebhook,
  webhookChange,
  webhookDelivery,
  webhookRequest,
  webhookRow,
  webhooksAnswer,
} from './webhooks.ts';
import {
  widgetLookAnswer,
  widgetLookQuery,
  widgetSessionAnswer,
  widgetSessionEnd,
  widgetSessionRequest,
} from './widgetSessions.ts';

/** The request and answer of a call. `answer` null: 204, nothing to say. */
export interface RouteSchema {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType | null;
  /** The answer with `since`: the changes. */
  changes?: z.ZodType;
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const byId = z.strictObject({ id });
const bySeq = z.strictObject({ id, seq: z.coerce.number().int().min(1) });

/** Every call below `/api/v1`. The routes of the hub, its OpenAPI document and its clients are all typed by this table. */
export const restRoutes = {
  'POST /auth/login': { body: loginRequest, answer: loginAnswer },
  'POST /auth/refresh': { body: refreshRequest, answer: loginAnswer },
  'POST /auth/logout': { answer: null },
  'GET /auth/options': { answer: authOptions },
  'POST /auth/forgotten-password': { body: forgottenPassword, answer: null },
  'GET /me': { answer: ownAccount },
  'PUT /me': { body: ownAccountChange, answer: ownAccount },
  'PUT /me/help': { body: help, answer: ownAccount },
  'PUT /me/password': { body: ownPasswordChange, answer: null },
  'GET /me/sign-ins': { answer: signInsAnswer },
  'DELETE /me/sign-ins/:id': { params: byId, answer: null },
  'POST /me/photo': { answer: ownPhoto },
  'DELETE /me/photo': { answer: null },
  'POST /me/second-factor': { body: ownProof, answer: startedFactor },
  'POST /me/second-factor/confirm': { body: factorCode, answer: recoveryCodes },
  'POST /me/second-factor/recovery-codes': { body: ownProof, answer: recoveryCodes },
  'POST /me/second-factor/end': { body: ownProof, answer: null },
  'GET /me/notifications': { query: notificationsQuery, answer: notificationsAnswer },
  'POST /me/notifications/read': { body: notificationsRead, answer: null },
  'POST /widget/sessions': { body: widgetSessionRequest, answer: widgetSessionAnswer },
  'POST /widget/sessions/end': { body: widgetSessionEnd, answer: null },
  'GET /widget/look': { query: widgetLookQuery, answer: widgetLookAnswer },
  'POST /widget/files': { query: widgetUploadQuery, answer: attachment },
  'GET /widget/files/:id': { params: byId, query: fileQuery, answer: null },
  'POST /files': { query: uploadQuery, answer: attachment },
  'GET /files/:id': { params: byId, query: fileQuery, answer: null },
  'GET /conversations': { query: conversationsQuery, answer: conversationsAnswer, changes: changedConversations },
  'GET /conversations/:id': { params: byId, answer: conversationAnswer },
  'POST /conversations/:id/messages/:seq/reveal': { params: bySeq, answer: revealAnswer },
  'POST /conversations/:id/messages/:seq/misread': { params: bySeq, body: misreadRequest, answer: null },
  'GET /conversations/:id/turns': { params: byId, query: turnsQuery, answer: turnsAnswer },
  'GET /conversations/:id/transcript': { params: byId, query: transcriptQuery, answer: transcriptAnswer },
  'GET /leads': { query: leadsQuery, answer: leadsAnswer, changes: changedLeads },
  'GET /leads/:id': { params: byId, answer: leadAnswer },
  'GET /leads/:id/insight': { params: byId, answer: leadInsight },
  'GET /leads/:id/homes': { params: byId, answer: viewedHomesAnswer },
  'GET /leads/:id/preferences': { params: byId, answer: preferencesAnswer },
  'PUT /leads/:id/preferences': { params: byId, body: preferencesChange, answer: preferencesAnswer },
  'GET /leads/:id/timeline': { params: byId, answer: timelineAnswer },
  'GET /leads/:id/export': { params: byId, answer: personExport },
  'GET /open-houses': { answer: openHousesAnswer },
  'GET /listings': { query: homesQuery, answer: homesAnswer, changes: changedHomes },
  'POST /listings': { body: newHomeRequest, answer: listingAnswer },
  'POST /listings/import': { answer: homesImportAnswer },
  'GET /listings/:id': { params: byId, answer: listingAnswer },
  'PUT /listings/:id': { params: byId, body: homeChange, answer: listingAnswer },
  'POST /listings/:id/photos': { params: byId, answer: listingAnswer },
  'PUT /listings/:id/photos': { params: byId, body: photoOrder, answer: listingAnswer },
  'DELETE /listings/:id/photos/:photoId': { params: z.strictObject({ id, photoId: id }), answer: listingAnswer },
  'POST /listings/:id/ask': { params: byId, body: homeQuestion, answer: homeToldAnswer },
  'POST /narratives': { body: narrativeRequest, answer: narrativeAnswer },
  'POST /narratives/batch': { body: narrativeBatchRequest, answer: narrativeBatchMade },
  'GET /narratives/batch/:id': { params: byId, answer: narrativeBatch },
  'DELETE /narratives/batch/:id': { params: byId, answer: narrativeBatch },
  'GET /narratives/:id': { params: byId, answer: narrativeAnswer },
  'POST /narratives/:id/rewrite': { params: byId, body: narrativeRewrite, answer: narrativeAnswer },
  'PUT /narratives/:id': { params: byId, body: narrativeChange, answer: narrativeAnswer },
  'GET /appointments': { query: appointmentsQuery, answer: appointmentsAnswer, changes: changedAppointments },
  'GET /appointments/times': { query: timesQuery, answer: timesAnswer },
  'GET /appointments/homes': { query: homesToShowQuery, answer: homesToShowAnswer },
  'GET /tasks': { query: tasksQuery, answer: tasksAnswer },
  'POST /scripts': { body: scriptsRequest, answer: scriptsAnswer },
  'GET /calendar-feed': { answer: calendarFeedAnswer },
  'POST /calendar-feed': { answer: madeCalendarFeed },
  'DELETE /calendar-feed': { answer: null },
  'GET /busy-calendar': { answer: busyCalendarAnswer },
  'PUT /busy-calendar': { body: busyCalendarRequest, answer: busyCalendarAnswer },
  'DELETE /busy-calendar': { answer: null },
  'GET /search': { query: searchQuery, answer: searchAnswer },
  'GET /day': { answer: dayFigures },
  'GET /metrics/performance': { answer: performanceFigures },
  'GET /help': { query: helpReportQuery, answer: helpReport },
  'GET /reports': { query: reportsQuery, answer: reportsAnswer },
  'POST /reports': { body: reportRequest, answer: report },
  'GET /reports/schedules': { answer: reportSchedulesAnswer },
  'POST /reports/schedules': { body: reportScheduleRequest, answer: reportSchedule },
  'DELETE /reports/schedules/:id': { params: byId, answer: null },
  'GET /reports/:id': { params: byId, answer: report },
  'POST /experiments': { body: experimentRequest, answer: experiment },
  'GET /experiments': { answer: experimentsAnswer },
  'GET /experiments/:id': { params: byId, answer: experimentReading },
  'POST /experiments/:id/stop': { params: byId, answer: experiment },
  'GET /interventions': { answer: interventionsAnswer },
  'POST /interventions/:id/approve': { params: byId, body: interventionApproval, answer: intervention },
  'POST /interventions/:id/reject': { params: byId, body: interventionRejection, answer: intervention },
  'GET /settings': { answer: settingsAnswer },
  'PUT /settings': { body: settingsChange, answer: settingsAnswer },
  'PUT /settings/logo': { body: logoRequest, answer: settingsAnswer },
  'GET /settings/checklist': { answer: checklistAnswer },
  'GET /settings/changes': { answer: changesAnswer },
  'GET /sites': { answer: sitesAnswer },
  'POST /sites': { body: siteRequest, answer: site },
  'PUT /sites/:id': { params: byId, body: siteChange, answer: site },
  'DELETE /sites/:id': { params: byId, answer: null },
  'POST /sites/:id/identity-secret': { params: byId, answer: identitySecretAnswer },
  'DELETE /sites/:id/identity-secret': { params: byId, answer: null },
  'GET /people': { answer: peopleAnswer },
  'PUT /people/:id': { params: byId, body: personChange, answer: personAnswer },
  'PUT /people/:id/hours': { params: byId, body: ownHoursChange, answer: staffMember },
  'DELETE /people/:id/locked-sign-ins': { params: byId, answer: null },
  'DELETE /people/:id/photo': { params: byId, answer: null },
  'DELETE /people/:id/second-factor': { params: byId, answer: null },
  'POST /people/:id/password-link': { params: byId, answer: madePasswordLink },
  'POST /password-links/look': { body: passwordLinkLook, answer: passwordLinkSeen },
  'POST /password-links/use': { body: passwordLinkUse, answer: null },
  'POST /people/import': { body: importRequest, answer: importAnswer },
  'GET /invites': { answer: invitesAnswer },
  'POST /invites': { body: inviteRequest, answer: madeInvite },
  'DELETE /invites/:id': { params: byId, answer: null },
  'POST /invites/look': { body: inviteLook, answer: inviteSeen },
  'POST /invites/accept': { body: inviteAccept, answer: null },
  'GET /saved-replies': { answer: repliesAnswer },
  'POST /saved-replies': { body: replyRequest, answer: savedReply },
  'PUT /saved-replies/:id': { params: byId, body: replyChange, answer: savedReply },
  'DELETE /saved-replies/:id': { params: byId, answer: null },
  'GET /saved-views': { answer: viewsAnswer },
  'POST /saved-views': { body: viewRequest, answer: savedView },
  'DELETE /saved-views/:id': { params: byId, answer: null },
  'GET /people-views': { answer: peopleViewsAnswer },
  'POST /people-views': { body: peopleViewRequest, answer: savedPeopleView },
  'DELETE /people-views/:id': { params: byId, answer: null },
  'GET /api-keys': { answer: apiKeysAnswer },
  'POST /api-keys': { body: apiKeyRequest, answer: madeApiKey },
  'DELETE /api-keys/:id': { params: byId, answer: null },
  'GET /phone-connections': { answer: phoneConnectionsAnswer },
  'POST /phone-connections': { body: phoneConnectionRequest, answer: phoneConnectionRow },
  'DELETE /phone-connections/:id': { params: byId, answer: null },
  'GET /webhooks': { answer: webhooksAnswer },
  'POST /webhooks': { body: webhookRequest, answer: madeWebhook },
  'PUT /webhooks/:id': { params: byId, body: webhookChange, answer: webhookRow },
  'DELETE /webhooks/:id': { params: byId, answer: null },
  'POST /webhooks/:id/test': { params: byId, answer: webhookDelivery },
  'GET /webhooks/:id/deliveries': { params: byId, query: deliveriesQuery, answer: deliveriesAnswer },
  'POST /webhooks/:id/deliveries/:deliveryId/resend': {
    params: z.strictObject({ id, deliveryId: id }),
    answer: webhookDelivery,
  },
  'GET /conversations/:id/blocks': { params: byId, answer: conversationBlocks },
  'POST /blocks': { body: blockRequest, answer: block },
  'GET /blocks': { answer: blocksAnswer },
  'DELETE /blocks/:id': { params: byId, answer: null },
  'GET /deletion-requests': { answer: deletionRequestsAnswer },
  'POST /deletion-requests/:id/close': { params: byId, body: deletionClosing, answer: deletionRequest },
  'GET /knowledge': { answer: cardsAnswer },
  'POST /knowledge': { body: newCardRequest, answer: knowledgeCard },
  'PUT /knowledge/:id': { params: byId, body: cardRequest, answer: knowledgeCard },
  'DELETE /knowledge/:id': { params: byId, answer: null },
  'POST /knowledge/import': { body: cardImport, answer: cardImportAnswer },
  'POST /knowledge/ask': { body: visitorQuestion, answer: visitorAnswer },
  'POST /knowledge/try': { body: knowledgeTrial, answer: trialAnswer },
  'GET /knowledge/unanswered': { answer: unansweredAnswer },
  'DELETE /knowledge/unanswered/:id': { params: byId, answer: null },
} as const satisfies Record<`${Method} /${string}`, RouteSchema>;
export type RouteName = keyof typeof restRoutes;

type Schema<N extends RouteName, Part extends 'params' | 'query' | 'body'> =
  (typeof restRoutes)[N] extends Record<Part, infer S extends z.ZodType> ? S : z.ZodUndefined;
/** The path of a call, below `/api/v1`. */
export type PathOf<N extends RouteName> = N extends `${Method} ${infer Path}` ? Path : never;
/** A parsed part of the call, as a route's handler gets it; undefined where the route takes none. */
export type Received<N extends RouteName, Part extends 'params' | 'query' | 'body'> = z.output<Schema<N, Part>>;
/** The answer of a call with `since`. */
export type ChangesAnswer<N extends RouteName> =
  (typeof restRoutes)[N] extends Record<'changes', infer S extends z.ZodType> ? z.output<S> : never;
/** The answer of a call; undefined where the table says null. */
export type RouteAnswer<N extends RouteName> = (typeof restRoutes)[N]['answer'] extends infer S extends z.ZodType
  ? z.output<S>
  : undefined;

type ParamsIn<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
type GivenPart<N extends RouteName, Part extends 'query' | 'body'> =
  (typeof restRoutes)[N] extends Record<Part, infer S extends z.ZodType>
    ? Record<never, never> extends z.input<S>
      ? { [part in Part]?: z.input<S> }
      : { [part in Part]: z.input<S> }
    : { [part in Part]?: undefined };
/** The arguments that a client gives for a call: the names in its path, its query and its body, as far as it has them. */
export type Given<N extends RouteName> = GivenPart<N, 'query'> &
  GivenPart<N, 'body'> &
  ([ParamsIn<N>] extends [never] ? { params?: undefined } : { params: Record<ParamsIn<N>, string | number> });
/** The calls that can be made without giving anything. */
export type PlainRoute = { [N in RouteName]: Record<never, never> extends Given<N> ? N : never }[RouteName];
