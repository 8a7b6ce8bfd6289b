export const id = 666;
export const ids = [666,461];
export const modules = {

/***/ 1666:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishBuild: () => (/* binding */ finishBuild),
  removeDirectory: () => (/* binding */ removeDirectory),
  runBuild: () => (/* binding */ runBuild),
  withDirectory: () => (/* binding */ withDirectory)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/github/cancel.ts
var cancel = __webpack_require__(1233);
// EXTERNAL MODULE: ./src/github/state.ts
var state = __webpack_require__(8862);
// EXTERNAL MODULE: ./src/local/make-folder.ts
var make_folder = __webpack_require__(9298);
// EXTERNAL MODULE: ./src/inputs/credential-names.ts
var credential_names = __webpack_require__(3989);
;// CONCATENATED MODULE: ./src/buildx/command-line.ts

/** The command as one line that bash reads back as the same words, with credentials left out. */
function formatCommand(words, secrets = []) {
    // The longest first: one may be the beginning of another.
    const longest = secrets.toSorted((a, b) => b.length - a.length);
    const hide = (word) => longest.reduce((text, secret) => text.replaceAll(secret, '***'), word);
    return words.map((word, i) => quote(redact(hide(word), words[i - 1]))).join(' ');
}
function quote(word) {
    // A line break in the log could begin a command of the runner's.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
    if (/[\x00-\x1f\x7f]/.test(word))
        return `$'${word.replace(/[\x00-\x1f\x7f'\\]/g, octal)}'`;
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
function octal(character) {
    return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
}
function redact(word, flag) {
    const withoutUser = word.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/@\s]+@/gi, '$1***@');
    if (flag !== '--build-arg' || !(0,credential_names/* looksLikeCredential */.P)(word))
        return withoutUser;
    return withoutUser.replace(/=.+$/s, '=***');
}

;// CONCATENATED MODULE: ./src/buildx/failure.ts
const NO_PLUGIN = /unknown command: docker buildx|'buildx' is not a docker command/;
/** How many of a failing step's last lines the message repeats. */
const STEP_LINES = 10;
/**
 * The end of what buildx printed -> why it failed: its error, and the failing step with its last lines. `checks`
 * is the first line of a failed `call: check`.
 */
function whyFailed(tail, exitCode, checks) {
    if (NO_PLUGIN.test(tail))
        return 'docker has no buildx plugin; run docker/setup-buildx-action before this step';
    if (checks !== '')
        return checks;
    const lines = tail.split(/\r?\n/);
    const error = lines.findLast((line) => line.startsWith('ERROR: ')) ?? lines.findLast((line) => line.trim() !== '');
    const step = failingStep(lines);
    return [`buildx failed with: ${error?.trim() ?? `exit code ${exitCode}`}`, ...step].join('\n');
}
/** buildx repeats the failing step between two lines of dashes: ` > [2/3] RUN make:` and its last output. */
function failingStep(lines) {
    const head = lines.findLastIndex((line) => /^ > .*:$/.test(line));
    if (head < 0)
        return [];
    const end = lines.findIndex((line, i) => i > head && /^-{6,}$/.test(line));
    const output = lines.slice(head + 1, end < 0 ? undefined : end);
    return [(lines[head] ?? '').trim(), ...output.slice(-STEP_LINES)];
}

;// CONCATENATED MODULE: ./src/buildx/lines.ts
const LONGEST = 65_536;
/** Hands on a text line by line, however it is cut as it passes; of a very long line the end. */
function lineReader(take) {
    let rest = '';
    return (text) => {
        const lines = (rest + text).split('\n');
        rest = (lines.pop() ?? '').slice(-LONGEST);
        for (const line of lines)
            take(line);
    };
}
/** Keeps those lines of a text that match, however the text is cut as it passes. */
function lineFilter(pattern) {
    const kept = [];
    const read = lineReader((line) => {
        if (kept.length < 1000 && pattern.test(line))
            kept.push(line.trimEnd());
    });
    return {
        read,
        end: () => {
            read('\n');
            return kept;
        },
    };
}

// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __webpack_require__(213);
;// CONCATENATED MODULE: ./src/buildx/results.ts

/** In bytes; provenance and build checks are the most of it. */
const MOST = 64_000_000;
/** Reads the result files; buildx writes them only where the build succeeded. Never throws. */
function readResults(files) {
    const metadata = parse(results_text(files.metadataFile));
    const digest = metadata?.['containerimage.digest'];
    return { imageId: results_text(files.imageIdFile), digest: typeof digest === 'string' ? digest : '', metadata };
}
function results_text(path) {
    try {
        return (0,bounded_file/* readBounded */.C)(path, MOST).trim();
    }
    catch {
        return '';
    }
}
function parse(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/buildx/run.ts
var run = __webpack_require__(4461);
;// CONCATENATED MODULE: ./src/buildx/build.ts










// It warns on stderr, and nowhere else (buildkit client/solve.go). What steps print begins with their number.
const LOCAL_IMPORT = /^(WARN|time=).*local cache import at /;
// Enough for the error that ends a build, whatever the build printed before it.
const TAIL = 16_384;
/** Runs the build once, with no results of an earlier run in its place. `onCommand` gets the command, fit to be printed. */
async function runBuild(buildx, { args, env, secrets, files }, onCommand, watch) {
    for (const file of [files.imageIdFile, files.metadataFile])
        (0,external_node_fs_.rmSync)(file, { force: true });
    onCommand(formatCommand([buildx.program, ...buildx.prefix, ...args], secrets));
    let [tail, errors, stdout] = ['', '', ''];
    const warnings = lineFilter(LOCAL_IMPORT);
    const lines = lineReader((line) => watch?.read(line));
    const onOutput = (text, isStdout) => {
        tail = (tail + text).slice(-TAIL);
        if (isStdout) {
            stdout = (stdout + text).slice(0, TAIL);
            return;
        }
        errors = (errors + text).slice(-TAIL);
        warnings.read(text);
        lines(text);
    };
    const began = Date.now();
    const exitCode = await (0,run.stream)(buildx, args, { ...env, BUILDX_METADATA_WARNINGS: 'true' }, { onOutput, cut: watch?.cut });
    return { exitCode, tail, errors, stdout, warnings: warnings.end(), began, ended: Date.now() };
}
/** What the last run of a build left; its builder is not asked yet. */
function finishBuild({ isCheck, builder, nodes, withImports, files }, { exitCode, tail, stdout, warnings, began, ended }) {
    const results = readResults(files);
    const named = results.metadata?.['buildx.build.ref'];
    const ref = typeof named === 'string' ? named : undefined;
    // A failed check says in its first line what it found (docker/buildx#2647).
    const checks = isCheck ? (stdout.split('\n')[0] ?? '').trim() : '';
    return {
        failure: exitCode === 0 ? undefined : whyFailed(tail, exitCode, checks),
        results,
        wanted: { ref, builder, nodes, began, ended, withImports },
        warnings,
    };
}
/**
 * Runs `work` with a directory of its own in one of `parents`, the first that can be written, which is made where it
 * is missing. It holds secrets: it is gone afterwards, also where the job is cancelled, and at the latest with post.
 */
async function withDirectory(parents, work) {
    const directory = makeDirectory(parents);
    (0,state/* leave */.qG)('directory', directory);
    const forget = (0,cancel/* atEnd */.tE)(() => removeDirectory(directory));
    try {
        return await work(directory);
    }
    finally {
        forget();
        removeDirectory(directory);
    }
}
const NAME = 'buildx-branch-cache-';
function makeDirectory([parent = '', ...others]) {
    try {
        (0,make_folder/* makeFolder */.f)(parent);
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, NAME));
    }
    catch (error) {
        if (others.length > 0)
            return makeDirectory(others);
        throw new Error(`the secrets and results of the build need a folder that can be written: ${error.message}`);
    }
}
/** Removes a directory of `withDirectory`, and no other; never throws, since post tries again. */
function removeDirectory(directory) {
    if (!(0,external_node_path_.basename)(directory).startsWith(NAME))
        return;
    try {
        (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    }
    catch {
        return;
    }
}


/***/ }),

/***/ 4461:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findBuildx: () => (/* binding */ findBuildx),
/* harmony export */   flockNow: () => (/* binding */ flockNow),
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   stream: () => (/* binding */ stream)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_io__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(669);
/* harmony import */ var _github_cancel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1233);




/** docker with its plugin, else `buildx` alone; throws where neither is on PATH. */
async function findBuildx() {
    const [docker, alone] = await Promise.all([(0,_actions_io__WEBPACK_IMPORTED_MODULE_2__/* .which */ .K7)('docker'), (0,_actions_io__WEBPACK_IMPORTED_MODULE_2__/* .which */ .K7)('buildx')]);
    if (docker !== '')
        return { program: docker, prefix: ['buildx'] };
    if (alone !== '')
        return { program: alone, prefix: [] };
    throw new Error('neither docker nor buildx is on PATH; run docker/setup-buildx-action before this step');
}
/** In milliseconds: what docker answers, it answers in a second or two; a remote builder is given up after 20 s. */
const LIMIT = 30_000;
/** In characters: what is wanted of an answer. */
const MOST = 64_000_000;
/** In milliseconds: how long what a process leaves behind may hold its streams. */
const LINGER = 2_000;
/**
 * Asks docker something in silence. Every question has an end: after the limit, with an answer that is too long, or
 * with the action itself the process is killed, with all that it started.
 */
function query({ program, prefix }, args, env, { limitMs = LIMIT, keep = () => true } = {}) {
    // docker starts buildx, which starts others: a group of their own can be ended as one. Windows has none.
    const detached = process.platform !== 'win32';
    const [out, err] = [collector(keep), collector(() => true)];
    const answer = (exitCode, isLate = false) => ({
        ...{ exitCode, isLate, stdout: out.text(), stderr: err.text() },
    });
    let child;
    try {
        child = spawnPiped(program, [...prefix, ...args], { env, detached });
    }
    catch {
        return Promise.resolve(answer(127)); // an environment that the system does not take
    }
    const kill = () => killGroup(child, detached);
    const forget = (0,_github_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .atEnd */ .tE)(kill);
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
function spawnPiped(program, args, options) {
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}
/** Takes a text in pieces; `add` is false once there is too much of what is kept. */
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
/** In milliseconds: how long buildx has to end after it was interrupted; it needs 5 s where its builder hangs. */
const GRACE = 15_000;
/** In milliseconds: the same after the job was cancelled, when the runner gives us 10 s in all. */
const GRACE_OF_RUNNER = 9_000;
/**
 * Runs a build, or what else takes long. What it prints goes to the user untouched and, as text, to `onOutput`; both
 * its streams go to our stdout, so that the log keeps their order. The result is the exit code. Where the job is
 * cancelled meanwhile, it throws when buildx has ended: nothing that follows is begun. `cut` interrupts it.
 */
async function stream(buildx, args, env, { onOutput, cut }) {
    const child = spawnPiped(buildx.program, [...buildx.prefix, ...args], { env });
    for (const output of [child.stdout, child.stderr]) {
        const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder(); // a letter of several bytes may arrive in two pieces
        output.on('data', (bytes) => {
            process.stdout.write(bytes);
            onOutput(decoder.write(bytes), output === child.stdout);
        });
    }
    // A cancelled job interrupts us alone: buildx has to hear of it to stop its build.
    let by;
    const endFor = ender(child);
    const release = (0,_github_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .onCancel */ .Ao)((signal) => {
        by = signal;
        endFor(signal, GRACE_OF_RUNNER);
    });
    const forget = (0,_github_cancel_js__WEBPACK_IMPORTED_MODULE_3__/* .atEnd */ .tE)(() => child.kill('SIGKILL'));
    const interrupt = () => endFor('SIGINT', GRACE);
    if (cut?.aborted)
        interrupt();
    cut?.addEventListener('abort', interrupt, { once: true });
    try {
        const exitCode = await new Promise((done, fail) => {
            child
                .on('error', fail)
                .on('exit', () => setTimeout(() => closeStreams(child), LINGER * 5).unref())
                .on('close', (code) => done(code ?? 1));
        });
        if (by)
            throw new Error(`cancelled by ${by}`);
        return exitCode;
    }
    finally {
        endFor.stop();
        forget();
        release();
        cut?.removeEventListener('abort', interrupt);
    }
}
/** Sends a process a signal, and ends it for good where that is not enough. */
function ender(child) {
    let timer;
    const end = (signal, graceMs) => {
        child.kill(signal);
        timer ??= setTimeout(() => {
            child.kill('SIGKILL');
            closeStreams(child); // its plugin may live on and hold them
        }, graceMs);
    };
    return Object.assign(end, { stop: () => clearTimeout(timer) });
}
function closeStreams({ stdout, stderr }) {
    stdout.destroy();
    stderr.destroy();
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

/***/ 3989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ looksLikeCredential)
/* harmony export */ });
// Users put credentials into build arguments against all advice: the name is the only sign of it.
const CREDENTIAL = /TOKEN|SECRET|PASSW|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY/i;
/** Whether `NAME=value` looks like a credential; without a value buildx takes it from its environment. */
function looksLikeCredential(buildArg) {
    const [name = '', ...value] = buildArg.split('=');
    return CREDENTIAL.test(name) && (value.length === 0 || value.join('=') !== '');
}


/***/ }),

/***/ 9298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * Makes a folder and those that it is in; throws the system's Error. Node's own `recursive` never ends where the
 * system refuses a folder with ENOENT, as /proc does.
 */
function makeFolder(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder, { throwIfNoEntry: false })?.isDirectory())
        return;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if (parent !== folder)
        makeFolder(parent);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
    }
    catch (error) {
        // Another build has just made it.
        if (error.code !== 'EEXIST')
            throw error;
    }
}


/***/ }),

/***/ 669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K7: () => (/* binding */ which)
});

// UNUSED EXPORTS: cp, findInPath, mkdirP, mv, rmRF

// EXTERNAL MODULE: external "assert"
var external_assert_ = __webpack_require__(2613);
// EXTERNAL MODULE: external "path"
var external_path_ = __webpack_require__(6928);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __webpack_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
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
const READONLY = external_fs_.constants.O_RDONLY;
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
                const upperExt = external_path_.extname(filePath).toUpperCase();
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
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
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
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
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
            yield io_copyFile(source, newDest, force);
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
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
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
    return io_awaiter(this, void 0, void 0, function* () {
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
    return io_awaiter(this, void 0, void 0, function* () {
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
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
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
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
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
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
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
    return io_awaiter(this, void 0, void 0, function* () {
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
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
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
