// Users put credentials into build arguments against all advice: the name is the only sign of it.
const CREDENTIAL = /TOKEN|SECRET|PASSW|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY/i

/** Whether `NAME=value` looks like a credential; without a value buildx takes it from its environment. */
export function looksLikeCredential(buildArg: string): boolean {
  const [name = '', ...value] = buildArg.split('=')
  return CREDENTIAL.test(name) && (value.length === 0 || value.join('=') !== '')
}
