package sandbox

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"mandate/query/gizmo"
)

// request asks a worker to run a query. Requests and replies are frames: a byte
// that says what it is, the length in four bytes, the content.
type request struct {
	Language gizmo.Language
	Text     string
	Limits   gizmo.Limits
}

// The kinds of frames.
const (
	frameRequest = 'q'
	frameRow     = 'r' // one result
	frameError   = 'e' // a failure, the last frame of an answer
	frameEnd     = '.' // the end of an answer without failure
)

// maxFrame bounds what is read where no lower limit holds.
const maxFrame = 1 << 30

func writeFrame(w *bufio.Writer, kind byte, content []byte) error {
	var head [5]byte
	head[0] = kind
	binary.BigEndian.PutUint32(head[1:], uint32(len(content)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(content)
	return err
}

func readFrame(r *bufio.Reader, limit int) (kind byte, content []byte, err error) {
	var head [5]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := binary.BigEndian.Uint32(head[1:])
	if uint64(n) > uint64(limit) {
		return 0, nil, fmt.Errorf("a frame of %d bytes, more than %d", n, limit)
	}
	content = make([]byte, n)
	_, err = io.ReadFull(r, content)
	return head[0], content, err
}

// failure is an error on its way between processes.
type failure struct {
	Query *gizmo.Error      `json:",omitempty"`
	Limit *gizmo.LimitError `json:",omitempty"`
	Other string            `json:",omitempty"`
}

func failureOf(err error) (f failure) {
	switch {
	case errors.As(err, &f.Query), errors.As(err, &f.Limit):
	default:
		f.Other = err.Error()
	}
	return f
}

func (f failure) error() error {
	switch {
	case f.Query != nil:
		return f.Query
	case f.Limit != nil:
		return f.Limit
	}
	return errors.New(f.Other)
}

func decodeFailure(content []byte) error {
	var f failure
	if err := json.Unmarshal(content, &f); err != nil {
		return fmt.Errorf("an error that cannot be read: %w", err)
	}
	return f.error()
}
