import type { BoardRow } from '../../../contract/socket/board.ts';
import type { Appointment } from '../../appointments/model.ts';
import { boardRowOf } from '../../conversations/board/boardRowOf.ts';
import { flagsStanding } from '../../conversations/board/rowAfter.ts';
import type { Conversation } from '../../conversations/model.ts';
import type { LeadRead } from './readLeadReport.ts';
import { labelOf } from './recordWords.ts';

const dayMs = 86_400_000;
/** An answer that is owed for longer is a risk. */
export const lateMs = dayMs;
/** A lead who is silent for this long may have gone cold. */
const silentMs = 14 * dayMs;
const objectionsTold = 5;
const asksTold = 3;
const prefix = 'objection:';

/** The signs in the records of a lead, for the words of the summary and for its fields. */
export interface LeadSigns {
  newest: { talk: Conversation; row: BoardRow } | null;
  /** The talk in which an answer is owed, the one owed for longest first; `since`: null where no words wait. */
  owed: { talk: Conversation; since: number | null } | null;
  /** For how long nobody has written, once that is a risk. */
  silence: number | null;
  /** Those noted as a no-show, the newest first. */
  missed: Appointment[];
  next: Appointment | null;
  /** `kind`: of the flag. */
  objections: { talk: Conversation; kind: string; words: string }[];
  /** What Jorge would ask next, in words. */
  asks: string[];
}

export function leadSigns(read: LeadRead, now: number): LeadSigns {
  const { talks, appointments, lead, missing } = read;
  const [talk] = talks;
  const silence = now - (talk?.board.lastAt ?? now);
  const next = appointments.find(({ state, startsAt }) => state === 'booked' && startsAt > now);
  return {
    newest: talk === undefined ? null : { talk, row: boardRowOf(talk) },
    owed: owedOf(talks),
    silence: silence > silentMs && lead.suppressed.length === 0 ? silence : null,
    missed: appointments.filter(({ outcome }) => outcome === 'no-show').sort((a, b) => b.startsAt - a.startsAt),
    next: next ?? null,
    objections: objectionsOf(talks),
    asks: missing.slice(0, asksTold).map((record) => labelOf(record).toLowerCase()),
  };
}

function owedOf(talks: readonly Conversation[]): LeadSigns['owed'] {
  const found = talks.flatMap((talk) => {
    const { owed } = boardRowOf(talk);
    if (owed === undefined || owed.kind === 'none') return [];
    return { talk, since: owed.since === undefined ? null : Date.parse(owed.since) };
  });
  const longest = found.sort((a, b) => (a.since ?? Number.MAX_VALUE) - (b.since ?? Number.MAX_VALUE));
  return longest[0] ?? null;
}

function objectionsOf(talks: readonly Conversation[]): LeadSigns['objections'] {
  const raised = talks.flatMap((talk) =>
    flagsStanding(talk.board).flatMap(({ kind }) =>
      kind.startsWith(prefix) ? { talk, kind, words: kind.slice(prefix.length).replaceAll('_', ' ') } : [],
    ),
  );
  return raised.filter(({ kind }, at) => raised.findIndex((one) => one.kind === kind) === at).slice(0, objectionsTold);
}
