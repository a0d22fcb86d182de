import type { StaffMember } from '../../../src/contract/rest/people.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { OwnHoursForm } from './OwnHoursForm.tsx';
import { Section } from './parts.tsx';

/** One's own hours for appointments: for everybody. */
export function MyHoursSection() {
  const { user } = useSession();
  const people = useLoaded('GET /people');
  const settings = useLoaded('GET /settings');
  return (
    <Section
      title="My hours"
      about="Jorge can book calls and showings with you during these hours. Existing bookings don’t change."
      loaded={people}
    >
      {({ items }) => {
        const me = items.find(({ id }) => id === user.id);
        if (!me || !settings.data) return null;
        const replaced = (saved: StaffMember) => items.map((one) => (one.id === saved.id ? saved : one));
        return (
          <OwnHoursForm
            person={me}
            opening={settings.data.settings}
            onSaved={(saved) => people.set({ items: replaced(saved) })}
          />
        );
      }}
    </Section>
  );
}
