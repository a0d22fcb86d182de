import type { Connection } from 'mongoose';
import { appointmentModel, cellModel, offerModel, ownHoursModel } from './appointmentStore.ts';
import { auditModel } from './auditStore.ts';
import { blockModel } from './blockStore.ts';
import { commandModel } from './commandStore.ts';
import { conversationModel } from './conversationStore.ts';
import { entryModel } from './entryStore.ts';
import { handoffOutcomeModel } from './handoffOutcomeStore.ts';
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
import { knowledgeCardModel, unansweredModel } from './knowledgeStore.ts';
import { leadKeyModel, leadModel } from './leadStore.ts';
import { ledgerModel } from './ledgerStore.ts';
import { listingModel } from './listingStore.ts';
import { recordModel } from './recordStore.ts';
import { savedReplyModel } from './savedReplyStore.ts';
import { searchModel } from './searchStore.ts';
import { changeModel, inviteModel, logoModel } from './settingsStore.ts';
import { turnModel } from './turnStore.ts';

/**
 * Makes every collection and index that the stores rely on; quick when they are there. To be awaited at each start before
 * the first write: without its unique indexes a store does not keep its promises.
 */
export async function buildIndexes(connection: Connection): Promise<void> {
  const models = [
    appointmentModel,
    offerModel,
    cellModel,
    ownHoursModel,
    auditModel,
    blockModel,
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
    savedReplyModel,
    searchModel,
    changeModel,
    inviteModel,
    logoModel,
  ];
  await Promise.all(models.map((modelOn) => modelOn(connection).createIndexes()));
}
