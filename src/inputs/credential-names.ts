// Users put credentials into build arguments against all advice; only the name shows it.
const ANYWHERE =
  /TOKEN(?!I[ZS])|SECRET|PASSW|PASS_?PHRASE|CREDENTIAL|CONN(ECTION)?_?STR|(API|PRIVATE|ACCESS)_?KEY/i

// Only as the last word: `NPM_AUTH` is a credential, `AUTH_URL` is not.
const LAST = new Set(
  (
    'AUTH AUTHORIZATION AUTHTOKEN BEARER COOKIE COOKIES CRED CREDS DSN HMAC HTPASSWD JWT JWTS KUBECONFIG NETRC ' +
    'KEYSTORE KEYTAB MNEMONIC NPMRC OTP PASS PAT PATS PEM PFX SALT SAS SIGNATURE TOTP WEBHOOK'
  ).split(' '),
)
/** Names of files and URLs that are credentials, and Bundler's variables for gem hosts. */
const KINDS =
  /WEBHOOK_?UR[IL]|DOCKER_?CONFIG_?JSON|(^|_)(SA|SERVICE_?ACCOUNT)_?JSON|(^|_)ID_(RSA|DSA|ECDSA|ED25519)|(^|_)P12$|^BUNDLE_\w+__\w+/i

/** Words before `KEY` that name a key that is not secret. */
const PLAIN_KEYS = /^(CACHE|FOREIGN|HOST|INDEX|PARTITION|PRIMARY|PUBLIC|ROUTING|SORT|STATE)$/

/** Whether `NAME=value` looks like a credential; without a value buildx takes it from its environment. */
export function looksLikeCredential(buildArg: string): boolean {
  const [name = '', ...value] = buildArg.split('=')
  return isCredentialName(name) && (value.length === 0 || value.join('=') !== '')
}

/** Whether a name looks like that of a credential: `GH_PAT`, `signingKey`, `DB_PWD_2`. */
export function isCredentialName(name: string): boolean {
  const words = name
    .replace(/([a-z])(?=[A-Z])/g, '$1_')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '' && !/^(B|BASE|PROD|DEV|TEST|STAGING)$/.test(word))
  const last = words.at(-1) ?? ''
  const before = words.at(-2) ?? ''
  if (ANYWHERE.test(name) || KINDS.test(name)) return true
  if (/^KEYS?$/.test(last)) return before !== '' && !PLAIN_KEYS.test(before)
  // `PWD` alone is the shell's working directory, and a bypass is not a password.
  if (last === 'PWD') return before !== ''
  return (
    LAST.has(last) || /((?<!BY|COM)PASS|.PWD|(SSH|GPG|PRIV|SIGNING|AUTH|DEPLOY|ENCRYPTION)KEY)$/.test(last)
  )
}
