export const id = 495;
export const ids = [495];
export const modules = {

/***/ 8495:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   azblobMountStore: () => (/* binding */ azblobMountStore),
/* harmony export */   s3MountStore: () => (/* binding */ s3MountStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9148);
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9646);
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6647);
/* harmony import */ var _stores_azblob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4200);
/* harmony import */ var _archive_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2239);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8111);







const NOTHING = (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)('');
/**
 * An object store: the archive is one object, next to the cache's manifests; its metadata has the fingerprint of its
 * content.
 */
function objectStore(name, metadata, sign, env) {
    const send = async (method, key, signal, body) => {
        (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_6__/* .useProxies */ .U)(env);
        const object = (0,_store_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOfMounts */ .H3)(key);
        const more = { headers: body?.headers ?? {}, size: body?.blob.size ?? 0, hash: body?.hash ?? NOTHING };
        const { url, headers } = await sign(object, method, more);
        try {
            return await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_2__/* .sendRequest */ .w$)(url, {
                method,
                headers,
                shown: new URL(url).pathname,
                signal,
                ...(body ? { body: body.blob } : {}),
            });
        }
        catch (error) {
            throw (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_2__/* .unreachable */ .HB)('the store', error);
        }
    };
    const find = async (key, signal) => {
        const answer = await send('HEAD', key, signal);
        if (answer.status === 404)
            return undefined;
        // S3 returns this for a missing object if the keys do not permit listing.
        if (answer.status === 403 && name === 's3')
            return undefined;
        if (!answer.ok)
            throw new Error(`the store answered ${answer.status}`);
        const fingerprint = answer.headers.get(metadata) ?? '';
        return {
            key,
            fingerprint: /^[0-9a-f]{32}$/.test(fingerprint) ? fingerprint : '',
            fetch: async (into) => {
                const found = await send('GET', key, into.signal);
                if (!found.ok || !found.body)
                    throw new Error(`the store answered ${found.status}`);
                return (0,_archive_file_js__WEBPACK_IMPORTED_MODULE_4__/* .decompressInto */ .E5)(into, found.body);
            },
        };
    };
    return {
        name,
        isOnGithub: false,
        find: (keys, signal) => (0,_store_js__WEBPACK_IMPORTED_MODULE_5__/* .firstFound */ .XO)(keys.map((key) => find(key, signal))),
        save: async ({ key, fingerprint, pack, signal }) => {
            const { file, size, hash } = await pack();
            const headers = { 'content-type': 'application/octet-stream', [metadata]: fingerprint };
            const answer = await send('PUT', key, signal, { blob: await (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openAsBlob)(file), hash, headers });
            await answer.body?.cancel();
            if (!answer.ok)
                throw new Error(`the store answered ${answer.status}`);
            return size;
        },
    };
}
/** S3: with the keys in the environment. */
function s3MountStore(given, env) {
    const sign = async (name, method, { headers, hash }) => {
        const { signObject } = await __webpack_require__.e(/* import() */ 978).then(__webpack_require__.bind(__webpack_require__, 4978));
        const signed = await signObject({ ...given, name }, env, { method, headers, hash });
        if (!signed)
            throw new Error('no AWS keys are set in the environment');
        return signed;
    };
    return objectStore('s3', 'x-amz-meta-fingerprint', sign, env);
}
/** Azure: with the account's key from the cache spec. */
function azblobMountStore(given, env) {
    const sign = async (name, method, { headers, size }) => {
        const signed = (0,_stores_azblob_js__WEBPACK_IMPORTED_MODULE_3__/* .signBlob */ .Pk)({ ...given, name }, { method, headers, length: size });
        if (!signed)
            throw new Error('secret_access_key is not set');
        return signed;
    };
    return objectStore('azblob', 'x-ms-meta-fingerprint', sign, env);
}


/***/ }),

/***/ 8111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ nameOfMounts),
/* harmony export */   XO: () => (/* binding */ firstFound),
/* harmony export */   Z0: () => (/* binding */ MOUNTS_ANNOTATION)
/* harmony export */ });
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
