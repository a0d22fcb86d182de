import { z } from 'zod';
import type { ImportAnswer } from '../../contract/rest/invites.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { roles, staffName } from '../../contract/values.ts';
import { readCsv } from '../../kernel/readCsv.ts';
import type { StaffScope } from '../identity/model.ts';
import { emailKey } from '../identity/rules.ts';
import { type Invitation, type InviteDeps, makeInvite, roomFor } from './invitePeople.ts';
import { requireAdmin } from './rules.ts';

type Problem = ImportAnswer['problems'][number];

const email = z.email().max(254);
const role = z.enum(roles);

/**
 * Invites everybody of a list with the columns email, name, role. Every row is looked at first: with one problem in it,
 * nobody is invited and each problem is told with its line. A crash in the middle leaves invitations that nobody has
 * seen; the same list again replaces them.
 */
export async function importPeople(deps: InviteDeps, scope: StaffScope, csv: string): Promise<ImportAnswer> {
  requireAdmin(scope);
  const { people, problems } = readPeople(csv);
  const { room, isMember } = await roomFor(deps, scope);
  for (const { line, person } of people)
    if (isMember(person.email)) problems.push({ line, problem: 'This address already has an account.' });
  if (people.length > room)
    problems.push({
      line: 1,
      problem: `There is room for ${Math.max(0, room)} more people, but the list has ${people.length}.`,
    });
  if (problems.length > 0) return { invites: [], problems: problems.sort((a, b) => a.line - b.line) };
  const invites: ImportAnswer['invites'] = [];
  for (const { person } of people) invites.push(await makeInvite(deps, scope, person));
  return { invites, problems: [] };
}

/** The people of a list, and what is wrong with it. The first row may be a heading. */
function readPeople(csv: string): { people: { line: number; person: Invitation }[]; problems: Problem[] } {
  const { rows } = readCsv(csv);
  const [first] = rows;
  const body = first?.cells[0]?.trim().toLowerCase() === 'email' ? rows.slice(1) : rows;
  if (body.length === 0) return { people: [], problems: [{ line: 1, problem: 'The list is empty.' }] };
  if (body.length > settingsLimits.importRows) {
    const problem = `The list has ${body.length} rows. You can import up to ${settingsLimits.importRows} at a time.`;
    return { people: [], problems: [{ line: 1, problem }] };
  }
  const people: { line: number; person: Invitation }[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of body) {
    const [address = '', called = '', does = ''] = cells.map((cell) => cell.trim());
    const person = {
      email: address,
      name: staffName.safeParse(called).data,
      role: role.safeParse(does.toLowerCase()).data,
    };
    const before = seen.get(emailKey(address));
    const faults = [
      cells.length === 3 ? null : 'Each row needs three columns: email, name, role.',
      email.safeParse(address).success ? null : 'The email address isn’t valid.',
      person.name === undefined ? 'The name is missing, too long, or starts like a spreadsheet formula.' : null,
      person.role === undefined ? `The role must be one of ${roles.join(', ')}.` : null,
      before === undefined ? null : `The same address is on line ${before}.`,
    ].filter((fault) => fault !== null);
    for (const problem of faults) problems.push({ line, problem });
    if (address !== '' && before === undefined) seen.set(emailKey(address), line);
    if (faults.length === 0 && person.role !== undefined)
      people.push({ line, person: { ...person, role: person.role } });
  }
  return { people, problems };
}
