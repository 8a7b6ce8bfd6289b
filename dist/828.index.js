export const id = 828;
export const ids = [828];
export const modules = {

/***/ 5828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   markWritten: () => (/* binding */ markWritten)
/* harmony export */ });
// By the type of the entry; loaded when needed. A directory is marked when it is read (directory/view.ts), and an
// inline cache is part of its image.
const ways = {
    gha: async () => (await __webpack_require__.e(/* import() */ 369).then(__webpack_require__.bind(__webpack_require__, 4369))).markGha,
    registry: async () => (await __webpack_require__.e(/* import() */ 204).then(__webpack_require__.bind(__webpack_require__, 4204))).markRegistry,
    s3: async () => (await __webpack_require__.e(/* import() */ 325).then(__webpack_require__.bind(__webpack_require__, 4325))).markS3,
    azblob: async () => (await __webpack_require__.e(/* import() */ 299).then(__webpack_require__.bind(__webpack_require__, 4299))).markAzblob,
};
/**
 * Marks the scopes that exports have just written, concurrently; returns a text for each that could not be marked.
 * Never throws.
 */
async function markWritten(written, record, how) {
    const scopes = written.flatMap((entry) => {
        const { type, attributes } = entry;
        const way = ways[type];
        // s3 and azblob write one manifest under several names, each of which is a scope.
        const of = (key) => 'name' in attributes ? { ...attributes, name: key } : attributes;
        return way ? entry.keys.map((key, i) => ({ way, attributes: of(key), place: entry.places[i] ?? '' })) : [];
    });
    const troubles = scopes.map(async ({ way, attributes, place }) => {
        try {
            await (await way())(attributes, { place, record }, how);
            return [];
        }
        catch (error) {
            return [`${place}: ${error.message}`];
        }
    });
    return (await Promise.all(troubles)).flat();
}


/***/ })

};
