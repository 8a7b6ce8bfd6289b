import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 213:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readBounded)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

// Without O_NONBLOCK (missing on Windows), opening a FIFO without a writer would block forever.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
/**
 * The text of a file that others may have written: a regular file of at most `most` bytes, links followed. `isOurs`:
 * only a file of this process's user that is not reached by a link. Throws the system's Error, or one for the user.
 */
function readBounded(path, most, { isOurs = false } = {}) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, (O_RDONLY ?? 0) | O_NONBLOCK | (isOurs ? O_NOFOLLOW : 0));
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        if (!stat.isFile())
            throw new Error('it is not a regular file');
        if (isOurs && process.getuid && stat.uid !== process.getuid())
            throw new Error('it belongs to another user');
        if (stat.size > most)
            throw new Error(`it is larger than ${most} bytes`);
        const bytes = Buffer.alloc(stat.size);
        let length = 0;
        while (length < bytes.length) {
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, length, bytes.length - length, null);
            if (read === 0)
                break; // it has been truncated
            length += read;
        }
        return bytes.toString('utf8', 0, length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}


/***/ }),

/***/ 5860:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ goBoolean)
/* harmony export */ });
const spellings = new Map([
    ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text) => [text, true]),
    ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text) => [text, false]),
]);
/**
 * What Go's strconv.ParseBool makes of a text, which is how docker, buildx and BuildKit read their variables and
 * attributes; undefined for any other text, which most of them silently treat as false.
 */
function goBoolean(text) {
    return text === undefined ? undefined : spellings.get(text);
}


/***/ }),

/***/ 4990:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ onCancel),
/* harmony export */   Fh: () => (/* binding */ listenForCancel),
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   tE: () => (/* binding */ atEnd)
/* harmony export */ });
/** Cleanup for when the action ends, however it ends: processes it waits for, folders with secrets. */
const endings = new Set();
/** The handlers of signals, instead of ending the action: the last one registered is called. */
const handlers = [];
const control = new AbortController();
/** Aborted as soon as the job is cancelled: then nothing new is started. */
const cancelled = control.signal;
/**
 * A cancelled job gets SIGINT, after 7.5 s SIGTERM, and after 2.5 s more it is killed (docs.github.com, "Workflow
 * cancellation reference"). The action ends at once, unless a handler has a process to end first.
 */
function listenForCancel() {
    const hear = (signal) => {
        control.abort();
        const handler = handlers.at(-1) ?? end;
        handler(signal);
    };
    process.on('SIGINT', hear).on('SIGTERM', hear);
    process.on('exit', () => {
        for (const work of endings)
            work();
    });
}
function end(signal) {
    process.stdout.write(`::error::cancelled by ${signal}\n`);
    process.exit(1);
}
/** `handler` handles signals until the returned function is called. */
function onCancel(handler) {
    handlers.push(handler);
    return () => {
        handlers.splice(handlers.indexOf(handler), 1);
    };
}
/**
 * Runs `work`, which must be synchronous and not throw, when the action ends, unless the returned function is called.
 */
function atEnd(work) {
    endings.add(work);
    return () => {
        endings.delete(work);
    };
}


/***/ }),

/***/ 5426:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S0: () => (/* binding */ addSummary),
  Yz: () => (/* binding */ debug),
  fJ: () => (/* binding */ fail),
  Os: () => (/* binding */ group),
  N2: () => (/* binding */ groupWork),
  m4: () => (/* binding */ hideKnown),
  s0: () => (/* binding */ hideSecrets),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  n0: () => (/* binding */ setOutputs),
  vY: () => (/* binding */ showDebug),
  $e: () => (/* binding */ warning),
  Jq: () => (/* binding */ writeState)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: ./src/runner/hide.ts
var hide = __nccwpck_require__(2632);
// EXTERNAL MODULE: ./src/runner/safe-line.ts
var safe_line = __nccwpck_require__(5072);
;// CONCATENATED MODULE: ./src/runner/commands.ts
// The runner's protocol, from the two files of @actions/core that implement it. Its index also loads an HTTP client of
// a megabyte for a feature that is not used here, which would more than double the action's start (script/bench shows
// it). The version is pinned, and the tests run the built dist.






/** The secrets to hide in everything that this file prints and writes. */
let commands_hide = (text) => text;
/**
 * Hides texts in what the action itself prints and writes: `masked` in all output of the job, `known` only here, since
 * it may contain a common word. Call it before the first line is printed.
 */
function hideSecrets(masked, known = []) {
    commands_hide = (0,hide/* hider */.Hj)([...masked, ...known]);
    for (const secret of new Set(masked.flatMap(hide/* pieces */.IE)))
        issueCommand('add-mask', {}, secret);
}
/** A text without the known secrets. Call it before shortening a text: no mask finds a part of a secret. */
function hideKnown(text) {
    return commands_hide(text);
}
/** Makes a text of any origin safe to print: used for every line, message and title. */
function printable(text) {
    return (0,safe_line/* safeLines */.Bv)((0,hide/* withoutCredentials */.ri)(commands_hide(text)));
}
function info(line) {
    process.stdout.write((0,safe_line/* safeLine */.om)(printable(line)) + external_node_os_.EOL);
}
let isDebugOn = false;
/** The workflow's debug logging, `ACTIONS_STEP_DEBUG`: off until it is switched on here. */
function showDebug(isOn) {
    isDebugOn = isOn;
}
function isDebug() {
    return isDebugOn;
}
/** A line of the debug log; without debug logging it is not computed. */
function debug(line) {
    if (isDebugOn)
        issueCommand('debug', {}, printable(line()));
}
function notice(message) {
    issueCommand('notice', {}, printable(message));
}
/** `place`: `title`, `file` and `line`, for an annotation beside the code. */
function warning(message, place = {}) {
    const shown = Object.entries(place).map(([name, value]) => [name, (0,safe_line/* safeLine */.om)(printable(String(value)))]);
    issueCommand('warning', Object.fromEntries(shown), printable(message));
}
/** Fails the step with a message when the action ends. */
function fail(message) {
    process.exitCode = 1;
    issueCommand('error', {}, printable(message));
}
/** Lines that the log folds under a title. */
function group(title, lines) {
    issue('group', (0,safe_line/* safeLine */.om)(printable(title)));
    for (const line of lines)
        info(line);
    issue('endgroup');
}
/** The same for work that prints while it runs. */
async function groupWork(title, work) {
    issue('group', (0,safe_line/* safeLine */.om)(printable(title)));
    try {
        return await work();
    }
    finally {
        issue('endgroup');
    }
}
function setOutputs(outputs) {
    for (const [name, value] of outputs)
        setOutput(name, value);
}
/** Results of the build itself are passed on unchanged (report/outputs.ts). */
const AS_IT_IS = ['imageid', 'digest', 'metadata'];
function setOutput(name, given) {
    const value = AS_IT_IS.includes(name) ? given : commands_hide(given);
    // Runners since 2022 have the file; older ones, and old versions of act, read the command.
    if (!appendTo('GITHUB_OUTPUT', prepareKeyValueMessage(name, value))) {
        issueCommand('set-output', { name }, value);
    }
}
/** Keeps a value for the action's post step. */
function writeState(name, value) {
    if (!appendTo('GITHUB_STATE', prepareKeyValueMessage(name, value))) {
        issueCommand('save-state', { name }, value);
    }
}
/** Adds Markdown to the step's summary. Does nothing if the runner provides no file or writing fails. */
function addSummary(file, markdown) {
    if (file === '')
        return;
    try {
        append(file, commands_hide(markdown));
    }
    catch (error) {
        info(`The job summary could not be written: ${error.code}`);
    }
}
/** Appends a message to the file named by a runner variable; false if there is none or it cannot be written. */
function appendTo(variable, message) {
    try {
        const file = process.env[variable];
        if (file)
            append(file, message + external_node_os_.EOL);
        return Boolean(file);
    }
    catch {
        return false;
    }
}
/** Throws if the file cannot be written; a FIFO without a reader would block. */
function append(file, text) {
    const { O_APPEND, O_WRONLY, O_NONBLOCK = 0 } = external_node_fs_.constants;
    (0,external_node_fs_.appendFileSync)(file, text, { flag: O_APPEND | O_WRONLY | O_NONBLOCK });
}


/***/ }),

/***/ 2632:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hj: () => (/* binding */ hider),
/* harmony export */   IE: () => (/* binding */ pieces),
/* harmony export */   ri: () => (/* binding */ withoutCredentials),
/* harmony export */   vs: () => (/* binding */ cutCredentials)
/* harmony export */ });
/* unused harmony export LEAST */
// What must not be shown: values that are known to be secret, and credentials in URLs.
/** Shorter values are neither masked nor hidden: they could be any word (docs/migrating.md). */
const LEAST = 6;
/** A longer value is searched for literally, in no other spelling. */
const MOST_SPELLED = 4_096;
/** A longer word is not treated as a URL. */
const LONGEST = 8_192;
/** Replaces secrets by `***`, whole and line by line, however a URL, JSON, CSV or HTML spells them. */
function hider(secrets) {
    const wanted = [...new Set(secrets.flatMap(pieces).flatMap(spellings))];
    return (text) => {
        const found = wanted.flatMap((it) => placesOf(it, text)).sort(([a], [b]) => a - b);
        let [shown, end] = ['', 0];
        for (const [from, to] of found) {
            // Overlapping matches are merged: else a part of the second would remain.
            if (from >= end)
                shown += `${text.slice(end, from)}***`;
            end = Math.max(end, to);
        }
        return shown + text.slice(end);
    };
}
/** The lines of a secret that are long enough to be masked: logs and summaries are masked line by line. */
function pieces(secret) {
    return secret.split(/[\r\n]+/).filter((line) => line.trim().length >= LEAST);
}
/** A text as it is, and in other spellings. */
function spellings(text) {
    if (/^[\w.-]+$/.test(text) || text.length > MOST_SPELLED)
        return [text];
    const whole = text.toWellFormed();
    const url = encodeURIComponent(whole);
    const json = JSON.stringify(text).slice(1, -1);
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [
        ...[text, text.replaceAll('"', '""'), json, json.replace(/[<>&]/g, unicode)],
        // Go's and the browsers' rules differ in what a path, a password or a form may hold.
        ...[url, url.replace(/[!'()*]/g, percent), url.replaceAll('%20', '+'), encodeURI(whole)],
        ...[url.replace(/[!'()*]/g, percent).replaceAll('%20', '+')],
        ...[url.replace(/%(24|26|2B|3A|3D|40)/g, decodeURIComponent).replace(/[!'()*]/g, percent)],
        ...[url.replace(/%(24|26|2B|2C|3B|3D)/g, decodeURIComponent).replace(/[!'()*]/g, percent)],
        ...[html, html.replaceAll('"', '&quot;'), html.replaceAll('"', '&#34;').replaceAll("'", '&#39;')],
    ];
}
const unicode = (character) => `\\u00${character.charCodeAt(0).toString(16)}`;
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
function placesOf(wanted, text) {
    const places = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const last = places.at(-1);
        if (last && at <= last[1])
            last[1] = at + wanted.length;
        else
            places.push([at, at + wanted.length]);
    }
    return places;
}
// BuildKit's parameters in the query of a git context (docs.docker.com, "URL queries"): none is a credential.
const PLAIN_QUERY = /^((ref|tag|branch|commit|checksum|subdir|keep-git-dir|submodules|fetch-by-commit|mtime)=[^&#\s"']*(&|$))*$/;
const ANY_QUERY = /^[\w.~%-]+=[\w.~%+/:=,-]*(&[\w.~%-]+=[\w.~%+/:=,-]*)*$/;
/**
 * A text without the part of a URL before its `@` and after its `?`: either can be a credential. If the end is not
 * certain, everything up to the line's last `@`, or to its end, is removed.
 */
function withoutCredentials(text) {
    return eachLine(text, (line, from) => (HOST.test(line.slice(from)) ? line.slice(from) : ''));
}
/**
 * The same for a text that may contain a secret with an `@` that only the runner knows: everything after such an `@` is
 * removed, since it may be the rest of that secret, which no mask would find.
 */
function cutCredentials(text) {
    return eachLine(text, () => '');
}
/** What can only be a host, and not the rest of a password. */
const HOST = /^([\w-]+\.[\w.-]+|[\w-]+(?=[:/])|\[[0-9a-f:]+\]|[\w-]+$)(:\d+)?(?:[/?#,;"'\s]|$)/i;
function eachLine(text, after) {
    if (!text.includes('://'))
        return text;
    return text
        .split('\n')
        .map((line) => lineWithout(line, after))
        .join('\n');
}
function lineWithout(line, after) {
    let [shown, at, rest] = ['', 0, line];
    let last = lastUser(rest); // found once: a line may contain any number of URLs
    for (let sign = rest.indexOf('://'); sign >= 0; sign = rest.indexOf('://', at)) {
        const begin = sign + 3;
        shown += rest.slice(at, begin);
        at = begin;
        if (!rest.startsWith('***', begin) && hasUser(rest, begin, last)) {
            rest = after(rest, last + 1);
            last = lastUser(rest);
            at = 0;
            shown += rest === '' ? '***' : '***@';
        }
        const url = addressOnly(wordAt(rest, at));
        shown += url.text;
        at = url.isWhole ? at + url.length : rest.length;
    }
    return shown + rest.slice(at);
}
const wordAt = (line, from) => /^[^\s"'<>]*/.exec(line.slice(from, from + LONGEST))?.[0] ?? '';
/** The part of a URL after `://` or its user, without a query; incomplete if the end is not certain. */
function addressOnly(word) {
    const [address = '', ...rest] = word.split('?');
    const query = rest.join('?').split('#')[0] ?? '';
    const { length } = word;
    if (rest.length === 0 || address.includes('#') || query === '***' || PLAIN_QUERY.test(query)) {
        return { text: word, length, isWhole: true };
    }
    if (ANY_QUERY.test(query))
        return { text: `${address}?***`, length, isWhole: true };
    return { text: '***', length, isWhole: false };
}
const DIGEST = /@(?=sha(256|512):)/g;
/** The index of the last `@` of a line that does not begin a digest. */
function lastUser(line) {
    return line.replace(DIGEST, ' ').lastIndexOf('@');
}
/** A password may contain `@` and, if not encoded, `/`, `:` and blanks. `last`: the line's last user. */
function hasUser(line, begin, last) {
    if (last < begin)
        return false;
    const word = wordAt(line, begin).replace(DIGEST, ' ');
    const [authority = ''] = word.split('/');
    return (authority.includes('@') || /:(?!\d*$)/.test(authority) || (authority.includes(':') && word.includes('@')));
}


/***/ }),

/***/ 5072:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ safeLines),
/* harmony export */   om: () => (/* binding */ safeLine),
/* harmony export */   zN: () => (/* binding */ isVisible)
/* harmony export */ });
// Characters that reverse text, are invisible, or break lines.
const UNFIT = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}\u200b\u2060\u206a-\u206f\ufeff]/gu;
/**
 * A text as one line of the log that the runner does not parse as a command: those begin with `::` after any blanks, or
 * with `##[` anywhere (actions/runner ActionCommand.cs). Invisible characters become visible escapes.
 */
function safeLine(text) {
    return text
        .replace(/[\r\n]+/g, ' ')
        .replace(UNFIT, (it) => `\\u${it.codePointAt(0)?.toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '## [')
        .replace(/^\s*::/, (it) => it.replace('::', ': :'));
}
/** The same for a message of several lines. */
function safeLines(text) {
    return text
        .split(/\r\n|[\r\n]/)
        .map(safeLine)
        .join('\n');
}
/** Whether a text shows all that is in it, in one line. */
function isVisible(text) {
    return text.search(UNFIT) < 0;
}


/***/ }),

/***/ 6003:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ getState),
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   tl: () => (/* binding */ isPost)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5426);

/** Saves a value for post, overwriting an earlier one. */
function saveState(name, value) {
    (0,_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .writeState */ .Jq)(name, value);
}
/** What main saved; undefined if nothing. */
function getState({ state }, name) {
    return state(name) || undefined;
}
function isPost(environment) {
    return getState(environment, 'main') !== undefined;
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./src/runner/cancel.ts
var cancel = __nccwpck_require__(4990);
// EXTERNAL MODULE: ./src/runner/commands.ts + 4 modules
var commands = __nccwpck_require__(5426);
// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __nccwpck_require__(213);
// EXTERNAL MODULE: ./src/lib/go-boolean.ts
var go_boolean = __nccwpck_require__(5860);
;// CONCATENATED MODULE: ./src/runner/environment.ts


/** Reads the environment and the event file. The only place in the action that does. */
function readEnvironment(env = process.env) {
    const text = (name) => env[name] ?? '';
    const rawInput = (name) => text(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`);
    const serverUrl = text('GITHUB_SERVER_URL') || 'https://github.com';
    const repository = text('GITHUB_REPOSITORY');
    return {
        input: (name) => rawInput(name).trim(),
        rawInput,
        inputNames: Object.keys(env).flatMap((name) => name.startsWith('INPUT_') ? [name.slice('INPUT_'.length).toLowerCase()] : []),
        state: (name) => text(`STATE_${name}`),
        eventName: text('GITHUB_EVENT_NAME'),
        ref: text('GITHUB_REF'),
        headRef: text('GITHUB_HEAD_REF'),
        baseRef: text('GITHUB_BASE_REF'),
        sha: text('GITHUB_SHA'),
        repository,
        serverUrl,
        apiUrl: text('GITHUB_API_URL') || 'https://api.github.com',
        workspace: text('GITHUB_WORKSPACE') || process.cwd(),
        tempDir: text('RUNNER_TEMP'),
        ...readPayload(text('GITHUB_EVENT_PATH')),
        runUrl: `${serverUrl}/${repository}/actions/runs/${text('GITHUB_RUN_ID')}/attempts/${text('GITHUB_RUN_ATTEMPT') || 1}`,
        runName: `${text('GITHUB_RUN_ID') || 0}-${text('GITHUB_RUN_ATTEMPT') || 1}`,
        summaryFile: text('GITHUB_STEP_SUMMARY'),
        isDebug: text('RUNNER_DEBUG') === '1',
        switches: readSwitches(text),
        forDocker: Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined && !/^(INPUT|STATE)_/.test(entry[0]))),
    };
}
function readSwitches(text) {
    const is = (name) => (0,go_boolean/* goBoolean */.x)(text(name)) === true;
    return {
        contextIsPullHead: is('DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF'),
        contextIsQuery: is('BUILDX_SEND_GIT_QUERY_AS_INPUT'),
        noDefaultAttestations: is('BUILDX_NO_DEFAULT_ATTESTATIONS'),
        summary: (0,go_boolean/* goBoolean */.x)(text('DOCKER_BUILD_SUMMARY')) !== false,
        mark: (0,go_boolean/* goBoolean */.x)(text('BRANCH_CACHE_MARK')) !== false,
        annotateChecks: text('DOCKER_BUILD_CHECKS_ANNOTATIONS') === '' || is('DOCKER_BUILD_CHECKS_ANNOTATIONS'),
    };
}
/** In bytes: GitHub sends none of more than 25 MB. */
const MOST = 128_000_000;
function readPayload(path) {
    if (path === '')
        return { payload: undefined, payloadProblem: 'GITHUB_EVENT_PATH is not set' };
    try {
        return { payload: JSON.parse((0,bounded_file/* readBounded */.C)(path, MOST)), payloadProblem: undefined };
    }
    catch (error) {
        const why = error instanceof SyntaxError
            ? 'it is not JSON'
            : (error.code ?? error.message);
        return { payload: undefined, payloadProblem: `the event file ${path} could not be read: ${why}` };
    }
}

// EXTERNAL MODULE: ./src/runner/state.ts
var state = __nccwpck_require__(6003);
;// CONCATENATED MODULE: ./src/index.ts




/** Main or post: the runner starts the same file for both, and each loads only its own code. */
async function run() {
    const environment = readEnvironment();
    (0,commands/* showDebug */.vY)(environment.isDebug);
    if ((0,state/* isPost */.tl)(environment)) {
        await (await __nccwpck_require__.e(/* import() */ 661).then(__nccwpck_require__.bind(__nccwpck_require__, 6661))).post(environment);
        isPostOver = true;
        return;
    }
    return (await Promise.all(/* import() */[__nccwpck_require__.e(62), __nccwpck_require__.e(156), __nccwpck_require__.e(100), __nccwpck_require__.e(538), __nccwpck_require__.e(430)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9430))).main(environment);
}
/**
 * The last resort: errors of concurrent work are caught where it is started. An uncaught error does not end the build,
 * and its message is not shown, since it may contain a secret.
 */
function stray(error) {
    const { name = 'Error', code = name } = (error ?? {});
    (0,commands/* info */.pq)(`An error outside the build was ignored: ${code}`);
}
let isOver = false;
let isPostOver = false;
(0,cancel/* listenForCancel */.Fh)();
process.stdout.on('error', () => { }); // the reader is gone
process
    .on('uncaughtException', stray)
    .on('unhandledRejection', stray)
    .on('exit', () => {
    // Nothing is left to wait for, but the work is not finished: the step must fail.
    if (!isOver && !process.exitCode)
        process.exitCode = 1;
});
run()
    .catch((error) => (0,commands/* fail */.fJ)(error instanceof Error ? error.message : String(error)))
    .finally(() => {
    isOver = true;
    if (cancel/* cancelled */.KW.aborted)
        process.exit();
    // Do not wait for a slow removal of a builder; it continues on its own.
    if (isPostOver)
        process.exit();
});

