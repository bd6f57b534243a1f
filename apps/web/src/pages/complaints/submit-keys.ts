/** Whether Enter was pressed together with the key that sends a form: ⌘ on Apple keyboards, Ctrl elsewhere. */
export function sendsForm({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !isComposing;
}

/** How that is written on a button, for the keyboard at hand. */
export function sendKeysLabel(platform: string): string {
  return /mac|iphone|ipad/i.test(platform) ? '⌘↵' : 'Ctrl ↵';
}
