export const id = 807;
export const ids = [807];
export const modules = {

/***/ 2848:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   save: () => (/* binding */ save)
/* harmony export */ });
/* harmony import */ var _github_actions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8320);
/* harmony import */ var _local_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3885);
/* harmony import */ var _local_size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6658);
/* harmony import */ var _local_sweep_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(987);
/* harmony import */ var _report_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2011);
/* harmony import */ var _silence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7478);






/** Keeps our own directory, with what main left there, in the cache service. Post says what it throws. */
async function save(given, environment) {
    const line = await archive(given, environment.forDocker);
    (0,_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(line);
    if (environment.switches.summary)
        (0,_github_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .addSummary */ .S0)(environment.summaryFile, `${line}\n`);
}
async function archive({ directory, archive: name, tags, digest }, variables) {
    const index = (0,_local_layout_js__WEBPACK_IMPORTED_MODULE_1__.readIndex)(directory);
    const now = tags.flatMap((tag) => (0,_local_layout_js__WEBPACK_IMPORTED_MODULE_1__.findTag)(index, tag) ?? []);
    if (now.length === 0)
        return `Nothing saved: ${directory} is gone.`;
    if (now.some((it) => it.digest !== digest))
        return 'Nothing saved here: a later step of this job wrote it again.';
    if (await (0,_silence_js__WEBPACK_IMPORTED_MODULE_4__/* .isSilent */ .e)(variables))
        return 'Nothing saved: the cache service does not answer.';
    const { restoreCache, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(206)]).then(__webpack_require__.bind(__webpack_require__, 1206));
    // Asked before all is packed: an archive is written once.
    if (await restoreCache([directory], name, [], { lookupOnly: true }))
        return `Nothing saved: ${name} is there already.`;
    // All others go, also what was restored from another branch: a scope's archive holds that scope alone.
    const nothingElse = { keep: Number.NEGATIVE_INFINITY, maxSize: undefined };
    await (0,_local_sweep_js__WEBPACK_IMPORTED_MODULE_3__/* .sweep */ .X)(directory, nothingElse, tags);
    const size = (0,_report_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatBytes */ .z3)((0,_local_size_js__WEBPACK_IMPORTED_MODULE_2__/* .directorySize */ .R)(directory));
    const began = performance.now();
    const id = await saveCache([directory], name);
    const took = (0,_report_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatSeconds */ .Xo)((performance.now() - began) / 1000);
    return id === -1
        ? `Nothing saved: the cache service did not take ${name}.`
        : `Saved ${size} as ${name} in ${took}.`;
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
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
/** A ratio as whole percents: 100 only where it is all, 0 only where it is nothing. */
function percent(ratio) {
    if (ratio <= 0 || ratio >= 1)
        return ratio <= 0 ? 0 : 100;
    return Math.min(99, Math.max(1, Math.round(ratio * 100)));
}


/***/ }),

/***/ 4808:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ signOfLife),
/* harmony export */   p: () => (/* binding */ askAll)
/* harmony export */ });
/** In milliseconds: who is well answers in a tenth of it. */
const PATIENCE = 5_000;
/** Errors of a host that does not answer; any other comes from one that does (an untrusted certificate, say). */
const SILENT = /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ABORT_ERR)$/;
/**
 * Asks a store for anything at all: any answer of HTTP is a sign of life, a refusal too. It sends no credentials.
 * `stop` ends it early. Never throws.
 */
async function signOfLife(url, variables, stop) {
    const target = URL.parse(url);
    if (!target)
        return 'unknown';
    const isPlain = target.protocol === 'http:';
    // Loaded here, since most of it is TLS and a run without a cache asks nothing; half of what fetch costs.
    const http = process.getBuiltinModule(isPlain ? 'node:http' : 'node:https');
    const proxied = usesProxy(target, variables);
    // What Node has no way to ask through, it cannot judge.
    if (proxied && !('setGlobalProxyFromEnv' in process.getBuiltinModule('node:http')))
        return 'unknown';
    const agent = new http.Agent(proxied ? { proxyEnv: variables } : {});
    const signal = AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(stop ? [stop] : [])]);
    try {
        return await new Promise((done) => {
            http
                .get(target, { agent, signal, headers: { 'user-agent': 'buildx-branch-cache' } }, (answer) => {
                answer.destroy();
                done('answers');
            })
                .on('error', (error) => done(SILENT.test(error.code ?? '') ? 'silent' : 'answers'));
        });
    }
    finally {
        agent.destroy();
    }
}
/** Asks all stores at once, and fills the map as they answer, by their names. */
function askAll(stores, variables, signs, stop) {
    for (const [name, url] of new Map(stores.map((store) => [store.name, store.url]))) {
        void signOfLife(url, variables, stop).then((sign) => signs.set(name, sign));
    }
}
function usesProxy({ protocol }, variables) {
    const name = protocol === 'http:' ? 'http_proxy' : 'https_proxy';
    return Boolean(variables[name] || variables[name.toUpperCase()]);
}


/***/ })

};
