// mounts carries the content of BuildKit's cache mounts. It is the one program
// of a helper build, a RUN step that has the same cache mounts as the build
// itself: `mounts in` unpacks an archive into them, `mounts out` packs them.
//
// What it is asked comes from a file, /.branch-cache-request, and what it did goes to
// another, /out/report: lines of fields with tabs between. It ends with 0 also
// where it did nothing; the report says why. Only what nobody foresaw is an
// exit code.
//
// It has to be small, since it is sent to the builder each time: no fmt, no
// JSON.
package main

import (
	"os"
	"path/filepath"
	"strings"
)

// mount is a cache mount of the helper's step.
type mount struct {
	identity string   // any text that says which it is
	dir      string   // where it is mounted here
	targets  []string // where the build mounts it: a link to there stays inside
}

// request is what the action asks.
type request struct {
	known  string // the fingerprint of what is stored, for out
	most   int64  // bytes of files in all
	mounts []mount
}

var report strings.Builder

// say adds a line to the report.
func say(fields ...string) {
	report.WriteString(strings.Join(fields, "\t"))
	report.WriteByte('\n')
}

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 || (os.Args[1] != "in" && os.Args[1] != "out") {
		fail("usage: mounts in|out [ROOT]")
	}
	root := "/" // another is for tests
	if len(os.Args) == 3 {
		root = os.Args[2]
	}
	asked, err := os.ReadFile(filepath.Join(root, ".branch-cache-request"))
	if err != nil {
		fail(err.Error())
	}
	wanted, err := parseRequest(string(asked))
	if err != nil {
		fail(err.Error())
	}
	for i, it := range wanted.mounts {
		wanted.mounts[i].dir = filepath.Join(root, it.dir)
	}
	out := filepath.Join(root, "out")
	if err := os.MkdirAll(out, 0o755); err != nil {
		fail(err.Error())
	}
	if os.Args[1] == "in" {
		unpack(filepath.Join(root, ".branch-cache-archive/archive.tar"), wanted)
	} else {
		pack(filepath.Join(out, "archive.tar"), wanted)
	}
	if err := os.WriteFile(filepath.Join(out, "report"), []byte(report.String()), 0o644); err != nil {
		fail(err.Error())
	}
}

func fail(why string) {
	os.Stderr.WriteString("mounts: " + why + "\n")
	os.Exit(1)
}
