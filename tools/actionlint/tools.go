//go:build tools

// Imported only so that go.mod and go.sum pin the command script/bootstrap builds.
package tools

import _ "github.com/rhysd/actionlint/cmd/actionlint"
