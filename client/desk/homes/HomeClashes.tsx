import { SegmentedControl } from '@mantine/core';
import type { HomeClash, HomeTexts } from './homeFields.ts';

/** Somebody else's changes of the home beside one's own: the person chooses field by field. */
export function HomeClashes(props: {
  by: string;
  clashes: readonly HomeClash[];
  texts: HomeTexts;
  onTexts(texts: HomeTexts): void;
}) {
  const { by, clashes, texts, onTexts } = props;
  return (
    <section className="home-clashes" role="alert" aria-label="Conflicting changes">
      <h2>{by} changed this home while you were editing</h2>
      <p>Choose which version to keep, then save.</p>
      <ul>
        {clashes.map(({ name, label, theirs, yours }) => (
          <li key={name}>
            <b>{label}</b>
            <dl>
              <div>
                <dt>Theirs</dt>
                <dd>{theirs || 'Blank'}</dd>
              </div>
              <div>
                <dt>Yours</dt>
                <dd>{yours || 'Blank'}</dd>
              </div>
            </dl>
            <SegmentedControl
              aria-label={`${label}: version to keep`}
              data={[
                { value: 'theirs', label: 'Theirs' },
                { value: 'yours', label: 'Yours' },
              ]}
              value={(texts[name] ?? '') === theirs ? 'theirs' : 'yours'}
              onChange={(value) => onTexts({ ...texts, [name]: value === 'theirs' ? theirs : yours })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
