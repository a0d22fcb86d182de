import type { Actor } from '../../contract/entries.ts';
import type { Scope } from '../identity/model.ts';
import type { Draft } from './model.ts';
import type { CommandRef } from './parts.ts';

export const botActor: Actor = { kind: 'bot', id: 'jorge', name: 'Jorge' };
export const systemActor: Actor = { kind: 'system', id: 'hub' };

/** Who acts, as an entry says it. An admin acts as a supervisor; an integration as the role of its key. */
export function actorOf(scope: Scope): Actor {
  const { principal } = scope;
  const named = principal.name === undefined ? {} : { name: principal.name };
  if (principal.kind === 'visitor') return { kind: 'visitor', id: principal.id, ...named };
  return { kind: principal.role === 'agent' ? 'agent' : 'supervisor', id: principal.id, ...named };
}

/** The parts of a draft that follow from who commanded it. `part` tells the entries of one command apart. */
export function commanded(
  scope: Scope,
  command: CommandRef,
  part: string,
): Pick<Draft, 'actor' | 'cause' | 'onceKey' | 'bodyHash'> {
  return {
    actor: actorOf(scope),
    cause: { principalId: scope.principal.id, commandId: command.commandId },
    onceKey: `${scope.principal.id}:${command.commandId}:${part}`,
    bodyHash: command.bodyHash,
  };
}

/** The key of the message that a command wrote; `key` is `principalId:commandId`. */
export const onceKeyOfMessage = (key: string): string => `${key}:message`;
