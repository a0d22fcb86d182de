import type { Attachment } from '../../../src/contract/files.ts';
import { offline, refusalIn } from '../connection/refusal.ts';

/**
 * Sends a file up, so that a message can carry it. `onProgress`: from 0 to 1. Rejects with a `Refusal`; one that is cut off by the
 * signal never settles.
 */
export function uploadFile(
  address: string,
  token: string,
  file: File,
  { onProgress, signal }: { onProgress(part: number): void; signal: AbortSignal },
): Promise<Attachment> {
  const separator = address.includes('?') ? '&' : '?';
  return new Promise((resolve, reject) => {
    // `fetch` does not tell how much has gone.
    const request = new XMLHttpRequest();
    request.open('POST', `${address}${separator}name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const body = request.response as (Attachment & { error?: unknown }) | null;
      if (request.status === 200 && body !== null) resolve(body);
      else reject(refusalIn(body?.error) ?? offline());
    };
    request.onerror = () => reject(offline());
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
