import type { Page } from 'playwright-core';

/** What somebody types who should be found nowhere but where it was sent: a patient's name, words and address. */
export const WORDS = 'Quetzalwort asked twice';
const EMAIL = 'quetzalwort@hospital.example';
export const FOUND = /quetzalwort/i;

export interface Watch {
  /** Addresses asked for, those they were asked from, those the page went by, and titles, in which words stand. */
  told(): Promise<string[]>;
  /** Requests whose bodies hold the words, by their addresses. */
  sent: string[];
}

/** Listens to everything by which a page tells others, or the browser's memory, where it has been. */
export function watchAddresses(page: Page): Watch {
  const said: string[] = [];
  const sent: string[] = [];
  page.on('request', (request) => {
    said.push(`asked ${request.url()}`, `from ${request.headers()['referer'] ?? ''}`);
    if (FOUND.test(request.postData() ?? '')) sent.push(new URL(request.url()).pathname);
  });
  page.on('framenavigated', (frame) => said.push(`went to ${frame.url()}`));
  return {
    sent,
    told: async () => {
      const remembered = await page.evaluate(() => [
        ...window.navigation.entries().map(({ url }) => `remembers ${url}`),
        `calls itself ${document.title}`,
      ]);
      return [...said, ...remembered, `is at ${page.url()}`].filter((one) => FOUND.test(decodeURIComponent(one)));
    },
  };
}

const TAKES_WORDS = ['text', 'search', 'email', 'password', 'tel', 'url', 'textarea'];

/** Puts the words into every field that takes any, all at once; answers with how many there were. */
export function typeEverywhere(page: Page): Promise<number> {
  return page.evaluate(
    ({ types, words, email }) => {
      const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
        (field) =>
          types.includes(field.type) &&
          // Numbers are no words.
          field.inputMode !== 'numeric' &&
          !field.disabled &&
          !field.readOnly &&
          field.checkVisibility(),
      );
      for (const field of fields) {
        field.value = field.type === 'email' ? email : words;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      fields.at(-1)?.focus();
      return fields.length;
    },
    { types: TAKES_WORDS, words: WORDS, email: EMAIL },
  );
}
