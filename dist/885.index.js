export const id = 885;
export const ids = [885];
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


/***/ })

};
