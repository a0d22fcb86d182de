import type { Read } from '../../reading/model.ts';
import { limitsIn } from '../../reading/optOut/contactLimits.ts';
import { type ChannelWish, readChannelWish } from '../../reading/optOut/readChannelWish.ts';
import type { MessageReading } from './readMessage.ts';

/**
 * The ways that a message asks for and rules out, by its words. "Dont call b4 2": where the model reads hours or days in it, calls are
 * limited and not closed.
 */
export function channelWishOf({ message, isReadByModel, understood }: MessageReading): Read<ChannelWish> | null {
  const wish = readChannelWish(message.text);
  if (wish === null || !isReadByModel) return wish;
  const words = understood?.slots.find(({ name }) => name === 'limits')?.value;
  const { not, from, until, weekdays } = limitsIn(typeof words === 'string' ? words : '');
  if (from === null && until === null && weekdays === null) return wish;
  const closed = wish.value.not.filter((channel) => channel !== 'call' || not.includes('call'));
  return { ...wish, value: { ...wish.value, not: closed } };
}
