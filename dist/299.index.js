export const id = 299;
export const ids = [299];
export const modules = {

/***/ 4299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   markAzblob: () => (/* binding */ markAzblob)
/* harmony export */ });
/* harmony import */ var _stores_azblob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8353);
/* harmony import */ var _how_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1449);
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3868);



/** Without the account's key in the spec the builder has ways of its own to get in. */
async function markAzblob(attributes, identity, how) {
    const { secret_access_key: key } = attributes;
    if (key === undefined)
        throw new Error('there is no secret_access_key');
    const url = (0,_stores_azblob_js__WEBPACK_IMPORTED_MODULE_0__/* .blobUrl */ .b0)(attributes);
    const account = (0,_stores_azblob_js__WEBPACK_IMPORTED_MODULE_0__/* .accountOf */ .XP)(attributes, url);
    return (0,_object_js__WEBPACK_IMPORTED_MODULE_1__/* .markObject */ .JZ)(async (method, { body = '', headers = {} } = { body: '', headers: {} }) => {
        const all = method === 'PUT' ? { ...headers, 'x-ms-blob-type': 'BlockBlob' } : headers;
        const signed = (0,_stores_azblob_js__WEBPACK_IMPORTED_MODULE_0__/* .signedHeaders */ .HF)({ method, url, headers: all, length: Buffer.byteLength(body) }, { account, key }, new Date());
        return (0,_how_js__WEBPACK_IMPORTED_MODULE_2__/* .send */ .t)(how, url, method, signed, body);
    }, identity);
}


/***/ }),

/***/ 9617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aq: () => (/* binding */ markConfig),
/* harmony export */   _B: () => (/* binding */ MOST),
/* harmony export */   o4: () => (/* binding */ parseConfig)
/* harmony export */ });
/* unused harmony export withoutMarkers */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** In bytes: BuildKit imports no config that is larger (cache/remotecache/import.go). */
const MOST = 1024 * 1024;
/**
 * What the digest of a marker begins with. It is no digest that BuildKit can parse, so it never exports a marker
 * (solver/exporter.go, addBacklinks), and no build asks for one.
 */
const MARKER = 'branch-cache:';
/** A config with markers or without them, of any text; undefined where it is none that BuildKit could import. */
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
    const identities = identify(records);
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
/** The config as BuildKit wrote it; undefined where a record can be made from markers alone, which none of ours can. */
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
 * What each record is: the hash of its digest and, for each input in turn, of the selectors and identities of its links
 * in any order. Undefined where a record is made from itself, which BuildKit refuses. Linear in records and links; a
 * chain may be as long as the config allows.
 */
function identify(records) {
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
/** JSON keeps apart what a plain join would not. */
function hash(of) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(of)).digest('hex');
}
/** Whether BuildKit would read a value as a config, and as nothing else than what is read here. */
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
/** An object that has the names as they are spelled here: Go takes any case. */
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


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var _github_proxies_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(847);

/** One request of a store; what is signed for one host goes to no other. */
function send({ env, signal }, url, method, headers, body = '') {
    (0,_github_proxies_js__WEBPACK_IMPORTED_MODULE_0__/* .useProxies */ .U)(env);
    return fetch(url, { method, headers, redirect: 'error', signal, ...(method === 'PUT' ? { body } : {}) });
}


/***/ }),

/***/ 8558:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ markManifest),
/* harmony export */   PQ: () => (/* binding */ markText),
/* harmony export */   W1: () => (/* binding */ configOf),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony export readConfig */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9617);
/* harmony import */ var _scope_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9589);



/**
 * The text of a config -> the same with the scope's own markers and record; undefined where it stays as it is: it is
 * none that BuildKit would import, or would be too large then, or has them already.
 */
function markText(text, { place, record }) {
    const config = (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .parseConfig */ .o4)(text);
    const marked = config && (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .markConfig */ .Aq)(config, place);
    if (!marked)
        return undefined;
    const result = JSON.stringify({ ...marked, ...(record ? { [_scope_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD_KEY */ .sD]: record } : {}) });
    return result === text || Buffer.byteLength(result) > _config_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST */ ._B ? undefined : result;
}
/** The config in a text as BuildKit wrote it, and the record of its scope; undefined where it is no config. */
function readConfig(text) {
    const config = parseConfig(text);
    const plain = config && withoutMarkers(config);
    return plain && { config: plain, record: readRecord(plain[RECORD_KEY]) };
}
const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0';
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
/**
 * The digest of the config that a cache's manifest in the form of an image has; undefined for any other: the manifest
 * of an image, or the form of an index.
 */
function configOf(manifest) {
    const config = parseManifest(manifest)?.config;
    const digest = config?.mediaType === CONFIG_TYPE ? config.digest : undefined;
    return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : undefined;
}
/** The same cache with its config marked; undefined where it stays as it is. */
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
/** As stores name a blob. */
function digestOf(blob) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(blob).digest('hex')}`;
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

/***/ 3868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   JZ: () => (/* binding */ markObject),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9617);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8558);


/**
 * Marks a cache whose manifest is its config, one object of a store. It is replaced only as it was read, where the
 * store knows `If-Match`. False where it stays as it is; throws an Error in words where it could not be done.
 */
async function markObject(send, identity) {
    const found = await send('GET');
    if (!found.ok)
        throw await refused('reading it', found);
    const marked = (0,_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .markText */ .PQ)(await readText(found), identity);
    if (marked === undefined)
        return false;
    const etag = found.headers.get('etag');
    if (etag === null)
        throw new Error('the store gives it no ETag');
    const type = found.headers.get('content-type') ?? 'application/octet-stream';
    const written = await send('PUT', { body: marked, headers: { 'content-type': type, 'if-match': etag } });
    if (!written.ok)
        throw await refused('writing it', written);
    await written.body?.cancel();
    return true;
}
/** What a refused request comes to; whatever else the answer holds is left unread. */
async function refused(what, answer) {
    await answer.body?.cancel();
    return new Error(`${what} was answered with ${answer.status}`);
}
/** The text of an answer; throws where it is larger than any config. */
async function readText(answer) {
    const parts = [];
    let size = 0;
    for await (const part of answer.body ?? []) {
        size += part.length;
        if (size > _config_js__WEBPACK_IMPORTED_MODULE_0__/* .MOST */ ._B) {
            throw new Error('it is larger than what BuildKit imports');
        }
        parts.push(part);
    }
    return Buffer.concat(parts).toString();
}


/***/ })

};
