import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Those that take minutes, the longest first. */
const slowest = [
  'tests/journeys/agent/deskTools.test.ts',
  'tests/app/admin.test.ts',
  'tests/client/widget.test.ts',
  'tests/journeys/agent/deskPeople.test.ts',
  'tests/rest/routeRights.test.ts',
  'tests/journeys/supervisor/wall.test.ts',
  'tests/journeys/supervisor/settings.test.ts',
  'tests/gateway/jorge/turns.test.ts',
  'tests/client/gallery.test.ts',
  'tests/gateway/hostile/floods.test.ts',
  'tests/adapters/mongoConnection.test.ts',
  'tests/adapters/listingStore.test.ts',
  'tests/journeys/together/lostConnection.test.ts',
  'tests/journeys/together/threeSeats.test.ts',
  'tests/journeys/agent/deskDay.test.ts',
  'tests/journeys/visitor/booking.test.ts',
  'tests/app/docker.test.ts',
  'tests/journeys/visitor/visitor.test.ts',
  'tests/journeys/together/accessibility.test.ts',
];

/**
 * Starts the longest files first: in a fresh checkout nobody has measured them yet, and one that comes last runs beside idle workers.
 * A name that is not among the files anymore is passed over.
 */
export default class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = slowest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return rank < 0 ? slowest.length : rank;
    };
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other));
  }
}
