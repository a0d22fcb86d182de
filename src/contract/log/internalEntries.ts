import { z } from 'zod';
import { appointmentOutcomes } from '../appointmentLimits.ts';
import { coachingStage, readiness, withheldReason } from '../coaching.ts';
import { cueAction, cueKind } from '../cues.ts';
import { readings } from '../insight.ts';
import { scheduledRefusals, scheduledStates } from '../scheduledMessages.ts';
import { alertKind, handoffState, scorePart } from '../teamVocabulary.ts';
import { bot, evidence, id, isoTime, person, priority, seq, temperature } from '../values.ts';
import { questionName, recordName, stage } from '../vocabulary.ts';
import { callEntryData } from './callEntries.ts';
import { basis, flagChanges, homeToShow, meeting, offeredTime, slot, speaker, tagNamed, urgency } from './parts.ts';

/** Entry types for staff only, with their data. */
export const internalEntryData = {
  'bot-turn': z.object({
    turnNo: z.number().int(),
    bot,
    from: stage,
    to: stage,
    questionsAnswered: z.number().int(),
    nextQuestion: questionName.optional(),
    effects: z.array(z.string()),
    /** Absent in lines of builds that did not keep them. */
    flags: flagChanges.optional(),
  }),
  'qualification-changed': z.object({
    slots: z.partialRecord(recordName, slot),
    answered: z.number().int(),
    total: z.number().int(),
    missing: z.array(recordName),
    /** Set when a person corrected one slot by hand. */
    corrected: z.object({ slot: recordName, value: z.unknown() }).optional(),
    /** Set when a model read slots beside the rules: their names. */
    read: z.array(recordName).optional(),
    readiness: readiness.optional(),
    /** Values that the lead's own words speak against, as a model reads them; a person or the next turn settles each. */
    contradictions: z.array(z.object({ slot: recordName, says: z.string(), evidence: z.array(evidence) })).optional(),
    /** The facts to find out next, at most three, in that order. */
    toAsk: z.array(z.object({ slot: recordName, why: z.string(), ask: z.string() })).optional(),
    flags: flagChanges.optional(),
  }),
  'score-changed': z.object({
    score: z.number().nullable(),
    display10: z.number().nullable(),
    temperature: temperature.nullable(),
    confidence: z.number().nullable(),
    basis: z.string(),
    calibrated: z.boolean(),
    components: z.partialRecord(scorePart, z.number().nullable()),
    reasons: z.array(z.string()),
    evidence: z.array(evidence),
    version: z.string(),
  }),
  /** Of this talk alone; `GET /leads/:id/insight` reads all talks of the person. */
  'insight-changed': readings,
  'cue-created': z.object({
    cueId: id,
    kind: cueKind,
    ruleId: z.string(),
    text: z.string(),
    evidence: z.array(evidence),
    priority: z.number(),
    expiresAt: isoTime,
  }),
  'cue-answered': z.object({ cueId: id, action: cueAction }),
  'suggestion-created': z.object({
    suggestionId: id,
    streamId: id,
    say: z.string(),
    objection: z.string().optional(),
    reply: z.string().optional(),
    nextQuestion: z.string().optional(),
    /** The agent's words that are wrong or that they may not say, with the words that put it right; `reply` says the same. */
    correct: z.object({ agentWords: z.string(), instead: z.string() }).optional(),
    urgency,
    /** The approach, one of `strategyNames`; in lines of earlier builds, in words. */
    strategy: z.string(),
    /** The experiment whose arm the strategy is; only where the model wrote the card by it. */
    experimentId: id.optional(),
    stage: coachingStage.optional(),
    versions: z
      .object({ prompt: z.number().int(), model: z.string(), rules: z.number().int(), strategy: z.number().int() })
      .optional(),
    evidence: z.array(evidence),
    basis,
  }),
  /** The agent's screen showed it. */
  'suggestion-seen': z.object({ suggestionId: id }),
  /** The agent said its sentence on the call; `share`: of its words, those that were heard, from 0 to 1. */
  'suggestion-spoken': z.object({ suggestionId: id, share: z.number() }),
  /** A cue or a suggestion that was not shown, and why. */
  'help-withheld': z.object({ ruleId: z.string(), reason: withheldReason, evidence: z.array(evidence) }),
  'suggestion-answered': z.object({
    suggestionId: id,
    action: z.enum(['accepted', 'edited', 'dismissed', 'ignored']),
    editDistance: z.number().int().optional(),
  }),
  /** A message (`message`: its number in the public log) in English, written by a machine. `doubtful`: its figures are not all the message's. */
  'message-translated': z.object({
    streamId: id,
    message: seq,
    text: z.string(),
    doubtful: z.literal(true).optional(),
  }),
  'answer-created': z.object({
    streamId: id,
    question: z.string(),
    text: z.string(),
    /** Words of the talk, a field of the home, or a fact of the shelf with where it comes from. */
    sources: z.array(
      z.union([
        // Of another talk with the person: its words too, and when that talk was.
        evidence.extend({ words: z.string().optional(), when: z.string().optional() }),
        z.object({ listingId: z.string(), field: z.string() }),
        z.object({ factId: z.string(), source: z.string() }),
      ]),
    ),
  }),
  ...callEntryData,
  'whisper-created': z.object({
    text: z.string(),
    to: z.enum(['agent', 'bot']),
    /** The person who had the conversation when it was whispered to the agent; left out where nobody had. */
    reader: person.optional(),
    expiresAt: isoTime.optional(),
  }),
  'note-created': z.object({
    text: z.string(),
    /** The IDs of the team members whom it mentions. */
    mentions: z.array(id).optional(),
    /**
     * A reply of Jorge's that waits for a person's look, ready to be sent; `question`: the part that it leaves open;
     * `homes`: it would show some.
     */
    held: z.object({ text: z.string(), question: z.string().optional(), homes: z.literal(true).optional() }).optional(),
    flags: flagChanges.optional(),
  }),
  /** A note of this log, by its number, has other words, or is pinned or no longer. */
  'note-changed': z.object({
    note: seq,
    text: z.string().optional(),
    mentions: z.array(id).optional(),
    pinned: z.boolean().optional(),
  }),
  /** `disposition`: how the team files it. `rating` (of 5) and `comment` are the visitor's. */
  'conversation-ended': z.object({
    disposition: z.string().optional(),
    rating: z.number().int().min(1).max(5).optional(),
    comment: z.string().optional(),
  }),
  /** By name too, for readers after the brokerage’s list has changed. `byRule`: a rule set it. */
  'tags-changed': z.object({
    added: z.array(tagNamed),
    removed: z.array(tagNamed),
    byRule: z.literal(true).optional(),
  }),
  /**
   * A message that is sent later: its words and time while it waits, then what became of it. It is then sent as a
   * message like any other.
   */
  'message-scheduled': z.object({
    scheduledId: id,
    state: z.enum(scheduledStates),
    text: z.string().optional(),
    at: isoTime.optional(),
    reason: z.enum(scheduledRefusals).optional(),
  }),
  'priority-changed': z.object({ priority }),
  'assignment-changed': z.object({
    owner: person.optional(),
    reason: z.string(),
    /** While nobody has it: to whom it is offered, and among whom was chosen. */
    offered: person.optional(),
    candidates: z.array(person.extend({ open: z.number().int(), capacity: z.number().int() })).optional(),
  }),
  'handoff-changed': z.object({
    handoffId: id,
    state: handoffState,
    from: speaker,
    to: speaker,
    reason: z.string(),
    urgency: z.enum(['normal', 'high']),
  }),
  'policy-verdict': z.object({
    rule: z.string(),
    action: z.enum(['pass', 'flag', 'cut']),
    category: z.string(),
    packVersion: z.string(),
  }),
  /** The calendar's answer: no slots, nothing free. `fits`: as it was wished for. */
  'times-found': z.object({
    offerId: id,
    kind: meeting,
    wish: z.object({
      day: z.string().optional(),
      time: z.string().optional(),
      after: isoTime.optional(),
      before: isoTime.optional(),
      from: z.number().int().optional(),
      until: z.number().int().optional(),
      weekdays: z.array(z.number().int()).max(7).optional(),
    }),
    fits: z.boolean(),
    /** Nobody works on the day that was asked for. */
    closed: z.boolean().optional(),
    slots: z.array(offeredTime).max(3),
    expiresAt: isoTime,
    home: homeToShow.optional(),
  }),
  /** The visitor chose from an offer that no longer holds; `slotId`: the time has run out. */
  'offer-gone': z.object({ offerId: id, slotId: id.optional() }),
  'reminder-due': z.object({ appointmentId: id }),
  /** The outcome that the team recorded for an appointment, or a note about it; an empty `note` removes it. */
  /** A task was written or changed, or its time has come (`due`): as it stands then. */
  'task-changed': z.object({
    taskId: id,
    text: z.string(),
    dueAt: isoTime,
    owner: person,
    state: z.enum(['open', 'done', 'due']),
  }),
  'appointment-noted': z.object({
    appointmentId: id,
    outcome: z.enum(appointmentOutcomes).optional(),
    note: z.string().optional(),
  }),
  /** Nobody said anything for a month. */
  'quiet-noticed': z.object({ since: isoTime }),
  /** The reply has waited for a review so long that Jorge tells the visitor of the delay. */
  'review-overdue': z.object({ since: isoTime }),
  /** Somebody wrote a card for a question that nobody could answer. `question`: the visitor’s words in short, absent where they must not be repeated. */
  'question-answered': z.object({ cardId: id, question: z.string().optional(), words: z.string() }),
  'alert-raised': z.object({
    alertId: id,
    kind: alertKind,
    reason: z.string(),
    priority: z.number(),
    flags: flagChanges.optional(),
  }),
  'alert-answered': z.object({ alertId: id, by: z.string() }),
} as const;
