import type { Grammar } from './parseGrammar.ts';

const integer = /^[+-]?\d+$/;
const patterns: Readonly<Record<string, RegExp>> = {
  'xs:boolean': /^(true|false|0|1)$/,
  'xs:int': integer,
  'xs:integer': integer,
  'xs:short': integer,
  'xs:long': integer,
  'xs:byte': integer,
  'xs:unsignedInt': /^\+?\d+$/,
  'xs:unsignedShort': /^\+?\d+$/,
  'xs:nonNegativeInteger': /^\+?\d+$/,
  'xs:double': /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|INF|-INF|NaN)$/,
  'xs:float': /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|INF|-INF|NaN)$/,
  'xs:decimal': /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  'xs:dateTime': /^-?\d{4,}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/,
  'xs:date': /^-?\d{4,}-\d{2}-\d{2}(Z|[+-]\d{2}:\d{2})?$/,
  'xs:time': /^\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/,
  'xs:duration': /^-?P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
  'xs:base64Binary': /^(\s*[A-Za-z0-9+/]){0,}\s*(=\s*){0,2}$/,
  'xs:language': /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/,
};

/** Too long for a pattern that looks at every character; attachments are checked where they are read. */
const longestChecked = 4096;

/** What is wrong with a text as a value of a simple type, in the words of .NET's validator; undefined for nothing. */
export function simpleProblem(text: string, type: string, grammar: Grammar): string | undefined {
  if (type.startsWith('xs:')) {
    const pattern = patterns[type];
    if (pattern === undefined || (type === 'xs:base64Binary' && text.length > longestChecked) || pattern.test(text.trim())) return undefined;
    return `The value '${text.slice(0, 80)}' is invalid according to its datatype '${type.slice(3)}'.`;
  }
  const known = grammar.types.get(type);
  const invalid = `The value '${text.slice(0, 80)}' is invalid according to its datatype '${type.slice(2)}' - `;
  if (known?.kind === 'enum') return known.words.includes(text.trim()) ? undefined : `${invalid}The Enumeration constraint failed.`;
  if (known?.kind === 'list') {
    const [only = ''] = known.words;
    const allowed = known.words.length === 1 ? grammar.types.get(only) : known;
    if (allowed?.kind !== 'enum' && allowed?.kind !== 'list') return undefined;
    const wrong = text
      .trim()
      .split(/\s+/)
      .find((word) => !allowed.words.includes(word));
    return wrong === undefined ? undefined : `${invalid}The Enumeration constraint failed.`;
  }
  if (known?.kind !== 'base') return undefined;
  if (known.filled && text === '') return `${invalid}The actual length is less than the MinLength value.`;
  return simpleProblem(text, known.base, grammar);
}
