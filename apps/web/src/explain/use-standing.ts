import { useDebounceFn } from '@vueuse/core';
import { shallowRef } from 'vue';

/** A pointer on its way to a button beside the picture passes other marks: only where it rests it means one. */
const REST_MS = 150;

/** The mark somebody stands on, by keyboard at once, by pointer where it rests; kept when they go on to a button. */
export function useStanding<Mark>() {
  const standing = shallowRef<Mark>();
  const rest = useDebounceFn((mark: Mark | undefined) => {
    if (mark !== undefined) standing.value = mark;
  }, REST_MS);
  return {
    standing,
    stand: (mark: Mark): void => {
      standing.value = mark;
    },
    hover: (mark: Mark | undefined): void => void rest(mark),
  };
}
