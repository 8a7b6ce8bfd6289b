export const id = 604;
export const ids = [604];
export const modules = {

/***/ 241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   save: () => (/* binding */ save)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _lib_format_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(432);
/* harmony import */ var _lib_make_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2570);
/* harmony import */ var _runner_archive_service_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2622);
/* harmony import */ var _runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4990);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5426);
/* harmony import */ var _stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(590);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8517);
/* harmony import */ var _pack_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8314);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8964);












/** Saves the action's own directory to the cache service. Post reports what it throws. */
async function save(given, environment) {
    const line = await archive(given, environment);
    (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .info */ .pq)(line);
    if (environment.switches.summary)
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .addSummary */ .S0)(environment.summaryFile, `${line}\n`);
}
async function archive({ directory, archive: name, tags, digest, patience }, { forDocker: variables, serverUrl, tempDir }) {
    const index = (0,_layout_js__WEBPACK_IMPORTED_MODULE_8__.readIndex)(directory);
    const now = tags.flatMap((tag) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_8__.findTag)(index, tag) ?? []);
    const [manifest] = now;
    if (!manifest)
        return `Nothing saved: ${directory} no longer exists.`;
    if (now.some((it) => it.digest !== digest))
        return 'Nothing saved here: a later step of this job wrote it again.';
    if (await (0,_silence_js__WEBPACK_IMPORTED_MODULE_10__/* .isSilent */ .e)(variables))
        return 'Nothing saved: the cache service does not respond.';
    const service = (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .archiveServiceOf */ .JQ)(variables, (0,_runner_archive_service_js__WEBPACK_IMPORTED_MODULE_4__/* .isFirstVersion */ .PC)(variables, serverUrl), patience);
    const version = (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .versionOf */ .E4)(`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(directory)}|${_pack_js__WEBPACK_IMPORTED_MODULE_9__/* .COMPRESSION */ .Vy}`);
    const isThere = `Nothing saved: ${name} already exists.`;
    // Check before packing, since an archive cannot be overwritten. The token may be write-only.
    const earlier = await (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .findArchive */ .YT)(service, [name], version).catch(() => undefined);
    if (earlier)
        return isThere;
    const temporary = tempDir || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
    (0,_lib_make_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .f)(temporary);
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporary, 'buildx-branch-cache-archive-'));
    const remove = () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    const forget = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .atEnd */ .tE)(remove);
    const began = performance.now();
    try {
        // Only the scope's tags, even if another branch's were restored.
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'archive');
        await (0,_pack_js__WEBPACK_IMPORTED_MODULE_9__/* .packArchive */ .uP)(directory, manifest, tags, file);
        const size = await send(file, (length, read) => (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .upload */ .Se)(service, name, version, length, read));
        const took = (0,_lib_format_js__WEBPACK_IMPORTED_MODULE_11__/* .formatSeconds */ .Xo)((performance.now() - began) / 1000);
        return size === undefined ? isThere : `Saved ${(0,_lib_format_js__WEBPACK_IMPORTED_MODULE_11__/* .formatBytes */ .z3)(size)} as ${name} in ${took}.`;
    }
    finally {
        forget();
        remove();
    }
}
/** Uploads a file in pieces; returns its size in bytes, or undefined if the service refused it. */
async function send(file, work) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
    try {
        const { size } = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        const isSent = await work(size, (from, to) => {
            const bytes = Buffer.alloc(to - from);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, 0, bytes.length, from);
            return bytes;
        });
        return isSent ? size : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
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


/***/ }),

/***/ 5253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isCacheWritable),
/* harmony export */   bv: () => (/* binding */ isCacheReadable)
/* harmony export */ });
/* unused harmony exports isGhes, getCacheServiceVersion, getCacheMode, getCacheServiceURL */
function isGhes() {
    const ghUrl = new URL(process.env['GITHUB_SERVER_URL'] || 'https://github.com');
    const hostname = ghUrl.hostname.trimEnd().toUpperCase();
    const isGitHubHost = hostname === 'GITHUB.COM';
    const isGheHost = hostname.endsWith('.GHE.COM');
    const isLocalHost = hostname.endsWith('.LOCALHOST');
    return !isGitHubHost && !isGheHost && !isLocalHost;
}
function getCacheServiceVersion() {
    // Cache service v2 is not supported on GHES. We will default to
    // cache service v1 even if the feature flag was enabled by user.
    if (isGhes())
        return 'v1';
    return process.env['ACTIONS_CACHE_SERVICE_V2'] ? 'v2' : 'v1';
}
// The cache-mode lattice: readable = {read, write}, writable = {write,
// write-only}, none = neither.
const KNOWN_CACHE_MODES = ['none', 'read', 'write', 'write-only'];
// The effective cache-mode exported by the runner, or '' when not set.
function getCacheMode() {
    return (process.env['ACTIONS_CACHE_MODE'] || '').trim().toLowerCase();
}
// Unset or unrecognized modes are permissive so behavior matches today.
function isCacheReadable(mode) {
    if (!KNOWN_CACHE_MODES.includes(mode))
        return true;
    return mode === 'read' || mode === 'write';
}
function isCacheWritable(mode) {
    if (!KNOWN_CACHE_MODES.includes(mode))
        return true;
    return mode === 'write' || mode === 'write-only';
}
function getCacheServiceURL() {
    const version = getCacheServiceVersion();
    // Based on the version of the cache service, we will determine which
    // URL to use.
    switch (version) {
        case 'v1':
            return (process.env['ACTIONS_CACHE_URL'] ||
                process.env['ACTIONS_RESULTS_URL'] ||
                '');
        case 'v2':
            return process.env['ACTIONS_RESULTS_URL'] || '';
        default:
            throw new Error(`Unsupported cache service version: ${version}`);
    }
}
//# sourceMappingURL=config.js.map

/***/ })

};
