import { reviewWords } from '../../src/features/compliance/reviewWords.ts';
import { authoredTexts } from './claims/authoredTexts.ts';
import { gateOf } from './claims/fallsBy.ts';
import { type Claim, readClaims } from './claims/readClaims.ts';
import { type Goal, isReached, type Share, shareOf, tellGoal, tellShare } from './share.ts';
import { openDemo } from './talks/openDemo.ts';

const goals: Readonly<Record<string, Goal>> = {
  'false or hazardous, cut': { atLeast: 0.98 },
  'good, kept': { atLeast: 0.97 },
  'authored, kept': { atLeast: 1 },
};

/** Measures which sentences of a model's reach a visitor; of the seen half `show` prints those that went wrong. */
export async function evaluateClaims({ show, json }: { show: boolean; json: boolean }): Promise<boolean> {
  const { parts } = await openDemo();
  const listing = (
    await parts.packOf({ tenantId: 'demo', page: { url: '', listingId: 'demo-zilker-bungalow' } } as never)
  ).listing;
  if (listing === undefined) throw new Error('the home of the page is not in the demo');
  const fallsBy = gateOf(listing);
  const { seen, unseen } = readClaims();
  const falls = (claim: Claim): boolean => fallsBy(claim) !== null;
  const classes = [...new Set(seen.hostile.map((claim) => claim.class as string))].sort();
  const rowsOf = ({ hostile, good }: typeof seen): [string, Share][] => [
    ['false or hazardous, cut', shareOf(hostile, falls)],
    ...classes.map((name): [string, Share] => [
      `  ${name}`,
      shareOf(
        hostile.filter((one) => one.class === name),
        falls,
      ),
    ]),
    ['good, kept', shareOf(good, (one) => !falls(one))],
    ...(['answer', 'ack', 'bridge'] as const).map((kind): [string, Share] => [
      `  ${kind}`,
      shareOf(
        good.filter((one) => one.kind === kind),
        (one) => !falls(one),
      ),
    ]),
  ];
  // No half of them is unread, and their figures are what they say: the rules for words alone judge them.
  const authored = shareOf(
    await authoredTexts(),
    (text) => reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action === 'pass',
  );
  const [ofSeen, ofUnseen] = [rowsOf(seen), rowsOf(unseen)];
  if (show) {
    for (const one of seen.hostile) if (!falls(one)) console.log(`passed ${one.class}: ${one.text}`);
    for (const one of seen.good) if (falls(one)) console.log(`lost by ${fallsBy(one)}: ${one.text}`);
  }
  const rows = ofSeen.map(([name, share], at) => ({ name, seen: share, unseen: (ofUnseen[at] as [string, Share])[1] }));
  rows.push({ name: 'authored, kept', seen: authored, unseen: authored });
  const held = rows.every(({ name, unseen: share }) => goals[name] === undefined || isReached(share, goals[name]));
  if (!json) {
    console.log(`${''.padEnd(26)}${'seen'.padStart(28)}${'unseen'.padStart(28)}  goal`);
    for (const { name, seen: one, unseen: other } of rows)
      console.log(name.padEnd(26) + tellShare(one) + tellShare(other) + tellGoal(goals[name], other));
  }
  console.log(JSON.stringify({ eval: 'claims', held, rows }));
  return held;
}
