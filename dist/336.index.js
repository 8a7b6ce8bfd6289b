export const id = 336;
export const ids = [336,461];
export const modules = {

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBuildx: () => (/* binding */ findBuildx),
/* harmony export */   flockNow: () => (/* binding */ flockNow),
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   queryWithin: () => (/* binding */ queryWithin),
/* harmony export */   stream: () => (/* binding */ stream)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1955);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8701);




/** docker with its plugin, else `buildx` alone; throws where neither is on PATH. */
async function findBuildx() {
    const [docker, alone] = await Promise.all([(0,_actions_io__WEBPACK_IMPORTED_MODULE_3__/* .which */ .K7)('docker'), (0,_actions_io__WEBPACK_IMPORTED_MODULE_3__/* .which */ .K7)('buildx')]);
    if (docker !== '')
        return { program: docker, prefix: ['buildx'] };
    if (alone !== '')
        return { program: alone, prefix: [] };
    throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step');
}
/** Runs a query of buildx in silence and gives back what it printed; a failure is an exit code, never thrown. */
function query(buildx, args, env) {
    return (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .getExecOutput */ .H)(quoteProgram(buildx.program), [...buildx.prefix, ...args], {
        env,
        silent: true,
        ignoreReturnCode: true,
    });
}
/** The same, ended after `limitMs` milliseconds, which is a failure too. */
function queryWithin(limitMs, { program, prefix }, args, env) {
    // A manifest with its layers, and some.
    const options = { env, timeout: limitMs, maxBuffer: 10_000_000 };
    return new Promise((done) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(program, [...prefix, ...args], options, (error, stdout, stderr) => {
            done({ exitCode: error ? 1 : 0, stdout, stderr });
        });
    });
}
/** @actions/exec splits its first argument at blanks. */
function quoteProgram(program) {
    return `"${program}"`;
}
/** In milliseconds: how long buildx has to end after it was interrupted; it needs 5 s where its builder hangs. */
const GRACE = 15_000;
/**
 * Runs a build, or what else takes long. What it prints goes to the user untouched and, as text, to `onOutput`; both
 * its streams go to our stdout, so that the log keeps their order. The result is the exit code. Where the job is
 * cancelled meanwhile, it throws when buildx has ended: nothing that follows is begun. `cut` interrupts it.
 */
async function stream(buildx, args, env, onOutput, cut) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(buildx.program, [...buildx.prefix, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const output of [child.stdout, child.stderr]) {
        const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder(); // a letter of several bytes may arrive in two pieces
        output.on('data', (bytes) => {
            process.stdout.write(bytes);
            onOutput(decoder.write(bytes), output === child.stdout);
        });
    }
    // A cancelled job interrupts us alone: buildx has to hear of it to stop its build.
    let cancelled;
    const forward = (signal) => {
        cancelled = signal;
        child.kill(signal);
    };
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const stopCutting = onCut(child, cut);
    try {
        const exitCode = await new Promise((done, fail) => {
            child.on('error', fail).on('close', (code) => done(code ?? 1));
        });
        if (cancelled)
            throw new Error(`cancelled by ${cancelled}`);
        return exitCode;
    }
    finally {
        stopCutting();
        process.off('SIGINT', forward).off('SIGTERM', forward);
    }
}
/** Interrupts a process when `cut` says so, and ends it for good where that is not enough. */
function onCut(child, cut) {
    let timer;
    const interrupt = () => {
        child.kill('SIGINT');
        timer = setTimeout(() => {
            child.kill('SIGKILL');
            // Its plugin may live on and hold them.
            child.stdout.destroy();
            child.stderr.destroy();
        }, GRACE);
    };
    cut?.addEventListener('abort', interrupt, { once: true });
    return () => {
        clearTimeout(timer);
        cut?.removeEventListener('abort', interrupt);
    };
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
    const { restoreCache, saveCache } = await __webpack_require__.e(/* import() */ 206).then(__webpack_require__.bind(__webpack_require__, 1206));
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
