export const id = 204;
export const ids = [204];
export const modules = {

/***/ 4204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   markRegistry: () => (/* binding */ markRegistry)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _buildx_manifests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3854);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9148);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8558);






/**
 * buildx reads and writes, since docker has the credentials. Registries have no conditional write, so the tag is read
 * again right before: a newer cache of another job is kept.
 */
async function markRegistry({ ref = '' }, identity, { buildx, builder, env, limitMs, tempDir, signal }) {
    const docker = { buildx, builder, env, limitMs };
    const found = await (0,_buildx_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectConfig */ .lU)(docker, ref, _mark_js__WEBPACK_IMPORTED_MODULE_5__/* .configOf */ .W1);
    // An index, or an image pushed by others: it is not changed.
    const marked = found && (0,_mark_js__WEBPACK_IMPORTED_MODULE_5__/* .markManifest */ .H1)(found, identity);
    if (!marked)
        return false;
    signal.throwIfAborted();
    if ((await (0,_buildx_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectRaw */ .hD)(docker, ref)) !== found.manifest)
        throw new Error('it was overwritten in the meantime');
    signal.throwIfAborted();
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(tempDir || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'marked-cache-'));
    try {
        await (0,_buildx_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .createManifest */ .e4)(docker, ref, writeLayout(folder, marked));
        return true;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    }
}
/**
 * Creates an OCI layout of only the manifest and its config, since the layers are in the registry; returns its name for
 * buildx.
 */
function writeLayout(folder, { manifest, config }) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'blobs/sha256'), { recursive: true });
    const blob = (text) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'blobs', (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)(text).replace(':', '/')), text, { flag: 'wx' });
    blob(manifest);
    blob(config);
    const descriptor = {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)(manifest),
        size: Buffer.byteLength(manifest),
    };
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}', { flag: 'wx' });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [descriptor] }), {
        flag: 'wx',
    });
    return `oci-layout://${folder}@${descriptor.digest}`;
}


/***/ })

};
