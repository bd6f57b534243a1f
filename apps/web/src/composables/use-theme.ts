import { usePreferredDark, useStorage } from '@vueuse/core';
import { computed, watchEffect } from 'vue';

export const THEMES = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof THEMES)[number];

const choice = useStorage<ThemeChoice>('bedside.theme', 'system');
const prefersDark = usePreferredDark();
const dark = computed(() => choice.value === 'dark' || (choice.value !== 'light' && prefersDark.value));

watchEffect(() => {
  document.documentElement.classList.toggle('dark', dark.value);
  document.documentElement.classList.toggle('light', !dark.value);
});

/** Light, dark, or as the device; kept for the next visit, and applied before first paint by first-paint.js. */
export function useTheme() {
  return { choice, dark };
}
