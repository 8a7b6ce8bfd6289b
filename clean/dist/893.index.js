export const id = 893;
export const ids = [893];
export const modules = {

/***/ 4893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   surveyObjects: () => (/* binding */ surveyObjects)
/* harmony export */ });
/* harmony import */ var _events_branch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6473);
/* harmony import */ var _keys_parse_key_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6409);
/* harmony import */ var _marking_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8558);
/* harmony import */ var _mounts_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8111);
/* harmony import */ var _alive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9400);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8639);






/** In milliseconds: an export may have written layers that no manifest references yet. */
const YOUNG = 24 * 3_600_000;
/** Archives of cache mounts are stored among the manifests: they reference nothing, and are not read. */
const isMounts = ({ name }, { manifests }) => name.startsWith(`${manifests}mounts--`);
/**
 * Lists manifests and layers. If all manifests could be read, the layers that no remaining manifest references are
 * swept.
 */
async function surveyObjects(objects, folders, rules, store) {
    const names = new Map();
    const judged = [];
    const listed = await listAll(objects, folders.manifests);
    const mounts = listed.filter((it) => isMounts(it, folders));
    const manifests = listed.filter((it) => !isMounts(it, folders));
    const read = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_4__/* .several */ .J$)(manifests, async (object) => {
        const manifest = await readManifest(objects, object, folders, names);
        return manifest && findScope(manifest, folders, rules, store);
    });
    const archives = new Map(mounts.map((it) => [it.name.slice(folders.manifests.length), it]));
    for (const it of read) {
        if (!it)
            continue;
        // Before its scope, whose record names the owner.
        const name = (0,_mounts_store_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOfMounts */ .H3)(it.row.scope);
        const archive = it.row.fate === 'foreign' ? undefined : archives.get(name);
        if (archive)
            judged.push(withMounts(it, archive, name));
        judged.push(it);
    }
    const blobs = await listAll(objects, folders.blobs);
    const found = withBroken(judged, blobs, folders);
    const problem = found.find(({ it }) => it.problem !== undefined)?.it.problem;
    const spared = problem ?? folders.mayShare;
    const stay = found.filter(({ row }) => row.fate !== 'dead');
    const idle = spared === undefined ? idleBlobs(blobs, folders, namedBy(stay.map(({ it }) => it)), rules.now) : [];
    const ours = found.filter(({ row }) => row.fate !== 'foreign');
    const doomed = found.filter(({ row }) => row.fate === 'dead');
    const rest = idle.length === 0
        ? []
        : [
            {
                scope: `${idle.length} layers that no scope needs`,
                branch: '',
                store,
                written: undefined,
                size: sizeOf(idle),
                fate: 'dead',
                why: 'older than a day, and referenced by no manifest that is kept',
            },
        ];
    return {
        store,
        rows: [...ours.map(({ row }) => row), ...rest],
        foreign: listed.length - ours.length,
        notes: spared === undefined ? [] : [`no layer is deleted: ${spared}`],
        bytes: sizeOf(idle) + sizeOf(doomed.map(({ it }) => it.object)),
        remove: (isDead, gone) => remove({ objects, folders, names, rules }, { found, doomed, idle, row: rest[0] }, isDead, gone),
    };
}
/** The archive of a scope, which is deleted with it. */
function withMounts({ row, who }, object, scope) {
    const its = { ...row, scope, written: object.modified, size: object.size };
    return { row: its, who, it: { object, layers: new Set(), problem: undefined } };
}
async function listAll({ pages }, prefix) {
    const found = [];
    for await (const page of pages(prefix))
        for (const it of page)
            found.push(it);
    return found;
}
const sizeOf = (them) => them.reduce((sum, { size }) => sum + size, 0);
const namedBy = (them) => new Set(them.flatMap(({ layers }) => [...layers]));
const isKeyed = (name) => (0,_keys_parse_key_js__WEBPACK_IMPORTED_MODULE_0__/* .parseKey */ .D)(name) !== undefined;
/**
 * A manifest and the layers that it references; undefined if it has been deleted. Never throws because of its content.
 */
async function readManifest(objects, object, { manifests }, names) {
    let text;
    try {
        text = await objects.read(object.name);
    }
    catch (error) {
        return {
            object,
            layers: new Set(),
            text: '',
            problem: `${object.name} cannot be read: ${error.message}`,
        };
    }
    if (text === undefined)
        return undefined;
    // Whatever the object is, each digest in it may be a layer's. Each digest is kept once, since many manifests share
    // it.
    const digests = (text.match(/sha256:[0-9a-f]{64}/g) ?? []).map((it) => {
        const known = names.get(it);
        if (known !== undefined)
            return known;
        // A slice would keep the whole text in memory.
        const own = Buffer.from(it).toString();
        names.set(own, own);
        return own;
    });
    const isOurs = isKeyed(object.name.slice(manifests.length));
    const problem = isOurs && !isJson(text) ? `${object.name} is corrupt` : undefined;
    return { object, layers: new Set(digests), text, problem };
}
function isJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function findScope(read, { manifests }, rules, store) {
    const { object, text, layers, problem } = read;
    const key = object.name.slice(manifests.length);
    const size = object.size + layerSizes(text);
    const record = (0,_marking_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)(text)?.record;
    const verdict = (0,_alive_js__WEBPACK_IMPORTED_MODULE_3__/* .judgeScope */ .EB)({ key, record, written: object.modified, size }, rules);
    const who = verdict.branch;
    // An unreadable manifest has no owner.
    const { fate, why } = verdict.fate === 'dead' && problem !== undefined ? { fate: 'kept', why: problem } : verdict;
    const row = {
        scope: key,
        branch: who ? (0,_events_branch_js__WEBPACK_IMPORTED_MODULE_5__/* .describeBranch */ .A)(who) : '',
        store,
        written: object.modified,
        size,
        fate,
        why,
    };
    const isOurs = record?.repository === rules.repository && fate === 'kept';
    const parts = isOurs ? [...layers].filter((it) => text.includes(`"blob":"${it}"`)) : undefined;
    return { row, who, it: { object, layers, problem, ...(parts ? { parts } : {}) } };
}
/** The size of a manifest's layers in bytes, as far as it says so. */
function layerSizes(text) {
    try {
        const { layers } = JSON.parse(text);
        const sizes = (Array.isArray(layers) ? layers : []).map((it) => Number(it?.annotations?.size ?? 0));
        return sizes.reduce((sum, it) => sum + (Number.isFinite(it) ? it : 0), 0);
    }
    catch {
        return 0;
    }
}
/**
 * A scope of this repository that lacks a layer is deleted even if its branch is alive: it fails the builds that read
 * it. If all scopes lack some, the layers are stored elsewhere. `blobs` were listed after the manifests were read, and
 * an export writes blobs first.
 */
function withBroken(found, blobs, folders) {
    const there = new Set(blobs.map(({ name }) => name.slice(folders.blobs.length)));
    const isWhole = ({ it }) => (it.parts ?? []).every((part) => there.has(part));
    const isThePlace = found.some((scope) => (scope.it.parts ?? []).length > 0 && isWhole(scope));
    return found.map((scope) => {
        const isBroken = isThePlace && !isWhole(scope);
        // Without an owner: whether the branch is alive does not matter.
        return isBroken
            ? { ...scope, row: { ...scope.row, fate: 'dead', why: 'a layer of it is missing' }, who: undefined }
            : scope;
    });
}
/** Layers that nothing references and that no export has written or renewed today. */
function idleBlobs(blobs, folders, named, now) {
    return blobs.filter(({ name, modified }) => {
        const digest = name.slice(folders.blobs.length);
        return /^sha256:[0-9a-f]{64}$/.test(digest) && !named.has(digest) && modified < now - YOUNG;
    });
}
/**
 * Deletes manifests first, so that none ever references a deleted layer; then the layers that no newly written manifest
 * references and no export has renewed. Then the manifests are read once more: one that was written in between and
 * lacks a layer is deleted, since a build that reads it would fail.
 */
async function remove(where, { found, doomed, idle, row }, isDead, gone) {
    const { objects, folders, rules } = where;
    const notes = [];
    for (const { row: its, who, it } of doomed) {
        if (!(await isDead(who)))
            continue;
        if (await objects.removeOne(it.object))
            gone(its, it.object.size);
        else
            notes.push(`${its.scope} was overwritten in the meantime and is kept`);
    }
    if (!row)
        return notes;
    const known = new Map(found.map(({ it }) => [versionOf(it.object), it]));
    const now = await readAll(where, known);
    if (typeof now === 'string')
        return [...notes, `no layer was deleted: ${now}`];
    const ids = new Set(idle.map(({ name }) => name));
    const named = namedBy(now);
    const deleted = [];
    let failed = 0;
    try {
        // Each page is listed again and its layers deleted at once, so that a renewal up to then is seen.
        for await (const page of objects.pages(folders.blobs)) {
            const some = idleBlobs(page, folders, named, rules.now).filter(({ name }) => ids.has(name));
            if (some.length === 0)
                continue;
            const left = new Set(await objects.removeSome(some));
            failed += left.size;
            deleted.push(...some.filter(({ name }) => !left.has(name)));
        }
    }
    finally {
        if (deleted.length > 0)
            gone(row, sizeOf(deleted));
        notes.push(...(await dropBroken(where, now, deleted)));
    }
    if (failed > 0)
        notes.push(`${failed} layers could not be deleted; the next run tries again`);
    return notes;
}
const versionOf = ({ name, etag, modified }) => JSON.stringify([name, etag, modified]);
/** All current manifests, reading only unknown ones; or why one could not be read, for the user. */
async function readAll({ objects, folders, names }, known) {
    const listed = (await listAll(objects, folders.manifests)).filter((it) => !isMounts(it, folders));
    const all = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_4__/* .several */ .J$)(listed, async (object) => {
        return known.get(versionOf(object)) ?? (await readManifest(objects, object, folders, names));
    });
    const manifests = all.filter((it) => it !== undefined);
    return manifests.find(({ problem }) => problem !== undefined)?.problem ?? manifests;
}
/** Deletes manifests that reference a layer deleted while they were written; a sentence for each. */
async function dropBroken(where, before, deleted) {
    if (deleted.length === 0)
        return [];
    const { objects, folders } = where;
    const known = new Map(before.map((it) => [versionOf(it.object), it]));
    const lost = new Set(deleted.map(({ name }) => name.slice(folders.blobs.length)));
    const now = await readAll(where, known);
    if (typeof now === 'string')
        return [`it is unknown whether a new manifest lacks layers: ${now}`];
    const broken = now.filter(({ layers }) => [...layers].some((it) => lost.has(it)));
    const notes = [];
    for (const { object } of broken) {
        const scope = object.name.slice(folders.manifests.length);
        // Another repository's manifest is kept, whatever it references.
        const isGone = isKeyed(scope) && (await objects.removeOne(object));
        notes.push(isGone
            ? `${scope} was written while one of its layers was deleted; it was reset`
            : `${scope} may lack a layer`);
    }
    return notes;
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


/***/ }),

/***/ 8111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ nameOfMounts),
/* harmony export */   Z0: () => (/* binding */ MOUNTS_ANNOTATION)
/* harmony export */ });
/* unused harmony export firstFound */
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);

/**
 * The name of a scope's archive next to its layers: no key contains `--`, and if the name would be too long for a tag,
 * a hash replaces the key, which is longer than any part of a key.
 */
function nameOfMounts(key) {
    const name = `mounts--${key}`;
    return name.length <= 128 ? name : `mounts--${(0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(key)}`;
}
/** Annotations of an archive in a registry: its fingerprint, and the mark that the action wrote it. */
const MOUNTS_ANNOTATION = 'io.github.buildx-branch-cache.mounts';
/** The first of several answers, in order, that is not empty. */
async function firstFound(asked) {
    const settled = await Promise.allSettled(asked);
    for (const it of settled) {
        // If an earlier scope is unknown, a later one must not be used.
        if (it.status === 'rejected')
            throw it.reason;
        if (it.value !== undefined)
            return it.value;
    }
    return undefined;
}


/***/ })

};
