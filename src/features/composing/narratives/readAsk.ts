import type { Fact } from '../../../contract/readings.ts';
import type { NarrativeRequest } from '../../../contract/rest/narratives.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { sha256 } from '../../../kernel/ids.ts';
import { joinWords } from '../../../kernel/joinWords.ts';
import { erasedWords } from '../../conversations/log/withoutWords.ts';
import type { EntryStore, LeadConversations } from '../../conversations/ports.ts';
import { factWords } from '../../listings/factWords.ts';
import type { HeldHomes } from '../../listings/heldHomes.ts';
import { leaveOut } from '../../listings/leaveOut.ts';
import type { ListingFacts } from '../../packs/model.ts';
import type { Lead } from '../../profiles/model.ts';
import { fieldsOf, nameOf, personOf } from '../../profiles/person.ts';
import type { LeadStore } from '../../profiles/ports.ts';
import { unrecorded } from '../../profiles/readLead.ts';
import type { TenantKnowledge } from '../../settings/tenantKnowledge.ts';
import { type LeadWish, wishFact, wishSlots } from './leadWishes.ts';
import type { NarrativeAsk } from './model.ts';
import { narrateTask } from './narrateTask.ts';
import { isLongEnough } from './narrativeByRules.ts';
import { mayBeTold, namedForStory, narrativeFacts } from './narrativeFacts.ts';

export interface ReadAskDeps {
  homes: Pick<HeldHomes, 'homeOf'>;
  settingsOf: TenantKnowledge['settingsOf'];
  leads: Pick<LeadStore, 'find' | 'linkedTo'>;
  conversations: Pick<LeadConversations, 'listOfLead'>;
  entries: Pick<EntryStore, 'read'>;
}

/** All that a narrative is written from. */
export interface NarrativeMaterial {
  tenantId: string;
  ask: NarrativeAsk;
  home: ListingFacts;
  brokerage: string;
  /** Of the home, then what the lead said they want. */
  facts: readonly Fact[];
  /** Names that no model reads. */
  people: readonly string[];
  /** Read only where it is written anew. */
  wishes(): Promise<LeadWish[]>;
  cacheKey: string;
  isTold(factId: string): boolean;
}

/** Raised with every change of `narrativeTexts` and of what is told. */
const textsVersion = 4;
const longestQuote = 60;

/**
 * Gathers the home's file and what is known of the lead.
 * @throws HubError `NOT_FOUND` for a home or a lead that isn't the tenant's; `VALIDATION_FAILED`, in words, for a home that isn't for sale
 *   anymore and for one whose file has too little for the length
 */
export async function readAsk(
  deps: ReadAskDeps,
  tenantId: string,
  request: NarrativeRequest,
): Promise<NarrativeMaterial> {
  const { listingId, leadId = null, style, length } = request;
  const [found, { settings }, person] = await Promise.all([
    deps.homes.homeOf(tenantId, listingId),
    deps.settingsOf(tenantId),
    leadId === null ? null : readPerson(deps, tenantId, leadId),
  ]);
  if (found === null) throw new HubError('NOT_FOUND');
  if (found.status === 'sold' || found.status === 'removed')
    throw new HubError('VALIDATION_FAILED', { field: 'listingId', says: 'This home isn’t for sale anymore.' });
  const { brokerage, jorge } = settings;
  const home = namedForStory(leaveOut(found, jorge.leaves), brokerage);
  const language = request.language ?? person?.language ?? 'en';
  const facts = narrativeFacts(home, language, brokerage);
  const ids = new Set(facts.map(({ id }) => id));
  const isTold = (factId: string): boolean => ids.has(factId);
  const ask: NarrativeAsk = { listingId, leadId, style, length, language };
  if (!isLongEnough({ home, ask, isTold })) throw tooLittle(home);
  const fields = person === null ? {} : fieldsOf(person.members);
  const wanted = wishSlots.flatMap((slot) => {
    const field = fields[slot];
    return field?.state === 'answered' ? [{ slot, field }] : [];
  });
  const digest = [
    ...[home.title, facts.map(({ id, words }) => [id, words]), brokerage],
    wanted.map(({ slot, field: { value, evidence, conversationId } }) => [slot, value, conversationId, evidence]),
    ...[leadId, style, length, language, narrateTask.version, textsVersion],
  ];
  const name = person === null ? null : nameOf(person.members);
  return {
    ...{ tenantId, ask, home, brokerage, facts, isTold },
    people: name === null ? [] : [name],
    cacheKey: sha256(JSON.stringify(digest)),
    wishes: async () => {
      const wishes = await Promise.all(
        wanted.map(async ({ slot, field }): Promise<LeadWish | null> => {
          const quote = await quoteOf(deps.entries, field);
          return quote === null || !mayBeTold(quote, brokerage) ? null : { slot, value: field.value, quote };
        }),
      );
      return wishes.filter((wish) => wish !== null);
    },
  };
}

export const wishFacts = (wishes: readonly LeadWish[], { ask }: NarrativeMaterial): Fact[] =>
  wishes.map((wish) => wishFact(wish, ask.language));

async function readPerson(
  { leads, conversations }: Pick<ReadAskDeps, 'leads' | 'conversations'>,
  tenantId: string,
  leadId: string,
): Promise<{ members: Lead[]; language: 'en' | 'es' }> {
  const person = (await personOf(leads, tenantId, leadId)) ?? (await unrecorded(conversations, tenantId, leadId));
  if (person === null) throw new HubError('NOT_FOUND');
  const [talk] = await conversations.listOfLead(tenantId, leadId, 1);
  return { members: person.members, language: talk?.language.startsWith('es') ? 'es' : 'en' };
}

/** The words that a field came from; null where they are gone, or too long to be said back. */
async function quoteOf(
  entries: Pick<EntryStore, 'read'>,
  { evidence, conversationId }: Lead['fields'][string],
): Promise<string | null> {
  const last = evidence.at(-1);
  if (last === undefined) return null;
  const kind = last.log.startsWith('internal') ? 'internal' : 'public';
  const [entry] = await entries.read(conversationId, kind, last.seq, last.seq, 1);
  const text = entry?.type === 'message-created' || entry?.type === 'call-segment' ? entry.data.text : erasedWords;
  const quote = text === erasedWords ? '' : text.slice(last.start, last.end).trim();
  return quote === '' || quote.length > longestQuote ? null : quote;
}

/** Says what would make the file long enough. */
function tooLittle(home: ListingFacts): HubError {
  const missing = (['features', 'kind', 'year', 'lot', 'parking', 'heating', 'taxes', 'hoa'] as const)
    .filter((name) => factWords[name].tell.en(home) === null)
    .map((name) => factWords[name].called.en);
  return new HubError('VALIDATION_FAILED', {
    field: 'listingId',
    says: `This home’s file has too little for a story of this length. Missing: ${joinWords(missing, 'and')}.`,
  });
}
