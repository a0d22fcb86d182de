import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Help } from '../../../src/contract/coaching.ts';
import type { OwnAccount } from '../../../src/contract/rest/account.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { helpLevelLabels, strategyLabels } from '../../shared/labels/coaching.ts';
import { SaveLine } from './parts.tsx';

const choicesOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** How much one is helped in a conversation unasked, and in what manner. */
export function HelpForm({ own }: { own: OwnAccount }) {
  const saving = useSaving();
  const [help, setHelp] = useState(own.help);

  async function change(next: Help) {
    const before = help;
    setHelp(next);
    const answer = await saving.run('PUT /me/help', { body: next });
    setHelp(answer?.help ?? before);
  }
  return (
    <div className="settings-form">
      <Select
        label="Hints and suggestions"
        description="What appears in your conversations and calls unasked. You can always press Suggest."
        allowDeselect={false}
        value={help.level}
        data={choicesOf(helpLevelLabels)}
        onChange={(level) => level && void change({ ...help, level: level as Help['level'] })}
      />
      <Select
        label="Style"
        description="How suggestions sound. While a coaching experiment runs, it decides instead."
        allowDeselect={false}
        value={help.strategy}
        data={choicesOf(strategyLabels)}
        onChange={(strategy) => strategy && void change({ ...help, strategy: strategy as Help['strategy'] })}
      />
      <SaveLine saving={saving} />
    </div>
  );
}
