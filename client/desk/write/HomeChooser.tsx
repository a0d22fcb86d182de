import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { homeMoney } from '../../shared/labels/money.ts';
import { type Choice, Chooser, found } from './Chooser.tsx';

/** One of the brokerage's homes, found by words. */
export function HomeChooser({ chosen, onChoose }: { chosen: Choice | null; onChoose(choice: Choice | null): void }) {
  const { session } = useSession();
  return (
    <Chooser
      label="Home"
      placeholder="Address, area, or ID"
      chosen={chosen}
      onChoose={onChoose}
      find={async (words) => {
        const query = { limit: found, ...(words === '' ? {} : { q: words }) };
        const { items } = await callRest(session, 'GET /listings', { query });
        return items.map(({ listingId, title, area, priceCents, currency }) => ({
          id: listingId,
          name: title,
          about: `${area} · ${homeMoney(priceCents, currency)}`,
        }));
      }}
    />
  );
}
