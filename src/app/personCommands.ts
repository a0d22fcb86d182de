import { z } from 'zod';
import { closeAnswered } from '../features/profiles/deletionRequests.ts';
import { erasePerson, type PersonHeld, readHeld } from '../features/profiles/erasePerson.ts';
import { suppressedChannels } from '../features/profiles/mayReach.ts';
import { isoOf } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';
import { AdminRefused, command, tenant, tenantHelp, words } from './adminCommand.ts';

const lead = z.string('is missing').min(1).max(64);
const dayOf = (at: number): string => isoOf(at).slice(0, 10);
const noLead = 'This tenant has no such lead. To find a lead’s ID, run deletion-requests or look at the desk.';

/** Commands about the people a brokerage knows. */
export const personCommands = {
  'deletion-requests': command({
    summary: 'List deletion requests, with the dates by which to confirm and respond.',
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
            `    ${record.id}  confirm by ${record.confirmBy}, respond by ${record.answerBy}${late}`,
            `      asked ${isoOf(record.at).slice(0, 10)}: "${record.said.slice(0, 100)}"`,
            `      lead ${record.leadId}, conversation ${record.conversationId}`,
          );
        }
      }
      return lines.length === 0 ? ['No tenants yet.'] : lines;
    },
  }),
  'deletion-close': command({
    summary: 'Close a deletion request that was settled another way; it stays on record.',
    options: z.strictObject({ tenant, request: z.string('is missing').min(1).max(64), how: words(300) }),
    help: {
      tenant: tenantHelp,
      request: ['<id>', 'the request ID, as shown by deletion-requests'],
      how: ['<words>', 'what was done, and who did it'],
    },
    async run({ persons, clock }, options) {
      await closeAnswered({ ...persons, clock }, options.tenant, options.request, options.how).catch((error) => {
        if (error instanceof HubError && error.code === 'NOT_FOUND')
          throw new AdminRefused('No open request has this ID. Run deletion-requests to see them.');
        throw error;
      });
      return ['Closed. Records that the law requires (consents, opt-outs, this request) are kept.'];
    },
  }),
  'lead-delete': command({
    summary: 'Delete a person’s data from all their records; without --by, only show what would be deleted.',
    options: z.strictObject({
      tenant,
      lead,
      by: words(120).optional(),
      'keep-proof': z.enum(['yes', 'no'], 'must be yes or no').optional(),
    }),
    help: {
      tenant: tenantHelp,
      lead: ['<id>', 'the ID of any of the person’s records, as shown by deletion-requests'],
      by: ['<name>', 'your name; deletes the data, and is recorded on the request it closes'],
      'keep-proof': ['<yes|no>', 'yes: keep the wording and the phone number of consents and opt-outs'],
    },
    more: [
      '',
      'Permanently deleted: every word in the logs, notes, answers, scores, the profile, the homes they looked at, the search index,',
      'and the bot’s memory.',
      'Log lines keep their sequence numbers. Appointments are canceled. Kept: the request, and the fact and time of each consent',
      'and opt-out (the phone number only as a hash; an opt-out stays in force). If the command is interrupted, run it again.',
      'At the end, it prints what is left to do:',
      'database files hold deleted data until they are rewritten, and backups until you replace them.',
      'Records linked by a typed number may belong to someone else: check first, and separate them with lead-unlink.',
    ],
    async run({ persons, clock, kept }, options) {
      const held = await readHeld(persons, options.tenant, options.lead);
      if (held === null) throw new AdminRefused(noLead);
      const { by } = options;
      if (by === undefined)
        return [...linesOf(held), '', 'Nothing was deleted. To delete this data, add: --by "<your name>"'];
      const keepProof = options['keep-proof'] === 'yes';
      const { lines, closed } = await erasePerson({ ...persons, clock }, options.tenant, options.lead, {
        by,
        keepProof,
      });
      return [
        ...linesOf(held),
        '',
        `Deleted the text of ${lines} log lines. Requests closed by ${by}: ${closed}.`,
        'Anyone who has one of these conversations open still sees it until they reload the page.',
        '',
        ...(await kept.forgetWrites()),
      ];
    },
  }),
  'lead-unlink': command({
    summary: 'Separate a record that was linked to the wrong person.',
    options: z.strictObject({ tenant, lead }),
    help: { tenant: tenantHelp, lead: ['<id>', 'the ID of the newer record, as listed by lead-delete without --by'] },
    async run({ persons }, options) {
      const found = await persons.leads.find(options.tenant, options.lead);
      if (found === null) throw new AdminRefused(noLead);
      const { link } = found;
      if (link === null || !(await persons.leads.unlink(options.tenant, options.lead))) {
        const others = await persons.leads.linkedTo(options.tenant, options.lead);
        throw new AdminRefused(
          ['This record isn’t linked to an older one.', ...others.map(({ id }) => `  ${id} is linked to it`)].join(
            '\n',
          ),
        );
      }
      return [
        `Separated from ${link.leadId}. No data was lost. The two were linked by ${basisWords[link.by]};`,
        'they will be linked again if it is used again.',
      ];
    },
  }),
} as const;

const basisWords = { identity: 'the site’s sign-in', phone: 'a phone number', email: 'an email address' } as const;

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
    `Consents, opt-outs, and requests: ${records.length}${closedTo.length === 0 ? '' : ` (no contact by ${closedTo.join(', ')})`}`,
    ...(isWhole ? [] : ['Not everything is listed here; a deletion covers all of it.']),
  ];
}
