import { asksForHelp } from '../../reading/dialogue/readHelp.ts';
import { opensAsQuestion } from '../../reading/dialogue/readQuestion.ts';
import {
  asksOwnAppointment,
  asksToExplain,
  asksWhereItStands,
  asksWhichCompany,
} from '../../reading/dialogue/readTalkQuestion.ts';
import { leavesPathOpen, wantsNoAgent } from '../../reading/person/readShowingPath.ts';
import { hasPick } from '../state/bookingState.ts';
import type { BotState } from '../state/protocol.ts';

/** Questions about the talk itself: the ways to a showing, the time of their appointment, whose chat this is, HELP. */
export type Aside = 'showing-paths' | 'own-appointment' | 'recap' | 'which-company' | 'help';

/** The team has something of them: a way to reach them, a wish for a time, or a matter to take up. */
const hasBegun = (slots: BotState['slots'], told: readonly string[]): boolean =>
  told.length > 0 || ['phone', 'email', 'visit'].some((slot) => slots[slot]?.state === 'answered');

/** Reads a question about the talk itself; null when there is none. */
export function readAside(text: string, asked: string | null, { booking, told, slots }: BotState): Aside | null {
  if (text.length > 160) return null;
  if (asksForHelp(text)) return 'help';
  const asks = text.includes('?') || opensAsQuestion(text);
  if (asked === 'showing' && (asks ? asksToExplain(text) : leavesPathOpen(text) && !wantsNoAgent(text)))
    return 'showing-paths';
  if (asksWhereItStands(text) && hasBegun(slots, told)) return 'recap';
  const mayHaveTime = booking.appointment !== null || hasPick(booking) || told.includes('appointment-wanted');
  if (mayHaveTime && asksOwnAppointment(text)) return 'own-appointment';
  return asksWhichCompany(text) ? 'which-company' : null;
}
