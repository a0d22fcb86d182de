import type { Request } from 'express';
import { addPhone, listPhones, type PhoneDeps, removePhone } from '../../features/calls/provider/managePhone.ts';
import { type Route, staffRoute } from '../handle.ts';

export interface PhoneRouteDeps {
  phone: PhoneDeps;
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

export const phoneRoutes = ({ phone, publicUrl }: PhoneRouteDeps): Route[] => {
  const baseOf = (req: Request): string => publicUrl ?? `${req.protocol}://${req.host}`;
  return [
    staffRoute('GET /phone-connections', {
      summary: 'List the connected Twilio accounts, without their tokens (admin).',
      from: 'hub',
      run: async ({ session, req }) => ({ items: await listPhones(phone, session.scope, baseOf(req)) }),
    }),
    staffRoute('POST /phone-connections', {
      summary: 'Connect a Twilio account (admin). Its token is stored encrypted and never shown again.',
      from: 'hub',
      run: ({ session, body, req }) => addPhone(phone, session.scope, body, baseOf(req)),
    }),
    staffRoute('DELETE /phone-connections/:id', {
      summary: 'Disconnect a Twilio account (admin).',
      from: 'hub',
      run: ({ session, params }) => removePhone(phone, session.scope, params.id),
    }),
  ];
};
