package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// cayleyModule is what stock Cayley is built from.
const cayleyModule = "github.com/cayleygraph/cayley"

// bench is one run.
type bench struct {
	o          options
	module     string // folder of Cayley's module
	contenders []contender
	samples    *samples
	targets    []target
	running    []*server
	asked      atomic.Uint64 // requests in addresses of their own
}

// prepare builds the programs.
func prepare(ctx context.Context, o options) (*bench, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", cayleyModule).Output()
	if err != nil {
		return nil, fmt.Errorf("find Cayley's module: %w", err)
	}
	b := &bench{o: o, module: strings.TrimSpace(string(out)), samples: newSamples()}
	if b.module == "" {
		return nil, errors.New("the module of Cayley is not in the module cache: go mod download " + cayleyModule)
	}
	if o.out, err = filepath.Abs(o.out); err != nil {
		return nil, err
	}
	b.o.out = o.out
	mandate, cayley := filepath.Join(o.out, "mandate"), filepath.Join(o.out, "cayley")
	if err := build(ctx, ".", mandate, "./cmd/mandate"); err != nil {
		return nil, err
	}
	// Built in its own module, so with the versions that it names itself.
	if err := build(ctx, b.module, cayley, "./cmd/cayley", "CGO_ENABLED=0", "GOFLAGS="); err != nil {
		return nil, err
	}
	b.contenders = append(b.contenders, ours(mandate))
	for _, backend := range o.stock {
		b.contenders = append(b.contenders, stock(cayley, backend))
	}
	return b, nil
}

func build(ctx context.Context, folder, program, of string, env ...string) error {
	fmt.Println("build", filepath.Base(program))
	cmd := exec.CommandContext(ctx, "go", "build", "-o", program, of)
	cmd.Dir, cmd.Stderr = folder, os.Stderr
	cmd.Env = append(os.Environ(), env...)
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("build %s: %w", filepath.Base(program), err)
	}
	return nil
}

// film is the set of films that comes with Cayley: 471,705 quads.
func (b *bench) film() string { return filepath.Join(b.module, "data", "30kmoviedata.nq.gz") }

const filmQuads = 471_705

// store is where a contender keeps a set of quads.
func (b *bench) store(c contender, set string) string {
	return filepath.Join(b.o.out, c.name+"-"+set+".db")
}
