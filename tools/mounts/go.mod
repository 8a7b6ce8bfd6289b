module buildx-branch-cache/tools/mounts

go 1.26.8
