import { introduce } from '../say/introduce.ts';
import { remarkTexts } from '../say/remarkTexts.ts';
import { replyWith } from '../say/reply.ts';
import type { Effect } from '../state/protocol.ts';
import { languageOf, notifyTeamOnce, type StepContext, say } from '../state/stepContext.ts';

export interface SentFiles {
  photos: number;
  documents: number;
}

/** Tells the team of files that came without a word, once in a talk. `isNews`: they were not told before. */
export function noteFiles(turn: StepContext, files: SentFiles): SentFiles & { isNews: boolean } {
  const what = files.documents === 0 ? 'a photo' : files.photos === 0 ? 'a PDF' : 'files';
  return { ...files, isNews: notifyTeamOnce(turn, 'file-sent', `Sent ${what} for the team to look at`, 2) };
}

/** The answer to files without a word: thanks, and the team will look at them. Nothing while a person is awaited, or after an end. */
export function thankForFiles(turn: StepContext, files: SentFiles & { isNews: boolean }): Effect[] {
  const { state } = turn;
  if (state.mode !== 'bot') return [];
  const reply = files.isNews
    ? say(turn, 'fileSeen', remarkTexts.fileSeen, named(files, languageOf(state)))
    : say(turn, 'fileAgain', remarkTexts.fileAgain);
  return [replyWith(turn, [...introduce(turn, false), reply].join(' '))];
}

function named({ photos, documents }: SentFiles, language: 'en' | 'es'): string {
  const isSpanish = language === 'es';
  if (documents === 0) return photos === 1 ? (isSpanish ? 'la foto' : 'photo') : isSpanish ? 'las fotos' : 'photos';
  if (photos > 0) return isSpanish ? 'los archivos' : 'files';
  return documents === 1 ? (isSpanish ? 'el documento' : 'document') : isSpanish ? 'los documentos' : 'documents';
}
