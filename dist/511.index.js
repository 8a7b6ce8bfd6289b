export const id = 511;
export const ids = [511];
export const modules = {

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
    if (isFilled(directory))
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
function isFilled(directory) {
    try {
        return (0,layout.readIndex)(directory) !== undefined;
    }
    catch {
        return false; // it is ours alone: what is no index is filled anew
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

// EXTERNAL MODULE: ./src/lib/shared-files.ts
var shared_files = __webpack_require__(4656);
// EXTERNAL MODULE: ./src/local/export-lock.ts
var export_lock = __webpack_require__(3617);
// EXTERNAL MODULE: ./src/local/lock.ts
var lock = __webpack_require__(7556);
// EXTERNAL MODULE: ./src/local/places.ts
var local_places = __webpack_require__(2115);
// EXTERNAL MODULE: ./src/local/used.ts
var used = __webpack_require__(1610);
;// CONCATENATED MODULE: ./src/local/publish.ts








const WAIT = 60_000;
const WAIT_FOR_RESET = 5_000;
/**
 * Puts a manifest of a view into its directory, with all it needs, under each of the tags; throws an Error in
 * words. Blobs come first and the index last, in one step: killed anywhere, it leaves blobs that the next sweep
 * takes away.
 */
async function publish(view, manifest, tags) {
    const { directory, path } = view;
    const { sizes, isWhole, unknown } = (0,layout/* needsOf */.hN)(path, manifest);
    if (unknown !== undefined || ![...sizes.keys()].every(layout/* isOurKind */.r_)) {
        throw new Error(`what the build wrote is not understood: ${unknown ?? 'a digest of another kind'}`);
    }
    (0,local_places/* checkFolders */.aO)(directory);
    const lacking = [...sizes].filter(([digest, size]) => !(0,layout/* isThere */.$B)(directory, digest, size));
    // What takes long is done before the lock is taken.
    const ready = new Map(isWhole ? lacking.map(([digest]) => [digest, readyBlob(path, digest)]) : []);
    const places = (0,local_places/* placesIn */.yN)(directory);
    const unlock = await (0,lock/* takeLock */.H)(places.lock, WAIT);
    if (!unlock)
        throw new Error(`another build holds the lock of ${directory} for more than ${WAIT / 1000} s`);
    let unlockExports = () => { };
    try {
        // Whoever resets by hand meanwhile would delete what the index does not name yet.
        unlockExports = await (0,export_lock/* shareExportLock */.r)(directory, WAIT_FOR_RESET);
        const index = (0,layout.readIndex)(directory);
        for (const [digest, size] of sizes) {
            if ((0,layout/* isThere */.$B)(directory, digest, size))
                continue;
            // Too short, by a disk that was full: BuildKit takes what is there for good, and would never write it again.
            (0,external_node_fs_.rmSync)((0,layout.blobFile)(directory, digest), { force: true });
            if (isWhole)
                (0,external_node_fs_.renameSync)(ready.get(digest) ?? readyBlob(path, digest), (0,layout.blobFile)(directory, digest));
        }
        if (!isWhole)
            throw new Error('a layer of it is missing');
        for (const tag of tags)
            (0,used/* touch */._M)(directory, tag);
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
function readyBlob(path, digest) {
    const [from, ready] = [(0,layout.blobFile)(path, digest), (0,external_node_path_.join)(path, `ready-${digest.replace(':', '-')}`)];
    if (!(0,shared_files/* linkShared */.EN)(from, ready))
        (0,shared_files/* copyShared */.dW)(from, ready);
    return ready;
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
        ...(tooOld.length > 0 ? [`${(0,format/* count */.U9)(tooOld.length, 'scope')} not used for cache-keep removed`] : []),
        ...(tooMuch.length > 0 ? [`${(0,format/* count */.U9)(tooMuch.length, 'scope')} evicted for cache-max-size`] : []),
        ...(freed > 0 ? [`${(0,format/* formatBytes */.z3)(freed)} freed`] : []),
        ...(spared === undefined ? [] : [`no layer was deleted: ${spared}`]),
    ];
    const rest = gone.length === 0 ? '' : `; ${gone.join(', ')}`;
    return `${directory}: ${(0,format/* formatBytes */.z3)(size)} in ${(0,format/* count */.U9)(scopes, 'scope')}${rest}.`;
}

// EXTERNAL MODULE: ./src/local/view.ts + 1 modules
var local_view = __webpack_require__(7826);
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
    const before = written ? digestsIn(directory) : [];
    const { view, why } = await viewOf(directory, keys, written, planned.environment.tempDir);
    const from = view ? movedTo(view.path, entries.from) : entries.from;
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
        publish: async (succeeded) => {
            if (!written)
                return [];
            if (!view || why !== undefined)
                return [{ entry: written, why: why ?? '' }];
            try {
                const manifest = (0,local_view/* writtenIn */.Xs)(view, written.keys[0] ?? '');
                if (!manifest)
                    return []; // whatever there is to say of it, the build's record says
                await publish(view, manifest, written.keys);
                const isNew = !before.includes(manifest.digest);
                if (isOwned && succeeded)
                    leaveArchive({ planned, written, directory, digest: manifest.digest, isNew });
                return [];
            }
            catch (error) {
                return [{ entry: written, why: error.message }];
            }
        },
        close: async () => {
            try {
                view?.release();
                if (view)
                    (0,external_node_fs_.rmSync)(view.path, { recursive: true, force: true });
                // Our own directory is swept for its archive; and who may not write, does not clean up either.
                if (isOwned || !written || !view || why !== undefined)
                    return;
                (0,actions/* info */.pq)(sweptLine(directory, await (0,sweep/* sweep */.X)(directory, limits, written.keys)));
            }
            catch (error) {
                (0,actions/* info */.pq)(sweptLine(directory, error.message));
            }
        },
    };
}
/**
 * The build's view of a directory. Who writes nothing gets one elsewhere and leaves no trace, and so does who cannot
 * write; `why` says why not, and there is no view where the directory cannot be read either.
 */
async function viewOf(directory, reads, written, tempDir) {
    let why;
    if (written) {
        try {
            return { view: await (0,local_view/* openView */.e8)(directory, [...reads, ...written.keys]), why };
        }
        catch (error) {
            why = error.message;
        }
    }
    try {
        return { view: (0,local_view/* openReadView */.Sq)(directory, reads, tempDir), why };
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
