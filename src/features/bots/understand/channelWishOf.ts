import type { Read } from '../../reading/model.ts';
import { limitsIn } from '../../reading/optOut/contactLimits.ts';
import { type ChannelWish, readChannelWish, refusesCalls } from '../../reading/optOut/readChannelWish.ts';
import type { MessageReading } from './readMessage.ts';

/**
 * The ways that a message asks for and rules out, by its words. "Dont call b4 2": where the model reads hours or days in the very words that
 * refuse calls, they are limited and not closed. "No calls, and no Saturdays for the showing" still closes them, and so does "text only,
 * after 5".
 */
export function channelWishOf({ message, isReadByModel, understood }: MessageReading): Read<ChannelWish> | null {
  const wish = readChannelWish(message.text);
  if (wish === null || !isReadByModel) return wish;
  const isOfCallsAlone = wish.value.not.length === 1 && wish.value.not[0] === 'call';
  const slot = understood?.slots.find(({ name }) => name === 'limits');
  if (!isOfCallsAlone || slot === undefined || !refusesCalls(slot.quote)) return wish;
  const { not, from, until, weekdays } = limitsIn(slot.value);
  const isLimited = from !== null || until !== null || weekdays !== null;
  return isLimited && !not.includes('call') ? { ...wish, value: { ...wish.value, not: [] } } : wish;
}
