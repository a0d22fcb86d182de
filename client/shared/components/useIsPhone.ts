import { useMediaQuery } from '@mantine/hooks';

/** Whether there is room for one column only; the styles turn at the same width. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false });
