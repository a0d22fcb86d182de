import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type HomeTexts, homeFields, wordsIn } from './homeFields.ts';

type Field = (typeof homeFields)[number];
type Words = Extract<ReturnType<typeof wordsIn>, { words: unknown }>['words'];
/** A fault in one field, or in the whole form where no field is named. */
export interface HomeFault {
  field: string | undefined;
  says: string;
}

const groups = [...new Set(homeFields.map(({ group }) => group))];
const known = [
  { value: '', label: 'Unknown' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The file of a home, field by field; each fault stands at its field. */
export function HomeForm(props: {
  texts: HomeTexts;
  onTexts(texts: HomeTexts): void;
  /** Answers with what the hub found wrong; null: saved. */
  onSave(words: Words): Promise<HomeFault | null>;
  saveLabel: string;
  readOnly: boolean;
  isChanged: boolean;
  /** Stands above the button. */
  before?: ReactNode;
}) {
  const { texts, onTexts, readOnly, isChanged } = props;
  const [fault, setFault] = useState<HomeFault | null>(null);
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fault?.field !== undefined) form.current?.querySelector<HTMLElement>(`[name="${fault.field}"]`)?.focus();
  }, [fault]);
  async function save() {
    const read = wordsIn(texts);
    if ('field' in read) return setFault(read);
    setState('saving');
    const wrong = await props.onSave(read.words);
    setFault(wrong);
    setState(wrong === null ? 'saved' : 'idle');
  }
  const draw = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={texts[field.name] ?? ''}
      fault={fault?.field === field.name ? fault.says : null}
      onChange={(value) => {
        onTexts({ ...texts, [field.name]: value });
        setState('idle');
        if (fault?.field === field.name) setFault(null);
      }}
    />
  );
  const isNamed = homeFields.some(({ name }) => name === fault?.field);
  return (
    <form
      ref={form}
      className="home-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset disabled={readOnly} className="home-plain">
        {groups.map((group) => (
          <section key={group} className="home-group" aria-label={group === 'First' ? 'The home' : group}>
            {group === 'First' ? null : <h2>{group}</h2>}
            <div className="home-fields">{homeFields.filter((field) => field.group === group).map(draw)}</div>
          </section>
        ))}
      </fieldset>
      {props.before}
      {readOnly ? null : (
        <div className="home-save">
          <Button type="submit" disabled={!isChanged} loading={state === 'saving'}>
            {props.saveLabel}
          </Button>
          <p role="status" className={fault === null ? '' : 'homes-fault'}>
            {fault !== null && !isNamed ? fault.says : null}
            {fault !== null && isNamed ? 'Fix the marked field first.' : null}
            {state === 'saved' && !isChanged ? 'Saved' : null}
          </p>
        </div>
      )}
    </form>
  );
}

function FieldInput(props: { field: Field; value: string; fault: string | null; onChange(value: string): void }) {
  const { field, value, fault, onChange } = props;
  const { name, label, as, hint, required } = field;
  const common = {
    name,
    label,
    value,
    error: fault,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
    ...(hint === undefined ? {} : { description: hint }),
    ...(required ? { withAsterisk: true } : {}),
  };
  if (as === 'choice' || as === 'known')
    return <NativeSelect {...common} data={as === 'known' ? known : [...(field.choices ?? [])]} />;
  if (as === 'lines')
    return <Textarea {...common} className="wide" autosize minRows={2} maxRows={10} maxLength={8_000} />;
  return (
    <TextInput
      {...common}
      {...(name === 'address' || name === 'url' ? { className: 'wide' } : {})}
      maxLength={600}
      {...(as === 'day' ? { type: 'date' } : {})}
      {...(as === 'money' ? { leftSection: '$', inputMode: 'decimal' } : {})}
      {...(as === 'number' ? { inputMode: 'decimal' } : {})}
    />
  );
}
