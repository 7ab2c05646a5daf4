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

	"mandate/query/gizmo"
)

// process is a worker, seen from the process that it works for.
type process struct {
	cmd    *exec.Cmd
	in     *bufio.Writer
	out    *bufio.Reader
	said   *head // what it wrote to standard error
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

// What ends the rows of a worker beside the errors that it answers with.
var (
	errGone   = errors.New("the process has ended before the query came")
	errDied   = errors.New("the process of the query ended")
	errEnough = errors.New("enough") // the consumer wants no more
)

// ask sends a request and hands the rows to yield, until the context ends. After
// an error the process is of no more use: what the query left behind in it may
// still be running.
func (p *process) ask(ctx context.Context, r request, yield func(json.RawMessage) bool) error {
	content, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if err := errors.Join(writeFrame(p.in, frameRequest, content), p.in.Flush()); err != nil {
		return errGone
	}
	stop := context.AfterFunc(ctx, p.kill)
	err = p.rows(yield)
	if !stop() && err == nil {
		err = ctx.Err()
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

// epitaph says why a process ended that was not asked to.
func (p *process) epitaph(r request) error {
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
	return fmt.Errorf("%w: %s: %s", errDied, p.cmd.ProcessState, line)
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
