import { reviewWords } from '../../compliance/reviewWords.ts';
import type { ScriptBody, ScriptDraft } from './model.ts';
import type { ScriptAnswer } from './scriptTask.ts';

/** A script as it was chosen: the model's, or the authored one in its place. */
export interface ChosenScript extends ScriptDraft {
  isAuthored: boolean;
}

const longest = { subject: 120, rationale: 400, says: 200, reply: 400 };
const fits = (words: string, chars: number): boolean => words.trim() !== '' && words.length <= chars;

/**
 * Of each place the model's script where it may be sent and fits its channel, otherwise the authored one. An expected objection whose reply
 * may not be said is left out.
 */
export function chooseScripts(
  written: ScriptAnswer['variants'],
  authored: readonly ScriptDraft[],
  may: { isEmail: boolean; beSent(words: string): boolean; fits(body: ScriptBody): boolean },
): ChosenScript[] {
  return authored.map((own, at) => {
    const script = written[at];
    if (script === undefined) return { ...own, isAuthored: true };
    const text = script.text.trim();
    const subject = script.subject?.trim() ?? '';
    const isGood =
      may.beSent(text) &&
      may.fits({ text }) &&
      (!may.isEmail || (fits(subject, longest.subject) && may.beSent(subject) && !subject.includes('\n')));
    if (!isGood) return { ...own, isAuthored: true };
    const objections = script.objections.filter(
      ({ says, reply }) =>
        fits(says, longest.says) && fits(reply, longest.reply) && may.beSent(says) && may.beSent(reply),
    );
    const isToldWell =
      fits(script.rationale, longest.rationale) &&
      reviewWords(script.rationale, { audience: 'staff' }).action === 'pass';
    return {
      text,
      ...(may.isEmail ? { subject } : {}),
      rationale: isToldWell ? script.rationale.trim() : own.rationale,
      objections: objections.length > 0 ? objections : own.objections,
      isAuthored: false,
    };
  });
}
