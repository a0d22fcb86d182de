import type { PhoneCompany } from '../../features/calls/provider/ports.ts';
import { isSignedByTwilio } from './isSignedByTwilio.ts';
import { readTwilioStatus, readTwilioWords } from './readTwilioForms.ts';
import { stopTranscribing } from './stopTranscribing.ts';
import { askConsent, partWith, putThrough } from './twiml.ts';

/** `url`: of its API, such as https://api.twilio.com. */
export const createTwilio = (url: string): PhoneCompany => ({
  isSigned: isSignedByTwilio,
  readStatus: readTwilioStatus,
  readWords: readTwilioWords,
  askConsent,
  putThrough,
  partWith,
  stopTranscribing: stopTranscribing(url),
});
