export const id = 128;
export const ids = [128,517];
export const modules = {

/***/ 8517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ blobFolder),
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   _M: () => (/* binding */ writeIndex),
/* harmony export */   blobFile: () => (/* binding */ blobFile),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   findTag: () => (/* binding */ findTag),
/* harmony export */   hN: () => (/* binding */ needsOf),
/* harmony export */   kQ: () => (/* binding */ blobExists),
/* harmony export */   ol: () => (/* binding */ isDescriptor),
/* harmony export */   r_: () => (/* binding */ isOurKind),
/* harmony export */   readIndex: () => (/* binding */ readIndex)
/* harmony export */ });
/* unused harmony export indexFile */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9148);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4656);



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
const blobFolder = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'blobs', 'sha256');
function blobFile(directory, digest) {
    const [, algorithm = '', encoded = ''] = DIGEST.exec(digest) ?? [];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'blobs', algorithm, encoded);
}
const indexFile = (directory) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'index.json');
/** The tag of an entry, as BuildKit's client writes and reads it; undefined if it has none, or is a named image. */
function tagOf(entry) {
    const annotations = fieldsOf(fieldsOf(entry)?.annotations);
    const tag = annotations?.[TAG];
    return typeof tag === 'string' && !annotations?.[IMAGE] ? tag : undefined;
}
/** The same manifest under a tag, as BuildKit's client spells it (client/ociindex/ociindex.go). */
function tagged(descriptor, tag) {
    return { ...descriptor, annotations: { ...descriptor.annotations, [TAG]: tag } };
}
/** The manifest that a tag points to: the first, as in BuildKit's client. */
function findTag(index, tag) {
    return index?.entries.find((it) => tagOf(it) === tag && isDescriptor(it));
}
/**
 * The content of `index.json`, undefined if there is none. Throws if it cannot be read or not be understood completely:
 * overwriting it, or deleting what it does not reference, could lose what others keep there.
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
function writeIndex(directory, index, entries, scratch) {
    const mediaType = 'application/vnd.oci.image.index.v1+json';
    const layout = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'oci-layout');
    if (!(0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t5)(layout))
        (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceShared */ .SR)(layout, '{"imageLayoutVersion":"1.0.0"}', scratch);
    const whole = { schemaVersion: 2, mediaType, ...index?.rest, manifests: entries };
    (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .replaceShared */ .SR)(indexFile(directory), JSON.stringify(whole), scratch);
}
/** Everything that a manifest references, directly or not. Throws if the system refuses to read it. */
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
            return { ...needs, isWhole: false, unknown: 'it lists too many blobs' };
        const file = blobFile(directory, it.digest);
        const stat = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t5)(file);
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
            if (isDescriptor(child))
                waiting.push({ it: child, isEntry: false });
            else
                strange(`${file} names something that is not a blob`);
        }
    }
    return needs;
}
/** Whether a blob exists and has the right size; throws if its path is not a file. */
function blobExists(directory, digest, size) {
    return (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtFile */ .Jg)(blobFile(directory, digest))?.size === size;
}
/** Whether the action keeps it: BuildKit uses no other hash for blobs. */
const isOurKind = (digest) => SHA256.test(digest);
/** Whether a file's content has the digest, whatever size was given for it. */
function hasItsHash(file, digest) {
    const bytes = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readShared */ .qA)(file, MOST_IN_MANIFEST);
    return bytes !== undefined && (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .o)(bytes) === digest;
}
/** Whether a file of a size could be a manifest of whatever kind, since a digest is in it. */
function namesBlobs(file, size) {
    return size <= MOST_IN_MANIFEST && Buffer.from((0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readShared */ .qA)(file, MOST_IN_MANIFEST) ?? []).includes('sha256:');
}
/** What a manifest or an index of manifests references; or, for the user, why that is unknown. */
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
/** Whether a value references a blob that can be found: its digest becomes a file's name. */
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


/***/ }),

/***/ 8314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vy: () => (/* binding */ COMPRESSION),
/* harmony export */   b: () => (/* binding */ unpackArchive),
/* harmony export */   uP: () => (/* binding */ packArchive)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6118);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4656);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8517);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6743);









/** The only files that an archive may contain: those of a cache directory, by their names in it. */
const NAMES = /^(index\.json|oci-layout|blobs\/sha256\/[0-9a-f]{64}|\.branch-cache\/used\/[0-9a-f]{64})$/;
const FOLDERS = /^(\.|blobs|blobs\/sha256|\.branch-cache|\.branch-cache\/used)$/;
const MOST_FILES = 100_000;
const LAYOUT = '{"imageLayoutVersion":"1.0.0"}';
/** The compression of the archive, which its version states: its content is mostly compressed already. */
const COMPRESSION = "createZstdCompress" in node_zlib__WEBPACK_IMPORTED_MODULE_4__ ? 'zstd' : 'gzip';
/**
 * Writes an archive of a manifest and its tags, with exactly the blobs that it needs, to a new file; returns its size
 * in bytes. Throws an Error for the user.
 */
async function packArchive(directory, manifest, tags, file) {
    const { sizes, isWhole } = (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .needsOf */ .hN)(directory, manifest);
    if (!isWhole)
        throw new Error('a layer of it is missing');
    const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_5__.pack)();
    const put = async () => {
        const entries = tags.map((tag) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .tagged */ .VK)(manifest, tag));
        archive.entry({ name: 'oci-layout' }, LAYOUT);
        archive.entry({ name: 'index.json' }, JSON.stringify({ schemaVersion: 2, manifests: entries }));
        for (const tag of tags)
            archive.entry({ name: nameIn(directory, (0,_paths_js__WEBPACK_IMPORTED_MODULE_8__/* .usedFile */ .SH)(directory, tag)) }, '');
        for (const digest of sizes.keys())
            await putBlob(archive, directory, (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__.blobFile)(directory, digest));
        archive.finalize();
    };
    const compress = COMPRESSION === 'zstd'
        ? node_zlib__WEBPACK_IMPORTED_MODULE_4__.createZstdCompress({ params: { [node_zlib__WEBPACK_IMPORTED_MODULE_4__.constants.ZSTD_c_compressionLevel]: 1 } })
        : node_zlib__WEBPACK_IMPORTED_MODULE_4__.createGzip({ level: 1 });
    const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(file, { flags: 'wx', mode: 0o600 });
    const putting = put().catch((error) => void archive.destroy(error));
    await Promise.all([(0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(archive, compress, target), putting]);
    return target.bytesWritten;
}
const nameIn = (directory, file) => file.slice(directory.length + 1);
async function putBlob(archive, directory, file) {
    const fd = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_6__/* .openShared */ .a0)(file);
    if (fd === undefined)
        throw new Error('a layer of it is missing');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        const entry = archive.entry({ name: nameIn(directory, file), size });
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(chunksOf(fd, size), entry);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/** The content of an open file, in chunks. */
function* chunksOf(fd, size) {
    const piece = 1024 * 1024;
    for (let at = 0; at < size; at += piece) {
        const bytes = Buffer.alloc(Math.min(piece, size - at));
        const length = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, 0, bytes.length, at);
        if (length < bytes.length)
            throw new Error('a layer of it is truncated');
        yield bytes;
    }
}
/**
 * Unpacks an untrusted archive into a new, empty folder. It may contain only the files of a cache: a link, a device, a
 * path outside the folder or a duplicate name is an Error, after which the folder must be discarded.
 */
async function unpackArchive(bytes, folder) {
    const files = (0,tar_stream__WEBPACK_IMPORTED_MODULE_5__.extract)();
    const plain = COMPRESSION === 'zstd' ? node_zlib__WEBPACK_IMPORTED_MODULE_4__.createZstdDecompress() : node_zlib__WEBPACK_IMPORTED_MODULE_4__.createGunzip();
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(bytes), plain, files);
    feeding.catch(() => { }); // the loop below throws its error
    const made = new Set();
    try {
        for await (const entry of files) {
            const { type, name: given } = entry.header;
            const name = given.replace(/^\.\//, '').replace(/(?<=.)\/$/, '');
            if (type === 'directory' && FOLDERS.test(name)) {
                entry.resume();
                continue;
            }
            if (type !== 'file' || !NAMES.test(name) || made.has(name) || made.size >= MOST_FILES) {
                throw new Error('the archive was rejected: it contains files that do not belong to a cache');
            }
            made.add(name);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)), { recursive: true });
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(entry, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { flags: 'wx', mode: 0o644 }));
        }
        await feeding;
    }
    catch (error) {
        files.destroy();
        const { code = '', message } = error;
        const isDamaged = /^(Z_|ZSTD_|ERR_ZSTD)/.test(code) || /tar header|Unexpected end of data/.test(message);
        throw isDamaged ? new Error('the archive is corrupt') : error;
    }
}


/***/ }),

/***/ 6743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ usedFile),
/* harmony export */   aO: () => (/* binding */ checkFolders),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9148);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4656);



/** The action's own files in an OCI layout: one folder that BuildKit never reads. */
function placesIn(directory) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, '.branch-cache');
    return { own, lock: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'lock'), views: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'views'), used: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'used') };
}
/** A tag can be any text; its hash is always a valid file name. */
function usedFile(directory, tag) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(placesIn(directory).used, (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(tag));
}
/** Throws unless all folders in use are real folders, not links, so that nothing outside is ever touched. */
function checkFolders(directory) {
    const { own, views, used } = placesIn(directory);
    const blobs = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'blobs');
    // Folders inside a link would be elsewhere.
    for (const folder of [own, views, used, blobs, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(blobs, 'sha256')])
        (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtFolder */ .Jd)(folder);
}


/***/ }),

/***/ 8964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSilent)
/* harmony export */ });
/* harmony import */ var _stores_health_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7287);

/**
 * Whether the cache service does not respond. It is then not used any more, since its clients take minutes to time out.
 */
async function isSilent(variables) {
    const { ACTIONS_RESULTS_URL: second = '', ACTIONS_CACHE_URL: first = '' } = variables;
    const url = variables.ACTIONS_CACHE_SERVICE_V2 ? second || first : first || second;
    return (await (0,_stores_health_check_js__WEBPACK_IMPORTED_MODULE_0__/* .signOfLife */ .b)(url, { variables, isElsewhere: false })) === 'silent';
}


/***/ }),

/***/ 590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   JQ: () => (/* binding */ archiveServiceOf),
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   Se: () => (/* binding */ upload),
/* harmony export */   YT: () => (/* binding */ findArchive)
/* harmony export */ });
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7659);
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9646);
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6647);




const METHODS = 'twirp/github.actions.results.api.v1.CacheService';
/** In bytes: the size of one upload request, which must be answered in time. */
const PIECE = 16 * 1024 * 1024;
/** More than any answer. */
const MOST = 1024 * 1024;
/** The service takes no more names at once. */
const MOST_NAMES = 10;
/** The service of a step; the rules are archiveService's. */
function archiveServiceOf(variables, isFirst, patience) {
    (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .useProxies */ .U)(variables);
    const url = (isFirst ? variables.ACTIONS_CACHE_URL : variables.ACTIONS_RESULTS_URL) ?? '';
    return {
        url: `${(0,_lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutTrailingSlashes */ .A)(url)}/`,
        token: variables.ACTIONS_RUNTIME_TOKEN ?? '',
        isFirst,
        patience,
    };
}
/**
 * The version by which, with the name, the service separates incompatible archives. Unlike in @actions/cache it does
 * not depend on a path: the directory may be elsewhere in the next run.
 */
function versionOf(name) {
    return (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(`buildx-branch-cache directory 1|${name}`);
}
/**
 * The newest archive of the first of these name prefixes that has one; undefined if there is none. Throws an Error for
 * the user if unknown.
 */
async function findArchive(service, beginnings, version) {
    const names = beginnings.slice(0, MOST_NAMES - 1);
    // The service looks up the first name exactly, the others as prefixes.
    const found = await (service.isFirst ? findFirst : findSecond)(service, [names[0] ?? '', ...names], version);
    // Some servers lower-case names. A server that returns another name is not trusted.
    const isAsked = names.some((it) => found?.name.toLowerCase().startsWith(it.toLowerCase()));
    if (found && !isAsked)
        throw new Error('the cache service returned an archive with another name');
    return found;
}
async function findFirst(service, names, version) {
    const query = new URLSearchParams({ keys: names.join(','), version });
    const answer = await ask(service, 'GET', `_apis/artifactcache/cache?${query}`);
    if (answer === undefined)
        return undefined;
    return archiveIn(answer.cacheKey, answer.archiveLocation);
}
async function findSecond(service, [key = '', ...restoreKeys], version) {
    const question = { key, restore_keys: restoreKeys, version };
    const answer = await ask(service, 'POST', `${METHODS}/GetCacheEntryDownloadURL`, question);
    if (answer?.ok === false)
        return undefined;
    return archiveIn(answer?.matched_key, answer?.signed_download_url);
}
function archiveIn(name, url) {
    if (typeof name === 'string' && typeof url === 'string' && URL.canParse(url))
        return { name, url };
    throw new Error('the response is not from the cache service');
}
/** The bytes of an archive as a stream. Throws an Error for the user, also if the stream stalls. */
async function* download({ patience }, { url }) {
    const watch = watchSilence(patience);
    try {
        // A signed URL: the token is not sent.
        const answer = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .sendRequest */ .w$)(url, {
            signal: watch.signal,
            headers: HEADERS,
            redirect: 'follow',
            shown: '',
        });
        if (answer.status === 404 || answer.status === 410)
            throw new Error('the archive no longer exists');
        if (!answer.ok || !answer.body)
            throw new Error(`the archive was refused (${answer.status})`);
        const length = Number(answer.headers.get('content-length') ?? Number.NaN);
        let seen = 0;
        for await (const chunk of answer.body) {
            watch.sign();
            seen += chunk.length;
            yield chunk;
        }
        if (seen < length)
            throw new Error('the archive was truncated in transit');
    }
    catch (error) {
        throw inWords(error, patience);
    }
    finally {
        watch.stop();
    }
}
/** Uploads `size` bytes from `read` under a name; false if that name already exists. Throws an Error for the user. */
async function upload(service, name, version, size, read) {
    return (service.isFirst ? uploadFirst : uploadSecond)(service, name, version, size, read);
}
const uploadFirst = async (service, name, version, size, read) => {
    const base = '_apis/artifactcache/caches';
    const reserved = await ask(service, 'POST', base, { key: name, version, cacheSize: size }, [409]);
    if (reserved === undefined)
        return false;
    const place = `${base}/${encodeURIComponent(String(reserved.cacheId))}`;
    for (const [from, to] of pieces(size)) {
        const range = { 'content-range': `bytes ${from}-${to - 1}/*`, 'content-type': 'application/octet-stream' };
        await ask(service, 'PATCH', place, read(from, to), [], range);
    }
    await ask(service, 'POST', place, { size });
    return true;
};
const uploadSecond = async (service, name, version, size, read) => {
    const reserved = await ask(service, 'POST', `${METHODS}/CreateCacheEntry`, { key: name, version }, [409]);
    if (reserved === undefined)
        return false;
    const { signed_upload_url: signed, message } = reserved;
    if (typeof signed !== 'string')
        throw new Error(`the cache service did not accept it: ${message || 'no reason given'}`);
    // Azure's block blobs (learn.microsoft.com/rest/api/storageservices/put-block).
    const at = (query) => {
        const url = new URL(signed);
        for (const [key, value] of Object.entries(query))
            url.searchParams.set(key, value);
        return url.href;
    };
    const store = { ...service, url: '', token: '' };
    const blocks = [];
    for (const [from, to] of pieces(size)) {
        const blockid = Buffer.from(String(blocks.length).padStart(8, '0')).toString('base64');
        await ask(store, 'PUT', at({ comp: 'block', blockid }), read(from, to), [], BYTES);
        blocks.push(blockid);
    }
    const list = blocks.map((it) => `<Latest>${it}</Latest>`).join('');
    const xml = `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`;
    await ask(store, 'PUT', at({ comp: 'blocklist' }), Buffer.from(xml), [], { 'content-type': 'text/xml' });
    const sent = { key: name, version, size_bytes: String(size) };
    const ended = await ask(service, 'POST', `${METHODS}/FinalizeCacheEntryUpload`, sent);
    if (ended?.ok !== true)
        throw new Error(`the cache service did not store it: ${ended?.message || 'no reason given'}`);
    return true;
};
const HEADERS = { 'user-agent': 'buildx-branch-cache' };
const BYTES = { 'content-type': 'application/octet-stream' };
function pieces(size) {
    const count = Math.max(1, Math.ceil(size / PIECE));
    return Array.from({ length: count }, (_, i) => [i * PIECE, Math.min(size, (i + 1) * PIECE)]);
}
/**
 * The service's answer, parsed if it is JSON; undefined for an empty answer, or a status in `none`. Throws an Error for
 * the user.
 */
async function ask({ url, token, isFirst, patience }, method, path, body, none = [], headers = {}) {
    const isBytes = body instanceof Uint8Array;
    const watch = watchSilence(patience);
    try {
        const answer = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .sendRequest */ .w$)(`${url}${path}`, {
            method,
            // A signed URL must not be shown.
            shown: url === '' ? '' : path,
            headers: {
                ...HEADERS,
                ...(isFirst ? { accept: 'application/json;api-version=6.0-preview.1' } : {}),
                ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
                ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
                ...headers,
            },
            ...(body === undefined
                ? {}
                : { body: isBytes ? body : JSON.stringify(body) }),
            signal: watch.signal,
        });
        const text = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .readAnswer */ .JN)(answer, MOST, () => new Error('the cache service returned too much data'));
        if (answer.status === 204 || none.includes(answer.status))
            return undefined;
        if (!answer.ok)
            throw new Error(`the cache service answered ${answer.status}`);
        return text === '' ? {} : JSON.parse(text);
    }
    catch (error) {
        throw inWords(error, patience);
    }
    finally {
        watch.stop();
    }
}
/** Aborts a transfer that stalls for too long. */
function watchSilence(patience) {
    const control = new AbortController();
    let timer;
    const sign = () => {
        clearTimeout(timer);
        if (patience > 0)
            timer = setTimeout(() => control.abort(new Silence()), patience);
    };
    sign();
    return { signal: control.signal, sign, stop: () => clearTimeout(timer) };
}
class Silence extends Error {
}
function inWords(error, patience) {
    if (error instanceof Silence)
        return new Error(`the cache service did not respond within ${patience / 1000} s`);
    if (error instanceof SyntaxError)
        return new Error('the response is not from the cache service');
    return (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .HB)('the cache service', error);
}


/***/ })

};
