package sandbox

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	"mandate/query/gizmo"
)

// process is a worker, seen from the process that it works for.
type process struct {
	cmd    *exec.Cmd
	in     *bufio.Writer
	out    *bufio.Reader
	said   *head // what it wrote to standard error
	ready  bool  // has opened its file
	killed sync.Once
}

// start starts a worker on the file of an index.
func start(command Command, file string) (*process, error) {
	p := &process{said: &head{}}
	p.cmd = &exec.Cmd{Path: command.Path, Args: append(slices.Clip(command.Args), file), Stderr: p.said}
	// Where it runs out of memory, one line is enough.
	p.cmd.Env = append(os.Environ(), "GOTRACEBACK=none")
	p.cmd.SysProcAttr = apart()
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.in, p.out = bufio.NewWriter(in), bufio.NewReaderSize(out, 64<<10)
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start a process for queries: %w", err)
	}
	return p, nil
}

// kill ends the process and waits for its end. It may be called at any time.
func (p *process) kill() {
	p.killed.Do(func() {
		_ = p.cmd.Process.Kill() // it has ended before
		_ = p.cmd.Wait()         // how it ended is in cmd.ProcessState
	})
}

// lives tells whether the process has not been ended. It must not be called
// beside ask.
func (p *process) lives() bool { return p.cmd.ProcessState == nil }

// What ends the rows of a worker beside the errors that it answers with.
var (
	errGone   = errors.New("the process has ended before the query came")
	errDied   = errors.New("the process of the query ended")
	errEnough = errors.New("enough") // the consumer wants no more
)

// startTime is how long a worker may take to get ready; grace is what it may
// take longer than its query, to end by itself.
const (
	startTime = 30 * time.Second
	grace     = 250 * time.Millisecond
)

// ask sends a request and hands the rows to yield. Unless the error is one of
// the query itself, the process is of no more use after it: what the query left
// behind in it may still be running.
func (p *process) ask(caller context.Context, r request, yield func(json.RawMessage) bool) error {
	if err := p.getReady(caller); err != nil {
		return p.explain(err, r)
	}
	p.ready = true
	content, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := errors.Join(writeFrame(p.in, frameRequest, content), p.in.Flush()); err != nil {
		return errGone
	}
	err = p.within(caller, r.Limits.Time+grace, func() error { return p.rows(yield) })
	if errors.Is(err, context.DeadlineExceeded) && caller.Err() == nil {
		return &gizmo.LimitError{Of: gizmo.TimeLimit, Limits: r.Limits}
	}
	return p.explain(err, r)
}

// getReady waits until the worker has opened its file, which is no part of the
// time of its first query.
func (p *process) getReady(caller context.Context) error {
	if p.ready {
		return nil
	}
	return p.within(caller, startTime, func() error { return p.rows(nil) })
}

// within does something that ends when the process does, which ends with the
// time or when the caller gives up: the error is the context's then.
func (p *process) within(caller context.Context, limit time.Duration, do func() error) error {
	ctx, cancel := context.WithTimeout(caller, limit)
	defer cancel()
	stop := context.AfterFunc(ctx, p.kill)
	err := do()
	if !stop() && !errors.Is(err, errEnough) {
		return ctx.Err()
	}
	return err
}

func (p *process) rows(yield func(json.RawMessage) bool) error {
	for {
		kind, content, err := readFrame(p.out, maxFrame)
		switch {
		case err != nil:
			return errDied
		case kind == frameEnd:
			return nil
		case kind == frameError:
			return decodeFailure(content)
		case !yield(content):
			return errEnough
		}
	}
}

// explain says why a process ended that was not asked to; other errors stay as
// they are.
func (p *process) explain(err error, r request) error {
	if !errors.Is(err, errDied) {
		return err
	}
	p.kill()
	said := p.said.String()
	switch {
	case p.cmd.ProcessState.ExitCode() == exitMemory,
		p.cmd.ProcessState.ExitCode() < 0, // killed: the system ran out of memory
		strings.Contains(said, "out of memory"), strings.Contains(said, "cannot allocate memory"):
		return &gizmo.LimitError{Of: gizmo.MemoryLimit, Limits: r.Limits}
	case strings.Contains(said, "stack overflow"):
		return &gizmo.Error{Language: r.Language, Message: "functions call each other too deeply, or a value nests too deeply"}
	}
	line, _, _ := strings.Cut(said, "\n")
	if !p.ready {
		return fmt.Errorf("start a process for queries: %s: %s", p.cmd.ProcessState, line)
	}
	return &gizmo.Error{Language: r.Language, Message: "the query ended its process: " + line}
}

// head keeps the beginning of what is written to it.
type head struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

const headSize = 4 << 10

func (h *head) Write(b []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.buf.Write(b[:min(len(b), headSize-h.buf.Len())])
	return len(b), nil
}

func (h *head) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.buf.String()
}
