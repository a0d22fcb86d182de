import { isGentle } from '../state/gentle.ts';
import type { Question } from '../state/question.ts';
import { isOpen, type StepContext } from '../state/stepContext.ts';

/**
 * Questions of the qualifying form: useful to an agent, optional for the visitor. All other questions follow from what the visitor
 * wants.
 */
const ofForm: ReadonlySet<string> = new Set([
  'intent',
  'first',
  'budget',
  'price',
  'preApproval',
  'beds',
  'area',
  'timeline',
  'address',
  'motivation',
  'condition',
  'repairs',
  'authority',
]);
/** Whether a question is one of the form. */
export const isOfForm = (id: string): boolean => ofForm.has(id);
/** Slots that the page of a home already suggests of its reader. */
const toldByPage: ReadonlySet<string> = new Set(['intent', 'first', 'budget', 'beds', 'area']);
export const passedOverAllowed = 2;
/** Asked of somebody who wanted no time, it is as optional as the form. */
const isOptional = ({ state }: StepContext, id: string): boolean =>
  isOfForm(id) || (id === 'timeOfDay' && isOpen(state, 'visit') && state.booking.appointment === null);

/**
 * Whether a question may be put now. A question of theirs is answered alone; facts of the page are not asked; nobody who is in trouble
 * is asked for a price; after they pass over one question the next reply asks none, and after two it asks none until they tell something.
 */
export function mayAsk(
  turn: StepContext,
  { id }: Question,
  { visitorAsks, unwilling }: { visitorAsks: boolean; unwilling: boolean },
): boolean {
  if (!isOptional(turn, id)) return true;
  const { pack, state, filled } = turn;
  const onPage = pageIsRead(turn);
  const gives = onPage
    ? filled.some((slot) => isOfForm(slot) && !toldByPage.has(slot))
    : filled.some((slot) => slot !== 'visit' && slot !== 'home');
  const changesSide = filled.includes('intent');
  if (visitorAsks || isGentle(state.situation) || (unwilling && !changesSide)) return false;
  if (isToldByPage(turn, id)) return false;
  if (state.passedOver > 0 && state.quietReplies === 0 && !changesSide) return false;
  if (state.passedOver >= passedOverAllowed && !gives) return false;
  // A visitor who came for one home looks at it first.
  const cameForHome = pack.listing !== undefined && state.bot !== 'seller';
  return !cameForHome || gives;
}

/** Whether somebody on the page of a home knows more about it than the form would ask. */
export const isToldByPage = (turn: StepContext, id: string): boolean => pageIsRead(turn) && toldByPage.has(id);

const pageIsRead = ({ pack, state }: StepContext): boolean =>
  pack.listing !== undefined && state.bot !== 'seller' && state.homes.searched === null;
