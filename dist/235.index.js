export const id = 235;
export const ids = [235];
export const modules = {

/***/ 5235:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   registryStore: () => (/* binding */ registryStore)
/* harmony export */ });
/* harmony import */ var _buildx_manifests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3854);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9148);
/* harmony import */ var _archive_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2239);
/* harmony import */ var _store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8111);




/**
 * A registry: the archive is an image of one layer with its own tag next to the cache's. The builder itself pulls and
 * pushes it, with docker's credentials. `given`: the attributes of the cache.
 */
function registryStore(given, docker) {
    const { ref: repository = '' } = given;
    const tagged = (key) => `${repository}:${(0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .nameOfMounts */ .H3)(key)}`;
    const find = async (key) => {
        const manifest = await readManifest(docker(), tagged(key));
        if (manifest === undefined)
            return undefined;
        const fingerprint = fingerprintIn(manifest);
        if (fingerprint === undefined)
            throw new _archive_file_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenArchive */ .Cn(`${tagged(key)} is not an archive of this action`);
        const image = `docker-image://${tagged(key)}@sha256:${(0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(manifest)}`;
        return { key, fingerprint, fetch: async () => image };
    };
    return {
        name: 'registry',
        isOnGithub: false,
        find: (keys) => (0,_store_js__WEBPACK_IMPORTED_MODULE_3__/* .firstFound */ .XO)(keys.map(find)),
        save: async ({ key, fingerprint, exportTo }) => {
            const attributes = [
                'type=image',
                `name=${tagged(key)}`,
                'push=true',
                'store=false',
                'oci-mediatypes=true',
                'compression=zstd',
                `annotation.${_store_js__WEBPACK_IMPORTED_MODULE_3__/* .MOUNTS_ANNOTATION */ .Z0}=${fingerprint}`,
                ...(given['registry.insecure'] === undefined
                    ? []
                    : [`registry.insecure=${given['registry.insecure']}`]),
            ];
            await exportTo(attributes.join(','));
            const manifest = await readManifest(docker(), tagged(key));
            return manifest === undefined ? undefined : sizeIn(manifest);
        },
    };
}
/** The text of a manifest; undefined if there is none. */
async function readManifest(docker, reference) {
    try {
        return await (0,_buildx_manifests_js__WEBPACK_IMPORTED_MODULE_0__/* .inspectRaw */ .hD)(docker, reference);
    }
    catch (error) {
        if (/: not found$|manifest unknown|MANIFEST_UNKNOWN|NAME_UNKNOWN/.test(error.message))
            return undefined;
        throw error;
    }
}
function fingerprintIn(manifest) {
    const value = parse(manifest)?.annotations?.[_store_js__WEBPACK_IMPORTED_MODULE_3__/* .MOUNTS_ANNOTATION */ .Z0];
    return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value) ? value : undefined;
}
/** In bytes: the total size of its layers. */
function sizeIn(manifest) {
    return (parse(manifest)?.layers ?? []).reduce((sum, { size }) => sum + (Number(size) || 0), 0);
}
function parse(manifest) {
    try {
        return JSON.parse(manifest);
    }
    catch {
        return undefined;
    }
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
