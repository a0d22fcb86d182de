import { answerOf, asAnswer, type StepContext, say } from '../state/stepContext.ts';

/** How the notice was given; in Texas `link-in-chat` is not one of the ways that count (22 TAC 531.20(c)). */
const delivered: ReadonlySet<unknown> = new Set(['emailed', 'handed-over', 'mailed']);

/**
 * The link of the notice for the first message, and the note for the team that it was shown: by email, by mail or in person it is
 * theirs to give (in Texas 22 TAC 531.20), and they write it there. Null where the law asks for none, or the brokerage set none.
 */
export function showNotice(turn: StepContext): string | null {
  const { brokerageServicesUrl: link, law } = turn.pack;
  if (link === undefined || law?.servicesNotice === undefined) return null;
  const { state } = turn;
  if (!delivered.has(answerOf(state, 'servicesNotice'))) {
    state.slots = { ...state.slots, servicesNotice: asAnswer('link-in-chat') };
  }
  return say(turn, 'brokerageServices', law.servicesNotice.words, link);
}

/** The steps that the team has still to do before a showing, empty when they noted that it is done. */
export const noticeToGive = ({ state, pack: { law } }: StepContext): string =>
  law?.servicesNotice === undefined || delivered.has(answerOf(state, 'servicesNotice'))
    ? ''
    : ` ${law.servicesNotice.toGive}`;
