import { isLonePeriod, putsRightPeriod } from '../../reading/time/readTimeline.ts';
import { type StepContext, stateOf } from '../state/stepContext.ts';
import type { MessageReading } from './readMessage.ts';

/** Whether a time in a message is when they mean to move or sell: it was asked for, is all they say, or puts the one right that they named. */
export const isPeriodMeant = ({ state }: StepContext, { asked, message: { text } }: MessageReading): boolean =>
  asked === 'timeline' || isLonePeriod(text) || (stateOf(state, 'timeline') === 'answered' && putsRightPeriod(text));
