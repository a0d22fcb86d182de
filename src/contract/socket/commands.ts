import type { z } from 'zod';
import { limits } from '../values.ts';
import { agentCommands } from './agentCommands.ts';
import { supervisorCommands } from './supervisorCommands.ts';
import { widgetCommands } from './widgetCommands.ts';

export const namespaces = {
  '/widget': widgetCommands,
  '/agent': agentCommands,
  '/supervisor': supervisorCommands,
} as const;
export type Namespace = keyof typeof namespaces;
export type Commands<N extends Namespace = '/supervisor'> = (typeof namespaces)[N];
export type CommandName = keyof typeof supervisorCommands | keyof typeof widgetCommands;
export type AllCommands = typeof supervisorCommands & typeof widgetCommands;
export type Payload<C extends CommandName> = z.infer<AllCommands[C]['payload']>;
export type Answer<C extends CommandName> = z.infer<AllCommands[C]['data']>;
export const announcedLimits = {
  textChars: limits.textChars,
  frameBytes: limits.frameBytes,
  messagesPerMinute: limits.messagesPerMinute,
} as const;
