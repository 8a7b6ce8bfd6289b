export const id = 299;
export const ids = [299];
export const modules = {

/***/ 4299:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   markAzblob: () => (/* binding */ markAzblob)
/* harmony export */ });
/* harmony import */ var _stores_azblob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4200);
/* harmony import */ var _how_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1449);
/* harmony import */ var _object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3868);



/** Without the account's key in the spec the builder authenticates in its own way. */
async function markAzblob(attributes, identity, how) {
    return (0,_object_js__WEBPACK_IMPORTED_MODULE_2__/* .markObject */ .JZ)(async (method, { body = '', headers = {} } = { body: '', headers: {} }) => {
        const signed = (0,_stores_azblob_js__WEBPACK_IMPORTED_MODULE_0__/* .signBlob */ .Pk)(attributes, { method, headers, length: Buffer.byteLength(body) });
        if (!signed)
            throw new Error('secret_access_key is not set');
        return (0,_how_js__WEBPACK_IMPORTED_MODULE_1__/* .send */ .t)(how, signed.url, method, signed.headers, body, signed.url.pathname);
    }, identity);
}


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ send)
/* harmony export */ });
/* harmony import */ var _runner_proxies_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9646);
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6647);


/** One request to a store. Without `shown`, the debug log shows only its host. */
function send({ env, signal }, url, method, headers, body = '', shown = '') {
    (0,_runner_proxies_js__WEBPACK_IMPORTED_MODULE_1__/* .useProxies */ .U)(env);
    return (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_0__/* .sendRequest */ .w$)(url, { method, headers, signal, shown, ...(method === 'PUT' ? { body } : {}) });
}


/***/ }),

/***/ 3868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ markObject),
/* harmony export */   sl: () => (/* binding */ refusedRequest),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _runner_request_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6647);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9617);
/* harmony import */ var _mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8558);



/**
 * Marks a cache whose manifest is its config, one object of a store. It is replaced only if unchanged since it was
 * read, if the store supports `If-Match`. False if it must not be changed; throws an Error for the user on failure.
 */
async function markObject(send, identity) {
    const found = await send('GET');
    if (!found.ok)
        throw await refusedRequest('reading it', found);
    const marked = (0,_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .markText */ .PQ)(await readText(found), identity);
    if (marked === undefined)
        return false;
    const etag = found.headers.get('etag');
    if (etag === null)
        throw new Error('the store returns no ETag for it');
    const type = found.headers.get('content-type') ?? 'application/octet-stream';
    const written = await send('PUT', { body: marked, headers: { 'content-type': type, 'if-match': etag } });
    if (!written.ok)
        throw await refusedRequest('writing it', written);
    await written.body?.cancel();
    return true;
}
/** The error for a refused request; the body of the answer is not read. */
async function refusedRequest(what, answer) {
    await answer.body?.cancel();
    return new Error(`${what} returned ${answer.status}`);
}
/** The text of an answer; throws if it is larger than any config. */
function readText(answer) {
    return (0,_runner_request_js__WEBPACK_IMPORTED_MODULE_0__/* .readAnswer */ .JN)(answer, _config_js__WEBPACK_IMPORTED_MODULE_1__/* .MOST */ ._B, () => new Error('it is larger than what BuildKit can import'));
}


/***/ })

};
