import type { ScriptsAnswer, ScriptsRequest } from '../../../contract/rest/scripts.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { StaffScope } from '../../identity/model.ts';
import { leaveOut } from '../../listings/leaveOut.ts';
import type { LanguageModel } from '../../llm/ports.ts';
import { marketPacks, schoolsOf } from '../../packs/markets.ts';
import { adaptsTo } from '../../profiles/preferences/adaptsTo.ts';
import type { TenantKnowledge } from '../../settings/tenantKnowledge.ts';
import { type ChosenScript, chooseScripts } from './chooseScripts.ts';
import { dressScript } from './dressScript.ts';
import { mayBeSent } from './mayBeSent.ts';
import type { ScriptBody, ScriptFacts } from './model.ts';
import { type LeadForScript, type ReadLeadDeps, readLeadForScript } from './readLeadForScript.ts';
import { type ScriptBrief, scriptsByRules } from './scriptsByRules.ts';
import { type ScriptAnswer, scriptOrder } from './scriptTask.ts';
import { situationName } from './scriptTexts/situations.ts';
import { segmentsOf } from './segmentsOf.ts';
import { templateOf } from './templateOf.ts';

export interface ScriptDeps extends ReadLeadDeps {
  model: LanguageModel;
  settingsOf: TenantKnowledge['settingsOf'];
  /** @throws HubError QUOTA_EXCEEDED when a person of the team has had enough written for one hour */
  admit(tenantId: string, userId: string): Promise<void>;
  clock: Clock;
  newId(): string;
}

/** As many signs as a text may have, with all that is added to it; a call and an email are longer. */
const longestOf = { call: 900, text: 320, email: 2_000 } as const;

/**
 * Three scripts for a call, a text or an email, each with why it is built so and what to expect. By the model where there is one and its
 * words may be sent, otherwise authored. Nothing is kept and nothing is sent.
 * @throws HubError `NOT_FOUND`: no such lead; `SUPPRESSED_CONTACT`: they opted out of this channel; `CONFLICT`: there is no appointment to
 * confirm; `VALIDATION_FAILED`: a confirmation without a lead; `QUOTA_EXCEEDED` as `admit`
 */
export async function writeScripts(
  deps: ScriptDeps,
  { tenantId, principal }: StaffScope,
  { kind, channel, objection, leadId, language: wished }: ScriptsRequest,
): Promise<ScriptsAnswer> {
  if (kind === 'appointment-confirmation' && leadId === undefined)
    throw new HubError('VALIDATION_FAILED', { field: 'leadId', says: 'Say whose appointment it is to confirm.' });
  const { settings } = await deps.settingsOf(tenantId);
  const ask = { kind, channel, objection };
  const lead = leadId === undefined ? null : await readLeadForScript(deps, tenantId, leadId, { ...ask, wished });
  const mayAdapt = leadId !== undefined && (await adaptsTo(deps, tenantId, leadId));
  const language = wished ?? lead?.language ?? 'en';
  const agent = principal.kind === 'staff' ? principal.name : undefined;
  const facts: ScriptFacts = {
    ...lead?.facts,
    brokerage: settings.brokerage,
    ...(agent === undefined ? {} : { agent }),
  };
  if (facts.host === agent) delete facts.host;
  const office = settings.card.office.trim();
  const signed = { ...facts, ...(office === '' ? {} : { office }) };
  const dressed = (body: ScriptBody): ScriptBody => dressScript(body, signed, channel, language);
  const fits = (body: ScriptBody): boolean => dressed(body).text.length <= longestOf[channel];

  const brief: ScriptBrief = { ask, facts, language };
  const bare: ScriptBrief = { ...brief, facts: withoutLong(facts) };
  const authored = scriptsByRules(brief).map((draft, at) =>
    fits(draft) ? draft : (scriptsByRules(bare)[at] ?? draft),
  );
  await deps.admit(tenantId, principal.id);
  const home = lead?.home == null ? null : leaveOut(lead.home, settings.jorge.leaves);
  const { answer, basis } = await deps.model.write(
    scriptOrder(brief, {
      ...{
        tenantId,
        home,
        now: lead?.now ?? '',
        lines: lead?.lines ?? [],
        prefers: mayAdapt ? (lead?.prefers ?? []) : [],
      },
      people: [lead?.name, facts.first, agent, facts.host].filter((name) => name != null),
      conversationId: lead?.conversationId ?? null,
    }),
    { onText: () => {}, signal: new AbortController().signal },
  );
  const written = basis === 'model' && answer !== null ? (answer as ScriptAnswer).variants : [];
  const chosen = chooseScripts(written, authored, {
    isEmail: channel === 'email',
    fits: (body) => fits(body) && body.text.includes(facts.time ?? ''),
    beSent: mayBeSent({
      ...{ language, brokerage: settings.brokerage, home },
      schools: schoolsOf(marketPacks[settings.market]),
      said: saidByUs(lead, facts),
    }),
  });
  const name = situationName(ask);
  return {
    kind,
    channel,
    ...(objection === undefined ? {} : { objection }),
    language,
    basis: chosen.some(({ isAuthored }) => !isAuthored) ? 'model' : 'rules',
    ...(lead?.isAgreed === false ? { needsConsent: true as const } : {}),
    variants: chosen.map((script, at) => {
      const body = dressed(script);
      const template = kind === 'appointment-confirmation' ? null : templateOf(script, signed, channel, language);
      return {
        variantId: idOf(script, `${name}.${channel}.${language}.${at + 1}`, deps),
        ...body,
        ...(template === null ? {} : { template }),
        ...(channel === 'text' ? { segments: segmentsOf(body.text) } : {}),
        rationale: script.rationale,
        objections: [...script.objections],
        successRate: null,
      };
    }),
  };
}

const idOf = ({ isAuthored }: ChosenScript, authoredId: string, { newId }: Pick<ScriptDeps, 'newId'>): string =>
  isAuthored ? authoredId : newId();

/** Without what can be left out of a text that would be too long. */
const withoutLong = ({ home: _, area: __, ...facts }: ScriptFacts): ScriptFacts => facts;

/** The figures of the talk that may be repeated: those the team or Jorge named, and the time of the appointment. */
const saidByUs = (lead: LeadForScript | null, { meeting, time }: ScriptFacts): string[] => [
  ...(lead?.lines ?? []).flatMap(({ who, text }) => (who === 'lead' ? [] : [text])),
  ...[meeting, time].filter((words) => words !== undefined),
];
