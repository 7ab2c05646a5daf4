package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mandate/graph"
	"mandate/graph/store"
	"mandate/ingest/ingesttest"

	"github.com/cayleygraph/quad"
)

// A corpus of many documents is read in one command; interrupted half-way and
// read again, it gives the same graph, every quote of which can be proved.
// MANDATE_CORPUS says how many documents of 10,000 words there are; a few short
// ones otherwise. The index may take less than the graph of many needs, so that
// the memory of reading does not grow with it.
func TestInterruptedCorpusGivesTheSameGraph(t *testing.T) {
	documents, words := amount(t, "MANDATE_CORPUS", 12), 400
	if os.Getenv("MANDATE_CORPUS") != "" {
		words = 10_000
	}
	c := corpusOf(t, t.TempDir(), documents, words)

	read := c.command("extract", "first", "second")
	reading := c.measure(t, read)
	whole := c.ingest("whole.db")
	whole.Stdin = strings.NewReader(c.between)
	storing := c.measure(t, whole)
	t.Logf("%d documents, %d words: %.0f words a CPU second, extract alone %.0f; peak %d MB", documents, c.words,
		float64(c.words)/storing, float64(c.words)/reading, peak(whole))
	if os.Getenv("MANDATE_CORPUS") != "" && peak(whole) > 600 {
		t.Errorf("it took %d MB", peak(whole))
	}

	interrupt(t, c.ingest("again.db"), documents/2)
	again := c.ingest("again.db")
	again.Stdin = strings.NewReader(c.between)
	out, err := again.CombinedOutput()
	if unchanged := strings.Count(string(out), "unchanged "); err != nil || unchanged < documents/2 || unchanged >= documents {
		t.Errorf("%d of %d documents left alone, %v: %s", unchanged, documents, err, out)
	}
	size, first := c.export(t, "whole.db")
	if _, second := c.export(t, "again.db"); size < int64(documents*words) || first != second {
		t.Errorf("after an interrupt the graph is another than that of %d bytes", size)
	}
	c.verify(t)
}

// verify proves all quotes, and then none where one byte of a text is another.
func (c *madeCorpus) verify(t *testing.T) {
	t.Helper()
	db := filepath.Join(c.scratch, "again.db")
	mandate(t, exitOK, "verify", "--db", db)
	st, err := store.Open(t.Context(), db, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for q := range st.View().Quads() {
		text, isText := q.Object.(quad.String)
		if q.Predicate != quad.Value(quad.IRI(graph.PredText)) || !isText {
			continue
		}
		changed := q
		changed.Object = quad.String(strings.Replace(string(text), " shall ", " shalt ", 1))
		if changed == q {
			continue
		}
		if err := errors.Join(st.WriteQuads(t.Context(), []quad.Quad{q}, []quad.Quad{changed}), st.Close()); err != nil {
			t.Fatal(err)
		}
		mandate(t, exitFailed, "verify", "--db", db)
		return
	}
	t.Error("no text was found in the store")
}

// madeCorpus is a corpus for a test: two folders, and a text between them that comes from
// standard input, where a run can be held up.
type madeCorpus struct {
	scratch, between string
	words            int
}

func corpusOf(t *testing.T, scratch string, documents, words int) *madeCorpus {
	t.Helper()
	c := &madeCorpus{scratch: scratch, between: ingesttest.Document(uint64(documents), words)}
	c.words = len(strings.Fields(c.between))
	for i := range documents {
		folder := filepath.Join(scratch, []string{"first", "second"}[i/((documents+1)/2)])
		text := ingesttest.Document(uint64(i), words)
		c.words += len(strings.Fields(text))
		if err := os.MkdirAll(folder, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("plan-%04d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// command is a command line on the corpus, in its folder.
func (c *madeCorpus) command(args ...string) *exec.Cmd {
	return &exec.Cmd{Path: os.Args[0], Args: append([]string{"mandate"}, args...), Dir: c.scratch}
}

// ingest is the command that reads the corpus.
func (c *madeCorpus) ingest(db string) *exec.Cmd {
	return c.command("ingest", "--memory", "64MB", "--db", db, "first", "-", "second")
}

// measure runs a command and returns its CPU seconds.
func (c *madeCorpus) measure(t *testing.T, run *exec.Cmd) float64 {
	t.Helper()
	var errs bytes.Buffer
	run.Stderr = &errs
	if err := run.Run(); err != nil {
		t.Fatalf("%v: %v: %s", run.Args, err, &errs)
	}
	return (run.ProcessState.UserTime() + run.ProcessState.SystemTime()).Seconds()
}

// peak is the most memory that a command took, in MB.
func peak(run *exec.Cmd) int64 { return run.ProcessState.SysUsage().(*syscall.Rusage).Maxrss >> 10 }

// export returns the size and the hash of all quads of a store.
func (c *madeCorpus) export(t *testing.T, db string) (int64, [sha256.Size]byte) {
	t.Helper()
	run, sum := c.command("export", "--db", db), sha256.New()
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	size, err := io.Copy(sum, out)
	if err := errors.Join(err, run.Wait()); err != nil {
		t.Fatal(err)
	}
	return size, [sha256.Size]byte(sum.Sum(nil))
}

// interrupt runs a command whose standard input does not end, and interrupts it
// when it has told of so many documents.
func interrupt(t *testing.T, run *exec.Cmd, documents int) {
	t.Helper()
	var errs bytes.Buffer
	held, hold := io.Pipe()
	defer hold.Close()
	run.Stdin, run.Stderr = held, &errs
	out, err := run.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for stored := 1; lines.Scan(); stored++ {
		if stored == documents {
			if err := run.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = hold.Close() // what copies the standard input
	if err := run.Wait(); err == nil || !strings.Contains(errs.String(), "left: the same command again goes on from here") {
		t.Errorf("interrupted: %v: %s", err, &errs)
	}
}
