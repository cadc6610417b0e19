/**
 * Builds an asar archive of files at its top level (https://github.com/electron/asar#format): a size, then the
 * header as JSON, both in Chromium's pickle format, then the files one after the other.
 */
export function asarOf(files) {
  const entries = {};
  let offset = 0;
  const bodies = Object.entries(files).map(([name, text]) => {
    const body = Buffer.from(text);
    entries[name] = { size: body.length, offset: String(offset) };
    offset += body.length;
    return body;
  });
  const json = Buffer.from(JSON.stringify({ files: entries }));
  const padded = Buffer.alloc(Math.ceil(json.length / 4) * 4);
  json.copy(padded);
  const header = Buffer.concat([uint32(4 + padded.length), uint32(json.length), padded]);
  return Buffer.concat([uint32(4), uint32(header.length), header, ...bodies]);
}

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
