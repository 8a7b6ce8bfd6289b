export const id = 958;
export const ids = [958,461];
export const modules = {

/***/ 6958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeBuilder: () => (/* binding */ makeBuilder),
/* harmony export */   ownBuilderName: () => (/* binding */ ownBuilderName),
/* harmony export */   removeBuilder: () => (/* binding */ removeBuilder)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5426);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4461);



/** A name that no other builder has. */
function ownBuilderName() {
    return `branch-cache-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
}
/** In milliseconds: BuildKit's image is 100 MB. */
const PATIENCE = 5 * 60_000;
/** In milliseconds: removing a container of several gigabytes takes time. */
const REMOVAL = 2 * 60_000;
/**
 * Creates a builder with the docker-container driver and the user's buildkitd.default.toml, and starts it, which pulls
 * BuildKit's image. The user sees buildx's output. False if it failed or took longer than five minutes, which is
 * printed.
 */
async function makeBuilder(buildx, { name, onHost }, env) {
    const network = onHost ? ['--driver-opt', 'network=host'] : [];
    const args = ['create', '--name', name, '--driver', 'docker-container', ...network, '--bootstrap'];
    const cut = AbortSignal.timeout(PATIENCE);
    const isMade = (await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__.stream)(buildx, args, env, { onOutput: () => { }, cut })) === 0;
    if (cut.aborted)
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .info */ .pq)(`The builder was not ready within ${PATIENCE / 60_000} minutes.`);
    return isMade && !cut.aborted;
}
/**
 * Removes a builder with its container and volume; throws an Error for the user. A missing builder counts as removed.
 * After two minutes the action stops waiting but does not kill the removal: docker may still complete it.
 */
async function removeBuilder(buildx, name, env) {
    const ended = await (0,_run_js__WEBPACK_IMPORTED_MODULE_2__.runToItsEnd)(buildx, ['rm', '--force', name], env, REMOVAL);
    if (!ended)
        throw new Error(`${name}: docker did not answer within ${REMOVAL / 1000} s`);
    const { exitCode, stderr } = ended;
    if (exitCode === 0 || /no builder .* found/.test(stderr))
        return;
    throw new Error(`${name}: ${stderr.trim() || `exit code ${exitCode}`}`);
}


/***/ }),

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBuildx: () => (/* binding */ findBuildx),
/* harmony export */   flockNow: () => (/* binding */ flockNow),
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   runToItsEnd: () => (/* binding */ runToItsEnd),
/* harmony export */   stream: () => (/* binding */ stream)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8701);
/* harmony import */ var _runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4990);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5426);







/** docker with its plugin, else standalone `buildx`; throws if neither is on PATH. */
async function findBuildx() {
    const [docker, alone] = await Promise.all([(0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('docker'), (0,_actions_io__WEBPACK_IMPORTED_MODULE_4__/* .which */ .K7)('buildx')]);
    if (docker !== '')
        return { program: docker, prefix: ['buildx'] };
    if (alone !== '')
        return { program: alone, prefix: [] };
    throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step');
}
/** In milliseconds: docker normally answers within two seconds; buildx gives up a remote builder after 20 s. */
const LIMIT = 30_000;
/** In characters: the most that is kept of an answer. */
const MOST = 64_000_000;
/** In milliseconds: how long the children of a process that exited may keep its streams open. */
const LINGER = 2_000;
/**
 * Calls docker without printing anything. Every call ends: the process and all its children are killed after the limit,
 * on an answer that is too long, or when the action ends.
 */
function query(buildx, args, env, bounds = {}) {
    return timed(buildx, args, () => ask(buildx, args, env, bounds), ({ exitCode, isLate }) => (isLate ? 'killed since it took too long' : `exit code ${exitCode}`));
}
/** Makes a call, and with debug logging logs it with its result and its duration. */
async function timed({ program, prefix }, args, call, outcome) {
    if (!(0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .isDebug */ ._o)())
        return call();
    const { formatCommand } = await __webpack_require__.e(/* import() */ 156).then(__webpack_require__.bind(__webpack_require__, 1156));
    const begin = performance.now();
    let came = 'failed';
    try {
        const result = await call();
        came = outcome(result);
        return result;
    }
    finally {
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .debug */ .Yz)(() => {
            const words = [program, ...prefix, ...args].map(_runner_commands_js__WEBPACK_IMPORTED_MODULE_6__/* .hideKnown */ .m4);
            return `${formatCommand(words)}: ${came} after ${Math.round(performance.now() - begin)} ms`;
        });
    }
}
function ask({ program, prefix }, args, env, { limitMs = LIMIT, keep = () => true, input }) {
    // docker starts buildx, which starts others: as one process group they can be killed together. Windows has no groups.
    const detached = process.platform !== 'win32';
    const [out, err] = [collector(keep), collector(() => true)];
    const answer = (exitCode, isLate = false) => ({
        exitCode,
        isLate,
        stdout: out.text(),
        stderr: err.text(),
    });
    let child;
    try {
        child = spawnPiped(program, [...prefix, ...args], { env, detached }, input);
    }
    catch {
        return Promise.resolve(answer(127)); // an environment that the system refuses
    }
    const kill = () => killGroup(child, detached);
    const forget = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .atEnd */ .tE)(kill);
    const timers = [];
    return new Promise((done) => {
        const give = (text, to) => {
            if (to.add(text))
                return;
            kill();
            done(answer(1));
        };
        child.stdout.setEncoding('utf8').on('data', (text) => give(text, out));
        child.stderr.setEncoding('utf8').on('data', (text) => give(text, err));
        child
            .on('error', () => done(answer(127)))
            .on('exit', (code) => timers.push(setTimeout(() => done(answer(code ?? 1)), LINGER)))
            .on('close', (code) => done(answer(code ?? 1)));
        const late = () => {
            kill();
            done(answer(1, true));
        };
        timers.push(setTimeout(late, limitMs));
    }).finally(() => {
        child.removeAllListeners('exit');
        timers.forEach(clearTimeout);
        forget();
        closeStreams(child);
    });
}
/**
 * Runs, without printing anything, what must not be killed half-way, such as a removal. After `limitMs` milliseconds
 * the result is undefined and the process continues, even after the action's end.
 */
function runToItsEnd(buildx, args, env, limitMs) {
    return timed(buildx, args, () => waitFor(buildx, args, env, limitMs), (result) => (result ? `exit code ${result.exitCode}` : 'still running'));
}
async function waitFor({ program, prefix }, args, env, limitMs) {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 955).then(__webpack_require__.bind(__webpack_require__, 1955));
    const limit = new AbortController();
    const late = (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
    // It splits its first argument at blanks.
    const running = getExecOutput(`"${program}"`, [...prefix, ...args], {
        env,
        silent: true,
        ignoreReturnCode: true,
    });
    return Promise.race([running, late]).finally(() => limit.abort());
}
function spawnPiped(program, args, options, input) {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { ...options, stdio: [stdin, 'pipe', 'pipe'] });
    // A process that does not read its input closes the pipe, which is no error.
    child.stdin?.on('error', () => { }).end(input);
    return child;
}
/** Collects a text in pieces; `add` is false once more would be kept than allowed. */
function collector(keep) {
    const kept = [];
    let [length, rest] = [0, ''];
    const take = (line) => {
        if (!keep(line))
            return;
        length += line.length + 1;
        kept.push(line);
    };
    return {
        add: (text) => {
            const lines = text.split('\n');
            lines[0] = rest + lines[0];
            rest = lines.pop() ?? '';
            lines.forEach(take);
            return length + rest.length <= MOST;
        },
        text: () => [...kept, ...(keep(rest) ? [rest] : [])].join('\n'),
    };
}
function killGroup(child, isGroup) {
    try {
        if (isGroup && child.pid !== undefined)
            process.kill(-child.pid, 'SIGKILL');
        else
            child.kill('SIGKILL');
    }
    catch {
        return; // it has ended
    }
}
/** In milliseconds: how long buildx may take to end after an interrupt; it needs 5 s if its builder hangs. */
const GRACE = 15_000;
/** In milliseconds: the same after the job was cancelled, when the runner allows 10 s in total. */
const GRACE_OF_RUNNER = 9_000;
/**
 * Runs a build, or another long process. Its output goes unchanged to the user and, as text, to `onOutput`; both
 * streams go to the action's stdout, so that the log keeps their order. The result is the exit code; for a killed
 * process the one that a shell would return. If the job is cancelled, it throws once buildx has ended, so that nothing
 * else is started. `cut` interrupts it.
 */
function stream(buildx, args, env, streamed) {
    return timed(buildx, args, () => passOn(buildx, args, env, streamed), (exitCode) => `exit code ${exitCode}`);
}
async function passOn(buildx, args, env, { onOutput, cut }) {
    const child = spawnPiped(buildx.program, [...buildx.prefix, ...args], { env });
    let isLineOpen = false;
    for (const output of [child.stdout, child.stderr]) {
        const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder(); // a multi-byte character may arrive in two pieces
        output.on('data', (bytes) => {
            process.stdout.write(bytes);
            isLineOpen = bytes.at(-1) !== 0x0a;
            onOutput(decoder.write(bytes), output === child.stdout);
        });
    }
    // The runner signals only the action: it must interrupt buildx to stop the build.
    let by;
    const endFor = ender(child);
    const release = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .onCancel */ .Ao)((signal) => {
        by = signal;
        endFor(signal, GRACE_OF_RUNNER);
    });
    const forget = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_5__/* .atEnd */ .tE)(() => child.kill('SIGKILL'));
    const interrupt = () => endFor('SIGINT', GRACE);
    if (cut?.aborted)
        interrupt();
    cut?.addEventListener('abort', interrupt, { once: true });
    try {
        const exitCode = await new Promise((done, fail) => {
            child
                .on('error', fail)
                .on('exit', () => setTimeout(() => closeStreams(child), LINGER * 5).unref())
                .on('close', (code, signal) => done(code ?? 128 + (signal ? node_os__WEBPACK_IMPORTED_MODULE_1__.constants.signals[signal] : 0)));
        });
        if (by)
            throw new Error(`cancelled by ${by}`);
        return exitCode;
    }
    finally {
        // The runner parses commands at the beginning of a line.
        if (isLineOpen)
            process.stdout.write(node_os__WEBPACK_IMPORTED_MODULE_1__.EOL);
        endFor.stop();
        forget();
        release();
        cut?.removeEventListener('abort', interrupt);
    }
}
/** Sends a process a signal, and kills it if that is not enough. */
function ender(child) {
    let timer;
    const end = (signal, graceMs) => {
        child.kill(signal);
        timer ??= setTimeout(() => {
            child.kill('SIGKILL');
            closeStreams(child); // its plugin may still hold them
        }, graceMs);
    };
    return Object.assign(end, { stop: () => clearTimeout(timer) });
}
function closeStreams({ stdout, stderr }) {
    stdout.destroy();
    stderr.destroy();
}
/**
 * Takes a flock(2) on an open file, held for as long as its descriptor is open: the lock belongs to the open file, not
 * to the process that requested it, and Node has no flock. Does not block: false if another process has the lock;
 * undefined if unknown, because `flock` of util-linux or BusyBox is missing.
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

/***/ 90:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath)
/* harmony export */ });
/* unused harmony exports chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink, readlink, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 8701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which)
/* harmony export */ });
/* unused harmony exports cp, mv, rmRF, mkdirP, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

/***/ })

};
