import { type FileType, fileLimits } from '../../contract/fileLimits.ts';
import { cleanText } from '../../contract/values.ts';

/** Characters that turn the direction of text around or cannot be seen: "gpj.exe" must not look like "exe.jpg". */
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** No name on some system, or with a meaning of its own in a header. */
const unsafe = /[<>:"|?*;%]/g;

const endings: Record<FileType, string> = {
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** The name of a file as it is kept: no path, one line, at most `fileLimits.nameChars` UTF-16 units, with the ending of what it really is. Pure. */
export function cleanFileName(raw: string | undefined, type: FileType): string {
  const last =
    cleanText((raw ?? '').replace(unseen, ''))
      .split(/[/\\]/)
      .at(-1) ?? '';
  const line = last
    .replaceAll(/\s+/g, ' ')
    .replace(unsafe, '')
    .replace(/^[. ]+/, '');
  const stem = line.replace(/\.[^.]{0,10}$/, '').replace(/[. ]+$/, '');
  const ending = endings[type];
  const fallback = type === 'application/pdf' ? 'document' : 'photo';
  return `${stem.slice(0, fileLimits.nameChars - ending.length - 1).toWellFormed() || fallback}.${ending}`;
}
