import { z } from 'zod';
import { marketIds } from '../contract/rest/settingsLimits.ts';
import { widgetTag } from '../contract/rest/widgetTag.ts';
import { roles } from '../contract/values.ts';
import { createApiKey } from '../features/identity/createApiKey.ts';
import { createSite } from '../features/identity/createSite.ts';
import { createTenant } from '../features/identity/createTenant.ts';
import { createUser } from '../features/identity/createUser.ts';
import { originFrom } from '../features/identity/judgeOrigin.ts';
import { liftLockouts } from '../features/identity/liftLockouts.ts';
import { makePassword } from '../features/identity/makePassword.ts';
import { resetPassword } from '../features/identity/resetPassword.ts';
import { emailKey } from '../features/identity/rules.ts';
import { listingColumns } from '../features/listings/listingColumns.ts';
import { misreadLine } from '../features/turns/markMisread.ts';
import { HubError } from '../kernel/hubError.ts';
import { type AdminCommand, type AdminDeps, AdminRefused, command, tenant, tenantHelp, words } from './adminCommand.ts';
import { personCommands } from './personCommands.ts';
import { readListingFile } from './readListingFile.ts';
import { spendCommand } from './spendCommand.ts';

const email = z.email('must be an e-mail address').max(254);
const role = z.enum(roles, `must be one of ${roles.join(', ')}`);
const market = z.enum(marketIds, `must be one of ${marketIds.join(', ')}`);
const marketHelp: [string, string] = ['<market>', 'austin; texas: elsewhere in Texas; us: elsewhere (without one, us)'];
const roleHelp: [string, string] = ['<role>', roles.join(', ')];

const timeZone = z.string('is missing').refine(isTimeZone, 'must be a time zone such as America/Chicago');
function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    // A RangeError is how Intl says no.
    return false;
  }
}

const origins = z.string('is missing').transform((list, context): string[] => {
  const found = list.split(',').map((part) => originFrom(part.trim()));
  if (found.length > 50 || found.some((origin) => origin === null)) {
    context.addIssue('must be addresses such as https://www.example.com, divided by commas, at most 50');
    return z.NEVER;
  }
  return [...new Set(found as string[])];
});

/** Of a tenant, the newest. */
const mostMisreads = 1000;

const once = 'It is shown this once and kept nowhere.';

export const adminCommands = {
  'tenant-create': command({
    summary: 'Make a brokerage.',
    options: z.strictObject({ name: words(120), 'time-zone': timeZone, market: market.default('us') }),
    help: {
      name: ['<name>', 'as visitors know it'],
      'time-zone': ['<zone>', 'such as America/Chicago'],
      market: marketHelp,
    },
    async run(deps, options) {
      const input = { name: options.name, timeZone: options['time-zone'], market: options.market };
      const { id } = await createTenant(deps, input);
      return [
        `Tenant ${id} made.`,
        '',
        `Next: npm run admin -- user-create --tenant ${id} --email … --name … --role agent`,
      ];
    },
  }),
  'market-set': command({
    summary: 'Say where a brokerage works: whose areas Jorge knows, and whose law he keeps to.',
    options: z.strictObject({ tenant, market }),
    help: { tenant: tenantHelp, market: marketHelp },
    async run(deps, options) {
      await deps.setMarket(options.tenant, options.market);
      return [`Market set: ${options.market}. A running hub keeps to it from the next message on.`];
    },
  }),
  'tenant-list': command({
    summary: 'List the brokerages with their people.',
    options: z.strictObject({}),
    help: {},
    async run({ store }) {
      const tenants = await store.listTenants();
      const parts = await Promise.all(
        tenants.map(async ({ id, name, timeZone: zone }) => [
          `${id}  ${name}  (${zone})`,
          ...(await store.listUsers(id)).map(
            (user) => `    ${user.email}  ${user.name}  ${user.role}${user.active ? '' : '  (inactive)'}`,
          ),
        ]),
      );
      return tenants.length === 0 ? ['No tenants yet.'] : parts.flat();
    },
  }),
  'user-create': command({
    summary: 'Make an account for a member of the staff.',
    options: z.strictObject({ tenant, email, name: words(120), role }),
    help: {
      tenant: tenantHelp,
      email: ['<address>', 'to sign in with'],
      name: ['<name>', 'as visitors see it'],
      role: roleHelp,
    },
    async run(deps, options) {
      const password = makePassword();
      const user = await createUser(deps, { ...options, tenantId: options.tenant, password });
      if (!user) throw new AdminRefused('This e-mail address has an account already.');
      return [
        `Account ${user.email} made (${user.role}).`,
        `Password: ${password}`,
        once,
        '',
        `Sign in at ${deps.publicUrl}/desk`,
        ...deps.addressNote,
      ];
    },
  }),
  'site-create': command({
    summary: 'Let a website carry the widget.',
    options: z.strictObject({ tenant, name: words(120), origins }),
    help: {
      tenant: tenantHelp,
      name: ['<name>', 'for yourself'],
      origins: ['<a,b>', 'addresses of the site, such as https://www.example.com'],
    },
    async run(deps, options) {
      const site = await createSite(deps, {
        tenantId: options.tenant,
        name: options.name,
        allowedOrigins: options.origins,
      });
      return [
        `Site made for ${site.allowedOrigins.join(', ')}.`,
        'Put this line into its pages:',
        '',
        widgetTag(deps.publicUrl, site.siteKey),
        '',
        'For pages that run approved scripts only, Settings, Sites has the line with a pinned file and its checksum.',
        ...deps.addressNote,
      ];
    },
  }),
  'api-key-create': command({
    summary: 'Make a key for an integration.',
    options: z.strictObject({ tenant, name: words(120), role }),
    help: { tenant: tenantHelp, name: ['<name>', 'what uses it'], role: roleHelp },
    async run(deps, options) {
      const { key } = await createApiKey(deps, { tenantId: options.tenant, name: options.name, role: options.role });
      return [`API key: ${key}`, once, 'Send it as: Authorization: Bearer <key>'];
    },
  }),
  'listing-import': command({
    summary: 'Take in homes from a CSV; a home whose id is known is updated.',
    options: z.strictObject({ file: z.string('is missing').min(1), tenant }),
    bare: 'file',
    help: { file: ['<file.csv>', 'comma or semicolon, UTF-8, with a heading'], tenant: tenantHelp },
    more: [
      '',
      'Columns, in any order (* must be there and filled):',
      ...listingColumns.map(
        ({ name, required, meaning }) => `  ${`${name}${required ? ' *' : ''}`.padEnd(16)}${meaning}`,
      ),
      '',
      'With one bad row nothing is kept. A home that the file does not name stays as it is: who leaves the market comes with',
      'status pending, sold or removed. An example with 40 homes: docs/demo-homes.csv',
    ],
    async run(deps, options) {
      const csv = await readListingFile(options.file);
      if (csv === null) throw new AdminRefused('There is no such file, it is too large, or it is not UTF-8.');
      const { added, updated, problems } = await deps.importListings(options.tenant, csv);
      if (problems.length > 0)
        throw new AdminRefused(
          [
            ...problems.map(({ line, problem }) => `line ${line}: ${problem}`),
            `Nothing was taken in: ${problems.length} ${problems.length === 1 ? 'line has' : 'lines have'} to be mended first.`,
          ].join('\n'),
        );
      return [`Homes added: ${added}, updated: ${updated}. A running hub tells of them from the next message on.`];
    },
  }),
  'search-reindex': command({
    summary: 'Make every conversation findable anew; harmless at any time.',
    options: z.strictObject({}),
    help: {},
    async run({ store, reindex }) {
      const lines: string[] = [];
      for (const { id, name } of await store.listTenants()) lines.push(`${id}  ${name}  ${await reindex(id)} lines`);
      return lines.length === 0 ? ['No tenants yet.'] : lines;
    },
  }),
  'board-rebuild': command({
    summary: 'Write what the board shows of every conversation anew from the logs; harmless at any time.',
    options: z.strictObject({}),
    help: {},
    async run({ rebuildBoard }) {
      const { rows, mended } = await rebuildBoard();
      return [`Rows: ${rows}, of which ${mended} showed something else before.`];
    },
  }),
  misreads: command({
    summary:
      'Print what people marked in the desk as got wrong by Jorge: one line of JSON each, with nobody to be recognised in it.',
    options: z.strictObject({}),
    help: {},
    async run({ store, turns }) {
      const lines: string[] = [];
      for (const { id } of await store.listTenants())
        lines.push(...(await turns.listMisread(id, mostMisreads)).map(misreadLine));
      return lines;
    },
  }),
  spend: spendCommand,
  ...personCommands,
  compact: command({
    summary: 'Write the embedded database anew, without the remains of what was deleted; the hub must be stopped.',
    options: z.strictObject({}),
    help: {},
    more: [
      '',
      'It takes about as long as copying the data, and as much space again meanwhile. Killed at any point, either the data of',
      'before or the new one stands, and the next start clears the rest away. With MONGODB_URL it says what to run there.',
    ],
    run: ({ kept }) => kept.compact(),
  }),
  'password-reset': command({
    summary: 'Give an account a new password and end all its sessions.',
    options: z.strictObject({ email }),
    help: { email: ['<address>', 'of the account'] },
    async run(deps, options) {
      const password = makePassword();
      if (!(await resetPassword(deps, { email: options.email, password })))
        throw new AdminRefused('No account has this e-mail address.');
      return [`Password of ${options.email}: ${password}`, once, 'Every session of this account has ended.'];
    },
  }),
  'second-factor-off': command({
    summary:
      'Switch the second factor of an account off, such as of an admin who lost their phone, and end all its sessions.',
    options: z.strictObject({ email }),
    help: { email: ['<address>', 'of the account'] },
    async run({ store }, options) {
      const user = await store.findUserByEmail(emailKey(options.email));
      if (!user) throw new AdminRefused('No account has this e-mail address.');
      if (!user.secondFactor) return ['This account has no second factor.'];
      await store.changeUser(user.id, { secondFactor: null, newFactor: null, recoveryCodes: [] });
      await store.revokeUserTokens(user.id);
      return [`${options.email} signs in by the password alone. Every session of this account has ended.`];
    },
  }),
  unlock: command({
    summary: 'Open the sign-ins of an account that are locked after too many wrong passwords.',
    options: z.strictObject({ email }),
    help: { email: ['<address>', 'of the account'] },
    async run(deps, options) {
      const user = await deps.store.findUserByEmail(emailKey(options.email));
      if (!user) throw new AdminRefused('No account has this e-mail address.');
      const networks = await liftLockouts(deps, user.id);
      const from = networks === 1 ? '1 network' : `${networks} networks`;
      return [
        networks === 0
          ? `No sign-in of ${user.email} was locked; failures count from zero again.`
          : `Sign-ins of ${user.email} from ${from} are open again.`,
      ];
    },
  }),
} as const;
export type AdminCommandName = keyof typeof adminCommands;

/** Runs a command whose options were checked. @throws AdminRefused */
export async function runAdminCommand(deps: AdminDeps, name: AdminCommandName, options: unknown): Promise<string[]> {
  const chosen = adminCommands[name] as unknown as AdminCommand<unknown>;
  try {
    return await chosen.run(deps, options);
  } catch (err) {
    if (err instanceof HubError && err.code === 'NOT_FOUND')
      throw new AdminRefused('No tenant has this id. List them with tenant-list.');
    throw err;
  }
}
