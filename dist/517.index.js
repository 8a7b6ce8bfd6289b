export const id = 517;
export const ids = [517];
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


/***/ })

};
