package main

import (
	"archive/tar"
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

// mostEntries is how many files an archive may hold.
const mostEntries = 5_000_000

// unpack fills those mounts that the archive has and that are empty. It looks
// at the whole archive first: one that it would not have written is refused
// before anything is changed.
func unpack(from string, wanted request) {
	file, err := os.Open(from)
	if err != nil {
		fail(err.Error())
	}
	defer file.Close()
	names, err := check(file, wanted)
	if err != nil {
		say("state", "refused", short(err.Error()))
		return
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		fail(err.Error())
	}
	places := map[string]*place{}
	for i, identity := range names {
		for _, mount := range wanted.mounts {
			if mount.identity != identity {
				continue
			}
			it, err := open(mount)
			if err != nil {
				say("skipped", identity, short(err.Error()))
				break
			}
			defer it.root.Close()
			places[strconv.Itoa(i)] = it
		}
	}
	err = fill(file, places)
	for _, it := range places {
		if err == nil {
			err = it.finish()
		}
		if err != nil {
			it.clear()
		}
	}
	if err != nil {
		say("state", "failed", short(err.Error()))
		return
	}
	for i := range names {
		if it := places[strconv.Itoa(i)]; it != nil {
			say("mount", it.identity, strconv.Itoa(it.files), strconv.FormatInt(it.bytes, 10))
		}
	}
	say("state", "unpacked")
}

// check goes through an archive, past the content of its files; the identities
// of its mounts.
func check(file io.ReadSeeker, wanted request) ([]string, error) {
	archive := tar.NewReader(file)
	first, err := archive.Next()
	if err != nil || first.Name != head || first.Size > 1<<20 {
		return nil, errors.New("it is not an archive of cache mounts")
	}
	text, err := io.ReadAll(archive)
	if err != nil {
		return nil, err
	}
	var names []string
	for line := range strings.SplitSeq(strings.TrimSuffix(string(text), "\n"), "\n") {
		key, value, _ := strings.Cut(line, "\t")
		switch {
		case key == "version" && value == "1":
		case key == "mount":
			names = append(names, value)
		default:
			return nil, errors.New("it is of another version")
		}
	}
	kinds := make([]map[string]byte, len(names))
	for i := range kinds {
		kinds[i] = map[string]byte{}
	}
	var bytes int64
	for count := 0; ; count++ {
		header, err := archive.Next()
		if err != nil {
			return nil, errors.New("it is damaged")
		}
		if header.Name == tail {
			return names, nil
		}
		if count > mostEntries {
			return nil, errors.New("it holds too many files")
		}
		number, inside, err := split(header)
		if err != nil {
			return nil, err
		}
		if number >= len(names) {
			return nil, errors.New("it holds more than cache mounts: " + short(header.Name))
		}
		if bytes += header.Size; bytes > wanted.most {
			return nil, errors.New("it holds more than cache-mounts-max-size allows")
		}
		seen := kinds[number]
		// What is in a link, or in a file, would be somewhere else.
		for up := path.Dir(inside); up != "." && inside != "."; up = path.Dir(up) {
			if seen[up] != tar.TypeDir {
				return nil, errors.New("an entry is in no folder of it: " + short(header.Name))
			}
		}
		if _, twice := seen[inside]; twice {
			return nil, errors.New("an entry is there twice: " + short(header.Name))
		}
		switch header.Typeflag {
		case tar.TypeDir, tar.TypeReg:
		case tar.TypeSymlink:
			if !staysInside(inside, header.Linkname, targetsOf(wanted, names[number])) {
				return nil, errors.New("a link leaves its mount: " + short(header.Name))
			}
		case tar.TypeLink:
			to := *header
			to.Name = header.Linkname
			other, first, err := split(&to)
			if err != nil || other != number || seen[first] != tar.TypeReg {
				return nil, errors.New("a link leaves its mount: " + short(header.Name))
			}
		default:
			return nil, errors.New("it holds something else than files, folders and links: " + short(header.Name))
		}
		seen[inside] = header.Typeflag
	}
}

func targetsOf(wanted request, identity string) []string {
	for _, it := range wanted.mounts {
		if it.identity == identity {
			return it.targets
		}
	}
	return nil
}

// split takes the name of an entry apart: the number of its mount, and a clean
// path in there.
func split(header *tar.Header) (int, string, error) {
	number, inside, _ := strings.Cut(header.Name, "/")
	if header.Typeflag == tar.TypeDir {
		inside = strings.TrimSuffix(inside, "/")
	}
	i, err := strconv.Atoi(number)
	clean := inside != "" && path.Clean(inside) == inside && fs.ValidPath(inside)
	if err != nil || i < 0 || strconv.Itoa(i) != number || !clean {
		return 0, "", errors.New("an entry points outside: " + short(header.Name))
	}
	if (inside == ".") != (inside == "." && header.Typeflag == tar.TypeDir) {
		return 0, "", errors.New("an entry points outside: " + short(header.Name))
	}
	return i, inside, nil
}

// place is a mount that is being filled.
type place struct {
	mount
	root    *os.Root
	top     *tar.Header
	folders []*tar.Header // their times are set when all is in them
	files   int
	bytes   int64
}

// open takes a mount that is empty, but for what one that was killed has left.
func open(it mount) (*place, error) {
	root, err := os.OpenRoot(it.dir)
	if err != nil {
		return nil, err
	}
	result := &place{mount: it, root: root}
	if err := root.RemoveAll(scratch); err != nil {
		root.Close()
		return nil, err
	}
	inside, err := fs.ReadDir(root.FS(), ".")
	if err == nil && len(inside) > 0 {
		err = errors.New("it is not empty")
	}
	if err == nil {
		err = root.Mkdir(scratch, 0o700)
	}
	if err != nil {
		root.Close()
		return nil, err
	}
	return result, nil
}

// fill puts each entry into the scratch folder of its mount: a build that sees
// the mount before all is in it sees nothing.
func fill(file io.Reader, places map[string]*place) error {
	archive := tar.NewReader(bufio.NewReaderSize(file, 1<<20))
	if _, err := archive.Next(); err != nil {
		return err
	}
	piece := make([]byte, 1<<20)
	for {
		header, err := archive.Next()
		if err != nil {
			return err
		}
		if header.Name == tail {
			return nil
		}
		number, inside, err := split(header)
		if err != nil {
			return err
		}
		if it := places[strconv.Itoa(number)]; it != nil {
			if err := it.put(archive, header, inside, piece); err != nil {
				return err
			}
		}
	}
}

func (it *place) put(archive io.Reader, header *tar.Header, inside string, piece []byte) error {
	if inside == "." {
		it.top = header
		return nil
	}
	name := scratch + "/" + inside
	switch header.Typeflag {
	case tar.TypeDir:
		it.folders = append(it.folders, header)
		return it.root.Mkdir(name, 0o700)
	case tar.TypeSymlink:
		it.files++
		if err := it.root.Symlink(header.Linkname, name); err != nil {
			return err
		}
		if err := it.root.Lchown(name, header.Uid, header.Gid); err != nil {
			return err
		}
		return it.linkTime(name, header.ModTime)
	case tar.TypeLink:
		it.files++
		_, first, _ := strings.Cut(header.Linkname, "/")
		return it.root.Link(scratch+"/"+first, name)
	}
	it.files++
	it.bytes += header.Size
	file, err := it.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	for {
		n, err := archive.Read(piece)
		if n > 0 {
			if _, err := file.Write(piece[:n]); err != nil {
				return err
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	return it.settle(name, header)
}

// linkTime gives a symbolic link its time, for which os.Root has no call.
func (it *place) linkTime(name string, when time.Time) error {
	folder, err := it.root.Open(path.Dir(name))
	if err != nil {
		return err
	}
	defer folder.Close()
	text, err := syscall.BytePtrFromString(path.Base(name))
	if err != nil {
		return err
	}
	const omit, noFollow = (1 << 30) - 2, 0x100 // UTIME_OMIT, AT_SYMLINK_NOFOLLOW
	times := [2]syscall.Timespec{{Nsec: omit}, syscall.NsecToTimespec(when.UnixNano())}
	_, _, failed := syscall.Syscall6(syscall.SYS_UTIMENSAT, folder.Fd(),
		uintptr(unsafe.Pointer(text)), uintptr(unsafe.Pointer(&times)), noFollow, 0, 0)
	if failed != 0 {
		return failed
	}
	return nil
}

// settle gives a file or a folder its owner, mode and times.
func (it *place) settle(name string, header *tar.Header) error {
	if err := it.root.Lchown(name, header.Uid, header.Gid); err != nil {
		return err
	}
	// After the owner, which takes the set-ID bits away.
	if err := it.root.Chmod(name, mode(header.Mode)); err != nil {
		return err
	}
	return it.root.Chtimes(name, time.Time{}, header.ModTime)
}

func mode(bits int64) fs.FileMode {
	result := fs.FileMode(bits & 0o777)
	if bits&0o4000 != 0 {
		result |= fs.ModeSetuid
	}
	if bits&0o2000 != 0 {
		result |= fs.ModeSetgid
	}
	if bits&0o1000 != 0 {
		result |= fs.ModeSticky
	}
	return result
}

// finish moves what is at the top of the scratch folder to where it belongs.
func (it *place) finish() error {
	for i := len(it.folders) - 1; i >= 0; i-- {
		_, inside, err := split(it.folders[i])
		if err != nil {
			return err
		}
		if err := it.settle(scratch+"/"+inside, it.folders[i]); err != nil {
			return err
		}
	}
	inside, err := fs.ReadDir(it.root.FS(), scratch)
	if err != nil {
		return err
	}
	for _, item := range inside {
		if err := it.root.Rename(scratch+"/"+item.Name(), item.Name()); err != nil {
			return err
		}
	}
	if err := it.root.Remove(scratch); err != nil {
		return err
	}
	if it.top != nil {
		return it.settle(".", it.top)
	}
	return nil
}

// clear takes back what was put into a mount that was empty.
func (it *place) clear() {
	inside, _ := fs.ReadDir(it.root.FS(), ".")
	for _, item := range inside {
		it.root.RemoveAll(item.Name())
	}
}
