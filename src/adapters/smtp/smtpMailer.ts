import { createTransport } from 'nodemailer';
import type { Mailer } from '../../features/settings/ports.ts';

/** Together shorter than a job is held by its node. */
const connectWithinMs = 8_000;
const silentForMs = 15_000;

/** Sends by the SMTP server of `url`, such as smtps://user:password@mail.example.com; `from` is the sender that people read. */
export function createSmtpMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: connectWithinMs,
    greetingTimeout: connectWithinMs,
    socketTimeout: silentForMs,
    // A mail holds only what it was given; otherwise its text could make the hub read a file or fetch a URL.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      await transport.sendMail({ ...mail, from });
    },
  };
}
