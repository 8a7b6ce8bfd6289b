export const id = 505;
export const ids = [505];
export const modules = {

/***/ 6743:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ usedFile),
/* harmony export */   aO: () => (/* binding */ checkFolders),
/* harmony export */   yN: () => (/* binding */ placesIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9148);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4656);



/** The action's own files in an OCI layout: one folder that BuildKit never reads. */
function placesIn(directory) {
    const own = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, '.branch-cache');
    return { own, lock: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'lock'), views: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'views'), used: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, 'used') };
}
/** A tag can be any text; its hash is always a valid file name. */
function usedFile(directory, tag) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(placesIn(directory).used, (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(tag));
}
/** Throws unless all folders in use are real folders, not links, so that nothing outside is ever touched. */
function checkFolders(directory) {
    const { own, views, used } = placesIn(directory);
    const blobs = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'blobs');
    // Folders inside a link would be elsewhere.
    for (const folder of [own, views, used, blobs, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(blobs, 'sha256')])
        (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAtFolder */ .Jd)(folder);
}


/***/ }),

/***/ 7505:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   directoryStore: () => (/* binding */ directoryStore),
/* harmony export */   mountsOf: () => (/* binding */ mountsOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _directory_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6743);
/* harmony import */ var _lib_make_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2570);
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9148);
/* harmony import */ var _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4656);
/* harmony import */ var _archive_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2239);







/** The name of an archive: the hash of its scope's key, and the fingerprint of its content. */
const NAME = /^([0-9a-f]{64})-([0-9a-f]{32})$/;
/** In milliseconds: a file that is still being written is never so old. */
const ABANDONED = 24 * 3_600_000;
/**
 * The directory of a local cache: an archive is a file in the action's folder there. `keepMs`: how long it is kept
 * after its last use.
 */
function directoryStore(directory, keepMs) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_directory_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .placesIn */ .yN)(directory).own, 'mounts');
    const find = (key) => {
        const name = archivesOf(folder, key)
            .map((it) => ({ name: it, time: (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .lookAt */ .t5)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, it))?.mtimeMs ?? 0 }))
            .sort((a, b) => b.time - a.time)[0]?.name;
        if (name === undefined)
            return undefined;
        return {
            key,
            fingerprint: NAME.exec(name)?.[2] ?? '',
            fetch: async (into) => {
                const fd = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .openShared */ .a0)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
                if (fd === undefined)
                    throw new Error('the archive no longer exists');
                const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)('', { fd, highWaterMark: 1024 * 1024 });
                try {
                    const context = await (0,_archive_file_js__WEBPACK_IMPORTED_MODULE_6__/* .decompressInto */ .E5)(into, source);
                    touch((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
                    return context;
                }
                finally {
                    source.destroy(); // closes the file
                }
            },
        };
    };
    return {
        name: 'local',
        isOnGithub: false,
        find: async (keys) => {
            (0,_directory_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFolders */ .aO)(directory);
            for (const key of keys) {
                const found = find(key);
                if (found)
                    return found;
            }
            return undefined;
        },
        save: async ({ key, fingerprint, pack }) => {
            const { file, size, hash } = await pack();
            (0,_directory_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFolders */ .aO)(directory);
            (0,_lib_make_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .f)(folder);
            (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .lookAtFolder */ .Jd)(folder);
            const name = `${(0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .s)(key)}-${fingerprint}`;
            // Renamed only when complete; the older archive is deleted afterwards.
            const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `new-${hash.slice(0, 16)}`);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(temporary, { force: true });
            (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .copyShared */ .dW)(file, temporary);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
            const older = archivesOf(folder, key).filter((it) => it !== name);
            for (const it of older)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, it), { force: true });
            sweepMounts(folder, keepMs);
            return size;
        },
    };
}
/** The archives of a scope in a directory: their files, and their sizes in bytes. */
function mountsOf(directory, key) {
    (0,_directory_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .checkFolders */ .aO)(directory);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_directory_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .placesIn */ .yN)(directory).own, 'mounts');
    return archivesOf(folder, key).map((it) => ({
        file: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, it),
        size: (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .lookAt */ .t5)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, it))?.size ?? 0,
    }));
}
/** The names of a scope's archives. */
function archivesOf(folder, key) {
    if (!(0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .lookAtFolder */ .Jd)(folder))
        return [];
    const hash = (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .s)(key);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder).filter((it) => NAME.exec(it)?.[1] === hash);
}
/** Removes expired archives, and incomplete files. */
function sweepMounts(folder, keepMs) {
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder)) {
        const most = NAME.test(name) ? keepMs : _lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .SCRATCH */ .Zc.test(name) ? ABANDONED : Number.POSITIVE_INFINITY;
        const stat = (0,_lib_shared_files_js__WEBPACK_IMPORTED_MODULE_5__/* .lookAt */ .t5)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (stat?.isFile() && Date.now() - stat.mtimeMs > most)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { force: true });
    }
}
/** Marks it as used; a run without write permission leaves it unchanged. */
function touch(file) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.utimesSync)(file, new Date(), new Date());
    }
    catch {
        return;
    }
}


/***/ })

};
