const sentences: Readonly<Record<string, string>> = {
  EACCES: 'This account has no permission.',
  EPERM: 'The system does not allow it.',
  ENOSPC: 'The disk is full.',
  EROFS: 'The disk is read-only.',
  ENOENT: 'It does not exist.',
  ENOTDIR: 'A part of the path is a file.',
  EISDIR: 'It is a folder.',
  EBUSY: 'Another program uses it.',
  EMFILE: 'Too many files are open.',
  ENAMETOOLONG: 'The name is too long.',
};

/** The system's code of a failed file operation, or an empty text. */
export function systemCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
}

/** A failed file operation as a sentence; the original text where the code is unknown. */
export function systemProblem(thrown: unknown): string {
  const code = systemCode(thrown);
  return sentences[code] ?? (thrown instanceof Error ? thrown.message : String(thrown));
}
