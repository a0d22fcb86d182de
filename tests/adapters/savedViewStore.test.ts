import { createMemorySavedViewStore } from '../../src/adapters/memory/savedViewStore.ts';
import { createMongoPeopleViewStore, createMongoSavedViewStore } from '../../src/adapters/mongo/savedViewStore.ts';
import type { SavedPeopleView, SavedView } from '../../src/features/settings/model.ts';
import { savedViewStoreSuite } from '../suites/savedViewStoreSuite.ts';
import { openMongo } from './openMongo.ts';

const inbox = {
  of: { agent: '', home: '', language: 'es', stage: '', tag: '', sort: 'need' } as const,
  otherwise: { agent: '', home: '', language: '', stage: '', tag: 'vip', sort: 'oldest' } as const,
};
savedViewStoreSuite<SavedView>('the inbox, memory', inbox, async () => ({
  store: createMemorySavedViewStore(),
  close: async () => {},
}));
savedViewStoreSuite<SavedView>('the inbox, MongoDB', inbox, () => openMongo(createMongoSavedViewStore));

const people = {
  of: { temperature: 'hot', quietDays: 7, mine: 'true', tag: 'vip', sort: 'score' } as const,
  otherwise: { sort: 'recent' } as const,
};
savedViewStoreSuite<SavedPeopleView>('the people, memory', people, async () => ({
  store: createMemorySavedViewStore(),
  close: async () => {},
}));
savedViewStoreSuite<SavedPeopleView>('the people, MongoDB', people, () => openMongo(createMongoPeopleViewStore));
