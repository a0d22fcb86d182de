import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { InviteAnswer, MadeInvite } from '../../../src/contract/rest/invites.ts';
import type { StaffMember } from '../../../src/contract/rest/people.ts';
import type { SettingsAnswer } from '../../../src/contract/rest/settings.ts';
import type { Role } from '../../../src/contract/values.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { clockTime, dayInSentence } from '../../shared/labels/times.ts';
import { FactorRoles } from './FactorRoles.tsx';
import { ImportForm } from './ImportForm.tsx';
import { InviteForm } from './InviteForm.tsx';
import { OwnHoursForm } from './OwnHoursForm.tsx';
import { roleChoices, roleWords, SaveLine, Section, ShownOnce } from './parts.tsx';

const inviteLink = (invite: MadeInvite) => `${location.origin}/desk/invite#${invite.token}`;

export function PeopleSection() {
  const people = useLoaded('GET /people');
  const invites = useLoaded('GET /invites');
  const settings = useLoaded('GET /settings');
  const [made, setMade] = useState<MadeInvite[]>([]);
  const [importing, setImporting] = useState(false);
  const keep = (some: MadeInvite[]) => {
    setMade(some);
    setImporting(false);
    invites.reload();
  };
  return (
    <Section
      title="People"
      about="People who use the desk and the wall. Deactivated people are signed out, and their conversations become unassigned."
      loaded={people}
    >
      {({ items }) => (
        <>
          {made.length > 0 ? (
            <ShownOnce
              title={
                made.length === 1
                  ? `Send this link to ${made[0]?.email}. It’s shown only once and works for seven days.`
                  : `${made.length} links, shown only once. Each works for seven days.`
              }
              value={
                made.length === 1 && made[0]
                  ? inviteLink(made[0])
                  : made.map((invite) => `${invite.email} ${inviteLink(invite)}`).join('\n')
              }
              onDone={() => setMade([])}
            />
          ) : null}
          {importing ? (
            <ImportForm onMade={keep} onCancel={() => setImporting(false)} />
          ) : (
            <InviteForm onMade={(invite) => keep([invite])} onImport={() => setImporting(true)} />
          )}
          <ul className="settings-list">
            {items.map((person) => (
              <Person
                key={person.id}
                person={person}
                opening={settings.data?.settings ?? null}
                onChanged={people.reload}
              />
            ))}
          </ul>
          {settings.data ? <FactorRoles settings={settings.data} /> : null}
          {invites.data && invites.data.items.length > 0 ? (
            <>
              <h3>Invited</h3>
              <ul className="settings-list">
                {invites.data.items.map((invite) => (
                  <Invited key={invite.id} invite={invite} onChanged={invites.reload} />
                ))}
              </ul>
            </>
          ) : null}
        </>
      )}
    </Section>
  );
}

interface PersonProps {
  person: StaffMember;
  opening: SettingsAnswer['settings'] | null;
  onChanged(): void;
}

function Person({ person, opening, onChanged }: PersonProps) {
  const { user } = useSession();
  const saving = useSaving();
  const [leaving, setLeaving] = useState(false);
  const [losing, setLosing] = useState(false);
  const [unpicturing, setUnpicturing] = useState(false);
  const [showsHours, setShowsHours] = useState(false);
  const [handedOn, setHandedOn] = useState<number | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const isMe = person.id === user.id;
  async function makeLink() {
    const made = await saving.run('POST /people/:id/password-link', { params: { id: person.id } });
    if (made) setLink(`${location.origin}/desk/password#${made.token}`);
  }
  async function endFactor() {
    setLosing(false);
    if (await saving.run('DELETE /people/:id/second-factor', { params: { id: person.id } })) onChanged();
  }
  async function endPhoto() {
    setUnpicturing(false);
    if (await saving.run('DELETE /people/:id/photo', { params: { id: person.id } })) onChanged();
  }
  async function change(body: { role?: Role; active?: boolean }) {
    setLeaving(false);
    const answer = await saving.run('PUT /people/:id', { params: { id: person.id }, body });
    if (!answer) return;
    setHandedOn(body.active === false ? answer.handedOn : null);
    onChanged();
  }
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>{person.name}</strong>
          {isMe ? ' (you)' : person.active ? '' : ' · deactivated'}
          <p>{[person.title, person.email, person.phone].filter(Boolean).join(' · ')}</p>
        </div>
        {person.active && opening ? (
          <Button
            variant="default"
            aria-expanded={showsHours}
            aria-label={`${person.ownHours ? 'Custom hours' : 'Hours'} for ${person.name}`}
            onClick={() => setShowsHours(!showsHours)}
          >
            {person.ownHours ? 'Custom hours' : 'Hours'}
          </Button>
        ) : null}
        {isMe ? (
          <span>{roleWords[person.role]}</span>
        ) : (
          <>
            <NativeSelect
              aria-label={`Role for ${person.name}`}
              data={roleChoices}
              value={person.role}
              onChange={(event) => void change({ role: event.currentTarget.value as Role })}
            />
            {person.secondFactor ? (
              <Button
                variant="default"
                aria-label={`${losing ? 'Yes, turn off second factor' : 'Turn off second factor'} for ${person.name}`}
                onClick={() => (losing ? void endFactor() : setLosing(true))}
              >
                {losing ? 'Yes, turn it off' : 'Turn off second factor'}
              </Button>
            ) : null}
            {person.photo ? (
              <Button
                variant="default"
                aria-label={`${unpicturing ? 'Yes, remove photo' : 'Remove photo'} of ${person.name}`}
                onClick={() => (unpicturing ? void endPhoto() : setUnpicturing(true))}
              >
                {unpicturing ? 'Yes, remove it' : 'Remove photo'}
              </Button>
            ) : null}
            {person.active ? (
              <Button variant="default" aria-label={`Password link for ${person.name}`} onClick={() => void makeLink()}>
                Password link
              </Button>
            ) : null}
            {person.active ? (
              <Button
                variant="default"
                color="red"
                onClick={() => (leaving ? void change({ active: false }) : setLeaving(true))}
              >
                {leaving ? 'Yes, deactivate' : 'Deactivate'}
              </Button>
            ) : (
              <Button variant="default" onClick={() => void change({ active: true })}>
                Reactivate
              </Button>
            )}
          </>
        )}
      </div>
      {link !== null ? (
        <ShownOnce
          title={`Send this link to ${person.name} so they can choose a new password. It’s shown only once, works once, and expires after one day.`}
          value={link}
          onDone={() => setLink(null)}
        />
      ) : saving.state === 'idle' ? null : (
        <SaveLine saving={saving} />
      )}
      {person.lockedSignIns ? (
        <LockedSignIns person={person} locked={person.lockedSignIns} onUnlocked={onChanged} />
      ) : null}
      {showsHours && opening ? <OwnHoursForm person={person} opening={opening} onSaved={onChanged} /> : null}
      {handedOn ? (
        <p className="settings-quiet">
          {handedOn === 1 ? '1 conversation is now unassigned.' : `${handedOn} conversations are now unassigned.`}
        </p>
      ) : null}
    </li>
  );
}

interface LockedSignInsProps {
  person: StaffMember;
  locked: NonNullable<StaffMember['lockedSignIns']>;
  onUnlocked(): void;
}

/** Locked sign-ins: somebody tries passwords of this person, or they mistyped theirs. */
function LockedSignIns({ person, locked, onUnlocked }: LockedSignInsProps) {
  const saving = useSaving();
  const networks = locked.networks === 1 ? '1 network' : `${locked.networks} networks`;
  return (
    <div className="settings-alert">
      <p>
        Sign-ins from {networks} are locked until {clockTime(locked.until)} after too many wrong passwords.
      </p>
      <Button
        variant="default"
        aria-label={`Unlock sign-ins for ${person.name}`}
        loading={saving.state === 'saving'}
        onClick={async () => {
          if (await saving.run('DELETE /people/:id/locked-sign-ins', { params: { id: person.id } })) onUnlocked();
        }}
      >
        Unlock
      </Button>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </div>
  );
}

function Invited({ invite, onChanged }: { invite: InviteAnswer; onChanged(): void }) {
  const saving = useSaving();
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>{invite.email}</strong>
          <p>
            {roleWords[invite.role]}, expires {dayInSentence(invite.expiresAt)}
          </p>
        </div>
        <Button
          variant="default"
          onClick={async () => {
            if (await saving.run('DELETE /invites/:id', { params: { id: invite.id } })) onChanged();
          }}
        >
          Cancel invitation
        </Button>
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </li>
  );
}
