/**
 * The words of BuildKit and buildx that decide what a failed build's cause was, and what came of an import: not part of
 * any interface, so a new version may change them. `script/messages` makes BuildKit say each of them and reports those
 * that it no longer says (e2e/messages). Names of vertices are in vertex-names.ts, reasons for people in
 * error-messages.ts. The patterns of a build's last error are tried on the text after `failed to solve: `.
 */
export const messages = {
  /** buildx prints it last; what follows is the cause. The lines of `(*service)` are the transfers' own. */
  finalError: /^ERROR: (?!\(\*service\))/,
  /** What stands before the cause. */
  beforeCause: /^ERROR: (failed to build: )?(failed to solve: )?/,

  // Exports. The first three come before the build, and ignore-error does not cover them (buildkit control/control.go).
  exporterNotConfigured: /^failed to configure (\w+) cache exporter: /,
  exporterUnknown: /^unknown cache exporter: "(\w+)"/,
  exporterTwice: /^duplicate cache exports \[(\w+)/,
  /** buildx waits 5 s for a build to begin. */
  neverBegan: /^failed to receive status: .*no such job/,
  /** buildx itself writes the directory and its index (buildkit client/solve.go). */
  directoryNotWritten: /^(?:could not \w+|mkdir|open|write|rename|stat|lstat|chmod|sync) "?([^\n]+)/,
  /** Two builds make azblob's container at once. */
  containerIsThere: /^failed to configure azblob cache exporter: .*ContainerAlreadyExists/s,

  // Layers that a cache promised and that cannot be read.
  beforeReadFailure: /^(failed to (compute cache key|load cache key|prepare [^:]+|get reader): )+/,
  s3Layer: /operation error S3: |checksum did not match: algorithm CRC/,
  registryLayer: /could not fetch content descriptor|httpReadSeeker: /,
  /** azblob's, and gha's, whose blobs are there. */
  azureLayer: /^GET https?:\/\/[^\n]*\n-{10,}/,
  localLayer: /rpc error: code = NotFound desc = content sha256:/,
  /** Whoever it was. Of a layer that broke off 0.34 says its offset is unsupported, since it cannot go on in it. */
  anyLayer:
    /^failed to copy: |^short read: expected \d+ bytes|^unexpected EOF|^unsupported offset\b|unexpected commit digest sha256:|failed size validation/,
  /** While an image is pushed its layers are read, and written to a registry, whose words come after these. */
  push: /^failed to push \S+: /,
  /** What only a write, or a question to the registry that is pushed to, says. */
  pushTarget:
    /(Head|Post|Put|Patch) "|from (HEAD|POST|PUT|PATCH) request to|^(push|pull) access denied|^failed to (authorize|fetch oauth token)|^(server message|denied|unauthorized)/,
  /** A step's own failure, a file that is not there, an image that is not there. */
  ownFailure: /^(process "|failed to calculate checksum|failed to read dockerfile|dockerfile parse error)/,

  // The builder.
  builderSpoilt: /^failed to prepare .*: parent snapshot \S+ does not exist: not found/m,
  builderDied: /rpc error: code = Unavailable|error reading from server: EOF/,
  /** Of a vertex: a failure elsewhere or a signal cut it off, or it was not needed any more. */
  cancelled: /context canceled$/,

  // Imports.
  /** The error of a registry's import whose tag is not there; the reference is its. */
  registryMissing: /^failed to configure registry cache importer: (\S+): not found$/,
  /** azblob's import says how many layers it found, and nothing where it found none. */
  layersFound: /^found [1-9]\d* layers in cache$/,
  /** buildx warns of a directory that it leaves out. What steps print begins with their number. */
  localImport: /^(WARN|time=).*local cache import at /,
}
