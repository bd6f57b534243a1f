/** An email address as accounts keep it: whoever types capitals or a space around it means the same person. */
export const emailAddressOf = (text: string): string => text.trim().normalize('NFC').toLowerCase();
