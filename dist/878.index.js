export const id = 878;
export const ids = [878];
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
/** The same with BuildKit's default where none is given. */
function attributeOr(given, name, builtin) {
    return attribute(given, name) ?? builtin;
}
/** The same attributes with one value replaced, in its place. */
function replace(given, name, value) {
    return given.map(([it, old]) => [it, it === name ? value : old]);
}
/** readName() where one attribute is the name. */
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
// EXTERNAL MODULE: ./src/backends/backend.ts
var backend = __webpack_require__(4633);
// EXTERNAL MODULE: ./src/backends/exporter-attributes.ts
var exporter_attributes = __webpack_require__(3708);
// EXTERNAL MODULE: ./src/backends/value-types.ts
var value_types = __webpack_require__(4324);
;// CONCATENATED MODULE: ./src/backends/azblob.ts




/** BuildKit cleans what it joins: `a/../b` would be `b`. */
const cleanPath = {
    words: 'a path without empty parts, "." and ".."',
    check: (value) => /(^|\/)(\.{0,2})(\/|$)/.test(value.replace(/\/$/, ''))
        ? 'is not a path without empty parts, "." and ".."'
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
 * buildx fills nothing in, and the variables are those of BuildKit's server: we write them into the attributes.
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
            about: 'the container; BuildKit makes it where it is missing',
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
            about: "the account's key; BuildKit takes it in no other way than in the command. See credentials",
        },
        ...exporter_attributes/* exporter */.EJ,
    },
    readName: (0,backend/* nameIn */.ZC)('name'),
    exportTo: (given, keys) => [[...given, ['name', keys.join(';')]]],
    importFrom: (given, key) => [...given, ['name', key]],
    place: (given) => {
        const account = (0,backend/* attributeOr */.wA)(given, 'account_url', '').replace(/\/+$/, '');
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
            about: 'plain http, or TLS that is not checked',
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
            about: 'plain http, or TLS that is not checked',
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
        endpoint_url: { side: 'both', kind: value_types/* httpUrl */.q3, about: 'another service than Amazon' },
        prefix: { side: 'both', kind: value_types/* text */.Qq, about: 'in front of all names; a `/` is put at its end' },
        blobs_prefix: { side: 'both', kind: value_types/* text */.Qq, builtin: 'blobs/', about: 'in front of the layers; likewise' },
        manifests_prefix: {
            side: 'both',
            kind: value_types/* text */.Qq,
            builtin: 'manifests/',
            about: 'in front of the manifests; likewise',
        },
        use_path_style: {
            side: 'both',
            kind: value_types/* boolean */.zM,
            builtin: 'false',
            about: 'the bucket in the path and not in the host; with `endpoint_url`',
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
            about: 'how old a layer may grow before an export that uses it renews its time',
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
            about: 'how the client tries again',
        },
        retry_max_attempts: {
            side: 'both',
            kind: (0,value_types/* integer */.nd)(1),
            builtin: '3',
            since: 'BuildKit 0.30',
            about: 'how often',
        },
        ...Object.fromEntries(
        // estargz would be taken, and written as gzip.
        Object.entries((0,exporter_attributes/* compression */.HT)('uncompressed', 'gzip', 'zstd')).map(([name, it]) => [
            name,
            { ...it, since: 'BuildKit 0.34' },
        ])),
        ...exporter_attributes/* exporter */.EJ,
    },
    readName: (given) => (0,backend/* nameIn */.ZC)('name')(given.map(endInSlash)),
    // A second name costs one small object; an import reads the first name only.
    exportTo: (given, keys) => [[...given, ['name', keys.join(';')]]],
    importFrom: (given, key) => [...given, ['name', key]],
    place: (given) => {
        const service = (0,backend/* attributeOr */.wA)(given, 'endpoint_url', '').replace(/\/+$/, '');
        const folder = (0,backend/* attributeOr */.wA)(given, 'prefix', '') + (0,backend/* attributeOr */.wA)(given, 'manifests_prefix', 'manifests/');
        return `s3 ${service} ${(0,backend/* attribute */.lt)(given, 'bucket')} ${folder}`;
    },
};
/** BuildKit puts prefixes in front as plain text: `a` and `ab/c` would meet. */
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
            // buildx says what is wrong with it, and the command is printed all the same.
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

/** What every exporter takes (buildkit control/control.go). The defaults: all layers, and never a red build. */
const exporter = {
    mode: {
        side: 'export',
        kind: (0,_value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)('min', 'max'),
        default: 'max',
        about: 'the layers of the result alone, or of all stages',
    },
    'ignore-error': {
        side: 'export',
        kind: _value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM,
        default: 'true',
        about: 'a failed export leaves the build green',
    },
};
/** What the two backends of OCI manifests take (buildkit util/compression/attrs.go, cache/remotecache). */
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
            builtin: 'gzip; zstd where every image is written in zstd',
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
            about: 'compress again what is compressed another way',
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
            about: 'the runner gives it to actions',
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
            about: 'of the service',
        },
        timeout: {
            side: 'export',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
            builtin: '10m',
            since: 'BuildKit 0.13',
            about: 'how long to try again when GitHub answers "too many requests"',
        },
        repository: {
            side: 'export',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
            since: 'BuildKit 0.14',
            about: 'with `ghtoken`: one listing by the API instead of a question for each layer',
        },
        ghtoken: {
            side: 'export',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
            secret: true,
            since: 'BuildKit 0.14',
            about: 'a token that may read Actions; it stands in the command, where BuildKit takes it alone',
        },
        ..._exporter_attributes_js__WEBPACK_IMPORTED_MODULE_0__/* .exporter */ .EJ,
    },
    readName: (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .nameIn */ .ZC)('scope'),
    exportTo: (given, keys) => keys.map((key) => [...given, ['scope', scopeOf(key)]]),
    importFrom: (given, key) => [...given, ['scope', scopeOf(key)]],
    place: (given) => `gha ${(0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url_v2') ?? (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url') ?? ''}`,
};
/** The spec says itself where the service is, so that no variable has to. */
function namesService(given) {
    return (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url') !== undefined || (0,_backend_js__WEBPACK_IMPORTED_MODULE_2__/* .attribute */ .lt)(given, 'url_v2') !== undefined;
}
/** BuildKit looks its index up by prefix, `index-<scope>-1-…`: no key ends in or holds `--`, so none reads another. */
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
 * A directory in the OCI layout: the key is the tag in its index.json, so that many scopes share the blobs.
 * Attributes: buildkit cache/remotecache/local/local.go and client/solve.go. `reset` is left out: our own sweep
 * does what it does and knows of the builds beside this one (docs/local.md); and `digest`, which names one cache
 * for good.
 */
const local = {
    type: 'local',
    attributes: {
        dest: {
            side: 'both',
            kind: _value_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq,
            builtin: 'a directory of our own',
            about: "the directory, `~/` for the home folder; it is also read from. Without it we keep one, which travels by GitHub's cache service",
        },
        tag: { side: 'both', kind: _value_types_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq, since: 'BuildKit 0.11', about: 'the cache name' },
        ..._exporter_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .exporter */ .EJ,
        ..._exporter_attributes_js__WEBPACK_IMPORTED_MODULE_1__/* .ociManifest */ .F7,
    },
    readName: (0,_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .nameIn */ .ZC)('tag'),
    // BuildKit writes one tag of a directory in a build; the others are ours to add (local/publish.ts).
    exportTo: (given, [key = '']) => [[...given, ['tag', key]]],
    importFrom: (given, key) => [...given.map(fromDest), ['tag', key]],
    place: (given) => `local ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,_backend_js__WEBPACK_IMPORTED_MODULE_3__/* .attribute */ .lt)(given, 'dest') ?? 'a directory of our own')}`,
};
/**
 * The attributes with `~` and `~/…` in dest spelled out, which neither buildx nor a shell does here; throws an Error in
 * words where that cannot be.
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
/** BuildKit calls the directory `dest` where it writes and `src` where it reads. */
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
/** What is wrong with it, where that has a name, and what to write. */
function whyNot(text) {
    const instead = 'is not an image reference such as ghcr.io/owner/app/cache';
    if (text.includes('://'))
        return `${instead}; leave "://" and what is in front of it out`;
    // A branch in it, most likely.
    if (/:[^/:]*[^/:\d][^/:]*\//.test(text))
        return `${instead}; a tag has no "/", and branches are told apart without it`;
    return hasReferenceGap(text) ? `${instead}; ${_value_types_js__WEBPACK_IMPORTED_MODULE_0__/* .GAP */ .Rd}` : instead;
}
/** Two separators side by side or one at an end: `/app/cache` and `ghcr.io//app`, where a registry or an owner is missing. */
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
/** A service's address and no more: what follows a `?` or stands before an `@` is a credential, and none of it is used. */
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
/** No host, or a host with two separators side by side or at an end: `https://.blob.core.windows.net`. */
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
/** A name that BuildKit would not take for several, and that needs no quoting. */
const plainName = matching('a name without "," and ";"', /^[^,;]+$/);


/***/ }),

/***/ 466:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ messages)
/* harmony export */ });
/**
 * The words of BuildKit and buildx that decide what a failed build's cause was, and what came of an import: not part of
 * any interface, so a new version may change them. `script/messages` makes BuildKit say each of them and reports those
 * that it no longer says (e2e/messages). Names of vertices are in vertex-names.ts, reasons for people in
 * error-messages.ts. The patterns of a build's last error are tried on the text after `failed to solve: `.
 */
const messages = {
    /** buildx prints it last; what follows is the cause. The lines of `(*service)` are the transfers' own. */
    finalError: /^ERROR: (?!\(\*service\))/,
    /** What stands before the cause. */
    beforeCause: /^ERROR: (failed to build: )?(failed to solve: )?/,
    // Exports. The first three come before the build, and ignore-error does not cover them (buildkit control/control.go).
    exporterNotConfigured: /^failed to configure (\w+) cache exporter: /,
    exporterUnknown: /^unknown cache exporter: "(\w+)"/,
    exporterTwice: /^duplicate cache exports \[(\w+)/,
    /** buildx waits 5 s for a build to begin. */
    neverBegan: /^failed to receive status: .*no such job/,
    /** buildx itself writes the directory and its index (buildkit client/solve.go). */
    directoryNotWritten: /^(?:could not \w+|mkdir|open|write|rename|stat|lstat|chmod|sync) "?([^\n]+)/,
    /** Two builds make azblob's container at once. */
    containerIsThere: /^failed to configure azblob cache exporter: .*ContainerAlreadyExists/s,
    // Layers that a cache promised and that cannot be read.
    beforeReadFailure: /^(failed to (compute cache key|load cache key|prepare [^:]+|get reader): )+/,
    s3Layer: /operation error S3: |checksum did not match: algorithm CRC/,
    registryLayer: /could not fetch content descriptor|httpReadSeeker: /,
    /** azblob's, and gha's, whose blobs are there. */
    azureLayer: /^GET https?:\/\/[^\n]*\n-{10,}/,
    localLayer: /rpc error: code = NotFound desc = content sha256:/,
    /** Whoever it was. Of a layer that broke off 0.34 says its offset is unsupported, since it cannot go on in it. */
    anyLayer: /^failed to copy: |^short read: expected \d+ bytes|^unexpected EOF|^unsupported offset\b|unexpected commit digest sha256:|failed size validation/,
    /** While an image is pushed its layers are read, and written to a registry, whose words come after these. */
    push: /^failed to push \S+: /,
    /** What only a write, or a question to the registry that is pushed to, says. */
    pushTarget: /(Head|Post|Put|Patch) "|from (HEAD|POST|PUT|PATCH) request to|^(push|pull) access denied|^failed to (authorize|fetch oauth token)|^(server message|denied|unauthorized)/,
    /** A step's own failure, a file that is not there, an image that is not there. */
    ownFailure: /^(process "|failed to calculate checksum|failed to read dockerfile|dockerfile parse error)/,
    // The builder.
    builderSpoilt: /^failed to prepare .*: parent snapshot \S+ does not exist: not found/m,
    builderDied: /rpc error: code = Unavailable|error reading from server: EOF/,
    /** Of a vertex: a failure elsewhere or a signal cut it off, or it was not needed any more. */
    cancelled: /context canceled$/,
    // Imports.
    /** The error of a registry's import whose tag is not there; the reference is its. */
    registryMissing: /^failed to configure registry cache importer: (\S+): not found$/,
    /** azblob's import says how many layers it found, and nothing where it found none. */
    layersFound: /^found [1-9]\d* layers in cache$/,
    /** buildx warns of a directory that it leaves out. What steps print begins with their number. */
    localImport: /^(WARN|time=).*local cache import at /,
};


/***/ }),

/***/ 9878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishBuild: () => (/* binding */ finishBuild),
  removeDirectory: () => (/* binding */ removeDirectory),
  runBuild: () => (/* binding */ runBuild),
  withDirectory: () => (/* binding */ withDirectory)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/buildkit/messages.ts
var messages = __webpack_require__(466);
;// CONCATENATED MODULE: ./src/lib/lines.ts
const LONGEST = 65_536;
/** Hands on a text line by line, however it is cut as it passes; of a very long line the end. */
function lineReader(take) {
    let rest = '';
    return (text) => {
        const lines = (rest + text).split('\n');
        rest = (lines.pop() ?? '').slice(-LONGEST);
        for (const line of lines)
            take(line);
    };
}
/** Keeps those lines of a text that match, however the text is cut as it passes. */
function lineFilter(pattern) {
    const kept = [];
    const read = lineReader((line) => {
        if (kept.length < 1000 && pattern.test(line))
            kept.push(line.trimEnd());
    });
    return {
        read,
        end: () => {
            read('\n');
            return kept;
        },
    };
}

// EXTERNAL MODULE: ./src/lib/make-folder.ts
var make_folder = __webpack_require__(2570);
// EXTERNAL MODULE: ./src/runner/cancel.ts
var cancel = __webpack_require__(4990);
// EXTERNAL MODULE: ./src/runner/state.ts
var state = __webpack_require__(6003);
// EXTERNAL MODULE: ./src/backends/entry-secrets.ts
var entry_secrets = __webpack_require__(8953);
// EXTERNAL MODULE: ./src/inputs/credential-names.ts
var credential_names = __webpack_require__(3989);
// EXTERNAL MODULE: ./src/runner/hide.ts
var runner_hide = __webpack_require__(2632);
// EXTERNAL MODULE: ./src/runner/safe-line.ts
var safe_line = __webpack_require__(5072);
;// CONCATENATED MODULE: ./src/buildx/command-line.ts




/**
 * The command as one line that bash reads back as the same words, with credentials left out. A word stands in it
 * character for character, so that the runner finds a secret in it, or without its value; of URLs in the caches and in
 * the context, which is the last word, only what can be a credential is left out.
 */
function formatCommand(words, secrets = []) {
    const hide = (0,runner_hide/* hider */.Hj)(secrets);
    return words
        .map((word, i) => {
        const [flag, isContext] = [words[i - 1] ?? '', i === words.length - 1];
        return quote(redact(hide(word), flag, isContext));
    })
        .join(' ');
}
/** In single quotes, or in double ones, where neither has to be interrupted. */
function quote(word) {
    if (/^[\w@%+=:,./-]+$/.test(word))
        return word;
    // The runner reads a command of its own behind `##[` anywhere in a line.
    if (!(0,safe_line/* isVisible */.zN)(word) || word.includes('##['))
        return `'${withoutValue(word)}'`;
    if (!word.includes("'"))
        return `'${word}'`;
    return /["$`\\!]/.test(word) ? `'${withoutValue(word)}'` : `"${word}"`;
}
/** The name, where there is one; the beginning of a URL is none. */
function withoutValue(word) {
    const [name = ''] = /^(?:[\w@%+,.-]|\/(?!\/))+=/.exec(word) ?? [];
    return `${name}***`;
}
function redact(word, flag, isContext) {
    if (flag === '--build-arg' && (0,credential_names/* looksLikeCredential */.P)(word))
        return word.replace(/=.+$/s, '=***');
    if (/^--cache-(from|to)$/.test(flag))
        return withoutKeys((0,runner_hide/* cutCredentials */.vs)(word));
    if (isContext)
        return (0,runner_hide/* withoutCredentials */.ri)(word);
    return mayHoldCredential(word) ? withoutValue(word) : word;
}
/**
 * Whether a URL in a word may hold a user or a query that is a credential. What is left of such a word could be a piece
 * of a secret with a URL in it. An `@` of a later word counts: the line as a whole is looked at again.
 */
function mayHoldCredential(word) {
    const followed = `${word} @`;
    return (0,runner_hide/* withoutCredentials */.ri)(followed) !== followed;
}
const key = new RegExp(String.raw `(\b(?:${[...entry_secrets/* secretNames */.XG].join('|')})\s*=)[^,]+`, 'gi');
/** However short a key is: secrets of fewer characters are not looked for. */
function withoutKeys(entry) {
    return entry.replace(key, '$1***');
}

// EXTERNAL MODULE: ./src/buildx/failure.ts
var failure = __webpack_require__(1666);
// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __webpack_require__(213);
;// CONCATENATED MODULE: ./src/buildx/results.ts

/** In bytes; provenance and build checks are the most of it. */
const MOST = 64_000_000;
/** Reads the result files; buildx writes them only where the build succeeded. Never throws. */
function readResults(files) {
    const metadata = parse(results_text(files.metadataFile));
    const digest = metadata?.['containerimage.digest'];
    return { imageId: results_text(files.imageIdFile), digest: typeof digest === 'string' ? digest : '', metadata };
}
function results_text(path) {
    try {
        return (0,bounded_file/* readBounded */.C)(path, MOST).trim();
    }
    catch {
        return '';
    }
}
function parse(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/buildx/run.ts
var run = __webpack_require__(4461);
;// CONCATENATED MODULE: ./src/buildx/build.ts











// In characters: enough for the error that ends a build, which repeats the step's script several times.
const TAIL = 131_072;
/**
 * Runs the build once, with no results of an earlier run in its place. `onCommand` gets the command, fit to be printed;
 * `start` starts the process.
 */
async function runBuild(buildx, { args, env, secrets, files }, onCommand, watch, start = run.stream) {
    for (const file of [files.imageIdFile, files.metadataFile])
        (0,external_node_fs_.rmSync)(file, { force: true });
    onCommand(formatCommand([buildx.program, ...buildx.prefix, ...args], secrets));
    let [tail, errors, stdout] = ['', '', ''];
    const warnings = lineFilter(messages/* messages */.D.localImport);
    const lines = lineReader((line) => watch?.read(line));
    const onOutput = (text, isStdout) => {
        tail = (tail + text).slice(-TAIL);
        if (isStdout) {
            stdout = (stdout + text).slice(0, TAIL);
            return;
        }
        errors = (errors + text).slice(-TAIL);
        warnings.read(text);
        lines(text);
    };
    const began = Date.now();
    const exitCode = await start(buildx, args, { ...env, BUILDX_METADATA_WARNINGS: 'true' }, { onOutput, cut: watch?.cut });
    return { exitCode, tail, errors, stdout, warnings: warnings.end(), began, ended: Date.now() };
}
/** What the last run of a build left; its builder is not asked yet. */
function finishBuild({ isCheck, builder, nodes, withImports, files }, { exitCode, tail, stdout, warnings, began, ended }) {
    const results = readResults(files);
    const named = results.metadata?.['buildx.build.ref'];
    const ref = typeof named === 'string' ? named : undefined;
    const checks = isCheck ? (0,failure/* whatChecksFound */.yD)(stdout) : '';
    return {
        hasBegun: exitCode === 0 || /^#\d+ |failed to solve/m.test(tail),
        failure: exitCode === 0 ? undefined : (0,failure/* whyFailed */.KE)(wholeLines(tail), exitCode, checks),
        results,
        wanted: { ref, builder, nodes, began, ended, withImports },
        warnings,
    };
}
/** The first line of what was cut off at its beginning may be half a line. */
function wholeLines(tail) {
    return tail.length < TAIL ? tail : tail.slice(tail.indexOf('\n') + 1 || tail.length);
}
/**
 * Runs `work` with a directory of its own in one of `parents`, the first that can be written, which is made where it
 * is missing. It holds secrets: it is gone afterwards, also where the job is cancelled, and at the latest with post.
 */
async function withDirectory(parents, work) {
    const directory = makeDirectory(parents);
    (0,state/* leave */.qG)('directory', directory);
    const forget = (0,cancel/* atEnd */.tE)(() => removeDirectory(directory));
    try {
        return await work(directory);
    }
    finally {
        forget();
        removeDirectory(directory);
    }
}
const NAME = 'buildx-branch-cache-';
function makeDirectory([parent = '', ...others]) {
    try {
        (0,make_folder/* makeFolder */.f)(parent);
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, NAME));
    }
    catch (error) {
        if (others.length > 0)
            return makeDirectory(others);
        throw new Error(`the secrets and results of the build need a folder that can be written: ${error.message}`);
    }
}
/** Removes a directory of `withDirectory`, and no other; never throws, since post tries again. */
function removeDirectory(directory) {
    if (!(0,external_node_path_.basename)(directory).startsWith(NAME))
        return;
    try {
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    }
    catch {
        return;
    }
}


/***/ }),

/***/ 1666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ whyFailed),
/* harmony export */   LA: () => (/* binding */ hasNoPlugin),
/* harmony export */   Mf: () => (/* binding */ checkoutHint),
/* harmony export */   Yp: () => (/* binding */ NO_PLUGIN),
/* harmony export */   yD: () => (/* binding */ whatChecksFound)
/* harmony export */ });
const NO_PLUGIN = 'docker has no buildx plugin: add docker/setup-buildx-action before this step';
/** Whether docker itself answered `docker buildx version`, since it knows no `buildx`. */
function hasNoPlugin(output) {
    return UNKNOWN.test(output) || /^(Run|See) 'docker --help'/m.test(output);
}
const UNKNOWN = /unknown command: docker buildx|'buildx' is not a docker command/;
/** Added to a failure that is about a missing file where nothing is checked out; empty for any other. */
function checkoutHint(failure, isNothingThere) {
    const [first = ''] = failure.split('\n');
    return isNothingThere && MISSING.test(first)
        ? '\nThe workspace is empty: add actions/checkout before this step.'
        : '';
}
const MISSING = /failed to read dockerfile: |unable to prepare context: path |resolve : lstat |failed to calculate checksum of ref .*not found/;
/** How many of a failing step's last lines the message repeats. */
const STEP_LINES = 10;
/** In characters: a longer line is repeated without what makes it long, or not at all. No mask finds a secret that was cut. */
const LONGEST = 2_000;
/**
 * The end of what buildx printed -> why it failed: its error, and the failing step with its last lines. `checks`
 * is what a failed `call: check` found.
 */
function whyFailed(tail, exitCode, checks) {
    if (UNKNOWN.test(tail))
        return NO_PLUGIN;
    if (checks !== '')
        return checks;
    const lines = tail.split(/\r?\n/);
    const error = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line.trim() !== '');
    const step = failingStep(lines);
    return [`buildx failed with: ${shortError(error?.trim() ?? '') || `exit code ${exitCode}`}`, ...step].join('\n');
}
/** An error without the command of the step, which may be a script; empty where it is too long all the same. */
function shortError(error) {
    if (error.length <= LONGEST)
        return error;
    const short = error.replace(/\bprocess ".*" did not /, 'process "…" did not ');
    return short.length <= LONGEST ? short : '';
}
/**
 * What a failed `call: check` or `lint` printed -> the line that says what it found, its first (docker/buildx#2647);
 * empty where it printed nothing.
 */
function whatChecksFound(stdout) {
    if (/^\s*[{[]/.test(stdout))
        return 'the build checks found problems: their JSON is in the log';
    return (stdout.split('\n').find((line) => line.trim() !== '') ?? '').trim();
}
/** buildx repeats the failing step between two lines of dashes: ` > [2/3] RUN make:` and its last output. */
function failingStep(lines) {
    const head = lines.findLastIndex((line) => /^ > .*:$/.test(line));
    if (head < 0)
        return [];
    const end = lines.findIndex((line, i) => i > head && /^-{6,}$/.test(line));
    const output = lines.slice(head + 1, end < 0 ? undefined : end);
    const last = output.slice(-STEP_LINES).map((line) => (line.length <= LONGEST ? line : '…'));
    const step = (lines[head] ?? '').trim();
    return [step.length <= LONGEST ? step : `${/^> \[[^\]]*\] \w+/.exec(step)?.[0] ?? '>'} …:`, ...last];
}


/***/ }),

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBuildx: () => (/* binding */ findBuildx),
/* harmony export */   flockNow: () => (/* binding */ flockNow),
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   runToItsEnd: () => (/* binding */ runToItsEnd),
/* harmony export */   stream: () => (/* binding */ stream)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8701);
/* harmony import */ var _runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4990);






/** docker with its plugin, else `buildx` alone; throws where neither is on PATH. */
async function findBuildx() {
    const [docker, alone] = await Promise.all([(0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('docker'), (0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('buildx')]);
    if (docker !== '')
        return { program: docker, prefix: ['buildx'] };
    if (alone !== '')
        return { program: alone, prefix: [] };
    throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step');
}
/** In milliseconds: what docker answers, it answers in a second or two; a remote builder is given up after 20 s. */
const LIMIT = 30_000;
/** In characters: what is wanted of an answer. */
const MOST = 64_000_000;
/** In milliseconds: how long what a process leaves behind may hold its streams. */
const LINGER = 2_000;
/**
 * Asks docker something in silence. Every question has an end: after the limit, with an answer that is too long, or
 * with the action itself the process is killed, with all that it started.
 */
function query({ program, prefix }, args, env, { limitMs = LIMIT, keep = () => true, input } = {}) {
    // docker starts buildx, which starts others: a group of their own can be ended as one. Windows has none.
    const detached = process.platform !== 'win32';
    const [out, err] = [collector(keep), collector(() => true)];
    const answer = (exitCode, isLate = false) => ({
        ...{ exitCode, isLate, stdout: out.text(), stderr: err.text() },
    });
    let child;
    try {
        child = spawnPiped(program, [...prefix, ...args], { env, detached }, input);
    }
    catch {
        return Promise.resolve(answer(127)); // an environment that the system does not take
    }
    const kill = () => killGroup(child, detached);
    const forget = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .atEnd */ .tE)(kill);
    const timers = [];
    return new Promise((done) => {
        const give = (text, to) => {
            if (to.add(text))
                return;
            kill();
            done(answer(1));
        };
        child.stdout.setEncoding('utf8').on('data', (text) => give(text, out));
        child.stderr.setEncoding('utf8').on('data', (text) => give(text, err));
        child
            .on('error', () => done(answer(127)))
            .on('exit', (code) => timers.push(setTimeout(() => done(answer(code ?? 1)), LINGER)))
            .on('close', (code) => done(answer(code ?? 1)));
        const late = () => {
            kill();
            done(answer(1, true));
        };
        timers.push(setTimeout(late, limitMs));
    }).finally(() => {
        child.removeAllListeners('exit');
        timers.forEach(clearTimeout);
        forget();
        closeStreams(child);
    });
}
/**
 * Runs in silence what must not be killed half-way, such as a removal. It is waited for `limitMs` milliseconds, after
 * which the result is undefined and the process goes on, also after the action itself.
 */
async function runToItsEnd({ program, prefix }, args, env, limitMs) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 1955));
    const limit = new AbortController();
    const late = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
    // It splits its first argument at blanks.
    const running = getExecOutput(`"${program}"`, [...prefix, ...args], {
        ...{ env, silent: true, ignoreReturnCode: true },
    });
    return Promise.race([running, late]).finally(() => limit.abort());
}
function spawnPiped(program, args, options, input) {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { ...options, stdio: [stdin, 'pipe', 'pipe'] });
    // One that does not read ends the pipe, which is its own affair.
    child.stdin?.on('error', () => { }).end(input);
    return child;
}
/** Takes a text in pieces; `add` is false once there is too much of what is kept. */
function collector(keep) {
    const kept = [];
    let [length, rest] = [0, ''];
    const take = (line) => {
        if (!keep(line))
            return;
        length += line.length + 1;
        kept.push(line);
    };
    return {
        add: (text) => {
            const lines = text.split('\n');
            lines[0] = rest + lines[0];
            rest = lines.pop() ?? '';
            lines.forEach(take);
            return length + rest.length <= MOST;
        },
        text: () => [...kept, ...(keep(rest) ? [rest] : [])].join('\n'),
    };
}
function killGroup(child, isGroup) {
    try {
        if (isGroup && child.pid !== undefined)
            process.kill(-child.pid, 'SIGKILL');
        else
            child.kill('SIGKILL');
    }
    catch {
        return; // it has ended
    }
}
/** In milliseconds: how long buildx has to end after it was interrupted; it needs 5 s where its builder hangs. */
const GRACE = 15_000;
/** In milliseconds: the same after the job was cancelled, when the runner gives us 10 s in all. */
const GRACE_OF_RUNNER = 9_000;
/**
 * Runs a build, or what else takes long. What it prints goes to the user untouched and, as text, to `onOutput`; both
 * its streams go to our stdout, so that the log keeps their order. The result is the exit code, as a shell tells it of a
 * process that was killed. Where the job is
 * cancelled meanwhile, it throws when buildx has ended: nothing that follows is begun. `cut` interrupts it.
 */
async function stream(buildx, args, env, { onOutput, cut }) {
    const child = spawnPiped(buildx.program, [...buildx.prefix, ...args], { env });
    let isLineOpen = false;
    for (const output of [child.stdout, child.stderr]) {
        const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder(); // a letter of several bytes may arrive in two pieces
        output.on('data', (bytes) => {
            process.stdout.write(bytes);
            isLineOpen = bytes.at(-1) !== 0x0a;
            onOutput(decoder.write(bytes), output === child.stdout);
        });
    }
    // A cancelled job interrupts us alone: buildx has to hear of it to stop its build.
    let by;
    const endFor = ender(child);
    const release = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .onCancel */ .Ao)((signal) => {
        by = signal;
        endFor(signal, GRACE_OF_RUNNER);
    });
    const forget = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .atEnd */ .tE)(() => child.kill('SIGKILL'));
    const interrupt = () => endFor('SIGINT', GRACE);
    if (cut?.aborted)
        interrupt();
    cut?.addEventListener('abort', interrupt, { once: true });
    try {
        const exitCode = await new Promise((done, fail) => {
            child
                .on('error', fail)
                .on('exit', () => setTimeout(() => closeStreams(child), LINGER * 5).unref())
                .on('close', (code, signal) => done(code ?? 128 + (signal ? node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal] : 0)));
        });
        if (by)
            throw new Error(`cancelled by ${by}`);
        return exitCode;
    }
    finally {
        // The runner reads its commands at the beginning of a line.
        if (isLineOpen)
            process.stdout.write(node_os__WEBPACK_IMPORTED_MODULE_1__.EOL);
        endFor.stop();
        forget();
        release();
        cut?.removeEventListener('abort', interrupt);
    }
}
/** Sends a process a signal, and ends it for good where that is not enough. */
function ender(child) {
    let timer;
    const end = (signal, graceMs) => {
        child.kill(signal);
        timer ??= setTimeout(() => {
            child.kill('SIGKILL');
            closeStreams(child); // its plugin may live on and hold them
        }, graceMs);
    };
    return Object.assign(end, { stop: () => clearTimeout(timer) });
}
function closeStreams({ stdout, stderr }) {
    stdout.destroy();
    stderr.destroy();
}
/**
 * Takes a flock(2) on an open file, which is ours for as long as its descriptor is open: the lock belongs to the open
 * file and not to the process that asked for it, and Node itself cannot ask. Nobody waits: false where another has it;
 * undefined where that cannot be told, for want of util-linux' or BusyBox' `flock`.
 */
function flockNow(fd, mode) {
    const flag = mode === 'shared' ? '-s' : '-x';
    return new Promise((done) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)('flock', [flag, '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', fd] })
            .on('error', () => done(undefined))
            .on('close', (code) => done(code === 0 ? true : code === 1 ? false : undefined));
    });
}


/***/ }),

/***/ 3989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ looksLikeCredential),
/* harmony export */   h: () => (/* binding */ isCredentialName)
/* harmony export */ });
// Users put credentials into build arguments against all advice: the name is the only sign of it.
const ANYWHERE = /TOKEN(?!I[ZS])|SECRET|PASSW|PASS_?PHRASE|CREDENTIAL|CONN(ECTION)?_?STR|(API|PRIVATE|ACCESS)_?KEY/i;
// As the last word: `AUTH_URL` is none, `NPM_AUTH` is one.
const LAST = new Set(('AUTH AUTHORIZATION AUTHTOKEN BEARER COOKIE COOKIES CRED CREDS DSN HMAC HTPASSWD JWT JWTS KUBECONFIG NETRC ' +
    'KEYSTORE KEYTAB MNEMONIC NPMRC OTP PASS PAT PATS PEM PFX SALT SAS SIGNATURE TOTP WEBHOOK').split(' '));
/** What files and addresses that are credentials are called, and Bundler's variables for the hosts of gems. */
const KINDS = /WEBHOOK_?UR[IL]|DOCKER_?CONFIG_?JSON|(^|_)(SA|SERVICE_?ACCOUNT)_?JSON|(^|_)ID_(RSA|DSA|ECDSA|ED25519)|(^|_)P12$|^BUNDLE_\w+__\w+/i;
/** Keys that anybody may know. */
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
    // Alone it is the folder that a shell is in, and a bypass is something else.
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
 * BuildKit reads a cache entry as one line of CSV: a field is quoted as a whole (`"dest=/a,b"`) or not at all,
 * and it trims nothing (buildx util/buildflags/cache.go, tonistiigi/go-csvvalue).
 */
function encodeFields(fields) {
    return fields
        .map((field) => (/[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
        .join(',');
}
/** The fields of one line of CSV, blanks around unquoted ones trimmed; throws an Error that says what is wrong. */
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

/***/ 2570:
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


/***/ })

};
