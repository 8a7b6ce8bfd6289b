export const id = 493;
export const ids = [493];
export const modules = {

/***/ 8964:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ isSilent)
/* harmony export */ });
/* harmony import */ var _stores_health_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7287);

/**
 * Whether the cache service does not respond. It is then not used any more, since its clients take minutes to time out.
 */
async function isSilent(variables) {
    const { ACTIONS_RESULTS_URL: second = '', ACTIONS_CACHE_URL: first = '' } = variables;
    const url = variables.ACTIONS_CACHE_SERVICE_V2 ? second || first : first || second;
    return (await (0,_stores_health_check_js__WEBPACK_IMPORTED_MODULE_0__/* .signOfLife */ .b)(url, { variables, isElsewhere: false })) === 'silent';
}


/***/ }),

/***/ 8493:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serviceStore: () => (/* binding */ serviceStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _directory_silence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8964);
/* harmony import */ var _stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(590);
/* harmony import */ var _archive_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2239);




/** GitHub's cache service: an archive cannot be overwritten, so its name ends in the run and a hash of its content. */
function serviceStore({ variables, isFirst, patience, repository, runName, }) {
    const begin = (key) => `buildx-branch-cache-mounts/${repository}/${key}#`;
    const version = (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOf */ .E4)('mounts 1');
    const service = async () => {
        if (await (0,_directory_silence_js__WEBPACK_IMPORTED_MODULE_1__/* .isSilent */ .e)(variables))
            throw new Error('the cache service does not respond');
        return (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .archiveServiceOf */ .JQ)(variables, isFirst, patience);
    };
    return {
        name: "GitHub's cache service",
        isOnGithub: true,
        find: async (keys) => {
            const at = await service();
            const found = await (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .findArchive */ .YT)(at, keys.map(begin), version);
            if (!found)
                return undefined;
            const [, key = '', fingerprint = ''] = /^.*\/(.+)#[\d-]*-([0-9a-f]{32})$/s.exec(found.name) ?? [];
            return {
                key: key || (keys[0] ?? ''),
                fingerprint,
                fetch: (into) => (0,_archive_file_js__WEBPACK_IMPORTED_MODULE_3__/* .decompressInto */ .E5)(into, (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .download */ .RG)(at, found)),
            };
        },
        save: async ({ key, fingerprint, pack }) => {
            const { file, size } = await pack();
            const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'r');
            try {
                const read = (from, to) => {
                    const bytes = Buffer.alloc(to - from);
                    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, 0, bytes.length, from);
                    return bytes;
                };
                const name = `${begin(key)}${runName}-${fingerprint}`;
                const isSent = await (0,_stores_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .upload */ .Se)(await service(), name, version, size, read);
                return isSent ? size : undefined;
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
            }
        },
    };
}


/***/ }),

/***/ 590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ versionOf),
/* harmony export */   JQ: () => (/* binding */ archiveServiceOf),
/* harmony export */   RG: () => (/* binding */ download),
/* harmony export */   Se: () => (/* binding */ upload),
/* harmony export */   YT: () => (/* binding */ findArchive)
/* harmony export */ });
/* harmony import */ var _lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7659);
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9646);
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6647);




const METHODS = 'twirp/github.actions.results.api.v1.CacheService';
/** In bytes: the size of one upload request, which must be answered in time. */
const PIECE = 16 * 1024 * 1024;
/** More than any answer. */
const MOST = 1024 * 1024;
/** The service takes no more names at once. */
const MOST_NAMES = 10;
/** The service of a step; the rules are archiveService's. */
function archiveServiceOf(variables, isFirst, patience) {
    (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_2__/* .useProxies */ .U)(variables);
    const url = (isFirst ? variables.ACTIONS_CACHE_URL : variables.ACTIONS_RESULTS_URL) ?? '';
    return {
        url: `${(0,_lib_trailing_slashes_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutTrailingSlashes */ .A)(url)}/`,
        token: variables.ACTIONS_RUNTIME_TOKEN ?? '',
        isFirst,
        patience,
    };
}
/**
 * The version by which, with the name, the service separates incompatible archives. Unlike in @actions/cache it does
 * not depend on a path: the directory may be elsewhere in the next run.
 */
function versionOf(name) {
    return (0,_lib_sha256_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(`buildx-branch-cache directory 1|${name}`);
}
/**
 * The newest archive of the first of these name prefixes that has one; undefined if there is none. Throws an Error for
 * the user if unknown.
 */
async function findArchive(service, beginnings, version) {
    const names = beginnings.slice(0, MOST_NAMES - 1);
    // The service looks up the first name exactly, the others as prefixes.
    const found = await (service.isFirst ? findFirst : findSecond)(service, [names[0] ?? '', ...names], version);
    // Some servers lower-case names. A server that returns another name is not trusted.
    const isAsked = names.some((it) => found?.name.toLowerCase().startsWith(it.toLowerCase()));
    if (found && !isAsked)
        throw new Error('the cache service returned an archive with another name');
    return found;
}
async function findFirst(service, names, version) {
    const query = new URLSearchParams({ keys: names.join(','), version });
    const answer = await ask(service, 'GET', `_apis/artifactcache/cache?${query}`);
    if (answer === undefined)
        return undefined;
    return archiveIn(answer.cacheKey, answer.archiveLocation);
}
async function findSecond(service, [key = '', ...restoreKeys], version) {
    const question = { key, restore_keys: restoreKeys, version };
    const answer = await ask(service, 'POST', `${METHODS}/GetCacheEntryDownloadURL`, question);
    if (answer?.ok === false)
        return undefined;
    return archiveIn(answer?.matched_key, answer?.signed_download_url);
}
function archiveIn(name, url) {
    if (typeof name === 'string' && typeof url === 'string' && URL.canParse(url))
        return { name, url };
    throw new Error('the response is not from the cache service');
}
/** The bytes of an archive as a stream. Throws an Error for the user, also if the stream stalls. */
async function* download({ patience }, { url }) {
    const watch = watchSilence(patience);
    try {
        // A signed URL: the token is not sent.
        const answer = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .sendRequest */ .w$)(url, {
            signal: watch.signal,
            headers: HEADERS,
            redirect: 'follow',
            shown: '',
        });
        if (answer.status === 404 || answer.status === 410)
            throw new Error('the archive no longer exists');
        if (!answer.ok || !answer.body)
            throw new Error(`the archive was refused (${answer.status})`);
        const length = Number(answer.headers.get('content-length') ?? Number.NaN);
        let seen = 0;
        for await (const chunk of answer.body) {
            watch.sign();
            seen += chunk.length;
            yield chunk;
        }
        if (seen < length)
            throw new Error('the archive was truncated in transit');
    }
    catch (error) {
        throw inWords(error, patience);
    }
    finally {
        watch.stop();
    }
}
/** Uploads `size` bytes from `read` under a name; false if that name already exists. Throws an Error for the user. */
async function upload(service, name, version, size, read) {
    return (service.isFirst ? uploadFirst : uploadSecond)(service, name, version, size, read);
}
const uploadFirst = async (service, name, version, size, read) => {
    const base = '_apis/artifactcache/caches';
    const reserved = await ask(service, 'POST', base, { key: name, version, cacheSize: size }, [409]);
    if (reserved === undefined)
        return false;
    const place = `${base}/${encodeURIComponent(String(reserved.cacheId))}`;
    for (const [from, to] of pieces(size)) {
        const range = { 'content-range': `bytes ${from}-${to - 1}/*`, 'content-type': 'application/octet-stream' };
        await ask(service, 'PATCH', place, read(from, to), [], range);
    }
    await ask(service, 'POST', place, { size });
    return true;
};
const uploadSecond = async (service, name, version, size, read) => {
    const reserved = await ask(service, 'POST', `${METHODS}/CreateCacheEntry`, { key: name, version }, [409]);
    if (reserved === undefined)
        return false;
    const { signed_upload_url: signed, message } = reserved;
    if (typeof signed !== 'string')
        throw new Error(`the cache service did not accept it: ${message || 'no reason given'}`);
    // Azure's block blobs (learn.microsoft.com/rest/api/storageservices/put-block).
    const at = (query) => {
        const url = new URL(signed);
        for (const [key, value] of Object.entries(query))
            url.searchParams.set(key, value);
        return url.href;
    };
    const store = { ...service, url: '', token: '' };
    const blocks = [];
    for (const [from, to] of pieces(size)) {
        const blockid = Buffer.from(String(blocks.length).padStart(8, '0')).toString('base64');
        await ask(store, 'PUT', at({ comp: 'block', blockid }), read(from, to), [], BYTES);
        blocks.push(blockid);
    }
    const list = blocks.map((it) => `<Latest>${it}</Latest>`).join('');
    const xml = `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`;
    await ask(store, 'PUT', at({ comp: 'blocklist' }), Buffer.from(xml), [], { 'content-type': 'text/xml' });
    const sent = { key: name, version, size_bytes: String(size) };
    const ended = await ask(service, 'POST', `${METHODS}/FinalizeCacheEntryUpload`, sent);
    if (ended?.ok !== true)
        throw new Error(`the cache service did not store it: ${ended?.message || 'no reason given'}`);
    return true;
};
const HEADERS = { 'user-agent': 'buildx-branch-cache' };
const BYTES = { 'content-type': 'application/octet-stream' };
function pieces(size) {
    const count = Math.max(1, Math.ceil(size / PIECE));
    return Array.from({ length: count }, (_, i) => [i * PIECE, Math.min(size, (i + 1) * PIECE)]);
}
/**
 * The service's answer, parsed if it is JSON; undefined for an empty answer, or a status in `none`. Throws an Error for
 * the user.
 */
async function ask({ url, token, isFirst, patience }, method, path, body, none = [], headers = {}) {
    const isBytes = body instanceof Uint8Array;
    const watch = watchSilence(patience);
    try {
        const answer = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .sendRequest */ .w$)(`${url}${path}`, {
            method,
            // A signed URL must not be shown.
            shown: url === '' ? '' : path,
            headers: {
                ...HEADERS,
                ...(isFirst ? { accept: 'application/json;api-version=6.0-preview.1' } : {}),
                ...(body === undefined || isBytes ? {} : { 'content-type': 'application/json' }),
                ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
                ...headers,
            },
            ...(body === undefined
                ? {}
                : { body: isBytes ? body : JSON.stringify(body) }),
            signal: watch.signal,
        });
        const text = await (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .readAnswer */ .JN)(answer, MOST, () => new Error('the cache service returned too much data'));
        if (answer.status === 204 || none.includes(answer.status))
            return undefined;
        if (!answer.ok)
            throw new Error(`the cache service answered ${answer.status}`);
        return text === '' ? {} : JSON.parse(text);
    }
    catch (error) {
        throw inWords(error, patience);
    }
    finally {
        watch.stop();
    }
}
/** Aborts a transfer that stalls for too long. */
function watchSilence(patience) {
    const control = new AbortController();
    let timer;
    const sign = () => {
        clearTimeout(timer);
        if (patience > 0)
            timer = setTimeout(() => control.abort(new Silence()), patience);
    };
    sign();
    return { signal: control.signal, sign, stop: () => clearTimeout(timer) };
}
class Silence extends Error {
}
function inWords(error, patience) {
    if (error instanceof Silence)
        return new Error(`the cache service did not respond within ${patience / 1000} s`);
    if (error instanceof SyntaxError)
        return new Error('the response is not from the cache service');
    return (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .HB)('the cache service', error);
}


/***/ })

};
