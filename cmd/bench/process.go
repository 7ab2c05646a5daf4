package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// usage is what a process that has ended took.
type usage struct {
	cpu, wall time.Duration
	peak      int64 // bytes of memory
}

// finish runs a command to its end.
func finish(ctx context.Context, program string, args []string) (usage, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	start := time.Now()
	said, err := cmd.CombinedOutput()
	if err != nil {
		return usage{}, fmt.Errorf("%s %s: %w\n%s", filepath.Base(program), strings.Join(args, " "), err, said)
	}
	took := usage{cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), wall: time.Since(start)}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		took.peak = r.Maxrss << 10 // Linux counts kilobytes
	}
	return took, nil
}

// server is a contender that answers.
type server struct {
	contender
	base  string
	cmd   *exec.Cmd
	ended chan error
	start time.Time
	begin time.Duration // from the start to the first answer
}

// serve starts a contender on a set of quads and waits for its first answer.
func (b *bench) serve(ctx context.Context, c contender, set, file string) (*server, error) {
	host, err := freeAddress()
	if err != nil {
		return nil, err
	}
	log, err := os.Create(filepath.Join(b.o.out, c.name+"-"+set+".log"))
	if err != nil {
		return nil, err
	}
	defer log.Close()
	s := &server{contender: c, base: "http://" + host, ended: make(chan error, 1), start: time.Now()}
	s.cmd = exec.Command(c.program, c.serves(b.store(c, set), file, host)...)
	s.cmd.Stdout, s.cmd.Stderr = log, log
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.ended <- s.cmd.Wait() }()
	b.running = append(b.running, s)
	if err := s.awaitAnswer(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("%s does not answer: %w (see %s)", c.name, err, log.Name()), b.stop(s))
	}
	s.begin = time.Since(s.start)
	return s, nil
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// patience is how long a server may take to load what it serves.
const patience = 5 * time.Minute

func (s *server) awaitAnswer(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		if _, err := s.ask(ctx, oneNode); !errors.Is(err, syscall.ECONNREFUSED) {
			return err
		}
		select {
		case err := <-s.ended:
			s.ended <- err
			return fmt.Errorf("it ended: %w", err)
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// stop ends a server; it may take its time to close its store.
func (b *bench) stop(s *server) error {
	b.running = slices.DeleteFunc(b.running, func(r *server) bool { return r == s })
	_ = s.cmd.Process.Signal(os.Interrupt) // one that has ended needs none
	select {
	case <-s.ended:
	case <-time.After(20 * time.Second):
		_ = s.cmd.Process.Kill()
		<-s.ended
	}
	client.CloseIdleConnections()
	return nil
}

func (b *bench) stopAll() {
	for len(b.running) > 0 {
		_ = b.stop(b.running[0])
	}
}

// cpu is the time that all threads of the server ran so far.
func (s *server) cpu() time.Duration {
	// The clock of another process, as clock_getcpuclockid(3) makes it.
	const scheduled = 2
	clock := ^int32(s.cmd.Process.Pid)<<3 | scheduled
	var t unix.Timespec
	if err := unix.ClockGettime(clock, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// peak is the most memory that the server held so far, in bytes.
func (s *server) peak() int64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kilobytes, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kilobytes << 10
		}
	}
	return 0
}
