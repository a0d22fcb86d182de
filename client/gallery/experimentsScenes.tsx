import type {
  ArmReading,
  ExperimentAnswer,
  ExperimentReading,
  ExperimentsAnswer,
} from '../../src/contract/rest/experiments.ts';
import { DeskPages } from '../desk/DeskPages.tsx';
import { board } from './deskScene.tsx';
import { longName, minutesAgo, unbroken } from './fixtures.ts';
import { drawStaff, supervisor } from './StaffScene.tsx';
import type { Scene } from './scene.ts';
import { answering } from './settingsScenes.tsx';

const day = 24 * 60;
const running: ExperimentAnswer = {
  ...{ id: 'e1', name: 'Facts or feelings', state: 'running', metric: 'replied' },
  arms: [
    { strategy: 'empathetic', weight: 0.5 },
    { strategy: 'analytical', weight: 0.5 },
  ],
  plan: { baseRate: 0.2, lift: 0.1, leadsPerArm: 291 },
  minimumPerArm: 291,
  ...{
    startedAt: minutesAgo(3 * day),
    endsAt: minutesAgo(-11 * day),
    by: { id: supervisor.id, name: supervisor.name },
  },
};
const over: ExperimentAnswer = {
  ...running,
  ...{ state: 'over', startedAt: minutesAgo(20 * day), endsAt: minutesAgo(6 * day) },
};
const items: ExperimentsAnswer['items'] = [
  running,
  { ...over, id: 'e2', name: 'Brisk or patient' },
  {
    ...over,
    ...{ id: 'e3', name: unbroken.slice(0, 80), state: 'stopped', stoppedAt: minutesAgo(15 * day) },
    by: { id: 'x', name: longName },
  },
];

type Count = readonly [exposed: number, outcomes: number, from: number, to: number];
const armOf = (arm: ExperimentAnswer['arms'][number], [exposed, outcomes, from, to]: Count): ArmReading => ({
  ...{ ...arm, exposed, outcomes, optOuts: exposed > 100 ? 2 : 0, complaints: exposed > 100 ? 1 : 0 },
  rate: exposed === 0 ? null : { share: outcomes / exposed, from, to },
});
function read(
  experiment: ExperimentAnswer,
  counts: readonly Count[],
  told: Pick<ExperimentReading, 'verdict' | 'says'> & Partial<ExperimentReading>,
): ExperimentReading {
  return {
    ...experiment,
    ...{ sampleRatio: { p: 0.8, mismatch: false }, comparisons: null, winner: null },
    ...told,
    arms: experiment.arms.map((arm, at) => armOf(arm, counts[at] ?? [0, 0, 0, 1])),
  };
}
const early = read(
  running,
  [
    [12, 4, 0.14, 0.61],
    [15, 3, 0.07, 0.45],
  ],
  {
    ...{ verdict: 'early', says: 'Too early to tell: 12 of 291 leads in the smallest group, and 11 days left.' },
    sampleRatio: { p: 0.56, mismatch: false },
  },
);
const won = read(
  over,
  [
    [304, 96, 0.27, 0.37],
    [311, 62, 0.16, 0.25],
  ],
  {
    ...{ verdict: 'winner', says: 'Empathetic did better.', winner: 'empathetic' },
    comparisons: [
      {
        ...{ strategy: 'empathetic', other: 'analytical', difference: 0.1164 },
        ...{ p: 0.0009, adjustedP: 0.0009, significant: true },
      },
    ],
  },
);
const three: ExperimentAnswer = {
  ...over,
  ...{ name: longName, metric: 'appointment', minimumPerArm: 388 },
  arms: [
    { strategy: 'empathetic', weight: 1 / 3 },
    { strategy: 'assertive', weight: 1 / 3 },
    { strategy: 'consultative', weight: 1 / 3 },
  ],
};
const tied = read(
  three,
  [
    [402, 88, 0.18, 0.26],
    [391, 81, 0.17, 0.25],
    [410, 97, 0.2, 0.28],
  ],
  {
    ...{ verdict: 'tie', says: 'No group did clearly better: chance alone makes differences like this.' },
    comparisons: [
      { strategy: 'empathetic', other: 'assertive', difference: 0.0117, p: 0.69, adjustedP: 0.93, significant: false },
      {
        strategy: 'empathetic',
        other: 'consultative',
        difference: -0.0177,
        p: 0.55,
        adjustedP: 0.93,
        significant: false,
      },
      {
        strategy: 'assertive',
        other: 'consultative',
        difference: -0.0294,
        p: 0.31,
        adjustedP: 0.93,
        significant: false,
      },
    ],
  },
);
const skewed = read(
  running,
  [
    [412, 90, 0.18, 0.26],
    [305, 61, 0.16, 0.25],
  ],
  {
    verdict: 'skewed',
    says: 'The groups aren’t as large as planned, and chance alone doesn’t explain it. A comparison would be misleading.',
    sampleRatio: { p: 0.00006, mismatch: true },
  },
);
const empty = read(running, [], {
  ...{ verdict: 'early', says: 'Too early to tell: 0 of 291 leads in each group, and 14 days left.' },
  sampleRatio: { p: null, mismatch: false },
});

function experiments(
  name: string,
  title: string,
  sees: string,
  answers: Parameters<typeof answering>[0],
  path = '/desk/experiments/e1',
): Scene {
  return {
    name: `desk-experiments-${name}`,
    title: `Desk: ${title}`,
    ...{ path, sees },
    draw(into) {
      window.fetch = answering(answers);
      return drawStaff(into, supervisor, { rows: board }, <DeskPages />);
    },
  };
}
const list = '/desk/experiments';

/** The list of coaching experiments and one of them, in each of their states. */
export const experimentsScenes: Scene[] = [
  experiments(
    'list',
    'experiments, one of them running',
    'text=11 days left',
    { '/experiments': { items }, '/experiments/e1': early },
    list,
  ),
  experiments('empty', 'no experiment yet', 'text=New experiment', { '/experiments': { items: [] } }, list),
  {
    ...experiments(
      'form',
      'an experiment being planned',
      '.experiment-form',
      { '/experiments': { items: items.slice(1) } },
      list,
    ),
    press: ['text=New experiment'],
  },
  experiments('loading', 'the experiments are on their way', '.people-skeleton', 'never', list),
  experiments('error', 'the experiments didn’t load', 'text=The list didn’t load', 'error', list),
  experiments('early', 'an experiment too early to tell', '.experiment-arms', { '/experiments/e1': early }),
  experiments('none', 'an experiment without leads', '.experiment-arms', { '/experiments/e1': empty }),
  experiments('winner', 'an experiment with a result', '.experiment-better', { '/experiments/e1': won }),
  experiments('tie', 'three groups without a difference', '.experiment-comparisons', { '/experiments/e1': tied }),
  experiments('skewed', 'groups that aren’t as planned', '.is-skewed', { '/experiments/e1': skewed }),
  experiments('one-error', 'an experiment that didn’t load', 'text=This experiment didn’t load', 'error'),
];
