import { expect, test } from 'vitest';
import { prettyBody } from '../../../shared/trace/prettyBody.ts';

test.each([
  ['<a><b>1</b></a>', '<a>\n  <b>1</b>\n</a>'],
  ['{"error":"invalid_grant","error_codes":[50126]}', '{\n  "error": "invalid_grant",\n  "error_codes": [\n    50126\n  ]\n}'],
  ['{"error":', '{"error":'],
  ['grant_type=password&username=ann%40contoso.test&password=••• (masked)', 'grant_type=password\nusername=ann@contoso.test\npassword=••• (masked)'],
  ['a=%zz', 'a=%zz'],
  ['a = b', 'a = b'],
  ['', ''],
])('%j is shown as %j', (body, shown) => {
  expect(prettyBody(body)).toBe(shown);
});
