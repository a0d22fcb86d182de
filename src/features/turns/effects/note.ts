import { idFrom } from '../../../kernel/ids.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { readinessOf, toAskOf } from '../../coaching/slotWords.ts';
import { botActor } from '../../conversations/actors.ts';
import { type AlertDeps, raiseAlert } from '../../conversations/board/raiseAlert.ts';
import type { Folds } from '../../conversations/log/folds.ts';
import type { ConversationStore } from '../../conversations/ports.ts';
import type { Lead } from '../../profiles/model.ts';
import type { TurnEffect } from '../model.ts';
import { openLead, type PersonDeps, recogniseLead } from './person.ts';
import { onceKeyOf, type Running } from './running.ts';

/** Tells the team what the bot did: the first effect of every turn. Keeps the language too, where the turn found another. */
export async function record(
  deps: { conversations: Pick<ConversationStore, 'changeLanguage'>; folds: Pick<Folds, 'changed'> },
  running: Running,
  effect: TurnEffect & { kind: 'record' },
  index: number,
): Promise<void> {
  const { conversation, turn } = running;
  const { language } = turn.stateAfter;
  if (language !== conversation.language) {
    await deps.conversations.changeLanguage(conversation.tenantId, conversation.id, language);
    deps.folds.changed(conversation.id);
  }
  running.lines.push({
    type: 'bot-turn',
    data: effect.data,
    actor: botActor,
    onceKey: onceKeyOf(turn, index),
  });
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The knowledge of the lead by now: for the team's log and for the profile. */
export async function qualification(
  deps: PersonDeps,
  running: Running,
  effect: Effect & { kind: 'qualification' },
  index: number,
): Promise<void> {
  const { turn, place, conversation } = running;
  const { slots } = effect.data;
  const { name } = slots;
  const leadName = name?.state === 'answered' && typeof name.value === 'string' ? name.value : null;
  const fieldsAfter = (before: Lead['fields']): Lead['fields'] => {
    const fields: Lead['fields'] = {};
    for (const [slot, value] of Object.entries(slots)) {
      // Slots restored from the profile are in it already; a slot that was taken back leaves the profile too.
      if (value.before !== undefined || (value.state === 'unknown' && before[slot] === undefined)) continue;
      const at = isSame(before[slot]?.value, value.value) ? before[slot]?.at : undefined;
      fields[slot] = { ...value, conversationId: conversation.id, at: at ?? turn.at };
    }
    return fields;
  };
  const known = fieldsAfter({});
  // A number and an address are kept after the look at who else goes by them: after a crash in between they are new once more.
  const isReached = known.phone !== undefined || known.email !== undefined;
  const lead = await openLead(deps, running, isReached ? {} : { name: leadName, fields: known });
  const fields = fieldsAfter(lead.fields);
  const flags = await recogniseLead(deps, running, lead, fields);
  running.lines.push({
    type: 'qualification-changed',
    data: {
      ...effect.data,
      readiness: readinessOf(effect.data),
      toAsk: toAskOf(effect.data.missing),
      ...(flags.length === 0 ? {} : { flags }),
    },
    actor: botActor,
    onceKey: onceKeyOf(turn, index),
  });
  const isNews = Object.entries(fields).some(([slot, field]) => !isSame(field, lead.fields[slot]));
  if (!isNews && (leadName === null || leadName === lead.name)) return;
  await deps.leads.change(place.tenantId, conversation.leadId, {
    fields,
    ...(leadName === null ? {} : { name: leadName }),
  });
}

/** The score with its reasons, for the team; the board shows it with the next message. */
export function score(running: Running, effect: Effect & { kind: 'score' }, index: number): void {
  running.lines.push({
    type: 'score-changed',
    data: effect.data,
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
}

/** Tells the team what the talk says of what they will do. */
export function insight(running: Running, effect: TurnEffect & { kind: 'insight' }, index: number): void {
  running.lines.push({
    type: 'insight-changed',
    data: effect.data,
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
}

/** Tells the supervisors, once per turn and effect; an alert that the visitor's own press gave already is not given again. */
export async function alert(
  deps: AlertDeps,
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
  await raiseAlert(deps, place, { kind, reason, priority, occasion }, { actor: botActor });
}

/** Words for the team alone. */
export function note(running: Running, effect: Effect & { kind: 'note' }, index: number): void {
  running.lines.push({
    type: 'note-created',
    data: { text: effect.text.slice(0, 4000), ...(effect.held === undefined ? {} : { held: effect.held }) },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
}

/** Records a hand-over: to another bot, or to a person who was asked for. */
export function handoff(running: Running, effect: Effect & { kind: 'handoff' }, index: number): void {
  running.lines.push({
    type: 'handoff-changed',
    data: { handoffId: idFrom('handoff', running.turn.id, index), ...effect.data },
    actor: botActor,
    onceKey: onceKeyOf(running.turn, index),
  });
}
