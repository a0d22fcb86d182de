import { isLonePeriod, putsRightPeriod } from '../reading/readTimeline.ts';
import type { Heard } from './hear.ts';
import { stateOf, type Turn } from './turn.ts';

/** Whether a time in a message is when they mean to move or sell: it was asked for, is all they say, or puts the one right that they named. */
export const isPeriodMeant = ({ state }: Turn, { asked, message: { text } }: Heard): boolean =>
  asked === 'timeline' || isLonePeriod(text) || (stateOf(state, 'timeline') === 'answered' && putsRightPeriod(text));
