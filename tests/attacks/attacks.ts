import type { Attack } from './attack.ts';
import { accountAttacks } from './rows/accounts.ts';
import { budgetAttacks } from './rows/budgets.ts';
import { doorAttacks } from './rows/doors.ts';
import { floodAttacks } from './rows/floods.ts';
import { isolationAttacks } from './rows/isolation.ts';
import { pageAttacks } from './rows/pages.ts';
import { protocolAttacks } from './rows/protocol.ts';
import { storageAttacks } from './rows/storage.ts';
import { wordAttacks } from './rows/words.ts';

const numberOf = ({ id }: Attack): number => Number(id.slice(1));

/** The 88 attacks of the plan, in the order of their numbers. */
export const attacks: readonly Attack[] = [
  ...accountAttacks,
  ...budgetAttacks,
  ...doorAttacks,
  ...floodAttacks,
  ...isolationAttacks,
  ...pageAttacks,
  ...protocolAttacks,
  ...storageAttacks,
  ...wordAttacks,
].sort((a, b) => numberOf(a) - numberOf(b));
