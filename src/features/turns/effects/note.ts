import { idFrom } from '../../../kernel/ids.ts';
import type { Effect } from '../../bots/protocol.ts';
import { botActor } from '../../conversations/actors.ts';
import { changeBoard } from '../../conversations/changeBoard.ts';
import { flagOf } from '../../conversations/flagOf.ts';
import { raiseAlert } from '../../conversations/raiseAlert.ts';
import type { Lead } from '../../profiles/model.ts';
import type { TurnEffect } from '../model.ts';
import { type EffectParts, onceKeyOf, type Running } from './parts.ts';
import { openLead, recogniseLead } from './person.ts';

/** What the bot did, for the team: the first effect of every turn. */
export async function record(
  parts: EffectParts,
  running: Running,
  effect: TurnEffect & { kind: 'record' },
  index: number,
): Promise<void> {
  const { turn, place } = running;
  await parts.appender.append(place, {
    type: 'bot-turn',
    data: effect.data,
    actor: botActor,
    onceKey: onceKeyOf(turn, index),
  });
  Object.assign(running.board, { bot: effect.data.bot, stage: effect.data.to, language: turn.stateAfter.language });
}

/** What is known of the lead by now: for the team's log and for the profile. */
export async function qualification(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'qualification' },
  index: number,
): Promise<void> {
  const { turn, place, conversation } = running;
  const { slots } = effect.data;
  const { name } = slots;
  const leadName = name?.state === 'answered' && typeof name.value === 'string' ? name.value : null;
  await parts.appender.append(place, {
    type: 'qualification-changed',
    data: effect.data,
    actor: botActor,
    onceKey: onceKeyOf(turn, index),
  });
  if (leadName !== null) running.board.leadName = leadName;
  const lead = await openLead(parts, running);
  const fields: Lead['fields'] = {};
  for (const [slot, value] of Object.entries(slots)) {
    // What is known from before stands in the profile already; what was taken back is no longer known there either.
    if (value.before !== undefined || (value.state === 'unknown' && lead.fields[slot] === undefined)) continue;
    const isSame = JSON.stringify(lead.fields[slot]?.value) === JSON.stringify(value.value);
    const at = isSame ? lead.fields[slot]?.at : undefined;
    fields[slot] = { ...value, conversationId: conversation.id, at: at ?? turn.at };
  }
  // Before the fields are kept: after a crash in between the number is new once more, and is looked at again.
  await recogniseLead(parts, running, lead, fields);
  await parts.leads.change(place.tenantId, conversation.leadId, {
    fields,
    ...(leadName === null ? {} : { name: leadName }),
  });
}

/** The score with its reasons, for the team; the board shows it with the next message. */
export async function score(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'score' },
  index: number,
): Promise<void> {
  await parts.appender.append(running.place, {
    type: 'score-changed',
    data: effect.data,
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
  Object.assign(running.board, { score: effect.data.score, temperature: effect.data.temperature });
}

/** Tells the supervisors, once per turn and effect; what the visitor's own press told already is not told again. */
export async function alert(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'alert' },
  index: number,
): Promise<void> {
  const { alert: kind, reason, priority } = effect;
  const { turn, place } = running;
  // The visitor's own request was told when it came.
  const askedByButton = turn.event.happened.some(
    (one) => one.kind === 'mode-changed' && one.mode === 'waiting' && one.by === 'visitor',
  );
  if (kind === 'asked-for-person' && askedByButton) return;
  const occasion = `${turn.id}:${index}`;
  await raiseAlert(parts, place, { kind, reason, priority, occasion }, { actor: botActor });
}

/** Words for the team alone. */
export async function note(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'note' },
  index: number,
): Promise<void> {
  await parts.appender.append(running.place, {
    type: 'note-created',
    data: { text: effect.text.slice(0, 4000), ...(effect.held === undefined ? {} : { held: effect.held }) },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
}

/** Who takes over from whom: another bot, or a person who was asked for. */
export async function handoff(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'handoff' },
  index: number,
): Promise<void> {
  await parts.appender.append(running.place, {
    type: 'handoff-changed',
    data: { handoffId: idFrom('handoff', running.turn.id, index), ...effect.data },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
}

/** Raises or lowers a flag of the board's row. */
export async function changeFlag(
  parts: EffectParts,
  running: Running,
  effect: Effect & { kind: 'flag' | 'unflag' },
): Promise<void> {
  if (effect.kind === 'unflag') return changeBoard(parts, running.place, {}, { flag: { drop: effect.flag } });
  const flag = flagOf(effect.flag, effect.reason);
  // The visitor's own request came first and says what it is about: the bot's words for it say less.
  const isAsked = effect.flag === 'asked-for-person';
  await changeBoard(parts, running.place, {}, { flag: isAsked ? { ...flag, keepFirst: true } : flag });
}
