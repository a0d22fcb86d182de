import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { type Choice, Chooser, found } from './Chooser.tsx';

export type LeadChoice = Choice & { talk?: string };

/** The lead whom it is written for, or anyone. */
export function LeadChooser({
  chosen,
  onChoose,
}: {
  chosen: LeadChoice | null;
  onChoose(choice: LeadChoice | null): void;
}) {
  const { session } = useSession();
  return (
    <Chooser
      label="For"
      placeholder="Name, full phone number, or email"
      none="Anyone"
      chosen={chosen}
      onChoose={onChoose}
      find={async (words) => {
        const query = { limit: found, ...(words === '' ? {} : { q: words }) };
        const { items } = await callRest(session, 'GET /leads', { query });
        return items.map(({ id, name, listingTitle, conversationId }) => ({
          ...{ id, name: name ?? 'No name yet', about: listingTitle ?? '', talk: conversationId },
        }));
      }}
    />
  );
}
