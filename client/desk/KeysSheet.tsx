import { Kbd, Modal } from '@mantine/core';

const keys: [string, string][] = [
  ['j', 'Next conversation'],
  ['k', 'Previous conversation'],
  ['Enter', 'Open the conversation'],
  ['x', 'Select it (with Shift, select a range)'],
  ['Esc', 'Clear the selection'],
  ['e', 'Close it and go to the next'],
  ['y', 'On a call: they agree to a transcript'],
  ['n', 'On a call: they don’t want a transcript'],
  ['s', 'On a call: switch who is speaking'],
  ['Ctrl+K', 'Search all conversations'],
  ['Alt+Enter', 'Use the suggestion'],
  ['/', 'Open saved replies (at the start of a reply)'],
  ['Enter', 'Send (while writing)'],
  ['Shift+Enter', 'Start a new line (while writing)'],
  ['?', 'Show this list'],
];

export default function KeysSheet({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="sm">
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
