/** How an e-mail address is kept and looked up. */
export const emailKey = (email: string): string => email.normalize('NFC').trim().toLowerCase();
