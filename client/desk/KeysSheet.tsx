import { Kbd, Modal } from '@mantine/core';

const keys: [string, string][] = [
  ['j', 'Next conversation'],
  ['k', 'Previous conversation'],
  ['Enter', 'Open it'],
  ['x', 'Select it; with Shift all from the last one on'],
  ['Esc', 'Select none'],
  ['e', 'Close it, and go to the next'],
  ['Ctrl+K', 'Search all conversations'],
  ['Alt+Enter', 'Use the suggestion'],
  ['/', 'Saved replies, at the start of a reply'],
  ['Enter', 'Send, while writing'],
  ['Shift+Enter', 'Break the line, while writing'],
  ['?', 'This list'],
];

export default function KeysSheet({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="sm">
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={meaning}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
