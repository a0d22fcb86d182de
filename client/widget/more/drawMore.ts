import type { ChatMore } from '../chatParts.ts';
import { createElement, icon } from '../createElement.ts';
import { faceOf, initialsOf } from '../faceOf.ts';
import { fill, type Speech } from '../speech.ts';
import type { OfferRow, VisitRow } from '../talkRows.ts';
import { type CardActions, cardsParts } from './homeCards.ts';
import { button, link } from './pressable.ts';
import type { MoreWords } from './words/en.ts';

interface DrawActions extends CardActions {
  choose(offerId: string, slotId: string): void;
  addToCalendar(visit: VisitRow): void;
}

/** Draws the rows that `moreRows` makes. */
export function drawMore(speech: Speech, words: MoreWords, actions: DrawActions): ChatMore['draw'] {
  return (element, row) => {
    if (row.kind === 'notice') return;
    element.className = row.kind;
    const parts =
      row.kind === 'cards'
        ? cardsParts(row, words, speech, actions)
        : row.kind === 'offer'
          ? offerParts(row, words, actions)
          : visitParts(row, words, actions);
    element.replaceChildren(...parts);
  };
}

function offerParts(
  { offerId, slots, state, zone, trouble }: OfferRow,
  words: MoreWords,
  { choose }: DrawActions,
): Node[] {
  const note = (text: string) => createElement('p', { class: 'times-note', role: 'status' }, [text]);
  if (state === 'gone') return [note(words.timesGone)];
  // The hub's own words keep their order in a language that is read from the right.
  const said = (label: string) => createElement('bdi', {}, [label]);
  const chosen = slots.find((slot) => slot.chosen);
  if (chosen && (state === 'taken' || state === 'sent')) {
    const line = [icon('tick', 'M5 12.5l4.5 4.5L19 7.5'), said(chosen.label)];
    return [
      createElement('div', { class: 'chosen-time' }, line),
      note(state === 'sent' ? words.timeSent : (zone ?? '')),
    ];
  }
  const buttons = slots.map(({ slotId, label, chosen: pressed, passed }) => {
    const made = createElement('button', { type: 'button', 'aria-pressed': String(pressed) }, [said(label)]);
    made.disabled = state !== 'open' || passed;
    made.addEventListener('click', () => choose(offerId, slotId));
    return made;
  });
  return [
    createElement('div', { class: 'times', role: 'group', 'aria-label': words.chooseTime }, buttons),
    note(trouble ?? (state === 'asking' ? words.askingTime : (zone ?? ''))),
  ];
}

function visitParts(row: VisitRow, words: MoreWords, { say, addToCalendar }: DrawActions): Node[] {
  const { isCall, when, zone, home, address, with: agent, ahead } = row;
  const place = address ?? home;
  const acts: Node[] = [];
  if (ahead) acts.push(button(words.toCalendar, () => addToCalendar(row)));
  if (ahead && !isCall && address) {
    const query = new URLSearchParams({ api: '1', destination: address });
    acts.push(link(`https://www.google.com/maps/dir/?${query}`, [words.directions]));
  }
  if (ahead) acts.push(button(words.change, () => say(isCall ? words.changeCall : words.changeVisit)));
  return [
    createElement('div', { class: 'visit-card' }, [
      createElement('p', { class: 'visit-title' }, [isCall ? words.yourCall : words.yourVisit]),
      createElement('p', { class: 'visit-when' }, [createElement('bdi', {}, [when])]),
      createElement('p', { class: 'quiet-line' }, [zone]),
      ...(place && !isCall ? [createElement('p', { dir: 'auto' }, [place])] : []),
      ...(agent
        ? [
            createElement('p', { class: 'visit-with' }, [
              faceOf('person', initialsOf(agent)),
              createElement('span', {}, [fill(words.withWhom, { name: agent })]),
            ]),
          ]
        : []),
      createElement('div', { class: 'visit-acts' }, acts),
    ]),
  ];
}
