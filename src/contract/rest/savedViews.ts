import { z } from 'zod';
import { id, personText, temperature } from '../values.ts';
import { leadSorts } from './leads.ts';
import { settingsLimits } from './settingsLimits.ts';

export const viewSorts = ['need', 'newest', 'oldest'] as const;
const choice = z.string().max(settingsLimits.viewChoiceChars);
/** A choice among the conversations of the inbox, and their order. Empty: any. */
export const inboxView = z.strictObject({
  /** The ID of the owner, or `nobody`. */
  agent: choice,
  /** The title of the home. */
  home: choice,
  language: choice,
  stage: choice,
  /** The id of a tag. */
  tag: choice,
  sort: z.enum(viewSorts),
});
export type InboxView = z.infer<typeof inboxView>;
export const viewRequest = inboxView.extend({ name: personText(settingsLimits.viewNameChars) });
export type ViewRequest = z.infer<typeof viewRequest>;
export const savedView = z.object({ ...inboxView.shape, id, name: z.string() }).meta({ id: 'SavedView' });
export type SavedViewAnswer = z.infer<typeof savedView>;
export const viewsAnswer = z.object({ items: z.array(savedView) });

/** A choice among the people, and their order, in the words of the query of `GET /leads`. Without words to search: they may be a name. */
export const peopleView = z.strictObject({
  temperature: temperature.optional(),
  quietDays: z.number().int().min(1).max(365).optional(),
  mine: z.literal('true').optional(),
  /** The id of a tag. */
  tag: id.optional(),
  sort: z.enum(leadSorts).optional(),
});
export type PeopleView = z.infer<typeof peopleView>;
export const peopleViewRequest = peopleView.extend({ name: personText(settingsLimits.viewNameChars) });
export type PeopleViewRequest = z.infer<typeof peopleViewRequest>;
export const savedPeopleView = z.object({ ...peopleView.shape, id, name: z.string() }).meta({ id: 'SavedPeopleView' });
export type SavedPeopleViewAnswer = z.infer<typeof savedPeopleView>;
export const peopleViewsAnswer = z.object({ items: z.array(savedPeopleView) });
