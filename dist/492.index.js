export const id = 492;
export const ids = [492];
export const modules = {

/***/ 241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   save: () => (/* binding */ save)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _lib_format_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(432);
/* harmony import */ var _lib_make_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2570);
/* harmony import */ var _runner_archive_service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2622);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5426);
/* harmony import */ var _stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(590);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8517);
/* harmony import */ var _pack_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8314);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8964);











/** Keeps our own directory, with what main left there, in the cache service. Post says what it throws. */
async function save(given, environment) {
    const line = await archive(given, environment);
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_5__/* .info */ .pq)(line);
    if (environment.switches.summary)
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_5__/* .addSummary */ .S0)(environment.summaryFile, `${line}\n`);
}
async function archive({ directory, archive: name, tags, digest, patience }, { forDocker: variables, serverUrl, tempDir }) {
    const index = (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__.readIndex)(directory);
    const now = tags.flatMap((tag) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__.findTag)(index, tag) ?? []);
    const [manifest] = now;
    if (!manifest)
        return `Nothing saved: ${directory} is gone.`;
    if (now.some((it) => it.digest !== digest))
        return 'Nothing saved here: a later step of this job wrote it again.';
    if (await (0,_silence_js__WEBPACK_IMPORTED_MODULE_9__/* .isSilent */ .e)(variables))
        return 'Nothing saved: the cache service does not answer.';
    const service = (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .serviceOf */ .z5)(variables, (0,_runner_archive_service_js__WEBPACK_IMPORTED_MODULE_4__/* .isFirstVersion */ .PC)(variables, serverUrl), patience);
    const version = (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .versionOf */ .E4)(`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(directory)}|${_pack_js__WEBPACK_IMPORTED_MODULE_8__/* .COMPRESSION */ .Vy}`);
    const isThere = `Nothing saved: ${name} is there already.`;
    // Asked before all is packed: an archive is written once. A token may be one to write alone.
    const earlier = await (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .findArchive */ .YT)(service, [name], version).catch(() => undefined);
    if (earlier)
        return isThere;
    const temporary = tempDir || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
    (0,_lib_make_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .f)(temporary);
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporary, 'buildx-branch-cache-archive-'));
    const began = performance.now();
    try {
        // The scope's tags alone, also where another branch's were restored.
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'archive');
        await (0,_pack_js__WEBPACK_IMPORTED_MODULE_8__/* .packArchive */ .uP)(directory, manifest, tags, file);
        const size = await send(file, (length, read) => (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_6__/* .upload */ .Se)(service, name, version, length, read));
        const took = (0,_lib_format_js__WEBPACK_IMPORTED_MODULE_10__/* .formatSeconds */ .Xo)((performance.now() - began) / 1000);
        return size === undefined ? isThere : `Saved ${(0,_lib_format_js__WEBPACK_IMPORTED_MODULE_10__/* .formatBytes */ .z3)(size)} as ${name} in ${took}.`;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    }
}
/** Hands the pieces of a file of ours on; its size, in bytes, or undefined where it was not wanted. */
async function send(file, work) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        const isSent = await work(size, (from, to) => {
            const bytes = Buffer.alloc(to - from);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, 0, bytes.length, from);
            return bytes;
        });
        return isSent ? size : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}


/***/ }),

/***/ 432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** A time for people: `0.4 s`, `12 s`, `3 min 4 s`, `2 h 5 min`. */
function formatSeconds(seconds) {
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    const minutes = Math.floor(whole / 60);
    if (minutes < 60)
        return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
    const hours = Math.floor(minutes / 60);
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
/** A size for people, in powers of ten as registries count: `512 B`, `61 MB`, `1.2 GB`. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (Math.round(value) >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
/** `1 step`, `2 steps`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** `a`, `a and b`, `a, b and c`. */
function list(items, last = 'and') {
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
/** A ratio as whole percents: 100 only where it is all, 0 only where it is nothing. */
function percent(ratio) {
    if (ratio <= 0 || ratio >= 1)
        return ratio <= 0 ? 0 : 100;
    return Math.min(99, Math.max(1, Math.round(ratio * 100)));
}


/***/ }),

/***/ 2570:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Makes a folder and those that it is in; throws the system's Error. Node's own `recursive` never ends where the
 * system refuses a folder with ENOENT, as /proc does.
 */
function makeFolder(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if (parent !== folder)
        makeFolder(parent);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    }
    catch (error) {
        // Another build has just made it.
        if (error.code !== 'EEXIST')
            throw error;
    }
}


/***/ }),

/***/ 2622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PC: () => (/* binding */ isFirstVersion),
/* harmony export */   Si: () => (/* binding */ archiveService),
/* harmony export */   xS: () => (/* binding */ keepsApart)
/* harmony export */ });
/* harmony import */ var _node_modules_actions_cache_lib_internal_config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5253);
/* harmony import */ var _cache_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3446);


/**
 * What GitHub's cache service lets this step do with archives. They need less than BuildKit: a step may read
 * without writing, and write without reading; and servers of one's own (GHES, act, Gitea) have the service's
 * version 1, whose tokens do not tell. The rules are those of @actions/cache (lib/internal/config.js).
 */
function archiveService({ variables, now, serverUrl }) {
    const isFirst = isFirstVersion(variables, serverUrl);
    const url = isFirst ? variables.ACTIONS_CACHE_URL : variables.ACTIONS_RESULTS_URL;
    // Version 1 may want no token (act does not): whether it does, it says itself.
    const known = isFirst
        ? { ...variables, ACTIONS_RUNTIME_TOKEN: variables.ACTIONS_RUNTIME_TOKEN || 'none' }
        : variables;
    const lacking = (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .notOffered */ .JM)(known, Boolean(url));
    if (lacking)
        return lacking;
    const mode = (variables.ACTIONS_CACHE_MODE ?? '').trim().toLowerCase();
    const permissions = isFirst ? [_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .READ */ .Pz | _cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .WRITE */ .Cm] : (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .readToken */ .AI)(variables.ACTIONS_RUNTIME_TOKEN ?? '', now);
    if (typeof permissions === 'string') {
        return { offered: true, canRead: false, canWrite: false, why: permissions };
    }
    const allows = (permission) => permissions.some((it) => (it & permission) !== 0);
    const canRead = (0,_node_modules_actions_cache_lib_internal_config_js__WEBPACK_IMPORTED_MODULE_1__/* .isCacheReadable */ .bv)(mode) && allows(_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .READ */ .Pz);
    const canWrite = (0,_node_modules_actions_cache_lib_internal_config_js__WEBPACK_IMPORTED_MODULE_1__/* .isCacheWritable */ .J)(mode) && allows(_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .WRITE */ .Cm);
    return { offered: true, canRead, canWrite, why: whyLimited(mode, allows(_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .READ */ .Pz), allows(_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .WRITE */ .Cm)) };
}
/** Whether a step has the service's version 1, which is all that servers of one's own have. */
function isFirstVersion(variables, serverUrl) {
    return (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnServer */ .YV)(serverUrl) || !variables.ACTIONS_CACHE_SERVICE_V2;
}
/**
 * Whether the service shows a run the archives of its own repository and refs alone: its token names them then. The
 * cache servers of act, Gitea and Forgejo want no token, or one whose scope is empty, and go by the name alone.
 */
function keepsApart({ ACTIONS_RUNTIME_TOKEN: token = '' }) {
    return (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .scopesOf */ .ZK)(token).every((it) => it !== '') && (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .scopesOf */ .ZK)(token).length > 0;
}
function whyLimited(mode, mayRead, mayWrite) {
    if (['none', 'read', 'write-only'].includes(mode))
        return `the workflow's cache-mode is ${mode}`;
    if (mayRead && mayWrite)
        return 'the token may read and write';
    if (!mayRead)
        return 'the token may read no scope';
    return "GitHub's token for this event may read and not write";
}


/***/ }),

/***/ 3446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ readToken),
/* harmony export */   Cm: () => (/* binding */ WRITE),
/* harmony export */   JM: () => (/* binding */ notOffered),
/* harmony export */   Pz: () => (/* binding */ READ),
/* harmony export */   YV: () => (/* binding */ isOwnServer),
/* harmony export */   ZK: () => (/* binding */ scopesOf),
/* harmony export */   b6: () => (/* binding */ writableScope),
/* harmony export */   qI: () => (/* binding */ cacheService)
/* harmony export */ });
/* harmony import */ var _lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5860);

/** The bits of a permission. */
const READ = 1;
const WRITE = 2;
/**
 * What the token and the mode of the step allow. buildx drops `type=gha` without a
 * word where the token or the URL is missing, and BuildKit fails the build on a token that may not write; so both
 * are known beforehand. The claim `ac` is JSON in a text: `[{"Scope":"refs/heads/main","Permission":3}]`.
 */
function cacheService({ variables, now, urlInSpecs, tooOld, serverUrl }) {
    const urls = [variables.ACTIONS_RESULTS_URL, variables.ACTIONS_CACHE_URL];
    const lacking = notOffered(variables, urlInSpecs || urls.some(Boolean));
    if (lacking)
        return lacking;
    const denied = (why) => ({ offered: true, canRead: false, canWrite: false, why });
    const isSecond = (0,_lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_0__/* .goBoolean */ .x)(variables.ACTIONS_CACHE_SERVICE_V2) === true;
    const isFirst = isOwnServer(serverUrl) || (!isSecond && Boolean(variables.ACTIONS_CACHE_URL));
    const instead = isFirst ? '; use "cache: local" instead' : '';
    if (tooOld !== undefined)
        return denied(`${tooOld}${instead}`);
    const token = readToken(variables.ACTIONS_RUNTIME_TOKEN ?? '', now);
    if (typeof token === 'string')
        return denied(`${token}${instead}`);
    const mode = variables.ACTIONS_CACHE_MODE ?? '';
    if (mode === 'none' || mode === 'write-only') {
        return denied(`the workflow's cache-mode is ${mode}, and BuildKit has to read what it writes`);
    }
    // Gitea, Forgejo and act put one scope without a name into the token, and bits that bind nobody.
    const bits = isFirst ? [READ | WRITE] : token;
    if (!bits.some((permission) => permission & READ))
        return denied('the token may read no scope');
    const canWrite = mode !== 'read' && bits.some((permission) => (permission & READ) !== 0 && (permission & WRITE) !== 0);
    const why = mode === 'read'
        ? "the workflow's cache-mode is read"
        : "GitHub's token for this event may read and not write";
    return { offered: true, canRead: true, canWrite, why: canWrite ? 'the token may read and write' : why };
}
/** GHES, Gitea, Forgejo and the like, whose cache service is of version 1 and does not go by the token's bits. */
function isOwnServer(serverUrl) {
    const host = URL.parse(serverUrl)?.hostname ?? '';
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
/** The service of a step that lacks what it takes to ask it; undefined where there is a token and a URL. */
function notOffered({ ACTIONS_RUNTIME_TOKEN: token }, hasUrl) {
    if (token && hasUrl)
        return undefined;
    const missing = token ? 'URL' : 'token';
    const why = `this step has no ${missing} of the Actions cache service: a runner offers it to actions alone, and not every runner has one`;
    return { offered: false, canRead: false, canWrite: false, why };
}
function readClaims(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
        return token.split('.').length === 3 && typeof claims === 'object' && claims !== null ? claims : undefined;
    }
    catch {
        return undefined;
    }
}
/** The ref whose caches a token may write, which is the last where there are several, as BuildKit reads it. */
function writableScope(token) {
    try {
        const scopes = JSON.parse(String(readClaims(token)?.ac));
        const scope = scopes.findLast(({ Permission }) => Number(Permission) & WRITE)?.Scope;
        return typeof scope === 'string' ? scope : undefined;
    }
    catch {
        return undefined;
    }
}
/** The refs that a token names, whatever it allows there; none where it says nothing of them. */
function scopesOf(token) {
    try {
        const scopes = JSON.parse(String(readClaims(token)?.ac));
        return scopes.map(({ Scope }) => (typeof Scope === 'string' ? Scope : ''));
    }
    catch {
        return [];
    }
}
/** The permissions in a token, or in words why BuildKit would refuse it (tonistiigi/go-actions-cache). */
function readToken(token, now) {
    const claims = readClaims(token);
    if (!claims)
        return 'the token is malformed';
    const { ac, exp, nbf } = claims;
    if (typeof exp !== 'number' || typeof nbf !== 'number')
        return 'the token does not say when it holds';
    if (now >= exp)
        return 'the token has expired';
    if (now < nbf)
        return 'the token does not hold yet';
    try {
        const scopes = JSON.parse(String(ac));
        if (!Array.isArray(scopes))
            throw new Error();
        return scopes.map((scope) => Number(scope?.Permission) || 0);
    }
    catch {
        return 'the token does not say what it allows';
    }
}


/***/ }),

/***/ 9646:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ useProxies),
/* harmony export */   _: () => (/* binding */ proxiesOf)
/* harmony export */ });
/**
 * The proxies that curl, Go and so buildx see: one without a scheme is http's. Undefined where Node has no way to ask
 * through one of them: SOCKS, or what is no URL, as a password with `#`, `/` or `?` in it makes it.
 */
function proxiesOf(variables) {
    const given = (name) => variables[name] || variables[name.toUpperCase()] || '';
    const spelled = ['http_proxy', 'https_proxy'].map((name) => {
        const value = given(name);
        return value === '' || value.includes('://') ? value : `http://${value}`;
    });
    const isUsable = spelled.every((it) => it === '' || /^https?:$/.test(URL.parse(it)?.protocol ?? ''));
    const [http_proxy = '', https_proxy = ''] = spelled;
    return isUsable ? { http_proxy, https_proxy, no_proxy: given('no_proxy') } : undefined;
}
/** Node's fetch takes no notice of the proxies in the environment, unless it is told to (Node 24.14 and newer). */
function useProxies(variables) {
    // Loaded here, since most runs ask nothing.
    const http = process.getBuiltinModule('node:http');
    try {
        const proxies = proxiesOf(variables);
        if (proxies)
            http.setGlobalProxyFromEnv?.(proxies);
    }
    catch {
        // A proxy that Node does not take all the same: it is asked without.
    }
}


/***/ }),

/***/ 7287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ signOfLife),
/* harmony export */   p: () => (/* binding */ askAll)
/* harmony export */ });
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9646);

/** In milliseconds: who is well answers in a tenth of it. */
const PATIENCE = 5_000;
/** Errors of a host that does not answer; any other comes from one that does (an untrusted certificate, say). */
const SILENT = /^(ECONNRESET|ECONNABORTED|EPIPE)$/;
/** Those of a host that is not reached from here at all. */
const UNREACHED = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT)$/;
/** Those of a name that is not known here, or of a question that we could not ask. */
const UNASKED = /^(ENOTFOUND|EAI_\w+|EMFILE|ENFILE|ENOBUFS|EACCES|EPERM|ERR_(INVALID|PROXY)_\w+)$/;
/**
 * Asks a store for anything at all: any answer of HTTP is a sign of life, a refusal too. It sends no credentials.
 * `stop` ends it early: then nothing is known; `late` is when it is given up. Never throws.
 */
async function signOfLife(url, { variables, isElsewhere }, { stop, late = AbortSignal.timeout(PATIENCE) } = {}) {
    let agent;
    try {
        const target = new URL(url);
        const isPlain = target.protocol === 'http:';
        // Loaded here, since most of it is TLS and a run without a cache asks nothing; half of what fetch costs.
        const http = process.getBuiltinModule(isPlain ? 'node:http' : 'node:https');
        const proxies = (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_0__/* .proxiesOf */ ._)(variables);
        const proxied = proxies?.[isPlain ? 'http_proxy' : 'https_proxy'] !== '';
        // What Node has no way to ask through, it cannot judge.
        if (proxied && !(proxies && 'setGlobalProxyFromEnv' in process.getBuiltinModule('node:http')))
            return 'unknown';
        const made = new http.Agent(proxied ? { proxyEnv: proxies } : {});
        agent = made;
        const signal = AbortSignal.any([late, ...(stop ? [stop] : [])]);
        return await new Promise((done) => {
            let isConnected = false;
            http
                .get(target, { agent: made, signal, headers: { 'user-agent': 'buildx-branch-cache' } }, (answer) => {
                answer.destroy();
                done('answers');
            })
                .on('socket', (socket) => socket.once('connect', () => (isConnected = true)))
                .on('error', ({ code = '' }) => {
                if (stop?.aborted || UNASKED.test(code))
                    return done('unknown');
                if (UNREACHED.test(code))
                    return done(isElsewhere || proxied ? 'unknown' : 'silent');
                if (late.aborted)
                    return done(isElsewhere && (!isConnected || proxied) ? 'unknown' : 'silent');
                done(SILENT.test(code) ? 'silent' : 'answers');
            });
        });
    }
    catch {
        return 'unknown'; // an address or a proxy that is not well written
    }
    finally {
        agent?.destroy();
    }
}
/** Asks all stores at once, and fills the map as they answer, by their names. */
function askAll(stores, asker, signs, stop) {
    for (const [name, url] of new Map(stores.map((store) => [store.name, store.url]))) {
        void signOfLife(url, asker, { stop }).then((sign) => signs.set(name, sign));
    }
}


/***/ }),

/***/ 5253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isCacheWritable),
/* harmony export */   bv: () => (/* binding */ isCacheReadable)
/* harmony export */ });
/* unused harmony exports isGhes, getCacheServiceVersion, getCacheMode, getCacheServiceURL */
function isGhes() {
    const ghUrl = new URL(process.env['GITHUB_SERVER_URL'] || 'https://github.com');
    const hostname = ghUrl.hostname.trimEnd().toUpperCase();
    const isGitHubHost = hostname === 'GITHUB.COM';
    const isGheHost = hostname.endsWith('.GHE.COM');
    const isLocalHost = hostname.endsWith('.LOCALHOST');
    return !isGitHubHost && !isGheHost && !isLocalHost;
}
function getCacheServiceVersion() {
    // Cache service v2 is not supported on GHES. We will default to
    // cache service v1 even if the feature flag was enabled by user.
    if (isGhes())
        return 'v1';
    return process.env['ACTIONS_CACHE_SERVICE_V2'] ? 'v2' : 'v1';
}
// The cache-mode lattice: readable = {read, write}, writable = {write,
// write-only}, none = neither.
const KNOWN_CACHE_MODES = ['none', 'read', 'write', 'write-only'];
// The effective cache-mode exported by the runner, or '' when not set.
function getCacheMode() {
    return (process.env['ACTIONS_CACHE_MODE'] || '').trim().toLowerCase();
}
// Unset or unrecognized modes are permissive so behavior matches today.
function isCacheReadable(mode) {
    if (!KNOWN_CACHE_MODES.includes(mode))
        return true;
    return mode === 'read' || mode === 'write';
}
function isCacheWritable(mode) {
    if (!KNOWN_CACHE_MODES.includes(mode))
        return true;
    return mode === 'write' || mode === 'write-only';
}
function getCacheServiceURL() {
    const version = getCacheServiceVersion();
    // Based on the version of the cache service, we will determine which
    // URL to use.
    switch (version) {
        case 'v1':
            return (process.env['ACTIONS_CACHE_URL'] ||
                process.env['ACTIONS_RESULTS_URL'] ||
                '');
        case 'v2':
            return process.env['ACTIONS_RESULTS_URL'] || '';
        default:
            throw new Error(`Unsupported cache service version: ${version}`);
    }
}
//# sourceMappingURL=config.js.map

/***/ })

};
