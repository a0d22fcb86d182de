import type { ReplyBrief } from '../../features/composing/answerVisitor.ts';
import type { ListingFacts } from '../../features/packs/model.ts';
import { namedFeature, topicsOf } from './listingTopics.ts';
import { sensitiveTopic, visitWish, whoLivesThere } from './situations.ts';

const notOnFile = 'I don’t have that on file; I’ll note the question for the team.';
const lacking = (what: string): string => `I don’t have the ${what} on file; I’ll note the question for the team.`;
const publicSources =
  'I can’t rate schools or safety. The school district’s and the police department’s own sites have that, the same for everybody.';
const nobodyDescribed =
  'I can’t describe who lives in an area: fair housing rules ask the same of us for everybody. Census and city sites tell it, the same for everybody.';
const visit = 'I can note a time for the agent to show it to you.';
const opinion = 'That is for a licensed agent to say; I’ll note the question for the team.';

const asksOpinion =
  /\b(worth it|good deal|fair price|over ?priced|should i (offer|buy|sell|wait)|what (should|would) (i|you) offer|investment|appreciate|legal|contract|mortgage rate|interest rate|monthly payment)\b/i;

/** Answers a visitor from the listing's facts, topic by topic; what is not on file is said to be not on file. */
export function answerFromListing({ question, listing }: ReplyBrief): string {
  if (whoLivesThere.test(question)) return nobodyDescribed;
  if (sensitiveTopic.test(question)) return publicSources;
  if (asksOpinion.test(question)) return opinion;
  const wantsVisit = visitWish.test(question);
  const told = listing === null ? [] : tell(question, listing);
  if (told.length === 0) return wantsVisit ? visit : notOnFile;
  return [...told, ...(wantsVisit ? [visit] : [])].join(' ');
}

function tell(question: string, listing: ListingFacts): string[] {
  const topics = topicsOf(question);
  if (topics.some((topic) => topic.field === 'features')) {
    const feature = namedFeature(question, listing);
    // A feature that is not named in the listing is not on file: that is no proof that the home lacks it.
    if (feature !== null) return [`The listing names it: ${feature}.`];
    return /\b(features?|amenit)/i.test(question) ? topics.flatMap((topic) => topic.tell(listing) ?? []) : [];
  }
  const told = topics.map((topic) => topic.tell(listing) ?? lacking(topic.name));
  if (topics.length > 0) return topics.some((topic) => topic.tell(listing) !== null) ? told : [];
  const feature = namedFeature(question, listing);
  return feature === null ? [] : [`The listing names it: ${feature}.`];
}
