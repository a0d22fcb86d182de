import { expect, test } from 'vitest';
import { withoutSent } from '../../client/shared/state/withoutSent.ts';

test('a field is empty once its words were sent, and keeps what was written meanwhile', () => {
  expect(withoutSent('Will call back', 'Will call back')).toBe('');
  expect(withoutSent('Will call back\nAnd again on Monday', 'Will call back')).toBe('And again on Monday');
  expect(withoutSent('Something else', 'Will call back')).toBe('Something else');
});
