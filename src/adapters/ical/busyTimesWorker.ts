import { parentPort, workerData } from 'node:worker_threads';
import type { BusyWindow } from '../../features/appointments/busyCalendar.ts';
import { busyTimesIn } from './busyTimesIn.ts';

const { text, window } = workerData as { text: string; window: BusyWindow };
parentPort?.postMessage(busyTimesIn(text, window));
