import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 4633:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
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

/***/ 1431:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ backends)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/lib/trailing-slashes.ts
var trailing_slashes = __nccwpck_require__(7659);
// EXTERNAL MODULE: ./src/backends/backend.ts
var backend = __nccwpck_require__(4633);
// EXTERNAL MODULE: ./src/backends/exporter-attributes.ts
var exporter_attributes = __nccwpck_require__(3708);
// EXTERNAL MODULE: ./src/backends/value-types.ts
var value_types = __nccwpck_require__(4324);
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

;// CONCATENATED MODULE: ./src/backends/gha.ts



/**
 * GitHub's cache service: the key is the scope. Attributes: buildkit cache/remotecache/gha/gha.go; buildx fills
 * token and URLs in from the environment.
 */
const gha = {
    type: 'gha',
    attributes: {
        scope: { side: 'both', kind: value_types/* plainName */.MH, about: 'the cache name' },
        token: {
            side: 'both',
            kind: value_types/* text */.Qq,
            secret: true,
            movesToEnv: 'ACTIONS_RUNTIME_TOKEN',
            about: 'the runner provides it to actions',
        },
        url: { side: 'both', kind: value_types/* httpUrl */.q3, builtin: '`ACTIONS_CACHE_URL`', about: 'the service, version 1' },
        url_v2: {
            side: 'both',
            kind: value_types/* httpUrl */.q3,
            builtin: '`ACTIONS_RESULTS_URL`',
            since: 'BuildKit 0.20, buildx 0.21',
            about: 'the service, version 2',
        },
        version: {
            side: 'both',
            kind: (0,value_types/* oneOf */.yL)('1', '2'),
            builtin: 'by `ACTIONS_CACHE_SERVICE_V2`',
            since: 'BuildKit 0.20, buildx 0.21',
            about: 'the version of the service',
        },
        timeout: {
            side: 'export',
            kind: value_types/* duration */.p0,
            builtin: '10m',
            since: 'BuildKit 0.13',
            about: 'how long to retry when GitHub returns "too many requests"',
        },
        repository: {
            side: 'export',
            kind: value_types/* text */.Qq,
            since: 'BuildKit 0.14',
            about: 'with `ghtoken`: one API listing instead of one request per layer',
        },
        ghtoken: {
            side: 'export',
            kind: value_types/* text */.Qq,
            secret: true,
            since: 'BuildKit 0.14',
            about: 'a token with read access to Actions; BuildKit accepts it only on the command line',
        },
        ...exporter_attributes/* exporter */.EJ,
    },
    readName: (0,backend/* nameIn */.ZC)('scope'),
    exportTo: (given, keys) => keys.map((key) => [...given, ['scope', scopeOf(key)]]),
    importFrom: (given, key) => [...given, ['scope', scopeOf(key)]],
    place: (given) => `gha ${(0,backend/* attribute */.lt)(given, 'url_v2') ?? (0,backend/* attribute */.lt)(given, 'url') ?? ''}`,
};
/** The spec contains the service's address, so no variable is needed. */
function namesService(given) {
    return attribute(given, 'url') !== undefined || attribute(given, 'url_v2') !== undefined;
}
/**
 * BuildKit looks its index up by prefix, `index-<scope>-1-…`: no key contains `--`, so none matches another's index.
 */
function scopeOf(key) {
    return `${key}-`;
}

// EXTERNAL MODULE: ./src/backends/reference.ts
var reference = __nccwpck_require__(3796);
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
var local = __nccwpck_require__(7490);
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
const backends = { gha: gha, registry: registry, local: local/* local */.s, s3: s3, azblob: azblob, inline: inline };


/***/ }),

/***/ 8953:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   XG: () => (/* binding */ secretNames),
/* harmony export */   cl: () => (/* binding */ spellings)
/* harmony export */ });
/* unused harmony export secretsInEntries */
/* harmony import */ var _backends_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1431);


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
            return decodeFields(entry).flatMap((field) => {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ exporter),
/* harmony export */   F7: () => (/* binding */ ociManifest),
/* harmony export */   HT: () => (/* binding */ compression)
/* harmony export */ });
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4324);

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

/***/ 7490:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ atHome),
/* harmony export */   s: () => (/* binding */ local)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _backend_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4633);
/* harmony import */ var _exporter_attributes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3708);
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4324);




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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   JA: () => (/* binding */ canonicalRepository),
/* harmony export */   ir: () => (/* binding */ reference)
/* harmony export */ });
/* harmony import */ var _value_types_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4324);

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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MH: () => (/* binding */ plainName),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Rd: () => (/* binding */ GAP),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   q3: () => (/* binding */ httpUrl),
/* harmony export */   yL: () => (/* binding */ oneOf),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* harmony import */ var _lib_go_boolean_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5860);

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

/***/ 9400:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ judgeScope),
/* harmony export */   FF: () => (/* binding */ judgeKey),
/* harmony export */   NB: () => (/* binding */ whyDead),
/* harmony export */   Sl: () => (/* binding */ livingParts),
/* harmony export */   bz: () => (/* binding */ isProtected)
/* harmony export */ });
/* unused harmony exports partsOf, branchOf */
/* harmony import */ var _events_branch_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6473);
/* harmony import */ var _keys_key_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8947);
/* harmony import */ var _keys_parse_key_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6409);
/* harmony import */ var _keys_sanitize_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1397);




/** The branch parts of all keys that a run of this repository may still read. */
function livingParts({ branches, pulls }) {
    return new Set([
        ...branches.flatMap((name) => partsOfBranch(name)),
        ...pulls.map((number) => (0,_keys_key_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPart */ .E)({ kind: 'pull', number })),
    ]);
}
const partsOfBranch = (name) => [
    (0,_keys_key_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPart */ .E)((0,_events_branch_js__WEBPACK_IMPORTED_MODULE_3__/* .branch */ .t)(name)),
    (0,_keys_key_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPart */ .E)({ kind: 'queue', base: name }),
];
/** The branch parts that the event is about. */
function partsOf(only) {
    return only.flatMap((it) => (it.kind === 'branch' ? partsOfBranch(it.name) : (0,_keys_key_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPart */ .E)(it)));
}
/**
 * The verdict on a scope by its key alone, if it is kept whatever its record says, so that the record need not be read;
 * undefined if the record decides.
 */
function judgeKey(key, rules) {
    const parts = (0,_keys_parse_key_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKey */ .D)(key);
    if (!parts)
        return foreign('its name is not a key');
    const who = branchOf(parts.branch);
    if (rules.living.has(parts.branch)) {
        const why = who?.kind === 'pull' ? 'its pull request is open' : 'its branch exists';
        return { fate: 'kept', why, branch: who };
    }
    if (rules.names && !rules.names.has(parts.name))
        return { fate: 'kept', why: 'of an image that is not in `images`', branch: who };
    if (rules.only && !partsOf(rules.only).includes(parts.branch))
        return { fate: 'kept', why: 'not of the branch in the event', branch: who };
    return undefined;
}
/** The verdict on a scope of a store that several repositories may share. */
function judgeScope(scope, rules) {
    const parts = (0,_keys_parse_key_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKey */ .D)(scope.key);
    const early = judgeKey(scope.key, rules);
    if (!parts || early)
        return early ?? foreign('its name is not a key');
    const { record } = scope;
    if (!record) {
        const who = branchOf(parts.branch);
        if (!rules.adopts)
            return { fate: 'kept', why: 'no scope record: see `adopt`', branch: who };
        return whyStays(parts, who, scope.written, rules);
    }
    if (record.repository !== rules.repository)
        return foreign(`of the repository ${record.repository}`);
    if ((0,_keys_key_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPart */ .E)(record.branch) !== parts.branch)
        return foreign('its record belongs to another scope');
    if (record.isNamed && !rules.takesNamed)
        return { fate: 'kept', why: 'made by cache-branch', branch: record.branch };
    return whyStays(parts, record.branch, scope.written, rules);
}
/** Whether a scope whose branch is gone is still kept. */
function whyStays(parts, who, written, { branches, keep, now }) {
    const kept = (why) => ({ fate: 'kept', why, branch: who });
    if (isProtected(parts.branch, who, branches))
        return kept('named in `branches`');
    if (keep > 0 && written === undefined)
        return kept('the store does not report its age');
    if (keep > 0 && (written ?? 0) > now - keep)
        return kept('written within `keep`');
    return { fate: 'dead', why: whyDead(who), branch: who };
}
/** Why a branch counts as gone, for the table. */
function whyDead(who) {
    if (who?.kind === 'pull')
        return 'its pull request is closed';
    return who?.kind === 'queue' ? 'the branch of its queue is gone' : 'its branch is gone';
}
const foreign = (why) => ({ fate: 'foreign', why, branch: undefined });
/** The branch that a part of a key stands for; undefined for a hash. */
function branchOf(part) {
    const [, number] = /^pr-([0-9]+)$/.exec(part) ?? [];
    if (number !== undefined)
        return { kind: 'pull', number: Number(number) };
    if ((0,_keys_sanitize_js__WEBPACK_IMPORTED_MODULE_2__/* .isHashed */ .Sc)(part))
        return undefined;
    const [, base] = /^queue-(.+)$/.exec(part) ?? [];
    return base === undefined ? (0,_events_branch_js__WEBPACK_IMPORTED_MODULE_3__/* .branch */ .t)(part) : { kind: 'queue', base };
}
/**
 * Whether a branch is always kept. The name of a hashed part without a record is unknown: it is kept if its words may
 * be those of such a name.
 */
function isProtected(part, who, patterns) {
    if (who?.kind === 'pull')
        return false;
    if (who)
        return patterns.some((it) => matches(it, who.kind === 'queue' ? who.base : who.name));
    return patterns.some((it) => mayBe(it, part.replace(/^queue-/, '')));
}
/** `*` matches any text, `/` included, which can only keep more. */
function matches(pattern, name) {
    const [first = '', ...rest] = pattern.split('*');
    const last = rest.pop();
    if (last === undefined)
        return name === pattern;
    if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last))
        return false;
    let at = first.length;
    for (const text of rest) {
        const found = name.indexOf(text, at);
        if (found < 0)
            return false;
        at = found + text.length;
    }
    return at <= name.length - last.length;
}
/** Whether a hashed part may stand for a name that matches the pattern: both begin with the same words. */
function mayBe(pattern, part) {
    if (!pattern.includes('*'))
        return part === (0,_keys_key_js__WEBPACK_IMPORTED_MODULE_0__/* .branchPart */ .E)((0,_events_branch_js__WEBPACK_IMPORTED_MODULE_3__/* .branch */ .t)(pattern));
    const letters = (text) => text.replace(/[A-Z]/g, (it) => it.toLowerCase()).replace(/[^a-z0-9]/g, '');
    const [first = ''] = pattern.split('*').map(letters);
    const words = part.replace(/-[0-9a-f]{16}$/, '');
    // Words may have been cut, and may begin with an `x` that is not in the name (keys/sanitize.ts).
    return [words, words.replace(/^x-?/, '')]
        .map(letters)
        .some((it) => first.startsWith(it) || it.startsWith(first));
}


/***/ }),

/***/ 8639:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W_: () => (/* binding */ NoAnswer),
  N8: () => (/* binding */ asker),
  J$: () => (/* binding */ several)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./src/runner/proxies.ts
/**
 * The proxies as curl and Go, and so buildx, read them: without a scheme it is http. Undefined if Node does not support
 * one: SOCKS, or an invalid URL, such as one with `#`, `/` or `?` in the password.
 */
function proxiesOf(variables) {
    const given = (name) => variables[name] || variables[name.toUpperCase()] || '';
    const spelled = ['http_proxy', 'https_proxy'].map((name) => {
        const value = given(name);
        return value === '' || value.includes('://') ? value : `http://${value}`;
    });
    const isUsable = spelled.every((it) => it === '' || /^https?:$/.test(URL.parse(it)?.protocol ?? ''));
    const [http_proxy = '', https_proxy = ''] = spelled;
    return isUsable ? { http_proxy, https_proxy, no_proxy: given('no_proxy') } : undefined;
}
/** Node's fetch ignores the proxies in the environment unless this is enabled (Node 24.14 and newer). */
function useProxies(variables) {
    // Loaded here, since most runs send no request.
    const http = process.getBuiltinModule('node:http');
    try {
        const proxies = proxiesOf(variables);
        if (proxies)
            http.setGlobalProxyFromEnv?.(proxies);
    }
    catch {
        // Node refuses the proxy after all: continue without.
    }
}

// EXTERNAL MODULE: ./src/runner/request.ts
var runner_request = __nccwpck_require__(6647);
;// CONCATENATED MODULE: ./src/clean/ask.ts



/** A request without a usable answer. `passes`: it may succeed later. */
class NoAnswer extends Error {
    status;
    passes;
    constructor(message, status, passes) {
        super(message);
        this.status = status;
        this.passes = passes;
    }
}
/** In milliseconds. */
const ONE_REQUEST = 60_000;
/** In milliseconds: before the second and the third attempt, if the server does not say. */
const PAUSES = [1_000, 4_000];
/** In milliseconds: GitHub's secondary limits may come without a time ("Rate limits for the REST API"). */
const UNSAID = 60_000;
const MOST_WAITS = 20;
/** In bytes. */
const MOST = 64_000_000;
/**
 * One request at a time. A rate-limited request is repeated after the time that the server gives, a failed one twice.
 * `end`: the deadline, in milliseconds since 1970; a request that would have to wait longer fails.
 */
function asker(variables, end, sleep = promises_.setTimeout) {
    useProxies(variables);
    return async (make) => {
        let failures = 0;
        for (let waits = 0;;) {
            if (Date.now() > end)
                throw tooLate();
            const answer = await attempt(await make(), end);
            const delay = answer instanceof NoAnswer ? undefined : delayOf(answer);
            if (delay !== undefined) {
                if (waits++ >= MOST_WAITS)
                    throw new NoAnswer('its rate limit is reached again and again', 429, true);
                if (Date.now() + delay > end)
                    throw new NoAnswer(inWords(delay), 429, true);
                await sleep(delay);
                continue;
            }
            const isFailure = answer instanceof NoAnswer ? answer.passes : answer.status >= 500 && answer.status !== 501;
            const pause = PAUSES[failures++];
            if (isFailure && pause !== undefined) {
                await sleep(pause);
                continue;
            }
            if (answer instanceof NoAnswer)
                throw answer;
            return answer;
        }
    };
}
const tooLate = () => new NoAnswer('the time limit for one run is reached', 0, true);
const inWords = (delay) => `its rate limit is reached, and it asks to wait ${Math.ceil(delay / 1000)} s, longer than one run takes`;
async function attempt(request, end) {
    const { url, shown = '', method = 'GET', headers = {}, body, most = MOST } = request;
    try {
        const answer = await (0,runner_request/* sendRequest */.w$)(url, {
            method,
            shown,
            headers,
            // Never send a signed request to another host.
            redirect: 'manual',
            signal: AbortSignal.timeout(Math.max(1, Math.min(ONE_REQUEST, end - Date.now()))),
            ...(body === undefined ? {} : { body }),
        });
        const tooMuch = () => new NoAnswer(`its response has more than ${most} bytes`, answer.status, false);
        const text = await (0,runner_request/* readAnswer */.JN)(answer, most, tooMuch);
        return { status: answer.status, headers: answer.headers, text };
    }
    catch (error) {
        if (error instanceof NoAnswer)
            return error;
        const { name, cause, message } = error;
        if (name === 'TimeoutError')
            return new NoAnswer(`it did not respond within ${ONE_REQUEST / 1000} s`, 0, true);
        return new NoAnswer(`it cannot be reached (${cause?.code || cause?.message || message})`, 0, true);
    }
}
/** How long the server asks to wait, in milliseconds; undefined if it answered. */
function delayOf({ status, headers }) {
    const after = headers.get('retry-after');
    const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
    const isLimit = status === 429 || (after !== null && [403, 503].includes(status)) || (status === 403 && isUsedUp);
    if (!isLimit)
        return undefined;
    if (after !== null) {
        const seconds = /^\d{1,9}$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
        return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : UNSAID;
    }
    const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
    return isUsedUp && reset > 0 ? Math.max(1_000, reset * 1000 - Date.now()) : UNSAID;
}
/**
 * Runs the same work on all items, some at a time; the results are in order. After a failure no other item is started.
 */
async function several(items, work) {
    const results = [];
    let next = 0;
    const worker = async () => {
        for (let i = next++; i < items.length; i = next++) {
            try {
                results[i] = await work(items[i]);
            }
            catch (error) {
                next = items.length;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return results;
}


/***/ }),

/***/ 4661:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  DA: () => (/* binding */ askLiving),
  TV: () => (/* binding */ branchExists),
  _w: () => (/* binding */ listAll),
  Fi: () => (/* binding */ refusedAnswer),
  Em: () => (/* binding */ repository_request)
});

// EXTERNAL MODULE: ./src/events/branch.ts
var branch = __nccwpck_require__(6473);
// EXTERNAL MODULE: ./src/lib/json-path.ts
var json_path = __nccwpck_require__(4861);
// EXTERNAL MODULE: ./src/lib/trailing-slashes.ts
var trailing_slashes = __nccwpck_require__(7659);
// EXTERNAL MODULE: ./src/runner/request.ts
var request = __nccwpck_require__(6647);
;// CONCATENATED MODULE: ./src/runner/rest-api.ts



const nothingAsked = { answers: [], notes: [] };
/** The longest time that a build waits for the API, from the start. */
const PATIENCE = 2_000;
/** Twice the size of a hundred pull requests. */
const MOST_BYTES = 4_000_000;
/** Sends all requests to the API concurrently; never throws. A failure becomes a line in the log. */
async function askApi(questions, api) {
    if (questions.length === 0)
        return nothingAsked;
    useProxies(api.variables);
    const signal = AbortSignal.timeout(PATIENCE);
    const answers = [];
    const notes = [];
    await Promise.all(questions.map(async (question, i) => {
        try {
            answers[i] = { body: await get(question, api, signal) };
        }
        catch (error) {
            notes.push(`GitHub's API did not report what was merged: ${inWords(error, question)}`);
        }
    }));
    // Usually all fail for the same reason.
    return { answers: answers.flat(), notes: notes.slice(0, 1) };
}
/** The headers of a request to GitHub's REST API. */
function apiHeaders(token) {
    return {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'buildx-branch-cache',
        'x-github-api-version': '2022-11-28',
    };
}
async function get({ path }, { url, token }, signal) {
    const answer = await sendRequest(`${withoutTrailingSlashes(url)}${path}`, {
        shown: path,
        headers: apiHeaders(token),
        signal,
    });
    if (!answer.ok) {
        await answer.body?.cancel();
        throw new Refusal(answer.status, answer.headers.get('x-ratelimit-remaining') === '0');
    }
    const tooMuch = () => new Error(`its answer is longer than ${MOST_BYTES} bytes`);
    return JSON.parse(await readAnswer(answer, MOST_BYTES, tooMuch));
}
class Refusal extends Error {
    status;
    isLimit;
    constructor(status, isLimit) {
        super(`status ${status}`);
        this.status = status;
        this.isLimit = isLimit || status === 429;
    }
}
function inWords(error, { about }) {
    if (error instanceof Refusal) {
        if (error.isLimit)
            return `its rate limit is reached (${error.status})`;
        if (error.status === 403) {
            return `the token cannot read pull requests (403); add "pull-requests: read" to the job's permissions`;
        }
        return `it answered ${error.status} for ${about}`;
    }
    if (error instanceof Error && error.name === 'TimeoutError')
        return `no response within ${PATIENCE / 1000} s`;
    if (error instanceof SyntaxError)
        return `its answer for ${about} is not JSON`;
    // fetch puts the reason into the cause, or into the first of several there.
    const { cause, message } = error;
    return cause?.code || cause?.message || message;
}

// EXTERNAL MODULE: ./src/clean/ask.ts + 1 modules
var ask = __nccwpck_require__(8639);
;// CONCATENATED MODULE: ./src/clean/repository.ts





const PER_PAGE = 100;
/** Pages of one list: a hundred thousand branches. */
const MOST_PAGES = 1_000;
/**
 * All branches and open pull requests of the repository. Throws NoAnswer if GitHub's answer is incomplete, since scopes
 * of living branches would then be deleted.
 */
async function askLiving(api, defaultBranch) {
    const branches = (await listAll(api, 'branches', 'branches', 'contents: read')).map((it) => (0,json_path/* textAt */.$)(it, 'name'));
    const pulls = (await listAll(api, 'pulls?state=open', 'pull requests', 'pull-requests: read')).map((it) => (0,json_path.at)(it, 'number'));
    const names = branches.filter((it) => it !== undefined);
    if (names.length < branches.length || names.length === 0)
        throw garbage('branches');
    if (defaultBranch !== undefined && !names.includes(defaultBranch))
        throw new ask/* NoAnswer */.W_(`its list of branches lacks the default branch, ${defaultBranch}`, 200, true);
    if (!pulls.every((it) => Number.isSafeInteger(it) && it > 0))
        throw garbage('pull requests');
    return { branches: names, pulls: pulls };
}
/**
 * Whether a branch (for a queue its base) or an open pull request exists now. Throws NoAnswer if GitHub does not say.
 */
async function branchExists(api, who) {
    const about = (0,branch/* describeBranch */.A)(who);
    if (who.kind === 'pull') {
        const pull = await getOne(api, `pulls/${who.number}`, about, 'pull-requests: read');
        const state = (0,json_path/* textAt */.$)(pull, 'state');
        if (pull !== undefined && state !== 'open' && state !== 'closed')
            throw garbage(about);
        return state === 'open';
    }
    const name = who.kind === 'queue' ? who.base : who.name;
    const path = name.split('/').map(encodeURIComponent).join('/');
    const ref = await getOne(api, `git/ref/heads/${path}`, about, 'contents: read');
    if (ref !== undefined && (0,json_path/* textAt */.$)(ref, 'ref') !== `refs/heads/${name}`)
        throw garbage(about);
    return ref !== undefined;
}
/**
 * All items of a list of the repository; `within`: the name of the list inside the answer, if it is not the answer
 * itself.
 */
async function listAll(api, path, about, permission, within) {
    const items = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
        const query = `${path.includes('?') ? '&' : '?'}per_page=${PER_PAGE}&page=${page}`;
        const { body, hasNext } = await repository_get(api, `${path}${query}`, about, permission);
        const found = within === undefined ? body : (0,json_path.at)(body, within);
        if (!Array.isArray(found) || found.length > PER_PAGE)
            throw garbage(about);
        for (const item of found)
            items.push(item);
        if (hasNext && found.length < PER_PAGE)
            throw half(about);
        if (found.length === PER_PAGE)
            continue;
        const total = (0,json_path.at)(body, 'total_count');
        // Evictions in between make the count smaller, never larger than what was seen.
        if (typeof total === 'number' && items.length < total)
            throw half(about);
        return items;
    }
    throw half(about);
}
/** The answer for a path below the repository; undefined for 404. */
async function getOne(api, path, about, permission) {
    const answer = await api.ask(() => repository_request(api, path));
    if (answer.status === 404)
        return undefined;
    return read(answer.status, answer.text, about, permission);
}
async function repository_get(api, path, about, permission) {
    const { status, text, headers } = await api.ask(() => repository_request(api, path));
    const hasNext = /rel="?next"?/.test(headers.get('link') ?? '');
    return { body: read(status, text, about, permission), hasNext };
}
function read(status, text, about, permission) {
    if (status !== 200)
        throw refusedAnswer(status, about, permission);
    try {
        return JSON.parse(text);
    }
    catch {
        throw garbage(about);
    }
}
/** A request of the REST API, below the repository. */
function repository_request({ url, token, repository }, path, method = 'GET') {
    const below = path.startsWith('/') ? path : `/repos/${repository}/${path}`;
    return {
        url: `${(0,trailing_slashes/* withoutTrailingSlashes */.A)(url)}${below}`,
        shown: below,
        method,
        headers: apiHeaders(token),
    };
}
/** The error for a refused request. */
function refusedAnswer(status, about, permission) {
    if (status === 401)
        return new ask/* NoAnswer */.W_('it does not accept the token (401): check `github-token`', status, false);
    if (status === 403 || status === 404)
        return new ask/* NoAnswer */.W_(`the token has no access to ${about} (${status}); add "${permission}" to the job's permissions`, status, false);
    return new ask/* NoAnswer */.W_(`it answered ${status} when asked for ${about}`, status, status >= 500);
}
const garbage = (about) => new ask/* NoAnswer */.W_(`its response about ${about} does not match its documentation`, 200, true);
const half = (about) => new ask/* NoAnswer */.W_(`its list of ${about} is incomplete`, 200, true);


/***/ }),

/***/ 6473:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ describeBranch),
/* harmony export */   t: () => (/* binding */ branch)
/* harmony export */ });
const branch = (name) => ({ kind: 'branch', name });
/** How the log speaks of a branch. */
function describeBranch(it) {
    if (it.kind === 'pull')
        return `pull request ${it.number}`;
    return it.kind === 'queue' ? `the merge queue of ${it.base}` : it.name;
}


/***/ }),

/***/ 8947:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ branchPart)
/* harmony export */ });
/* unused harmony export formatKey */
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1397);

/** The scope as every backend accepts it: `[<name>__]<branch>[..<shard>]`, at most 128 of `[a-z0-9._-]`. */
function formatKey(scope) {
    const name = scope.name === '' ? '' : `${scope.name}__`;
    const shard = scope.shard === '' ? '' : `..${scope.shard}`;
    return `${name}${branchPart(scope.branch)}${shard}`;
}
/** How a branch is spelled in a key. */
function branchPart(it) {
    if (it.kind === 'pull')
        return `pr-${it.number}`;
    return it.kind === 'queue' ? `queue-${(0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .part */ .y_)('branch', it.base)}` : (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .part */ .y_)('branch', it.name);
}


/***/ }),

/***/ 6409:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseKey)
/* harmony export */ });
/* harmony import */ var _sanitize_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1397);

/** In characters: the limit of a tag, which is the lowest of all stores (docs/keys.md). */
const LONGEST = 128;
/**
 * A key -> its parts; undefined for a text that `formatKey` never returns. A key can be split in only one way, since no
 * part contains `__` or `..` (sanitize.ts); but a tag of other tools may look like a key (`latest`).
 */
function parseKey(text) {
    if (text.length > LONGEST)
        return undefined;
    const [head = '', tail, ...more] = text.split('__');
    if (more.length > 0)
        return undefined;
    const name = tail === undefined ? '' : head;
    if (tail !== undefined && !(0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .isPart */ .QR)('name', name))
        return undefined;
    const [branch = '', shard, ...rest] = (tail ?? head).split('..');
    if (rest.length > 0 || !isBranchPart(branch))
        return undefined;
    if (shard !== undefined && !(0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .isPart */ .QR)('shard', shard))
        return undefined;
    return { name, branch, shard: shard ?? '' };
}
function isBranchPart(text) {
    const [, number] = /^pr-([0-9]+)$/.exec(text) ?? [];
    if (number !== undefined)
        return /^[1-9]/.test(number) && Number.isSafeInteger(Number(number));
    return (0,_sanitize_js__WEBPACK_IMPORTED_MODULE_0__/* .isPart */ .QR)('branch', text.replace(/^queue-/, ''));
}


/***/ }),

/***/ 1397:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ isPart),
/* harmony export */   SM: () => (/* binding */ apartPart),
/* harmony export */   Sc: () => (/* binding */ isHashed),
/* harmony export */   y_: () => (/* binding */ part)
/* harmony export */ });
/* unused harmony exports LIMITS, hashedPart */
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9148);

// The rules and their proof are in docs/keys.md. In short: a plain part holds no two of `.`, `_`, `-` side by
// side and begins and ends in [a-z0-9], so that `__` and `..` can separate parts; whatever is not plain ends
// in `-` and 16 hex digits, which no plain part does.
const PLAIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
const HASHED = /-[0-9a-f]{16}$/;
const HASH_LENGTH = 17;
/** The maximum length of each part, in characters; with the separators a key has at most 128. */
const LIMITS = { name: 32, branch: 48, shard: 38 };
/** A text as one part of a key: unchanged if plain, else its words and a hash of the original. */
function part(kind, text) {
    return isPlain(kind, text) ? text : hashedPart(kind, text, text);
}
/** The `shown` words, cut, then `-` and the first 16 hex digits of the SHA-256 of `text`. */
function hashedPart(kind, text, shown) {
    let words = shown
        .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
        .match(/[a-z0-9]+/g)
        ?.join('-');
    words ??= 'x';
    // Only pull requests spell `pr-<digits>` and only queues begin with `queue-`, whatever the hash is.
    if (kind === 'branch' && /^(pr$|queue$|queue-)/.test(words))
        words = `x-${words}`;
    words = words.slice(0, LIMITS[kind] - HASH_LENGTH).replace(/-$/, '');
    return `${words}-${(0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(text).slice(0, 16)}`;
}
// What the limit of a name leaves for its words.
const APART = 'without.';
/**
 * The name part of a scope written by runs that lack a secret: like a hashed part, with `without.` before the words. No
 * other part looks like it: a hashed part contains no `.`, and a plain part does not end in a hash.
 */
function apartPart(text, shown) {
    const words = hashedPart('name', text, shown === '' ? 'secrets' : shown);
    const hash = words.slice(-HASH_LENGTH);
    const room = LIMITS.name - APART.length - HASH_LENGTH;
    return `${APART}${words.slice(0, -HASH_LENGTH).slice(0, room).replace(/-$/, '')}${hash}`;
}
function isPlain(kind, text) {
    if (!PLAIN.test(text) || text.length > LIMITS[kind] || HASHED.test(text))
        return false;
    return kind !== 'branch' || !/^(pr-[0-9]+$|queue-)/.test(text);
}
const WORDS = '[a-z0-9]+(?:-[a-z0-9]+)*';
const SHAPES = {
    name: new RegExp(`^(?:without\\.)?${WORDS}-[0-9a-f]{16}$`),
    // As above: the spellings of pull requests and queues are not branches.
    branch: new RegExp(`^(?!(?:pr|queue)-[0-9a-f]{16}$|queue-)${WORDS}-[0-9a-f]{16}$`),
    shard: new RegExp(`^${WORDS}-[0-9a-f]{16}$`),
};
/** Whether `part` (for names also `apartPart`) can return this text. */
function isPart(kind, text) {
    return isPlain(kind, text) || (text.length <= LIMITS[kind] && SHAPES[kind].test(text));
}
/** Whether a part is hashed, so that its text cannot be recovered. */
const isHashed = (text) => HASHED.test(text);


/***/ }),

/***/ 213:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readBounded)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

// Without O_NONBLOCK (missing on Windows), opening a FIFO without a writer would block forever.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
/**
 * The text of a file that others may have written: a regular file of at most `most` bytes, links followed. `isOurs`:
 * only a file of this process's user that is not reached by a link. Throws the system's Error, or one for the user.
 */
function readBounded(path, most, { isOurs = false } = {}) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, (O_RDONLY ?? 0) | O_NONBLOCK | (isOurs ? O_NOFOLLOW : 0));
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        if (!stat.isFile())
            throw new Error('it is not a regular file');
        if (isOurs && process.getuid && stat.uid !== process.getuid())
            throw new Error('it belongs to another user');
        if (stat.size > most)
            throw new Error(`it is larger than ${most} bytes`);
        const bytes = Buffer.alloc(stat.size);
        let length = 0;
        while (length < bytes.length) {
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, length, bytes.length - length, null);
            if (read === 0)
                break; // it has been truncated
            length += read;
        }
        return bytes.toString('utf8', 0, length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}


/***/ }),

/***/ 5860:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ goBoolean)
/* harmony export */ });
const spellings = new Map([
    ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true]),
    ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false]),
]);
/**
 * What Go's strconv.ParseBool makes of a text, which is how docker, buildx and BuildKit read their variables and
 * attributes; undefined for any other text, which most of them silently treat as false.
 */
function goBoolean(text) {
    return text === undefined ? undefined : spellings.get(text);
}


/***/ }),

/***/ 4861:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ textAt),
/* harmony export */   at: () => (/* binding */ at)
/* harmony export */ });
/** The value at `path` in the payload, or undefined; never throws. */
function at(payload, ...path) {
    let value = payload;
    for (const name of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
            return undefined;
        value = value[name];
    }
    return value;
}
/** The non-empty text at `path`, or undefined. */
function textAt(payload, ...path) {
    const value = at(payload, ...path);
    return typeof value === 'string' && value !== '' ? value : undefined;
}


/***/ }),

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** The SHA-256 of bytes, or of a text as UTF-8, in hex. */
function sha256(of) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(of).digest('hex');
}
/** The same as registries and BuildKit name a blob: `sha256:…`. */
function digestOf(blob) {
    return `sha256:${sha256(blob)}`;
}


/***/ }),

/***/ 7659:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ withoutTrailingSlashes)
/* harmony export */ });
/** An address without its trailing slashes, so that a path can be appended with a `/`. */
function withoutTrailingSlashes(url) {
    let end = url.length;
    while (url[end - 1] === '/')
        end--;
    return url.slice(0, end);
}


/***/ }),

/***/ 4990:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ listenForCancel),
/* harmony export */   tE: () => (/* binding */ atEnd)
/* harmony export */ });
/* unused harmony exports cancelled, onCancel */
/** Cleanup for when the action ends, however it ends: processes it waits for, folders with secrets. */
const endings = new Set();
/** The handlers of signals, instead of ending the action: the last one registered is called. */
const handlers = [];
const control = new AbortController();
/** Aborted as soon as the job is cancelled: then nothing new is started. */
const cancelled = control.signal;
/**
 * A cancelled job gets SIGINT, after 7.5 s SIGTERM, and after 2.5 s more it is killed (docs.github.com, "Workflow
 * cancellation reference"). The action ends at once, unless a handler has a process to end first.
 */
function listenForCancel() {
    const hear = (signal) => {
        control.abort();
        const handler = handlers.at(-1) ?? end;
        handler(signal);
    };
    process.on('SIGINT', hear).on('SIGTERM', hear);
    process.on('exit', () => {
        for (const work of endings)
            work();
    });
}
function end(signal) {
    process.stdout.write(`::error::cancelled by ${signal}\n`);
    process.exit(1);
}
/** `handler` handles signals until the returned function is called. */
function onCancel(handler) {
    handlers.push(handler);
    return () => {
        handlers.splice(handlers.indexOf(handler), 1);
    };
}
/**
 * Runs `work`, which must be synchronous and not throw, when the action ends, unless the returned function is called.
 */
function atEnd(work) {
    endings.add(work);
    return () => {
        endings.delete(work);
    };
}


/***/ }),

/***/ 5426:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S0: () => (/* binding */ addSummary),
  Yz: () => (/* binding */ debug),
  fJ: () => (/* binding */ fail),
  Os: () => (/* binding */ group),
  m4: () => (/* binding */ hideKnown),
  s0: () => (/* binding */ hideSecrets),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  n0: () => (/* binding */ setOutputs),
  vY: () => (/* binding */ showDebug),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: groupWork, writeState

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: ./src/runner/hide.ts
var hide = __nccwpck_require__(2632);
// EXTERNAL MODULE: ./src/runner/safe-line.ts
var safe_line = __nccwpck_require__(5072);
;// CONCATENATED MODULE: ./src/runner/commands.ts
// The runner's protocol, from the two files of @actions/core that implement it. Its index also loads an HTTP client of
// a megabyte for a feature that is not used here, which would more than double the action's start (script/bench shows
// it). The version is pinned, and the tests run the built dist.






/** The secrets to hide in everything that this file prints and writes. */
let commands_hide = (text) => text;
/**
 * Hides texts in what the action itself prints and writes: `masked` in all output of the job, `known` only here, since
 * it may contain a common word. Call it before the first line is printed.
 */
function hideSecrets(masked, known = []) {
    commands_hide = (0,hide/* hider */.Hj)([...masked, ...known]);
    for (const secret of new Set(masked.flatMap(hide/* pieces */.IE)))
        command_issueCommand('add-mask', {}, secret);
}
/** A text without the known secrets. Call it before shortening a text: no mask finds a part of a secret. */
function hideKnown(text) {
    return commands_hide(text);
}
/** Makes a text of any origin safe to print: used for every line, message and title. */
function printable(text) {
    return (0,safe_line/* safeLines */.Bv)((0,hide/* withoutCredentials */.ri)(commands_hide(text)));
}
function info(line) {
    process.stdout.write((0,safe_line/* safeLine */.om)(printable(line)) + external_node_os_.EOL);
}
let isDebugOn = false;
/** The workflow's debug logging, `ACTIONS_STEP_DEBUG`: off until it is switched on here. */
function showDebug(isOn) {
    isDebugOn = isOn;
}
function isDebug() {
    return isDebugOn;
}
/** A line of the debug log; without debug logging it is not computed. */
function debug(line) {
    if (isDebugOn)
        command_issueCommand('debug', {}, printable(line()));
}
function notice(message) {
    command_issueCommand('notice', {}, printable(message));
}
/** `place`: `title`, `file` and `line`, for an annotation beside the code. */
function warning(message, place = {}) {
    const shown = Object.entries(place).map(([name, value]) => [name, (0,safe_line/* safeLine */.om)(printable(String(value)))]);
    command_issueCommand('warning', Object.fromEntries(shown), printable(message));
}
/** Fails the step with a message when the action ends. */
function fail(message) {
    process.exitCode = 1;
    command_issueCommand('error', {}, printable(message));
}
/** Lines that the log folds under a title. */
function group(title, lines) {
    command_issue('group', (0,safe_line/* safeLine */.om)(printable(title)));
    for (const line of lines)
        info(line);
    command_issue('endgroup');
}
/** The same for work that prints while it runs. */
async function groupWork(title, work) {
    issue('group', safeLine(printable(title)));
    try {
        return await work();
    }
    finally {
        issue('endgroup');
    }
}
function setOutputs(outputs) {
    for (const [name, value] of outputs)
        setOutput(name, value);
}
/** Results of the build itself are passed on unchanged (report/outputs.ts). */
const AS_IT_IS = ['imageid', 'digest', 'metadata'];
function setOutput(name, given) {
    const value = AS_IT_IS.includes(name) ? given : commands_hide(given);
    // Runners since 2022 have the file; older ones, and old versions of act, read the command.
    if (!appendTo('GITHUB_OUTPUT', file_command_prepareKeyValueMessage(name, value))) {
        command_issueCommand('set-output', { name }, value);
    }
}
/** Keeps a value for the action's post step. */
function writeState(name, value) {
    if (!appendTo('GITHUB_STATE', prepareKeyValueMessage(name, value))) {
        issueCommand('save-state', { name }, value);
    }
}
/** Adds Markdown to the step's summary. Does nothing if the runner provides no file or writing fails. */
function addSummary(file, markdown) {
    if (file === '')
        return;
    try {
        append(file, commands_hide(markdown));
    }
    catch (error) {
        info(`The job summary could not be written: ${error.code}`);
    }
}
/** Appends a message to the file named by a runner variable; false if there is none or it cannot be written. */
function appendTo(variable, message) {
    try {
        const file = process.env[variable];
        if (file)
            append(file, message + external_node_os_.EOL);
        return Boolean(file);
    }
    catch {
        return false;
    }
}
/** Throws if the file cannot be written; a FIFO without a reader would block. */
function append(file, text) {
    const { O_APPEND, O_WRONLY, O_NONBLOCK = 0 } = external_node_fs_.constants;
    (0,external_node_fs_.appendFileSync)(file, text, { flag: O_APPEND | O_WRONLY | O_NONBLOCK });
}


/***/ }),

/***/ 2632:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ hider),
/* harmony export */   IE: () => (/* binding */ pieces),
/* harmony export */   ri: () => (/* binding */ withoutCredentials),
/* harmony export */   vs: () => (/* binding */ cutCredentials)
/* harmony export */ });
/* unused harmony export LEAST */
// What must not be shown: values that are known to be secret, and credentials in URLs.
/** Shorter values are neither masked nor hidden: they could be any word (docs/migrating.md). */
const LEAST = 6;
/** A longer value is searched for literally, in no other spelling. */
const MOST_SPELLED = 4_096;
/** A longer word is not treated as a URL. */
const LONGEST = 8_192;
/** Replaces secrets by `***`, whole and line by line, however a URL, JSON, CSV or HTML spells them. */
function hider(secrets) {
    const wanted = [...new Set(secrets.flatMap(pieces).flatMap(spellings))];
    return (text) => {
        const found = wanted.flatMap((it) => placesOf(it, text)).sort(([a], [b]) => a - b);
        let [shown, end] = ['', 0];
        for (const [from, to] of found) {
            // Overlapping matches are merged: else a part of the second would remain.
            if (from >= end)
                shown += `${text.slice(end, from)}***`;
            end = Math.max(end, to);
        }
        return shown + text.slice(end);
    };
}
/** The lines of a secret that are long enough to be masked: logs and summaries are masked line by line. */
function pieces(secret) {
    return secret.split(/[\r\n]+/).filter((line) => line.trim().length >= LEAST);
}
/** A text as it is, and in other spellings. */
function spellings(text) {
    if (/^[\w.-]+$/.test(text) || text.length > MOST_SPELLED)
        return [text];
    const whole = text.toWellFormed();
    const url = encodeURIComponent(whole);
    const json = JSON.stringify(text).slice(1, -1);
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [
        ...[text, text.replaceAll('"', '""'), json, json.replace(/[<>&]/g, unicode)],
        // Go's and the browsers' rules differ in what a path, a password or a form may hold.
        ...[url, url.replace(/[!'()*]/g, percent), url.replaceAll('%20', '+'), encodeURI(whole)],
        ...[url.replace(/[!'()*]/g, percent).replaceAll('%20', '+')],
        ...[url.replace(/%(24|26|2B|3A|3D|40)/g, decodeURIComponent).replace(/[!'()*]/g, percent)],
        ...[url.replace(/%(24|26|2B|2C|3B|3D)/g, decodeURIComponent).replace(/[!'()*]/g, percent)],
        ...[html, html.replaceAll('"', '&quot;'), html.replaceAll('"', '&#34;').replaceAll("'", '&#39;')],
    ];
}
const unicode = (character) => `\\u00${character.charCodeAt(0).toString(16)}`;
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
function placesOf(wanted, text) {
    const places = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const last = places.at(-1);
        if (last && at <= last[1])
            last[1] = at + wanted.length;
        else
            places.push([at, at + wanted.length]);
    }
    return places;
}
// BuildKit's parameters in the query of a git context (docs.docker.com, "URL queries"): none is a credential.
const PLAIN_QUERY = /^((ref|tag|branch|commit|checksum|subdir|keep-git-dir|submodules|fetch-by-commit|mtime)=[^&#\s"']*(&|$))*$/;
const ANY_QUERY = /^[\w.~%-]+=[\w.~%+/:=,-]*(&[\w.~%-]+=[\w.~%+/:=,-]*)*$/;
/**
 * A text without the part of a URL before its `@` and after its `?`: either can be a credential. If the end is not
 * certain, everything up to the line's last `@`, or to its end, is removed.
 */
function withoutCredentials(text) {
    return eachLine(text, (line, from) => (HOST.test(line.slice(from)) ? line.slice(from) : ''));
}
/**
 * The same for a text that may contain a secret with an `@` that only the runner knows: everything after such an `@` is
 * removed, since it may be the rest of that secret, which no mask would find.
 */
function cutCredentials(text) {
    return eachLine(text, () => '');
}
/** What can only be a host, and not the rest of a password. */
const HOST = /^([\w-]+\.[\w.-]+|[\w-]+(?=[:/])|\[[0-9a-f:]+\]|[\w-]+$)(:\d+)?(?:[/?#,;"'\s]|$)/i;
function eachLine(text, after) {
    if (!text.includes('://'))
        return text;
    return text
        .split('\n')
        .map((line) => lineWithout(line, after))
        .join('\n');
}
function lineWithout(line, after) {
    let [shown, at, rest] = ['', 0, line];
    let last = lastUser(rest); // found once: a line may contain any number of URLs
    for (let sign = rest.indexOf('://'); sign >= 0; sign = rest.indexOf('://', at)) {
        const begin = sign + 3;
        shown += rest.slice(at, begin);
        at = begin;
        if (!rest.startsWith('***', begin) && hasUser(rest, begin, last)) {
            rest = after(rest, last + 1);
            last = lastUser(rest);
            at = 0;
            shown += rest === '' ? '***' : '***@';
        }
        const url = addressOnly(wordAt(rest, at));
        shown += url.text;
        at = url.isWhole ? at + url.length : rest.length;
    }
    return shown + rest.slice(at);
}
const wordAt = (line, from) => /^[^\s"'<>]*/.exec(line.slice(from, from + LONGEST))?.[0] ?? '';
/** The part of a URL after `://` or its user, without a query; incomplete if the end is not certain. */
function addressOnly(word) {
    const [address = '', ...rest] = word.split('?');
    const query = rest.join('?').split('#')[0] ?? '';
    const { length } = word;
    if (rest.length === 0 || address.includes('#') || query === '***' || PLAIN_QUERY.test(query)) {
        return { text: word, length, isWhole: true };
    }
    if (ANY_QUERY.test(query))
        return { text: `${address}?***`, length, isWhole: true };
    return { text: '***', length, isWhole: false };
}
const DIGEST = /@(?=sha(256|512):)/g;
/** The index of the last `@` of a line that does not begin a digest. */
function lastUser(line) {
    return line.replace(DIGEST, ' ').lastIndexOf('@');
}
/** A password may contain `@` and, if not encoded, `/`, `:` and blanks. `last`: the line's last user. */
function hasUser(line, begin, last) {
    if (last < begin)
        return false;
    const word = wordAt(line, begin).replace(DIGEST, ' ');
    const [authority = ''] = word.split('/');
    return (authority.includes('@') || /:(?!\d*$)/.test(authority) || (authority.includes(':') && word.includes('@')));
}


/***/ }),

/***/ 6647:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ readAnswer),
/* harmony export */   w$: () => (/* binding */ sendRequest)
/* harmony export */ });
/* unused harmony exports debugRequest, unreachable */
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5426);

/**
 * Sends every request: one that is signed for a host, or has a token, goes to no other host. Throws what fetch throws.
 */
async function sendRequest(url, { shown, redirect = 'error', ...init }) {
    const debugAnswer = debugRequest(init.method ?? 'GET', url, shown);
    try {
        const answer = await fetch(url, { ...init, redirect });
        debugAnswer(`${answer.status}`);
        return answer;
    }
    catch (error) {
        debugAnswer(reason(error));
        throw error;
    }
}
/** Starts the debug log line of a request; the returned function completes it with the result. */
function debugRequest(method, url, shown) {
    const begin = performance.now();
    return (came) => (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz)(() => `${method} ${address(url, shown)}: ${came} in ${Math.round(performance.now() - begin)} ms`);
}
/** Host and path, without what may hold a credential. */
function address(url, shown) {
    const { host = '', pathname = '' } = URL.parse(String(url)) ?? {};
    const [path = ''] = shown.split(/[?#]/);
    const own = path === '' || path.startsWith('/') ? path : `/${path}`;
    if (own === pathname || own === '')
        return host + (own || '/…');
    return `${host}/…${own}`;
}
/** Why there is no answer, as a code: the message may contain the address, and fetch puts the code into the cause. */
function reason(error) {
    const { name, cause } = error;
    return cause?.code ?? name;
}
/**
 * What an error of a request comes to, for the user. fetch puts the reason into the cause, without the address, which may
 * be signed. `whom`: such as `the store`.
 */
function unreachable(whom, error) {
    const { cause, message } = error;
    return cause
        ? new Error(`${whom} cannot be reached (${cause.code ?? 'no reason given'})`)
        : new Error(message);
}
/** The text of an answer of at most `most` bytes; throws the result of `tooMuch` if it is longer. */
async function readAnswer({ body }, most, tooMuch) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body ?? []) {
        bytes += chunk.length;
        if (bytes > most)
            throw tooMuch();
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}


/***/ }),

/***/ 5072:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ safeLines),
/* harmony export */   om: () => (/* binding */ safeLine),
/* harmony export */   zN: () => (/* binding */ isVisible)
/* harmony export */ });
// Characters that reverse text, are invisible, or break lines.
const UNFIT = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\u200b\u2060\u206a-\u206f\ufeff]/gu;
/**
 * A text as one line of the log that the runner does not parse as a command: those begin with `::` after any blanks, or
 * with `##[` anywhere (actions/runner ActionCommand.cs). Invisible characters become visible escapes.
 */
function safeLine(text) {
    return text
        .replace(/[\r\n]+/g, ' ')
        .replace(UNFIT, (it) => `\\u${it.codePointAt(0)?.toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '## [')
        .replace(/^\s*::/, (it) => it.replace('::', ': :'));
}
/** The same for a message of several lines. */
function safeLines(text) {
    return text
        .split(/\r\n|[\r\n]/)
        .map(safeLine)
        .join('\n');
}
/** Whether a text shows all that is in it, in one line. */
function isVisible(text) {
    return text.search(UNFIT) < 0;
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./src/clean/alive.ts
var alive = __nccwpck_require__(9400);
// EXTERNAL MODULE: ./src/clean/ask.ts + 1 modules
var clean_ask = __nccwpck_require__(8639);
// EXTERNAL MODULE: ./src/events/branch.ts
var branch = __nccwpck_require__(6473);
;// CONCATENATED MODULE: ./src/events/ref-name.ts
// What `git check-ref-format --branch` refuses, one rule a line (git-check-ref-format(1)).
const refused = [
    [/^$/, 'it is empty'],
    [/^-/, 'it begins with "-"'],
    [/^HEAD$/, 'it is "HEAD"'],
    // biome-ignore lint/suspicious/noControlCharactersInRegex: git refuses exactly these
    [/[\x00-\x20\x7f]/, 'it contains a blank or a control character'],
    [/[~^:?*[\\]/, 'it contains one of ~ ^ : ? * [ \\'],
    [/\.\./, 'it contains ".."'],
    [/@\{/, 'it contains "@{"'],
    [/^\/|\/$|\/\//, 'it begins or ends in "/" or contains "//"'],
    [/(^|\/)\./, 'a part of it begins with "."'],
    [/\.lock(\/|$)/, 'a part of it ends in ".lock"'],
    [/\.$/, 'it ends in "."'],
];
/** Why git would refuse this as a branch name, for the user; undefined if it is valid. */
function whyNotABranchName(name) {
    if (!name.isWellFormed() || name.includes('\ufffd'))
        return 'it is not well-formed Unicode';
    return refused.find(([rule]) => rule.test(name))?.[1];
}
/** The branch of a full ref: one `refs/heads/` removed; other text unchanged. */
function branchOfRef(ref) {
    return ref.replace(/^refs\/heads\//, '');
}

// EXTERNAL MODULE: ./src/lib/json-path.ts
var json_path = __nccwpck_require__(4861);
;// CONCATENATED MODULE: ./src/clean/event.ts



/**
 * The quick way: an event that ends a branch or a pull request only looks at its scopes. GitHub does not always send
 * these events (none if one push deletes more than three refs), so all other events look at everything.
 */
function aimOf({ eventName, payload, repository }) {
    if (eventName === 'delete') {
        const name = (0,json_path/* textAt */.$)(payload, 'ref');
        if ((0,json_path/* textAt */.$)(payload, 'ref_type') === 'tag')
            return { why: 'a tag was deleted, and tags have no scope' };
        if (name === undefined)
            return { why: 'the event does not say which branch was deleted' };
        return { only: [(0,branch/* branch */.t)(branchOfRef(name))] };
    }
    if (eventName === 'pull_request' || eventName === 'pull_request_target') {
        const action = (0,json_path/* textAt */.$)(payload, 'action');
        if (action !== 'closed')
            return {
                why: `on ${eventName} only the type closed is handled, not ${action ?? 'one without a name'}`,
            };
        const number = (0,json_path.at)(payload, 'pull_request', 'number') ?? (0,json_path.at)(payload, 'number');
        if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1)
            return { why: 'the event does not say which pull request was closed' };
        const home = (0,json_path/* textAt */.$)(payload, 'pull_request', 'head', 'repo', 'full_name');
        const isOurs = home === ((0,json_path/* textAt */.$)(payload, 'repository', 'full_name') ?? repository);
        if (!isOurs && eventName === 'pull_request')
            return {
                why: `pull request #${number} comes from a fork, and its token is read-only; the scheduled run deletes its scopes`,
            };
        const head = (0,json_path/* textAt */.$)(payload, 'pull_request', 'head', 'ref');
        const heads = isOurs && head !== undefined ? [(0,branch/* branch */.t)(head)] : [];
        return { only: [{ kind: 'pull', number }, ...heads] };
    }
    return { only: undefined };
}

;// CONCATENATED MODULE: ./src/runner/input-error.ts
/** A mistake in the workflow's inputs: one sentence for the user, thrown before anything runs. */
class input_error_InputError extends Error {
    constructor(input, sentence) {
        super(`${input}: ${sentence}`);
        this.name = 'InputError';
    }
}

// EXTERNAL MODULE: ./src/backends/backend.ts
var backends_backend = __nccwpck_require__(4633);
// EXTERNAL MODULE: ./src/backends/entry-secrets.ts
var entry_secrets = __nccwpck_require__(8953);
;// CONCATENATED MODULE: ./src/backends/credentials.ts



/** Takes the credentials out of the specs, as far as buildx has a variable for them; throws InputError. */
function takeCredentials(specs) {
    checkKeys(specs.filter(({ backend }) => backend.type === 's3'));
    checkTokens(specs.filter(({ backend }) => backend.type === 'gha'));
    const all = specs.flatMap(({ backend, given }) => given.map(([name, value]) => ({ value, ...backend.attributes[name] })));
    const moved = all.flatMap(({ movesToEnv, value }) => (movesToEnv ? [[movesToEnv, value]] : []));
    const env = Object.fromEntries(moved);
    // Otherwise the job's session token would be sent with another key.
    if (env.AWS_ACCESS_KEY_ID !== undefined && env.AWS_SESSION_TOKEN === undefined)
        env.AWS_SESSION_TOKEN = undefined;
    return {
        specs: specs.map((spec) => ({ ...spec, given: spec.given.filter(([name]) => !movesToEnv(spec, name)) })),
        env,
        secrets: all.flatMap(({ secret, value }) => (secret ? (0,entry_secrets/* spellings */.cl)(value) : [])),
    };
}
function movesToEnv({ backend }, name) {
    return backend.attributes[name]?.movesToEnv !== undefined;
}
/** buildx has one set of AWS variables for all specs: a second set would be ignored silently. */
function checkKeys(specs) {
    const keysOf = ({ given }) => JSON.stringify(['access_key_id', 'secret_access_key', 'session_token'].map((name) => (0,backends_backend/* attribute */.lt)(given, name)));
    if (specs.some((spec) => keysOf(spec) !== keysOf(specs[0]))) {
        throw new input_error_InputError('cache', 'two s3 specs have different keys, but buildx accepts only one set; use the same for both.');
    }
    for (const { given } of specs) {
        const [id, key] = [(0,backends_backend/* attribute */.lt)(given, 'access_key_id'), (0,backends_backend/* attribute */.lt)(given, 'secret_access_key')];
        if ((id === undefined) !== (key === undefined) ||
            (id === undefined && (0,backends_backend/* attribute */.lt)(given, 'session_token'))) {
            throw new input_error_InputError('cache', 's3 needs access_key_id and secret_access_key together; specify both or neither.');
        }
    }
}
/** Likewise with the token of GitHub's cache service. */
function checkTokens(specs) {
    const tokens = new Set(specs.flatMap(({ given }) => (0,backends_backend/* attribute */.lt)(given, 'token') ?? []));
    if (tokens.size > 1) {
        throw new input_error_InputError('cache', 'two gha specs have different tokens, but buildx accepts only one; use the same for both.');
    }
}
/** The attributes that may be shown. */
function withoutSecrets(spec, attributes) {
    return attributes.filter(([name]) => !spec.backend.attributes[name]?.secret);
}

;// CONCATENATED MODULE: ./src/lib/csv.ts
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
function clean_action_decodeFields(line) {
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

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./src/lib/quote.ts
/**
 * `"x"`, to quote what the user wrote; `instead` if it may contain a misplaced credential: it contains a blank, `;`,
 * `=` or `:`, or is longer than a name.
 */
function quote(given, instead = 'the value') {
    return /^[^\s;=:\p{C}]{0,32}$/u.test(given) ? `"${given}"` : instead;
}

;// CONCATENATED MODULE: ./src/lib/nearest.ts


/** ` Did you mean "x"?` for the allowed name closest to a mistyped one, or nothing if none is close. */
function didYouMean(given, allowed) {
    const word = given.toLowerCase();
    const near = (0,mod/* closest */.kp)(word, allowed);
    // With more than a third of the letters wrong it is another word, not a typo.
    const wrong = (0,mod/* distance */.Io)(word, near);
    const isSlip = wrong < near.length && wrong <= Math.max(2, Math.floor(near.length / 3));
    return isSlip ? ` Did you mean "${near}"?` : '';
}
/** The sentence for a value outside a closed list. */
function notOneOf(given, allowed) {
    return `${quote(given)} is not one of ${allowed.join(', ')}.${didYouMean(given, allowed)}`;
}

// EXTERNAL MODULE: ./src/backends/backends.ts + 5 modules
var backends = __nccwpck_require__(1431);
// EXTERNAL MODULE: ./src/backends/reference.ts
var reference = __nccwpck_require__(3796);
;// CONCATENATED MODULE: ./src/backends/common-mistakes.ts


// What users write instead of a cache spec: YAML, the syntax of other tools, command-line flags. BuildKit's CSV accepts
// none of it, so no spec that works is refused here.
/** One spec of each backend to copy, each with a location that no other repository uses. */
const examples = {
    gha: 'type=gha',
    registry: 'type=registry,ref=ghcr.io/owner/app/cache',
    local: 'type=local,dest=/var/cache/buildx/app',
    s3: 'type=s3,region=eu-west-1,bucket=ci-cache,prefix=app/',
    azblob: 'type=azblob,account_url=https://account.blob.core.windows.net,prefix=app',
    inline: 'type=inline,ref=ghcr.io/owner/app',
};
const types = Object.keys(backends/* backends */.S);
const names = ['type', 'src', ...new Set(Object.values(backends/* backends */.S).flatMap((it) => Object.keys(it.attributes)))];
const oneOf = (words) => `(?:${words.map((it) => it.replace('.', '\\.')).join('|')})`;
const [TYPE, NAME] = [oneOf(types), oneOf(names)];
const regExp = (source) => new RegExp(source, 'iu');
const example = `such as ${examples.registry}`;
const ONE_A_LINE = `write each spec on its own line, after "cache: |"`;
const expression = (text) => `\${{ ${text} }}`;
/** A line without its quoted fields (which may contain anything) -> what to write instead. */
const habits = [
    [
        regExp(`\\uff1d|^type\\s*\\uff1a|[\\uff0c\\u3001\\uff1b]\\s*${NAME}\\s*[=:\\uff1a]`),
        `this has full-width punctuation; write "=" and ",", ${example}`,
    ],
    [/^--?cache-(to|from)\b/i, `write the spec without the flag, ${example}`],
    [/^cache(-to|-from)?\s*:/i, `write the spec without "cache:" in front, ${example}`],
    [/^[-*•–—]/, 'the input is a string, not a list; write each spec on its own line, without "-"'],
    [/^[[{]/, `a spec is not JSON; write one a line, ${example}`],
    [/^['`‘’“”„«]|['`‘’”»]$/, 'write the spec without quotes around it'],
    [/(^|\s)#/, 'the line ends in a comment; write comments on their own lines'],
    [/\\$/, 'a spec is a single line; "\\" does not continue it'],
    [/\$\{\{/, `an expression was not evaluated: GitHub evaluates ${expression('…')} only in workflow files`],
    [/\$\(|\$\{?[a-z_]\w*/i, `shell variables are not expanded here; write ${expression('env.NAME')}`],
    // Before "given twice": that is how two specs in one line look.
    [regExp(`(^|[\\s,;|])type\\s*=.*[\\s,;|]type\\s*=`), `this holds several specs; ${ONE_A_LINE}`],
    [
        regExp(`^${TYPE}[\\s,;|]+(${TYPE}$|${TYPE}[\\s,;|]|type\\s*=)`),
        `this holds several specs; ${ONE_A_LINE}`,
    ],
    [
        regExp(`^type\\s*=.*[,;|]\\s*${TYPE}$|^type\\s*=.*\\b(${TYPE}|ref=\\S+)\\s+${TYPE}$`),
        `this holds several specs; ${ONE_A_LINE}`,
    ],
    [regExp(`(^|,)\\s*${NAME}\\s*:`), `write "=" and not ":" between a name and its value, ${example}`],
    [
        regExp(`^[^,]*[^,\\s][\\s;&|]+\\s*${NAME}\\s*=|,[^,]*=[^,]*[\\s;&|]\\s*${NAME}\\s*=`),
        `separate attributes by commas, ${example}`,
    ],
    [/,\s*$/, 'the line ends in a comma; remove it, and write the spec on a single line'],
    [/^\s*,|,\s*,/, 'there is an extra comma; remove it'],
    [/^s3:\/\//i, `this is a URL; write ${examples.s3}`],
    [/^https?:\/\/[^,]*\.blob\.[^,]*$/i, `this is a URL; write ${examples.azblob}`],
    [/^[a-z]+:\/\//i, `a spec cannot begin with a URL; write its type first, ${example}`],
    [/^(~|\.{0,2}\/)[^=]*$/, 'this is a path; write type=local,dest= in front of it'],
];
const off = /^(false|off|no|null|nil|nothing|disabled?|never|none|0|~|"")$/i;
const on = /^(true|on|yes|enabled?|auto|automatic|default|always|1)$/i;
/** Other names of a store. */
const aliases = {
    github: 'gha',
    actions: 'gha',
    'github-actions': 'gha',
    'actions-cache': 'gha',
    'actions/cache': 'gha',
    gh: 'gha',
    ghcr: 'registry',
    docker: 'registry',
    dockerhub: 'registry',
    ecr: 'registry',
    gcr: 'registry',
    acr: 'registry',
    gar: 'registry',
    image: 'registry',
    oci: 'registry',
    'docker-image': 'registry',
    harbor: 'registry',
    dir: 'local',
    directory: 'local',
    folder: 'local',
    disk: 'local',
    file: 'local',
    path: 'local',
    fs: 'local',
    aws: 's3',
    minio: 's3',
    r2: 's3',
    azure: 'azblob',
    azureblob: 'azblob',
    blob: 'azblob',
};
/** The backend that a word means: another name for it, or its name in capitals. */
function backendMeant(word) {
    const lower = word.toLowerCase();
    return types.includes(lower) ? lower : Object.hasOwn(aliases, lower) ? aliases[lower] : undefined;
}
/**
 * What is wrong with a line that is not a cache spec, and what to write; undefined if it may be one. It quotes nothing
 * of the line but a type. `isAlone`: there is no other line.
 */
function habitOf(line, isAlone) {
    const hidden = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u.exec(line)?.[0];
    if (hidden !== undefined) {
        const code = hidden.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
        return `this has an invisible character (U+${code}); delete it`;
    }
    if (off.test(line)) {
        return isAlone
            ? `this is not a cache spec; "none" turns the cache off, as in ${expression("… && 'gha' || 'none'")}`
            : '"none" turns the cache off and must be the only line; remove it or the other lines';
    }
    if (on.test(line))
        return "this is not a cache spec; write gha for GitHub's cache, or omit the input";
    // A whole line in quotes: one field, to CSV.
    if (/^"[^"]*,[^"]*"$/.test(line))
        return 'write the spec without quotes around it';
    const open = line.replace(/"(?:[^"]|"")*"/g, '""');
    const habit = habits.find(([found]) => found.test(open));
    if (habit)
        return habit[1];
    const [, type] = regExp(`^(${TYPE})\\s*[,:;/]`).exec(open) ?? [];
    if (type !== undefined)
        return `attributes follow "type=": write type=${type.toLowerCase()},…, ${example}`;
    return open.includes('=') || !isReference(open)
        ? undefined
        : 'this is an image reference; write type=registry,ref= in front of it';
}
/** An image reference of more than one word. */
function isReference(text) {
    if (!/[/.:]/.test(text))
        return false;
    try {
        (0,reference/* parseReference */.F2)(text.replace(/@.*/s, ''));
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/backends/local.ts
var local = __nccwpck_require__(7490);
// EXTERNAL MODULE: ./src/lib/go-boolean.ts
var go_boolean = __nccwpck_require__(5860);
;// CONCATENATED MODULE: ./src/backends/validate-attributes.ts





const inTag = { scope: 'a tag in ref', name: 'a tag in ref', tag: 'a tag in ref' };
const inDest = { path: 'dest', dir: 'dest', directory: 'dest', folder: 'dest' };
// Names from other backends that users write, and the right ones.
const elsewhere = {
    gha: { ref: 'scope', name: 'scope', tag: 'scope', key: 'scope' },
    registry: { ...inTag, dest: 'ref', src: 'ref', image: 'ref', repo: 'ref', repository: 'ref', url: 'ref' },
    local: { ...inDest, src: 'dest, used for exports and imports', scope: 'tag', name: 'tag', ref: 'dest' },
    s3: { scope: 'name', tag: 'name', ref: 'name', key: 'name', path: 'prefix', folder: 'prefix' },
    azblob: { scope: 'name', tag: 'name', ref: 'name', key: 'secret_access_key', bucket: 'container' },
    inline: { ...inTag, dest: 'ref', src: 'ref', image: 'ref' },
};
/**
 * The checked attributes of a spec. Those that BuildKit's server would read from its own environment are filled in from
 * the step's. BuildKit silently ignores unknown attributes and wrong values; here they are errors.
 */
function completeAttributes(backend, given, variables, fail) {
    for (const [name, value] of given)
        checkOne(backend, name, value, fail);
    const filled = Object.entries(backend.attributes).flatMap(([name, { readsEnv }]) => {
        const value = readsEnv && (0,backends_backend/* attribute */.lt)(given, name) === undefined ? (variables[readsEnv] ?? '') : '';
        return value === '' ? [] : [[name, value]];
    });
    for (const [name, value] of filled)
        checkOne(backend, name, value, fail);
    const all = [...given, ...filled];
    checkRequired(backend, all, fail);
    if ((0,backends_backend/* attribute */.lt)(all, 'image-manifest') !== undefined)
        checkManifest(all, fail);
    return all;
}
/** Refuses attributes that the backend does not have, whatever their values. */
function checkNames({ type, attributes }, given, fail) {
    for (const [name] of given) {
        if (!Object.hasOwn(attributes, name))
            fail(unknown(type, name, Object.keys(attributes)));
    }
}
/** Refuses a value that the attribute cannot have. */
function checkOne(backend, name, value, fail) {
    checkNames(backend, [[name, value]], fail);
    const known = backend.attributes[name];
    const wrong = known.kind.check(value);
    const shown = known.secret ? '' : quote(value, '');
    if (wrong)
        fail([name, shown, wrong].filter((it) => it !== '').join(' '));
    if (/^(['`‘“]).*['`’”]$/su.test(value))
        fail(`${name} has quotes around its value; remove them`);
}
function unknown(type, name, names) {
    const here = elsewhere[type]?.[name];
    const guess = here ? `; here it is ${here}.` : `.${didYouMean(name, names)}`;
    const given = quote(name, 'of such a name');
    return `${type} has no attribute ${given}; it has ${names.join(', ')}${guess}`;
}
function checkRequired({ type, attributes }, all, fail) {
    for (const [name, { required, readsEnv }] of Object.entries(attributes)) {
        if (!required || (0,backends_backend/* attribute */.lt)(all, name) !== undefined)
            continue;
        const variable = readsEnv ? `, or the variable ${readsEnv}` : '';
        fail(`${type} needs ${name}=…, such as ${examples[type]}${variable}`);
    }
}
/** An image manifest is an OCI type: BuildKit finds out only after the build (remotecache/export.go). */
function checkManifest(all, fail) {
    const isTrue = (name) => (0,go_boolean/* goBoolean */.x)((0,backends_backend/* attribute */.lt)(all, name)) === true;
    const ociOff = (0,backends_backend/* attribute */.lt)(all, 'oci-mediatypes') !== undefined && !isTrue('oci-mediatypes');
    if (isTrue('image-manifest') && ociOff)
        fail('image-manifest=true needs oci-mediatypes=true');
}

;// CONCATENATED MODULE: ./src/backends/spec.ts








/** Whether GitHub's cache service stores the scopes of a cache, so that its rules apply to them. */
function isOnGithub({ backend, isOwned }) {
    return backend.type === 'gha' || isOwned === true;
}
/**
 * The lines of the input `cache` -> specs. Throws InputError: one sentence, before anything runs. It never
 * repeats a line, which may hold a credential.
 */
function parseSpecs(lines, variables) {
    return readSpecs(lines, variables).specs;
}
/**
 * The same, and one sentence for each line that cannot be used because a secret or variable is empty in this run. Runs
 * of forks and of Dependabot get no secrets (`noSecrets`) and still build. In other runs an empty credential also
 * disables the cache, but an empty location is an error. `numbers`: the numbers of the lines in the input.
 */
function readSpecs(lines, variables, noSecrets = false, numbers = lines.map((_, i) => i + 1)) {
    const read = lines.map((line, i) => {
        const where = lines.length > 1 ? `line ${numbers[i]}, ` : '';
        const spec = parseSpec(line, lines.length === 1, { variables, noSecrets }, (sentence) => {
            throw new input_error_InputError('cache', `${where}${sentence}${/[.?]$/.test(sentence) ? '' : '.'}`);
        });
        return { where, spec };
    });
    const specs = read.flatMap(({ spec }) => ('lacks' in spec ? [] : [spec]));
    const leftOut = read.flatMap(({ where, spec }) => 'lacks' in spec
        ? `cache: ${where}${spec.type} is ignored, because ${spec.lacks.join(' and ')} ${spec.lacks.length > 1 ? 'are' : 'is'} empty. ` +
            'Runs from forks and Dependabot get no secrets; in other runs, check the name of the secret or variable.'
        : []);
    const places = specs.map(({ backend, given, name }) => JSON.stringify([backend.place(given), name]));
    const second = places.findIndex((place, i) => places.indexOf(place) !== i);
    if (second >= 0) {
        throw new input_error_InputError('cache', `line ${numbers[second]} points to the same cache as an earlier line; remove one.`);
    }
    return { specs, leftOut };
}
function parseSpec(line, isAlone, { variables, noSecrets }, fail) {
    const habit = habitOf(line, isAlone);
    if (habit !== undefined)
        return fail(habit);
    const fields = readFields(line, fail);
    const type = fields.find(([name]) => name === 'type')?.[1];
    if (type === undefined)
        return fail(`type=… is missing; a spec is a single line, such as ${examples.registry}`);
    const backend = Object.hasOwn(backends/* backends */.S, type) ? backends/* backends */.S[type] : undefined;
    if (!backend)
        return fail(noSuchType(type));
    const written = fields.filter(([name]) => name !== 'type');
    checkNames(backend, written, fail);
    // An attribute is empty because its secret or variable is: it counts as unset.
    const filled = written.filter(([, value]) => value !== '');
    const empty = written.flatMap(([name, value]) => (value === '' ? [name] : []));
    const lacking = empty.filter((name) => isLacking(backend, name, variables));
    const gaps = filled.filter(([name, value]) => hasGap(backend, name, value));
    const isCredential = lacking.some((name) => backend.attributes[name]?.credential);
    if (lacking.length > 0 && !noSecrets && !isCredential)
        return fail(`${lacking[0]} is empty; ${type} needs it, such as ${examples[type]}`);
    const lacks = [...lacking, ...(noSecrets ? gaps.map(([name]) => `a part of ${name}`) : [])];
    if (lacks.length > 0) {
        const others = filled.filter((it) => !(noSecrets && gaps.includes(it)));
        for (const [name, value] of others)
            checkOne(backend, name, value, fail);
        return { type, lacks };
    }
    const given = type === 'local' ? (0,local/* atHome */.X)(filled, variables, fail) : filled;
    const isOwned = type === 'local' && !given.some(([name]) => name === 'dest');
    const named = backend.readName(completeAttributes(backend, given, variables, fail));
    return { backend, ...named, ...(isOwned ? { isOwned } : {}) };
}
/** Whether a cache cannot be used if this attribute is empty and nothing else provides its value. */
function isLacking({ attributes }, name, variables) {
    const { required, credential, readsEnv } = attributes[name] ?? {};
    return (required && !(readsEnv && variables[readsEnv])) || credential === true;
}
/** Whether a value is wrong because an expression in it is empty. */
function hasGap({ attributes }, name, value) {
    const { kind } = attributes[name] ?? {};
    return kind?.hasGap?.(value) === true && kind.check(value) !== undefined;
}
function noSuchType(type) {
    const meant = backendMeant(type);
    const types = Object.keys(backends/* backends */.S);
    if (meant === undefined) {
        const isShown = quote(type, '') !== '';
        return isShown ? `type ${notOneOf(type, types)}` : `its type is not one of ${types.join(', ')}`;
    }
    return `type ${quote(type, '')} is not one of ${types.join(', ')}; write ${examples[meant]}`;
}
/** Names in lower case, blanks around names and values trimmed; a bare word is a type. */
function readFields(line, fail) {
    let fields;
    try {
        fields = clean_action_decodeFields(line);
    }
    catch (error) {
        return fail(error.message);
    }
    const pairs = fields.map((field, i) => {
        const equals = field.indexOf('=');
        if (equals < 0)
            return i === 0 && fields.length === 1
                ? ['type', field]
                : fail(`field ${i + 1} has no "="; write name=value, such as ${examples.registry}`);
        return [field.slice(0, equals).trim().toLowerCase(), field.slice(equals + 1).trim()];
    });
    const twice = pairs.find(([name], i) => pairs.findIndex(([it]) => it === name) !== i);
    return twice
        ? fail(`${/^[a-z0-9_.-]{1,32}$/.test(twice[0]) ? twice[0] : 'an attribute'} is specified twice`)
        : pairs;
}

;// CONCATENATED MODULE: ./src/inputs/boolean.ts

const values = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
/** A YAML 1.2 core boolean, the same six spellings as @actions/core takes; empty is the default. */
function parseBoolean(input, text, whenEmpty) {
    if (text === '')
        return whenEmpty;
    const value = values.get(text);
    if (value === undefined)
        throw new input_error_InputError(input, `"${text}" is not a boolean; write true or false.`);
    return value;
}

;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/CsvError.js
class CsvError_CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError_CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_columns_array.js



const normalize_columns_array_normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js





const normalize_options_normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `encoding`
  // Note: defined first because other options depends on it
  // to convert chars/strings into buffers.
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
  // Normalize option `cast`
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
  // Normalize option `cast_date`
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
  // Normalize option `columns`
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
    // Fields in the first line are converted as-is to columns
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
  // Normalize option `group_columns_by_name`
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
  // Normalize option `comment`
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `comment_no_infix`
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
  // Normalize option `delimiter_auto`
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `delimiter`
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
  // Normalize option `from`
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
  // Normalize option `from_line`
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
  // Normalize options `ignore_last_delimiters`
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
  // Normalize option `info`
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
  // Normalize option `max_record_size`
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) {
    // Great, nothing to do
  } else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
  // Normalize option `objname`
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
      // Don't call `toString`, leave objname as a buffer
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
    // Great, nothing to do
  } else if (typeof options.objname === "number") {
    // if(options.objname.length === 0){
    //   throw new Error(`Invalid Option: objname must be a non empty string`);
    // }
    // Great, nothing to do
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
      // A string or a buffer
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
  // Normalize option `on_record`
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
  // Normalize option `on_skip`
  // options.on_skip ??= (err, chunk) => {
  //   this.emit('skip', err, chunk);
  // };
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
  // Normalize option `quote`
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
  // Normalize option `raw`
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
  // Normalize option `record_delimiter`
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  // Normalize option `relax_column_count`
  if (typeof options.relax_column_count === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
  // Normalize option `relax_quotes`
  if (typeof options.relax_quotes === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
  // Normalize option `skip_empty_lines`
  if (typeof options.skip_empty_lines === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
  // Normalize option `skip_records_with_empty_values`
  if (typeof options.skip_records_with_empty_values === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
  // Normalize option `skip_records_with_error`
  if (typeof options.skip_records_with_error === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
  // Normalize option `rtrim`
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
  // Normalize option `ltrim`
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
  // Normalize option `trim`
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
  // Normalize options `trim`, `ltrim` and `rtrim`
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  // Normalize option `to`
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
  // Normalize option `to_line`
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/delimiter_discover.js



// Discussed in [issue #400](https://github.com/adaltas/node-csv/issues/400)
// See https://github.com/python/cpython/blob/ea1b1c579f600cc85d145c60862b2e6b98701b24/Lib/csv.py#L349
const delimiter_discover_delimiter_discover = function (records, options) {
  // Normalize the configuration
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  // Convert String to Buffer
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  // Convert Buffer to an array of records
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
  // Info array initialization, 127 entries, one per char code
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
  // Traverse each records, count occurences per char code
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      // Count the character frequency
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  // Traverse each char code, compute the score
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
  // Extract the dominant character
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/index.js






const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13; // `\r`, carriage return, 0x0D in hexadécimal, 13 in decimal
const nl = 10; // `\n`, newline, 0x0A in hexadecimal, 10 in decimal

const boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254]),
};

const api_transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = normalize_options(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
      // Automatic delimiter discovery
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        // Ensure that nextBuf is not concatenated a second time during buffer reconciliation
        nextBuf = undefined;
        // this.delimiterBufPrevious = delimiterBuf;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      // Previous buffers reconciliation
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
          // Handle empty string
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      // Handle UTF BOM
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          // No enough data
          if (end === false) {
            // Wait for more data
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
              // Skip BOM
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              // Renormalize original options with the new encoding
              const options = normalize_options({
                ...this.original_options,
                encoding: encoding,
              });
              // Properties are merged with the existing options instance
              for (const key in options) {
                this.options[key] = options[key];
              }
              // Options will re-evaluate the Buffer with the new encoding
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        // Ensure we get enough space to look ahead
        // There should be a way to move this out of the loop
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        // Auto discovery of record_delimiter, unix, mac and windows supported
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
        // Previous char was a valid escape char
        // treat the current char as a regular char
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          // Escape is only active inside quoted fields
          // We are quoting, the char is an escape chr and there is a chr to escape
          // if(escape !== null && this.state.quoting === true && chr === escape && pos + 1 < bufLen){
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          // Not currently escaping and chr is a quote
          // TODO: need to compare bytes instead of single char
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              // Escape a quote
              // Treat next char as a regular character
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                // In relax_quotes mode, treat opening quote preceded by chrs as regular
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
              // Do not emit comments which take a full line
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                // Skip full comment line
              } else {
                // Activate records emission if above from_line
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                // Skip if line is empty and skip_empty_lines activated
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
        // rtrim in non quoting is handle in __onField
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        // Ensure we are not ending in a quoting state
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
          // Skip last line if it has no characters
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      // Convert the first line into column names
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`, // rename columns
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
          // Error is undefined with skip_records_with_error
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        // With columns, records are object
        if (columns !== false) {
          const obj = {};
          // Transform record array to an object
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
            // Turn duplicate columns into an array
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
          // Without objname (default)
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
          // Without columns, records are array
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      // Short circuit for the from_line options
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
      // Increment record length if record size must not exceed a limit
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      // Dont loose time calling cast
      // because the final record is an object
      // and this field can't be associated to a key present in columns
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      // Fast bail-out: non-whitespace bytes (the common case) are rejected
      // without scanning the full timchar list.
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0; // Borrowed from jquery
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
      // Note, we don't need to cache this information in state,
      // It is only called on the first line until we find out a suitable
      // record delimiter.
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
        // this.emit('skip', err, raw ? this.state.rawBuffer.toString(encoding) : undefined);
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      // Bytes records are only incremented when all records'fields are parsed
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/sync.js



const sync_parse = function (data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? Object.create(null) : [];
  const parser = transform(opts);
  const push = (record) => {
    if (parser.options.objname === undefined) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {};
  const error = parser.parse(data, true, push, close);
  if (error !== undefined) throw error;
  return records;
};



;// CONCATENATED MODULE: ./src/inputs/list.ts

/**
 * A multi-line input as docker/build-push-action reads it: one item a line and, unless `commas: false`, several
 * separated by commas; an item in double quotes keeps its commas and line breaks. Throws an Error that says what
 * is wrong.
 */
function parseList(text, dialect = {}) {
    if (text === '')
        return [];
    return records(text, dialect.quote === false ? { quote: false } : {})
        .flatMap((fields) => {
        if (dialect.commas === false)
            return [fields.join(',')];
        // A line that is one quoted field is split as well: upstream does so, and tags rely on it.
        return fields.length === 1 ? fields.flatMap((field) => field.split(',')) : fields;
    })
        .filter((item) => item !== '')
        .map((item) => (dialect.trim === false ? item : item.trim()));
}
function records(text, options) {
    try {
        return parse(text, { relax_quotes: true, relax_column_count: true, skip_empty_lines: true, ...options });
    }
    catch (error) {
        throw error instanceof CsvError ? new Error('a double quote is not closed') : error;
    }
}
/**
 * One item a line, without blank lines and, unless items may begin with `#`, without comments; nothing else is
 * interpreted.
 */
function parseLines(text, comments = true) {
    return numberedLines(text, comments).map(({ line }) => line);
}
/** The same with the number of each line, counted from 1 in the text as written. */
function numberedLines(text, comments = true) {
    return text
        .split(/\r?\n/)
        .map((line, i) => ({ number: i + 1, line: line.trim() }))
        .filter(({ line }) => line !== '' && !(comments && line.startsWith('#')));
}

;// CONCATENATED MODULE: ./src/inputs/measures.ts

const HOUR = 3_600_000;
/** In milliseconds. */
const TIMES = { h: HOUR, m: 60_000, s: 1_000, ms: 1 };
/** In bytes. */
const SIZES = {
    B: 1,
    kB: 1e3,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    TB: 1e12,
    KiB: 1024,
    MiB: 1024 ** 2,
    GiB: 1024 ** 3,
    TiB: 1024 ** 4,
};
/** A duration as Go writes them (`90s`, `2m`, `1m30s`), or a number of seconds, in milliseconds; 0 is 0. */
function parseDuration(input, text, whenEmpty) {
    if (text === '')
        return whenEmpty;
    if (/^\d{1,6}$/.test(text))
        return Number(text) * 1_000;
    const parts = [...text.matchAll(/(\d{1,9}(?:\.\d{1,9})?)(h|ms|m|s)/g)];
    if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
        throw new InputError(input, `"${text}" is not a duration; write a value such as 90s or 2m, or 0 for no limit.`);
    }
    return Math.round(parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (TIMES[unit] ?? 0), 0));
}
/** A time in days or hours, `14d` or `36h`, in milliseconds; throws InputError. */
function parseSpan(input, text) {
    const [, number = '', unit] = /^(\d{1,5})([dh])$/.exec(text) ?? [];
    if (Number(number) < 1) {
        throw new input_error_InputError(input, `"${text}" is not a time; write days or hours, such as 14d or 36h.`);
    }
    return Number(number) * (unit === 'd' ? 24 * HOUR : HOUR);
}
/** A size such as `10GB` or `1.5 GiB`, in bytes; throws InputError. */
function parseSize(input, text) {
    const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([A-Za-z]{1,3})$/.exec(text) ?? [];
    const bytes = Number(number) * (Object.hasOwn(SIZES, unit) ? (SIZES[unit] ?? 0) : 0);
    if (!(bytes > 0))
        throw new InputError(input, `"${text}" is not a size; write it with its unit, such as 10GB.`);
    return bytes;
}

;// CONCATENATED MODULE: ./src/inputs/text.ts

/** The text itself; what is not UTF-8 is refused, since two such names would become one. */
function wellFormed(input, text) {
    // Node reads it as U+FFFD.
    if (!text.isWellFormed() || text.includes('\ufffd'))
        throw new input_error_InputError(input, 'it is not well-formed Unicode.');
    return text;
}

;// CONCATENATED MODULE: ./src/inputs/unknown-inputs.ts
/** Variables that a runner sets for actions in a container. */
const RUNNERS = ['args', 'entrypoint'];
/** The same environment, and the names of the inputs read so far. */
function notingInputs(environment) {
    const asked = new Set();
    const note = (read) => (name) => {
        asked.add(name);
        return read(name);
    };
    const { input, rawInput } = environment;
    return { noting: { ...environment, input: note(input), rawInput: note(rawInput) }, asked };
}
// Inputs of docker/bake-action that differ from this action's by one letter; a wrapper passes on its own inputs, and
// act those of all the job's steps.
const OTHERS = ['files', 'targets'];
/**
 * A sentence for each unknown input that is one typo away from a known one; only GitHub's own runner warns about those.
 * Others may be anything, and are ignored.
 */
function nearInputs(given, known) {
    return given.flatMap((name) => {
        const isOthers = known.includes(name) || OTHERS.includes(name) || RUNNERS.includes(name);
        if (isOthers || !/^[a-z][a-z0-9_-]*$/.test(name))
            return [];
        const meant = known.find((it) => isSlip(lettersOf(name), lettersOf(it)));
        return meant === undefined ? [] : [`There is no input "${name}". Did you mean "${meant}"?`];
    });
}
const lettersOf = (name) => name.replace(/[_-]/g, '');
// A shorter word with one letter replaced is another word: `load` and `read`, `push` and `path`.
const SHORT = 4;
/** Whether one letter is missing, extra, replaced or swapped with the next, or only hyphens differ. */
function isSlip(given, meant) {
    const shorter = Math.min(given.length, meant.length);
    let same = 0;
    while (same < shorter && given[same] === meant[same])
        same++;
    const [a, b] = [given.slice(same), meant.slice(same)];
    if (a.slice(1) === b || a === b.slice(1))
        return true;
    if (a.length !== b.length)
        return a === b;
    const isSwapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
    return isSwapped || (a.slice(1) === b.slice(1) && meant.length > SHORT);
}

;// CONCATENATED MODULE: ./src/clean/inputs.ts









/** Reads the inputs; throws InputError: one sentence, before any request. */
function readCleanInputs(environment) {
    const { noting, asked } = notingInputs(environment);
    const input = (name) => evaluated(name, wellFormed(name, noting.input(name)));
    const lines = parseLines(input('cache'));
    if (lines.length === 1 && lines[0] === 'none')
        throw new input_error_InputError('cache', '"none" leaves nothing to clean; specify the caches that your builds use.');
    const { specs, leftOut } = readSpecs(lines.length === 0 ? ['type=gha'] : lines, environment.forDocker);
    const credentials = takeCredentials(specs);
    const branches = parseLines(input('branches'), false);
    const isNone = branches.length === 1 && branches[0] === 'none';
    const token = input('github-token');
    const env = Object.entries({ ...environment.forDocker, ...credentials.env });
    return {
        specs: credentials.specs,
        images: parseLines(input('images'), false),
        keep: /^0[dh]?$/.test(input('keep')) ? 0 : parseSpan('keep', input('keep') || '7d'),
        branches: isNone ? [] : branches.map(pattern),
        takesNamed: isNone,
        dryRun: parseBoolean('dry-run', input('dry-run'), false),
        adopts: parseBoolean('adopt', input('adopt'), false),
        token,
        env: Object.fromEntries(env.filter((it) => it[1] !== undefined)),
        secrets: [...new Set([...credentials.secrets, token])].filter((it) => it !== ''),
        warnings: [...leftOut, ...nearInputs(environment.inputNames, [...asked])],
    };
}
function evaluated(name, text) {
    if (name !== 'cache' && text.includes('${{'))
        throw new input_error_InputError(name, 'it contains "${{", an expression that was not evaluated; write it in the workflow file.');
    return text;
}
/** A branch's name, with `*` for any text; other wildcards would match nothing. */
function pattern(line) {
    const name = branchOfRef(line);
    if (/,\s/.test(name))
        throw new input_error_InputError('branches', 'write one branch a line, without commas.');
    // Characters that git does not allow in a branch's name (git-check-ref-format(1)).
    if (/[\s~^:?[\]\\]|\.\.|^[!/]|\/$/.test(name))
        throw new input_error_InputError('branches', `"${line}" matches no branch; write a name, with * for any text.`);
    return name;
}

;// CONCATENATED MODULE: ./src/lib/format.ts
/** A time for people: `0.4 s`, `12 s`, `3 min 4 s`, `2 h 5 min`. */
function formatSeconds(seconds) {
    if (seconds < 9.95)
        return `${seconds.toFixed(1)} s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole} s`;
    const minutes = Math.floor(whole / 60);
    if (minutes < 60)
        return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
    const hours = Math.floor(minutes / 60);
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
/** A size for people, in powers of ten as registries count: `512 B`, `61 MB`, `1.2 GB`. */
function formatBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = bytes;
    let unit = 0;
    while (Math.round(value) >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit++;
    }
    return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}
/** `1 step`, `2 steps`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** `a`, `a and b`, `a, b and c`. */
function list(items, last = 'and') {
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}
/** A ratio as whole percents: 100 only for exactly 1, 0 only for exactly 0. */
function percent(ratio) {
    if (ratio <= 0 || ratio >= 1)
        return ratio <= 0 ? 0 : 100;
    return Math.min(99, Math.max(1, Math.round(ratio * 100)));
}

// EXTERNAL MODULE: ./src/runner/safe-line.ts
var safe_line = __nccwpck_require__(5072);
;// CONCATENATED MODULE: ./src/report/escape.ts
// The user's texts in GitHub-flavoured Markdown: names of stages, instructions, branches, errors. The runner hides
// secrets in a summary by their literal text, so each text is written literally, in a code span or a fence, where
// Markdown interprets nothing: no HTML, no mention, no link. Texts that cannot be written this way are omitted.

/** In characters: longer texts are omitted, since no mask finds a part of a secret. */
const LONGEST = 2_000;
const LEFT_OUT = '`…`';
/** A text as code; `…` if it has several lines or is too long. */
function code(text) {
    if (!isFit(text))
        return LEFT_OUT;
    const fence = '`'.repeat(unusedRun(text));
    // Markdown strips one blank at either end; a backtick there would extend the fence.
    const pad = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
    return `${fence}${pad}${text}${pad}${fence}`;
}
/** The same in a table, whose cells end at the next `|`, even in a code span. */
function cellCode(text) {
    return text.includes('|') ? LEFT_OUT : code(text);
}
/** The action's own sentence, which may contain a name: unchanged if Markdown interprets nothing in it. */
function sentence(text) {
    return isPlain(text) ? text : code(text);
}
/** The same in a table. */
function cellSentence(text) {
    return isPlain(text) ? text : cellCode(text);
}
/** Lines in a fence, unchanged. None of them may begin with a backtick. */
function fenced(lines) {
    return ['```text', ...lines, '```'].join('\n');
}
/** An instruction unchanged, or only its first word if it has several lines or more than `most` characters. */
function instructionText(instruction, most) {
    if (isFit(instruction) && instruction.length <= most)
        return instruction;
    return `${/^(ONBUILD )?[A-Z]+(?= )/.exec(instruction)?.[0] ?? ''} …`.trimStart();
}
function isFit(text) {
    return text !== '' && text.length <= LONGEST && (0,safe_line/* isVisible */.zN)(text);
}
/** Words, numbers and punctuation; no `www.`, which GitHub turns into a link. */
function isPlain(text) {
    const rest = /^\p{L}(?:[\p{L}\p{M}\p{N} (),'’%…]|[.:;–-](?=[\p{L}\p{N} ]|$))*$/u;
    return rest.test(text) && !/www\.|:\S/i.test(text);
}
/** The smallest length of which the text has no run of backticks. */
function unusedRun(text) {
    const runs = new Set((text.match(/`+/g) ?? []).map(({ length }) => length));
    let length = 1;
    while (runs.has(length))
        length++;
    return length;
}

;// CONCATENATED MODULE: ./src/clean/report.ts


/** In bytes: GitHub drops a summary of more than 1 MiB, and limits a job's outputs to the same. */
const MOST = 900_000;
/** An age, for people: `12 min`, `5 h`, `3 d`; empty if unknown. */
function formatAge(written, now) {
    if (written === undefined || !Number.isFinite(written))
        return '';
    const minutes = Math.max(0, Math.floor((now - written) / 60_000));
    if (minutes < 60)
        return `${minutes} min`;
    return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}
const kept = (surveys) => surveys.flatMap(({ rows }) => rows.filter(({ fate }) => fate === 'kept'));
function cleanOutputs({ surveys, deleted, freed }) {
    const list = deleted.map(({ store, scope, branch, written, size, why }) => ({
        store,
        scope,
        branch,
        bytes: size ?? null,
        why,
        written: written === undefined || !Number.isFinite(written) ? null : new Date(written).toISOString(),
    }));
    let size = 0;
    const shown = list.filter((it) => {
        size += JSON.stringify(it).length + 1;
        return size < MOST;
    });
    return [
        ['deleted', JSON.stringify(shown)],
        ['kept', String(kept(surveys).length)],
        ['freed-bytes', String(freed)],
    ];
}
/** What a run will delete, for the log; the same in a dry run. */
function deletionLines({ store, rows, foreign, notes }, now) {
    const dead = rows.filter(({ fate }) => fate === 'dead');
    const stay = kept([{ store, rows }]);
    const whys = [...Map.groupBy(stay, ({ why }) => why)].map(([why, them]) => `keep   ${them.length}: ${why}`);
    return [
        ...dead.map((row) => {
            const words = [
                ...(row.branch === '' ? [] : [row.branch]),
                ...(formatAge(row.written, now) === '' ? [] : [`${formatAge(row.written, now)} old`]),
                ...(row.size === undefined ? [] : [formatBytes(row.size)]),
            ];
            return `delete ${row.scope} (${[...words, row.why].join(', ')})`;
        }),
        ...whys,
        ...(foreign > 0
            ? [
                `ignore ${count(foreign, 'other object')} that ${foreign === 1 ? 'is' : 'are'} not a cache of this repository`,
            ]
            : []),
        ...notes.map((it) => `note   ${it}`),
    ];
}
/** The last line of the log. */
function resultLine(cleaned) {
    const { deleted, freed, dryRun, surveys } = cleaned;
    const what = `${count(deleted.length, 'scope')} ${dryRun ? 'would be deleted' : 'deleted'}`;
    return `${what}, ${formatBytes(freed)}${dryRun ? '' : ' freed'}; ${count(kept(surveys).length, 'scope')} kept.`;
}
/** The job summary: a table, dead scopes first. */
function cleanSummary(cleaned) {
    const { surveys, deleted, dryRun, troubles, now } = cleaned;
    const planned = surveys.flatMap(({ rows }) => rows.filter(({ fate }) => fate === 'dead'));
    const failed = dryRun ? [] : planned.filter((it) => !deleted.includes(it));
    const head = ['| scope | branch | store | age | size | |', '| --- | --- | --- | ---: | ---: | --- |'];
    const rows = [
        ...deleted.map((it) => line(it, dryRun ? 'would be deleted' : 'deleted', now)),
        ...failed.map((it) => line(it, 'not deleted', now)),
        ...kept(surveys).map((it) => line(it, 'kept', now)),
    ];
    let size = 0;
    const shown = rows.filter((row) => {
        size += Buffer.byteLength(row) + 1;
        return size < MOST;
    });
    const left = rows.length - shown.length;
    const foreign = surveys.reduce((sum, it) => sum + it.foreign, 0);
    return [
        '### Clean-up of build caches\n',
        `${resultLine(cleaned)}${foreign > 0 ? ` ${count(foreign, 'other object')} ignored.` : ''}\n`,
        ...troubles.map((it) => `${sentence(it)}\n`),
        ...(rows.length === 0 ? [] : [[...head, ...shown].join('\n'), '']),
        ...(left > 0 ? [`${count(left, 'more row')} omitted.\n`] : []),
    ].join('\n');
}
function line({ scope, branch, store, written, size, why }, fate, now) {
    const bytes = size === undefined ? '' : formatBytes(size);
    const cells = [cellCode(scope), branch === '' ? '' : cellCode(branch), cellCode(store)];
    return `| ${[...cells, formatAge(written, now), bytes, cellSentence(`${fate}: ${why}`)].join(' | ')} |`;
}

// EXTERNAL MODULE: ./src/clean/repository.ts + 1 modules
var clean_repository = __nccwpck_require__(4661);
;// CONCATENATED MODULE: ./src/clean/stores.ts

/** The stores of the specs, without duplicates: specs that differ only in the name share one. */
function storesOf(specs, context) {
    const stores = specs.map((spec) => storeOf(spec, context));
    return stores.filter((it, i) => stores.findIndex(({ place }) => place === it.place) === i);
}
// Load only the stores that are used.
function storeOf({ backend, given, isOwned }, { api, ask, rules, env }) {
    const place = isOwned ? 'gha' : backend.type === 'gha' ? 'gha' : backend.place(given).trim();
    const attributes = Object.fromEntries(given);
    const lists = {
        gha: async () => (await __nccwpck_require__.e(/* import() */ 555).then(__nccwpck_require__.bind(__nccwpck_require__, 6555))).surveyGha(api, rules, place),
        local: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(461), __nccwpck_require__.e(109)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7109))).surveyDirectory((0,backends_backend/* attribute */.lt)(given, 'dest') ?? '', rules, place),
        registry: async () => {
            const [{ openRegistry }, { surveyRegistry }] = await Promise.all([
                Promise.all(/* import() */[__nccwpck_require__.e(461), __nccwpck_require__.e(973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4973)),
                __nccwpck_require__.e(/* import() */ 981).then(__nccwpck_require__.bind(__nccwpck_require__, 5981)),
            ]);
            const isPlain = attributes['registry.insecure'] === 'true';
            return surveyRegistry(openRegistry(attributes.ref ?? '', isPlain, env, ask), api, rules, place);
        },
        s3: async () => {
            const [{ s3Folders, s3Objects }, { surveyObjects }] = await Promise.all([
                __nccwpck_require__.e(/* import() */ 768).then(__nccwpck_require__.bind(__nccwpck_require__, 1768)),
                __nccwpck_require__.e(/* import() */ 893).then(__nccwpck_require__.bind(__nccwpck_require__, 4893)),
            ]);
            return surveyObjects(s3Objects(attributes, env, ask), s3Folders(attributes), rules, place);
        },
        azblob: async () => {
            const [{ azblobFolders, azblobObjects }, { surveyObjects }] = await Promise.all([
                __nccwpck_require__.e(/* import() */ 665).then(__nccwpck_require__.bind(__nccwpck_require__, 1665)),
                __nccwpck_require__.e(/* import() */ 893).then(__nccwpck_require__.bind(__nccwpck_require__, 4893)),
            ]);
            return surveyObjects(azblobObjects(attributes, ask), azblobFolders(attributes), rules, place);
        },
    };
    const list = lists[isOwned ? 'gha' : backend.type];
    const without = () => Promise.reject(new Error('a cache inside an image goes with the image'));
    return { place: backend.type === 'inline' ? 'inline' : place, list: list ?? without };
}

;// CONCATENATED MODULE: ./src/events/default-branch.ts


// Events whose GITHUB_REF is always the default branch (docs.github.com, "Events that trigger workflows").
// pull_request_target is not among them: before December 2025, and on older servers, it ran on the base.
const runOnDefault = new Set(`branch_protection_rule check_run check_suite delete discussion discussion_comment fork gollum image_version
  issue_comment issues label milestone page_build public repository_dispatch schedule status watch workflow_run`.split(/\s+/));
/** The default branch's name and its source; the name is undefined if unknown. */
function defaultBranch(environment) {
    const { payload, eventName, ref } = environment;
    const sources = [
        ['repository.default_branch', (0,json_path/* textAt */.$)(payload, 'repository', 'default_branch')],
        [
            'pull_request.base.repo.default_branch',
            (0,json_path/* textAt */.$)(payload, 'pull_request', 'base', 'repo', 'default_branch'),
        ],
        ['master_branch', (0,json_path/* textAt */.$)(payload, 'master_branch')],
        [
            `GITHUB_REF, which is the default branch on ${eventName}`,
            runOnDefault.has(eventName) && ref.startsWith('refs/heads/') ? ref : undefined,
        ],
    ];
    const [from, found] = sources.find(([, value]) => value !== undefined) ?? [];
    const name = branchOfRef(found ?? '');
    return from === undefined || whyNotABranchName(name)
        ? { name: undefined, from: 'neither the event nor the environment names it' }
        : { name, from };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./src/events/git-context.ts



/**
 * The default build context, as upstream: this repository's git URL, pinned to the event's commit. `asQuery`: the
 * commit is in a query, which buildx 0.29 and newer support.
 */
function gitContext(environment, asQuery) {
    const { serverUrl, repository } = environment;
    return `${serverUrl}/${repository}.git${asQuery ? '?ref=' : '#'}${pinnedRef(environment)}`;
}
function pinnedRef({ sha, ref, payload, switches }) {
    const full = ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
    const isPull = full.startsWith('refs/pull/');
    const wanted = isPull && switches.contextIsPullHead ? full.replace(/\/merge$/, '/head') : full;
    if (isPull && wanted.endsWith('/head'))
        return textAt(payload, 'pull_request', 'head', 'sha') ?? wanted;
    return sha || wanted;
}
/** A context as written, with `{{defaultContext}}` replaced; the default if empty. */
function fillContext(written, defaultContext) {
    return written === ''
        ? defaultContext
        : written.replaceAll(/\{{2,3}\s*defaultContext\s*\}{2,3}/g, () => defaultContext);
}
/**
 * Context and Dockerfile of a build, however they are spelled. The Dockerfile of a git context is looked for below
 * its directory, whatever its path says, and that of any other below the folder where buildx runs.
 */
function git_context_imageSource({ context, file }, place) {
    const ownUrl = `${place.serverUrl}/${place.repository}.git`;
    const filled = fillContext(context, `${ownUrl}#`);
    const git = isUrl(filled) ? readGitUrl(filled) : undefined;
    const directory = inWorkspace(git ? git.directory : filled, place);
    const isOwn = !git || git.repository.toLowerCase() === readGitUrl(ownUrl).repository.toLowerCase();
    const written = git && file !== '' && !isUrl(file) ? posix.join('/', directory, posix.join('/', file)).slice(1) : file;
    return {
        repository: isOwn ? '' : git.repository,
        directory,
        dockerfile: file === ''
            ? posix.join(directory, 'Dockerfile')
            : isUrl(file)
                ? addressOf(file)
                : inWorkspace(written, place),
    };
}
/** The path of the Dockerfile in this repository; undefined if it is outside or in another one. */
function dockerfileHere(image, place) {
    const { repository, dockerfile } = git_context_imageSource(image, place);
    const isOutside = isUrl(dockerfile) || isAbsolute(dockerfile) || /^\.\.(\/|$)/.test(dockerfile);
    return repository !== '' || isOutside ? undefined : dockerfile;
}
/** Whether the builder itself fetches the context: the default, or a URL. */
function isGitContext(context) {
    return isUrl(fillContext(context, 'git://'));
}
function isUrl(text) {
    return /^([a-z][a-z0-9+.-]*:\/\/|[\w-]+@[\w.-]+:|github\.com\/)/i.test(text);
}
/** A URL without its user and without a query that can be a credential, since the result is shown publicly. */
function addressOf(url) {
    return withoutUser(url).replace(/\?\*\*\*$/, '');
}
function withoutUser(url) {
    return withoutCredentials(url).replace('://***@', '://');
}
/** Host and path of a git URL, however it is spelled, and its subdirectory; never its ref. */
function readGitUrl(url) {
    const [, address = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(withoutUser(url)) ?? [];
    const directory = new URLSearchParams(query).get('subdir') ?? fragment.split(':').slice(1).join(':');
    const repository = address
        .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
        .replace(/^[^/@]*@/, '')
        .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
        .replace(/(\.git)?\/*$/, '');
    // BuildKit cleans it relative to the repository's root, however it is written.
    return { repository, directory: posix.join('/', directory).slice(1) };
}
/** A path cleaned and relative to the workspace; empty for the workspace itself. */
function inWorkspace(path, { workspace }) {
    return path === '' ? '' : posix.relative(workspace, posix.resolve(workspace, path));
}

// EXTERNAL MODULE: ./src/keys/sanitize.ts
var sanitize = __nccwpck_require__(1397);
;// CONCATENATED MODULE: ./src/keys/cache-name.ts



/**
 * The cache name of an image: `cache-name` if set, else a text made from context, file and target; empty if these are
 * the defaults, so that most repositories see no name.
 */
function cacheName(given, image, place) {
    if (given !== '')
        return given;
    const { repository, directory, file } = identity(image, place);
    if (repository === '' && directory === '' && file === '' && image.target === '')
        return '';
    // JSON separates the parts unambiguously, and no user's name looks like it.
    return JSON.stringify([repository, directory, file, image.target].filter((it, i) => i > 0 || it !== ''));
}
/**
 * The name part of a key, from the cache name and the name in the cache spec (a tag, a scope): whichever is set, or
 * both. `without`: the secrets that the run lacks (inputs/missing-secrets.ts), sorted; they are in the hash alone.
 */
function namePart(name, inSpec, without = []) {
    if (without.length > 0)
        return (0,sanitize/* apartPart */.SM)(JSON.stringify([name, inSpec, without]), `${name} ${inSpec}`.trim());
    if (name !== '' && inSpec !== '')
        return (0,sanitize/* part */.y_)('name', JSON.stringify([name, inSpec]));
    return name === '' && inSpec === '' ? '' : (0,sanitize/* part */.y_)('name', name || inSpec);
}
/** Repository, directory and Dockerfile of the build; each empty if it is this repository's default. */
function identity(image, place) {
    const { repository, directory, dockerfile } = imageSource(image, place);
    const isPlain = dockerfile === posix.join(directory, 'Dockerfile');
    return { repository, directory, file: isPlain ? '' : dockerfile };
}

// EXTERNAL MODULE: ./src/keys/key.ts
var key = __nccwpck_require__(8947);
// EXTERNAL MODULE: ./src/runner/commands.ts + 4 modules
var commands = __nccwpck_require__(5426);
;// CONCATENATED MODULE: ./src/clean.ts











/** In milliseconds: how long a run may take, including waits for rate limits. The next run does the rest. */
const LIMIT = 30 * 60_000;
/**
 * How many branches are checked one by one before their scopes are deleted; if there are more, all are listed again.
 */
const MOST_ASKED = 500;
/**
 * Deletes the scopes of dead branches. Everything is listed and decided before anything is deleted; if it is not known
 * which branches are alive, nothing is deleted.
 */
async function clean(environment) {
    const inputs = readCleanInputs(environment);
    (0,commands/* hideSecrets */.s0)(inputs.secrets);
    for (const message of inputs.warnings)
        (0,commands/* warning */.$e)(message);
    const aim = aimOf(environment);
    if ('why' in aim)
        return finish(environment, nothing(inputs, []), `Nothing to do: ${aim.why}.`);
    const now = Date.now();
    const ask = (0,clean_ask/* asker */.N8)(environment.forDocker, now + LIMIT);
    const { apiUrl: url, repository } = environment;
    const api = { url, token: inputs.token, repository, ask };
    const home = defaultBranch(environment).name;
    let living;
    try {
        living = await (0,clean_repository/* askLiving */.DA)(api, home);
    }
    catch (error) {
        const sentence = `Nothing was deleted, because GitHub's API did not report which branches exist: ${inWords(error)}.`;
        (error instanceof clean_ask/* NoAnswer */.W_ && error.passes ? commands/* warning */.$e : commands/* fail */.fJ)(sentence);
        return finish(environment, nothing(inputs, [sentence]));
    }
    const rules = {
        repository,
        living: (0,alive/* livingParts */.Sl)(living),
        names: namesOf(inputs),
        branches: inputs.branches,
        takesNamed: inputs.takesNamed,
        adopts: inputs.adopts,
        only: aim.only,
        now,
        keep: aim.only ? 0 : inputs.keep,
    };
    const context = { api, ask, rules, env: inputs.env };
    const troubles = [];
    const surveys = await survey(inputs, context, troubles);
    const { deleted, freed } = inputs.dryRun
        ? { deleted: surveys.flatMap(deadIn), freed: expected(surveys) }
        : await removeAll(surveys, stillDead(api, home, surveys), troubles);
    finish(environment, { surveys, deleted, freed, dryRun: inputs.dryRun, troubles, now });
}
const deadIn = ({ rows }) => rows.filter(({ fate }) => fate === 'dead');
const expected = (surveys) => surveys.reduce((sum, { bytes }) => sum + bytes, 0);
/** Lists the stores one after the other, and prints what will be deleted. A store that cannot be listed is skipped. */
async function survey(inputs, context, troubles) {
    const surveys = [];
    for (const { place, list } of storesOf(inputs.specs, context)) {
        try {
            const found = await list();
            surveys.push(found);
            const dead = deadIn(found).length;
            (0,commands/* group */.Os)(`${place}: ${dead} to delete`, deletionLines(found, context.rules.now));
        }
        catch (error) {
            trouble(troubles, `Nothing is deleted in ${place}: ${inWords(error)}.`, error);
        }
    }
    return surveys;
}
/** Deletes what the surveys selected, one by one; a failure in one store does not stop the others. */
async function removeAll(surveys, isDead, troubles) {
    const deleted = [];
    let freed = 0;
    for (const { store, remove } of surveys) {
        try {
            const notes = await remove(isDead, (row, bytes) => {
                deleted.push(row);
                freed += bytes;
            });
            for (const note of notes) {
                troubles.push(`${store}: ${note}.`);
                (0,commands/* notice */.lm)(`${store}: ${note}.`);
            }
        }
        catch (error) {
            trouble(troubles, `The clean-up of ${store} stopped: ${inWords(error)}.`, error);
        }
    }
    return { deleted, freed };
}
/** A branch may have been recreated since it was listed, and a list may have had a gap, so each is checked again. */
function stillDead(api, home, surveys) {
    const count = new Set(surveys.flatMap(deadIn).map(({ branch }) => branch)).size;
    const known = new Map();
    const again = () => (0,clean_repository/* askLiving */.DA)(api, home).then(alive/* livingParts */.Sl);
    let living;
    return async (who) => {
        if (!who)
            return true;
        const part = (0,key/* branchPart */.E)(who);
        if (count > MOST_ASKED) {
            living ??= again();
            return !(await living).has(part);
        }
        const found = known.get(part) ?? (0,clean_repository/* branchExists */.TV)(api, who);
        known.set(part, found);
        return !(await found);
    };
}
function namesOf({ images, specs }) {
    if (images.length === 0)
        return undefined;
    return new Set(specs.flatMap(({ name }) => images.map((image) => namePart(image, name))));
}
function trouble(troubles, sentence, error) {
    troubles.push(sentence);
    (error instanceof clean_ask/* NoAnswer */.W_ && !error.passes ? commands/* fail */.fJ : commands/* warning */.$e)(sentence);
}
const inWords = (error) => error.message.replace(/\.$/, '');
const nothing = ({ dryRun }, troubles) => ({
    surveys: [],
    deleted: [],
    freed: 0,
    dryRun,
    troubles,
    now: Date.now(),
});
function finish({ summaryFile, switches }, cleaned, line = resultLine(cleaned)) {
    (0,commands/* info */.pq)(line);
    (0,commands/* setOutputs */.n0)(cleanOutputs(cleaned));
    if (switches.summary)
        (0,commands/* addSummary */.S0)(summaryFile, cleanSummary(cleaned));
}

// EXTERNAL MODULE: ./src/runner/cancel.ts
var cancel = __nccwpck_require__(4990);
// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __nccwpck_require__(213);
;// CONCATENATED MODULE: ./src/runner/environment.ts


/** Reads the environment and the event file. The only place in the action that does. */
function readEnvironment(env = process.env) {
    const text = (name) => env[name] ?? '';
    const rawInput = (name) => text(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`);
    const serverUrl = text('GITHUB_SERVER_URL') || 'https://github.com';
    const repository = text('GITHUB_REPOSITORY');
    return {
        input: (name) => rawInput(name).trim(),
        rawInput,
        inputNames: Object.keys(env).flatMap((name) => name.startsWith('INPUT_') ? [name.slice('INPUT_'.length).toLowerCase()] : []),
        state: (name) => text(`STATE_${name}`),
        eventName: text('GITHUB_EVENT_NAME'),
        ref: text('GITHUB_REF'),
        headRef: text('GITHUB_HEAD_REF'),
        baseRef: text('GITHUB_BASE_REF'),
        sha: text('GITHUB_SHA'),
        repository,
        serverUrl,
        apiUrl: text('GITHUB_API_URL') || 'https://api.github.com',
        workspace: text('GITHUB_WORKSPACE') || process.cwd(),
        tempDir: text('RUNNER_TEMP'),
        ...readPayload(text('GITHUB_EVENT_PATH')),
        runUrl: `${serverUrl}/${repository}/actions/runs/${text('GITHUB_RUN_ID')}/attempts/${text('GITHUB_RUN_ATTEMPT') || 1}`,
        runName: `${text('GITHUB_RUN_ID') || 0}-${text('GITHUB_RUN_ATTEMPT') || 1}`,
        summaryFile: text('GITHUB_STEP_SUMMARY'),
        isDebug: text('RUNNER_DEBUG') === '1',
        switches: readSwitches(text),
        forDocker: Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined && !/^(INPUT|STATE)_/.test(entry[0]))),
    };
}
function readSwitches(text) {
    const is = (name) => (0,go_boolean/* goBoolean */.x)(text(name)) === true;
    return {
        contextIsPullHead: is('DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF'),
        contextIsQuery: is('BUILDX_SEND_GIT_QUERY_AS_INPUT'),
        noDefaultAttestations: is('BUILDX_NO_DEFAULT_ATTESTATIONS'),
        summary: (0,go_boolean/* goBoolean */.x)(text('DOCKER_BUILD_SUMMARY')) !== false,
        mark: (0,go_boolean/* goBoolean */.x)(text('BRANCH_CACHE_MARK')) !== false,
        annotateChecks: text('DOCKER_BUILD_CHECKS_ANNOTATIONS') === '' || is('DOCKER_BUILD_CHECKS_ANNOTATIONS'),
    };
}
/** In bytes: GitHub sends none of more than 25 MB. */
const environment_MOST = 128_000_000;
function readPayload(path) {
    if (path === '')
        return { payload: undefined, payloadProblem: 'GITHUB_EVENT_PATH is not set' };
    try {
        return { payload: JSON.parse((0,bounded_file/* readBounded */.C)(path, environment_MOST)), payloadProblem: undefined };
    }
    catch (error) {
        const why = error instanceof SyntaxError
            ? 'it is not JSON'
            : (error.code ?? error.message);
        return { payload: undefined, payloadProblem: `the event file ${path} could not be read: ${why}` };
    }
}

;// CONCATENATED MODULE: ./src/clean-action.ts




let isOver = false;
(0,cancel/* listenForCancel */.Fh)();
process.stdout.on('error', () => { }); // the reader is gone
process.on('exit', () => {
    if (!isOver && !process.exitCode)
        process.exitCode = 1;
});
const environment = readEnvironment();
(0,commands/* showDebug */.vY)(environment.isDebug);
clean(environment)
    .catch((error) => (0,commands/* fail */.fJ)(error instanceof Error ? error.message : String(error)))
    .finally(() => {
    isOver = true;
});

