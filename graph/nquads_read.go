package graph

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/cayleygraph/quad"
)

// maxLine bounds a line of N-Quads: one literal may hold the text of a whole
// document, but nothing is as long as this.
const maxLine = 256 << 20

// LineError says at which line of a text something is wrong.
type LineError struct {
	Line int
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns what is wrong.
func (e *LineError) Unwrap() error { return e.Err }

// ReadNQuads walks the quads of RDF 1.1 N-Quads, one line in memory at a time;
// the namer makes IRIs short. Blank nodes keep their names. An error comes last
// and ends the walk: a *LineError for what is wrong with the text, else the
// reader's own.
func ReadNQuads(r io.Reader, n Namer) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 64<<10), maxLine)
		number := 0
		for lines.Scan() {
			number++
			line := bytes.TrimSpace(lines.Bytes())
			if len(line) == 0 || line[0] == '#' {
				continue
			}
			q, err := n.parseQuad(string(line))
			if err != nil {
				yield(quad.Quad{}, &LineError{number, err})
				return
			}
			if !yield(q, nil) {
				return
			}
		}
		switch err := lines.Err(); {
		case errors.Is(err, bufio.ErrTooLong):
			yield(quad.Quad{}, &LineError{number + 1, fmt.Errorf("longer than %d MiB", maxLine>>20)})
		case err != nil:
			yield(quad.Quad{}, fmt.Errorf("after line %d: %w", number, err))
		}
	}
}
