package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"mandate/ingest/ingesttest"
)

// A corpus of many documents is read in one command; interrupted half-way and
// read again, it gives the same graph. MANDATE_CORPUS says how many documents of
// 10,000 words there are; a few short ones otherwise.
func TestInterruptedCorpusGivesTheSameGraph(t *testing.T) {
	documents, words := amount(t, "MANDATE_CORPUS", 12), 400
	if os.Getenv("MANDATE_CORPUS") != "" {
		words = 10_000
	}
	scratch := t.TempDir()
	c := corpusOf(t, scratch, documents, words)

	first := c.ingest("whole.db")
	first.Stdin = strings.NewReader(c.between)
	if out, err := first.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	cpu := first.ProcessState.UserTime() + first.ProcessState.SystemTime()
	t.Logf("%d documents, %d words: %.0f words a CPU second, peak %d MB", documents, c.words,
		float64(c.words)/cpu.Seconds(), first.ProcessState.SysUsage().(*syscall.Rusage).Maxrss>>10)

	interrupt(t, c.ingest("again.db"), documents/2)
	again := c.ingest("again.db")
	again.Stdin = strings.NewReader(c.between)
	out, err := again.CombinedOutput()
	if unchanged := strings.Count(string(out), "unchanged "); err != nil || unchanged < documents/2 || unchanged >= documents {
		t.Errorf("%d of %d documents left alone, %v: %s", unchanged, documents, err, out)
	}
	export := func(db string) string {
		quads, _ := mandate(t, exitOK, "export", "--db", filepath.Join(scratch, db))
		return quads
	}
	if whole := export("whole.db"); len(whole) < documents*words || whole != export("again.db") {
		t.Errorf("after an interrupt the graph is another than that of %d bytes", len(whole))
	}
	mandate(t, exitOK, "verify", "--db", filepath.Join(scratch, "again.db"))
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

// ingest is the command that reads the corpus.
func (c *madeCorpus) ingest(db string) *exec.Cmd {
	args := []string{"mandate", "ingest", "--db", filepath.Join(c.scratch, db), filepath.Join(c.scratch, "first"), "-", filepath.Join(c.scratch, "second")}
	return &exec.Cmd{Path: os.Args[0], Args: args}
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
