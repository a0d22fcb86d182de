import type { Attachment } from '../../src/contract/files.ts';
import { buyerTalk, jorge, longName, maya, said, visitor } from './fixtures.ts';

const photo = (fileId: string, width: number, height: number): Attachment => ({
  fileId,
  name: `${fileId}.jpg`,
  type: 'image/jpeg',
  bytes: 240_000,
  width,
  height,
});
const paper = (name: string): Attachment => ({ fileId: name, name, type: 'application/pdf', bytes: 812_000 });

/** A talk with photos of every shape and with documents, with words and without. */
export const talkWithFiles = [
  ...buyerTalk.filter(({ type }) => type === 'message-created'),
  said(visitor, '', { messageId: 'f1', attachments: [photo('kitchen', 1600, 1000), photo('tower', 300, 2000)] }),
  said(jorge, 'Thanks for the photos. I can’t look at files myself, so I’ve asked someone on the team to.'),
  said(maya, 'Here are the floor plan and the offer.', {
    attachments: [paper('Floor plan.pdf'), paper(`${longName}.pdf`), photo('garden', 1200, 900)],
  }),
];

/** Answers for the hub with a picture for every photo; `missing`: with none. */
export const answerFiles =
  (missing = false): typeof fetch =>
  async () => {
    if (missing) return Response.json({ error: { code: 'NOT_FOUND', message: 'Not found.' } }, { status: 404 });
    const canvas = new OffscreenCanvas(80, 50);
    const drawing = canvas.getContext('2d');
    if (drawing) {
      drawing.fillStyle = '#7a9a8a';
      drawing.fillRect(0, 0, 80, 50);
      drawing.fillStyle = '#c89a60';
      drawing.fillRect(20, 20, 40, 30);
    }
    return new Response(await canvas.convertToBlob());
  };
