import type { PhoneCompany } from '../../features/calls/provider/ports.ts';
import { isSignedByTwilio } from './isSignedByTwilio.ts';
import { readTwilioStatus, readTwilioWords } from './readTwilioForms.ts';
import { askConsent, partWith, putThrough } from './twiml.ts';

export const twilio: PhoneCompany = {
  isSigned: isSignedByTwilio,
  readStatus: readTwilioStatus,
  readWords: readTwilioWords,
  askConsent,
  putThrough,
  partWith,
};
