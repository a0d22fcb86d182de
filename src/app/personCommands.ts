import { z } from 'zod';
import { closeAnswered } from '../features/profiles/deletionRequests.ts';
import { erasePerson, type PersonHeld, readHeld } from '../features/profiles/erasePerson.ts';
import { suppressedChannels } from '../features/profiles/mayReach.ts';
import { isoOf } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';
import { AdminRefused, command, tenant, tenantHelp, words } from './adminCommand.ts';

const lead = z.string('is missing').min(1).max(64);
const dayOf = (at: number): string => isoOf(at).slice(0, 10);
const noLead = 'There is no such lead in this tenant. deletion-requests and the desk name leads by their id.';

/** Commands about the persons whom a brokerage knows. */
export const personCommands = {
  'deletion-requests': command({
    summary: 'List who asked to have their data deleted, and by when to confirm and to answer.',
    options: z.strictObject({}),
    help: {},
    async run({ store, persons, clock }) {
      const today = isoOf(clock.now()).slice(0, 10);
      const lines: string[] = [];
      for (const { id, name } of await store.listTenants()) {
        const open = await persons.records.listOpen(id, 'deletion-request');
        lines.push(`${id}  ${name}  ${open.length === 0 ? 'none open' : `${open.length} open`}`);
        for (const record of open) {
          if (record.kind !== 'deletion-request') continue;
          const late = record.answerBy < today ? '  OVERDUE' : '';
          lines.push(
            `    ${record.id}  confirm by ${record.confirmBy}, answer by ${record.answerBy}${late}`,
            `      asked ${isoOf(record.at).slice(0, 10)}: "${record.said.slice(0, 100)}"`,
            `      lead ${record.leadId}, conversation ${record.conversationId}`,
          );
        }
      }
      return lines.length === 0 ? ['No tenants yet.'] : lines;
    },
  }),
  'deletion-close': command({
    summary: 'Note that a deletion request was answered otherwise; it stays on record.',
    options: z.strictObject({ tenant, request: z.string('is missing').min(1).max(64), how: words(300) }),
    help: {
      tenant: tenantHelp,
      request: ['<id>', 'as deletion-requests prints it'],
      how: ['<words>', 'what was done, and who did it'],
    },
    async run({ persons, clock }, options) {
      await closeAnswered({ ...persons, clock }, options.tenant, options.request, options.how).catch((error) => {
        if (error instanceof HubError && error.code === 'NOT_FOUND')
          throw new AdminRefused('There is no open request of this id. List them with deletion-requests.');
        throw error;
      });
      return ['Closed. What the law wants kept (consents, opt-outs, this request) stays.'];
    },
  }),
  'lead-delete': command({
    summary: 'Delete what is known of a person, in all their records; without --by it only shows what that would be.',
    options: z.strictObject({
      tenant,
      lead,
      by: words(120).optional(),
      'keep-proof': z.enum(['yes', 'no'], 'must be yes or no').optional(),
    }),
    help: {
      tenant: tenantHelp,
      lead: ['<id>', 'of any record of the person, as deletion-requests prints it'],
      by: ['<name>', 'your name: it is done, and stands with the request that it closes'],
      'keep-proof': ['<yes|no>', 'yes: consents and opt-outs keep their words and the number'],
    },
    more: [
      '',
      'Gone for good: every word in the logs, notes, answers, scores, the profile, the search, the bot’s memory. Lines keep their',
      'numbers. Appointments are called off. Kept: that and when somebody agreed or opted out (the number as a hash; an opt-out',
      'stays in force), and the request. Was it cut off, run it again. It ends with what is left to do: files of the database keep',
      'what was deleted until they are written anew, backups until you replace them.',
      'Records that a typed number linked may be of somebody else: look first, and part them with lead-unlink.',
    ],
    async run({ persons, clock, kept }, options) {
      const held = await readHeld(persons, options.tenant, options.lead);
      if (held === null) throw new AdminRefused(noLead);
      const { by } = options;
      if (by === undefined) return [...linesOf(held), '', 'Nothing was deleted. To do it, add: --by "<your name>"'];
      const keepProof = options['keep-proof'] === 'yes';
      const { lines, closed } = await erasePerson({ ...persons, clock }, options.tenant, options.lead, {
        by,
        keepProof,
      });
      return [
        ...linesOf(held),
        '',
        `Deleted: the words of ${lines} lines. Requests closed by ${by}: ${closed}.`,
        'Whoever has one of these conversations open still sees it until they load the page again.',
        '',
        ...(await kept.forgetWrites()),
      ];
    },
  }),
  'lead-unlink': command({
    summary: 'Part a record from the person that it was wrongly taken for.',
    options: z.strictObject({ tenant, lead }),
    help: { tenant: tenantHelp, lead: ['<id>', 'of the younger record, as lead-delete without --by lists it'] },
    async run({ persons }, options) {
      const found = await persons.leads.find(options.tenant, options.lead);
      if (found === null) throw new AdminRefused(noLead);
      const { link } = found;
      if (link === null || !(await persons.leads.unlink(options.tenant, options.lead))) {
        const others = await persons.leads.linkedTo(options.tenant, options.lead);
        throw new AdminRefused(
          ['This record is linked to no older one.', ...others.map(({ id }) => `  ${id} is linked to it`)].join('\n'),
        );
      }
      return [
        `Parted from ${link.leadId}; nothing of either is lost. They were taken for one by ${basisWords[link.by]}:`,
        'who gives the same again is linked again.',
      ];
    },
  }),
} as const;

const basisWords = { identity: 'the site’s sign-in', phone: 'a phone number', email: 'an e-mail address' } as const;

/** Lists the records of a person, so that somebody can see whether it is one person. */
function linesOf({ members, conversations, records, isWhole }: PersonHeld): string[] {
  const closedTo = suppressedChannels(members, records);
  return [
    `Records: ${members.length}`,
    ...members.map(({ id, name, createdAt, link }) => {
      const linked = link === null ? '' : `  linked to ${link.leadId} by ${basisWords[link.by]}`;
      return `    ${id}  since ${dayOf(createdAt)}  ${name ?? 'no name'}${linked}`;
    }),
    `Conversations: ${conversations.length}`,
    ...conversations.map(({ id, createdAt, mode }) => `    ${id}  ${dayOf(createdAt)}  ${mode}`),
    `Consents, opt-outs and requests: ${records.length}${closedTo.length === 0 ? '' : ` (closed to ${closedTo.join(', ')})`}`,
    ...(isWhole ? [] : ['There is more than is listed here; a deletion takes all of it.']),
  ];
}
