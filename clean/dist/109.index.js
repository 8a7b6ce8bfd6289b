export const id = 109;
export const ids = [109];
export const modules = {

/***/ 7109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  surveyDirectory: () => (/* binding */ surveyDirectory)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/directory/eviction.ts
/** The tags to evict: those that have expired, then, while the total is too large, the least recently used. */
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
/** The total size of scopes, in bytes: a shared blob counts once. */
function sizeOf(scopes) {
    const all = new Map(scopes.flatMap(({ sizes }) => [...sizes]));
    return [...all.values()].reduce((sum, size) => sum + size, 0);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/lib/shared-files.ts




// All access to files in a folder that others can write. Anything may be there: a link, a named pipe, a device, a
// folder. It is checked before it is opened: no link is followed, nothing blocks, and anything but a regular file is an
// Error for the user and stays unchanged.
// Windows has no such flags, and only administrators can create such links there.
const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_NOCTTY = 0 } = external_node_fs_.constants;
const SAFELY = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
const PIECE = (/* unused pure expression or super */ null && (1024 * 1024));
/** The stat of a path, links not followed: undefined if nothing is there; throws the system's Error, for the user. */
function shared_files_lookAt(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        throw inWords(path, error);
    }
}
/** The regular file at a path, undefined if nothing is there; throws for anything else. */
function shared_files_lookAtFile(path) {
    const stat = shared_files_lookAt(path);
    if (stat && !stat.isFile())
        throw new Error(`${path} is ${fileKind(stat)}, not a file`);
    return stat;
}
/** Whether there is a folder, not a link to one; throws for anything else. */
function shared_files_lookAtFolder(path) {
    const stat = shared_files_lookAt(path);
    if (stat && !stat.isDirectory())
        throw new Error(`${path} is ${fileKind(stat)}, not a folder`);
    return stat !== undefined;
}
/** The content of a file, undefined if missing. Throws for more than `most` bytes. */
function shared_files_readShared(path, most) {
    const fd = shared_files_openShared(path);
    if (fd === undefined)
        return undefined;
    try {
        const size = (0,external_node_fs_.fstatSync)(fd).size;
        if (size > most)
            throw new Error(`${path} is larger than ${most} bytes`);
        // The file may be truncated while it is read; appended data is not read.
        const bytes = Buffer.alloc(size);
        let length = 0;
        for (let read = 1; length < size && read > 0; length += read) {
            read = (0,external_node_fs_.readSync)(fd, bytes, length, size - length, length);
        }
        return bytes.subarray(0, length);
    }
    catch (error) {
        throw inWords(path, error);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/** Opens a file for reading; undefined if missing. The caller closes the descriptor. */
function shared_files_openShared(path) {
    // Check before opening: opening alone has effects on some devices.
    if (!shared_files_lookAtFile(path))
        return undefined;
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | SAFELY);
    }
    catch (error) {
        if (codeOf(error) === 'ENOENT')
            return undefined;
        throw inWords(path, error);
    }
    const stat = (0,external_node_fs_.fstatSync)(fd);
    if (stat.isFile())
        return fd;
    (0,external_node_fs_.closeSync)(fd);
    throw new Error(`${path} is ${fileKind(stat)}, not a file`);
}
/** Creates a file; false if anything exists at the path. */
function createShared(path, content = '', mode = 0o666) {
    try {
        const fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | SAFELY, mode);
        try {
            if (content.length > 0)
                (0,external_node_fs_.writeFileSync)(fd, content);
        }
        finally {
            (0,external_node_fs_.closeSync)(fd);
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
function shared_files_replaceShared(path, content, scratch) {
    const before = shared_files_lookAtFile(path);
    const temporary = scratchFile(scratch);
    if (!createShared(temporary, content))
        throw new Error(`${temporary} already exists`);
    try {
        settle(temporary, before, content.length > 0);
        (0,external_node_fs_.renameSync)(temporary, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw inWords(path, error);
    }
}
/** The name that `replaceShared` gives to an incomplete file. */
const shared_files_SCRATCH = /^new-[0-9a-f]{16}$/;
function scratchFile(folder) {
    return (0,external_node_path_.join)(folder, `new-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
}
/** Flushed to disk before the rename, with the owner of the old file. */
function settle(path, before, holdsSomething) {
    const fd = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY | SAFELY);
    try {
        if (before) {
            const now = (0,external_node_fs_.fstatSync)(fd);
            try {
                if (now.uid !== before.uid || now.gid !== before.gid)
                    (0,external_node_fs_.fchownSync)(fd, before.uid, before.gid);
            }
            catch {
                // Only root can change the owner; whoever can replace the file can also read the new one.
            }
            (0,external_node_fs_.fchmodSync)(fd, before.mode & 0o777);
        }
        if (holdsSomething)
            (0,external_node_fs_.fsyncSync)(fd);
    }
    finally {
        (0,external_node_fs_.closeSync)(fd);
    }
}
/**
 * Creates a hard link; false if the file system does not support or allow it. Throws if the file is missing, or if `to`
 * exists.
 */
function shared_files_linkShared(from, to) {
    try {
        // link(2) does not follow a symbolic link; the type is checked afterwards, at the new name.
        linkSync(from, to);
    }
    catch (error) {
        if (['EEXIST', 'ENOENT', 'ENOTDIR'].includes(codeOf(error)))
            throw inWords(to, error);
        return false;
    }
    const stat = shared_files_lookAt(to);
    if (stat?.isFile())
        return true;
    rmSync(to, { force: true });
    throw new Error(`${from} is ${stat ? fileKind(stat) : 'gone'}, not a file`);
}
/**
 * Copies a file to a new path; throws if the file is missing or the path exists. Signals and timers run between the
 * chunks; if `stop` is aborted, its reason is thrown and nothing is left at `to`.
 */
async function shared_files_copyShared(from, to, stop) {
    const source = shared_files_openShared(from);
    if (source === undefined)
        throw new Error(`${from} no longer exists`);
    try {
        const target = openSync(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | SAFELY, 0o644);
        try {
            const size = fstatSync(source).size;
            const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(size, 1)));
            for (let at = 0; at < size;) {
                await turn();
                stop?.throwIfAborted();
                const read = readSync(source, piece, 0, Math.min(piece.length, size - at), at);
                if (read === 0)
                    break;
                for (let done = 0; done < read;)
                    done += writeSync(target, piece, done, read - done);
                at += read;
            }
        }
        finally {
            closeSync(target);
        }
    }
    catch (error) {
        rmSync(to, { force: true });
        throw inWords(to, error);
    }
    finally {
        closeSync(source);
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

// EXTERNAL MODULE: ./src/lib/sha256.ts
var lib_sha256 = __webpack_require__(9148);
;// CONCATENATED MODULE: ./src/directory/paths.ts



/** The action's own files in an OCI layout: one folder that BuildKit never reads. */
function paths_placesIn(directory) {
    const own = (0,external_node_path_.join)(directory, '.branch-cache');
    return { own, lock: (0,external_node_path_.join)(own, 'lock'), views: (0,external_node_path_.join)(own, 'views'), used: (0,external_node_path_.join)(own, 'used') };
}
/** A tag can be any text; its hash is always a valid file name. */
function paths_usedFile(directory, tag) {
    return (0,external_node_path_.join)(paths_placesIn(directory).used, (0,lib_sha256/* sha256 */.s)(tag));
}
/** Throws unless all folders in use are real folders, not links, so that nothing outside is ever touched. */
function paths_checkFolders(directory) {
    const { own, views, used } = paths_placesIn(directory);
    const blobs = (0,external_node_path_.join)(directory, 'blobs');
    // Folders inside a link would be elsewhere.
    for (const folder of [own, views, used, blobs, (0,external_node_path_.join)(blobs, 'sha256')])
        shared_files_lookAtFolder(folder);
}

;// CONCATENATED MODULE: ./src/directory/last-used.ts


/** In bytes: the largest note. */
const last_used_MOST = 16 * 1024;
/**
 * Marks one of the action's tags as used now. The note contains the record of its scope (marking/scope-record.ts), a
 * new one if given, else the previous one. If something else is at the note's path, it is kept, and so is the tag.
 */
function touch(directory, tag, record) {
    try {
        const file = usedFile(directory, tag);
        replaceShared(file, record ?? readShared(file, last_used_MOST) ?? '', placesIn(directory).own);
    }
    catch {
        // A tag without a note is never swept.
    }
}
/** The same for a tag that already has a note; any other is not the action's. */
function last_used_renew(directory, tag) {
    if (usedAt(directory, tag) !== undefined)
        touch(directory, tag);
}
/** When a tag was last read or written, in milliseconds since 1970; undefined for a tag that is not the action's. */
function usedAt(directory, tag) {
    const stat = shared_files_lookAt(paths_usedFile(directory, tag));
    return stat?.isFile() ? stat.mtimeMs : undefined;
}
/** The content of a tag's note; undefined if missing or unreadable. */
function noteOf(directory, tag) {
    try {
        return shared_files_readShared(paths_usedFile(directory, tag), last_used_MOST)?.toString();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/buildx/run.ts
var run = __webpack_require__(4461);
;// CONCATENATED MODULE: ./src/directory/export-lock.ts





/**
 * The lock of buildx 0.38 and newer, for exports to the directory outside this action (BuildKit's client/solve.go):
 * shared from the first layer of an export until index.json references it; exclusive for `reset=true`, which deletes
 * what the index does not reference. The lock file is never created or deleted here; if it is missing, nobody holds the
 * lock. Does not block: undefined if the lock is held. If this cannot be determined, the lock counts as free.
 */
async function tryExportLock(directory, mode) {
    const fd = openOrNot((0,external_node_path_.join)(directory, 'cache.lock'));
    if (fd === undefined)
        return () => { };
    if ((await (0,run/* flockNow */.YG)(fd, mode)) !== false)
        return () => (0,external_node_fs_.closeSync)(fd);
    (0,external_node_fs_.closeSync)(fd);
    return undefined;
}
/** The same, shared, waiting at most `milliseconds`, then continuing without: the process that resets may hang. */
async function shareExportLock(directory, milliseconds) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const release = await tryExportLock(directory, 'shared');
        if (release)
            return release;
        if (Date.now() >= end)
            return () => { };
        await sleep(100);
    }
}
function openOrNot(file) {
    try {
        return shared_files_openShared(file);
    }
    catch {
        return undefined; // another user's, which is not visible; or not a file
    }
}

;// CONCATENATED MODULE: ./src/directory/layout.ts



const TAG = 'org.opencontainers.image.ref.name';
const IMAGE = 'io.containerd.image.name';
const LISTS = /^application\/vnd\.(oci\.image\.(manifest|index)|docker\.distribution\.manifest(\.list)?)\./;
/** Any digest of the OCI's grammar (image-spec, descriptor.md): neither part can leave its folder. */
const DIGEST = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/;
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** The fields of an index besides its manifests (opencontainers/image-spec, image-index.md). */
const MEMBERS = new Set(['schemaVersion', 'mediaType', 'artifactType', 'annotations']);
/** In bytes. BuildKit reads no manifest of more than 1 MiB (cache/remotecache/import.go), registries none of more than 4. */
const MOST_IN_MANIFEST = 4 * 1024 * 1024;
const MOST_IN_INDEX = 32 * 1024 * 1024;
/** The most blobs that one entry may reference. */
const MOST_BLOBS = 100_000;
/** The folder of an OCI layout's blobs, and of one blob there. */
const layout_blobFolder = (directory) => (0,external_node_path_.join)(directory, 'blobs', 'sha256');
function layout_blobFile(directory, digest) {
    const [, algorithm = '', encoded = ''] = DIGEST.exec(digest) ?? [];
    return (0,external_node_path_.join)(directory, 'blobs', algorithm, encoded);
}
const indexFile = (directory) => (0,external_node_path_.join)(directory, 'index.json');
/** The tag of an entry, as BuildKit's client writes and reads it; undefined if it has none, or is a named image. */
function layout_tagOf(entry) {
    const annotations = fieldsOf(fieldsOf(entry)?.annotations);
    const tag = annotations?.[TAG];
    return typeof tag === 'string' && !annotations?.[IMAGE] ? tag : undefined;
}
/** The same manifest under a tag, as BuildKit's client spells it (client/ociindex/ociindex.go). */
function tagged(descriptor, tag) {
    return { ...descriptor, annotations: { ...descriptor.annotations, [TAG]: tag } };
}
/** The manifest that a tag points to: the first, as in BuildKit's client. */
function layout_findTag(index, tag) {
    return index?.entries.find((it) => layout_tagOf(it) === tag && layout_isDescriptor(it));
}
/**
 * The content of `index.json`, undefined if there is none. Throws if it cannot be read or not be understood completely:
 * overwriting it, or deleting what it does not reference, could lose what others keep there.
 */
function layout_readIndex(directory) {
    const file = indexFile(directory);
    const bytes = shared_files_readShared(file, MOST_IN_INDEX);
    if (bytes === undefined)
        return undefined;
    const strange = (what) => new Error(`${file} ${what}; repair or remove it`);
    let parsed;
    try {
        parsed = parseJson(bytes);
    }
    catch {
        throw strange(bytes.length === 0 ? 'is empty' : 'is not JSON, or is truncated');
    }
    const whole = fieldsOf(parsed);
    if (!whole)
        throw strange('is not an index');
    const { manifests = [], ...rest } = whole;
    // The entries may be under another name, corrupt or not: then they are unknown.
    if (!('manifests' in whole) && !Object.keys(rest).every((it) => MEMBERS.has(it)))
        throw strange('is not an index');
    const version = rest.schemaVersion ?? 2;
    const entries = manifests ?? [];
    if (!Array.isArray(entries) || (version !== 2 && version !== 0))
        throw strange('is not an index of version 2');
    return { entries, rest };
}
/** Replaces `index.json`, and creates `oci-layout` if missing. `scratch`: see replaceShared. */
function layout_writeIndex(directory, index, entries, scratch) {
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const layout = (0,external_node_path_.join)(directory, 'oci-layout');
    if (!shared_files_lookAt(layout))
        shared_files_replaceShared(layout, '{"imageLayoutVersion":"1.0.0"}', scratch);
    const whole = { schemaVersion: 2, mediaType, ...index?.rest, manifests: entries };
    shared_files_replaceShared(indexFile(directory), JSON.stringify(whole), scratch);
}
/** Everything that a manifest references, directly or not. Throws if the system refuses to read it. */
function layout_needsOf(directory, entry) {
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
            return { ...needs, isWhole: false, unknown: 'it lists too many blobs' };
        const file = layout_blobFile(directory, it.digest);
        const stat = shared_files_lookAt(file);
        if (!stat?.isFile() || stat.size !== it.size)
            needs.isWhole = false;
        if (!stat)
            continue;
        if (!isEntry && !LISTS.test(it.mediaType ?? '')) {
            if (!it.mediaType && stat.isFile() && namesBlobs(file, stat.size))
                strange(`${file} has no media type`);
            continue;
        }
        const children = stat.isFile() ? readChildren(file) : 'is not a file';
        if (typeof children === 'string') {
            // A truncated manifest is useless.
            if (stat.isFile() && stat.size < it.size && !hasItsHash(file, it.digest))
                needs.isWhole = false;
            else
                strange(`${file} ${children}`);
            continue;
        }
        for (const child of children) {
            if (layout_isDescriptor(child))
                waiting.push({ it: child, isEntry: false });
            else
                strange(`${file} names something that is not a blob`);
        }
    }
    return needs;
}
/** Whether a blob exists and has the right size; throws if its path is not a file. */
function layout_blobExists(directory, digest, size) {
    return lookAtFile(layout_blobFile(directory, digest))?.size === size;
}
/** Whether the action keeps it: BuildKit uses no other hash for blobs. */
const layout_isOurKind = (digest) => SHA256.test(digest);
/** Whether a file's content has the digest, whatever size was given for it. */
function hasItsHash(file, digest) {
    const bytes = shared_files_readShared(file, MOST_IN_MANIFEST);
    return bytes !== undefined && (0,lib_sha256/* digestOf */.o)(bytes) === digest;
}
/** Whether a file of a size could be a manifest of whatever kind, since a digest is in it. */
function namesBlobs(file, size) {
    return size <= MOST_IN_MANIFEST && Buffer.from(shared_files_readShared(file, MOST_IN_MANIFEST) ?? []).includes('sha256:');
}
/** What a manifest or an index of manifests references; or, for the user, why that is unknown. */
function readChildren(file) {
    let manifest;
    try {
        const bytes = shared_files_readShared(file, MOST_IN_MANIFEST);
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
/** Whether a value references a blob that can be found: its digest becomes a file's name. */
function layout_isDescriptor(it) {
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
/** A number that JavaScript may write differently. */
const CHANGED = /[:,[]\s*-?\d+([.eE]|\d{15})/;
/** Parses UTF-8 JSON, and keeps the spelling of numbers that JavaScript would change. Throws an Error. */
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

;// CONCATENATED MODULE: ./src/directory/lock.ts


// SQLITE_BUSY (sqlite.org/rescode.html): another process has it.
const BUSY = 5;
/**
 * Tries to acquire the file lock without blocking: undefined if another process has it. The system releases it when its
 * holder ends, however it ends. Node has no flock, but the lock of an empty SQLite database that is never written has
 * the same effect (sqlite.org/lockingv3.html). Throws if the file system has no locks, or if the path is not a file.
 */
async function lock_tryLock(file) {
    // SQLite would follow a link and create a file elsewhere. Nothing else opens the file: closing it would release the
    // lock (fcntl(2)).
    createShared(file);
    shared_files_lookAtFile(file);
    // SQLite would delete what it takes for its own files.
    const rest = [`${file}-journal`, `${file}-wal`].find((it) => shared_files_lookAt(it));
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
        // A journal on disk would be one more file. (Node does not allow OFF.)
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
/** The same, waiting at most `milliseconds`; throws the reason of `stop` if that is aborted. */
async function lock_takeLock(file, milliseconds, stop) {
    const end = Date.now() + milliseconds;
    for (;;) {
        stop?.throwIfAborted();
        const release = await lock_tryLock(file);
        if (release || Date.now() >= end)
            return release;
        await (0,promises_.setTimeout)(10 + Math.random() * 40);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/lib/make-folder.ts


/**
 * Creates a folder and its parents; throws the system's Error. Node's `recursive` never returns if the system refuses a
 * folder with ENOENT, as /proc does.
 */
function make_folder_makeFolder(folder) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory())
        return;
    const parent = dirname(folder);
    if (parent !== folder)
        make_folder_makeFolder(parent);
    try {
        mkdirSync(folder);
    }
    catch (error) {
        // Another build has just created it.
        if (error.code !== 'EEXIST')
            throw error;
    }
}

// EXTERNAL MODULE: ./src/marking/config.ts
var config = __webpack_require__(9617);
// EXTERNAL MODULE: ./src/marking/mark.ts
var mark = __webpack_require__(8558);
;// CONCATENATED MODULE: ./src/directory/mark-view.ts





/**
 * Marks a manifest in the view, so that BuildKit loses none of its steps when it reads several caches; the directory is
 * not changed. `place` is unique to this cache. Returns the given descriptor if it cannot be marked.
 */
function mark_view_setApart(path, descriptor, place) {
    const textOf = (digest) => readShared(blobFile(path, digest), MOST)?.toString() ?? '';
    const manifest = textOf(descriptor.digest);
    const config = configOf(manifest);
    if (config === undefined)
        return descriptor;
    const marked = markManifest({ manifest, config: textOf(config) }, { place, record: undefined });
    if (!marked)
        return descriptor;
    // Written as new files and renamed: the view's blobs are links to the directory's files.
    for (const text of [marked.config, marked.manifest])
        replaceShared(blobFile(path, digestOf(text)), text, path);
    return { ...descriptor, digest: digestOf(marked.manifest), size: Buffer.byteLength(marked.manifest) };
}

;// CONCATENATED MODULE: ./src/directory/view.ts










const WAIT = 30_000;
/** Marks the entries that were in a view before its build. */
const BEFORE = 'buildx-branch-cache.before';
const BROKEN = 'a layer of it is missing or too short';
const HEX = /^[0-9a-f]{64}$/;
/**
 * Creates a view inside the directory, for a build that also writes. It contains all blobs, so that BuildKit writes
 * none of them again, and those requested tags that are complete. Throws an Error for the user, having changed only the
 * action's own folders.
 */
async function openView(directory, tags, placeOf) {
    const places = placesIn(directory);
    checkFolders(directory);
    readIndex(directory);
    for (const folder of [blobFolder(directory), places.views, places.used])
        makeFolder(folder);
    checkFolders(directory);
    const unlock = await takeLock(places.lock, WAIT);
    if (!unlock)
        throw new Error(`another build has held its lock for more than ${WAIT / 1000} s`);
    let wanted;
    let path;
    let release;
    try {
        path = mkdtempSync(join(places.views, 'view-'));
        release = (await tryLock(join(path, 'alive'))); // no other process knows it yet
        makeFolder(blobFolder(path));
        wanted = wantedIn(directory, readIndex(directory), tags);
        linkAll(directory, path);
        for (const { tag, why } of wanted)
            if (why === undefined)
                renew(directory, tag);
    }
    finally {
        unlock();
    }
    return fill({ directory, path, release }, wanted, placeOf);
}
/**
 * The same outside the directory, in a temporary folder, for a build that only reads. It contains the requested tags
 * and their blobs, and changes nothing in the directory, which need not be writable.
 */
async function openReadView(directory, tags, tempDir, placeOf) {
    for (const folder of [join(directory, 'blobs'), blobFolder(directory)])
        lookAtFolder(folder);
    const wanted = wantedIn(directory, readIndex(directory), tags);
    const temporary = tempDir || tmpdir();
    makeFolder(temporary);
    const path = mkdtempSync(join(temporary, 'buildx-branch-cache-view-'));
    makeFolder(blobFolder(path));
    return fill({ directory, path, release: () => { } }, wanted, placeOf);
}
/**
 * Adds the missing blobs of the requested tags, copying them if links are not possible, and returns the complete tags.
 */
async function fill(view, wanted, placeOf) {
    const { directory, path } = view;
    const whyUnread = new Map();
    const whole = [];
    const tags = new Set();
    for (const { tag, manifest, sizes, why } of wanted) {
        const broken = why ?? (await whyNotBrought(directory, path, sizes));
        if (broken === undefined) {
            whole.push(placeOf ? apart(path, manifest, placeOf(tag)) : manifest);
            tags.add(tag);
        }
        else {
            whyUnread.set(tag, broken);
            dropShort(path, sizes);
        }
    }
    writeIndex(path, undefined, whole.map(view_mark), path);
    return { ...view, whyUnread: (tag) => whyUnread.get(tag), has: (tag) => tags.has(tag) };
}
function apart(path, manifest, place) {
    try {
        return setApart(path, manifest, place);
    }
    catch {
        return manifest;
    }
}
/**
 * The manifests of tags and the blobs they need. BuildKit would notice a missing layer too late, and fail the build.
 */
function wantedIn(directory, index, tags) {
    return [...new Set(tags)].flatMap((tag) => {
        const manifest = findTag(index, tag);
        if (!manifest)
            return [];
        try {
            const { sizes, isWhole, unknown } = needsOf(directory, manifest);
            const isOurs = [...sizes.keys()].every(isOurKind);
            const why = unknown ?? (isWhole && isOurs ? undefined : BROKEN);
            return [{ tag, manifest, sizes, why }];
        }
        catch (error) {
            return [{ tag, manifest, sizes: new Map(), why: error.message }];
        }
    });
}
/** Why not all blobs could be added to the view; undefined if they were. */
async function whyNotBrought(directory, path, sizes) {
    try {
        for (const [digest, size] of sizes) {
            if (blobExists(path, digest, size))
                continue;
            const [from, to] = [blobFile(directory, digest), blobFile(path, digest)];
            if (blobExists(directory, digest, size) && !linkShared(from, to))
                await copyShared(from, to);
            if (!blobExists(path, digest, size))
                return BROKEN;
        }
        return undefined;
    }
    catch (error) {
        return error.message;
    }
}
/** BuildKit assumes that an existing blob is valid and would not rewrite it, so blobs of a wrong size are removed. */
function dropShort(path, sizes) {
    for (const [digest, size] of sizes) {
        if (!blobExists(path, digest, size))
            rmSync(blobFile(path, digest), { force: true });
    }
}
/** Links every blob, if the file system supports it. */
function linkAll(directory, path) {
    for (const name of blobNames(directory)) {
        try {
            linkShared(join(blobFolder(directory), name), join(blobFolder(path), name));
        }
        catch {
            // Deleted in between, or not a file: either no build needs it, or the check below reports it.
        }
    }
}
/** The blobs of a directory: files named by a hash. */
function blobNames(directory) {
    return (0,external_node_fs_.readdirSync)(layout_blobFolder(directory), { withFileTypes: true }).flatMap((it) => it.isFile() && HEX.test(it.name) ? [it.name] : []);
}
/** The manifest that a build wrote to a tag of its view; undefined if none. */
function writtenIn({ path }, tag) {
    return readIndex(path)?.entries.find((it) => tagOf(it) === tag && isDescriptor(it) && it.annotations?.[BEFORE] === undefined);
}
function view_mark(it) {
    return { ...it, annotations: { ...it.annotations, [BEFORE]: 'true' } };
}

;// CONCATENATED MODULE: ./src/directory/sweep.ts











const sweep_WAIT = 10_000;
const HOUR = 3_600_000;
const sweep_HEX = /^[0-9a-f]{64}$/;
const NAMES_A_BLOB = /[0-9a-f]{32}|digest/i;
const VIEW = /^view-[0-9A-Za-z]{6}$/;
const TRASH = /^trash(-[0-9A-Za-z]{6})?$/;
/** containerd's files for a blob that is being written (plugins/content/local). */
const HALF = new Set(['data', 'ref', 'startedat', 'updatedat', 'total']);
/**
 * Deletes the evicted tags, then the blobs that no tag needs, the remains of killed builds, and partial blobs more than
 * a day old; throws an Error for the user if it did nothing. The index is written first, so that it never references a
 * deleted blob. Running builds have their own views and lose nothing. Whatever is not understood is kept, with all that
 * it may need. `condemned`: further tags to delete, with the last use of each, in milliseconds since 1970: a tag used
 * since then is kept. `stop` takes effect while the tags are read: its reason is thrown, and nothing was changed.
 */
async function sweep(directory, limits, justWritten, condemned = new Map(), stop) {
    paths_checkFolders(directory);
    const places = paths_placesIn(directory);
    const unlock = await lock_takeLock(places.lock, sweep_WAIT, stop);
    if (!unlock)
        return 'another build is using the directory';
    const rubbish = [];
    try {
        const index = layout_readIndex(directory);
        const known = new Map();
        const all = [];
        for (const entry of index?.entries ?? []) {
            await (0,promises_.setImmediate)(); // a large directory takes a while: let signals and timers run
            stop?.throwIfAborted();
            all.push(findScope(directory, entry, known));
        }
        // An incomplete cache fails the builds that read it; other tools' tags may be incomplete on purpose.
        const usable = all.filter((it) => it.isWhole || it.used === undefined || it.unknown !== undefined);
        const choice = chooseTags(usable, limits, Date.now(), justWritten);
        const named = usable.flatMap(({ tag, used }) => used !== undefined && condemned.get(tag) === used ? [tag] : []);
        const gone = new Set([...choice.tooOld, ...choice.tooMuch, ...named]);
        const stay = usable.filter(({ tag, used }) => used === undefined || !gone.has(tag));
        if (stay.length < all.length)
            layout_writeIndex(directory, index, stay.map(({ entry }) => entry), places.own);
        if (index)
            forget(places.used, new Set(stay.flatMap(({ tag, used }) => (used === undefined ? [] : [paths_usedFile(directory, tag)]))));
        const half = halfWritten((0,external_node_path_.join)(directory, 'ingest'));
        for (const { path } of half.filter(({ age }) => age > 24 * HOUR))
            remove(path);
        const unknown = stay.find((it) => it.unknown !== undefined)?.unknown;
        let spared = whyNoSweep(index) ??
            unknown ??
            (half.some(({ age }) => age < HOUR) ? 'another program is writing to the directory' : undefined);
        const needed = new Set(stay.flatMap(({ sizes }) => [...sizes.keys()]));
        const useless = spared === undefined ? blobNames(directory).filter((it) => !needed.has(`sha256:${it}`)) : [];
        const freed = useless.length === 0 ? 0 : await discard(directory, useless, rubbish);
        if (freed === undefined)
            spared = 'another program is writing to the directory (cache.lock)';
        rubbish.push(...leftBehind(places.own), ...(await deadViews(places.views)));
        return { ...choice, condemned: named, freed: freed ?? 0, size: sizeOf(stay), scopes: stay.length, spared };
    }
    finally {
        unlock();
        // A folder for each sweep: deleting gigabytes takes time, and no other build has to wait for it.
        for (const path of rubbish) {
            await (0,promises_.setImmediate)();
            remove(path);
        }
    }
}
/** What a sweep would find; undefined if there is no such directory. Throws an Error for the user. */
function lookOver(directory) {
    paths_checkFolders(directory);
    const index = layout_readIndex(directory);
    if (!index)
        return undefined;
    const known = new Map();
    const scopes = index.entries.map((entry) => findScope(directory, entry, known));
    const needed = new Set(scopes.flatMap(({ sizes }) => [...sizes.keys()]));
    const idle = blobNames(directory)
        .map((name) => `sha256:${name}`)
        .filter((digest) => !needed.has(digest))
        .map((digest) => [digest, shared_files_lookAt(layout_blobFile(directory, digest))?.size ?? 0]);
    return {
        scopes,
        idle: new Map(idle),
        spared: whyNoSweep(index) ?? scopes.find((it) => it.unknown !== undefined)?.unknown,
    };
}
/** Why the entries of a directory's index may not lead to all layers in use; undefined if they do. */
function whyNoSweep(index) {
    if (!index)
        return 'there is no index.json';
    return NAMES_A_BLOB.test(JSON.stringify(index.rest))
        ? 'index.json refers to blobs outside its entries'
        : undefined;
}
/** `known`: the blobs of manifests that were read already; many tags may point to one manifest. */
function findScope(directory, entry, known) {
    const nothing = { entry, tag: '', used: undefined, sizes: new Map(), isWhole: false };
    const strange = { ...nothing, unknown: 'an entry of index.json has an unknown format' };
    if (!layout_isDescriptor(entry)) {
        // Whatever it is, the only layer it can need is the one that it references.
        return NAMES_A_BLOB.test(JSON.stringify(entry)) ? strange : { ...nothing, unknown: undefined };
    }
    const tag = layout_tagOf(entry);
    try {
        const used = tag === undefined ? undefined : usedAt(directory, tag);
        const name = `${entry.digest} ${entry.size}`;
        const needs = known.get(name) ?? layout_needsOf(directory, entry);
        known.set(name, needs);
        return { entry, tag: tag ?? '', used, ...needs };
    }
    catch (error) {
        return { ...strange, unknown: error.message };
    }
}
/**
 * Renames blobs that nothing needs to another folder, which is fast however large they are; returns their total size.
 * Undefined if an export outside this action is running, whose layers no index references yet.
 */
async function discard(directory, names, rubbish) {
    const release = await tryExportLock(directory, 'exclusive');
    if (!release)
        return undefined;
    try {
        const trash = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(paths_placesIn(directory).own, 'trash-'));
        rubbish.push(trash);
        let freed = 0;
        for (const name of names) {
            const file = (0,external_node_path_.join)(layout_blobFolder(directory), name);
            const size = shared_files_lookAt(file)?.size;
            if (size === undefined)
                continue; // another process was faster
            (0,external_node_fs_.renameSync)(file, (0,external_node_path_.join)(trash, name));
            freed += size;
        }
        return freed;
    }
    finally {
        release();
    }
}
/** The partial writes of BuildKit's client, which no index references yet, and the age of each, in milliseconds. */
function halfWritten(folder) {
    return list(folder).flatMap((name) => {
        const path = (0,external_node_path_.join)(folder, name);
        if (!sweep_HEX.test(name) || !shared_files_lookAt(path)?.isDirectory())
            return [];
        const files = (0,external_node_fs_.readdirSync)(path);
        if (!files.every((it) => HALF.has(it)))
            return [];
        // The folder's modification time does not change while its file grows.
        const times = [path, ...files.map((it) => (0,external_node_path_.join)(path, it))].map((it) => shared_files_lookAt(it)?.mtimeMs ?? 0);
        return [{ path, age: Date.now() - Math.max(...times) }];
    });
}
/** The notes of tags that are gone. */
function forget(folder, stay) {
    for (const name of list(folder)) {
        const file = (0,external_node_path_.join)(folder, name);
        if (!stay.has(file) && sweep_HEX.test(name) && shared_files_lookAt(file)?.isFile())
            remove(file);
    }
}
/** What killed sweeps and builds left in the action's folder; it is created only under the lock. */
function leftBehind(own) {
    return list(own)
        .map((name) => ({ name, path: (0,external_node_path_.join)(own, name), stat: shared_files_lookAt((0,external_node_path_.join)(own, name)) }))
        .filter(({ name, stat }) => (TRASH.test(name) && stat?.isDirectory()) || (shared_files_SCRATCH.test(name) && stat?.isFile()))
        .map(({ path }) => path);
}
/** The views of builds that have ended: nobody holds their locks. */
async function deadViews(folder) {
    const dead = [];
    for (const name of list(folder)) {
        const view = (0,external_node_path_.join)(folder, name);
        if (!VIEW.test(name) || !shared_files_lookAt(view)?.isDirectory())
            continue;
        // A view is created under the directory's lock: one without its own lock was never finished.
        const release = await lock_tryLock((0,external_node_path_.join)(view, 'alive')).catch(() => undefined);
        if (!release)
            continue;
        release();
        dead.push(view);
    }
    return dead;
}
function list(folder) {
    try {
        return shared_files_lookAtFolder(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
    }
    catch {
        return []; // no folder: the action has nothing here
    }
}
/** Deletes without following links; what cannot be deleted is left to the next sweep. */
function remove(path) {
    try {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
    catch {
        // Two sweeps may delete the same files.
    }
}

// EXTERNAL MODULE: ./src/events/branch.ts
var branch = __webpack_require__(6473);
// EXTERNAL MODULE: ./src/marking/scope-record.ts
var scope_record = __webpack_require__(9589);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/mounts/archive-file.ts






/** Node has zstd since 22.15; GitHub's runners have 24. */
const HAS_ZSTD = "createZstdCompress" in external_node_zlib_;
/** Compresses a file: zstd where Node has it, else gzip; both at the level that costs least. */
async function compressFile(from, file, signal) {
    const compress = HAS_ZSTD
        ? zlib.createZstdCompress({ params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } })
        : zlib.createGzip({ level: 1 });
    const hash = createHash('sha256');
    let size = 0;
    const count = new Transform({
        transform(bytes, _, done) {
            hash.update(bytes);
            size += bytes.length;
            done(null, bytes);
        },
    });
    const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
    await pipeline(createReadStream(from, { highWaterMark: 1024 * 1024 }), compress, count, target, { signal });
    return { file, size, hash: hash.digest('hex') };
}
/** A corrupt archive: it will be written again. */
class BrokenArchive extends (/* unused pure expression or super */ null && (Error)) {
}
const ZSTD = Buffer.from('28b52ffd', 'hex');
const GZIP = Buffer.from('1f8b', 'hex');
/**
 * Decompresses a stream into the archive of a build context, of at most `most` bytes; returns the context.
 * Throws BrokenArchive if it is neither zstd nor gzip, corrupt, or larger.
 */
async function archive_file_decompressInto({ directory, most, signal }, bytes) {
    const folder = join(directory, 'out');
    mkdirSync(folder, { recursive: true });
    await decompressTo(join(folder, 'archive.tar'), bytes, most, signal);
    return directory;
}
async function decompressTo(file, bytes, most, signal) {
    const source = bytes[Symbol.asyncIterator]();
    let head = Buffer.alloc(0);
    while (head.length < ZSTD.length) {
        const { done, value } = await source.next();
        if (done)
            throw new BrokenArchive('it is damaged');
        head = Buffer.concat([head, value]);
    }
    const isZstd = head.subarray(0, ZSTD.length).equals(ZSTD) && HAS_ZSTD;
    if (!isZstd && !head.subarray(0, GZIP.length).equals(GZIP))
        throw new BrokenArchive('it is damaged');
    const plain = isZstd ? zlib.createZstdDecompress() : zlib.createGunzip();
    let size = 0;
    const limit = new Transform({
        transform(piece, _, done) {
            size += piece.length;
            if (size > most)
                done(new BrokenArchive('it holds more than cache-mounts-max-size allows'));
            else
                done(null, piece);
        },
    });
    const rest = async function* () {
        yield head;
        for (let next = await source.next(); !next.done; next = await source.next())
            yield next.value;
    };
    try {
        const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
        await pipeline(Readable.from(rest()), plain, limit, target, { signal });
    }
    catch (error) {
        const { code = '', message } = error;
        const isDamaged = /^(Z_|ZSTD_|ERR_ZSTD)/.test(code) || /unexpected end of file/i.test(message);
        throw isDamaged ? new BrokenArchive('it is damaged') : error;
    }
}

;// CONCATENATED MODULE: ./src/mounts/directory-store.ts







/** The name of an archive: the hash of its scope's key, and the fingerprint of its content. */
const NAME = /^([0-9a-f]{64})-([0-9a-f]{32})$/;
/** In milliseconds: a file that is still being written is never so old. */
const ABANDONED = (/* unused pure expression or super */ null && (24 * 3_600_000));
/**
 * The directory of a local cache: an archive is a file in the action's folder there. `keepMs`: how long it is kept
 * after its last use.
 */
function directoryStore(directory, keepMs) {
    const folder = join(placesIn(directory).own, 'mounts');
    const find = (key) => {
        const name = archivesOf(folder, key)
            .map((it) => ({ name: it, time: lookAt(join(folder, it))?.mtimeMs ?? 0 }))
            .sort((a, b) => b.time - a.time)[0]?.name;
        if (name === undefined)
            return undefined;
        return {
            key,
            fingerprint: NAME.exec(name)?.[2] ?? '',
            fetch: async (into) => {
                const fd = openShared(join(folder, name));
                if (fd === undefined)
                    throw new Error('the archive no longer exists');
                const source = createReadStream('', { fd, highWaterMark: 1024 * 1024 });
                try {
                    const context = await decompressInto(into, source);
                    directory_store_touch(join(folder, name));
                    return context;
                }
                finally {
                    source.destroy(); // closes the file
                }
            },
        };
    };
    return {
        name: 'local',
        isOnGithub: false,
        find: async (keys) => {
            checkFolders(directory);
            for (const key of keys) {
                const found = find(key);
                if (found)
                    return found;
            }
            return undefined;
        },
        save: async ({ key, fingerprint, pack }) => {
            const { file, size, hash } = await pack();
            checkFolders(directory);
            makeFolder(folder);
            lookAtFolder(folder);
            const name = `${sha256(key)}-${fingerprint}`;
            // Renamed only when complete; the older archive is deleted afterwards.
            const temporary = join(folder, `new-${hash.slice(0, 16)}`);
            rmSync(temporary, { force: true });
            copyShared(file, temporary);
            renameSync(temporary, join(folder, name));
            const older = archivesOf(folder, key).filter((it) => it !== name);
            for (const it of older)
                rmSync(join(folder, it), { force: true });
            sweepMounts(folder, keepMs);
            return size;
        },
    };
}
/** The archives of a scope in a directory: their files, and their sizes in bytes. */
function mountsOf(directory, key) {
    paths_checkFolders(directory);
    const folder = (0,external_node_path_.join)(paths_placesIn(directory).own, 'mounts');
    return archivesOf(folder, key).map((it) => ({
        file: (0,external_node_path_.join)(folder, it),
        size: shared_files_lookAt((0,external_node_path_.join)(folder, it))?.size ?? 0,
    }));
}
/** The names of a scope's archives. */
function archivesOf(folder, key) {
    if (!shared_files_lookAtFolder(folder))
        return [];
    const hash = (0,lib_sha256/* sha256 */.s)(key);
    return (0,external_node_fs_.readdirSync)(folder).filter((it) => NAME.exec(it)?.[1] === hash);
}
/** Removes expired archives, and incomplete files. */
function sweepMounts(folder, keepMs) {
    for (const name of readdirSync(folder)) {
        const most = NAME.test(name) ? keepMs : SCRATCH.test(name) ? ABANDONED : Number.POSITIVE_INFINITY;
        const stat = lookAt(join(folder, name));
        if (stat?.isFile() && Date.now() - stat.mtimeMs > most)
            rmSync(join(folder, name), { force: true });
    }
}
/** Marks it as used; a run without write permission leaves it unchanged. */
function directory_store_touch(file) {
    try {
        utimesSync(file, new Date(), new Date());
    }
    catch {
        return;
    }
}

// EXTERNAL MODULE: ./src/clean/alive.ts
var alive = __webpack_require__(9400);
;// CONCATENATED MODULE: ./src/clean/local.ts








/** A cache in a directory: the usual sweep, which also deletes the scopes of dead branches. */
async function surveyDirectory(directory, rules, store) {
    const contents = lookOver(directory);
    const scopes = contents?.scopes ?? [];
    // A tag without a note is not the action's (directory/last-used.ts).
    const ours = scopes.filter((it) => it.used !== undefined);
    const found = ours.map((it) => {
        const { tag, used, isWhole } = it;
        const size = sizeOf([it]) + sum(mountsOf(directory, tag).map(({ size }) => size));
        const listed = { key: tag, record: recordIn(noteOf(directory, tag)), written: used, size };
        const verdict = (0,alive/* judgeScope */.EB)(listed, rules);
        const who = verdict.branch;
        const row = {
            scope: tag,
            branch: who ? (0,branch/* describeBranch */.A)(who) : '',
            store,
            written: used,
            size,
            ...(isWhole
                ? { fate: verdict.fate, why: verdict.why }
                : { fate: 'dead', why: 'a layer of it is missing' }),
        };
        return { row, who, it: { tag, used, isWhole } };
    });
    const isOurs = ({ row }) => row.fate !== 'foreign';
    const dead = new Set(found.filter(({ row }) => row.fate === 'dead').map(({ it }) => it.tag));
    const left = scopes.filter(({ tag, used }) => used === undefined || !dead.has(tag));
    const mounts = [...dead].flatMap((tag) => mountsOf(directory, tag).map(({ size }) => size));
    const idle = [...(contents?.idle.values() ?? [])];
    const rest = idle.length === 0 || contents?.spared !== undefined
        ? []
        : [
            {
                scope: 'layers that no scope needs',
                branch: '',
                store,
                written: undefined,
                size: sum(idle),
                fate: 'dead',
                why: 'left behind',
            },
        ];
    return {
        store,
        rows: [...found.filter(isOurs).map(({ row }) => row), ...rest],
        foreign: scopes.length - found.filter(isOurs).length,
        notes: contents?.spared === undefined ? [] : [`no layer is deleted: ${contents.spared}`],
        bytes: contents?.spared === undefined ? sizeOf(scopes) - sizeOf(left) + sum(idle) + sum(mounts) : 0,
        remove: (isDead, gone) => local_remove(directory, found, rest, isDead, gone),
    };
}
const sum = (sizes) => sizes.reduce((all, it) => all + it, 0);
function recordIn(note) {
    try {
        return (0,scope_record/* readRecord */.aE)(JSON.parse(note ?? ''));
    }
    catch {
        return undefined;
    }
}
async function local_remove(directory, found, rest, isDead, gone) {
    const doomed = found.filter(({ row }) => row.fate === 'dead');
    if (doomed.length + rest.length === 0)
        return [];
    const condemned = new Map();
    for (const { who, it } of doomed)
        if (it.isWhole && (await isDead(who)))
            condemned.set(it.tag, it.used);
    const swept = await sweep(directory, { keep: Number.POSITIVE_INFINITY, maxSize: undefined }, [], condemned);
    if (typeof swept === 'string')
        throw new Error(swept);
    // Scopes share blobs, so the freed size is reported once, with the last row.
    let freed = swept.freed;
    for (const tag of swept.condemned) {
        for (const { file, size } of mountsOf(directory, tag)) {
            (0,external_node_fs_.rmSync)(file, { force: true });
            freed += size;
        }
    }
    const rows = [
        ...doomed.filter(({ it }) => !it.isWhole || swept.condemned.includes(it.tag)).map(({ row }) => row),
        ...rest,
    ];
    for (const row of rows)
        gone(row, row === rows.at(-1) ? freed : 0);
    return swept.spared === undefined ? [] : [`no layer was deleted: ${swept.spared}`];
}


/***/ }),

/***/ 9617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ withoutMarkers),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* unused harmony exports MOST, markConfig, identifyRecords, resultsMade */
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);

/** In bytes: BuildKit imports no config that is larger (cache/remotecache/import.go). */
const MOST = 1024 * 1024;
/**
 * The prefix of a marker's digest. BuildKit cannot parse it as a digest, so it never exports a marker
 * (solver/exporter.go, addBacklinks), and no build requests one.
 */
const MARKER = 'branch-cache:';
/** Parses a config, with or without markers; undefined if BuildKit could not import it. */
function parseConfig(text) {
    if (Buffer.byteLength(text) > MOST)
        return undefined;
    try {
        const config = JSON.parse(text);
        return isConfig(config) ? config : undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * The same config, set apart from those of all other scopes: BuildKit makes the ids of records of what they are made
 * from, and of two caches that know one id it forgets one (docs/buildkit-two-caches.md). So each record that has a root
 * among its inputs can also be made from a marker, a root that nothing else has: its id, and those of all that is made
 * from it, are the scope's own, and what can be found stays as it was.
 *
 * A marker belongs to one record, by its identity all the way down: with one for several BuildKit would take them for
 * the same, and use the result of one for another. `scope` is any text that no other scope has. Markers that are there
 * are replaced, so that it makes no difference how often it is done. Undefined where a record is made from itself.
 */
function markConfig(config, scope) {
    const plain = withoutMarkers(config);
    const records = plain?.records ?? [];
    const identities = identifyRecords(records);
    if (!plain || !identities)
        return undefined;
    const markers = new Map();
    const marked = records.map((record, i) => {
        const [first, ...others] = record.inputs ?? [];
        if (!first || ![first, ...others].flat().some(({ link }) => isRoot(records[link ?? 0])))
            return record;
        const digest = `${MARKER}${hash([scope, identities[i]])}`;
        const at = markers.get(digest) ?? records.length + markers.size;
        markers.set(digest, at);
        return { ...record, inputs: [[...first, { link: at }], ...others] };
    });
    return { ...plain, records: [...marked, ...[...markers.keys()].map((digest) => ({ digest }))] };
}
/**
 * The config as BuildKit wrote it; undefined if a record can be made only from markers, which the action never writes.
 */
function withoutMarkers(config) {
    const { records } = config;
    if (!records?.some(isMarker))
        return config;
    let count = 0;
    const places = records.map((record) => (isMarker(record) ? -1 : count++));
    const rest = records
        .filter((record) => !isMarker(record))
        .map((record) => {
        if (!record.inputs)
            return record;
        const inputs = record.inputs.map((links) => links.flatMap((it) => {
            const link = places[it.link ?? 0];
            return link < 0 ? [] : [{ ...it, link }];
        }));
        return { ...record, inputs };
    });
    const isWhole = rest.every(({ inputs }) => !inputs?.some((links) => links.length === 0));
    return isWhole ? { ...config, records: rest } : undefined;
}
function isMarker({ digest }) {
    return digest?.startsWith(MARKER) === true;
}
function isRoot(record) {
    return !record?.inputs?.length;
}
/**
 * The identity of each record: the hash of its digest and, for each input in turn, of the selectors and identities of
 * its links in any order. Undefined if a record depends on itself, which BuildKit refuses. Linear in records and links;
 * a chain may be as long as the config allows.
 */
function identifyRecords(records) {
    const identities = [];
    const isOpen = new Set();
    for (const start of records.keys()) {
        const path = [start];
        for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
            const { digest, inputs = [] } = records[at];
            const missing = identities[at]
                ? []
                : inputs.flat().flatMap(({ link = 0 }) => (identities[link] ? [] : [link]));
            if (missing.some((link) => isOpen.has(link) || link === at))
                return undefined;
            if (missing.length > 0 && !isOpen.has(at)) {
                isOpen.add(at);
                path.push(...missing);
                continue;
            }
            identities[at] ??= hash([
                digest ?? '',
                ...inputs.map((links) => links.map(({ selector = '', link = 0 }) => hash([selector, identities[link]])).sort()),
            ]);
            isOpen.delete(at);
            path.pop();
        }
    }
    return identities;
}
/** JSON is unambiguous, a plain join is not. */
function hash(of) {
    return sha256(JSON.stringify(of));
}
/** Whether BuildKit would parse a value as a config, with the same result as this code. */
function isConfig(it) {
    return isObject(it, ['records', 'layers']) && isListOf(it.records, isRecord);
}
function isRecord(it, _, { length }) {
    if (!isObject(it, ['digest', 'inputs']))
        return false;
    const isLink = (link) => isObject(link, ['selector', 'link']) && isText(link.selector) && isPlace(link.link, length);
    const isInput = (links) => Array.isArray(links) && links.length > 0 && links.every(isLink);
    return isText(it.digest) && isListOf(it.inputs, isInput);
}
/** An object whose names are spelled exactly like this: Go accepts any case. */
function isObject(it, names) {
    if (typeof it !== 'object' || it === null || Array.isArray(it))
        return false;
    return Object.keys(it).every((name) => names.includes(name) || !names.includes(name.toLowerCase()));
}
function isListOf(it, is) {
    return it === undefined || (Array.isArray(it) && it.every(is));
}
function isText(it) {
    return it === undefined || typeof it === 'string';
}
function isPlace(it, length) {
    return it === undefined || (Number.isInteger(it) && it >= 0 && it < length);
}
/** When the results of each record were created, in milliseconds since 1970 (`createdAt` of layers and chains). */
function resultsMade({ records = [] }) {
    return records.map(({ layers, chains }) => [layers, chains].flatMap((results) => Array.isArray(results)
        ? results.map((it) => Date.parse(String(it?.createdAt))).filter((time) => !Number.isNaN(time))
        : []));
}


/***/ }),

/***/ 8558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* unused harmony exports markText, configOf, markManifest */
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9617);
/* harmony import */ var _scope_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9589);



/**
 * The text of a config -> the same with the scope's own markers and record; undefined if it must not be changed:
 * BuildKit would not import it, it would become too large, or it already has them.
 */
function markText(text, { place, record }) {
    const config = parseConfig(text);
    const marked = config && markConfig(config, place);
    if (!marked)
        return undefined;
    const result = JSON.stringify({ ...marked, ...(record ? { [RECORD_KEY]: record } : {}) });
    return result === text || Buffer.byteLength(result) > MOST ? undefined : result;
}
/** The config in a text as BuildKit wrote it, and the record of its scope; undefined if it is not a config. */
function readConfig(text) {
    const config = (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o4)(text);
    const plain = config && (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutMarkers */ .Y)(config);
    return plain && { config: plain, record: (0,_scope_record_js__WEBPACK_IMPORTED_MODULE_2__/* .readRecord */ .aE)(plain[_scope_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_KEY */ .sD]) };
}
const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
/**
 * The digest of the config in a cache manifest in the form of an image; undefined for any other manifest: an image's,
 * or a cache in the form of an index.
 */
function configOf(manifest) {
    const config = parseManifest(manifest)?.config;
    const digest = config?.mediaType === CONFIG_TYPE ? config.digest : undefined;
    return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}
/** The same cache with its config marked; undefined if it must not be changed. */
function markManifest({ manifest, config }, identity) {
    if (configOf(manifest) !== digestOf(config))
        return undefined;
    const marked = markText(config, identity);
    const before = parseManifest(manifest);
    if (marked === undefined || !before)
        return undefined;
    const size = Buffer.byteLength(marked);
    const after = { ...before, config: { ...before.config, digest: digestOf(marked), size } };
    return { manifest: JSON.stringify(after), config: marked };
}
function parseManifest(text) {
    try {
        const it = JSON.parse(text);
        const isImage = it?.mediaType === MANIFEST_TYPE && typeof it.config === 'object' && it.config !== null;
        return isImage ? it : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 9589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aE: () => (/* binding */ readRecord),
/* harmony export */   sD: () => (/* binding */ RECORD_KEY)
/* harmony export */ });
/* unused harmony export storeRecord */
/** The name of the top-level field in a config. */
const RECORD_KEY = 'branch-cache';
const VERSION = 1;
/** In characters: git's and GitHub's names are shorter. */
const LONGEST = 1024;
/** The record as plain data for JSON; undefined if it could not be read back. */
function storeRecord({ repository, branch, isNamed }) {
    const stored = { version: VERSION, repository, ...storeBranch(branch, isNamed) };
    return readRecord(stored) ? stored : undefined;
}
function storeBranch(it, isNamed) {
    if (it.kind === 'pull')
        return { pull: it.number };
    if (it.kind === 'queue')
        return { queue: it.base };
    return isNamed ? { cacheBranch: it.name } : { branch: it.name };
}
/** The record in untrusted parsed JSON; undefined if there is none of version 1. */
function readRecord(stored) {
    if (typeof stored !== 'object' || stored === null)
        return undefined;
    const { version, repository, branch, pull, queue, cacheBranch } = stored;
    if (version !== VERSION || !isName(repository))
        return undefined;
    const of = { repository, isNamed: cacheBranch !== undefined };
    if ([branch, pull, queue, cacheBranch].filter((it) => it !== undefined).length !== 1)
        return undefined;
    if (isName(branch))
        return { ...of, branch: { kind: 'branch', name: branch } };
    if (isName(cacheBranch))
        return { ...of, branch: { kind: 'branch', name: cacheBranch } };
    if (isName(queue))
        return { ...of, branch: { kind: 'queue', base: queue } };
    if (Number.isSafeInteger(pull) && pull > 0) {
        return { ...of, branch: { kind: 'pull', number: pull } };
    }
    return undefined;
}
function isName(it) {
    return typeof it === 'string' && it !== '' && it.length <= LONGEST;
}


/***/ })

};
