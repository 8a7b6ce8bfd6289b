export const id = 981;
export const ids = [981];
export const modules = {

/***/ 5981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  surveyRegistry: () => (/* binding */ surveyRegistry)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/events/branch.ts
var events_branch = __webpack_require__(6473);
// EXTERNAL MODULE: ./src/lib/json-path.ts
var json_path = __webpack_require__(4861);
// EXTERNAL MODULE: ./src/marking/mark.ts
var mark = __webpack_require__(8558);
// EXTERNAL MODULE: ./src/mounts/store.ts
var mounts_store = __webpack_require__(8111);
// EXTERNAL MODULE: ./src/clean/alive.ts
var alive = __webpack_require__(9400);
// EXTERNAL MODULE: ./src/clean/ask.ts + 1 modules
var ask = __webpack_require__(8639);
// EXTERNAL MODULE: ./src/clean/repository.ts + 1 modules
var repository = __webpack_require__(4661);
;// CONCATENATED MODULE: ./src/clean/ghcr.ts



const PERMISSION = 'packages: write';
/** The versions of a package by their tags; `path` is its name on ghcr.io. Throws NoAnswer. */
async function findVersions(api, path) {
    const [owner = '', ...rest] = path.split('/');
    const name = encodeURIComponent(rest.join('/'));
    const roots = ['orgs', 'users'].map((kind) => `/${kind}/${encodeURIComponent(owner)}/packages/container/${name}`);
    for (const root of roots) {
        try {
            const found = await (0,repository/* listAll */._w)(api, `${root}/versions`, 'the package', PERMISSION);
            const versions = found.map(readVersion);
            return { root, byTag: new Map(versions.flatMap((it) => it.tags.map((tag) => [tag, it]))) };
        }
        catch (error) {
            if (!(error instanceof ask/* NoAnswer */.W_) || error.status !== 404 || root === roots.at(-1))
                throw error;
        }
    }
    throw (0,repository/* refusedAnswer */.Fi)(404, 'the package', PERMISSION);
}
function readVersion(it) {
    const [id, tags] = [(0,json_path.at)(it, 'id'), (0,json_path.at)(it, 'metadata', 'container', 'tags')];
    const updated = Date.parse((0,json_path/* textAt */.$)(it, 'updated_at') ?? '');
    const isWhole = typeof id === 'number' &&
        Array.isArray(tags) &&
        tags.every((tag) => typeof tag === 'string');
    if (!isWhole)
        throw new ask/* NoAnswer */.W_('its list of versions of the package does not match its documentation', 200, true);
    return { id, tags, updated: Number.isFinite(updated) ? updated : undefined };
}
/** Deletes the versions whose tags are all in `tags`; returns a sentence for each that has another tag. */
async function removeVersions(api, path, { root, byTag }, tags, gone) {
    const dead = new Set(tags);
    const versions = new Set(tags.flatMap((tag) => byTag.get(tag) ?? []));
    const notes = tags
        .filter((tag) => !byTag.has(tag))
        .map((tag) => `${tag} was overwritten in the meantime and is kept`);
    for (const listed of versions) {
        // Read it again: it may have got another tag.
        const { status, text } = await api.ask(() => (0,repository/* request */.Em)(api, `${root}/versions/${listed.id}`));
        if (status === 404)
            continue;
        if (status !== 200)
            throw (0,repository/* refusedAnswer */.Fi)(status, 'the package', PERMISSION);
        const now = readVersion(parse(text));
        const other = now.tags.find((tag) => !dead.has(tag));
        if (other !== undefined) {
            notes.push(`${now.tags.filter((tag) => dead.has(tag)).join(', ')} is kept: its version of ${path} also has the tag ${other}`);
            continue;
        }
        if (now.tags.length === 0)
            continue;
        const answer = await api.ask(() => (0,repository/* request */.Em)(api, `${root}/versions/${listed.id}`, 'DELETE'));
        if (answer.status === 400) {
            notes.push(`${now.tags.join(', ')} is kept: GitHub does not delete the last version of a package`);
            continue;
        }
        if (answer.status !== 204 && answer.status !== 404)
            throw (0,repository/* refusedAnswer */.Fi)(answer.status, 'the package', PERMISSION);
        for (const tag of now.tags)
            gone(tag);
    }
    return notes;
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/clean/registry.ts








const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0';
/** Lists the tags of a repository, and reads only the manifests of those that belong to no living branch. */
async function surveyRegistry(registry, api, rules, store) {
    const tags = await registry.tags();
    const versions = registry.host === 'ghcr.io' && tags.length > 0 ? await findVersions(api, registry.path) : undefined;
    const caches = new Map();
    const found = await (0,ask/* several */.J$)(tags, async (tag) => {
        const early = (0,alive/* judgeKey */.FF)(tag, rules);
        if (early)
            return early.fate === 'foreign' ? undefined : rowOf(tag, early, store);
        const manifest = await registry.manifest(tag);
        if (!manifest)
            return undefined;
        const known = caches.get(manifest.digest) ?? readCache(registry, manifest);
        caches.set(manifest.digest, known);
        const cache = await known;
        if (!cache)
            return undefined;
        const { record, config, blobs } = cache;
        const written = versions?.byTag.get(tag)?.updated ?? cache.written;
        const size = sum(blobs);
        const verdict = (0,alive/* judgeScope */.EB)({ key: tag, record, written, size }, rules);
        return verdict.fate === 'foreign'
            ? undefined
            : rowOf(tag, verdict, store, { written, size }, { tag, digest: manifest.digest, config, blobs });
    });
    const scopes = found.filter((it) => it !== undefined);
    const there = new Set(tags);
    const ours = [];
    for (const it of scopes) {
        // Before its scope, whose record names the owner.
        const name = (0,mounts_store/* nameOfMounts */.H3)(it.row.scope);
        const mounts = there.has(name) && it.row.fate === 'dead' && it.it ? await findMounts(registry, name, it) : [];
        ours.push(...mounts, it);
    }
    const doomed = ours.filter((it) => it.row.fate === 'dead' && it.it !== undefined);
    const bytes = sum(new Map(doomed.flatMap(({ it }) => [...it.blobs])));
    return {
        store,
        rows: ours.map(({ row }) => row),
        foreign: tags.length - ours.length,
        notes: [],
        bytes,
        remove: (isDead, gone) => remove(registry, api, versions, doomed, isDead, gone),
    };
}
/** The archive of a dead scope's cache mounts, an image with a tag of its own. */
async function findMounts(registry, tag, scope) {
    const manifest = await registry.manifest(tag);
    if (!manifest || !isArchive(manifest.text) || !scope.it)
        return [];
    const blobs = blobsOf(manifest);
    const row = { ...scope.row, scope: tag, size: sum(blobs) };
    return [{ row, who: scope.who, it: { ...scope.it, tag, digest: manifest.digest, blobs } }];
}
/** The mark of mounts/registry-store.ts. */
function isArchive(text) {
    try {
        return (0,json_path/* textAt */.$)(JSON.parse(text), 'annotations', mounts_store/* MOUNTS_ANNOTATION */.Z0) !== undefined;
    }
    catch {
        return false;
    }
}
const blobsOf = ({ text, digest }) => new Map([
    [digest, Buffer.byteLength(text)],
    ...descriptorsIn(text).map((it) => [it.digest, it.size]),
]);
const sum = (sizes) => [...sizes.values()].reduce((all, it) => all + it, 0);
function rowOf(tag, { fate, why, branch: who }, store, { written, size } = {}, it) {
    const branch = who ? (0,events_branch/* describeBranch */.A)(who) : '';
    return { row: { scope: tag, branch, store, fate, why, written, size }, who, it };
}
/** A cache in the form of an image, or of an index (BuildKit before 0.21); undefined for anything else. */
async function readCache(registry, { text, digest }) {
    const parts = descriptorsIn(text);
    const config = parts.find(({ mediaType }) => mediaType === CONFIG_TYPE);
    if (config === undefined)
        return undefined;
    const blobs = blobsOf({ text, digest, type: '' });
    let inConfig;
    try {
        inConfig = await registry.blob(config.digest);
    }
    catch (error) {
        // A config larger than BuildKit imports has no readable record.
        if (!(error instanceof ask/* NoAnswer */.W_) || error.status !== 200)
            throw error;
    }
    const record = inConfig === undefined ? undefined : (0,mark/* readConfig */.Xg)(inConfig)?.record;
    return { record, config, written: newest(`${text}${inConfig ?? ''}`), blobs };
}
function descriptorsIn(text) {
    let manifest;
    try {
        manifest = JSON.parse(text);
    }
    catch {
        return [];
    }
    const lists = [manifest?.config, manifest?.layers, manifest?.manifests].flat();
    return lists.flatMap((it) => {
        const [mediaType, digest] = [(0,json_path/* textAt */.$)(it, 'mediaType') ?? '', (0,json_path/* textAt */.$)(it, 'digest') ?? ''];
        const { size } = (it ?? {});
        return /^sha256:[0-9a-f]{64}$/.test(digest) && typeof size === 'number'
            ? [{ mediaType, digest, size }]
            : [];
    });
}
/**
 * When the newest layer of a cache was created. A registry has no times of tags, and a build with all steps cached
 * creates no layer, so the tag may be newer.
 */
function newest(text) {
    const times = [...text.matchAll(/"(?:createdAt|buildkit\/createdat)":\s?"([^"]{10,40})"/g)]
        .map(([, time = '']) => Date.parse(time))
        .filter((time) => time > 0);
    return times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b));
}
async function remove(registry, api, versions, doomed, isDead, gone) {
    const dead = [];
    for (const it of doomed)
        if (await isDead(it.who))
            dead.push(it);
    const [first] = dead;
    if (!first)
        return [];
    const counted = new Set();
    const bytesOf = ({ blobs }) => {
        const fresh = [...blobs].filter(([digest]) => !counted.has(digest));
        for (const [digest] of fresh)
            counted.add(digest);
        return fresh.reduce((all, [, size]) => all + size, 0);
    };
    if (versions) {
        const tags = new Map(dead.map((it) => [it.it.tag, it]));
        return removeVersions(api, registry.path, versions, [...tags.keys()], (tag) => {
            const it = tags.get(tag);
            if (it)
                gone(it.row, bytesOf(it.it));
        });
    }
    await probe(registry, first.it);
    const notes = [];
    for (const { row, it } of dead) {
        if ((await registry.digestOf(it.tag)) !== it.digest) {
            notes.push(`${it.tag} was overwritten in the meantime and is kept`);
            continue;
        }
        const status = await registry.deleteTag(it.tag);
        if (status === 404)
            continue;
        if (status !== 202 && status !== 200)
            throw refused(registry, status);
        gone(row, bytesOf(it));
    }
    return notes;
}
/**
 * Whether this registry deletes a single tag and keeps the manifest's other tags. Some delete the manifest with all its
 * tags, and after a merge a dead scope and a living one may share it. So this is tested on a new manifest with two
 * tags, with the config of one to delete. Throws NoAnswer if it deletes more. The two tags are spelled like shards of
 * the dead branch, so that the next run deletes what an interruption leaves.
 */
async function probe(registry, { tag, config }) {
    const [branch = ''] = tag.replace(/^.*__/, '').split('..');
    const name = `${branch}..probe-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    // First with a missing tag: a registry that deletes no tags at all then gets no test tags.
    const status = await registry.deleteTag(`${name}-none`);
    if (status !== 404 && status !== 202)
        throw refused(registry, status);
    const type = 'application/vnd.oci.image.manifest.v1+json';
    const annotations = { 'buildx-branch-cache.probe': name };
    const text = JSON.stringify({ schemaVersion: 2, mediaType: type, config, layers: [config], annotations });
    const [one, other] = [`${name}-a`, `${name}-b`];
    for (const it of [one, other]) {
        const put = await registry.put(it, { type, text });
        if (put !== 201)
            throw refused(registry, put);
    }
    const first = await registry.deleteTag(one);
    if (first !== 202)
        throw refused(registry, first);
    const [gone, stays] = [await registry.digestOf(one), await registry.digestOf(other)];
    if (gone !== undefined)
        throw refused(registry, first);
    if (stays === undefined)
        throw new ask/* NoAnswer */.W_(`the registry deletes a manifest with all its tags; ${instead(registry)}`, 0, false);
    await registry.deleteTag(other);
}
function refused(registry, status) {
    const { host, path } = registry;
    if (status === 401 || status === 403)
        return new ask/* NoAnswer */.W_(`no permission to delete tags of ${path} (${status}); log in to ${host} with an account that has it`, status, false);
    return new ask/* NoAnswer */.W_(`the registry does not delete by tag (${status}); ${instead(registry)}`, status, false);
}
/** What to do with a registry that cannot delete a single tag. */
function instead({ host, path }) {
    if (/\.dkr\.ecr\./.test(host))
        return `run: aws ecr batch-delete-image --repository-name ${path} --image-ids imageTag=TAG for each tag in the job summary`;
    if (host === 'docker.io')
        return `delete the tags in the job summary at https://hub.docker.com/r/${path}/tags`;
    return `run: regctl tag delete ${host}/${path}:TAG for each tag in the job summary`;
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
