export const id = 165;
export const ids = [165,885];
export const modules = {

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
/* unused harmony export kindOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



// The one way to files in a folder that others can write. Whatever may lie there, a link, a named pipe, a device, a
// folder, is seen before it is touched: nothing is followed, nothing keeps us waiting, and what is no regular file is
// an Error in words and stays as it is.
// Windows has no such flags, and no such links for those who are not administrators.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_1__.constants;
const SAFELY = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
const PIECE = 1024 * 1024;
/** What is at a place, without following a link: undefined for nothing; throws the system's Error, in words. */
function lookAt(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw inWords(path, error);
    }
}
/** The regular file at a place, undefined for nothing; anything else is an Error. */
function lookAtFile(path) {
    const stat = lookAt(path);
    if (stat && !stat.isFile())
        throw new Error(`${path} is ${kindOf(stat)}, not a file`);
    return stat;
}
/** Whether there is a folder, and no link to one; anything else is an Error. */
function lookAtFolder(path) {
    const stat = lookAt(path);
    if (stat && !stat.isDirectory())
        throw new Error(`${path} is ${kindOf(stat)}, not a folder`);
    return stat !== undefined;
}
/** What a file holds, undefined where there is none. More than `most` bytes are an Error. */
function readShared(path, most) {
    const fd = openShared(path);
    if (fd === undefined)
        return undefined;
    try {
        const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(fd).size;
        if (size > most)
            throw new Error(`${path} is larger than ${most} bytes`);
        // It may be cut while it is read; what is added meanwhile is not read.
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
/** Opens a file for reading; undefined where there is none. Who gets the descriptor closes it. */
function openShared(path) {
    // Not even opened, where it is something else: that alone has effects on some devices.
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
    throw new Error(`${path} is ${kindOf(stat)}, not a file`);
}
/** Makes a file where there is nothing yet; false where there is something, whatever it is. */
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
 * Puts a file in the place of another, or of nothing, in one step: whoever reads sees the old or the new, also when
 * we are killed on the way. It keeps mode and, where we may, owner of the old one. What is being written has a name
 * of its own in `scratch`, a folder of the same file system.
 */
function replaceShared(path, content, scratch) {
    const before = lookAtFile(path);
    const temporary = scratchFile(scratch);
    if (!createShared(temporary, content))
        throw new Error(`${temporary} is there already`);
    try {
        settle(temporary, before, content.length > 0);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(temporary, path);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporary, { force: true });
        throw inWords(path, error);
    }
}
/** What `replaceShared` calls a file that is not whole yet. */
const SCRATCH = /^new-[0-9a-f]{16}$/;
function scratchFile(folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `new-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
}
/** On disk before it has its name, and whose the one before it was. */
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
                // Only root may give a file away; whoever may replace it may also read ours.
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
 * A second name for a file, its content shared; false where the file system has no such thing or does not allow it
 * here. An Error where there is no such file, or something at `to`.
 */
function linkShared(from, to) {
    try {
        // A link is not followed (link(2)); what it is shows afterwards, under a name that is ours.
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
    throw new Error(`${from} is ${stat ? kindOf(stat) : 'gone'}, not a file`);
}
/** Copies a file to a place where there is nothing yet; an Error where there is no file or no such place. */
function copyShared(from, to) {
    const source = openShared(from);
    if (source === undefined)
        throw new Error(`${from} is gone`);
    try {
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(to, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_EXCL | SAFELY, 0o644);
        try {
            const size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(source).size;
            const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(size, 1)));
            for (let at = 0; at < size;) {
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
/** What stands at a place, with its article. */
function kindOf(stat) {
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
/** The system's Error with the path first and its code last; any other as it is. */
function inWords(path, error) {
    const { code, syscall } = error;
    if (code === undefined || syscall === undefined)
        return error;
    return Object.assign(new Error(`${path}: ${REASONS[code] ?? `the system refuses ${syscall}`} (${code})`), {
        code,
    });
}
const REASONS = {
    EACCES: 'no permission',
    EPERM: 'not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    EIO: 'the disk reports an error',
    EMFILE: 'too many files are open',
    ENFILE: 'too many files are open',
    ELOOP: 'it is a link',
    ENOENT: 'no such file or folder',
    ENOTDIR: 'a folder on the way is a file',
    EEXIST: 'there is something already',
    ESTALE: 'the file system has lost it',
};


/***/ }),

/***/ 3617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ tryExportLock),
/* harmony export */   r: () => (/* binding */ shareExportLock)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _buildx_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4461);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4656);





/**
 * The lock of buildx 0.38 and newer, for those who write to the directory by hand (BuildKit's client/solve.go): held,
 * shared, from the first layer of an export until index.json names it; alone by `reset=true`, which deletes what the
 * index does not name. It is theirs: it is neither made nor deleted here, and where it is not, nobody holds it. Nobody
 * waits: undefined where it is held. Where it cannot be told, nobody holds it.
 */
async function tryExportLock(directory, mode) {
    const fd = openOrNot((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'cache.lock'));
    if (fd === undefined)
        return () => { };
    if ((await (0,_buildx_run_js__WEBPACK_IMPORTED_MODULE_3__.flockNow)(fd, mode)) !== false)
        return () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    return undefined;
}
/** The same, shared, waiting for at most `milliseconds`, and then going on without: whoever resets may hang. */
async function shareExportLock(directory, milliseconds) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const release = await tryExportLock(directory, 'shared');
        if (release)
            return release;
        if (Date.now() >= end)
            return () => { };
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(100);
    }
}
function openOrNot(file) {
    try {
        return (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_4__/* .openShared */ .a0)(file);
    }
    catch {
        return undefined; // another user's, whom we cannot see; or no file
    }
}


/***/ }),

/***/ 3885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   Mq: () => (/* binding */ blobFolder),
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   _M: () => (/* binding */ writeIndex),
/* harmony export */   blobFile: () => (/* binding */ blobFile),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   findTag: () => (/* binding */ findTag),
/* harmony export */   hN: () => (/* binding */ needsOf),
/* harmony export */   ol: () => (/* binding */ isDescriptor),
/* harmony export */   r_: () => (/* binding */ isOurKind),
/* harmony export */   readIndex: () => (/* binding */ readIndex)
/* harmony export */ });
/* unused harmony export indexFile */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4656);


const TAG = 'org.opencontainers.image.ref.name';
const IMAGE = 'io.containerd.image.name';
const LISTS = /^application\/vnd\.(oci\.image\.(manifest|index)|docker\.distribution\.manifest(\.list)?)\./;
/** Any digest of the OCI's grammar (image-spec, descriptor.md): neither part leads out of its folder. */
const DIGEST = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** In bytes. BuildKit reads no manifest of more than 1 MiB (cache/remotecache/import.go), registries none of more than 4. */
const MOST_IN_MANIFEST = 4 * 1024 * 1024;
const MOST_IN_INDEX = 32 * 1024 * 1024;
/** How many blobs one entry may lead to. */
const MOST_BLOBS = 100_000;
/** The folder of an OCI layout's blobs, and of one blob there. */
const blobFolder = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'blobs', 'sha256');
function blobFile(directory, digest) {
    const [, algorithm = '', encoded = ''] = DIGEST.exec(digest) ?? [];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'blobs', algorithm, encoded);
}
const indexFile = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'index.json');
/** The tag of an entry, as BuildKit's client writes and reads it; undefined where it has none, or is an image of a name. */
function tagOf(entry) {
    const annotations = fieldsOf(fieldsOf(entry)?.annotations);
    const tag = annotations?.[TAG];
    return typeof tag === 'string' && !annotations?.[IMAGE] ? tag : undefined;
}
/** The same manifest under a tag, as BuildKit's client spells it (client/ociindex/ociindex.go). */
function tagged(descriptor, tag) {
    return { ...descriptor, annotations: { ...descriptor.annotations, [TAG]: tag } };
}
/** The manifest that a tag stands for: the first, as for BuildKit's client. */
function findTag(index, tag) {
    return index?.entries.find((it) => tagOf(it) === tag && isDescriptor(it));
}
/**
 * What `index.json` says, undefined where there is none. Whatever cannot be read or is not understood whole is an
 * Error: who would write over it or delete what it does not name would lose what others keep there.
 */
function readIndex(directory) {
    const file = indexFile(directory);
    const bytes = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readShared */ .qA)(file, MOST_IN_INDEX);
    if (bytes === undefined)
        return undefined;
    const strange = (what) => new Error(`${file} ${what}; repair or remove it`);
    let parsed;
    try {
        parsed = parseJson(bytes);
    }
    catch {
        throw strange(bytes.length === 0 ? 'is empty' : 'is not JSON, or only a part of it');
    }
    const whole = fieldsOf(parsed);
    if (!whole)
        throw strange('is not an index');
    const { manifests = [], ...rest } = whole;
    const version = rest.schemaVersion ?? 2;
    const entries = manifests ?? [];
    if (!Array.isArray(entries) || (version !== 2 && version !== 0))
        throw strange('is not an index of version 2');
    return { entries, rest };
}
/** Puts a new `index.json`, and where it is missing `oci-layout`, in place. `scratch`: see replaceShared. */
function writeIndex(directory, index, entries, scratch) {
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const layout = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'oci-layout');
    if (!(0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t5)(layout))
        (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceShared */ .SR)(layout, '{"imageLayoutVersion":"1.0.0"}', scratch);
    const whole = { schemaVersion: 2, mediaType, ...index?.rest, manifests: entries };
    (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceShared */ .SR)(indexFile(directory), JSON.stringify(whole), scratch);
}
/** All that a manifest leads to. Throws where the system refuses to say. */
function needsOf(directory, entry) {
    const needs = { sizes: new Map(), isWhole: true, unknown: undefined };
    const strange = (why) => {
        needs.isWhole = false;
        needs.unknown ??= why;
    };
    const waiting = [{ it: entry, isEntry: true }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { it, isEntry } = next;
        if (needs.sizes.has(it.digest))
            continue;
        needs.sizes.set(it.digest, it.size);
        if (needs.sizes.size > MOST_BLOBS)
            return { ...needs, isWhole: false, unknown: 'it names too many blobs' };
        const file = blobFile(directory, it.digest);
        const stat = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t5)(file);
        if (!stat?.isFile() || stat.size !== it.size)
            needs.isWhole = false;
        if (!stat || !(isEntry || LISTS.test(it.mediaType ?? '')))
            continue;
        const children = stat.isFile() ? readChildren(file) : 'is not a file';
        if (typeof children === 'string') {
            // One that was cut off is of no use to anybody.
            if (stat.isFile() && stat.size < it.size)
                needs.isWhole = false;
            else
                strange(`${file} ${children}`);
            continue;
        }
        for (const child of children) {
            if (isDescriptor(child))
                waiting.push({ it: child, isEntry: false });
            else
                strange(`${file} names something that is not a blob`);
        }
    }
    return needs;
}
/** Whether a blob is there and as long as it should be; something else than a file in its place is an Error. */
function isThere(directory, digest, size) {
    return (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAtFile */ .Jg)(blobFile(directory, digest))?.size === size;
}
/** Whether we keep it: BuildKit names its blobs by no other hash. */
const isOurKind = (digest) => SHA256.test(digest);
/** What a manifest or an index of manifests names, whatever it is; in words why that is not known. */
function readChildren(file) {
    let manifest;
    try {
        const bytes = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readShared */ .qA)(file, MOST_IN_MANIFEST);
        manifest = bytes && fieldsOf(parseJson(bytes));
    }
    catch (error) {
        if (error.code !== undefined)
            throw error;
        return 'is not a manifest';
    }
    const { config, layers, manifests, blobs, subject } = manifest ?? {};
    const lists = [layers, manifests, blobs].filter((it) => it !== undefined && it !== null);
    if (lists.length === 0 || !lists.every(Array.isArray))
        return 'is not a manifest';
    return [config, subject, ...lists.flat()].filter((it) => it !== undefined && it !== null);
}
/** Whether something refers to a blob that we can find: its digest becomes a file's name. */
function isDescriptor(it) {
    const { digest, size, mediaType } = fieldsOf(it) ?? {};
    return (typeof digest === 'string' &&
        DIGEST.test(digest) &&
        Number.isSafeInteger(size) &&
        size >= 0 &&
        ['string', 'undefined'].includes(typeof mediaType));
}
function fieldsOf(it) {
    const isObject = typeof it === 'object' && it !== null && !Array.isArray(it);
    return isObject ? it : undefined;
}
/** A number that JavaScript may write in another way than it was. */
const CHANGED = /[:,[]\s*-?\d+([.eE]|\d{15})/;
/** JSON in UTF-8, its numbers as they were written where JavaScript would change them. Throws an Error. */
function parseJson(bytes) {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const { rawJSON } = JSON;
    if (!rawJSON || !CHANGED.test(text))
        return JSON.parse(text);
    const keep = (_, value, context) => {
        const isExact = typeof value !== 'number' || String(value) === context?.source;
        return isExact ? value : rawJSON(context?.source ?? String(value));
    };
    return JSON.parse(text, keep);
}


/***/ }),

/***/ 7556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ takeLock),
/* harmony export */   b: () => (/* binding */ tryLock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4656);


// SQLITE_BUSY (sqlite.org/rescode.html): somebody else has it.
const BUSY = 5;
/**
 * Takes the lock that a file stands for, and nobody waits: undefined where another has it. The system itself
 * lets go of it when its holder ends, however it ends, which no file alone can do: Node has no flock, but an
 * empty SQLite database that is never written comes to the same (sqlite.org/lockingv3.html). Throws where the
 * file system knows no locks, and where something else than a file is in the way.
 */
async function tryLock(file) {
    // SQLite would follow a link to make a file elsewhere. The file is never opened by other means: closing it would
    // end the lock (fcntl(2)).
    (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .createShared */ .uy)(file);
    (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAtFile */ .Jg)(file);
    // What it takes for its own, it would delete.
    const rest = [`${file}-journal`, `${file}-wal`].find((it) => (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t5)(it));
    if (rest)
        throw new Error(`it cannot be locked: ${rest} is in the way`);
    const { DatabaseSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 23)).catch(because);
    let database;
    try {
        database = new DatabaseSync(file);
    }
    catch (error) {
        return because(error);
    }
    try {
        // A journal in a file would be one more file beside it. (Node does not let it be OFF.)
        database.exec('PRAGMA journal_mode=MEMORY; BEGIN EXCLUSIVE');
        return () => database.close();
    }
    catch (error) {
        database.close();
        return error.errcode === BUSY ? undefined : because(error);
    }
}
function because(error) {
    throw new Error(`it cannot be locked: ${error.message}`);
}
/** The same, waiting for at most `milliseconds`. */
async function takeLock(file, milliseconds) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const release = await tryLock(file);
        if (release || Date.now() >= end)
            return release;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(10 + Math.random() * 40);
    }
}


/***/ }),

/***/ 2115:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ usedFile),
/* harmony export */   aO: () => (/* binding */ checkFolders),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4656);



/** What we keep beside an OCI layout, in one folder that BuildKit never looks at. */
function placesIn(directory) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.branch-cache');
    return { own, lock: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'lock'), views: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'views'), used: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, 'used') };
}
/** A tag is any text: its hash makes a file's name that is always one. */
function usedFile(directory, tag) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(placesIn(directory).used, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(tag, 'utf8').digest('hex'));
}
/** That all folders that we go by are folders and no links, so that nothing outside is ever touched; else an Error. */
function checkFolders(directory) {
    const { own, views, used } = placesIn(directory);
    const blobs = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs');
    // Those inside a link would be somewhere else.
    for (const folder of [own, views, used, blobs, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(blobs, 'sha256')])
        (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtFolder */ .Jd)(folder);
}


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ directorySize)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3885);
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7826);




/** The bytes of all blobs in a directory. */
function directorySize(directory) {
    return (0,_view_js__WEBPACK_IMPORTED_MODULE_3__/* .blobNames */ .MQ)(directory)
        .map((name) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobFolder */ .Mq)(directory), name)).size)
        .reduce((sum, size) => sum + size, 0);
}


/***/ }),

/***/ 987:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/lib/shared-files.ts
var shared_files = __webpack_require__(4656);
;// CONCATENATED MODULE: ./src/local/choose.ts
/** The tags that have to go: those that nobody used for long, then, as long as all are too large, the oldest. */
function chooseTags(scopes, { keep, maxSize }, now, justWritten) {
    const free = scopes
        .filter((it) => it.used !== undefined && !justWritten.includes(it.tag))
        .sort((a, b) => a.used - b.used);
    const tooOld = free.filter(({ used }) => used < now - keep).map(({ tag }) => tag);
    const left = (gone) => scopes.filter(({ tag }) => !gone.includes(tag));
    const tooMuch = [];
    for (const { tag } of free) {
        if (maxSize === undefined || sizeOf(left([...tooOld, ...tooMuch])) <= maxSize)
            break;
        if (!tooOld.includes(tag))
            tooMuch.push(tag);
    }
    return { tooOld, tooMuch };
}
/** What scopes need together, in bytes: a blob that several need counts once. */
function sizeOf(scopes) {
    const all = new Map(scopes.flatMap(({ sizes }) => [...sizes]));
    return [...all.values()].reduce((sum, size) => sum + size, 0);
}

// EXTERNAL MODULE: ./src/local/export-lock.ts
var export_lock = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/local/layout.ts
var layout = __webpack_require__(3885);
// EXTERNAL MODULE: ./src/local/lock.ts
var lock = __webpack_require__(7556);
// EXTERNAL MODULE: ./src/local/places.ts
var local_places = __webpack_require__(2115);
// EXTERNAL MODULE: ./src/local/used.ts
var local_used = __webpack_require__(1610);
// EXTERNAL MODULE: ./src/local/view.ts + 1 modules
var view = __webpack_require__(7826);
;// CONCATENATED MODULE: ./src/local/sweep.ts










const WAIT = 10_000;
const HOUR = 3_600_000;
const HEX = /^[0-9a-f]{64}$/;
const VIEW = /^view-[0-9A-Za-z]{6}$/;
const TRASH = /^trash(-[0-9A-Za-z]{6})?$/;
/** What containerd's content store keeps of a blob that it has begun to write (plugins/content/local). */
const HALF = new Set(['data', 'ref', 'startedat', 'updatedat', 'total']);
/**
 * Takes away the tags that have to go, then the blobs that no tag needs, what killed builds left behind, and
 * half-written blobs of the day before; throws an Error in words where it did nothing. The index goes first, so that
 * it never names a blob that is gone. Builds that run have views of their own and lose nothing. Whatever is not
 * understood stays, and with it all that it may need.
 */
async function sweep(directory, limits, justWritten) {
    (0,local_places/* checkFolders */.aO)(directory);
    const places = (0,local_places/* placesIn */.yN)(directory);
    const unlock = await (0,lock/* takeLock */.H)(places.lock, WAIT);
    if (!unlock)
        return 'another build is using the directory';
    const rubbish = [];
    try {
        const index = (0,layout.readIndex)(directory);
        const known = new Map();
        const all = (index?.entries ?? []).map((entry) => findScope(directory, entry, known));
        // What is not whole is of no use, and fails the builds that read it; of others' tags it may be so by intent.
        const usable = all.filter((it) => it.isWhole || it.used === undefined || it.unknown !== undefined);
        const choice = chooseTags(usable, limits, Date.now(), justWritten);
        const gone = new Set([...choice.tooOld, ...choice.tooMuch]);
        const stay = usable.filter(({ tag, used }) => used === undefined || !gone.has(tag));
        if (stay.length < all.length)
            (0,layout/* writeIndex */._M)(directory, index, stay.map(({ entry }) => entry), places.own);
        if (index)
            forget(places.used, new Set(stay.flatMap(({ tag, used }) => (used === undefined ? [] : [(0,local_places/* usedFile */.SH)(directory, tag)]))));
        const half = halfWritten((0,external_node_path_.join)(directory, 'ingest'));
        for (const { path } of half.filter(({ age }) => age > 24 * HOUR))
            remove(path);
        const unknown = stay.find((it) => it.unknown !== undefined)?.unknown;
        let spared = (index ? undefined : 'there is no index.json') ??
            unknown ??
            (half.some(({ age }) => age < HOUR) ? 'another program is writing to the directory' : undefined);
        const needed = new Set(stay.flatMap(({ sizes }) => [...sizes.keys()]));
        const useless = spared === undefined ? (0,view/* blobNames */.MQ)(directory).filter((it) => !needed.has(`sha256:${it}`)) : [];
        const freed = useless.length === 0 ? 0 : await discard(directory, useless, rubbish);
        if (freed === undefined)
            spared = 'another program is writing to the directory (cache.lock)';
        rubbish.push(...leftBehind(places.own), ...(await deadViews(places.views)));
        return { ...choice, freed: freed ?? 0, size: sizeOf(stay), scopes: stay.length, spared };
    }
    finally {
        unlock();
        // Each sweep has its own: deleting gigabytes takes time, and nobody has to wait for it.
        rubbish.forEach(remove);
    }
}
/** `known`: what manifests need that were looked at already; many tags may stand for one. */
function findScope(directory, entry, known) {
    const nothing = { entry, tag: '', used: undefined, sizes: new Map(), isWhole: false };
    const strange = { ...nothing, unknown: 'an entry of index.json is not understood' };
    if (!(0,layout/* isDescriptor */.ol)(entry)) {
        // Whatever it may be, it can keep a layer alone that it names.
        return /[0-9a-f]{32}|digest/i.test(JSON.stringify(entry)) ? strange : { ...nothing, unknown: undefined };
    }
    const tag = (0,layout/* tagOf */.cO)(entry);
    try {
        const used = tag === undefined ? undefined : (0,local_used/* usedAt */.Nu)(directory, tag);
        const name = `${entry.digest} ${entry.size}`;
        const needs = known.get(name) ?? (0,layout/* needsOf */.hN)(directory, entry);
        known.set(name, needs);
        return { entry, tag: tag ?? '', used, ...needs };
    }
    catch (error) {
        return { ...strange, unknown: error.message };
    }
}
/**
 * Moves blobs that nothing needs out of the way, which takes no time however large they are; their bytes. Undefined
 * where somebody is writing an export by hand, whose layers no index names yet.
 */
async function discard(directory, names, rubbish) {
    const release = await (0,export_lock/* tryExportLock */.J)(directory, 'exclusive');
    if (!release)
        return undefined;
    try {
        const trash = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,local_places/* placesIn */.yN)(directory).own, 'trash-'));
        rubbish.push(trash);
        let freed = 0;
        for (const name of names) {
            const file = (0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(directory), name);
            const size = (0,shared_files/* lookAt */.t5)(file)?.size;
            if (size === undefined)
                continue; // somebody was quicker
            (0,external_node_fs_.renameSync)(file, (0,external_node_path_.join)(trash, name));
            freed += size;
        }
        return freed;
    }
    finally {
        release();
    }
}
/** What BuildKit's client has begun to write and not ended, and how old it is, in milliseconds; no index names it yet. */
function halfWritten(folder) {
    return list(folder).flatMap((name) => {
        const path = (0,external_node_path_.join)(folder, name);
        if (!HEX.test(name) || !(0,shared_files/* lookAt */.t5)(path)?.isDirectory())
            return [];
        const files = (0,external_node_fs_.readdirSync)(path);
        if (!files.every((it) => HALF.has(it)))
            return [];
        // The folder's own time stands still while its file grows.
        const times = [path, ...files.map((it) => (0,external_node_path_.join)(path, it))].map((it) => (0,shared_files/* lookAt */.t5)(it)?.mtimeMs ?? 0);
        return [{ path, age: Date.now() - Math.max(...times) }];
    });
}
/** When tags that are gone were used. */
function forget(folder, stay) {
    for (const name of list(folder)) {
        const file = (0,external_node_path_.join)(folder, name);
        if (!stay.has(file) && HEX.test(name) && (0,shared_files/* lookAt */.t5)(file)?.isFile())
            remove(file);
    }
}
/** What killed sweeps and builds left in our own folder; whoever makes such a thing holds the lock. */
function leftBehind(own) {
    return list(own)
        .map((name) => ({ name, path: (0,external_node_path_.join)(own, name), stat: (0,shared_files/* lookAt */.t5)((0,external_node_path_.join)(own, name)) }))
        .filter(({ name, stat }) => (TRASH.test(name) && stat?.isDirectory()) || (shared_files/* SCRATCH */.Zc.test(name) && stat?.isFile()))
        .map(({ path }) => path);
}
/** The views of builds that have ended, however they did: nobody holds their locks. */
async function deadViews(folder) {
    const dead = [];
    for (const name of list(folder)) {
        const view = (0,external_node_path_.join)(folder, name);
        if (!VIEW.test(name) || !(0,shared_files/* lookAt */.t5)(view)?.isDirectory())
            continue;
        // Whoever makes a view holds the directory's lock: one without a lock of its own was never ready.
        const release = await (0,lock/* tryLock */.b)((0,external_node_path_.join)(view, 'alive')).catch(() => undefined);
        if (!release)
            continue;
        release();
        dead.push(view);
    }
    return dead;
}
function list(folder) {
    try {
        return (0,shared_files/* lookAtFolder */.Jd)(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
    }
    catch {
        return []; // no folder: none of what is ours
    }
}
/** Deletes without following links; what cannot be deleted now is left to the next sweep. */
function remove(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
    catch {
        // Two sweeps may be at the same rubbish.
    }
}


/***/ }),

/***/ 1610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ usedAt),
/* harmony export */   _M: () => (/* binding */ touch),
/* harmony export */   qV: () => (/* binding */ renew)
/* harmony export */ });
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4656);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2115);


/** Notes that a tag of ours is in use now. Whatever else lies in the note's place stays, and so does the tag. */
function touch(directory, tag) {
    try {
        (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_0__/* .replaceShared */ .SR)((0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .usedFile */ .SH)(directory, tag), '', (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .placesIn */ .yN)(directory).own);
    }
    catch {
        // Without a note a tag is nobody's: no sweep takes it away.
    }
}
/** The same for a tag that has a note already; any other is not ours. */
function renew(directory, tag) {
    if (usedAt(directory, tag) !== undefined)
        touch(directory, tag);
}
/** When a tag was last read or written, in milliseconds since 1970; undefined for one that is not ours. */
function usedAt(directory, tag) {
    const stat = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAt */ .t5)((0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .usedFile */ .SH)(directory, tag));
    return stat?.isFile() ? stat.mtimeMs : undefined;
}


/***/ }),

/***/ 7826:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MQ: () => (/* binding */ blobNames),
  Sq: () => (/* binding */ openReadView),
  e8: () => (/* binding */ openView),
  Xs: () => (/* binding */ writtenIn)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/lib/shared-files.ts
var shared_files = __webpack_require__(4656);
// EXTERNAL MODULE: ./src/local/layout.ts
var layout = __webpack_require__(3885);
// EXTERNAL MODULE: ./src/local/lock.ts
var lock = __webpack_require__(7556);
;// CONCATENATED MODULE: ./src/local/make-folder.ts


/**
 * Makes a folder and those that it is in; throws the system's Error. Node's own `recursive` never ends where the
 * system refuses a folder with ENOENT, as /proc does.
 */
function makeFolder(folder) {
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return;
    const parent = (0,external_node_path_.dirname)(folder);
    if (parent !== folder)
        makeFolder(parent);
    try {
        (0,external_node_fs_.mkdirSync)(folder);
    }
    catch (error) {
        // Another build has just made it.
        if (error.code !== 'EEXIST')
            throw error;
    }
}

// EXTERNAL MODULE: ./src/local/places.ts
var local_places = __webpack_require__(2115);
// EXTERNAL MODULE: ./src/local/used.ts
var used = __webpack_require__(1610);
;// CONCATENATED MODULE: ./src/local/view.ts









const WAIT = 30_000;
/** Marks what was in a view before its build. */
const BEFORE = 'buildx-branch-cache.before';
const BROKEN = 'a layer of it is missing or too short';
const HEX = /^[0-9a-f]{64}$/;
/**
 * Makes a view inside the directory, for a build that also writes: all blobs are in it, so that BuildKit writes none
 * of them again, and the wanted tags, as far as they are whole. Throws an Error in words, having changed nothing but
 * folders of our own.
 */
async function openView(directory, tags) {
    const places = (0,local_places/* placesIn */.yN)(directory);
    (0,local_places/* checkFolders */.aO)(directory);
    (0,layout.readIndex)(directory);
    for (const folder of [(0,layout/* blobFolder */.Mq)(directory), places.views, places.used])
        makeFolder(folder);
    (0,local_places/* checkFolders */.aO)(directory);
    const unlock = await (0,lock/* takeLock */.H)(places.lock, WAIT);
    if (!unlock)
        throw new Error(`another build holds its lock for more than ${WAIT / 1000} s`);
    let wanted;
    let path;
    let release;
    try {
        path = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(places.views, 'view-'));
        release = (await (0,lock/* tryLock */.b)((0,external_node_path_.join)(path, 'alive'))); // nobody else knows it yet
        makeFolder((0,layout/* blobFolder */.Mq)(path));
        wanted = wantedIn(directory, (0,layout.readIndex)(directory), tags);
        linkAll(directory, path);
        for (const { tag, why } of wanted)
            if (why === undefined)
                (0,used/* renew */.qV)(directory, tag);
    }
    finally {
        unlock();
    }
    return fill({ directory, path, release }, wanted);
}
/**
 * The same outside the directory, in a folder for temporary files, for a build that only reads: it has the wanted
 * tags and what they need, and leaves no trace in the directory, which need not even be writable.
 */
function openReadView(directory, tags, tempDir) {
    for (const folder of [(0,external_node_path_.join)(directory, 'blobs'), (0,layout/* blobFolder */.Mq)(directory)])
        (0,shared_files/* lookAtFolder */.Jd)(folder);
    const wanted = wantedIn(directory, (0,layout.readIndex)(directory), tags);
    const temporary = tempDir || (0,external_node_os_.tmpdir)();
    makeFolder(temporary);
    const path = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporary, 'buildx-branch-cache-view-'));
    makeFolder((0,layout/* blobFolder */.Mq)(path));
    return fill({ directory, path, release: () => { } }, wanted);
}
/** Brings what is still lacking of the wanted tags, by copies where there are no links, and names those that are whole. */
function fill(view, wanted) {
    const { directory, path } = view;
    const whyUnread = new Map();
    const whole = [];
    for (const { tag, manifest, sizes, why } of wanted) {
        const broken = why ?? whyNotBrought(directory, path, sizes);
        if (broken === undefined) {
            whole.push(manifest);
        }
        else {
            whyUnread.set(tag, broken);
            dropShort(path, sizes);
        }
    }
    (0,layout/* writeIndex */._M)(path, undefined, whole.map(mark), path);
    return { ...view, whyUnread: (tag) => whyUnread.get(tag) };
}
/** The manifests of tags and what they need. BuildKit finds out too late that a layer is missing, and fails the build. */
function wantedIn(directory, index, tags) {
    return [...new Set(tags)].flatMap((tag) => {
        const manifest = (0,layout.findTag)(index, tag);
        if (!manifest)
            return [];
        try {
            const { sizes, isWhole, unknown } = (0,layout/* needsOf */.hN)(directory, manifest);
            const isOurs = [...sizes.keys()].every(layout/* isOurKind */.r_);
            const why = unknown ?? (isWhole && isOurs ? undefined : BROKEN);
            return [{ tag, manifest, sizes, why }];
        }
        catch (error) {
            return [{ tag, manifest, sizes: new Map(), why: error.message }];
        }
    });
}
/** Why the blobs are not all in the view, although whatever could be done was; undefined where they are. */
function whyNotBrought(directory, path, sizes) {
    try {
        for (const [digest, size] of sizes) {
            if ((0,layout/* isThere */.$B)(path, digest, size))
                continue;
            const [from, to] = [(0,layout.blobFile)(directory, digest), (0,layout.blobFile)(path, digest)];
            if ((0,layout/* isThere */.$B)(directory, digest, size) && !(0,shared_files/* linkShared */.EN)(from, to))
                (0,shared_files/* copyShared */.dW)(from, to);
            if (!(0,layout/* isThere */.$B)(path, digest, size))
                return BROKEN;
        }
        return undefined;
    }
    catch (error) {
        return error.message;
    }
}
/** BuildKit takes a blob that is there for good, and would not write it again: what is not as long as it should be goes. */
function dropShort(path, sizes) {
    for (const [digest, size] of sizes) {
        if (!(0,layout/* isThere */.$B)(path, digest, size))
            (0,external_node_fs_.rmSync)((0,layout.blobFile)(path, digest), { force: true });
    }
}
/** Links every blob, as far as the file system has links. */
function linkAll(directory, path) {
    for (const name of blobNames(directory)) {
        try {
            (0,shared_files/* linkShared */.EN)((0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(directory), name), (0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(path), name));
        }
        catch {
            // Gone meanwhile, or no file: a build does not need it, or finds out below.
        }
    }
}
/** The blobs of a directory: files whose names are a hash. */
function blobNames(directory) {
    return (0,external_node_fs_.readdirSync)((0,layout/* blobFolder */.Mq)(directory), { withFileTypes: true }).flatMap((it) => it.isFile() && HEX.test(it.name) ? [it.name] : []);
}
/** The manifest that a build has put under a tag of its view; undefined where it wrote none. */
function writtenIn({ path }, tag) {
    return (0,layout.readIndex)(path)?.entries.find((it) => (0,layout/* tagOf */.cO)(it) === tag && (0,layout/* isDescriptor */.ol)(it) && it.annotations?.[BEFORE] === undefined);
}
function mark(it) {
    return { ...it, annotations: { ...it.annotations, [BEFORE]: 'true' } };
}


/***/ }),

/***/ 7478:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSilent)
/* harmony export */ });
/* harmony import */ var _rescue_alive_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4808);

/**
 * Whether the cache service shows no sign of life, and is left alone: @actions/cache would wait for many minutes for
 * one that takes the call and says nothing.
 */
async function isSilent(variables) {
    const { ACTIONS_RESULTS_URL: second = '', ACTIONS_CACHE_URL: first = '' } = variables;
    const url = variables.ACTIONS_CACHE_SERVICE_V2 ? second || first : first || second;
    return (await (0,_rescue_alive_js__WEBPACK_IMPORTED_MODULE_0__/* .signOfLife */ .b)(url, variables)) === 'silent';
}


/***/ })

};
