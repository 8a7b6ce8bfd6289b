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
/** The directory of an entry of local, as buildx takes it: from where the step runs. */
function directoryOf({ attributes: { dest, src = '' } }) {
    return (0,external_node_path_.resolve)(dest ?? src);
}
/** The same entries, those of local in another directory; what is shown of them stays. */
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
 * The lock of buildx 0.38 and newer, for those who write to the directory by hand (BuildKit's client/solve.go): held,
 * shared, from the first layer of an export until index.json names it; alone by `reset=true`, which deletes what the
 * index does not name. It is theirs: it is neither made nor deleted here, and where it is not, nobody holds it. Nobody
 * waits: undefined where it is held. Where it cannot be told, nobody holds it.
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
/** The same, shared, waiting for at most `milliseconds`, and then going on without: whoever resets may hang. */
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
        return undefined; // another user's, whom we cannot see; or no file
    }
}

// EXTERNAL MODULE: ./src/directory/paths.ts
var paths = __webpack_require__(6743);
;// CONCATENATED MODULE: ./src/directory/last-used.ts


/** In bytes: what a note may hold. */
const MOST = 16 * 1024;
/**
 * Notes that a tag of ours is in use now. The note holds the record of its scope (marking/scope-record.ts), where one
 * is given or was. Whatever else lies in the note's place stays, and so does the tag.
 */
function touch(directory, tag, record) {
    try {
        const file = (0,paths/* usedFile */.SH)(directory, tag);
        (0,shared_files/* replaceShared */.SR)(file, record ?? (0,shared_files/* readShared */.qA)(file, MOST) ?? '', (0,paths/* placesIn */.yN)(directory).own);
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
    const stat = (0,shared_files/* lookAt */.t5)((0,paths/* usedFile */.SH)(directory, tag));
    return stat?.isFile() ? stat.mtimeMs : undefined;
}
/** What the note of a tag of ours holds; undefined where there is none that can be read. */
function noteOf(directory, tag) {
    try {
        return readShared(usedFile(directory, tag), MOST)?.toString();
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/directory/lock.ts


// SQLITE_BUSY (sqlite.org/rescode.html): somebody else has it.
const BUSY = 5;
/**
 * Tries to acquire the file lock without blocking: undefined where another has it. The system itself
 * lets go of it when its holder ends, however it ends, which no file alone can do: Node has no flock, but an
 * empty SQLite database that is never written comes to the same (sqlite.org/lockingv3.html). Throws where the
 * file system knows no locks, and where something else than a file is in the way.
 */
async function tryLock(file) {
    // SQLite would follow a link to make a file elsewhere. The file is never opened by other means: closing it would
    // end the lock (fcntl(2)).
    (0,shared_files/* createShared */.uy)(file);
    (0,shared_files/* lookAtFile */.Jg)(file);
    // What it takes for its own, it would delete.
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
/** The same, waiting for at most `milliseconds`, or until `stop` is aborted, whose reason is thrown then. */
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
 * Puts a manifest of a view into its directory, with all it needs, under each of the tags; throws an Error in
 * words. Blobs come first and the index last, in one step: killed or stopped anywhere, it leaves the directory as it
 * was, with blobs that the next sweep takes away. `record`: that of the scopes, for their notes. `stop` takes effect
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
    // What takes long is done before the lock is taken.
    const ready = new Map();
    for (const [digest] of isWhole ? lacking : [])
        ready.set(digest, await readyBlob(path, digest, stop));
    const places = (0,paths/* placesIn */.yN)(directory);
    const unlock = await takeLock(places.lock, WAIT, stop);
    if (!unlock)
        throw new Error(`another build has held the lock of ${directory} for more than ${WAIT / 1000} s`);
    let unlockExports = () => { };
    try {
        // Whoever resets by hand meanwhile would delete what the index does not name yet.
        unlockExports = await shareExportLock(directory, WAIT_FOR_RESET);
        const index = (0,layout.readIndex)(directory);
        for (const [digest, size] of sizes) {
            if ((0,layout/* blobExists */.kQ)(directory, digest, size))
                continue;
            // Too short, by a disk that was full: BuildKit takes what is there for good, and would never write it again.
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
        // Ours first: of several entries of a tag BuildKit reads the first.
        const ours = tags.map((tag) => (0,layout/* tagged */.VK)(manifest, tag));
        (0,layout/* writeIndex */._M)(directory, index, [...ours, ...others], places.own);
    }
    finally {
        unlockExports();
        unlock();
    }
}
/** A blob of a view under one more name there, which can be moved into the directory in no time. */
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
/** How an archive of our own directory is called: a key holds no `#`, so that no name begins like another's. */
const PREFIX = 'buildx-branch-cache/';
/**
 * What the names of all archives of a scope begin with. The repository (owner/name) is in it: not every cache service
 * keeps repositories apart.
 */
function archivesOf(repository, key) {
    return `${PREFIX}${repository}/${key}#`;
}
/** The name of a new archive: the run's, since an archive is never written again, and its content's. */
function newArchive(repository, key, runName, digest) {
    return `${archivesOf(repository, key)}${runName}-${digest.replace(/^sha256:/, '').slice(0, 12)}`;
}
/** The key of the scope that an archive is of. */
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
 * A manifest of a view, marked there, so that BuildKit loses nothing of it beside others; the directory stays as it
 * is. `place` is what no other cache has. What cannot be marked is read as it is: the descriptor that was given.
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
    // Under names of their own, by rename: the view's blobs are links to the directory's files.
    for (const text of [marked.config, marked.manifest])
        (0,shared_files/* replaceShared */.SR)((0,layout.blobFile)(path, (0,sha256/* digestOf */.o)(text)), text, path);
    return { ...descriptor, digest: (0,sha256/* digestOf */.o)(marked.manifest), size: Buffer.byteLength(marked.manifest) };
}

;// CONCATENATED MODULE: ./src/directory/view.ts










const view_WAIT = 30_000;
/** Marks what was in a view before its build. */
const BEFORE = 'buildx-branch-cache.before';
const BROKEN = 'a layer of it is missing or too short';
const HEX = /^[0-9a-f]{64}$/;
/**
 * Makes a view inside the directory, for a build that also writes: all blobs are in it, so that BuildKit writes none
 * of them again, and the wanted tags, as far as they are whole. Throws an Error in words, having changed nothing but
 * folders of our own.
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
        release = (await tryLock((0,external_node_path_.join)(path, 'alive'))); // nobody else knows it yet
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
 * The same outside the directory, in a folder for temporary files, for a build that only reads: it has the wanted
 * tags and what they need, and leaves no trace in the directory, which need not even be writable.
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
/** Brings what is still lacking of the wanted tags, by copies where there are no links, and names those that are whole. */
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
/** BuildKit takes a blob that is there for good, and would not write it again: what is not as long as it should be goes. */
function dropShort(path, sizes) {
    for (const [digest, size] of sizes) {
        if (!(0,layout/* blobExists */.kQ)(path, digest, size))
            (0,external_node_fs_.rmSync)((0,layout.blobFile)(path, digest), { force: true });
    }
}
/** Links every blob, as far as the file system has links. */
function linkAll(directory, path) {
    for (const name of view_blobNames(directory)) {
        try {
            (0,shared_files/* linkShared */.EN)((0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(directory), name), (0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(path), name));
        }
        catch {
            // Gone meanwhile, or no file: a build does not need it, or finds out below.
        }
    }
}
/** The blobs of a directory: files whose names are a hash. */
function view_blobNames(directory) {
    return (0,external_node_fs_.readdirSync)((0,layout/* blobFolder */.Mq)(directory), { withFileTypes: true }).flatMap((it) => it.isFile() && HEX.test(it.name) ? [it.name] : []);
}
/** The manifest that a build has put under a tag of its view; undefined where it wrote none. */
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
 * Fills our own directory with the newest archive of the first of these scopes that has one. It never throws: where
 * something goes wrong, there is no directory afterwards. `patience`: for how long the service may say nothing, in
 * milliseconds; 0: for as long as it likes.
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
    // What is not whole does not stay where the job is cancelled either.
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
        return false; // it is ours alone: what is no index is filled anew
    }
}

// EXTERNAL MODULE: ./src/runner/state.ts
var state = __webpack_require__(6003);
;// CONCATENATED MODULE: ./src/directory/save-for-post.ts



/** Leaves it to post to keep what a build wrote; nothing, where all of it was restored. */
function leaveArchive({ planned, written, directory, digest, isNew, patience }) {
    if (!isNew) {
        (0,commands/* info */.pq)('Nothing to save: no new layers.');
        return;
    }
    const { plan, environment } = planned;
    // Job 0 of a matrix writes two scopes, and one archive that holds both: the common scope's, which it reads too.
    const key = written.keys[plan.writeShards.indexOf(plan.soleShard)] ?? written.keys[0] ?? '';
    const archive = newArchive(environment.repository, key, environment.runName, digest);
    const save = { directory, archive, tags: written.keys, digest, patience };
    (0,state/* saveState */.LZ)('save', JSON.stringify(save));
}

;// CONCATENATED MODULE: ./src/directory/eviction.ts
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

;// CONCATENATED MODULE: ./src/directory/sweep.ts











const sweep_WAIT = 10_000;
const HOUR = 3_600_000;
const sweep_HEX = /^[0-9a-f]{64}$/;
const NAMES_A_BLOB = /[0-9a-f]{32}|digest/i;
const VIEW = /^view-[0-9A-Za-z]{6}$/;
const TRASH = /^trash(-[0-9A-Za-z]{6})?$/;
/** What containerd's content store keeps of a blob that it has begun to write (plugins/content/local). */
const HALF = new Set(['data', 'ref', 'startedat', 'updatedat', 'total']);
/**
 * Takes away the tags that have to go, then the blobs that no tag needs, what killed builds left behind, and
 * half-written blobs of the day before; throws an Error in words where it did nothing. The index goes first, so that
 * it never names a blob that is gone. Builds that run have views of their own and lose nothing. Whatever is not
 * understood stays, and with it all that it may need. `condemned`: tags that go besides, and when each was last used, in
 * milliseconds since 1970: one that was used since then stays. `stop` takes effect while it looks at the tags: its
 * reason is thrown, and nothing was done.
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
            await (0,promises_.setImmediate)(); // a large directory takes a while: signals and timers are heard meanwhile
            stop?.throwIfAborted();
            all.push(findScope(directory, entry, known));
        }
        // What is not whole is of no use, and fails the builds that read it; of others' tags it may be so by intent.
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
        // Each sweep has its own: deleting gigabytes takes time, and nobody has to wait for it.
        for (const path of rubbish) {
            await (0,promises_.setImmediate)();
            remove(path);
        }
    }
}
/** What a sweep would find; undefined where there is no directory of this kind. Throws an Error in words. */
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
/** Why the layers of a directory are not all known from the entries of its index; undefined where they are. */
function whyNoSweep(index) {
    if (!index)
        return 'there is no index.json';
    return NAMES_A_BLOB.test(JSON.stringify(index.rest))
        ? 'index.json refers to blobs outside its entries'
        : undefined;
}
/** `known`: what manifests need that were looked at already; many tags may stand for one. */
function findScope(directory, entry, known) {
    const nothing = { entry, tag: '', used: undefined, sizes: new Map(), isWhole: false };
    const strange = { ...nothing, unknown: 'an entry of index.json has an unknown format' };
    if (!(0,layout/* isDescriptor */.ol)(entry)) {
        // Whatever it may be, it can keep a layer alone that it names.
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
 * Moves blobs that nothing needs out of the way, which takes no time however large they are; their bytes. Undefined
 * where somebody is writing an export by hand, whose layers no index names yet.
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
        if (!sweep_HEX.test(name) || !(0,shared_files/* lookAt */.t5)(path)?.isDirectory())
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
        if (!stay.has(file) && sweep_HEX.test(name) && (0,shared_files/* lookAt */.t5)(file)?.isFile())
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













/** Makes the plan's directory ready, where it has one; where that cannot be written, the build goes on without. */
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
    // Where the directory cannot be written, the view is one to read.
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
                    return []; // whatever there is to say of it, the build's record says
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
                return ''; // publishing it says what is wrong
            }
        },
        close: async (stop) => {
            try {
                forget();
                if (view)
                    removeView(view);
                // Our own directory is swept for its archive; and who may not write, does not clean up either.
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
/** A view that a killed build leaves is taken away by the next sweep. */
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
 * Where the build looks for a tag. buildx before 0.30 or so fails the build where there is an index without that tag,
 * and only says so where there is no index at all (buildkit client/solve.go).
 */
function sourceOf(view, { keys: [key = ''] }) {
    return view.has(key) ? view.path : (0,external_node_path_.join)(view.path, 'none');
}
/**
 * The build's view of a directory. Who writes nothing gets one elsewhere and leaves no trace, and so does who cannot
 * write; `why` says why not, and there is no view where the directory cannot be read either.
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
        return []; // it is not understood, which is said below
    }
}


/***/ })

};
