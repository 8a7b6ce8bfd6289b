// docker-init is process 1 of containers started with --init, as buildx starts
// its docker-container builders: it starts the real program, hands on signals,
// and reaps what that program leaves behind. Docker uses tini for it, which no
// Go module has; this is the part of tini that Docker needs.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	args := os.Args[1:]
	if len(args) == 1 && args[0] == "--version" {
		// dockerd reads this form only.
		fmt.Println("docker-init of buildx-branch-cache - git.none")
		return
	}
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		fail(1, errors.New("usage: docker-init -- PROGRAM [ARGUMENT…]"))
	}
	path, err := exec.LookPath(args[0])
	if err != nil {
		fail(127, err)
	}

	signals := make(chan os.Signal, 64)
	signal.Notify(signals)
	child, err := os.StartProcess(path, args, &os.ProcAttr{
		Files: []*os.File{os.Stdin, os.Stdout, os.Stderr},
	})
	if err != nil {
		fail(126, err)
	}
	go func() {
		for s := range signals {
			// SIGCHLD is for this process, SIGURG is the Go runtime's own.
			if s != syscall.SIGCHLD && s != syscall.SIGURG {
				_ = syscall.Kill(child.Pid, s.(syscall.Signal))
			}
		}
	}()
	for {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &status, 0, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
		case err != nil:
			fail(1, err)
		case pid == child.Pid && status.Exited():
			os.Exit(status.ExitStatus())
		case pid == child.Pid && status.Signaled():
			os.Exit(128 + int(status.Signal()))
		}
	}
}

func fail(code int, err error) {
	fmt.Fprintln(os.Stderr, "docker-init:", err)
	os.Exit(code)
}
