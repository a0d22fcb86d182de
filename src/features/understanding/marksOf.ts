import { anyMoment } from '../reading/model.ts';
import { readAddress } from '../reading/readAddress.ts';
import { readBeds } from '../reading/readBeds.ts';
import { readContact } from '../reading/readContact.ts';
import { readDay } from '../reading/readDay.ts';
import { readHomeSearch } from '../reading/readHomeSearch.ts';
import { readIntent } from '../reading/readIntent.ts';
import { readMoney } from '../reading/readMoney.ts';
import { readObjection } from '../reading/readObjection.ts';
import { readQuestion } from '../reading/readQuestion.ts';
import { readRequests } from '../reading/readRequests.ts';
import { isAbuse, readRole } from '../reading/readRole.ts';
import { readTimeline } from '../reading/readTimeline.ts';
import { readTimeOfDay } from '../reading/readTimeOfDay.ts';
import { readTopic } from '../reading/readTopic.ts';
import { readYesNo } from '../reading/readYesNo.ts';

/** What the rules find in a message, as names: the model learns how far each of them can be trusted. */
export function marksOf(text: string): string[] {
  const marks: string[] = [];
  const mark = (name: string, found: unknown): void => {
    if (found) marks.push(name);
  };
  for (const [name, found] of Object.entries(readRequests(text))) mark(`request ${name} ${found}`, found);
  const topic = readTopic(text);
  mark(`topic ${topic}`, topic);
  mark(
    'question',
    readQuestion(text, () => false),
  );
  mark('mark', text.includes('?'));
  const role = readRole(text);
  mark(`role ${role}`, role);
  const objection = readObjection(text);
  mark(`objection ${objection?.value}`, objection);
  mark('abuse', isAbuse(text));
  const intent = readIntent(text);
  mark(`intent ${intent?.value}`, intent);
  const search = readHomeSearch(text);
  mark(`search ${search}`, search);
  mark('money', readMoney(text));
  mark('bare money', readMoney(text, { bare: true }));
  mark('timeline', readTimeline(text, { at: anyMoment }));
  mark('address', readAddress(text));
  mark('day', readDay(text));
  mark('time of day', readTimeOfDay(text));
  const yes = readYesNo(text);
  mark(`yes ${yes?.value}`, yes);
  const { beds, baths } = readBeds(text);
  mark('beds', beds);
  mark('baths', baths);
  const { phone, email } = readContact(text);
  mark('phone', phone);
  mark('email', email);
  return marks;
}
