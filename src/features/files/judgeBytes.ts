/** The kind of a file, by its bytes: its name and the sender's word may lie. */
export type JudgedBytes = { kind: 'picture' | 'document' } | { kind: 'refused'; says: string };

const mostPdfTail = 1024;
const onlyThese = 'Only photos (JPEG, PNG, or WebP) and PDF files can be sent.';

/** Whether the bytes are a picture or a document that may be kept; else why not, in words for the sender. Pure. */
export function judgeBytes(bytes: Buffer): JudgedBytes {
  const starts = (text: string, at = 0): boolean =>
    bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
  if (starts('\xff\xd8\xff') || starts('\x89PNG\r\n\x1a\n') || (starts('RIFF') && starts('WEBP', 8)))
    return { kind: 'picture' };
  if (starts('%PDF-')) {
    const isWhole = bytes.subarray(-mostPdfTail).includes('%%EOF');
    return isWhole ? { kind: 'document' } : { kind: 'refused', says: 'This PDF is damaged.' };
  }
  if (starts('ftyp', 4) && /^(?:hei[cfmsx]|hev[cx]|mif1|msf1)$/.test(bytes.toString('latin1', 8, 12)))
    return { kind: 'refused', says: 'This photo is in HEIC format. Please send it as a JPEG.' };
  return { kind: 'refused', says: bytes.length === 0 ? 'This file is empty.' : onlyThese };
}
