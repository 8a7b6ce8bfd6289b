export const id = 461;
export const ids = [461];
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


/***/ })

};
