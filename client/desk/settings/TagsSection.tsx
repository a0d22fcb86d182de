import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import type { ConversationTag, TagColour } from '../../../src/contract/rest/tags.ts';
import { tagLimits } from '../../../src/contract/tagLimits.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { newCommandId } from '../../shared/connection/newCommandId.ts';
import { tagColourLabels } from '../../shared/labels/tags.ts';
import { Section, SettingsForm } from './parts.tsx';
import { TagRules } from './TagRules.tsx';
import { useBrokerage } from './useBrokerage.ts';

const colours = Object.entries(tagColourLabels).map(([value, label]) => ({ value, label }));

/** The brokerage's own tags, and the rules by which conversations get them by themselves. */
export function TagsSection() {
  const form = useBrokerage();
  return (
    <Section
      title="Tags"
      about="Your own labels for conversations. Everyone at the desk can add them and filter by them. Visitors never see them."
      loaded={form.loaded}
    >
      {() => {
        const { draft } = form;
        if (!draft) return null;
        const { tags, tagRules } = draft;
        const change = (id: string, part: Partial<ConversationTag>) =>
          form.edit({ tags: tags.map((tag) => (tag.id === id ? { ...tag, ...part } : tag)) });
        const names = tags.map(({ name }) => name.trim().toLowerCase());
        const isTwice = (name: string) => names.filter((one) => one === name.trim().toLowerCase()).length > 1;
        return (
          <SettingsForm form={form} faulty={names.some((name) => name === '' || isTwice(name))}>
            <ul className="tag-rows" aria-label="Tags">
              {tags.map(({ id, name, colour }) => (
                <li key={id}>
                  <i className={`tag-dot ${colour}`} />
                  <TextInput
                    aria-label="Tag name"
                    placeholder="Name"
                    maxLength={tagLimits.nameChars}
                    value={name}
                    error={name.trim() === '' ? 'Enter a name.' : isTwice(name) ? 'Two tags have this name.' : null}
                    onChange={(event) => change(id, { name: event.currentTarget.value })}
                  />
                  <NativeSelect
                    size="sm"
                    aria-label={`Color of ${name || 'the tag'}`}
                    data={colours}
                    value={colour}
                    onChange={(event) => change(id, { colour: event.currentTarget.value as TagColour })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={32}
                    aria-label={`Remove ${name || 'the tag'}`}
                    onClick={() =>
                      form.edit({
                        tags: tags.filter((tag) => tag.id !== id),
                        tagRules: tagRules.filter(({ tagId }) => tagId !== id),
                      })
                    }
                  >
                    <Icon name="close" size={16} />
                  </ActionIcon>
                </li>
              ))}
            </ul>
            <div className="settings-row">
              <Button
                variant="default"
                disabled={tags.length >= tagLimits.list}
                onClick={() => {
                  const colour = colours[tags.length % colours.length]?.value as TagColour;
                  form.edit({ tags: [...tags, { id: newCommandId(), name: '', colour }] });
                }}
              >
                Add a tag
              </Button>
              {tags.length >= tagLimits.list ? <span>You can have up to {tagLimits.list} tags.</span> : null}
            </div>
            <TagRules tags={tags} rules={tagRules} onRules={(rules) => form.edit({ tagRules: rules })} />
          </SettingsForm>
        );
      }}
    </Section>
  );
}
