import type { Entry } from '../../contract/log/entry.ts';
import type { Actor } from '../../contract/log/parts.ts';
import type { Scope } from '../identity/model.ts';
import type { Draft } from './model.ts';

export const botActor: Actor = { kind: 'bot', id: 'jorge', name: 'Jorge' };
export const systemActor: Actor = { kind: 'system', id: 'hub' };

/** Whether an entry is what a visitor said. */
export const isOfVisitor = ({ type, actor: { kind } }: Entry): boolean =>
  type === 'message-created' && (kind === 'visitor' || kind === 'lead');

/** The actors of entries. An admin acts as a supervisor; an integration as the role of its key. */
export function actorOf(scope: Scope): Actor {
  const { principal } = scope;
  const named = principal.name === undefined ? {} : { name: principal.name };
  if (principal.kind === 'visitor') return { kind: 'visitor', id: principal.id, ...named };
  return { kind: principal.role === 'agent' ? 'agent' : 'supervisor', id: principal.id, ...named };
}

/** Which command asked for it: the command's id makes everything it writes happen once. */
export interface CommandRef {
  commandId: string;
  bodyHash: string;
  /**
   * Of a command that the log itself keeps once: resolves when nothing else was done under its id, else throws `COMMAND_REUSED`. To be
   * awaited before anything is written, with the reads that come before it.
   */
  unused?: Promise<void>;
}

/** The fields of a draft that follow from the sender of its command. `line` tells the entries of one command apart. */
export function commandOrigin(
  scope: Scope,
  command: CommandRef,
  line: string,
): Pick<Draft, 'actor' | 'cause' | 'onceKey' | 'bodyHash'> {
  return {
    actor: actorOf(scope),
    cause: { principalId: scope.principal.id, commandId: command.commandId },
    onceKey: lineKeyOf(scope.principal.id, command.commandId, line),
    bodyHash: command.bodyHash,
  };
}

/** The key under which a command of this person writes that line. */
export const lineKeyOf = (principalId: string, commandId: string, line: string): string =>
  `${principalId}:${commandId}:${line}`;

/** The key of the message that a command wrote; `key` is the command's own, `principalId:commandId`. */
export const messageKeyOf = (key: string): string => `${key}:message`;
