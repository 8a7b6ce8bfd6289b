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
// Users put credentials into build arguments against all advice: the name is the only sign of it.
const ANYWHERE = /TOKEN(?!I[ZS])|SECRET|PASSW|PASS_?PHRASE|CREDENTIAL|CONN(ECTION)?_?STR|(API|PRIVATE|ACCESS)_?KEY/i;
// As the last word: `AUTH_URL` is none, `NPM_AUTH` is one.
const LAST = new Set(('AUTH AUTHORIZATION AUTHTOKEN BEARER COOKIE COOKIES CRED CREDS DSN HMAC HTPASSWD JWT JWTS KUBECONFIG NETRC ' +
    'KEYSTORE KEYTAB MNEMONIC NPMRC OTP PASS PAT PATS PEM PFX SALT SAS SIGNATURE TOTP WEBHOOK').split(' '));
/** What files and addresses that are credentials are called, and Bundler's variables for the hosts of gems. */
const KINDS = /WEBHOOK_?UR[IL]|DOCKER_?CONFIG_?JSON|(^|_)(SA|SERVICE_?ACCOUNT)_?JSON|(^|_)ID_(RSA|DSA|ECDSA|ED25519)|(^|_)P12$|^BUNDLE_\w+__\w+/i;
/** Keys that anybody may know. */
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
    // Alone it is the folder that a shell is in, and a bypass is something else.
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
 * The command as one line that bash reads back as the same words, with credentials left out. A word stands in it
 * character for character, so that the runner finds a secret in it, or without its value; of URLs in the caches and in
 * the context, which is the last word, only what can be a credential is left out.
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
/** In single quotes, or in double ones, where neither has to be interrupted. */
function quote(word) {
    if (/^[\w@%+=:,./-]+$/.test(word))
        return word;
    // The runner reads a command of its own behind `##[` anywhere in a line.
    if (!(0,safe_line/* isVisible */.zN)(word) || word.includes('##['))
        return `'${withoutValue(word)}'`;
    if (!word.includes("'"))
        return `'${word}'`;
    return /["$`\\!]/.test(word) ? `'${withoutValue(word)}'` : `"${word}"`;
}
/** The name, where there is one; the beginning of a URL is none. */
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
 * Whether a URL in a word may hold a user or a query that is a credential. What is left of such a word could be a piece
 * of a secret with a URL in it. An `@` of a later word counts: the line as a whole is looked at again.
 */
function mayHoldCredential(word) {
    const followed = `${word} @`;
    return (0,runner_hide/* withoutCredentials */.ri)(followed) !== followed;
}
const key = new RegExp(String.raw `(\b(?:${[...entry_secrets/* secretNames */.XG].join('|')})\s*=)[^,]+`, 'gi');
/** However short a key is: secrets of fewer characters are not looked for. */
function withoutKeys(entry) {
    return entry.replace(key, '$1***');
}


/***/ })

};
