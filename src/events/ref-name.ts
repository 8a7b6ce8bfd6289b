// What `git check-ref-format --branch` refuses, one rule a line (git-check-ref-format(1)).
const refused: [RegExp, string][] = [
  [/^$/, 'it is empty'],
  [/^-/, 'it begins with "-"'],
  [/^HEAD$/, 'it is "HEAD"'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git refuses exactly these
  [/[\x00-\x20\x7f]/, 'it contains a blank or a control character'],
  [/[~^:?*[\\]/, 'it contains one of ~ ^ : ? * [ \\'],
  [/\.\./, 'it contains ".."'],
  [/@\{/, 'it contains "@{"'],
  [/^\/|\/$|\/\//, 'it begins or ends in "/" or contains "//"'],
  [/(^|\/)\./, 'a part of it begins with "."'],
  [/\.lock(\/|$)/, 'a part of it ends in ".lock"'],
  [/\.$/, 'it ends in "."'],
]

/** Why git would refuse this as a branch name, for the user; undefined if it is valid. */
export function whyNotABranchName(name: string): string | undefined {
  if (!name.isWellFormed() || name.includes('\ufffd')) return 'it is not well-formed Unicode'
  return refused.find(([rule]) => rule.test(name))?.[1]
}

/** The branch of a full ref: one `refs/heads/` removed; other text unchanged. */
export function branchOfRef(ref: string): string {
  return ref.replace(/^refs\/heads\//, '')
}
