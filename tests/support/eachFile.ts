import { afterAll } from 'vitest';
import { endLeftovers } from './endWithUs.ts';

afterAll(endLeftovers);
