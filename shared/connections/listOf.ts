/** The entries of a text that separates them with commas, semicolons or spaces. */
export const listOf = (text: string): string[] => text.split(/[\s,;]+/).filter((entry) => entry !== '');
