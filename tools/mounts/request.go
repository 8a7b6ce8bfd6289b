package main

import (
	"errors"
	"strconv"
	"strings"
)

// parseRequest reads the lines `most BYTES`, `known FINGERPRINT`, `mount
// IDENTITY DIR` and, after the mount that it belongs to, `target PATH`.
func parseRequest(text string) (request, error) {
	var it request
	for line := range strings.SplitSeq(text, "\n") {
		fields := strings.Split(line, "\t")
		switch {
		case fields[0] == "" || fields[0] == "nonce":
		case fields[0] == "most" && len(fields) == 2:
			most, err := strconv.ParseInt(fields[1], 10, 64)
			if err != nil {
				return it, err
			}
			it.most = most
		case fields[0] == "known" && len(fields) == 2:
			it.known = fields[1]
		case fields[0] == "mount" && len(fields) == 3:
			it.mounts = append(it.mounts, mount{identity: fields[1], dir: fields[2]})
		case fields[0] == "target" && len(fields) == 2 && len(it.mounts) > 0:
			last := &it.mounts[len(it.mounts)-1]
			last.targets = append(last.targets, fields[1])
		default:
			return it, errors.New("the request is not understood: " + fields[0])
		}
	}
	return it, nil
}

// staysInside tells whether a symbolic link at a path of a mount leads to a
// place in that mount. An absolute one does where the mount is mounted in the
// build.
func staysInside(path, link string, targets []string) bool {
	if link == "" {
		return false
	}
	if strings.HasPrefix(link, "/") {
		for _, target := range targets {
			// What climbs from there, climbs at most to the target again.
			if rest, ok := strings.CutPrefix(link, target+"/"); ok && depth(rest, 0) {
				return true
			}
			if link == target {
				return true
			}
		}
		return false
	}
	return depth(link, strings.Count(path, "/"))
}

// depth tells whether a path that begins so many folders deep never climbs
// above the top.
func depth(path string, from int) bool {
	for part := range strings.SplitSeq(path, "/") {
		switch part {
		case "", ".":
		case "..":
			if from--; from < 0 {
				return false
			}
		default:
			from++
		}
	}
	return true
}
