import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A browser's mark of having signed in as somebody. It opens nothing: it only says that this browser is no stranger to
 * that account, so what strangers do to the account does not slow its owner down.
 */
export interface DeviceMarks {
  make(userId: string): string;
  /** The one of them that was made here for this person. */
  find(userId: string, marks: readonly string[]): string | null;
}

const nonceBytes = 12;
const signatureBytes = 16;

export function createDeviceMarks(secret: string): DeviceMarks {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'jorge-hub device marks', 32));
  const sign = (userId: string, nonce: Buffer): Buffer =>
    createHmac('sha256', key).update(nonce).update(userId).digest().subarray(0, signatureBytes);
  return {
    make(userId) {
      const nonce = randomBytes(nonceBytes);
      return Buffer.concat([nonce, sign(userId, nonce)]).toString('base64url');
    },
    find(userId, marks) {
      const isOfPerson = (mark: string): boolean => {
        const bytes = Buffer.from(mark, 'base64url');
        if (bytes.length !== nonceBytes + signatureBytes) return false;
        return timingSafeEqual(bytes.subarray(nonceBytes), sign(userId, bytes.subarray(0, nonceBytes)));
      };
      return marks.find(isOfPerson) ?? null;
    },
  };
}
