/** A decimal number without rounding errors: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Longest number that is read, in characters; more digits are no quantity of anything. */
const longest = 200;

/** Reads a number such as `-12.50`, or undefined for text that is none. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  const [, sign = '', whole = '', fraction = ''] = match ?? [];
  if (match === null || whole + fraction === '' || text.length > longest) return undefined;
  const digits = BigInt(whole + fraction);
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length };
}

const ten = (exponent: number): bigint => 10n ** BigInt(exponent);

/** Divides and rounds half away from zero, as people do on paper. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (2n * a + b) / (2n * b);
  return negative ? -quotient : quotient;
}

function rescale({ digits, scale }: Decimal, to: number): bigint {
  return to >= scale ? digits * ten(to - scale) : divideRounded(digits, ten(scale - to));
}

/** Adds two numbers exactly. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: rescale(a, scale) + rescale(b, scale), scale };
}

/** The number with the other sign. */
export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

/** Multiplies two numbers exactly. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Divides two numbers, rounded to so many decimals; undefined for a division by zero. */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  return { digits: divideRounded(a.digits * ten(b.scale + decimals), b.digits * ten(a.scale)), scale: decimals };
}

/** The number with exactly so many decimals. */
export function toFixed(value: Decimal, decimals: number): string {
  const digits = rescale(value, decimals);
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  return `${digits < 0n ? '-' : ''}${text.slice(0, cut)}${decimals === 0 ? '' : `.${text.slice(cut)}`}`;
}

/** The shortest text of the number: no zeros at the end of the decimals. */
export function toShortest(value: Decimal): string {
  const text = toFixed(value, value.scale);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
