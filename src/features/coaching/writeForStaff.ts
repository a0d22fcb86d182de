import type { StreamEnd, StreamKind } from '../../contract/socket/streams.ts';
import { HubError } from '../../kernel/hubError.ts';
import { releaseSentences } from '../composing/releaseSentences.ts';
import type { WritingOrder, WritingOutlet, WritingResult } from '../llm/ports.ts';
import { openStream, type StreamWriter } from '../streams/writeStream.ts';
import { coachActor } from './actor.ts';
import type { CoachContext } from './coachContext.ts';
import type { CoachingDeps, StaffRequest } from './deps.ts';

/**
 * Opens a staff stream.
 * @throws HubError DEPENDENCY_DOWN when the log does not take it
 */
export async function openForStaff(deps: CoachingDeps, request: StaffRequest, kind: StreamKind): Promise<StreamWriter> {
  const writer = await openStream(deps, {
    streamId: deps.newId(),
    tenantId: request.tenantId,
    conversationId: request.conversationId,
    kind,
    audience: 'staff',
    attempt: 1,
    basis: deps.model.basis,
  });
  if (writer === null) throw new HubError('DEPENDENCY_DOWN');
  return writer;
}

/**
 * Lets the model write into the stream, ends it as the model ended, and notes what the gate flagged (staff read at once,
 * the flag follows). The result is handed on only when the stream really ended as `done`.
 */
export async function writeForStaff(
  deps: CoachingDeps,
  request: StaffRequest,
  talk: CoachContext,
  writer: StreamWriter,
  {
    mayBegin,
    ...order
  }: Pick<WritingOrder, 'task' | 'stable' | 'homes' | 'prompt' | 'brief'> & Pick<WritingOutlet, 'mayBegin'>,
): Promise<{ end: StreamEnd | null; result: WritingResult | null }> {
  const gate = releaseSentences({
    audience: 'staff',
    brokerage: talk.brokerage,
    logger: deps.logger,
    release: (text) => writer.write(text),
  });
  const result = await deps.model.write(
    { ...order, ...askedBy(request, talk) },
    {
      onText: (text) => gate.push(text),
      ...(mayBegin === undefined ? {} : { mayBegin }),
      onBasis: (basis) => writer.restart(basis),
      signal: writer.signal,
    },
  );
  const { verdicts } = gate.finish();
  const end = await writer.end({
    status: result.status,
    ...(result.code === undefined ? {} : { code: result.code }),
    ...(result.usage === undefined ? {} : { usage: result.usage }),
  });
  for (const [index, verdict] of verdicts.entries()) {
    await deps.append(request.tenantId, request.conversationId, {
      type: 'policy-verdict',
      data: verdict,
      actor: coachActor,
      onceKey: `${writer.streamId}:verdict:${index}`,
    });
  }
  return { end, result: end?.status === 'done' ? result : null };
}

/**
 * The one who is charged for the call, and whose names the material holds. Visitors are not charged for what a person of the team asked for,
 * nor for what is said on the phone, which no stranger can make grow.
 */
export function askedBy(request: StaffRequest, talk: CoachContext): Omit<WritingOrder, 'task' | 'prompt' | 'brief'> {
  const { tenantId, conversationId, writerId, addressKey, leadName, onPhone } = talk;
  return {
    userKey: tenantId,
    people: leadName === null ? [] : [leadName],
    staff: { pressed: request.cause !== undefined, conversationId },
    ...(request.cause === undefined && !onPhone
      ? { causedBy: { tenantId, conversationId, writerId, addressKey } }
      : {}),
  };
}

/** Runs the work after a stream is opened; any error there still ends the stream. */
export async function finishing(
  deps: CoachingDeps,
  writer: StreamWriter,
  work: () => Promise<StreamEnd | null>,
): Promise<StreamEnd | null> {
  try {
    return await work();
  } catch (err) {
    deps.logger.error('a staff stream failed', { err, streamId: writer.streamId });
    return writer.end({ status: 'failed', code: 'INTERNAL' }).catch(() => null);
  }
}
