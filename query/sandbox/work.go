package sandbox

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"mandate/graph/index"
	"mandate/query/gizmo"
)

// Work is what a worker process does: it opens the file of an index and answers
// the queries that come in, one at a time, until there are no more. Where a
// query takes more memory than it may, or nobody is left to answer, it ends the
// process.
func Work(ctx context.Context, file string, in io.Reader, out io.Writer) error {
	debug.SetMaxStack(maxStack)
	x, err := index.OpenFile(file)
	if err != nil {
		return fmt.Errorf("open the graph for queries: %w", err)
	}
	w := &worker{x: x, out: bufio.NewWriterSize(out, 64<<10)}
	if err := w.end(nil); err != nil { // tells that it is ready
		return err
	}
	for r := range requests(in) {
		if err := w.answer(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// maxStack is how much of the memory Go's own stack may take: where Go code
// calls itself without end, the process ends soon.
const maxStack = 64 << 20

// requests reads what comes in beside the query under way, so that the process
// ends with the one that it works for, whatever it is doing.
func requests(in io.Reader) <-chan request {
	list := make(chan request)
	go func() {
		r := bufio.NewReader(in)
		for {
			var q request
			kind, content, err := readFrame(r, maxFrame)
			if err == nil && kind != frameRequest {
				err = fmt.Errorf("frame %q for a request", kind)
			}
			if err == nil {
				err = json.Unmarshal(content, &q)
			}
			if err != nil {
				os.Exit(0)
			}
			list <- q
		}
	}()
	return list
}

type worker struct {
	x   *index.Index
	out *bufio.Writer
}

// answer runs one query. It fails where the answer cannot be sent.
func (w *worker) answer(ctx context.Context, r request) error {
	if err := w.end(w.run(ctx, r)); err != nil {
		return err
	}
	if inUse() > tidyAbove {
		debug.FreeOSMemory()
	}
	return nil
}

// end sends the last frame of an answer.
func (w *worker) end(last error) error {
	kind, content := byte(frameEnd), []byte(nil)
	if last != nil {
		kind = frameError
		var err error
		if content, err = json.Marshal(failureOf(last)); err != nil {
			return err
		}
	}
	if err := writeFrame(w.out, kind, content); err != nil {
		return err
	}
	return w.out.Flush()
}

// tidyAbove is the memory that a worker may keep between queries.
const tidyAbove = 64 << 20

func (w *worker) run(ctx context.Context, r request) error {
	defer limitMemory(r.Limits.Memory)()
	for row, err := range gizmo.Run(ctx, w.x.QuadStore(), r.Language, r.Text, r.Limits) {
		if err == nil {
			err = writeFrame(w.out, frameRow, row)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
