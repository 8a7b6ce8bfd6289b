//go:build tools

// The oldest BuildKit and buildx that the tests run on. Imported only so that go.mod and go.sum pin them.
package tools

import (
	_ "github.com/docker/buildx/cmd/buildx"
	_ "github.com/moby/buildkit/cmd/buildctl"
	_ "github.com/moby/buildkit/cmd/buildkitd"
)
