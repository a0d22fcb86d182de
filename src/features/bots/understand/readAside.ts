import { asksForHelp } from '../../reading/dialogue/readHelp.ts';
import { opensAsQuestion } from '../../reading/dialogue/readQuestion.ts';
import { asksOwnAppointment, asksToExplain, asksWhichCompany } from '../../reading/dialogue/readTalkQuestion.ts';
import { leavesPathOpen, wantsNoAgent } from '../../reading/person/readShowingPath.ts';
import type { BotState } from '../state/protocol.ts';

const hasPick = ({ held, chosen = null }: BotState['booking']): boolean => held !== null || chosen !== null;

/** Questions about the talk itself: what the ways to a showing mean, when their appointment is, whose chat this is, HELP. */
export type Aside = 'showing-paths' | 'own-appointment' | 'which-company' | 'help';

/** Reads a question about the talk itself; null when there is none. */
export function readAside(text: string, asked: string | null, { booking, told }: BotState): Aside | null {
  if (text.length > 160) return null;
  if (asksForHelp(text)) return 'help';
  const asks = text.includes('?') || opensAsQuestion(text);
  if (asked === 'showing' && (asks ? asksToExplain(text) : leavesPathOpen(text) && !wantsNoAgent(text)))
    return 'showing-paths';
  const mayHaveTime = booking.appointment !== null || hasPick(booking) || told.includes('appointment-wanted');
  if (mayHaveTime && asksOwnAppointment(text)) return 'own-appointment';
  return asksWhichCompany(text) ? 'which-company' : null;
}
