export const id = 100;
export const ids = [100];
export const modules = {

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
/** A ratio as whole percents: 100 only for exactly 1, 0 only for exactly 0. */
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
 * Creates a folder and its parents; throws the system's Error. Node's `recursive` never returns if the system refuses a
 * folder with ENOENT, as /proc does.
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
        // Another build has just created it.
        if (error.code !== 'EEXIST')
            throw error;
    }
}


/***/ }),

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** The SHA-256 of bytes, or of a text as UTF-8, in hex. */
function sha256(of) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(of).digest('hex');
}
/** The same as registries and BuildKit name a blob: `sha256:…`. */
function digestOf(blob) {
    return `sha256:${sha256(blob)}`;
}


/***/ }),

/***/ 4656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EN: () => (/* binding */ linkShared),
/* harmony export */   Jd: () => (/* binding */ lookAtFolder),
/* harmony export */   Jg: () => (/* binding */ lookAtFile),
/* harmony export */   SR: () => (/* binding */ replaceShared),
/* harmony export */   Zc: () => (/* binding */ SCRATCH),
/* harmony export */   a0: () => (/* binding */ openShared),
/* harmony export */   dW: () => (/* binding */ copyShared),
/* harmony export */   qA: () => (/* binding */ readShared),
/* harmony export */   t5: () => (/* binding */ lookAt),
/* harmony export */   uy: () => (/* binding */ createShared)
/* harmony export */ });
/* unused harmony export fileKind */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);




// All access to files in a folder that others can write. Anything may be there: a link, a named pipe, a device, a
// folder. It is checked before it is opened: no link is followed, nothing blocks, and anything but a regular file is an
// Error for the user and stays unchanged.
// Windows has no such flags, and only administrators can create such links there.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
const SAFELY = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
const PIECE = 1024 * 1024;
/** The stat of a path, links not followed: undefined if nothing is there; throws the system's Error, for the user. */
function lookAt(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw inWords(path, error);
    }
}
/** The regular file at a path, undefined if nothing is there; throws for anything else. */
function lookAtFile(path) {
    const stat = lookAt(path);
    if (stat && !stat.isFile())
        throw new Error(`${path} is ${fileKind(stat)}, not a file`);
    return stat;
}
/** Whether there is a folder, not a link to one; throws for anything else. */
function lookAtFolder(path) {
    const stat = lookAt(path);
    if (stat && !stat.isDirectory())
        throw new Error(`${path} is ${fileKind(stat)}, not a folder`);
    return stat !== undefined;
}
/** The content of a file, undefined if missing. Throws for more than `most` bytes. */
function readShared(path, most) {
    const fd = openShared(path);
    if (fd === undefined)
        return undefined;
    try {
        const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).size;
        if (size > most)
            throw new Error(`${path} is larger than ${most} bytes`);
        // The file may be truncated while it is read; appended data is not read.
        const bytes = Buffer.alloc(size);
        let length = 0;
        for (let read = 1; length < size && read > 0; length += read) {
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(fd, bytes, length, size - length, length);
        }
        return bytes.subarray(0, length);
    }
    catch (error) {
        throw inWords(path, error);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    }
}
/** Opens a file for reading; undefined if missing. The caller closes the descriptor. */
function openShared(path) {
    // Check before opening: opening alone has effects on some devices.
    if (!lookAtFile(path))
        return undefined;
    let fd;
    try {
        fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | SAFELY);
    }
    catch (error) {
        if (codeOf(error) === 'ENOENT')
            return undefined;
        throw inWords(path, error);
    }
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
    if (stat.isFile())
        return fd;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    throw new Error(`${path} is ${fileKind(stat)}, not a file`);
}
/** Creates a file; false if anything exists at the path. */
function createShared(path, content = '', mode = 0o666) {
    try {
        const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL | SAFELY, mode);
        try {
            if (content.length > 0)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(fd, content);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
        }
        return true;
    }
    catch (error) {
        if (codeOf(error) === 'EEXIST')
            return false;
        throw inWords(path, error);
    }
}
/**
 * Creates or replaces a file atomically: readers see the old content or the new, even if the process is killed. Keeps
 * the mode and, if permitted, the owner of the old file. The new file is first written to `scratch`, a folder of the
 * same file system.
 */
function replaceShared(path, content, scratch) {
    const before = lookAtFile(path);
    const temporary = scratchFile(scratch);
    if (!createShared(temporary, content))
        throw new Error(`${temporary} already exists`);
    try {
        settle(temporary, before, content.length > 0);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
        throw inWords(path, error);
    }
}
/** The name that `replaceShared` gives to an incomplete file. */
const SCRATCH = /^new-[0-9a-f]{16}$/;
function scratchFile(folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `new-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
}
/** Flushed to disk before the rename, with the owner of the old file. */
function settle(path, before, holdsSomething) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | SAFELY);
    try {
        if (before) {
            const now = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd);
            try {
                if (now.uid !== before.uid || now.gid !== before.gid)
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchownSync)(fd, before.uid, before.gid);
            }
            catch {
                // Only root can change the owner; whoever can replace the file can also read the new one.
            }
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fchmodSync)(fd, before.mode & 0o777);
        }
        if (holdsSomething)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(fd);
    }
}
/**
 * Creates a hard link; false if the file system does not support or allow it. Throws if the file is missing, or if `to`
 * exists.
 */
function linkShared(from, to) {
    try {
        // link(2) does not follow a symbolic link; the type is checked afterwards, at the new name.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.linkSync)(from, to);
    }
    catch (error) {
        if (['EEXIST', 'ENOENT', 'ENOTDIR'].includes(codeOf(error)))
            throw inWords(to, error);
        return false;
    }
    const stat = lookAt(to);
    if (stat?.isFile())
        return true;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(to, { force: true });
    throw new Error(`${from} is ${stat ? fileKind(stat) : 'gone'}, not a file`);
}
/**
 * Copies a file to a new path; throws if the file is missing or the path exists. Signals and timers run between the
 * chunks; if `stop` is aborted, its reason is thrown and nothing is left at `to`.
 */
async function copyShared(from, to, stop) {
    const source = openShared(from);
    if (source === undefined)
        throw new Error(`${from} no longer exists`);
    try {
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(to, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL | SAFELY, 0o644);
        try {
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(source).size;
            const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(size, 1)));
            for (let at = 0; at < size;) {
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setImmediate)();
                stop?.throwIfAborted();
                const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(source, piece, 0, Math.min(piece.length, size - at), at);
                if (read === 0)
                    break;
                for (let done = 0; done < read;)
                    done += (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeSync)(target, piece, done, read - done);
                at += read;
            }
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(target);
        }
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(to, { force: true });
        throw inWords(to, error);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(source);
    }
}
/** The type of what is at a path, with an article. */
function fileKind(stat) {
    if (stat.isFile())
        return 'a file';
    if (stat.isDirectory())
        return 'a folder';
    if (stat.isSymbolicLink())
        return 'a link';
    if (stat.isFIFO())
        return 'a named pipe';
    if (stat.isSocket())
        return 'a socket';
    return 'a device';
}
const codeOf = (error) => error.code ?? '';
/** The system's Error with the path first and its code last; any other unchanged. */
function inWords(path, error) {
    const { code, syscall } = error;
    if (code === undefined || syscall === undefined)
        return error;
    return Object.assign(new Error(`${path}: ${REASONS[code] ?? `${syscall} failed`} (${code})`), {
        code,
    });
}
const REASONS = {
    EACCES: 'no permission',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is exceeded',
    EIO: 'the disk reports an error',
    EMFILE: 'too many files are open',
    ENFILE: 'too many files are open',
    ELOOP: 'it is a link',
    ENOENT: 'no such file or folder',
    ENOTDIR: 'a parent folder is a file',
    EEXIST: 'it already exists',
    ESTALE: 'the file handle is stale',
};


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
 * What GitHub's cache service allows this step to do with archives. Archives need less than BuildKit: read and write
 * access are independent; and self-hosted servers (GHES, act, Gitea) have version 1 of the service, whose tokens do not
 * contain permissions. The rules are those of @actions/cache (lib/internal/config.js).
 */
function archiveService({ variables, now, serverUrl }) {
    const isFirst = isFirstVersion(variables, serverUrl);
    const url = isFirst ? variables.ACTIONS_CACHE_URL : variables.ACTIONS_RESULTS_URL;
    // Version 1 may require no token (act does not); the server rejects the request if it does.
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
/** Whether a step has version 1 of the service, the only one on self-hosted servers. */
function isFirstVersion(variables, serverUrl) {
    return (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .isOwnServer */ .YV)(serverUrl) || !variables.ACTIONS_CACHE_SERVICE_V2;
}
/**
 * Whether the service shows a run only the archives of its own repository and refs: then its token names them. The
 * cache servers of act, Gitea and Forgejo require no token, or one with an empty scope, and match only the name.
 */
function keepsApart({ ACTIONS_RUNTIME_TOKEN: token = '' }) {
    return (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .scopesOf */ .ZK)(token).every((it) => it !== '') && (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_0__/* .scopesOf */ .ZK)(token).length > 0;
}
function whyLimited(mode, mayRead, mayWrite) {
    if (['none', 'read', 'write-only'].includes(mode))
        return `the workflow's cache-mode is ${mode}`;
    if (mayRead && mayWrite)
        return 'the token can read and write';
    if (!mayRead)
        return 'the token cannot read any scope';
    return "GitHub's token for this event is read-only";
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
 * What the token and the mode of the step allow. buildx silently drops `type=gha` if the token or the URL is missing,
 * and BuildKit fails the build if the token has no write permission, so both are checked beforehand. The claim `ac` is
 * JSON in a text: `[{"Scope":"refs/heads/main","Permission":3}]`.
 */
function cacheService({ variables, now, urlInSpecs, tooOld, serverUrl, }) {
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
    // Gitea, Forgejo and act put one scope without a name into the token, and permission bits that they do not enforce.
    const bits = isFirst ? [READ | WRITE] : token;
    if (!bits.some((permission) => permission & READ))
        return denied('the token cannot read any scope');
    const canWrite = mode !== 'read' && bits.some((permission) => (permission & READ) !== 0 && (permission & WRITE) !== 0);
    const why = mode === 'read' ? "the workflow's cache-mode is read" : "GitHub's token for this event is read-only";
    return { offered: true, canRead: true, canWrite, why: canWrite ? 'the token can read and write' : why };
}
/** GHES, Gitea, Forgejo and similar, whose cache service is version 1 and ignores the token's permission bits. */
function isOwnServer(serverUrl) {
    const host = URL.parse(serverUrl)?.hostname ?? '';
    return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}
/** The result for a step without a token or URL; undefined if it has both. */
function notOffered({ ACTIONS_RUNTIME_TOKEN: token }, hasUrl) {
    if (token && hasUrl)
        return undefined;
    const missing = token ? 'URL' : 'token';
    const why = `this step has no ${missing} of the Actions cache service: a runner provides it only to actions, and not every runner has it`;
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
/** The ref whose caches a token may write: the last if there are several, as in BuildKit. */
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
/** The refs in a token, whatever their permissions; none if it contains none. */
function scopesOf(token) {
    try {
        const scopes = JSON.parse(String(readClaims(token)?.ac));
        return scopes.map(({ Scope }) => (typeof Scope === 'string' ? Scope : ''));
    }
    catch {
        return [];
    }
}
/** The permissions in a token, or why BuildKit would refuse it, for the user (tonistiigi/go-actions-cache). */
function readToken(token, now) {
    const claims = readClaims(token);
    if (!claims)
        return 'the token is malformed';
    const { ac, exp, nbf } = claims;
    if (typeof exp !== 'number' || typeof nbf !== 'number')
        return 'the token has no validity period';
    if (now >= exp)
        return 'the token has expired';
    if (now < nbf)
        return 'the token is not valid yet';
    try {
        const scopes = JSON.parse(String(ac));
        if (!Array.isArray(scopes))
            throw new Error();
        return scopes.map((scope) => Number(scope?.Permission) || 0);
    }
    catch {
        return 'the token lists no permissions';
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
 * The proxies as curl and Go, and so buildx, read them: without a scheme it is http. Undefined if Node does not support
 * one: SOCKS, or an invalid URL, such as one with `#`, `/` or `?` in the password.
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
/** Node's fetch ignores the proxies in the environment unless this is enabled (Node 24.14 and newer). */
function useProxies(variables) {
    // Loaded here, since most runs send no request.
    const http = process.getBuiltinModule('node:http');
    try {
        const proxies = proxiesOf(variables);
        if (proxies)
            http.setGlobalProxyFromEnv?.(proxies);
    }
    catch {
        // Node refuses the proxy after all: continue without.
    }
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   LH: () => (/* binding */ debugRequest),
/* harmony export */   w$: () => (/* binding */ sendRequest)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5426);

/**
 * Sends every request: one that is signed for a host, or has a token, goes to no other host. Throws what fetch throws.
 */
async function sendRequest(url, { shown, redirect = 'error', ...init }) {
    const debugAnswer = debugRequest(init.method ?? 'GET', url, shown);
    try {
        const answer = await fetch(url, { ...init, redirect });
        debugAnswer(`${answer.status}`);
        return answer;
    }
    catch (error) {
        debugAnswer(reason(error));
        throw error;
    }
}
/** Starts the debug log line of a request; the returned function completes it with the result. */
function debugRequest(method, url, shown) {
    const begin = performance.now();
    return (came) => (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz)(() => `${method} ${address(url, shown)}: ${came} in ${Math.round(performance.now() - begin)} ms`);
}
/** Host and path, without what may hold a credential. */
function address(url, shown) {
    const { host = '', pathname = '' } = URL.parse(String(url)) ?? {};
    const [path = ''] = shown.split(/[?#]/);
    const own = path === '' || path.startsWith('/') ? path : `/${path}`;
    if (own === pathname || own === '')
        return host + (own || '/…');
    return `${host}/…${own}`;
}
/** Why there is no answer, as a code: the message may contain the address, and fetch puts the code into the cause. */
function reason(error) {
    const { name, cause } = error;
    return cause?.code ?? name;
}
/**
 * What an error of a request comes to, for the user. fetch puts the reason into the cause, without the address, which may
 * be signed. `whom`: such as `the store`.
 */
function unreachable(whom, error) {
    const { cause, message } = error;
    return cause
        ? new Error(`${whom} cannot be reached (${cause.code ?? 'no reason given'})`)
        : new Error(message);
}
/** The text of an answer of at most `most` bytes; throws the result of `tooMuch` if it is longer. */
async function readAnswer({ body }, most, tooMuch) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body ?? []) {
        bytes += chunk.length;
        if (bytes > most)
            throw tooMuch();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}


/***/ }),

/***/ 7287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ signOfLife),
/* harmony export */   p: () => (/* binding */ askAll)
/* harmony export */ });
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9646);
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6647);


/** In milliseconds: a healthy store answers in a tenth of it. */
const PATIENCE = 5_000;
/** Errors of a host that does not answer; any other error is an answer (such as an untrusted certificate). */
const SILENT = /^(ECONNRESET|ECONNABORTED|EPIPE)$/;
/** Errors of a host that cannot be reached from here. */
const UNREACHED = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT)$/;
/** Errors of a name that cannot be resolved here, or of a request that could not be sent. */
const UNASKED = /^(ENOTFOUND|EAI_\w+|EMFILE|ENFILE|ENOBUFS|EACCES|EPERM|ERR_(INVALID|PROXY)_\w+)$/;
/**
 * Checks whether a store responds: any HTTP answer counts, a refusal too. Sends no credentials. `stop` aborts it, with
 * an unknown result; `late` is the time limit. Never throws.
 */
async function signOfLife(url, { variables, isElsewhere }, { stop, late = AbortSignal.timeout(PATIENCE) } = {}) {
    let agent;
    try {
        const target = new URL(url);
        const isPlain = target.protocol === 'http:';
        // Loaded here, since most of it is TLS and a run without a cache asks nothing; half of what fetch costs.
        const http = process.getBuiltinModule(isPlain ? 'node:http' : 'node:https');
        const proxies = (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_1__/* .proxiesOf */ ._)(variables);
        const proxied = proxies?.[isPlain ? 'http_proxy' : 'https_proxy'] !== '';
        // Without support for the proxy, Node cannot check the store.
        if (proxied && !(proxies && 'setGlobalProxyFromEnv' in process.getBuiltinModule('node:http')))
            return 'unknown';
        const made = new http.Agent(proxied ? { proxyEnv: proxies } : {});
        agent = made;
        const signal = AbortSignal.any([late, ...(stop ? [stop] : [])]);
        const debugAnswer = (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_0__/* .debugRequest */ .LH)('GET', target, '');
        return await new Promise((done) => {
            let isConnected = false;
            http
                .get(target, { agent: made, signal, headers: { 'user-agent': 'buildx-branch-cache' } }, (answer) => {
                answer.destroy();
                debugAnswer(`${answer.statusCode}`);
                done('answers');
            })
                .on('socket', (socket) => socket.once('connect', () => (isConnected = true)))
                .on('error', ({ code = '' }) => {
                debugAnswer(code);
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
        return 'unknown'; // an invalid address or proxy
    }
    finally {
        agent?.destroy();
    }
}
/** Checks all stores concurrently, and fills the map, by their names, as they answer. */
function askAll(stores, asker, signs, stop, ask = signOfLife) {
    for (const [name, url] of new Map(stores.map((store) => [store.name, store.url]))) {
        void ask(url, asker, { stop }).then((sign) => signs.set(name, sign));
    }
}


/***/ })

};
