import type { Language } from '../../reading/model.ts';
import { fillScript } from './fillScript.ts';
import type { ScriptAsk, ScriptDraft, ScriptFacts } from './model.ts';
import { situationOf } from './scriptTexts/situations.ts';

export interface ScriptBrief {
  ask: ScriptAsk;
  facts: ScriptFacts;
  language: Language;
}

/** The three authored scripts for what is asked, with the facts that are known, in their order. */
export function scriptsByRules({ ask, facts, language }: ScriptBrief): ScriptDraft[] {
  const { scripts, objections } = situationOf(ask);
  return scripts.map(({ rationale, expects, [language]: bodies }) => ({
    text: fillScript(bodies[ask.channel], facts),
    ...(ask.channel === 'email' ? { subject: fillScript(bodies.subject, facts) } : {}),
    rationale,
    objections: expects.flatMap((at) => objections[language][at] ?? []),
  }));
}
