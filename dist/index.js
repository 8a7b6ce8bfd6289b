import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6017:
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
 * attributes; undefined for any other text, which most of them take for false in silence.
 */
function goBoolean(text) {
    return text === undefined ? undefined : spellings.get(text);
}


/***/ }),

/***/ 6692:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S0: () => (/* binding */ addSummary),
  Yz: () => (/* binding */ debug),
  fJ: () => (/* binding */ fail),
  Os: () => (/* binding */ group),
  N2: () => (/* binding */ groupWork),
  pq: () => (/* binding */ info),
  dK: () => (/* binding */ mask),
  lm: () => (/* binding */ notice),
  TN: () => (/* binding */ oneLine),
  LZ: () => (/* binding */ saveState),
  n0: () => (/* binding */ setOutputs),
  $e: () => (/* binding */ warning)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
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
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
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
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./src/github/actions.ts
// The runner's protocol, from the two files of @actions/core that speak it. Its index also loads an HTTP client
// of a megabyte for a feature that is not used here, which would more than double the action's start
// (script/bench shows it). The version is pinned, and the tests run the built dist.




function info(line) {
    process.stdout.write(line + external_node_os_.EOL);
}
/** Shown only where the workflow's debug logging is on. */
function debug(line) {
    issueCommand('debug', {}, line);
}
function notice(message) {
    issueCommand('notice', {}, message);
}
/** `place`: `title`, `file` and `line`, for an annotation beside the code. */
function warning(message, place = {}) {
    issueCommand('warning', place, message);
}
/** Hides a text in all that the job prints from now on. */
function mask(secret) {
    issueCommand('add-mask', {}, secret);
}
/** The step fails, when the action ends, and says why. */
function fail(message) {
    process.exitCode = 1;
    issueCommand('error', {}, message);
}
/** Lines that the log folds under a title. */
function group(title, lines) {
    issue('group', oneLine(title));
    for (const line of lines)
        info(oneLine(line));
    issue('endgroup');
}
/** The same for work that prints while it goes on. */
async function groupWork(title, work) {
    issue('group', oneLine(title));
    try {
        return await work();
    }
    finally {
        issue('endgroup');
    }
}
/** Names come from the event and the inputs: a line break in one must not begin a command of the runner's. */
function oneLine(text) {
    // The runner of old reads `##[command]` anywhere in a line.
    return text.replace(/[\r\n]+/g, ' ').replaceAll('##[', '## [');
}
function setOutputs(outputs) {
    for (const [name, value] of outputs)
        setOutput(name, value);
}
function setOutput(name, value) {
    // Runners have the file since 2022; act and others of that age read the command.
    if (!appendTo('GITHUB_OUTPUT', prepareKeyValueMessage(name, value))) {
        issueCommand('set-output', { name }, value);
    }
}
/** Keeps a value for the action's post step. */
function saveState(name, value) {
    if (!appendTo('GITHUB_STATE', prepareKeyValueMessage(name, value))) {
        issueCommand('save-state', { name }, value);
    }
}
/** Adds Markdown to the step's summary. The runner says where; without that, or where it fails, there is none. */
function addSummary(file, markdown) {
    if (file === '')
        return;
    try {
        append(file, markdown);
    }
    catch (error) {
        info(`There is no job summary: ${error.code}`);
    }
}
/** Adds a message to the file that a variable of the runner's names; false where there is none or it cannot be written. */
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
/** Throws where the file does not take it; a FIFO that nobody reads would keep us waiting. */
function append(file, text) {
    const { O_APPEND, O_WRONLY, O_NONBLOCK = 0 } = external_node_fs_.constants;
    (0,external_node_fs_.appendFileSync)(file, text, { flag: O_APPEND | O_WRONLY | O_NONBLOCK });
}


/***/ }),

/***/ 1233:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ onCancel),
/* harmony export */   Fh: () => (/* binding */ listenForCancel),
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   tE: () => (/* binding */ atEnd)
/* harmony export */ });
/** What ends with the action, however it ends: processes it waits for, folders with secrets. */
const endings = new Set();
/** Who deals with a signal of the runner's instead of ending the action: the last that asked for it. */
const handlers = [];
const control = new AbortController();
/** Aborted as soon as the job is cancelled: nothing new is begun then. */
const cancelled = control.signal;
/**
 * A cancelled job gets SIGINT, after 7.5 s SIGTERM, and after 2.5 s more it is killed (docs.github.com, "Workflow
 * cancellation reference"). The action ends at once, unless somebody has a process to end first.
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
/** Has `handler` deal with signals until the function that it gives back is called. */
function onCancel(handler) {
    handlers.push(handler);
    return () => {
        handlers.splice(handlers.indexOf(handler), 1);
    };
}
/** Has `work`, which must not wait or throw, done when the action ends, unless the function it gives back is called. */
function atEnd(work) {
    endings.add(work);
    return () => {
        endings.delete(work);
    };
}


/***/ }),

/***/ 8862:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   kb: () => (/* binding */ left),
/* harmony export */   qG: () => (/* binding */ leave),
/* harmony export */   tl: () => (/* binding */ isPost)
/* harmony export */ });
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6692);

/** Leaves a value for post; a later one takes the place of an earlier. */
function leave(name, value) {
    (0,_actions_js__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(name, value);
}
/** What main left; undefined where it left nothing. */
function left({ state }, name) {
    return state(name) || undefined;
}
function isPost(environment) {
    return left(environment, 'main') !== undefined;
}


/***/ }),

/***/ 213:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readBounded)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The text of a file that others may have put there: a regular one of at most `most` bytes, links followed. Throws
 * the system's Error, or one in words.
 */
function readBounded(path, most) {
    // Without O_NONBLOCK, which Windows has not, a FIFO that nobody writes would never open.
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
        if (!stat.isFile())
            throw new Error('it is not a regular file');
        if (stat.size > most)
            throw new Error(`it is larger than ${most} bytes`);
        const bytes = Buffer.alloc(stat.size);
        let length = 0;
        while (length < bytes.length) {
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, length, bytes.length - length, null);
            if (read === 0)
                break; // it has shrunk meanwhile
            length += read;
        }
        return bytes.toString('utf8', 0, length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

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

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

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

// EXTERNAL MODULE: ./src/github/actions.ts + 5 modules
var actions = __nccwpck_require__(6692);
// EXTERNAL MODULE: ./src/github/cancel.ts
var cancel = __nccwpck_require__(1233);
// EXTERNAL MODULE: ./src/buildx/go-boolean.ts
var go_boolean = __nccwpck_require__(6017);
// EXTERNAL MODULE: ./src/lib/bounded-file.ts
var bounded_file = __nccwpck_require__(213);
;// CONCATENATED MODULE: ./src/github/environment.ts


/** Reads the environment and the event file. The only place in the action that does. */
function readEnvironment(env = process.env) {
    const text = (name) => env[name] ?? '';
    const rawInput = (name) => text(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`);
    const serverUrl = text('GITHUB_SERVER_URL') || 'https://github.com';
    const repository = text('GITHUB_REPOSITORY');
    return {
        input: (name) => rawInput(name).trim(),
        rawInput,
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

// EXTERNAL MODULE: ./src/github/state.ts
var state = __nccwpck_require__(8862);
;// CONCATENATED MODULE: ./src/index.ts




/** Main or post: the runner starts the same file for both, and each loads what is its own. */
async function run() {
    const environment = readEnvironment();
    if ((0,state/* isPost */.tl)(environment))
        return (await __nccwpck_require__.e(/* import() */ 661).then(__nccwpck_require__.bind(__nccwpck_require__, 6661))).post(environment);
    return (await Promise.all(/* import() */[__nccwpck_require__.e(590), __nccwpck_require__.e(3)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8003))).main(environment);
}
/**
 * The last resort: what is started beside the build is caught where it is started. An error that nobody caught does not
 * end the build, and its message, which may hold anything, is not shown.
 */
function stray(error) {
    const { name = 'Error', code = name } = (error ?? {});
    (0,actions/* info */.pq)(`An error beside the build was ignored: ${code}`);
}
let isOver = false;
(0,cancel/* listenForCancel */.Fh)();
process.stdout.on('error', () => { }); // nobody reads any more
process
    .on('uncaughtException', stray)
    .on('unhandledRejection', stray)
    .on('exit', () => {
    // Nothing is left to wait for, and the work has not come to its end: never green.
    if (!isOver && !process.exitCode)
        process.exitCode = 1;
});
run()
    .catch((error) => (0,actions/* fail */.fJ)(error instanceof Error ? error.message : String(error)))
    .finally(() => {
    isOver = true;
    if (cancel/* cancelled */.KW.aborted)
        process.exit();
});

