export const id = 511;
export const ids = [511,885];
export const modules = {

/***/ 3885:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   Gp: () => (/* binding */ isSpoilt),
/* harmony export */   Mq: () => (/* binding */ blobFolder),
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   _M: () => (/* binding */ writeIndex),
/* harmony export */   blobFile: () => (/* binding */ blobFile),
/* harmony export */   hN: () => (/* binding */ needsOf),
/* harmony export */   readIndex: () => (/* binding */ readIndex),
/* harmony export */   tagOf: () => (/* binding */ tagOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


const TAG = 'org.opencontainers.image.ref.name';
const LISTS = /^application\/vnd\.(oci\.image\.(manifest|index)|docker\.distribution\.manifest(\.list)?)\./;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
// BuildKit reads no manifest of more than 1 MiB (cache/remotecache/import.go); the index lists few things.
const MOST = 16 * 1024 * 1024;
/** The folder of an OCI layout's blobs, and of one blob there. */
const blobFolder = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs', 'sha256');
const blobFile = (directory, digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(blobFolder(directory), digest.slice('sha256:'.length));
const tagOf = ({ annotations }) => annotations?.[TAG] ?? '';
/** The same manifest under a tag, as BuildKit's client spells it (client/ociindex/ociindex.go). */
function tagged(descriptor, tag) {
    return { ...descriptor, annotations: { ...descriptor.annotations, [TAG]: tag } };
}
/** What `index.json` says: undefined where there is none, or nothing that BuildKit could read. */
function readIndex(directory) {
    const index = readJson((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'index.json'));
    if (typeof index !== 'object' || index === null)
        return undefined;
    const manifests = index.manifests ?? [];
    return Array.isArray(manifests) ? { ...index, manifests: manifests.filter(isDescriptor) } : undefined;
}
/** Whether it is another matter than a missing `index.json` that nothing could be read. */
function isSpoilt(directory, index) {
    if (index)
        return false;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'index.json'));
        return true;
    }
    catch (error) {
        return error.code !== 'ENOENT';
    }
}
/** Puts a new `index.json`, and where it is missing `oci-layout`, in place: whoever reads sees the old or the new. */
function writeIndex(directory, index, manifests) {
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const whole = { schemaVersion: 2, mediaType, ...index, manifests };
    replaceFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
    replaceFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'index.json'), JSON.stringify(whole));
}
/** All that a manifest leads to; it is whole if every blob is there and as long as it should be. */
function needsOf(directory, descriptor) {
    const needs = { sizes: new Map(), isWhole: true };
    const visit = (it) => {
        if (needs.sizes.has(it.digest))
            return;
        needs.sizes.set(it.digest, it.size);
        if (!isThere(directory, it)) {
            needs.isWhole = false;
        }
        else if (LISTS.test(it.mediaType ?? '')) {
            const children = childrenOf(readJson(blobFile(directory, it.digest)));
            if (!children)
                needs.isWhole = false;
            for (const child of children ?? [])
                visit(child);
        }
    };
    visit(descriptor);
    return needs;
}
/** Whether a blob is there and as long as it should be. */
function isThere(directory, { digest, size }) {
    const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(blobFile(directory, digest), { throwIfNoEntry: false });
    return stat?.isFile() === true && stat.size === size;
}
function childrenOf(manifest) {
    if (typeof manifest !== 'object' || manifest === null)
        return undefined;
    const { config, layers, manifests, blobs } = manifest;
    return [config, layers, manifests, blobs].flat().filter(isDescriptor);
}
/** A digest becomes a file's name: it is of that one form, or the descriptor is none. */
function isDescriptor(it) {
    const { digest, size } = (it ?? {});
    return typeof digest === 'string' && DIGEST.test(digest) && typeof size === 'number';
}
function readJson(file) {
    try {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(file).size > MOST)
            return undefined;
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
    }
    catch {
        return undefined;
    }
}
/** One step for whoever reads the file, also when we are killed on the way. */
function replaceFile(file, text) {
    const temporary = `${file}.new`;
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(temporary, 'w');
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(fd, text);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, file);
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

// SQLITE_BUSY (sqlite.org/rescode.html): somebody else has it.
const BUSY = 5;
/**
 * Takes the lock that a file stands for, and nobody waits: undefined where another has it. The system itself
 * lets go of it when its holder ends, however it ends, which no file alone can do: Node has no flock, but an
 * empty SQLite database that is never written comes to the same (sqlite.org/lockingv3.html). Throws where the
 * file system knows no locks.
 */
async function tryLock(file) {
    const { DatabaseSync } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99, 23)).catch(because);
    const database = new DatabaseSync(file);
    try {
        // Without a journal nothing is ever written beside it.
        database.exec('PRAGMA journal_mode=OFF; BEGIN EXCLUSIVE');
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

/***/ 9298:
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

/***/ 2115:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ usedFile),
/* harmony export */   nL: () => (/* binding */ whyNotOurs),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



/** What we keep beside an OCI layout, in one folder that BuildKit never looks at. */
function placesIn(directory) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, '.branch-cache');
    return {
        own,
        lock: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, 'lock'),
        views: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, 'views'),
        used: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, 'used'),
        trash: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, 'trash'),
    };
}
/** A tag is any text: its hash makes a file's name that is always one. */
function usedFile(directory, tag) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(placesIn(directory).used, (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(tag, 'utf8').digest('hex'));
}
/** Whether all folders that we go by are folders and no links: nothing outside the directory is ever touched. */
function whyNotOurs(directory) {
    const { own, views, used, trash } = placesIn(directory);
    const folders = [own, views, used, trash, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'blobs'), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory, 'blobs', 'sha256')];
    const other = folders.find((it) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(it, { throwIfNoEntry: false })?.isDirectory() === false);
    return other && `${other} is not a folder`;
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
/* harmony import */ var _view_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6370);




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

// EXTERNAL MODULE: ./src/local/layout.ts
var layout = __webpack_require__(3885);
// EXTERNAL MODULE: ./src/local/lock.ts
var lock = __webpack_require__(7556);
// EXTERNAL MODULE: ./src/local/make-folder.ts
var make_folder = __webpack_require__(9298);
// EXTERNAL MODULE: ./src/local/places.ts
var local_places = __webpack_require__(2115);
// EXTERNAL MODULE: ./src/local/used.ts
var used = __webpack_require__(1610);
// EXTERNAL MODULE: ./src/local/view.ts
var view = __webpack_require__(6370);
;// CONCATENATED MODULE: ./src/local/sweep.ts









const WAIT = 10_000;
const HOUR = 3_600_000;
/**
 * Takes away the tags that have to go, then the blobs that no tag needs, what killed builds left behind, and
 * half-written blobs of the day before; in words why it did not. The index goes first, so that it never names a
 * blob that is gone. Builds that run have views of their own and lose nothing.
 */
async function sweep(directory, limits, justWritten) {
    const places = (0,local_places/* placesIn */.yN)(directory);
    const why = (0,local_places/* whyNotOurs */.nL)(directory);
    if (why)
        return why;
    const unlock = await (0,lock/* takeLock */.H)(places.lock, WAIT);
    if (!unlock)
        return 'another build is at it';
    try {
        const index = (0,layout.readIndex)(directory);
        const all = (index?.manifests ?? []).map((it) => ({ it, ...scopeOf(directory, it) }));
        // What is not whole is of no use, and fails the builds that read it; of others' tags it may be so by intent.
        const whole = all.filter(({ isWhole, used }) => isWhole || used === undefined);
        const choice = chooseTags(whole, limits, Date.now(), justWritten);
        const gone = new Set([...choice.tooOld, ...choice.tooMuch]);
        const stay = whole.filter(({ tag }) => !gone.has(tag));
        if (stay.length < all.length)
            (0,layout/* writeIndex */._M)(directory, index, stay.map(({ it }) => it));
        forget(places.used, stay.map(({ tag }) => (0,local_places/* usedFile */.SH)(directory, tag)));
        const needed = new Set(stay.flatMap(({ sizes }) => [...sizes.keys()]));
        const half = halfWritten(directory);
        for (const { path } of half.filter(({ age }) => age > 24 * HOUR))
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        // Somebody may write here who does not go by our lock: `docker buildx build` by hand.
        const spared = half.some(({ age }) => age < HOUR);
        const freed = spared ? 0 : discard(directory, needed);
        await removeViews(places.views);
        return { ...choice, freed, size: sizeOf(stay), scopes: stay.length, spared };
    }
    finally {
        unlock();
        (0,external_node_fs_.rmSync)(places.trash, { recursive: true, force: true });
    }
}
function scopeOf(directory, it) {
    const tag = (0,layout.tagOf)(it);
    return { tag, used: (0,used/* usedAt */.N)(directory, tag), ...(0,layout/* needsOf */.hN)(directory, it) };
}
/** Moves the blobs that nothing needs out of the way, which takes no time however large they are; their bytes. */
function discard(directory, needed) {
    const { trash } = (0,local_places/* placesIn */.yN)(directory);
    (0,make_folder/* makeFolder */.f)(trash);
    let freed = 0;
    for (const name of (0,view/* blobNames */.MQ)(directory)) {
        if (needed.has(`sha256:${name}`))
            continue;
        const file = (0,external_node_path_.join)((0,layout/* blobFolder */.Mq)(directory), name);
        freed += (0,external_node_fs_.lstatSync)(file).size;
        (0,external_node_fs_.renameSync)(file, (0,external_node_path_.join)(trash, name));
    }
    return freed;
}
/** What BuildKit's client has begun to write and not ended, and how old it is, in milliseconds; no index names it yet. */
function halfWritten(directory) {
    const folder = (0,external_node_path_.join)(directory, 'ingest');
    return list(folder).map((name) => {
        const path = (0,external_node_path_.join)(folder, name);
        return { path, age: Date.now() - ((0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) };
    });
}
/** When tags that are gone were used. */
function forget(folder, stay) {
    for (const name of list(folder)) {
        const file = (0,external_node_path_.join)(folder, name);
        if (!stay.includes(file))
            (0,external_node_fs_.rmSync)(file, { force: true });
    }
}
/** The views of builds that have ended, however they did: nobody holds their locks. */
async function removeViews(folder) {
    for (const name of list(folder)) {
        const view = (0,external_node_path_.join)(folder, name);
        const release = await (0,lock/* tryLock */.b)((0,external_node_path_.join)(view, 'alive')).catch(() => undefined);
        if (!release)
            continue;
        release();
        (0,external_node_fs_.rmSync)(view, { recursive: true, force: true });
    }
}
function list(folder) {
    return (0,external_node_fs_.lstatSync)(folder, { throwIfNoEntry: false })?.isDirectory() ? (0,external_node_fs_.readdirSync)(folder) : [];
}


/***/ }),

/***/ 3511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  useLocal: () => (/* binding */ useLocal)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/github/actions.ts
var actions = __webpack_require__(8320);
// EXTERNAL MODULE: ./src/github/state.ts
var state = __webpack_require__(8862);
;// CONCATENATED MODULE: ./src/owned/archive.ts
/** How an archive of our own directory is called: a key holds no `#`, so that no name begins like another's. */
const PREFIX = 'buildx-branch-cache-';
/** What the names of all archives of a scope begin with. */
function archivesOf(key) {
    return `${PREFIX}${key}#`;
}
/** The name of a new archive: the run's, since an archive is never written again, and its content's. */
function newArchive(key, runName, digest) {
    return `${archivesOf(key)}${runName}-${digest.replace(/^sha256:/, '').slice(0, 12)}`;
}
/** The key of the scope that an archive is of. */
function keyOfArchive(name) {
    return name.slice(PREFIX.length).replace(/#.*$/, '');
}

;// CONCATENATED MODULE: ./src/owned/leave-archive.ts



/** Leaves it to post to keep what a build wrote; nothing, where all of it was restored. */
function leaveArchive({ planned, written, directory, digest, isNew }) {
    if (!isNew) {
        (0,actions/* info */.pq)('Nothing to save: the build brought nothing new.');
        return;
    }
    const { plan, environment } = planned;
    // Job 0 of a matrix writes two scopes, and one archive that holds both: the common scope's, which it reads too.
    const key = written.keys[plan.writeShards.indexOf(plan.soleShard)] ?? written.keys[0] ?? '';
    const archive = newArchive(key, environment.runName, digest);
    const save = { directory, archive, tags: written.keys, digest };
    (0,state/* leave */.qG)('save', JSON.stringify(save));
}

// EXTERNAL MODULE: ./src/local/layout.ts
var layout = __webpack_require__(3885);
// EXTERNAL MODULE: ./src/local/size.ts
var size = __webpack_require__(6658);
// EXTERNAL MODULE: ./src/report/format.ts
var format = __webpack_require__(2011);
// EXTERNAL MODULE: ./src/owned/silence.ts
var silence = __webpack_require__(7478);
;// CONCATENATED MODULE: ./src/owned/restore.ts







// The service takes no more names at once (@actions/cache).
const MOST = 10;
const fine = (said) => ({ said, isTrouble: false });
const trouble = (said) => ({ said, isTrouble: true });
/**
 * Fills our own directory with the newest archive of the first of these scopes that has one. It never throws: a
 * directory that is not whole afterwards is emptied.
 */
async function restore(directory, keys, variables) {
    if ((0,layout.readIndex)(directory))
        return fine('The directory is there already, from an earlier step of this job.');
    if (await (0,silence/* isSilent */.e)(variables))
        return trouble('Nothing restored: the cache service does not answer.');
    const names = [...new Set(keys)].map(archivesOf).slice(0, MOST - 1);
    const began = performance.now();
    try {
        const { restoreCache } = await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 1206));
        // The first name is looked up as it is, the others as beginnings.
        const found = await restoreCache([directory], names[0] ?? '', names);
        const took = (0,format/* formatSeconds */.Xo)((performance.now() - began) / 1000);
        if (found === undefined)
            return fine(`Nothing restored: no archive of ${[...new Set(keys)].join(', ')} was found (${took}).`);
        if (!(0,layout.readIndex)(directory))
            throw new Error('it holds no cache');
        return fine(`Restored ${(0,format/* formatBytes */.z3)((0,size/* directorySize */.R)(directory))} of ${keyOfArchive(found)} in ${took}.`);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
        (0,actions/* info */.pq)(`The archive could not be restored: ${error.message}`);
        return trouble('Nothing restored: the archive could not be read.');
    }
}

// EXTERNAL MODULE: ./src/rescue/store.ts
var store = __webpack_require__(5880);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/cache/csv.ts
var csv = __webpack_require__(9022);
// EXTERNAL MODULE: ./src/cache/entry-fields.ts
var entry_fields = __webpack_require__(4550);
;// CONCATENATED MODULE: ./src/local/entry-in-view.ts



const DIRECTORY = /^(dest|src)=/;
const isLocal = ({ backend }) => backend === 'local';
/** The directory of an entry of local, as buildx takes it: from where the step runs. */
function directoryOf({ csv }) {
    const { dest, src = '' } = (0,entry_fields/* parseEntry */.E)(csv).attributes;
    return (0,external_node_path_.resolve)(dest ?? src);
}
/** The same entries, those of local in another directory; what is shown of them stays. */
function movedTo(path, entries) {
    return entries.map((it) => {
        if (!isLocal(it))
            return it;
        const fields = (0,csv/* decodeFields */.q)(it.csv).map((field) => {
            const [name] = DIRECTORY.exec(field) ?? [];
            return name === undefined ? field : `${name}${path}`;
        });
        return { ...it, csv: (0,csv/* encodeFields */.K)(fields) };
    });
}

// EXTERNAL MODULE: ./src/local/lock.ts
var lock = __webpack_require__(7556);
// EXTERNAL MODULE: ./src/local/places.ts
var places = __webpack_require__(2115);
// EXTERNAL MODULE: ./src/local/used.ts
var used = __webpack_require__(1610);
// EXTERNAL MODULE: ./src/local/view.ts
var local_view = __webpack_require__(6370);
;// CONCATENATED MODULE: ./src/local/publish.ts







const WAIT = 60_000;
/**
 * Puts a manifest of a view into its directory, with all it needs, under each of the tags; throws an Error in
 * words. Blobs come first and the index last, in one step: killed anywhere, it leaves blobs that the next sweep
 * takes away.
 */
async function publish(view, manifest, tags) {
    const { directory, path } = view;
    const { sizes, isWhole } = (0,layout/* needsOf */.hN)(path, manifest);
    const unlock = await (0,lock/* takeLock */.H)((0,places/* placesIn */.yN)(directory).lock, WAIT);
    if (!unlock)
        throw new Error(`another build holds the lock of ${directory} for more than ${WAIT / 1000} s`);
    try {
        for (const [digest, size] of sizes) {
            const file = (0,layout.blobFile)(directory, digest);
            if ((0,layout/* isThere */.$B)(directory, { digest, size }))
                continue;
            // Too short, by a disk that was full: BuildKit takes what is there for good, and would never write it again.
            (0,external_node_fs_.rmSync)(file, { force: true });
            if (isWhole)
                (0,local_view/* bring */.VB)((0,external_node_path_.basename)(file), (0,layout/* blobFolder */.Mq)(path), (0,layout/* blobFolder */.Mq)(directory), path);
        }
        if (!isWhole)
            throw new Error('a layer of it is missing');
        for (const tag of tags)
            (0,used/* touch */._)(directory, tag);
        const index = (0,layout.readIndex)(directory);
        const others = (index?.manifests ?? []).filter((it) => !tags.includes((0,layout.tagOf)(it)));
        (0,layout/* writeIndex */._M)(directory, index, [...others, ...tags.map((tag) => (0,layout/* tagged */.VK)(manifest, tag))]);
    }
    finally {
        unlock();
    }
}

// EXTERNAL MODULE: ./src/local/sweep.ts + 1 modules
var sweep = __webpack_require__(987);
;// CONCATENATED MODULE: ./src/local/swept-line.ts

/** What a sweep did, for the log. */
function sweptLine(directory, swept) {
    if (typeof swept === 'string')
        return `${directory} is not swept this time: ${swept}.`;
    const { tooOld, tooMuch, freed, size, scopes, spared } = swept;
    const gone = [
        ...(tooOld.length > 0 ? [`${(0,format/* count */.U9)(tooOld.length, 'scope')} that nobody used left`] : []),
        ...(tooMuch.length > 0 ? [`${(0,format/* count */.U9)(tooMuch.length, 'scope')} left for the sake of cache-max-size`] : []),
        ...(freed > 0 ? [`${(0,format/* formatBytes */.z3)(freed)} freed`] : []),
        ...(spared ? ['no layer is deleted while somebody writes there without this action'] : []),
    ];
    const rest = gone.length === 0 ? '' : `; ${gone.join(', ')}`;
    return `${directory}: ${(0,format/* formatBytes */.z3)(size)} in ${(0,format/* count */.U9)(scopes, 'scope')}${rest}.`;
}

;// CONCATENATED MODULE: ./src/local/use.ts











/** Makes the plan's directory ready, where it has one; where that cannot be written, the build goes on without. */
async function useLocal(planned, limits) {
    const { entries, specs } = planned;
    const written = entries.to.find(isLocal);
    const read = entries.from.filter(isLocal);
    const isOwned = specs.some((spec) => spec.isOwned);
    const keys = read.flatMap((it) => it.keys);
    const directory = directoryOf(written ?? read[0]);
    const restored = isOwned && keys.length > 0 ? await restore(directory, keys, planned.environment.forDocker) : undefined;
    if (restored)
        (restored.isTrouble ? actions/* warning */.$e : actions/* info */.pq)(restored.said);
    const before = ((0,layout.readIndex)(directory)?.manifests ?? []).map(({ digest }) => digest);
    let view;
    try {
        view = await (0,local_view/* openView */.e8)(directory, [...keys, ...(written?.keys ?? [])]);
    }
    catch (error) {
        return withoutView(planned, written, restored, error.message);
    }
    const from = movedTo(view.path, entries.from);
    const lost = from.filter(isLocal).flatMap((entry) => {
        const why = view.whyUnread(entry.keys[0] ?? '');
        return why === undefined ? [] : [{ side: 'import', entry, store: (0,store/* storeOf */.x)(entry, {}).name, why }];
    });
    return {
        planned: { ...planned, entries: { ...entries, from, to: movedTo(view.path, entries.to) } },
        lost,
        restored,
        publish: async (succeeded) => {
            const manifest = written && (0,local_view/* writtenIn */.Xs)(view, written.keys[0] ?? '');
            if (!written || !manifest)
                return []; // whatever there is to say of it, the build's record says
            try {
                await publish(view, manifest, written.keys);
            }
            catch (error) {
                return [{ entry: written, why: error.message }];
            }
            const isNew = !before.includes(manifest.digest);
            if (isOwned && succeeded)
                leaveArchive({ planned, written, directory, digest: manifest.digest, isNew });
            return [];
        },
        close: async () => {
            try {
                view.release();
                (0,external_node_fs_.rmSync)(view.path, { recursive: true, force: true });
                // Our own directory is swept for its archive; and who may not write, does not clean up either.
                if (!isOwned && written)
                    (0,actions/* info */.pq)(sweptLine(directory, await (0,sweep/* sweep */.X)(directory, limits, written.keys)));
            }
            catch (error) {
                (0,actions/* info */.pq)(sweptLine(directory, error.message));
            }
        },
    };
}
function withoutView(planned, written, restored, why) {
    const to = planned.entries.to.filter((it) => !isLocal(it));
    return {
        planned: { ...planned, entries: { ...planned.entries, to } },
        lost: [],
        restored,
        publish: async () => (written ? [{ entry: written, why }] : []),
        close: async () => { },
    };
}


/***/ }),

/***/ 1610:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ usedAt),
/* harmony export */   _: () => (/* binding */ touch)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2115);


/** Notes that a tag is in use now. A tag with such a note is ours. */
function touch(directory, tag) {
    const file = (0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .usedFile */ .SH)(directory, tag);
    const now = new Date();
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.utimesSync)(file, now, now);
    }
    catch {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, '');
    }
}
/** When a tag was last read or written, in milliseconds since 1970; undefined for one that is not ours. */
function usedAt(directory, tag) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,_places_js__WEBPACK_IMPORTED_MODULE_1__/* .usedFile */ .SH)(directory, tag), { throwIfNoEntry: false })?.mtimeMs;
}


/***/ }),

/***/ 6370:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MQ: () => (/* binding */ blobNames),
/* harmony export */   VB: () => (/* binding */ bring),
/* harmony export */   Xs: () => (/* binding */ writtenIn),
/* harmony export */   e8: () => (/* binding */ openView)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3885);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7556);
/* harmony import */ var _make_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9298);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2115);
/* harmony import */ var _used_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1610);







const WAIT = 30_000;
/** Marks what was in a view before its build. */
const BEFORE = 'buildx-branch-cache.before';
const BROKEN = 'a layer of it is missing or too short';
const SPOILT = 'the index.json of the directory cannot be read';
const HEX = /^[0-9a-f]{64}$/;
/**
 * Makes a view with the wanted tags, as far as they are whole; throws an Error in words. A manifest whose layers
 * are not all there would fail the build (BuildKit finds out too late).
 */
async function openView(directory, tags) {
    const places = (0,_places_js__WEBPACK_IMPORTED_MODULE_5__/* .placesIn */ .yN)(directory);
    const why = (0,_places_js__WEBPACK_IMPORTED_MODULE_5__/* .whyNotOurs */ .nL)(directory);
    if (why)
        throw new Error(why);
    for (const folder of [(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobFolder */ .Mq)(directory), places.views, places.used])
        (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .makeFolder */ .f)(folder);
    const unlock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .takeLock */ .H)(places.lock, WAIT);
    if (!unlock)
        throw new Error(`another build holds its lock for more than ${WAIT / 1000} s`);
    try {
        const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(places.views, 'view-'));
        const release = (await (0,_lock_js__WEBPACK_IMPORTED_MODULE_3__/* .tryLock */ .b)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'alive'))); // nobody else knows it yet
        (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .makeFolder */ .f)((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobFolder */ .Mq)(path));
        for (const name of blobNames(directory))
            bring(name, (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobFolder */ .Mq)(directory), (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobFolder */ .Mq)(path), path);
        const index = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__.readIndex)(directory);
        const known = (index?.manifests ?? []).filter((it) => tags.includes((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__.tagOf)(it)));
        const whole = known.filter((it) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .needsOf */ .hN)(path, it).isWhole);
        const broken = known.filter((it) => !whole.includes(it));
        for (const it of broken)
            dropShort(path, it);
        for (const it of whole)
            (0,_used_js__WEBPACK_IMPORTED_MODULE_6__/* .touch */ ._)(directory, (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__.tagOf)(it));
        (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .writeIndex */ ._M)(path, undefined, whole.map(mark));
        const spoilt = (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .isSpoilt */ .Gp)(directory, index);
        const whyUnread = (tag) => spoilt ? SPOILT : broken.some((it) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__.tagOf)(it) === tag) ? BROKEN : undefined;
        return { directory, path, release, whyUnread };
    }
    finally {
        unlock();
    }
}
/** BuildKit takes a blob that is there for good, and would not write it again: what is not as long as it should be goes. */
function dropShort(path, manifest) {
    for (const [digest, size] of (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .needsOf */ .hN)(path, manifest).sizes) {
        if (!(0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .isThere */ .$B)(path, { digest, size }))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__.blobFile)(path, digest), { force: true });
    }
}
/** The blobs of a directory: files whose names are a hash. */
function blobNames(directory) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .blobFolder */ .Mq)(directory), { withFileTypes: true }).flatMap((it) => it.isFile() && HEX.test(it.name) ? [it.name] : []);
}
/** A file under the same name in another folder: a second name for it, or where there is no such thing, a copy. */
function bring(name, from, to, scratch) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to, name));
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.copyFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(from, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, name), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(scratch, name), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to, name));
    }
}
/** The manifest that a build has put under a tag of its view; undefined where it wrote none. */
function writtenIn({ path }, tag) {
    return (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__.readIndex)(path)?.manifests.find((it) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_2__.tagOf)(it) === tag && it.annotations?.[BEFORE] === undefined);
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
