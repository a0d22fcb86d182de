import type { CueKind } from '../../../contract/cues.ts';
import type { TranscriptLine } from '../coachContext.ts';

/** A line of a talk, and when it was said: in ms since the epoch, of a call also how long it took. */
export interface CueLine extends TranscriptLine {
  at: number;
  lengthMs?: number;
}

/** The words of a line that show something: characters of its text, from 0. */
export interface Span {
  start: number;
  end: number;
}

/** A rule that sees a moment in the newest line of a talk. */
export interface CueRule {
  id: string;
  kind: CueKind;
  /** The person whose newest line it reads. */
  on: 'lead' | 'agent';
  /** `lines`: oldest first, the newest is by `on`. Null where it does not show. */
  find(lines: readonly CueLine[]): Span | null;
  /** To the agent, at most twelve words. */
  text: string;
  /** 1: at once; 2: soon; 3: when there is nothing else. */
  priority: 1 | 2 | 3;
  /** As long as it is worth a glance. */
  lastsMin: number;
}

/** A moment that a rule saw in the newest line. */
export interface Cue {
  rule: CueRule;
  span: Span;
}
