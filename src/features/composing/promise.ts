import type { Language } from '../reading/model.ts';

/** Names in a sentence the person who will be asked: the owner of the conversation, else the team. */
export const askWords = (askWhom: string | null, language: Language): string =>
  language === 'es' ? (askWhom === null ? 'al equipo' : `a ${askWhom}`) : (askWhom ?? 'the team');

/** Said where nothing on file answers: honest, and kept (`promisesToAsk`). */
export const cannotAnswer = (whom: string, language: Language): string =>
  language === 'es'
    ? `Eso no lo puedo responder yo, así que se lo pregunto ${whom}.`
    : `I can’t answer that one myself, so I’ll ask ${whom}.`;

/** The same of what was asked beside what is told. */
export const cannotAnswerRest = (whom: string, language: Language): string =>
  language === 'es'
    ? `Lo demás no lo puedo responder yo, así que se lo pregunto ${whom}.`
    : `The rest I can’t answer myself, so I’ll ask ${whom}.`;

const promises =
  /\bI(?:['’](?:ll|ve)| will| have| am going to|['’]m going to)(?: also)? (?:ask(?:ed)?|check|find out|(?:noted?|pass(?:ed)?) (?:it on|(?:the|your|that) question))\b|\b(?:se lo (?:pregunto|consulto|paso)|(?:lo|le|la) (?:preguntar[ée]|consultar[ée])|(?:anoto|he anotado) (?:la|su) pregunta)(?!\p{L})/iu;

/** Whether an answer says that somebody will be asked: then they are. */
export const promisesToAsk = (text: string): boolean => promises.test(text);
