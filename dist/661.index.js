export const id = 661;
export const ids = [661];
export const modules = {

/***/ 6661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _runner_cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4990);
/* harmony import */ var _runner_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5426);
/* harmony import */ var _runner_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6003);



/**
 * What must happen after the job's other steps, also after a failure or a cancellation. It never fails the job. Cleanup
 * comes first, and continues even if the job is cancelled.
 */
async function post(environment) {
    const release = (0,_runner_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .onCancel */ .Ao)(() => { });
    await attempt("The build's files could not be removed", async () => {
        const directory = (0,_runner_state_js__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu)(environment, 'directory');
        if (directory !== undefined)
            (await Promise.all(/* import() */[__webpack_require__.e(156), __webpack_require__.e(538), __webpack_require__.e(480)]).then(__webpack_require__.bind(__webpack_require__, 6538))).removeDirectory(directory);
    });
    await attempt('The builder of this step could not be removed', async () => {
        const builder = (0,_runner_state_js__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu)(environment, 'builder');
        if (builder === undefined)
            return;
        const [{ removeBuilder }, { findBuildx }] = await Promise.all([
            __webpack_require__.e(/* import() */ 958).then(__webpack_require__.bind(__webpack_require__, 6958)),
            __webpack_require__.e(/* import() */ 461).then(__webpack_require__.bind(__webpack_require__, 4461)),
        ]);
        await removeBuilder(await findBuildx(), builder, environment.forDocker);
    });
    release();
    if (_runner_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW.aborted)
        return;
    await attempt('The cache could not be saved', async () => {
        const given = (0,_runner_state_js__WEBPACK_IMPORTED_MODULE_2__/* .getState */ .Gu)(environment, 'save');
        if (given !== undefined)
            await (await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(100), __webpack_require__.e(128), __webpack_require__.e(604)]).then(__webpack_require__.bind(__webpack_require__, 241))).save(JSON.parse(given), environment);
    });
}
/** `what` failed: the text of a warning. Code is loaded only if there is something to do. */
async function attempt(what, work) {
    try {
        await work();
    }
    catch (error) {
        (0,_runner_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(`${what}: ${error.message}`);
    }
}


/***/ })

};
