import { LRUCache } from 'lru-cache';
import type { WithheldReason } from '../../../contract/coaching.ts';
import type { Entry, EntryType } from '../../../contract/log/entry.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { idFrom } from '../../../kernel/ids.ts';
import type { Draft } from '../../conversations/model.ts';
import type { EntryStore } from '../../conversations/ports.ts';
import { coachActor } from '../actor.ts';
import { linesOf } from '../coachContext.ts';
import type { CoachingDeps } from '../deps.ts';
import { cueKey } from './answerCue.ts';
import { cueKindsOn } from './cueRules.ts';
import { cuesIn } from './cuesIn.ts';
import { isWithin, mayShow, mostCues } from './mayShow.ts';
import type { Cue, CueLine } from './model.ts';

export interface CueDeps {
  clock: Clock;
  entries: Pick<EntryStore, 'listOf'>;
  /** True when somebody of the team has the conversation open or owns it. */
  isRead(tenantId: string, conversationId: string): boolean | Promise<boolean>;
  helpOf: CoachingDeps['helpOf'];
  /** Writes an internal entry. */
  append(tenantId: string, conversationId: string, draft: Draft): Promise<void>;
}

export interface CueWatch {
  /** A line was written or said, or the words of a call were erased. */
  heard(tenantId: string, entry: Entry): Promise<void>;
}

const talksHeld = 10_000;
/** As many lines as a rule looks at. */
const linesHeld = 12;

/**
 * Shows the agent what a rule sees in the newest line, at once. The lines before it are held in this process: on another node, or after a
 * start, a rule that counts lines begins anew.
 */
export function watchForCues(deps: CueDeps): CueWatch {
  const talks = new LRUCache<string, readonly CueLine[]>({ max: talksHeld });
  return {
    async heard(tenantId, entry) {
      const { conversationId } = entry;
      if (entry.type === 'call-wiped') talks.delete(conversationId);
      const [line] = linesOf([entry]);
      if (line === undefined) return;
      const before = talks.get(conversationId) ?? [];
      // The sweep after a crash tells of a line again.
      if (before.some(({ log, seq }) => log === line.log && seq === line.seq)) return;
      const lengthMs = entry.type === 'call-segment' ? { lengthMs: entry.data.endMs - entry.data.startMs } : {};
      const lines = [...before, { ...line, ...lengthMs, at: Date.parse(entry.at) }].slice(-linesHeld);
      talks.set(conversationId, lines);
      const [cue] = cuesIn(lines, cueKindsOn);
      if (cue === undefined || !(await deps.isRead(tenantId, conversationId))) return;
      const now = deps.clock.now();
      const { level } = await deps.helpOf(tenantId, conversationId);
      const listOf = (type: EntryType) =>
        isWithin(level, cue.rule) ? deps.entries.listOf(conversationId, type, mostCues) : [];
      const [shown, answered] = await Promise.all([listOf('cue-created'), listOf('cue-answered')]);
      const verdict = mayShow(cue.rule, { shown, answered, now, level });
      const draft = verdict === 'show' ? cueOf(cue, line, conversationId, now) : withheldOf(cue, line, verdict);
      await deps.append(tenantId, conversationId, draft);
    },
  };
}

function cueOf(
  { rule, span }: Cue,
  { log, seq }: Pick<CueLine, 'log' | 'seq'>,
  conversationId: string,
  now: number,
): Draft {
  const cueId = idFrom('cue', conversationId, rule.id, log, seq);
  return {
    type: 'cue-created',
    data: {
      cueId,
      kind: rule.kind,
      ruleId: rule.id,
      text: rule.text,
      evidence: [{ log, seq, ...span }],
      priority: rule.priority,
      expiresAt: isoOf(now + rule.lastsMin * 60_000),
    },
    actor: coachActor,
    onceKey: cueKey(cueId),
  };
}

function withheldOf({ rule, span }: Cue, { log, seq }: Pick<CueLine, 'log' | 'seq'>, reason: WithheldReason): Draft {
  return {
    type: 'help-withheld',
    data: { ruleId: rule.id, reason, evidence: [{ log, seq, ...span }] },
    actor: coachActor,
    onceKey: `withheld:${rule.id}:${log}:${seq}`,
  };
}
