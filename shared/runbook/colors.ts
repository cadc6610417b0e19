/** The colors a person can give to a link, a note or a group. Each is drawn with a tone that passes in every color mode. */
export const markColors = { gray: 'Gray', yellow: 'Yellow', green: 'Green', blue: 'Blue', purple: 'Purple', red: 'Red' } as const;
export type MarkColor = keyof typeof markColors;

/** Whether a word is a color of the palette. */
const isMarkColor = (word: string): word is MarkColor => Object.hasOwn(markColors, word);

/** Where the hues of the palette begin, in degrees of the color circle. */
const hues: readonly (readonly [from: number, color: MarkColor])[] = [
  [0, 'red'],
  [20, 'yellow'],
  [70, 'green'],
  [170, 'blue'],
  [250, 'purple'],
  [320, 'red'],
];

function hueOf(red: number, green: number, blue: number): number {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  const sixth = most === red ? ((green - blue) / range + 6) % 6 : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  return sixth * 60;
}

/** The color of the palette for what a file says: its name, or the nearest one for `#RRGGBB`, as Orchestrator writes colors. */
export function markColorOf(said: string | undefined): MarkColor | undefined {
  if (said === undefined || isMarkColor(said)) return said;
  const [red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(said)?.slice(1).map((digits) => Number.parseInt(digits, 16)) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 32) return 'gray';
  const hue = hueOf(red, green, blue);
  return hues.findLast(([from]) => hue >= from)?.[1];
}
