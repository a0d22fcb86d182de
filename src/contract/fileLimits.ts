/** Sizes of files that both ends know. */
export const fileLimits = {
  bytes: 10 * 1024 * 1024,
  perMessage: 5,
  nameChars: 120,
} as const;

/** The types that people may send; pictures are made anew, and come out as one of `fileTypes`. */
export const sendableTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
/** The types that are kept and served. */
export const fileTypes = ['image/jpeg', 'image/webp', 'application/pdf'] as const;
export type FileType = (typeof fileTypes)[number];

/** Whether it can be shown; a document is only downloaded. */
export const isPicture = ({ type }: { type: string }): boolean => type !== 'application/pdf';

/** The words of a message for a line of text; where it has none, its files. */
export const saidOrSent = ({
  text,
  attachments = [],
}: {
  text: string;
  attachments?: readonly { name: string; type: string }[] | undefined;
}): string => text || attachments.map((file) => `${isPicture(file) ? 'Photo' : 'PDF'}: ${file.name}`).join(', ');
