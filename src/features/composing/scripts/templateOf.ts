import { type ReplyVariable, settingsLimits } from '../../../contract/rest/settingsLimits.ts';
import type { ScriptChannel } from '../../../contract/scriptKinds.ts';
import type { Language } from '../../reading/model.ts';
import { dressScript } from './dressScript.ts';
import type { ScriptBody, ScriptFacts } from './model.ts';

/** Words that are one lead's stand under the placeholder that a saved reply has for them. */
const placeholders: readonly (readonly [keyof ScriptFacts, ReplyVariable])[] = [
  ['home', 'listing'],
  ['brokerage', 'brokerage'],
  ['agent', 'agent'],
  ['first', 'visitor'],
];

/**
 * The same script for anybody, as a saved reply; null where it would be too long for one. In English it greets by name even where this lead
 * gave none: a saved reply says "there" to them.
 */
export function templateOf(
  body: ScriptBody,
  facts: ScriptFacts & { office?: string },
  channel: ScriptChannel,
  language: Language,
): string | null {
  const { first, agent } = facts;
  const anybody = {
    ...facts,
    brokerage: '{{brokerage}}',
    ...(agent === undefined ? {} : { agent: '{{agent}}' }),
    ...(first === undefined && language !== 'en' ? {} : { first: '{{visitor}}' }),
  };
  const { text } = dressScript(body, anybody, channel, language);
  const template = placeholders.reduce((words, [fact, variable]) => {
    const known = facts[fact];
    return known === undefined ? words : replaceWhole(words, known, `{{${variable}}}`);
  }, text);
  return template.length > settingsLimits.replyChars ? null : template;
}

/** Only whole words, or "Al" would go missing from "Also". */
function replaceWhole(text: string, known: string, placeholder: string): string {
  const escaped = known.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\d{])${escaped}(?![\\p{L}\\d}])`, 'gu'), placeholder);
}
