import type { Connection } from 'mongoose';
import { appointmentModel, cellModel, offerModel, ownHoursModel } from './appointmentStore.ts';
import { auditModel } from './auditStore.ts';
import { blockModel } from './blockStore.ts';
import { busyCalendarModel } from './busyCalendarStore.ts';
import { callModel } from './callStore.ts';
import { commandModel } from './commandStore.ts';
import { conversationModel } from './conversationRow.ts';
import { deliveryModel } from './deliveryStore.ts';
import { entryModel } from './entryStore.ts';
import { experimentModel, exposureModel } from './experimentStore.ts';
import { feedModel } from './feedStore.ts';
import { fileModel, filePartModel } from './fileStore.ts';
import { handoffOutcomeModel } from './handoffOutcomeStore.ts';
import { homePhotoModel } from './homePhotoStore.ts';
import {
  apiKeyModel,
  endedFamilyModel,
  lockoutModel,
  secretModel,
  siteModel,
  tenantModel,
  tokenModel,
  userModel,
} from './identityStore.ts';
import { interventionModel } from './interventionStore.ts';
import { jobModel } from './jobStore.ts';
import { knowledgeCardModel, unansweredModel } from './knowledgeStore.ts';
import { leadKeyModel, leadModel } from './leadStore.ts';
import { ledgerModel } from './ledgerStore.ts';
import { listingModel } from './listingStore.ts';
import { listingSummaryModel } from './listingSummaries.ts';
import { narrativeBatchModel, narrativeModel } from './narrativeStore.ts';
import { notificationModel } from './notificationStore.ts';
import { phoneConnectionModel } from './phoneConnectionStore.ts';
import { photoModel } from './photoStore.ts';
import { recordModel } from './recordStore.ts';
import { reportScheduleModel } from './reportScheduleStore.ts';
import { reportModel } from './reportStore.ts';
import { rowKeeperModel } from './rowKeeperStore.ts';
import { savedReplyModel } from './savedReplyStore.ts';
import { peopleViewModel, savedViewModel } from './savedViewStore.ts';
import { searchModel } from './searchStore.ts';
import { changeModel, inviteModel, logoModel } from './settingsStore.ts';
import { taskModel } from './taskStore.ts';
import { tenantVersionModel } from './tenantVersionStore.ts';
import { turnModel } from './turnStore.ts';
import { viewedHomeModel } from './viewedHomeStore.ts';
import { webhookModel } from './webhookStore.ts';

/**
 * Makes every collection and index that the stores rely on; quick when they are there. To be awaited at each start before
 * the first write: without its unique indexes a store does not keep its promises.
 */
export async function buildIndexes(connection: Connection): Promise<void> {
  const models = [
    appointmentModel,
    offerModel,
    cellModel,
    feedModel,
    busyCalendarModel,
    callModel,
    fileModel,
    filePartModel,
    homePhotoModel,
    ownHoursModel,
    auditModel,
    blockModel,
    jobModel,
    knowledgeCardModel,
    unansweredModel,
    commandModel,
    conversationModel,
    entryModel,
    apiKeyModel,
    endedFamilyModel,
    lockoutModel,
    secretModel,
    siteModel,
    tenantModel,
    tokenModel,
    userModel,
    leadModel,
    leadKeyModel,
    ledgerModel,
    recordModel,
    turnModel,
    handoffOutcomeModel,
    listingModel,
    listingSummaryModel,
    savedReplyModel,
    savedViewModel,
    peopleViewModel,
    reportModel,
    reportScheduleModel,
    experimentModel,
    exposureModel,
    interventionModel,
    rowKeeperModel,
    searchModel,
    changeModel,
    inviteModel,
    logoModel,
    taskModel,
    narrativeModel,
    narrativeBatchModel,
    notificationModel,
    phoneConnectionModel,
    photoModel,
    tenantVersionModel,
    viewedHomeModel,
    webhookModel,
    deliveryModel,
  ];
  await Promise.all(models.map((modelOn) => modelOn(connection).createIndexes()));
}
