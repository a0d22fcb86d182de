import { readObjection } from '../reading/dialogue/readObjection.ts';
import { readQuestion } from '../reading/dialogue/readQuestion.ts';
import { readRequests } from '../reading/dialogue/readRequests.ts';
import { readTopic } from '../reading/dialogue/readTopic.ts';
import { readYesNo } from '../reading/dialogue/readYesNo.ts';
import { readBeds } from '../reading/home/readBeds.ts';
import { readHomeSearch } from '../reading/home/readHomeSearch.ts';
import { anyMoment } from '../reading/model.ts';
import { readMoney } from '../reading/numbers/readMoney.ts';
import { readContact } from '../reading/person/readContact.ts';
import { readIntent } from '../reading/person/readIntent.ts';
import { isAbuse, readRole } from '../reading/person/readRole.ts';
import { readAddress } from '../reading/place/readAddress.ts';
import { readDay } from '../reading/time/readDay.ts';
import { readTimeline } from '../reading/time/readTimeline.ts';
import { readTimeOfDay } from '../reading/time/readTimeOfDay.ts';

/** The names of what the rules find in a message: the model learns how far each of them can be trusted. */
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
