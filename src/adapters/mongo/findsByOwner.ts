import { type Model, trusted } from 'mongoose';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { gather } from './gather.ts';

/** The owner of rows: `id` stands in the field that they are found by. */
interface Owner {
  tenantId: string;
  id: string;
  /** The most rows that are wanted. */
  limit: number;
}

/** Of several owners together. Most have one or two rows; whoever has this many is read alone. */
const mostTogether = 1_000;

/**
 * Reads rows by their owner: those of all owners that are asked for at about the same time with one command, because a list of fifty
 * people asks for the rows of each. `alone` reads one owner's, in order and at most as many as it wants; `compare` has the same order.
 * The index must begin with the tenant and `field`.
 */
export function findsByOwner<Row extends { tenantId: string }>(
  model: Model<Row>,
  field: string,
  given: {
    alone(owner: Owner): Promise<Row[]>;
    ownerOf(row: Row): string;
    compare(one: Row, other: Row): number;
  },
): (owner: Owner) => Promise<Row[]> {
  const { alone, ownerOf, compare } = given;

  async function together(owners: readonly Owner[]): Promise<Row[][]> {
    const [first] = owners;
    const isOneTenants = owners.every(({ tenantId }) => tenantId === first?.tenantId);
    if (first !== undefined && owners.length > 1 && isOneTenants) {
      const which = { tenantId: first.tenantId, [field]: trusted({ $in: [...new Set(owners.map(({ id }) => id))] }) };
      // Sorted here: SecantusDB would walk the index of the order past the rows of everybody else.
      const rows = await model
        .find(which as object)
        .limit(mostTogether)
        .batchSize(mostTogether)
        .lean<Row[]>();
      if (rows.length < mostTogether) {
        const rowsOf = new Map<string, Row[]>(owners.map(({ id }) => [id, []]));
        for (const row of rows.sort(compare)) rowsOf.get(ownerOf(row))?.push(row);
        // Each caller gets rows of its own.
        return owners.map(({ id, limit }) => structuredClone((rowsOf.get(id) ?? []).slice(0, limit)));
      }
    }
    return fewAtOnce(owners, alone);
  }

  return gather<Owner, Row[]>(async (owners) => (await together(owners)).map((value) => ({ value })), {
    charsOf: ({ id }) => id.length,
  });
}
