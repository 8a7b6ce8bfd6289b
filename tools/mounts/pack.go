package main

import (
	"archive/tar"
	"bufio"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// head is the first entry of an archive, which says what the others are, and
// tail the last: what was cut off between two entries has none.
const (
	head = "buildx-branch-cache-mounts"
	tail = "buildx-branch-cache-end"
)

// scratch is what `in` calls what is not whole yet.
const scratch = ".buildx-branch-cache-new"

type entry struct {
	path string // in the mount, "." for the mount itself
	stat fs.FileInfo
	link string // of a symbolic link
	same string // of a second name of a file: the first, in the mount
}

// found is what a mount holds.
type found struct {
	mount
	entries []entry
	files   int
	bytes   int64
}

// pack writes an archive of all mounts, or says why there is none.
func pack(to string, wanted request) {
	sum := fnv.New128a()
	var all []found
	var bytes int64
	files := 0
	for _, mount := range wanted.mounts {
		it, err := look(mount, sum)
		if err != nil {
			say("refused", mount.identity, err.Error())
			continue
		}
		say("mount", mount.identity, strconv.Itoa(it.files), strconv.FormatInt(it.bytes, 10))
		if it.files == 0 {
			continue
		}
		all = append(all, it)
		bytes += it.bytes
		files += it.files
	}
	fingerprint := hex.EncodeToString(sum.Sum(nil))
	say("fingerprint", fingerprint)
	switch {
	case files == 0:
		say("state", "empty")
	case wanted.known != "" && fingerprint == wanted.known:
		say("state", "unchanged")
	case bytes > wanted.most:
		say("state", "large")
	default:
		if err := write(to, all); err != nil {
			os.Remove(to)
			say("state", "failed", err.Error())
			return
		}
		say("state", "packed")
	}
}

// look lists a mount, and adds to the sum what says whether it has changed:
// names, kinds, modes, owners, sizes, links and the files' times.
func look(it mount, sum io.Writer) (found, error) {
	result := found{mount: it}
	root, err := os.OpenRoot(it.dir)
	if err != nil {
		return result, err
	}
	defer root.Close()
	names := map[[2]uint64]string{}
	io.WriteString(sum, it.identity+"\x00")
	var text []byte
	err = fs.WalkDir(root.FS(), ".", func(path string, item fs.DirEntry, err error) error {
		if err != nil {
			return gone(err)
		}
		if item.Name() == scratch {
			return fs.SkipDir
		}
		stat, err := item.Info()
		if err != nil {
			return gone(err)
		}
		next := entry{path: path, stat: stat}
		system := stat.Sys().(*syscall.Stat_t)
		switch stat.Mode().Type() {
		case fs.ModeDir:
		case 0:
			result.files++
			if system.Nlink > 1 {
				key := [2]uint64{uint64(system.Dev), system.Ino}
				next.same = names[key]
				if next.same == "" {
					names[key] = path
				}
			}
			if next.same == "" {
				result.bytes += stat.Size()
			}
		case fs.ModeSymlink:
			result.files++
			if next.link, err = root.Readlink(path); err != nil {
				return gone(err)
			}
			if !staysInside(path, next.link, it.targets) {
				return errors.New("links " + short(path) + " " + short(next.link))
			}
		default:
			return nil // a socket, a pipe: of no use to the next run
		}
		result.entries = append(result.entries, next)
		text = append(text[:0], path...)
		text = append(text, 0)
		text = strconv.AppendUint(text, uint64(system.Mode), 8)
		text = append(text, ' ')
		text = strconv.AppendUint(text, uint64(system.Uid), 10)
		text = append(text, ' ')
		text = strconv.AppendUint(text, uint64(system.Gid), 10)
		if !stat.IsDir() {
			text = append(text, ' ')
			text = strconv.AppendInt(text, stat.Size(), 10)
			text = append(text, ' ')
			text = strconv.AppendInt(text, stat.ModTime().UnixNano(), 10)
		}
		text = append(text, 0)
		text = append(text, next.link...)
		text = append(text, 0)
		text = append(text, next.same...)
		text = append(text, 0)
		sum.Write(text)
		return nil
	})
	return result, err
}

// gone leaves out what another build has just removed.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// short is a text fit for a line of the report.
func short(text string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, text)
	if len(clean) > 200 {
		return strings.ToValidUTF8(clean[:200], "") + "…"
	}
	return clean
}

func write(to string, all []found) (err error) {
	file, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if closed := file.Close(); err == nil {
			err = closed
		}
	}()
	buffer := bufio.NewWriterSize(file, 1<<20)
	archive := tar.NewWriter(buffer)
	var text strings.Builder
	text.WriteString("version\t1\n")
	for _, it := range all {
		text.WriteString("mount\t" + it.identity + "\n")
	}
	if err := archive.WriteHeader(&tar.Header{Name: head, Mode: 0o644, Size: int64(text.Len())}); err != nil {
		return err
	}
	if _, err := io.WriteString(archive, text.String()); err != nil {
		return err
	}
	piece := make([]byte, 1<<20)
	for i, it := range all {
		if err := put(archive, strconv.Itoa(i), it, piece); err != nil {
			return err
		}
	}
	if err := archive.WriteHeader(&tar.Header{Name: tail, Mode: 0o644}); err != nil {
		return err
	}
	if err := archive.Close(); err != nil {
		return err
	}
	return buffer.Flush()
}

// put writes the entries of one mount, under a folder of its number.
func put(archive *tar.Writer, name string, it found, piece []byte) error {
	root, err := os.OpenRoot(it.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, next := range it.entries {
		system := next.stat.Sys().(*syscall.Stat_t)
		header := tar.Header{
			Name:    name + "/" + next.path,
			Mode:    int64(system.Mode & 0o7777),
			Uid:     int(system.Uid),
			Gid:     int(system.Gid),
			ModTime: time.Unix(system.Mtim.Unix()),
			Format:  tar.FormatPAX,
		}
		switch {
		case next.stat.IsDir():
			header.Typeflag = tar.TypeDir
			header.Name += "/"
		case next.link != "":
			header.Typeflag, header.Linkname = tar.TypeSymlink, next.link
		case next.same != "":
			header.Typeflag, header.Linkname = tar.TypeLink, name+"/"+next.same
		default:
			header.Typeflag, header.Size = tar.TypeReg, next.stat.Size()
		}
		if header.Typeflag != tar.TypeReg {
			if err := archive.WriteHeader(&header); err != nil {
				return err
			}
			continue
		}
		if err := putFile(archive, root, next.path, &header, piece); err != nil {
			return err
		}
	}
	return nil
}

func putFile(archive *tar.Writer, root *os.Root, path string, header *tar.Header, piece []byte) error {
	file, err := root.OpenFile(path, os.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0)
	if err != nil {
		return changed(err)
	}
	defer file.Close()
	now, err := file.Stat()
	if err != nil {
		return err
	}
	if !now.Mode().IsRegular() || now.Size() != header.Size {
		return changed(nil)
	}
	if err := archive.WriteHeader(header); err != nil {
		return err
	}
	// Not io.Copy: it would take a buffer of its own for each file.
	for left := header.Size; left > 0; {
		n, err := file.Read(piece[:min(left, int64(len(piece)))])
		if n == 0 {
			return changed(err)
		}
		if _, err := archive.Write(piece[:n]); err != nil {
			return err
		}
		left -= int64(n)
	}
	return nil
}

// changed is what a file comes to that is another than when it was listed.
func changed(err error) error {
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, fs.ErrNotExist) {
		return errors.New("changed while it was read")
	}
	return err
}
