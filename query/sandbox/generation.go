package sandbox

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sync"
	"weak"

	"mandate/graph/index"
)

// generation is the workers on one state of the graph. They read it from a file,
// which they share in memory.
type generation struct {
	of     weak.Pointer[index.Index] // the workers have it in the file
	opened string                    // file that the index was opened from: not ours, and it may go
	write  func() error              // writes a file of our own, once
	file   string

	mu      sync.Mutex
	idle    []*process
	uses    int  // queries under way
	retired bool // there is a newer one
}

// newGeneration makes the generation of an index, whose file is written in the
// folder when it is first needed, where the one that the index was opened from
// is there no more.
func newGeneration(x *index.Index, folder func() (string, error)) *generation {
	g := &generation{of: weak.Make(x), opened: x.File()}
	g.write = sync.OnceValue(func() error {
		dir, err := folder()
		if err == nil {
			g.file, err = save(x, dir)
		}
		return err
	})
	return g
}

func save(x *index.Index, dir string) (file string, err error) {
	f, err := os.CreateTemp(dir, "index-")
	if err != nil {
		return "", fmt.Errorf("write the graph for queries: %w", err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	if err := errors.Join(x.Save(w), w.Flush(), f.Close()); err != nil {
		return "", errors.Join(fmt.Errorf("write the graph for queries: %w", err), os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// enter counts a query that works on the generation; leave ends it.
func (g *generation) enter() {
	g.mu.Lock()
	g.uses++
	g.mu.Unlock()
}

func (g *generation) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.uses--
	g.tidy()
}

// retire lets the generation end with the last query on it.
func (g *generation) retire() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.retired = true
	g.tidy()
}

// tidy ends the workers and removes the file of a generation that is done with.
func (g *generation) tidy() {
	if !g.retired || g.uses > 0 {
		return
	}
	for _, p := range g.idle {
		p.kill()
	}
	g.idle = nil
	if g.file != "" {
		_ = os.Remove(g.file) // else it goes with the folder
	}
}

// worker returns a worker that waits for a query, or a new one.
func (g *generation) worker(command Command) (*process, error) {
	g.mu.Lock()
	if n := len(g.idle); n > 0 {
		p := g.idle[n-1]
		g.idle = g.idle[:n-1]
		g.mu.Unlock()
		return p, nil
	}
	g.mu.Unlock()
	return g.start(command)
}

func (g *generation) start(command Command) (*process, error) {
	if _, err := os.Stat(g.opened); g.opened != "" && err == nil {
		return start(command, g.opened)
	}
	if err := g.write(); err != nil {
		return nil, err
	}
	return start(command, g.file)
}

// keep puts a worker where the next query finds it.
func (g *generation) keep(p *process) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.retired {
		p.kill()
		return
	}
	g.idle = append(g.idle, p)
}

// refill makes sure that a worker waits.
func (g *generation) refill(command Command) {
	g.mu.Lock()
	waiting := len(g.idle) > 0 || g.retired
	g.mu.Unlock()
	if waiting {
		return
	}
	if p, err := g.start(command); err == nil { // else the next query tells why
		g.keep(p)
	}
}
