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
import { insightCommand } from './insightCommand.ts';
import { personCommands } from './personCommands.ts';
import { readListingFile } from './readListingFile.ts';
import { spendCommand } from './spendCommand.ts';

const email = z.email('must be an email address').max(254);
const role = z.enum(roles, `must be one of ${roles.join(', ')}`);
const market = z.enum(marketIds, `must be one of ${marketIds.join(', ')}`);
const marketHelp: [string, string] = ['<market>', 'austin; texas for the rest of Texas; us for anywhere else'];
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
    context.addIssue('must be up to 50 addresses such as https://www.example.com, separated by commas');
    return z.NEVER;
  }
  return [...new Set(found as string[])];
});

/** Of a tenant, the newest. */
const mostMisreads = 1000;

const once = 'Copy it now. It won’t be shown again.';

export const adminCommands = {
  'tenant-create': command({
    summary: 'Create a brokerage.',
    options: z.strictObject({ name: words(120), 'time-zone': timeZone, market: market.default('us') }),
    help: {
      name: ['<name>', 'as visitors know it'],
      'time-zone': ['<zone>', 'such as America/Chicago'],
      market: [marketHelp[0], `${marketHelp[1]} (default: us)`],
    },
    async run(deps, options) {
      const input = { name: options.name, timeZone: options['time-zone'], market: options.market };
      const { id } = await createTenant(deps, input);
      return [
        `Created tenant ${id}.`,
        '',
        `Next: npm run admin -- user-create --tenant ${id} --email … --name … --role agent`,
      ];
    },
  }),
  'market-set': command({
    summary: 'Set the market of a brokerage: which areas Jorge knows and which laws he follows.',
    options: z.strictObject({ tenant, market }),
    help: { tenant: tenantHelp, market: marketHelp },
    async run(deps, options) {
      await deps.setMarket(options.tenant, options.market);
      return [`Market set to ${options.market}. A running hub uses it starting with the next message.`];
    },
  }),
  'tenant-list': command({
    summary: 'List the brokerages and their people.',
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
    summary: 'Create an account for a team member.',
    options: z.strictObject({ tenant, email, name: words(120), role }),
    help: {
      tenant: tenantHelp,
      email: ['<address>', 'the address they sign in with'],
      name: ['<name>', 'as visitors see it'],
      role: roleHelp,
    },
    async run(deps, options) {
      const password = makePassword();
      const user = await createUser(deps, { ...options, tenantId: options.tenant, password });
      if (!user) throw new AdminRefused('This email address already has an account.');
      return [
        `Created account ${user.email} (${user.role}).`,
        `Password: ${password}`,
        once,
        '',
        `Sign in at ${deps.publicUrl}/desk`,
        ...deps.addressNote,
      ];
    },
  }),
  'site-create': command({
    summary: 'Allow a website to show the widget.',
    options: z.strictObject({ tenant, name: words(120), origins }),
    help: {
      tenant: tenantHelp,
      name: ['<name>', 'for your own reference'],
      origins: ['<a,b>', 'the site’s addresses, such as https://www.example.com'],
    },
    async run(deps, options) {
      const site = await createSite(deps, {
        tenantId: options.tenant,
        name: options.name,
        allowedOrigins: options.origins,
      });
      return [
        `Created a site for ${site.allowedOrigins.join(', ')}.`,
        'Add this line to its pages:',
        '',
        widgetTag(deps.publicUrl, site.siteKey),
        '',
        'If your pages run only approved scripts, use the line with a pinned file and checksum, under Settings, Sites.',
        ...deps.addressNote,
      ];
    },
  }),
  'api-key-create': command({
    summary: 'Create an API key for an integration.',
    options: z.strictObject({ tenant, name: words(120), role }),
    help: { tenant: tenantHelp, name: ['<name>', 'what the key is for'], role: roleHelp },
    async run(deps, options) {
      const { key } = await createApiKey(deps, { tenantId: options.tenant, name: options.name, role: options.role });
      return [`API key: ${key}`, once, 'Send it as: Authorization: Bearer <key>'];
    },
  }),
  'listing-import': command({
    summary: 'Import homes from a CSV file; homes whose ID already exists are updated.',
    options: z.strictObject({ file: z.string('is missing').min(1), tenant }),
    bare: 'file',
    help: { file: ['<file.csv>', 'UTF-8, with a header row, separated by commas or semicolons'], tenant: tenantHelp },
    more: [
      '',
      'Columns, in any order (* = required):',
      ...listingColumns.map(
        ({ name, required, meaning }) => `  ${`${name}${required ? ' *' : ''}`.padEnd(16)}${meaning}`,
      ),
      '',
      'If any row is bad, nothing is imported. Homes that aren’t in the file stay as they are; to take one off the market, import',
      'it with status pending, sold, or removed. For an example with 40 homes, see docs/demo-homes.csv.',
    ],
    async run(deps, options) {
      const csv = await readListingFile(options.file);
      if (csv === null) throw new AdminRefused('Can’t read the file: it doesn’t exist, is too large, or isn’t UTF-8.');
      const { added, updated, problems } = await deps.importListings(options.tenant, csv);
      if (problems.length > 0)
        throw new AdminRefused(
          [
            ...problems.map(({ line, problem }) => `line ${line}: ${problem}`),
            `Nothing was imported. Fix ${problems.length} ${problems.length === 1 ? 'line' : 'lines'} first.`,
          ].join('\n'),
        );
      return [`Homes added: ${added}, updated: ${updated}. A running hub uses them starting with the next message.`];
    },
  }),
  'search-reindex': command({
    summary: 'Rebuild the search index of every conversation; safe at any time.',
    options: z.strictObject({}),
    help: {},
    async run({ store, reindex }) {
      const lines: string[] = [];
      for (const { id, name } of await store.listTenants()) lines.push(`${id}  ${name}  ${await reindex(id)} lines`);
      return lines.length === 0 ? ['No tenants yet.'] : lines;
    },
  }),
  'board-rebuild': command({
    summary: 'Rebuild every conversation’s row on the board from the logs; safe at any time.',
    options: z.strictObject({}),
    help: {},
    async run({ rebuildBoard }) {
      const { rows, mended } = await rebuildBoard();
      return [`Rows: ${rows}, of which ${mended} had to be corrected.`];
    },
  }),
  misreads: command({
    summary:
      'Print the messages that the team marked as misread by Jorge, one line of JSON each, without personal details.',
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
  'insight-report': insightCommand,
  ...personCommands,
  compact: command({
    summary: 'Rewrite the embedded database to remove leftovers of deleted data; stop the hub first.',
    options: z.strictObject({}),
    help: {},
    more: [
      '',
      'It takes about as long as copying the data and temporarily needs that much extra disk space. If it is interrupted, either the',
      'old or the new data is kept, and the next start cleans up the rest. With MONGODB_URL, it prints what to run there.',
    ],
    run: ({ kept }) => kept.compact(),
  }),
  'secret-change': command({
    summary: 'After setting a new HUB_SECRET, encrypt stored keys with it (phone accounts, calendars, second factors).',
    options: z.strictObject({}),
    help: {},
    more: [
      '',
      'Set HUB_SECRET to the new secret and HUB_OLD_SECRET to the one before; leave the latter out if the hub made its own until now. Stop',
      'the hub first. Afterward, everyone signs in again, and recovery codes made before no longer work.',
    ],
    async run({ reseal }) {
      const { sealed, lost } = await reseal();
      return [
        `Keys encrypted with this secret: ${sealed}.`,
        ...(lost === 0
          ? []
          : [`Keys that neither secret opens: ${lost}. Enter them again at the desk, under Settings.`]),
      ];
    },
  }),
  'password-reset': command({
    summary: 'Give an account a new password and sign it out everywhere.',
    options: z.strictObject({ email }),
    help: { email: ['<address>', 'the account’s email address'] },
    async run(deps, options) {
      const password = makePassword();
      if (!(await resetPassword(deps, { email: options.email, password })))
        throw new AdminRefused('No account has this email address.');
      return [`Password for ${options.email}: ${password}`, once, 'This account is now signed out everywhere.'];
    },
  }),
  'second-factor-off': command({
    summary: 'Turn off an account’s second factor (after a lost phone, for example) and sign it out everywhere.',
    options: z.strictObject({ email }),
    help: { email: ['<address>', 'the account’s email address'] },
    async run({ store }, options) {
      const user = await store.findUserByEmail(emailKey(options.email));
      if (!user) throw new AdminRefused('No account has this email address.');
      if (!user.secondFactor) return ['This account has no second factor.'];
      await store.changeUser(user.id, { secondFactor: null, newFactor: null, recoveryCodes: [] });
      await store.revokeUserTokens(user.id);
      return [`${options.email} now signs in with the password alone, and is signed out everywhere.`];
    },
  }),
  unlock: command({
    summary: 'Unlock an account after too many wrong passwords.',
    options: z.strictObject({ email }),
    help: { email: ['<address>', 'the account’s email address'] },
    async run(deps, options) {
      const user = await deps.store.findUserByEmail(emailKey(options.email));
      if (!user) throw new AdminRefused('No account has this email address.');
      const networks = await liftLockouts(deps, user.id);
      const from = networks === 1 ? '1 network' : `${networks} networks`;
      return [
        networks === 0
          ? `${user.email} was not locked. Its count of failed sign-ins was reset.`
          : `${user.email} can sign in again from ${from}.`,
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
      throw new AdminRefused('No tenant has this ID. Run tenant-list to see them.');
    throw err;
  }
}
