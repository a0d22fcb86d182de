import type { Response } from 'express';

/**
 * Sends a long answer as it is made, as fast as it is read and no faster, and stops when the client leaves. The answer
 * is empty because nothing is left to send.
 */
export async function sendPieces(res: Response, pieces: AsyncIterable<string>): Promise<''> {
  for await (const piece of pieces) {
    if (res.destroyed) break;
    if (!res.write(piece)) await drained(res);
  }
  res.end();
  return '';
}

function drained(res: Response): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      res.off('drain', goOn);
      res.off('close', goOn);
      resolve();
    };
    res.on('drain', goOn);
    res.on('close', goOn);
  });
}
