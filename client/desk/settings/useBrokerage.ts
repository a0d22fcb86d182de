import { useState } from 'react';
import type { BrokerageSettings, SettingsAnswer } from '../../../src/contract/rest/settings.ts';
import { useBrokerageContext } from '../../shared/components/BrokerageContext.tsx';
import { type Loaded, type Saving, useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { fieldFault } from './fieldFault.ts';
import { settingsRefusal } from './settingsRefusal.ts';

export interface BrokerageForm {
  loaded: Loaded<SettingsAnswer>;
  saving: Saving;
  /** The saved settings, with unsaved changes made here. */
  draft: BrokerageSettings | null;
  isChanged: boolean;
  /** The refusal of a setting, or of a part of it ("mortgage.source"), in words for its field; null: none. */
  faultOf(field: string): string | null;
  edit(change: Partial<BrokerageSettings>): void;
  save(): Promise<void>;
  /** After a CONFLICT: the newest settings, under what was typed here. */
  loadNewest(): void;
  setLogo(image: string | null): Promise<void>;
}

/** The settings as a form: the typed words survive a refusal. */
export function useBrokerage(): BrokerageForm {
  const loaded = useLoaded('GET /settings');
  const saving = useSaving();
  const { reload } = useBrokerageContext();
  const [change, setChange] = useState<Partial<BrokerageSettings>>({});
  const version = loaded.data?.version ?? 0;
  const take = (answer: SettingsAnswer | null) => {
    if (answer !== null) {
      loaded.set(answer);
      reload();
    }
    return answer !== null;
  };
  return {
    loaded,
    saving,
    draft: loaded.data && { ...loaded.data.settings, ...change },
    isChanged: Object.keys(change).length > 0,
    faultOf: (field) => fieldFault(saving, `change.${field}`, settingsRefusal),
    edit(more) {
      saving.clear();
      setChange((before) => ({ ...before, ...more }));
    },
    async save() {
      const sent = change;
      if (take(await saving.run('PUT /settings', { body: { version, change: sent } })))
        setChange((now) => unsaved(now, sent));
    },
    loadNewest() {
      saving.clear();
      loaded.reload();
    },
    async setLogo(image) {
      take(await saving.run('PUT /settings/logo', { body: { version, image } }));
    },
  };
}

/** The changes made while `sent` was being saved: they stay in the form. */
export const unsaved = <T extends object>(now: Partial<T>, sent: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== sent[field as keyof T])) as Partial<T>;
