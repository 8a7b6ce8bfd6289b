export const id = 156;
export const ids = [156];
export const modules = {

/***/ 4633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HC: () => (/* binding */ replace),
/* harmony export */   ZC: () => (/* binding */ nameIn),
/* harmony export */   lt: () => (/* binding */ attribute),
/* harmony export */   wA: () => (/* binding */ attributeOr)
/* harmony export */ });
function attribute(given, name) {
    return given.find(([it]) => it === name)?.[1];
}
/** The same, with BuildKit's default if unset. */
function attributeOr(given, name, builtin) {
    return attribute(given, name) ?? builtin;
}
/** The same attributes in the same order, with one value replaced. */
function replace(given, name, value) {
    return given.map(([it, old]) => [it, it === name ? value : old]);
}
/** readName() for a backend where one attribute is the name. */
function nameIn(attributeName) {
    return (given) => ({
        given: given.filter(([name]) => name !== attributeName),
        name: attribute(given, attributeName) ?? '',
    });
}


/***/ }),

/***/ 9913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ backends)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/lib/trailing-slashes.ts
var trailing_slashes = __webpack_require__(7659);
// EXTERNAL MODULE: ./src/backends/backend.ts
var backend = __webpack_require__(4633);
// EXTERNAL MODULE: ./src/backends/exporter-attributes.ts
var exporter_attributes = __webpack_require__(3708);
// EXTERNAL MODULE: ./src/backends/value-types.ts
var value_types = __webpack_require__(4324);
;// CONCATENATED MODULE: ./src/backends/azblob.ts





/** BuildKit cleans what it joins: `a/../b` would be `b`. */
const cleanPath = {
    words: 'a path without empty parts, "." or ".."',
    check: (value) => /(^|\/)(\.{0,2})(\/|$)/.test(value.replace(/\/$/, ''))
        ? 'is not a path without empty parts, "." or ".."'
        : undefined,
};
const containerName = {
    words: 'a container name: 3 to 63 of a-z, 0-9 and single "-"',
    check: (value) => /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
        ? undefined
        : 'is not a container name: 3 to 63 of a-z, 0-9 and single "-"',
};
/**
 * Azure Blob Storage: the key is the name of the manifest. Attributes: buildkit cache/remotecache/azblob/utils.go.
 * buildx adds no credentials here, and BuildKit's server reads its own variables, so the action writes them into the
 * attributes.
 */
const azblob = {
    type: 'azblob',
    attributes: {
        account_url: {
            side: 'both',
            kind: value_types/* httpUrl */.q3,
            required: true,
            readsEnv: 'BUILDKIT_AZURE_STORAGE_ACCOUNT_URL',
            about: 'for instance `https://account.blob.core.windows.net`',
        },
        account_name: {
            side: 'both',
            kind: value_types/* text */.Qq,
            builtin: 'the first label of the host',
            readsEnv: 'BUILDKIT_AZURE_STORAGE_ACCOUNT_NAME',
            since: 'BuildKit 0.12',
            about: 'the storage account',
        },
        container: {
            side: 'both',
            kind: containerName,
            builtin: 'buildkit-cache',
            readsEnv: 'BUILDKIT_AZURE_STORAGE_CONTAINER',
            about: 'the container; BuildKit creates it if it is missing',
        },
        name: { side: 'both', kind: value_types/* plainName */.MH, about: 'the cache name' },
        prefix: {
            side: 'both',
            kind: cleanPath,
            readsEnv: 'BUILDKIT_AZURE_STORAGE_PREFIX',
            about: 'the folder of all names',
        },
        blobs_prefix: { side: 'both', kind: cleanPath, builtin: 'blobs', about: 'the folder of the layers' },
        manifests_prefix: {
            side: 'both',
            kind: cleanPath,
            builtin: 'manifests',
            about: 'the folder of the manifests',
        },
        secret_access_key: {
            side: 'both',
            kind: value_types/* text */.Qq,
            secret: true,
            credential: true,
            about: "the account's key; BuildKit accepts it only on the command line. See credentials",
        },
        ...exporter_attributes/* exporter */.EJ,
    },
    readName: (0,backend/* nameIn */.ZC)('name'),
    exportTo: (given, keys) => [[...given, ['name', keys.join(';')]]],
    importFrom: (given, key) => [...given, ['name', key]],
    place: (given) => {
        const account = (0,trailing_slashes/* withoutTrailingSlashes */.A)((0,backend/* attributeOr */.wA)(given, 'account_url', ''));
        const [prefix, manifests] = [
            (0,backend/* attributeOr */.wA)(given, 'prefix', ''),
            (0,backend/* attributeOr */.wA)(given, 'manifests_prefix', 'manifests'),
        ];
        const folder = external_node_path_.posix.join(prefix, manifests).replace(/\/$/, '');
        return `azblob ${account} ${(0,backend/* attributeOr */.wA)(given, 'container', 'buildkit-cache')} ${folder}`;
    },
};

// EXTERNAL MODULE: ./src/backends/gha.ts
var gha = __webpack_require__(4699);
// EXTERNAL MODULE: ./src/backends/reference.ts
var reference = __webpack_require__(3796);
;// CONCATENATED MODULE: ./src/backends/registry.ts




/** An image registry: the key is the tag. Attributes: buildkit cache/remotecache/registry/registry.go. */
const registry = {
    type: 'registry',
    attributes: {
        ref: {
            side: 'both',
            kind: reference/* reference */.ir,
            required: true,
            about: 'the repository, for instance `ghcr.io/owner/app/cache`; a tag is the cache name',
        },
        'registry.insecure': {
            side: 'both',
            kind: value_types/* boolean */.zM,
            builtin: 'false',
            since: 'BuildKit 0.12',
            about: 'plain HTTP, or TLS without verification',
        },
        ...exporter_attributes/* exporter */.EJ,
        ...exporter_attributes/* ociManifest */.F7,
    },
    readName: (given) => {
        const { repository, tag } = (0,reference/* parseReference */.F2)((0,backend/* attribute */.lt)(given, 'ref') ?? '');
        return { given: (0,backend/* replace */.HC)(given, 'ref', repository), name: tag };
    },
    exportTo: (given, keys) => keys.map((key) => (0,backend/* replace */.HC)(given, 'ref', `${(0,backend/* attribute */.lt)(given, 'ref')}:${key}`)),
    importFrom: (given, key) => (0,backend/* replace */.HC)(given, 'ref', `${(0,backend/* attribute */.lt)(given, 'ref')}:${key}`),
    place: (given) => `registry ${(0,reference/* canonicalRepository */.JA)((0,backend/* attribute */.lt)(given, 'ref') ?? '')}`,
};

;// CONCATENATED MODULE: ./src/backends/inline.ts



/**
 * The cache inside the image itself: exported with it, whatever its tags, and imported from the image that is
 * tagged with the key. It has no mode: only the layers of the result are in it (buildkit cache/remotecache/inline).
 */
const inline = {
    type: 'inline',
    importType: 'registry',
    attributes: {
        ref: {
            side: 'import',
            kind: reference/* reference */.ir,
            required: true,
            about: 'the image; a tag is the cache name',
        },
        'registry.insecure': {
            side: 'import',
            kind: value_types/* boolean */.zM,
            builtin: 'false',
            since: 'BuildKit 0.12',
            about: 'plain HTTP, or TLS without verification',
        },
    },
    readName: registry.readName,
    exportTo: () => [[]],
    importFrom: registry.importFrom,
    place: registry.place,
};

// EXTERNAL MODULE: ./src/backends/local.ts
var local = __webpack_require__(7490);
;// CONCATENATED MODULE: ./src/backends/s3.ts




/**
 * A bucket of S3 or its like: the key is the name of the manifest. Attributes: buildkit
 * cache/remotecache/s3/s3.go; buildx finds credentials in its own environment and files.
 */
const s3 = {
    type: 's3',
    attributes: {
        region: {
            side: 'both',
            kind: value_types/* text */.Qq,
            required: true,
            readsEnv: 'AWS_REGION',
            about: 'where the bucket is',
        },
        bucket: { side: 'both', kind: value_types/* text */.Qq, required: true, readsEnv: 'AWS_BUCKET', about: 'the bucket' },
        name: { side: 'both', kind: value_types/* plainName */.MH, about: 'the cache name' },
        endpoint_url: { side: 'both', kind: value_types/* httpUrl */.q3, about: 'for a service other than Amazon S3' },
        prefix: { side: 'both', kind: value_types/* text */.Qq, about: 'prefix of all names; a `/` is appended' },
        blobs_prefix: { side: 'both', kind: value_types/* text */.Qq, builtin: 'blobs/', about: 'prefix of the layers; likewise' },
        manifests_prefix: {
            side: 'both',
            kind: value_types/* text */.Qq,
            builtin: 'manifests/',
            about: 'prefix of the manifests; likewise',
        },
        use_path_style: {
            side: 'both',
            kind: value_types/* boolean */.zM,
            builtin: 'false',
            about: 'the bucket is in the path, not in the host; with `endpoint_url`',
        },
        upload_parallelism: {
            side: 'export',
            kind: (0,value_types/* integer */.nd)(1),
            builtin: '4',
            since: 'BuildKit 0.16',
            about: 'layers uploaded at a time',
        },
        touch_refresh: {
            side: 'export',
            kind: value_types/* duration */.p0,
            builtin: '24h',
            about: 'the age at which an export that uses a layer renews its timestamp',
        },
        access_key_id: {
            side: 'both',
            kind: value_types/* text */.Qq,
            secret: true,
            credential: true,
            movesToEnv: 'AWS_ACCESS_KEY_ID',
            about: 'see credentials',
        },
        secret_access_key: {
            side: 'both',
            kind: value_types/* text */.Qq,
            secret: true,
            credential: true,
            movesToEnv: 'AWS_SECRET_ACCESS_KEY',
            about: 'see credentials',
        },
        session_token: {
            side: 'both',
            kind: value_types/* text */.Qq,
            secret: true,
            movesToEnv: 'AWS_SESSION_TOKEN',
            about: 'see credentials',
        },
        disable_accept_encoding: {
            side: 'both',
            kind: value_types/* boolean */.zM,
            builtin: 'false',
            since: 'BuildKit 0.30',
            about: 'for Google Cloud Storage',
        },
        retry_mode: {
            side: 'both',
            kind: (0,value_types/* oneOf */.yL)('standard', 'adaptive'),
            since: 'BuildKit 0.30',
            about: 'how the client retries',
        },
        retry_max_attempts: {
            side: 'both',
            kind: (0,value_types/* integer */.nd)(1),
            builtin: '3',
            since: 'BuildKit 0.30',
            about: 'the number of attempts',
        },
        ...Object.fromEntries(
        // BuildKit would accept estargz and write gzip.
        Object.entries((0,exporter_attributes/* compression */.HT)('uncompressed', 'gzip', 'zstd')).map(([name, it]) => [
            name,
            { ...it, since: 'BuildKit 0.34' },
        ])),
        ...exporter_attributes/* exporter */.EJ,
    },
    readName: (given) => (0,backend/* nameIn */.ZC)('name')(given.map(endInSlash)),
    // Each further name costs one small object; an import reads the first name only.
    exportTo: (given, keys) => [[...given, ['name', keys.join(';')]]],
    importFrom: (given, key) => [...given, ['name', key]],
    place: (given) => {
        const service = (0,trailing_slashes/* withoutTrailingSlashes */.A)((0,backend/* attributeOr */.wA)(given, 'endpoint_url', ''));
        const folder = (0,backend/* attributeOr */.wA)(given, 'prefix', '') + (0,backend/* attributeOr */.wA)(given, 'manifests_prefix', 'manifests/');
        return `s3 ${service} ${(0,backend/* attribute */.lt)(given, 'bucket')} ${folder}`;
    },
};
/** BuildKit prepends prefixes as plain text, so that `a` and `ab/c` could collide. */
function endInSlash([name, value]) {
    return [name, /prefix$/.test(name) && !value.endsWith('/') ? `${value}/` : value];
}

;// CONCATENATED MODULE: ./src/backends/backends.ts






/** The backends by their BuildKit type. */
const backends = { gha: gha/* gha */.d, registry: registry, local: local/* local */.s, s3: s3, azblob: azblob, inline: inline };


/***/ }),

/***/ 8953:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nb: () => (/* binding */ secretsInEntries),
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   cl: () => (/* binding */ spellings)
/* harmony export */ });
/* harmony import */ var _lib_csv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1715);
/* harmony import */ var _backends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9913);


/** A credential as it is, and as CSV quotes it. */
function spellings(secret) {
    const quoted = secret.replaceAll('"', '""');
    return [...new Set([secret, quoted])].filter((it) => it !== '');
}
/** The attributes of all backends that hold a credential. */
const secretNames = new Set(Object.values(_backends_js__WEBPACK_IMPORTED_MODULE_0__/* .backends */ .S).flatMap(({ attributes }) => Object.entries(attributes).flatMap(([name, { secret }]) => (secret ? [name] : []))));
const looseField = /(\w+)="?([^,"]*)/g;
/** The credentials in entries that the user wrote for buildx and that are passed on as they are. */
function secretsInEntries(entries) {
    return entries.flatMap((entry) => {
        try {
            return (0,_lib_csv_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeFields */ .q)(entry).flatMap((field) => {
                const [name = '', ...value] = field.split('=');
                return secretNames.has(name.trim().toLowerCase()) ? spellings(value.join('=')) : [];
            });
        }
        catch {
            // buildx reports what is wrong with it; the command is printed anyway.
            return [...entry.matchAll(looseField)].flatMap(([, name = '', value = '']) => secretNames.has(name.toLowerCase()) ? spellings(value) : []);
        }
    });
}


/***/ }),

/***/ 3708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ exporter),
/* harmony export */   F7: () => (/* binding */ ociManifest),
/* harmony export */   HT: () => (/* binding */ compression)
/* harmony export */ });
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4324);

/**
 * The attributes of every exporter (buildkit control/control.go). The defaults export all layers, and never fail the
 * build.
 */
const exporter = {
    mode: {
        side: 'export',
        kind: (0,_value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('min', 'max'),
        default: 'max',
        about: 'layers of the result only, or of all stages',
    },
    'ignore-error': {
        side: 'export',
        kind: _value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        default: 'true',
        about: 'a failed export does not fail the build',
    },
};
/**
 * The attributes of the two backends that write OCI manifests (buildkit util/compression/attrs.go, cache/remotecache).
 */
const ociManifest = {
    'oci-mediatypes': {
        side: 'export',
        kind: _value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        builtin: 'true',
        about: 'OCI media types in the manifest',
    },
    'image-manifest': {
        side: 'export',
        kind: _value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        builtin: 'true since BuildKit 0.21',
        since: 'BuildKit 0.12',
        about: 'an image manifest rather than an index',
    },
    ...compression('uncompressed', 'gzip', 'estargz', 'zstd'),
};
/** How an export compresses its layers (buildkit util/compression/attrs.go). */
function compression(...kinds) {
    return {
        compression: {
            side: 'export',
            kind: (0,_value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(...kinds),
            builtin: 'gzip; zstd if every image is written in zstd',
            about: 'how layers are compressed: [zstd or gzip](compression.md)',
        },
        'compression-level': {
            side: 'export',
            kind: (0,_value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(0, 22),
            about: 'gzip and estargz 0 to 9, zstd 0 to 22',
        },
        'force-compression': {
            side: 'export',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
            builtin: 'false',
            about: 'recompress layers with another compression',
        },
    };
}


/***/ }),

/***/ 4699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ namesService),
/* harmony export */   d: () => (/* binding */ gha)
/* harmony export */ });
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4633);
/* harmony import */ var _exporter_attributes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3708);
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4324);



/**
 * GitHub's cache service: the key is the scope. Attributes: buildkit cache/remotecache/gha/gha.go; buildx fills
 * token and URLs in from the environment.
 */
const gha = {
    type: 'gha',
    attributes: {
        scope: { side: 'both', kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .plainName */ .MH, about: 'the cache name' },
        token: {
            side: 'both',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
            secret: true,
            movesToEnv: 'ACTIONS_RUNTIME_TOKEN',
            about: 'the runner provides it to actions',
        },
        url: { side: 'both', kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .httpUrl */ .q3, builtin: '`ACTIONS_CACHE_URL`', about: 'the service, version 1' },
        url_v2: {
            side: 'both',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .httpUrl */ .q3,
            builtin: '`ACTIONS_RESULTS_URL`',
            since: 'BuildKit 0.20, buildx 0.21',
            about: 'the service, version 2',
        },
        version: {
            side: 'both',
            kind: (0,_value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('1', '2'),
            builtin: 'by `ACTIONS_CACHE_SERVICE_V2`',
            since: 'BuildKit 0.20, buildx 0.21',
            about: 'the version of the service',
        },
        timeout: {
            side: 'export',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
            builtin: '10m',
            since: 'BuildKit 0.13',
            about: 'how long to retry when GitHub returns "too many requests"',
        },
        repository: {
            side: 'export',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
            since: 'BuildKit 0.14',
            about: 'with `ghtoken`: one API listing instead of one request per layer',
        },
        ghtoken: {
            side: 'export',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
            secret: true,
            since: 'BuildKit 0.14',
            about: 'a token with read access to Actions; BuildKit accepts it only on the command line',
        },
        ..._exporter_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .exporter */ .EJ,
    },
    readName: (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .nameIn */ .ZC)('scope'),
    exportTo: (given, keys) => keys.map((key) => [...given, ['scope', scopeOf(key)]]),
    importFrom: (given, key) => [...given, ['scope', scopeOf(key)]],
    place: (given) => `gha ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url_v2') ?? (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url') ?? ''}`,
};
/** The spec contains the service's address, so no variable is needed. */
function namesService(given) {
    return (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url') !== undefined || (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url_v2') !== undefined;
}
/**
 * BuildKit looks its index up by prefix, `index-<scope>-1-…`: no key contains `--`, so none matches another's index.
 */
function scopeOf(key) {
    return `${key}-`;
}


/***/ }),

/***/ 7490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ atHome),
/* harmony export */   s: () => (/* binding */ local)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4633);
/* harmony import */ var _exporter_attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3708);
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4324);




/**
 * A directory in the OCI layout: the key is the tag in its index.json, so that many scopes share the blobs. Attributes:
 * buildkit cache/remotecache/local/local.go and client/solve.go. Not supported: `reset`, since the action's sweep does
 * the same and respects concurrent builds (docs/local.md), and `digest`, which pins one cache.
 */
const local = {
    type: 'local',
    attributes: {
        dest: {
            side: 'both',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq,
            builtin: "the action's own directory",
            about: "the directory, `~/` for the home folder; imports read it too. Without it, the action keeps its own, carried by GitHub's cache service",
        },
        tag: { side: 'both', kind: _value_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, since: 'BuildKit 0.11', about: 'the cache name' },
        ..._exporter_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .exporter */ .EJ,
        ..._exporter_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .ociManifest */ .F7,
    },
    readName: (0,_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .nameIn */ .ZC)('tag'),
    // BuildKit writes one tag of a directory per build; the action adds the others (directory/publish.ts).
    exportTo: (given, [key = '']) => [[...given, ['tag', key]]],
    importFrom: (given, key) => [...given.map(fromDest), ['tag', key]],
    place: (given) => `local ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .attribute */ .lt)(given, 'dest') ?? "the action's own directory")}`,
};
/**
 * The attributes with `~` and `~/…` in dest expanded, which neither buildx nor a shell does here; throws an Error for
 * the user if there is no home directory.
 */
function atHome(given, { HOME, USERPROFILE }, fail) {
    return given.map(([name, value]) => {
        if (name !== 'dest' || !value.startsWith('~'))
            return [name, value];
        const home = HOME || USERPROFILE;
        if (!/^~(\/|$)/.test(value))
            return fail('dest begins with "~" and a name; write the full path');
        if (!home)
            return fail('dest begins with "~", and HOME is not set; write the full path');
        return [name, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, value.slice(1))];
    });
}
/** BuildKit calls the directory `dest` in --cache-to and `src` in --cache-from. */
function fromDest([name, value]) {
    return name === 'dest' ? ['src', value] : [name, value];
}


/***/ }),

/***/ 3796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   JA: () => (/* binding */ canonicalRepository),
/* harmony export */   ir: () => (/* binding */ reference)
/* harmony export */ });
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4324);

// The grammar of an image reference (github.com/distribution/reference, regexp.go).
const HOST = String.raw `(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::\d+)?`;
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^(?:${HOST}/)?${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^\w[\w.-]{0,127}$/;
/** `[host/]repository[:tag]`, the repository lower-cased; throws an Error that ends the sentence `"x" …`. */
function parseReference(text) {
    if (text.includes('@'))
        throw new Error('has a digest; a cache is written to a tag');
    const colon = text.lastIndexOf(':');
    const hasTag = colon > text.lastIndexOf('/');
    const repository = (hasTag ? text.slice(0, colon) : text).toLowerCase();
    const tag = hasTag ? text.slice(colon + 1) : '';
    if (!REPOSITORY.test(repository) || repository.length > 255 || (hasTag && !TAG.test(tag))) {
        throw new Error(whyNot(text));
    }
    return { repository, tag };
}
/** What is wrong with it, for known mistakes, and what to write. */
function whyNot(text) {
    const instead = 'is not an image reference such as ghcr.io/owner/app/cache';
    if (text.includes('://'))
        return `${instead}; remove "://" and everything before it`;
    // Most likely it contains a branch.
    if (/:[^/:]*[^/:\d][^/:]*\//.test(text))
        return `${instead}; a tag cannot contain "/", and the action adds the branch`;
    return hasReferenceGap(text) ? `${instead}; ${_value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .GAP */ .Rd}` : instead;
}
/**
 * Two adjacent separators, or one at either end: `/app/cache` and `ghcr.io//app`, where a registry or an owner is
 * missing.
 */
function hasReferenceGap(text) {
    return /^[/:._-]|[/:._-]$|[/:][/:.-]|[._-][/:]|\.[.-]|-\./.test(text) && !/:\/\/|\s/.test(text);
}
const reference = {
    words: 'an image reference',
    check: (value) => {
        try {
            parseReference(value);
            return undefined;
        }
        catch (error) {
            return error.message;
        }
    },
    hasGap: hasReferenceGap,
};
/** Docker Hub has several spellings for one repository (github.com/distribution/reference, normalize.go). */
function canonicalRepository(repository) {
    const [host = '', ...rest] = repository.split('/');
    const hasHost = rest.length > 0 && (/[.:]/.test(host) || host === 'localhost');
    if (!hasHost)
        return `docker.io/${rest.length === 0 ? `library/${repository}` : repository}`;
    return repository
        .replace(/^index\.docker\.io\//, 'docker.io/')
        .replace(/^docker\.io\/([^/]+)$/, 'docker.io/library/$1');
}


/***/ }),

/***/ 4324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ plainName),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rd: () => (/* binding */ GAP),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   q3: () => (/* binding */ httpUrl),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5860);

/** Ends the sentence of a value with such a gap. */
const GAP = 'a part of it is empty: check the secret, variable or expression in it';
const matching = (words, allowed) => ({
    words,
    check: (value) => (allowed.test(value) ? undefined : `is not ${words}`),
});
const text = {
    words: 'a text',
    check: (value) => (value === '' ? 'is empty' : undefined),
};
const boolean = {
    words: 'true or false',
    check: (value) => ((0,_lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_0__/* .goBoolean */ .x)(value) === undefined ? 'is not true or false' : undefined),
};
/** What Go's time.ParseDuration takes, without a sign. */
const duration = matching('a duration such as 90s, 10m or 24h', /^(0|(\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))*)$/);
/** A service's address alone: a query or a user would be a credential, and neither is used. */
const httpUrl = {
    words: 'an http or https URL',
    check: (value) => {
        const url = URL.parse(value);
        if (hasUrlGap(value))
            return `is not an http or https URL; ${GAP}`;
        if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
            return 'is not an http or https URL';
        return /[@?#]/.test(value) ? 'is a URL with more than host and path' : undefined;
    },
    hasGap: hasUrlGap,
};
/** No host, or a host with two adjacent separators or one at either end: `https://.blob.core.windows.net`. */
function hasUrlGap(value) {
    const host = /^https?:\/\/([^/?#]*)/i.exec(value)?.[1];
    return host !== undefined && /^$|^[.:-]|[.:-]$|[.-][.:]|\.-/.test(host);
}
const oneOf = (...allowed) => {
    const words = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`;
    return { words, check: (value) => (allowed.includes(value) ? undefined : `is not ${words}`) };
};
const integer = (least, most = 999_999) => {
    const words = `a whole number from ${least} to ${most}`;
    const isWithin = (value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most;
    return { words, check: (value) => (isWithin(value) ? undefined : `is not ${words}`) };
};
/** One name that needs no quoting, and that BuildKit does not split. */
const plainName = matching('a name without "," or ";"', /^[^,;]+$/);


/***/ }),

/***/ 1156:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatCommand: () => (/* binding */ formatCommand)
/* harmony export */ });
/* harmony import */ var _backends_entry_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8953);
/* harmony import */ var _inputs_credential_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3989);
/* harmony import */ var _runner_hide_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2632);
/* harmony import */ var _runner_safe_line_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5072);




/**
 * The command as one line that bash parses into the same words, without credentials. A word is either written
 * literally, so that the runner can mask a secret in it, or without its value; from URLs in the caches and in the
 * context, which is the last word, only possible credentials are removed.
 */
function formatCommand(words, secrets = []) {
    const hide = (0,_runner_hide_js__WEBPACK_IMPORTED_MODULE_2__/* .hider */ .Hj)(secrets);
    return words
        .map((word, i) => {
        const [flag, isContext] = [words[i - 1] ?? '', i === words.length - 1];
        return quote(redact(hide(word), flag, isContext));
    })
        .join(' ');
}
/** In single or double quotes, whichever need no escape. */
function quote(word) {
    if (/^[\w@%+=:,./-]+$/.test(word))
        return word;
    // The runner parses `##[` anywhere in a line as a command.
    if (!(0,_runner_safe_line_js__WEBPACK_IMPORTED_MODULE_3__/* .isVisible */ .zN)(word) || word.includes('##['))
        return `'${withoutValue(word)}'`;
    if (!word.includes("'"))
        return `'${word}'`;
    return /["$`\\!]/.test(word) ? `'${withoutValue(word)}'` : `"${word}"`;
}
/** The name, if any; the beginning of a URL is not one. */
function withoutValue(word) {
    const [name = ''] = /^(?:[\w@%+,.-]|\/(?!\/))+=/.exec(word) ?? [];
    return `${name}***`;
}
function redact(word, flag, isContext) {
    if (flag === '--build-arg' && (0,_inputs_credential_names_js__WEBPACK_IMPORTED_MODULE_1__/* .looksLikeCredential */ .P)(word))
        return word.replace(/=.+$/s, '=***');
    if (/^--cache-(from|to)$/.test(flag))
        return withoutKeys((0,_runner_hide_js__WEBPACK_IMPORTED_MODULE_2__/* .cutCredentials */ .vs)(word));
    if (isContext)
        return (0,_runner_hide_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCredentials */ .ri)(word);
    return mayHoldCredential(word) ? withoutValue(word) : word;
}
/**
 * Whether a URL in a word may contain a user or a query that is a credential. The rest of such a word could be part of
 * a secret that contains a URL. An `@` in a later word counts too, since the whole line is scanned again.
 */
function mayHoldCredential(word) {
    const followed = `${word} @`;
    return (0,_runner_hide_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCredentials */ .ri)(followed) !== followed;
}
const key = new RegExp(String.raw `(\b(?:${[..._backends_entry_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .secretNames */ .XG].join('|')})\s*=)[^,]+`, 'gi');
/** The shortest key: shorter secrets are not searched for. */
function withoutKeys(entry) {
    return entry.replace(key, '$1***');
}


/***/ }),

/***/ 3989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ looksLikeCredential),
/* harmony export */   h: () => (/* binding */ isCredentialName)
/* harmony export */ });
// Users put credentials into build arguments against all advice; only the name shows it.
const ANYWHERE = /TOKEN(?!I[ZS])|SECRET|PASSW|PASS_?PHRASE|CREDENTIAL|CONN(ECTION)?_?STR|(API|PRIVATE|ACCESS)_?KEY/i;
// Only as the last word: `NPM_AUTH` is a credential, `AUTH_URL` is not.
const LAST = new Set(('AUTH AUTHORIZATION AUTHTOKEN BEARER COOKIE COOKIES CRED CREDS DSN HMAC HTPASSWD JWT JWTS KUBECONFIG NETRC ' +
    'KEYSTORE KEYTAB MNEMONIC NPMRC OTP PASS PAT PATS PEM PFX SALT SAS SIGNATURE TOTP WEBHOOK').split(' '));
/** Names of files and URLs that are credentials, and Bundler's variables for gem hosts. */
const KINDS = /WEBHOOK_?UR[IL]|DOCKER_?CONFIG_?JSON|(^|_)(SA|SERVICE_?ACCOUNT)_?JSON|(^|_)ID_(RSA|DSA|ECDSA|ED25519)|(^|_)P12$|^BUNDLE_\w+__\w+/i;
/** Words before `KEY` that name a key that is not secret. */
const PLAIN_KEYS = /^(CACHE|FOREIGN|HOST|INDEX|PARTITION|PRIMARY|PUBLIC|ROUTING|SORT|STATE)$/;
/** Whether `NAME=value` looks like a credential; without a value buildx takes it from its environment. */
function looksLikeCredential(buildArg) {
    const [name = '', ...value] = buildArg.split('=');
    return isCredentialName(name) && (value.length === 0 || value.join('=') !== '');
}
/** Whether a name looks like that of a credential: `GH_PAT`, `signingKey`, `DB_PWD_2`. */
function isCredentialName(name) {
    const words = name
        .replace(/([a-z])(?=[A-Z])/g, '$1_')
        .toUpperCase()
        .split(/[^A-Z0-9]+/)
        .map((word) => word.replace(/\d+$/, ''))
        .filter((word) => word !== '' && !/^(B|BASE|PROD|DEV|TEST|STAGING)$/.test(word));
    const last = words.at(-1) ?? '';
    const before = words.at(-2) ?? '';
    if (ANYWHERE.test(name) || KINDS.test(name))
        return true;
    if (/^KEYS?$/.test(last))
        return before !== '' && !PLAIN_KEYS.test(before);
    // `PWD` alone is the shell's working directory, and a bypass is not a password.
    if (last === 'PWD')
        return before !== '';
    return (LAST.has(last) || /((?<!BY|COM)PASS|.PWD|(SSH|GPG|PRIV|SIGNING|AUTH|DEPLOY|ENCRYPTION)KEY)$/.test(last));
}


/***/ }),

/***/ 1715:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ encodeFields),
/* harmony export */   q: () => (/* binding */ decodeFields)
/* harmony export */ });
/**
 * BuildKit reads a cache entry as one line of CSV: a field is quoted as a whole (`"dest=/a,b"`) or not at all, and
 * nothing is trimmed (buildx util/buildflags/cache.go, tonistiigi/go-csvvalue).
 */
function encodeFields(fields) {
    return fields
        .map((field) => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}
/**
 * The fields of one line of CSV, unquoted ones trimmed; throws an Error that says what is wrong. csv-parse does not
 * fit: it splits at line breaks, finds no field in an empty text, and locates an error only by its field.
 */
function decodeFields(line) {
    const fields = [];
    // One field and what ends it: a comma, or the line's end.
    const field = /\s*(?:"((?:[^"]|"")*)"\s*|([^",]*))(,|$)/y;
    do {
        const at = field.lastIndex;
        const match = field.exec(line);
        if (!match)
            throw new Error(`a double quote is out of place after character ${at}; quote the whole "name=value"`);
        fields.push(match[1]?.replaceAll('""', '"') ?? (match[2] ?? '').trim());
        if (match[3] === '')
            return fields;
    } while (field.lastIndex <= line.length);
    return fields;
}


/***/ }),

/***/ 7659:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ withoutTrailingSlashes)
/* harmony export */ });
/** An address without its trailing slashes, so that a path can be appended with a `/`. */
function withoutTrailingSlashes(url) {
    let end = url.length;
    while (url[end - 1] === '/')
        end--;
    return url.slice(0, end);
}


/***/ })

};
