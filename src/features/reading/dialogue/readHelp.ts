import { plainText } from '../text/plainText.ts';

const help =
  /^[^\p{L}\d]*(?:(?:please|pls|por favor)\W+)?(?:help(?: me)?|(?:i )?need help|ayuda|ay[uú]d[ae]me|(?:necesito )?ayuda|info)(?:\W+(?:please|pls|por favor))?[^\p{L}\d]*$/iu;
/** "Info please" on the page of a home asks for the home. */
const infoPolitely = /info\W+\p{L}|\p{L}\W+info/iu;

/** HELP or INFO as a whole message (CTIA Messaging Principles, 10DLC): asks who writes here, and how to stop. "Help me sell my house" does not. */
export const asksForHelp = (text: string): boolean => {
  const plain = plainText(text);
  return help.test(plain) && !infoPolitely.test(plain);
};
