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
    const layout = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'oci-layout');
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
            return { ...needs, isWhole: false, unknown: 'it lists too many blobs' };
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
function blobExists(directory, digest, size) {
    return (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtFile */ .Jg)(blobFile(directory, digest))?.size === size;
}
/** Whether we keep it: BuildKit names its blobs by no other hash. */
const isOurKind = (digest) => SHA256.test(digest);
/** Whether a file holds what its digest says, whatever size was given for it. */
function hasItsHash(file, digest) {
    const bytes = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readShared */ .qA)(file, MOST_IN_MANIFEST);
    return bytes !== undefined && (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .o)(bytes) === digest;
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









/** What an archive may hold, and nothing else: the files of a directory, by their names in it. */
const NAMES = /^(index\.json|oci-layout|blobs\/sha256\/[0-9a-f]{64}|\.branch-cache\/used\/[0-9a-f]{64})$/;
const FOLDERS = /^(\.|blobs|blobs\/sha256|\.branch-cache|\.branch-cache\/used)$/;
const MOST_FILES = 100_000;
const LAYOUT = '{"imageLayoutVersion":"1.0.0"}';
/** How the archive is compressed, which its version says: what is in it is, mostly. */
const COMPRESSION = "createZstdCompress" in node_zlib__WEBPACK_IMPORTED_MODULE_4__ ? 'zstd' : 'gzip';
/**
 * Writes an archive of a manifest under its tags, with all that it needs and nothing else, to a new file; its size in
 * bytes. Throws an Error in words.
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
/** The bytes of an open file, in pieces that fit into memory. */
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
 * Unpacks an archive into a new, empty folder. Whoever made it, nothing comes of it but the files of a cache: anything
 * else, a link, a device, a name that leads elsewhere or comes twice, is an Error, and the folder is of no use then.
 */
async function unpackArchive(bytes, folder) {
    const files = (0,tar_stream__WEBPACK_IMPORTED_MODULE_5__.extract)();
    const plain = COMPRESSION === 'zstd' ? node_zlib__WEBPACK_IMPORTED_MODULE_4__.createZstdDecompress() : node_zlib__WEBPACK_IMPORTED_MODULE_4__.createGunzip();
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(bytes), plain, files);
    feeding.catch(() => { }); // it ends the loop below with its error
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



/** What we keep beside an OCI layout, in one folder that BuildKit never looks at. */
function placesIn(directory) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, '.branch-cache');
    return { own, lock: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'lock'), views: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'views'), used: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'used') };
}
/** A tag is any text: its hash makes a file's name that is always one. */
function usedFile(directory, tag) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(placesIn(directory).used, (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(tag));
}
/** That all folders that we go by are folders and no links, so that nothing outside is ever touched; else an Error. */
function checkFolders(directory) {
    const { own, views, used } = placesIn(directory);
    const blobs = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'blobs');
    // Those inside a link would be somewhere else.
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
 * Whether the cache service shows no sign of life, and is left alone: it is asked no more, with what takes minutes to
 * give up.
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
/** In bytes: what is sent in one request, which has to be answered in time. */
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
 * The version that the service keeps apart, with the name, what would not fit. Unlike that of @actions/cache it is
 * made of no path: the directory may lie elsewhere in the next run.
 */
function versionOf(name) {
    return (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(`buildx-branch-cache directory 1|${name}`);
}
/**
 * The newest archive of the first of these beginnings of names that has one; undefined where there is none. Throws an
 * Error in words where that is not known.
 */
async function findArchive(service, beginnings, version) {
    const names = beginnings.slice(0, MOST_NAMES - 1);
    // The first name is looked up as it is, the others as beginnings.
    const found = await (service.isFirst ? findFirst : findSecond)(service, [names[0] ?? '', ...names], version);
    // Some servers make all letters small. One that answers with something else is not to be trusted.
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
/** The bytes of an archive as they come. Throws an Error in words, also on the way, where they stop coming. */
async function* download({ patience }, { url }) {
    const watch = watchSilence(patience);
    try {
        // A signed address: the token stays here.
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
/**
 * Sends a file under a name, from `read`, which gives `size` bytes piece by piece; false where the service has one of
 * that name already. Throws an Error in words.
 */
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
/** What the service says, its JSON if it is any; undefined for nothing, or one of `none`. Throws an Error in words. */
async function ask({ url, token, isFirst, patience }, method, path, body, none = [], headers = {}) {
    const isBytes = body instanceof Uint8Array;
    const watch = watchSilence(patience);
    try {
        const answer = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .sendRequest */ .w$)(`${url}${path}`, {
            method,
            // An address that the service signed is shown nowhere.
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
/** Aborts what nothing is heard of for too long. */
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
    // fetch hides the reason in the cause, and names the address, which may be signed, nowhere.
    const { cause, message } = error;
    return cause
        ? new Error(`the cache service cannot be reached (${cause.code ?? 'no reason given'})`)
        : new Error(message);
}


/***/ })

};
