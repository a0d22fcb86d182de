import { z } from 'zod';
import { id, personText } from '../values.ts';
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
