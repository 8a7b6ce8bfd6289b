/** A mistake in the workflow's inputs: one sentence for the user, thrown before anything runs. */
export class InputError extends Error {
  constructor(input: string, sentence: string) {
    super(`${input}: ${sentence}`)
    this.name = 'InputError'
  }
}
