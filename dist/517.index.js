export const id = 517;
export const ids = [517];
export const modules = {

/***/ 8517:
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
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4656);



const TAG = 'org.opencontainers.image.ref.name';
const IMAGE = 'io.containerd.image.name';
const LISTS = /^application\/vnd\.(oci\.image\.(manifest|index)|docker\.distribution\.manifest(\.list)?)\./;
/** Any digest of the OCI's grammar (image-spec, descriptor.md): neither part leads out of its folder. */
const DIGEST = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** What an index holds beside its manifests (opencontainers/image-spec, image-index.md). */
const MEMBERS = new Set(['schemaVersion', 'mediaType', 'artifactType', 'annotations']);
/** In bytes. BuildKit reads no manifest of more than 1 MiB (cache/remotecache/import.go), registries none of more than 4. */
const MOST_IN_MANIFEST = 4 * 1024 * 1024;
const MOST_IN_INDEX = 32 * 1024 * 1024;
/** How many blobs one entry may lead to. */
const MOST_BLOBS = 100_000;
/** The folder of an OCI layout's blobs, and of one blob there. */
const blobFolder = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs', 'sha256');
function blobFile(directory, digest) {
    const [, algorithm = '', encoded = ''] = DIGEST.exec(digest) ?? [];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs', algorithm, encoded);
}
const indexFile = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'index.json');
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
    const bytes = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readShared */ .qA)(file, MOST_IN_INDEX);
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
    // Where its entries may stand under another name, damaged or not, they are not known.
    if (!('manifests' in whole) && !Object.keys(rest).every((it) => MEMBERS.has(it)))
        throw strange('is not an index');
    const version = rest.schemaVersion ?? 2;
    const entries = manifests ?? [];
    if (!Array.isArray(entries) || (version !== 2 && version !== 0))
        throw strange('is not an index of version 2');
    return { entries, rest };
}
/** Puts a new `index.json`, and where it is missing `oci-layout`, in place. `scratch`: see replaceShared. */
function writeIndex(directory, index, entries, scratch) {
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const layout = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'oci-layout');
    if (!(0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t5)(layout))
        (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceShared */ .SR)(layout, '{"imageLayoutVersion":"1.0.0"}', scratch);
    const whole = { schemaVersion: 2, mediaType, ...index?.rest, manifests: entries };
    (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceShared */ .SR)(indexFile(directory), JSON.stringify(whole), scratch);
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
        const stat = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t5)(file);
        if (!stat?.isFile() || stat.size !== it.size)
            needs.isWhole = false;
        if (!stat || !(isEntry || LISTS.test(it.mediaType ?? '')))
            continue;
        const children = stat.isFile() ? readChildren(file) : 'is not a file';
        if (typeof children === 'string') {
            // One that was cut off is of no use to anybody.
            if (stat.isFile() && stat.size < it.size && !hasItsHash(file, it.digest))
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
    return (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtFile */ .Jg)(blobFile(directory, digest))?.size === size;
}
/** Whether we keep it: BuildKit names its blobs by no other hash. */
const isOurKind = (digest) => SHA256.test(digest);
/** Whether a file holds what its digest says, whatever size was given for it. */
function hasItsHash(file, digest) {
    const bytes = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readShared */ .qA)(file, MOST_IN_MANIFEST);
    return bytes !== undefined && `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}` === digest;
}
/** What a manifest or an index of manifests names, whatever it is; in words why that is not known. */
function readChildren(file) {
    let manifest;
    try {
        const bytes = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readShared */ .qA)(file, MOST_IN_MANIFEST);
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


/***/ })

};
