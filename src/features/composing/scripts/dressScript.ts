import type { ScriptChannel } from '../../../contract/scriptKinds.ts';
import { withOptOutLine } from '../../compliance/optOutLines.ts';
import type { Language } from '../../reading/model.ts';
import type { ScriptBody, ScriptFacts } from './model.ts';
import { forText } from './segmentsOf.ts';

const greetings: Readonly<Record<Language, Readonly<Record<ScriptChannel, (name: string, sender: string) => string>>>> =
  {
    en: {
      call: (name, sender) => `Hi${name}, this is ${sender}. `,
      text: (name, sender) => `Hi${name}, it’s ${sender}. `,
      email: (name) => `Hi${name},\n\n`,
    },
    es: {
      call: (name, sender) => `Hola${name}, le habla ${sender}. `,
      text: (name, sender) => `Hola${name}, le escribe ${sender}. `,
      email: (name) => `Hola${name}:\n\n`,
    },
  };

/**
 * A body as it is said or sent: with a greeting, the sender, and by text and email the way to opt out; an email has the office's address
 * too, where it is on file.
 */
export function dressScript(
  { text, subject }: ScriptBody,
  facts: ScriptFacts & { office?: string },
  channel: ScriptChannel,
  language: Language,
): ScriptBody {
  const { first, agent, brokerage, office } = facts;
  const withBrokerage = language === 'es' ? `${agent}, de ${brokerage}` : `${agent} with ${brokerage}`;
  const sender = agent === undefined ? brokerage : withBrokerage;
  const greeting = greetings[language][channel](first === undefined ? '' : ` ${first}`, sender);
  if (channel === 'call') return { text: greeting + text };
  if (channel === 'text') return { text: forText(withOptOutLine(greeting + text, 'text', language)) };
  const signature = [agent, brokerage, office].filter((line) => line !== undefined).join('\n');
  return {
    text: withOptOutLine(`${greeting}${text}\n\n${signature}`, 'email', language),
    ...(subject === undefined ? {} : { subject }),
  };
}
