export const id = 659;
export const ids = [659];
export const modules = {

/***/ 40:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  useLocal: () => (/* binding */ useLocal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/runner/cancel.ts
var cancel = __webpack_require__(4990);
// EXTERNAL MODULE: ./src/runner/commands.ts + 4 modules
var commands = __webpack_require__(5426);
// EXTERNAL MODULE: ./src/stores/store.ts
var store = __webpack_require__(4703);
;// CONCATENATED MODULE: ./src/directory/entry-in-view.ts

const isLocal = ({ backend }) => backend === 'local';
/** The directory of a local entry, resolved as buildx does: relative to the step's working directory. */
function directoryOf({ attributes: { dest, src = '' } }) {
    return (0,external_node_path_.resolve)(dest ?? src);
}
/** The same entries, with local ones moved to another directory; the text shown for them is unchanged. */
function movedTo(path, entries) {
    return entries.map((it) => {
        if (!isLocal(it))
            return it;
        const attributes = Object.entries(it.attributes).map(([name, value]) => name === 'dest' || name === 'src' ? [name, path] : [name, value]);
        return { ...it, attributes: Object.fromEntries(attributes) };
    });
}

// EXTERNAL MODULE: ./src/directory/layout.ts
var layout = __webpack_require__(8517);
// EXTERNAL MODULE: ./src/lib/shared-files.ts
var shared_files = __webpack_require__(4656);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
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
    if ((await (0,run.flockNow)(fd, mode)) !== false)
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
        await (0,promises_.setTimeout)(100);
    }
}
function openOrNot(file) {
    try {
        return (0,shared_files/* openShared */.a0)(file);
    }
    catch {
        return undefined; // another user's, which is not visible; or not a file
    }
}

// EXTERNAL MODULE: ./src/directory/paths.ts
var paths = __webpack_require__(6743);
;// CONCATENATED MODULE: ./src/directory/last-used.ts


/** In bytes: the largest note. */
const MOST = 16 * 1024;
/**
 * Marks one of the action's tags as used now. The note contains the record of its scope (marking/scope-record.ts), a
 * new one if given, else the previous one. If something else is at the note's path, it is kept, and so is the tag.
 */
function touch(directory, tag, record) {
    try {
        const file = (0,paths/* usedFile */.SH)(directory, tag);
        (0,shared_files/* replaceShared */.SR)(file, record ?? (0,shared_files/* readShared */.qA)(file, MOST) ?? '', (0,paths/* placesIn */.yN)(directory).own);
    }
    catch {
        // A tag without a note is never swept.
    }
}
/** The same for a tag that already has a note; any other is not the action's. */
function renew(directory, tag) {
    if (usedAt(directory, tag) !== undefined)
        touch(directory, tag);
}
/** When a tag was last read or written, in milliseconds since 1970; undefined for a tag that is not the action's. */
function usedAt(directory, tag) {
    const stat = (0,shared_files/* lookAt */.t5)((0,paths/* usedFile */.SH)(directory, tag));
    return stat?.isFile() ? stat.mtimeMs : undefined;
}
/** The content of a tag's note; undefined if missing or unreadable. */
function noteOf(directory, tag) {
    try {
        return readShared(usedFile(directory, tag), MOST)?.toString();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/directory/lock.ts


// SQLITE_BUSY (sqlite.org/rescode.html): another process has it.
const BUSY = 5;
/**
 * Tries to acquire the file lock without blocking: undefined if another process has it. The system releases it when its
 * holder ends, however it ends. Node has no flock, but the lock of an empty SQLite database that is never written has
 * the same effect (sqlite.org/lockingv3.html). Throws if the file system has no locks, or if the path is not a file.
 */
async function tryLock(file) {
    // SQLite would follow a link and create a file elsewhere. Nothing else opens the file: closing it would release the
    // lock (fcntl(2)).
    (0,shared_files/* createShared */.uy)(file);
    (0,shared_files/* lookAtFile */.Jg)(file);
    // SQLite would delete what it takes for its own files.
    const rest = [`${file}-journal`, `${file}-wal`].find((it) => (0,shared_files/* lookAt */.t5)(it));
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
async function takeLock(file, milliseconds, stop) {
    const end = Date.now() + milliseconds;
    for (;;) {
        stop?.throwIfAborted();
        const release = await tryLock(file);
        if (release || Date.now() >= end)
            return release;
        await (0,promises_.setTimeout)(10 + Math.random() * 40);
    }
}

;// CONCATENATED MODULE: ./src/directory/publish.ts








const WAIT = 60_000;
const WAIT_FOR_RESET = 5_000;
/**
 * Adds a manifest of a view to its directory, with all the blobs it needs, under each of the tags; throws an Error for
 * the user. It adds the blobs first and replaces the index last, atomically: if interrupted anywhere, the index is
 * unchanged, and the next sweep deletes the blobs. `record`: the scope record for the tags' notes. `stop` takes effect
 * between blobs and while one is copied; its reason is thrown.
 */
async function publish(view, manifest, tags, { record, stop } = {}) {
    const { directory, path } = view;
    const { sizes, isWhole, unknown } = (0,layout/* needsOf */.hN)(path, manifest);
    if (unknown !== undefined || ![...sizes.keys()].every(layout/* isOurKind */.r_)) {
        throw new Error(`the exported cache has an unknown format: ${unknown ?? 'a digest of another kind'}`);
    }
    (0,paths/* checkFolders */.aO)(directory);
    const lacking = [...sizes].filter(([digest, size]) => !(0,layout/* blobExists */.kQ)(directory, digest, size));
    // Do the slow part before taking the lock.
    const ready = new Map();
    for (const [digest] of isWhole ? lacking : [])
        ready.set(digest, await readyBlob(path, digest, stop));
    const places = (0,paths/* placesIn */.yN)(directory);
    const unlock = await takeLock(places.lock, WAIT, stop);
    if (!unlock)
        throw new Error(`another build has held the lock of ${directory} for more than ${WAIT / 1000} s`);
    let unlockExports = () => { };
    try {
        // A concurrent `reset=true` would delete what the index does not reference yet.
        unlockExports = await shareExportLock(directory, WAIT_FOR_RESET);
        const index = (0,layout.readIndex)(directory);
        for (const [digest, size] of sizes) {
            if ((0,layout/* blobExists */.kQ)(directory, digest, size))
                continue;
            // Truncated by a full disk: BuildKit assumes that an existing blob is valid, and would never rewrite it.
            (0,external_node_fs_.rmSync)((0,layout.blobFile)(directory, digest), { force: true });
            if (!isWhole)
                continue;
            (0,external_node_fs_.renameSync)(ready.get(digest) ?? (await readyBlob(path, digest, stop)), (0,layout.blobFile)(directory, digest));
        }
        if (!isWhole)
            throw new Error('a layer of it is missing');
        for (const tag of tags)
            touch(directory, tag, record);
        const isOlder = (it) => (0,layout/* isDescriptor */.ol)(it) && tags.includes((0,layout/* tagOf */.cO)(it) ?? '');
        const others = (index?.entries ?? []).filter((it) => !isOlder(it));
        // The new entry first: BuildKit reads the first of several with one tag.
        const ours = tags.map((tag) => (0,layout/* tagged */.VK)(manifest, tag));
        (0,layout/* writeIndex */._M)(directory, index, [...ours, ...others], places.own);
    }
    finally {
        unlockExports();
        unlock();
    }
}
/** A second name for a blob in the view, which can be renamed into the directory at no cost. */
async function readyBlob(path, digest, stop) {
    stop?.throwIfAborted();
    const [from, ready] = [(0,layout.blobFile)(path, digest), (0,external_node_path_.join)(path, `ready-${digest.replace(':', '-')}`)];
    if (!(0,shared_files/* linkShared */.EN)(from, ready))
        await (0,shared_files/* copyShared */.dW)(from, ready, stop);
    return ready;
}

// EXTERNAL MODULE: ./src/lib/format.ts
var format = __webpack_require__(432);
// EXTERNAL MODULE: ./src/lib/make-folder.ts
var make_folder = __webpack_require__(2570);
// EXTERNAL MODULE: ./src/runner/archive-service.ts
var archive_service = __webpack_require__(2622);
// EXTERNAL MODULE: ./src/stores/actions-cache.ts
var actions_cache = __webpack_require__(590);
;// CONCATENATED MODULE: ./src/directory/archive.ts
/**
 * The name of an archive of the action's own directory: keys contain no `#`, so no name is a prefix of another scope's.
 */
const PREFIX = 'buildx-branch-cache/';
/**
 * The prefix of the names of a scope's archives. It contains the repository (owner/name), since not every cache service
 * isolates repositories.
 */
function archivesOf(repository, key) {
    return `${PREFIX}${repository}/${key}#`;
}
/**
 * The name of a new archive: it contains the run, since an archive cannot be overwritten, and a hash of its content.
 */
function newArchive(repository, key, runName, digest) {
    return `${archivesOf(repository, key)}${runName}-${digest.replace(/^sha256:/, '').slice(0, 12)}`;
}
/** The key of an archive's scope. */
function keyOfArchive(name) {
    return name.replace(/#.*$/s, '').replace(/^.*\//s, '');
}

// EXTERNAL MODULE: ./src/directory/pack.ts
var pack = __webpack_require__(8314);
// EXTERNAL MODULE: ./src/directory/silence.ts
var silence = __webpack_require__(8964);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/lib/sha256.ts
var sha256 = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/marking/config.ts
var marking_config = __webpack_require__(9617);
// EXTERNAL MODULE: ./src/marking/mark.ts
var mark = __webpack_require__(8558);
;// CONCATENATED MODULE: ./src/directory/mark-view.ts





/**
 * Marks a manifest in the view, so that BuildKit loses none of its steps when it reads several caches; the directory is
 * not changed. `place` is unique to this cache. Returns the given descriptor if it cannot be marked.
 */
function setApart(path, descriptor, place) {
    const textOf = (digest) => (0,shared_files/* readShared */.qA)((0,layout.blobFile)(path, digest), marking_config/* MOST */._B)?.toString() ?? '';
    const manifest = textOf(descriptor.digest);
    const config = (0,mark/* configOf */.W1)(manifest);
    if (config === undefined)
        return descriptor;
    const marked = (0,mark/* markManifest */.H1)({ manifest, config: textOf(config) }, { place, record: undefined });
    if (!marked)
        return descriptor;
    // Written as new files and renamed: the view's blobs are links to the directory's files.
    for (const text of [marked.config, marked.manifest])
        (0,shared_files/* replaceShared */.SR)((0,layout.blobFile)(path, (0,sha256/* digestOf */.o)(text)), text, path);
    return { ...descriptor, digest: (0,sha256/* digestOf */.o)(marked.manifest), size: Buffer.byteLength(marked.manifest) };
}

;// CONCATENATED MODULE: ./src/directory/view.ts










const view_WAIT = 30_000;
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
    const places = (0,paths/* placesIn */.yN)(directory);
    (0,paths/* checkFolders */.aO)(directory);
    (0,layout.readIndex)(directory);
    for (const folder of [(0,layout/* blobFolder */.Mq)(directory), places.views, places.used])
        (0,make_folder/* makeFolder */.f)(folder);
    (0,paths/* checkFolders */.aO)(directory);
    const unlock = await takeLock(places.lock, view_WAIT);
    if (!unlock)
        throw new Error(`another build has held its lock for more than ${view_WAIT / 1000} s`);
    let wanted;
    let path;
    let release;
    try {
        path = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(places.views, 'view-'));
        release = (await tryLock((0,external_node_path_.join)(path, 'alive'))); // no other process knows it yet
        (0,make_folder/* makeFolder */.f)((0,layout/* blobFolder */.Mq)(path));
        wanted = wantedIn(directory, (0,layout.readIndex)(directory), tags);
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
    for (const folder of [(0,external_node_path_.join)(directory, 'blobs'), (0,layout/* blobFolder */.Mq)(directory)])
        (0,shared_files/* lookAtFolder */.Jd)(folder);
    const wanted = wantedIn(directory, (0,layout.readIndex)(directory), tags);
    const temporary = tempDir || (0,external_node_os_.tmpdir)();
    (0,make_folder/* makeFolder */.f)(temporary);
    const path = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporary, 'buildx-branch-cache-view-'));
    (0,make_folder/* makeFolder */.f)((0,layout/* blobFolder */.Mq)(path));
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
    (0,layout/* writeIndex */._M)(path, undefined, whole.map(view_mark), path);
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
/** Why not all blobs could be added to the view; undefined if they were. */
async function whyNotBrought(directory, path, sizes) {
    try {
        for (const [digest, size] of sizes) {
            if ((0,layout/* blobExists */.kQ)(path, digest, size))
                continue;
            const [from, to] = [(0,layout.blobFile)(directory, digest), (0,layout.blobFile)(path, digest)];
            if ((0,layout/* blobExists */.kQ)(directory, digest, size) && !(0,shared_files/* linkShared */.EN)(from, to))
                await (0,shared_files/* copyShared */.dW)(from, to);
            if (!(0,layout/* blobExists */.kQ)(path, digest, size))
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
        if (!(0,layout/* blobExists */.kQ)(path, digest, size))
            (0,external_node_fs_.rmSync)((0,layout.blobFile)(path, digest), { force: true });
    }
}
/** Links every blob, if the file system supports it. */
function linkAll(directory, path) {
    for (const name of view_blobNames(directory)) {
        try {
            (0,shared_files/* linkShared */.EN)((0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(directory), name), (0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(path), name));
        }
        catch {
            // Deleted in between, or not a file: either no build needs it, or the check below reports it.
        }
    }
}
/** The blobs of a directory: files named by a hash. */
function view_blobNames(directory) {
    return (0,external_node_fs_.readdirSync)((0,layout/* blobFolder */.Mq)(directory), { withFileTypes: true }).flatMap((it) => it.isFile() && HEX.test(it.name) ? [it.name] : []);
}
/** The manifest that a build wrote to a tag of its view; undefined if none. */
function writtenIn({ path }, tag) {
    return (0,layout.readIndex)(path)?.entries.find((it) => (0,layout/* tagOf */.cO)(it) === tag && (0,layout/* isDescriptor */.ol)(it) && it.annotations?.[BEFORE] === undefined);
}
function view_mark(it) {
    return { ...it, annotations: { ...it.annotations, [BEFORE]: 'true' } };
}

;// CONCATENATED MODULE: ./src/directory/size.ts




/** The bytes of all blobs in a directory. */
function directorySize(directory) {
    return view_blobNames(directory)
        .map((name) => (0,external_node_fs_.lstatSync)((0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(directory), name)).size)
        .reduce((sum, size) => sum + size, 0);
}

;// CONCATENATED MODULE: ./src/directory/restore.ts













const fine = (said) => ({ said, isTrouble: false });
const trouble = (said) => ({ said, isTrouble: true });
/**
 * Restores the action's own directory from the newest archive of the first of these scopes that has one. Never throws:
 * after a failure there is no directory. `patience`: how long the service may send nothing, in milliseconds; 0: no
 * limit.
 */
async function restore(directory, keys, { forDocker: variables, serverUrl, repository }, patience) {
    if (isFilled(directory))
        return fine('The directory already exists, from an earlier step of this job.');
    if (!(0,archive_service/* keepsApart */.xS)(variables)) {
        (0,commands/* info */.pq)('It is unknown whether this cache service isolates repositories: anyone who can reach it may be able to write what is restored from it.');
    }
    if (await (0,silence/* isSilent */.e)(variables))
        return trouble('Nothing restored: the cache service does not respond.');
    const scopes = [...new Set(keys)];
    const began = performance.now();
    const took = () => (0,format/* formatSeconds */.Xo)((performance.now() - began) / 1000);
    let staging;
    // An incomplete directory is removed on cancellation too.
    const forget = (0,cancel/* atEnd */.tE)(() => staging && (0,external_node_fs_.rmSync)(staging, { recursive: true, force: true }));
    try {
        const service = (0,actions_cache/* archiveServiceOf */.JQ)(variables, (0,archive_service/* isFirstVersion */.PC)(variables, serverUrl), patience);
        const names = scopes.map((key) => archivesOf(repository, key));
        const version = (0,actions_cache/* versionOf */.E4)(`${(0,external_node_path_.basename)(directory)}|${pack/* COMPRESSION */.Vy}`);
        const found = await (0,actions_cache/* findArchive */.YT)(service, names, version);
        if (!found)
            return fine(`Nothing restored: no archive of ${scopes.join(', ')} was found (${took()}).`);
        (0,make_folder/* makeFolder */.f)((0,external_node_path_.dirname)(directory));
        staging = (0,external_node_fs_.mkdtempSync)(`${directory}.restore-`);
        await (0,pack/* unpackArchive */.b)((0,actions_cache/* download */.RG)(service, found), staging);
        if (!isFilled(staging))
            throw new Error('the archive contains no cache');
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        (0,external_node_fs_.renameSync)(staging, directory);
        return fine(`Restored ${(0,format/* formatBytes */.z3)(directorySize(directory))} of ${keyOfArchive(found.name)} in ${took()}.`);
    }
    catch (error) {
        for (const it of [directory, ...(staging ? [staging] : [])])
            (0,external_node_fs_.rmSync)(it, { recursive: true, force: true });
        return trouble(`Nothing restored: ${error.message}.`);
    }
    finally {
        forget();
    }
}
function isFilled(directory) {
    try {
        return (0,layout.readIndex)(directory) !== undefined;
    }
    catch {
        return false; // the directory is the action's own: a broken index is restored again
    }
}

// EXTERNAL MODULE: ./src/runner/state.ts
var state = __webpack_require__(6003);
;// CONCATENATED MODULE: ./src/directory/save-for-post.ts



/** Has post save what a build wrote; nothing if all of it was restored. */
function leaveArchive({ planned, written, directory, digest, isNew, patience }) {
    if (!isNew) {
        (0,commands/* info */.pq)('Nothing to save: no new layers.');
        return;
    }
    const { plan, environment } = planned;
    // Job 0 of a matrix writes two scopes but one archive with both: the common scope's, which it also reads.
    const key = written.keys[plan.writeShards.indexOf(plan.soleShard)] ?? written.keys[0] ?? '';
    const archive = newArchive(environment.repository, key, environment.runName, digest);
    const save = { directory, archive, tags: written.keys, digest, patience };
    (0,state/* saveState */.LZ)('save', JSON.stringify(save));
}

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
    (0,paths/* checkFolders */.aO)(directory);
    const places = (0,paths/* placesIn */.yN)(directory);
    const unlock = await takeLock(places.lock, sweep_WAIT, stop);
    if (!unlock)
        return 'another build is using the directory';
    const rubbish = [];
    try {
        const index = (0,layout.readIndex)(directory);
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
            (0,layout/* writeIndex */._M)(directory, index, stay.map(({ entry }) => entry), places.own);
        if (index)
            forget(places.used, new Set(stay.flatMap(({ tag, used }) => (used === undefined ? [] : [(0,paths/* usedFile */.SH)(directory, tag)]))));
        const half = halfWritten((0,external_node_path_.join)(directory, 'ingest'));
        for (const { path } of half.filter(({ age }) => age > 24 * HOUR))
            remove(path);
        const unknown = stay.find((it) => it.unknown !== undefined)?.unknown;
        let spared = whyNoSweep(index) ??
            unknown ??
            (half.some(({ age }) => age < HOUR) ? 'another program is writing to the directory' : undefined);
        const needed = new Set(stay.flatMap(({ sizes }) => [...sizes.keys()]));
        const useless = spared === undefined ? view_blobNames(directory).filter((it) => !needed.has(`sha256:${it}`)) : [];
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
    checkFolders(directory);
    const index = readIndex(directory);
    if (!index)
        return undefined;
    const known = new Map();
    const scopes = index.entries.map((entry) => findScope(directory, entry, known));
    const needed = new Set(scopes.flatMap(({ sizes }) => [...sizes.keys()]));
    const idle = blobNames(directory)
        .map((name) => `sha256:${name}`)
        .filter((digest) => !needed.has(digest))
        .map((digest) => [digest, lookAt(blobFile(directory, digest))?.size ?? 0]);
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
    if (!(0,layout/* isDescriptor */.ol)(entry)) {
        // Whatever it is, the only layer it can need is the one that it references.
        return NAMES_A_BLOB.test(JSON.stringify(entry)) ? strange : { ...nothing, unknown: undefined };
    }
    const tag = (0,layout/* tagOf */.cO)(entry);
    try {
        const used = tag === undefined ? undefined : usedAt(directory, tag);
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
 * Renames blobs that nothing needs to another folder, which is fast however large they are; returns their total size.
 * Undefined if an export outside this action is running, whose layers no index references yet.
 */
async function discard(directory, names, rubbish) {
    const release = await tryExportLock(directory, 'exclusive');
    if (!release)
        return undefined;
    try {
        const trash = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,paths/* placesIn */.yN)(directory).own, 'trash-'));
        rubbish.push(trash);
        let freed = 0;
        for (const name of names) {
            const file = (0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(directory), name);
            const size = (0,shared_files/* lookAt */.t5)(file)?.size;
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
        if (!sweep_HEX.test(name) || !(0,shared_files/* lookAt */.t5)(path)?.isDirectory())
            return [];
        const files = (0,external_node_fs_.readdirSync)(path);
        if (!files.every((it) => HALF.has(it)))
            return [];
        // The folder's modification time does not change while its file grows.
        const times = [path, ...files.map((it) => (0,external_node_path_.join)(path, it))].map((it) => (0,shared_files/* lookAt */.t5)(it)?.mtimeMs ?? 0);
        return [{ path, age: Date.now() - Math.max(...times) }];
    });
}
/** The notes of tags that are gone. */
function forget(folder, stay) {
    for (const name of list(folder)) {
        const file = (0,external_node_path_.join)(folder, name);
        if (!stay.has(file) && sweep_HEX.test(name) && (0,shared_files/* lookAt */.t5)(file)?.isFile())
            remove(file);
    }
}
/** What killed sweeps and builds left in the action's folder; it is created only under the lock. */
function leftBehind(own) {
    return list(own)
        .map((name) => ({ name, path: (0,external_node_path_.join)(own, name), stat: (0,shared_files/* lookAt */.t5)((0,external_node_path_.join)(own, name)) }))
        .filter(({ name, stat }) => (TRASH.test(name) && stat?.isDirectory()) || (shared_files/* SCRATCH */.Zc.test(name) && stat?.isFile()))
        .map(({ path }) => path);
}
/** The views of builds that have ended: nobody holds their locks. */
async function deadViews(folder) {
    const dead = [];
    for (const name of list(folder)) {
        const view = (0,external_node_path_.join)(folder, name);
        if (!VIEW.test(name) || !(0,shared_files/* lookAt */.t5)(view)?.isDirectory())
            continue;
        // A view is created under the directory's lock: one without its own lock was never finished.
        const release = await tryLock((0,external_node_path_.join)(view, 'alive')).catch(() => undefined);
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

;// CONCATENATED MODULE: ./src/directory/swept-line.ts

/** What a sweep did, for the log. */
function sweptLine(directory, swept) {
    if (typeof swept === 'string')
        return `${directory} was not swept this time: ${swept}.`;
    const { tooOld, tooMuch, freed, size, scopes, spared } = swept;
    const gone = [
        ...(tooOld.length > 0 ? [`${(0,format/* count */.U9)(tooOld.length, 'scope')} unused for cache-keep removed`] : []),
        ...(tooMuch.length > 0 ? [`${(0,format/* count */.U9)(tooMuch.length, 'scope')} evicted for cache-max-size`] : []),
        ...(freed > 0 ? [`${(0,format/* formatBytes */.z3)(freed)} freed`] : []),
        ...(spared === undefined ? [] : [`no layer was deleted: ${spared}`]),
    ];
    const rest = gone.length === 0 ? '' : `; ${gone.join(', ')}`;
    return `${directory}: ${(0,format/* formatBytes */.z3)(size)} in ${(0,format/* count */.U9)(scopes, 'scope')}${rest}.`;
}

;// CONCATENATED MODULE: ./src/directory/use-directory.ts













/** Prepares the plan's directory, if it has one; if it is not writable, the build continues without it. */
async function useLocal(planned, { limits, timeout }, marking) {
    const { entries, specs } = planned;
    const written = entries.to.find(isLocal);
    const read = entries.from.filter(isLocal);
    const isOwned = specs.some((spec) => spec.isOwned);
    const keys = read.flatMap((it) => it.keys);
    const directory = directoryOf(written ?? read[0]);
    const restored = isOwned && keys.length > 0 ? await restore(directory, keys, planned.environment, timeout) : undefined;
    if (restored)
        (restored.isTrouble ? commands/* warning */.$e : commands/* info */.pq)(restored.said);
    const before = written ? digestsIn(directory) : [];
    const places = new Map(read.map((it) => [it.keys[0], it.places[0] ?? '']));
    const placeOf = marking.isOn ? (tag) => places.get(tag) ?? tag : undefined;
    const { view, why } = await viewOf(directory, keys, written, planned.environment.tempDir, placeOf);
    const forget = view ? (0,cancel/* atEnd */.tE)(() => removeView(view)) : () => { };
    const from = view ? entries.from.flatMap((entry) => movedTo(sourceOf(view, entry), [entry])) : entries.from;
    const lost = from.filter(isLocal).flatMap((entry) => {
        const whyNot = view ? view.whyUnread(entry.keys[0] ?? '') : why;
        if (whyNot === undefined)
            return [];
        return [{ side: 'import', entry, store: (0,store/* storeOf */.x)(entry, {}).name, why: whyNot }];
    });
    // If the directory is not writable, the view is read-only.
    const to = why === undefined && view ? movedTo(view.path, entries.to) : entries.to.filter((it) => !isLocal(it));
    return {
        planned: { ...planned, entries: { ...entries, from, to } },
        lost,
        restored,
        publish: async (succeeded, stop) => {
            if (!written)
                return [];
            if (!view || why !== undefined)
                return [{ entry: written, why: why ?? '' }];
            try {
                const manifest = writtenIn(view, written.keys[0] ?? '');
                if (!manifest)
                    return []; // the build's record says why
                const record = marking.record && JSON.stringify(marking.record);
                await publish(view, manifest, written.keys, { record, stop });
                const isNew = !before.includes(manifest.digest);
                if (isOwned && succeeded)
                    leaveArchive({ planned, written, directory, digest: manifest.digest, isNew, patience: timeout });
                return [];
            }
            catch (error) {
                return [{ entry: written, why: error.message }];
            }
        },
        written: () => {
            try {
                const manifest = written && view && writtenIn(view, written.keys[0] ?? '');
                return view && manifest ? (0,layout.blobFile)(view.path, manifest.digest) : '';
            }
            catch {
                return ''; // publishing reports what is wrong
            }
        },
        close: async (stop) => {
            try {
                forget();
                if (view)
                    removeView(view);
                // The action's own directory is swept when it is archived; and a run that may not write does not clean up
                // either.
                if (isOwned || !written || !view || why !== undefined)
                    return;
                (0,commands/* info */.pq)(sweptLine(directory, await sweep(directory, limits, written.keys, undefined, stop)));
            }
            catch (error) {
                (0,commands/* info */.pq)(sweptLine(directory, error.message));
            }
        },
    };
}
/** The next sweep deletes the view of a killed build. */
function removeView({ path, release }) {
    try {
        release();
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
    catch {
        return;
    }
}
/**
 * The directory in which the build looks for a tag. buildx before about 0.30 fails the build if the index lacks that
 * tag, and only warns if there is no index at all (buildkit client/solve.go).
 */
function sourceOf(view, { keys: [key = ''] }) {
    return view.has(key) ? view.path : (0,external_node_path_.join)(view.path, 'none');
}
/**
 * The build's view of a directory. A build that writes nothing, or cannot, gets a view elsewhere and leaves no trace;
 * `why` says why it cannot write. There is no view if the directory is not readable either.
 */
async function viewOf(directory, reads, written, tempDir, placeOf) {
    let why;
    if (written) {
        try {
            return { view: await openView(directory, [...reads, ...written.keys], placeOf), why };
        }
        catch (error) {
            why = error.message;
        }
    }
    try {
        return { view: await openReadView(directory, reads, tempDir, placeOf), why };
    }
    catch (error) {
        return { view: undefined, why: why ?? error.message };
    }
}
function digestsIn(directory) {
    try {
        return ((0,layout.readIndex)(directory)?.entries ?? []).filter(layout/* isDescriptor */.ol).map(({ digest }) => digest);
    }
    catch {
        return []; // not understood, which is reported below
    }
}


/***/ })

};
