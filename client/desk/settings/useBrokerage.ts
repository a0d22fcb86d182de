import { useState } from 'react';
import type { BrokerageSettings, SettingsAnswer } from '../../../src/contract/settings.ts';
import { type Loaded, type Saving, useLoaded, useSaving } from './useLoaded.ts';

export interface BrokerageForm {
  loaded: Loaded<SettingsAnswer>;
  saving: Saving;
  /** What stands, with what was changed here and not saved yet. */
  draft: BrokerageSettings | null;
  isChanged: boolean;
  edit(change: Partial<BrokerageSettings>): void;
  save(): Promise<void>;
  setLogo(image: string | null): Promise<void>;
}

/** The settings as a form: what is typed stays over a refusal. */
export function useBrokerage(): BrokerageForm {
  const loaded = useLoaded<SettingsAnswer>('/settings');
  const saving = useSaving();
  const [change, setChange] = useState<Partial<BrokerageSettings>>({});
  const version = loaded.data?.version ?? 0;
  const take = (answer: SettingsAnswer | null) => {
    if (answer !== null) loaded.set(answer);
    return answer !== null;
  };
  return {
    loaded,
    saving,
    draft: loaded.data && { ...loaded.data.settings, ...change },
    isChanged: Object.keys(change).length > 0,
    edit(more) {
      saving.clear();
      setChange((before) => ({ ...before, ...more }));
    },
    async save() {
      const sent = change;
      if (take(await saving.run<SettingsAnswer>('PUT', '/settings', { version, change: sent })))
        setChange((now) => unsaved(now, sent));
    },
    async setLogo(image) {
      take(await saving.run<SettingsAnswer>('PUT', '/settings/logo', { version, image }));
    },
  };
}

/** What was changed while `sent` was being saved: it stays in the form. */
export const unsaved = <T extends object>(now: Partial<T>, sent: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== sent[field as keyof T])) as Partial<T>;

const refusedFields: Record<string, string> = {
  'change.greeting': 'The greeting',
  'change.closedSays': 'What is said while closed',
  'change.card.hoursToo': 'What you say beyond your hours',
  'change.card.office': 'The office',
  'change.card.fees': 'What you say about fees',
  'change.card.represents': 'Whom you work for',
  'change.card.people': 'What a person does',
};

/** Words for what the hub refused about the settings. */
export function settingsRefusal({ code, field }: { code: string; field?: string | undefined }): string | null {
  if (code === 'CONFLICT') return 'Somebody else changed the settings meanwhile. Reload the page to see theirs.';
  if (code === 'POLICY_BLOCKED') {
    const which = refusedFields[field ?? ''] ?? 'This';
    return `${which} holds words that may not be said to visitors: about who lives somewhere, schools or safety, promises about prices or loans, or that Jorge is a person. Change them and save again.`;
  }
  if (code !== 'VALIDATION_FAILED') return null;
  if (field?.startsWith('change.colours')) return 'This colour cannot be read on the widget. Choose a stronger one.';
  if (field?.startsWith('change.hours')) return 'A day must open before it closes.';
  if (field === 'change.waiting') return 'Red must come after amber, both in whole minutes.';
  if (field?.startsWith('change.review')) return 'The score is 0 to 100, the value a whole amount.';
  if (field?.startsWith('change.mortgage'))
    return 'Fill in every figure of the estimate, with who says so and the day.';
  if (field?.startsWith('change.serves')) return 'At most 100 places, each of 60 characters or fewer.';
  if (field?.startsWith('change.card.people')) return 'Every person needs a name, of 120 characters at most.';
  if (field?.startsWith('change.card.areas')) return 'At most 30 areas, each of 60 characters or fewer.';
  if (field === 'change.timeZone') return 'Choose a time zone from the list.';
  if (field === 'change.brokerage') return 'The name must have 1 to 120 characters.';
  if (field === 'image') return 'The logo must be a PNG, JPEG or WebP of at most 64 KB and 2,000 pixels a side.';
  return 'Something here is not valid.';
}
