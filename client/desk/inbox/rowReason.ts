import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { temperatureLabels } from '../../shared/labels/names.ts';
import { flagWords, restWords } from '../../shared/labels/reasons.ts';
import { stageLabel } from '../../shared/labels/stages.ts';
import { needOf } from '../../shared/state/boardView.ts';

/** The words of a conversation's one chip, and whether they mean work to do, a hot lead, or a fact. */
export interface RowReason {
  words: string;
  tone: 'todo' | 'hot' | 'fact' | 'plain';
}

/** The one reason that matters most: to whom it is offered, why a person is needed, why it rests, how hot it is, else how far it is. */
export function rowReason(row: BoardRow, me: string, now: number): RowReason {
  const { mode, offered, temperature } = row;
  const needs = needOf(row, now) !== 'none';
  if (row.onCallSince !== undefined)
    return row.owner === undefined ? { words: 'Incoming call', tone: 'todo' } : { words: 'On a call', tone: 'fact' };
  if (mode === 'waiting' && offered !== undefined)
    return {
      words: offered.id === me ? 'Offered to you' : `Offered to ${offered.name}`,
      tone: offered.id === me ? 'todo' : 'fact',
    };
  const [flag] = flagWords(row);
  if (needs && flag !== undefined) return { words: flag, tone: 'todo' };
  const rest = restWords(row);
  if (rest !== null) return { words: rest, tone: 'fact' };
  if (temperature === 'hot') return { words: temperatureLabels.hot, tone: 'hot' };
  return flag === undefined ? { words: stageLabel(row.stage), tone: 'plain' } : { words: flag, tone: 'fact' };
}

/**
 * The last words: the visitor's, unless a team member has written since. Jorge's don't count, because every talk begins
 * with the same ones.
 */
export function lastWords({ lastLines = [], lastText, owner }: BoardRow, me: string): string {
  const newest = lastLines.at(-1);
  if (newest?.by === 'person') return `${owner?.id === me ? 'You' : 'Team'}: ${newest.text}`;
  return lastLines.findLast(({ by }) => by === 'visitor')?.text ?? lastText;
}
