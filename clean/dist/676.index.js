export const id = 676;
export const ids = [676];
export const modules = {

/***/ 5676:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  formatCommand: () => (/* binding */ formatCommand)
});

// EXTERNAL MODULE: ./src/backends/entry-secrets.ts
var entry_secrets = __webpack_require__(8953);
;// CONCATENATED MODULE: ./src/inputs/credential-names.ts
// Users put credentials into build arguments against all advice; only the name shows it.
const ANYWHERE = /TOKEN(?!I[ZS])|SECRET|PASSW|PASS_?PHRASE|CREDENTIAL|CONN(ECTION)?_?STR|(API|PRIVATE|ACCESS)_?KEY/i;
// Only as the last word: `NPM_AUTH` is a credential, `AUTH_URL` is not.
const LAST = new Set(('AUTH AUTHORIZATION AUTHTOKEN BEARER COOKIE COOKIES CRED CREDS DSN HMAC HTPASSWD JWT JWTS KUBECONFIG NETRC ' +
    'KEYSTORE KEYTAB MNEMONIC NPMRC OTP PASS PAT PATS PEM PFX SALT SAS SIGNATURE TOTP WEBHOOK').split(' '));
/** Names of files and URLs that are credentials, and Bundler's variables for gem hosts. */
const KINDS = /WEBHOOK_?UR[IL]|DOCKER_?CONFIG_?JSON|(^|_)(SA|SERVICE_?ACCOUNT)_?JSON|(^|_)ID_(RSA|DSA|ECDSA|ED25519)|(^|_)P12$|^BUNDLE_\w+__\w+/i;
/** Words before `KEY` that name a key that is not secret. */
const PLAIN_KEYS = /^(CACHE|FOREIGN|HOST|INDEX|PARTITION|PRIMARY|PUBLIC|ROUTING|SORT|STATE)$/;
/** Whether `NAME=value` looks like a credential; without a value buildx takes it from its environment. */
function looksLikeCredential(buildArg) {
    const [name = '', ...value] = buildArg.split('=');
    return isCredentialName(name) && (value.length === 0 || value.join('=') !== '');
}
/** Whether a name looks like that of a credential: `GH_PAT`, `signingKey`, `DB_PWD_2`. */
function isCredentialName(name) {
    const words = name
        .replace(/([a-z])(?=[A-Z])/g, '$1_')
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .map((word) => word.replace(/\d+$/, ''))
        .filter((word) => word !== '' && !/^(B|BASE|PROD|DEV|TEST|STAGING)$/.test(word));
    const last = words.at(-1) ?? '';
    const before = words.at(-2) ?? '';
    if (ANYWHERE.test(name) || KINDS.test(name))
        return true;
    if (/^KEYS?$/.test(last))
        return before !== '' && !PLAIN_KEYS.test(before);
    // `PWD` alone is the shell's working directory, and a bypass is not a password.
    if (last === 'PWD')
        return before !== '';
    return (LAST.has(last) || /((?<!BY|COM)PASS|.PWD|(SSH|GPG|PRIV|SIGNING|AUTH|DEPLOY|ENCRYPTION)KEY)$/.test(last));
}

// EXTERNAL MODULE: ./src/runner/hide.ts
var runner_hide = __webpack_require__(2632);
// EXTERNAL MODULE: ./src/runner/safe-line.ts
var safe_line = __webpack_require__(5072);
;// CONCATENATED MODULE: ./src/buildx/command-line.ts




/**
 * The command as one line that bash parses into the same words, without credentials. A word is either written
 * literally, so that the runner can mask a secret in it, or without its value; from URLs in the caches and in the
 * context, which is the last word, only possible credentials are removed.
 */
function formatCommand(words, secrets = []) {
    const hide = (0,runner_hide/* hider */.Hj)(secrets);
    return words
        .map((word, i) => {
        const [flag, isContext] = [words[i - 1] ?? '', i === words.length - 1];
        return quote(redact(hide(word), flag, isContext));
    })
        .join(' ');
}
/** In single or double quotes, whichever need no escape. */
function quote(word) {
    if (/^[\w@%+=:,./-]+$/.test(word))
        return word;
    // The runner parses `##[` anywhere in a line as a command.
    if (!(0,safe_line/* isVisible */.zN)(word) || word.includes('##['))
        return `'${withoutValue(word)}'`;
    if (!word.includes("'"))
        return `'${word}'`;
    return /["$`\\!]/.test(word) ? `'${withoutValue(word)}'` : `"${word}"`;
}
/** The name, if any; the beginning of a URL is not one. */
function withoutValue(word) {
    const [name = ''] = /^(?:[\w@%+,.-]|\/(?!\/))+=/.exec(word) ?? [];
    return `${name}***`;
}
function redact(word, flag, isContext) {
    if (flag === '--build-arg' && looksLikeCredential(word))
        return word.replace(/=.+$/s, '=***');
    if (/^--cache-(from|to)$/.test(flag))
        return withoutKeys((0,runner_hide/* cutCredentials */.vs)(word));
    if (isContext)
        return (0,runner_hide/* withoutCredentials */.ri)(word);
    return mayHoldCredential(word) ? withoutValue(word) : word;
}
/**
 * Whether a URL in a word may contain a user or a query that is a credential. The rest of such a word could be part of
 * a secret that contains a URL. An `@` in a later word counts too, since the whole line is scanned again.
 */
function mayHoldCredential(word) {
    const followed = `${word} @`;
    return (0,runner_hide/* withoutCredentials */.ri)(followed) !== followed;
}
const key = new RegExp(String.raw `(\b(?:${[...entry_secrets/* secretNames */.XG].join('|')})\s*=)[^,]+`, 'gi');
/** The shortest key: shorter secrets are not searched for. */
function withoutKeys(entry) {
    return entry.replace(key, '$1***');
}


/***/ })

};
