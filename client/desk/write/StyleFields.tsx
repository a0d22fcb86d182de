import { NativeSelect } from '@mantine/core';
import type { NarrativeLength, NarrativeStyle } from '../../../src/contract/rest/narratives.ts';
import { lengthLabels, styleLabels } from '../../shared/labels/narratives.ts';

export interface Look {
  style: NarrativeStyle;
  length: NarrativeLength;
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** How a story sounds, and how long it is. */
export function StyleFields({ look, onChange }: { look: Look; onChange(look: Look): void }) {
  return (
    <>
      <NativeSelect
        label="Style"
        data={optionsOf(styleLabels)}
        value={look.style}
        onChange={(event) => onChange({ ...look, style: event.currentTarget.value as NarrativeStyle })}
      />
      <NativeSelect
        label="Length"
        data={optionsOf(lengthLabels)}
        value={look.length}
        onChange={(event) => onChange({ ...look, length: event.currentTarget.value as NarrativeLength })}
      />
    </>
  );
}
