/** What marks a line of a response as a problem: a response class or code that is no success, or a fault. */
const problem = /ResponseClass="(?:Error|Warning)"|<(?:\w+:)?ResponseCode(?:\s[^>]*)?>(?!NoError<)[^<]+<|<(?:\w+:)?Fault[ >]|<(?:\w+:)?faultstring/;

/** The lines, from 1, of an indented response that say that something went wrong. */
export function problemLines(xml: string): readonly number[] {
  return xml.split('\n').flatMap((line, index) => (problem.test(line) ? [index + 1] : []));
}
