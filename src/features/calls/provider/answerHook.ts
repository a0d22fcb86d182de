import { HubError } from '../../../kernel/hubError.ts';
import type { TextSeal } from '../../../kernel/sealText.ts';
import { type ConsentDeps, setConsent } from '../changeConsent.ts';
import { mediaTokenOf } from './hearAudio.ts';
import { beginToldCall, callIdOf, endToldCall, type HearOfCallDeps, wasTalkedOn } from './hearOfCall.ts';
import { hookUrl } from './managePhone.ts';
import type { PhoneConnection, ToldStatus, ToldWords } from './model.ts';
import type { Listener, PhoneCompany, PhoneConnectionStore } from './ports.ts';

/** The posts of a phone company: a call asks for instructions (`voice`, and after each: `agreed`, `over`), its status, its words. */
export const phoneHooks = ['voice', 'agreed', 'over', 'status', 'transcription'] as const;
export type PhoneHook = (typeof phoneHooks)[number];

export type AnswerHookDeps = HearOfCallDeps &
  ConsentDeps & {
    phones: PhoneConnectionStore;
    phoneSeal: TextSeal;
    company: PhoneCompany;
    hearWords(connection: PhoneConnection, told: ToldWords): Promise<void>;
  };

/** A post as it came. `url`: its address; `base`: the hub's address. */
export interface Posted {
  hook: PhoneHook;
  url: string;
  base: string;
  signature: string;
  form: URLSearchParams;
}

/**
 * Takes in what a phone company posts, and returns the instructions it asks for; null where it asks for none. Told again, it is done once.
 * @throws HubError `NOT_FOUND` for a connection that is not there; `AUTH_INVALID` for what its account did not sign; `VALIDATION_FAILED`
 */
export async function answerHook(deps: AnswerHookDeps, connectionId: string, posted: Posted): Promise<string | null> {
  const connection = await deps.phones.find(connectionId);
  if (connection === null) throw new HubError('NOT_FOUND');
  const token = deps.phoneSeal.open(connection.sealedToken);
  const { hook, form, signature, url } = posted;
  if (token === null || !deps.company.isSigned(token, signature, url, form)) throw new HubError('AUTH_INVALID');
  if (hook === 'transcription') {
    const words = deps.company.readWords(form);
    if (words === null) throw new HubError('VALIDATION_FAILED');
    await deps.hearWords(connection, words);
    return null;
  }
  const told = deps.company.readStatus(form);
  if (told === null) throw new HubError('VALIDATION_FAILED');
  return answers[hook](deps, connection, told, posted.base);
}

type Answer = (
  deps: AnswerHookDeps,
  connection: PhoneConnection,
  told: ToldStatus,
  base: string,
) => Promise<string | null>;

const answers: Record<Exclude<PhoneHook, 'transcription'>, Answer> = {
  async voice(deps, connection, told, base) {
    await beginToldCall(deps, connection, told);
    await deps.phones.noteHeard(connection.id, deps.clock.now());
    const { settings } = await deps.settingsOf(connection.tenantId);
    return deps.company.askConsent(settings.brokerage, hookUrl(base, connection.id, 'agreed'), connection.language);
  },
  async agreed(deps, connection, told, base) {
    const call = await beginToldCall(deps, connection, told);
    const agrees = told.digits === '1';
    const origin = { actor: { kind: 'lead', id: call.leadId } as const, onceKey: `call:${call.id}:key` };
    // Nothing pressed is no answer: the agent may still ask.
    const isAnswered = told.digits === '1' || told.digits === '2';
    const mayListen =
      isAnswered && call.endedAt === null
        ? await setConsent(deps, call, { party: 'lead', state: agrees ? 'given' : 'refused' }, origin).then(
            () => agrees,
          )
        : false;
    const urlOf = (hook: PhoneHook) => hookUrl(base, connection.id, hook);
    const listener: Listener = connection.sealedSpeechKey
      ? { mediaUrl: hookUrl(base, connection.id, 'media').replace(/^http/, 'ws'), token: mediaTokenOf(deps, call.id) }
      : { transcriptionUrl: urlOf('transcription') };
    return deps.company.putThrough(
      connection.forwardTo,
      urlOf('over'),
      mayListen ? listener : null,
      connection.language,
    );
  },
  async over(deps, connection, told) {
    const call = await deps.calls.find(connection.tenantId, callIdOf(connection, told.sid));
    const wasTaken = told.wasTaken ?? true;
    if (call !== null) await endToldCall(deps, call, wasTaken ? 'talked' : 'missed');
    return deps.company.partWith(wasTaken, connection.language);
  },
  async status(deps, connection, told) {
    const known = await deps.calls.find(connection.tenantId, callIdOf(connection, told.sid));
    // A line to somebody of the team tells neither who calls nor that the call is over.
    if (told.isLeg) return null;
    const call = known ?? (await beginToldCall(deps, connection, told));
    await deps.phones.noteHeard(connection.id, deps.clock.now());
    // The hub's own question answered the call: a completed one may have reached nobody.
    if (told.ended !== null) await endToldCall(deps, call, (await wasTalkedOn(deps, call)) ? told.ended : 'missed');
    return null;
  },
};
