import type { z } from 'zod';
import { createSchema } from 'zod-openapi';
import { wireError } from '../../contract/errors.ts';
import { type EntryType, entryData, logKindOf } from '../../contract/log/entry.ts';
import { type Namespace, namespaces } from '../../contract/socket/commands.ts';
import { serverEvents } from '../../contract/socket/events.ts';
import type { CommandSchema } from '../../contract/socket/sharedCommands.ts';

type Json = Record<string, unknown>;
interface Message {
  name: string;
  summary?: string;
  payload: unknown;
}
export interface AsyncApiDocument {
  asyncapi: '3.0.0';
  info: Json;
  servers: Json;
  channels: Record<string, { address: string; title: string; messages: Record<string, { $ref: string }> }>;
  operations: Record<string, Json>;
  components: { messages: Record<string, Message>; schemas: Record<string, unknown> };
}

const whoMay: Record<Namespace, string> = {
  '/widget': 'Visitors',
  '/agent': 'Staff',
  '/supervisor': 'Supervisors and admins',
};

/** Everything that crosses the socket as an AsyncAPI 3.0 document, made from the schemas that check it. */
export function asyncApiDocument(): AsyncApiDocument {
  const schemas: Record<string, unknown> = {};
  const emit = (schema: z.ZodType, io: 'input' | 'output'): unknown => {
    const made = createSchema(schema, { io });
    Object.assign(schemas, made.components);
    return made.schema;
  };
  const messages: Record<string, Message> = {};
  const error = emit(wireError, 'output');
  for (const [name, schema] of Object.entries(serverEvents)) {
    messages[name] = { name, payload: name === 'entry' ? entryPayload(emit) : emit(schema, 'output') };
  }
  const document: AsyncApiDocument = {
    asyncapi: '3.0.0',
    info: {
      title: 'Jorge Hub, live',
      version: '1',
      description:
        'Socket.IO 4 on path /rt, WebSocket only. Connect to a namespace with auth {token, protocol: 1}. Emit commands with an ack function; it receives {ok, data} or {ok, error}.',
    },
    servers: {
      hub: { host: '{host}', pathname: '/rt', protocol: 'ws', variables: { host: { default: 'localhost:8080' } } },
    },
    channels: {},
    operations: {},
    components: { messages, schemas },
  };
  for (const [namespace, commands] of Object.entries(namespaces))
    addNamespace(document, namespace as Namespace, commands, { emit, error });
  return document;
}

type Emit = (schema: z.ZodType, io: 'input' | 'output') => unknown;

function addNamespace(
  document: AsyncApiDocument,
  namespace: Namespace,
  commands: Record<string, CommandSchema>,
  { emit, error }: { emit: Emit; error: unknown },
): void {
  const key = namespace.slice(1);
  const channel: AsyncApiDocument['channels'][string] = { address: namespace, title: whoMay[namespace], messages: {} };
  document.channels[key] = channel;
  const { messages } = document.components;
  const ofChannel = (name: string) => {
    channel.messages[name] = { $ref: `#/components/messages/${name}` };
    return { $ref: `#/channels/${key}/messages/${name}` };
  };
  for (const [name, schema] of Object.entries(commands)) {
    messages[name] ??= {
      name,
      payload: emit(schema.payload, 'input'),
    };
    messages[`${name}.ack`] ??= { name: `${name}.ack`, payload: ackPayload(emit(schema.data, 'output'), error) };
    document.operations[`${key}.${name}`] = {
      action: 'receive',
      channel: { $ref: `#/channels/${key}` },
      messages: [ofChannel(name)],
      reply: { channel: { $ref: `#/channels/${key}` }, messages: [ofChannel(`${name}.ack`)] },
    };
  }
  document.operations[`${key}.events`] = {
    action: 'send',
    channel: { $ref: `#/channels/${key}` },
    messages: Object.keys(serverEvents)
      .filter((name) => namespace !== '/widget' || !staffEvents.has(name))
      .map(ofChannel),
  };
}

/** Events that a visitor is never sent. */
const staffEvents: ReadonlySet<string> = new Set([
  'presence-changed',
  'hold-changed',
  'health-changed',
  'board-row',
  'board-row-gone',
]);

const ackPayload = (data: unknown, error: unknown) => ({
  oneOf: [
    { type: 'object', properties: { ok: { const: true }, data }, required: ['ok', 'data'] },
    { type: 'object', properties: { ok: { const: false }, error }, required: ['ok', 'error'] },
  ],
});

/** An entry of each type: the envelope, and what its `data` holds. */
function entryPayload(emit: Emit) {
  const envelope = emit(serverEvents.entry, 'output');
  const ofType = Object.entries(entryData).map(([type, schema]) => ({
    title: `${logKindOf(type as EntryType)}: ${type}`,
    allOf: [envelope, { type: 'object', properties: { type: { const: type }, data: emit(schema, 'output') } }],
  }));
  return { oneOf: ofType };
}
