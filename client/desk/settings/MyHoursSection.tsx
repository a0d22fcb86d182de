import type { SettingsAnswer, StaffMember } from '../../../src/contract/settings.ts';
import { useSession } from '../../shared/ui/SessionContext.ts';
import { OwnHoursForm } from './OwnHoursForm.tsx';
import { Section } from './parts.tsx';
import { useLoaded } from './useLoaded.ts';

/** One's own hours for appointments: for everybody. */
export function MyHoursSection() {
  const { user } = useSession();
  const people = useLoaded<{ items: StaffMember[] }>('/people');
  const settings = useLoaded<SettingsAnswer>('/settings');
  return (
    <Section
      title="My hours"
      about="When Jorge may book calls and showings with you. What is booked already stays."
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
