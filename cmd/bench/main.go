// Command bench measures this program side by side with stock Cayley, built from
// the same version of the module, in one run: loading, opening, queries over
// HTTP, requests a second, memory. It checks that both give the same answers,
// writes every sample in the form that benchstat reads, and prints ratios beside
// their targets. The contenders take turns, so that what else the machine does
// hits them alike; seconds of CPU are to be trusted more than those of the
// clock.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"
)

// options are what a person decides about a run.
type options struct {
	out    string        // folder of programs, stores and samples
	runs   int           // samples of everything that is measured, but loads
	loads  int           // times that each contender loads the film set
	budget time.Duration // spent on one query of one contender before its samples are enough
	only   string        // parts to run
	stock  []string      // back ends of stock Cayley
	eval   string        // folder that holds corpus/*.txt
}

func main() {
	var o options
	var stock string
	quick := flag.Bool("quick", false, "few samples, and of stock Cayley the memory store alone")
	flag.StringVar(&o.out, "out", "bin/bench", "folder for programs, stores and samples")
	flag.IntVar(&o.runs, "runs", 10, "samples of each measure")
	flag.IntVar(&o.loads, "loads", 2, "times that each contender loads the film set")
	flag.DurationVar(&o.budget, "budget", 10*time.Second, "time for one query of one contender; slow ones get fewer samples")
	flag.StringVar(&stock, "stock", "memstore,leveldb,bolt", "back ends of stock Cayley")
	flag.StringVar(&o.only, "only", "", "parts to run, by name, with commas between: "+strings.Join(partNames(), ", "))
	flag.Parse()
	if *quick {
		o.runs, o.loads, stock = 3, 1, "memstore"
	}
	o.stock = strings.Split(stock, ",")
	o.eval = os.Getenv("MANDATE_EVAL")
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) error {
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return err
	}
	b, err := prepare(ctx, o)
	if err != nil {
		return err
	}
	defer b.stopAll()
	for _, p := range parts() {
		if o.only != "" && !strings.Contains(","+o.only+",", ","+p.name+",") {
			continue
		}
		fmt.Printf("\n%s\n\n", p.title)
		if err = p.measure(b, ctx); err != nil {
			err = fmt.Errorf("%s: %w", p.name, err)
			break
		}
	}
	fmt.Printf("\nTargets (samples: %s)\n\n", filepath.Join(o.out, "*.txt"))
	return errors.Join(err, b.samples.write(o.out), b.printTargets(os.Stdout))
}

// part is one thing that is measured.
type part struct {
	name, title string
	measure     func(*bench, context.Context) error
}

func parts() []part {
	return []part{
		{"load", "Loading the film set", (*bench).loading},
		{"open", "Opening a closed store, to the first answer", (*bench).opening},
		{"query", "Queries over HTTP", (*bench).queries},
		{"requests", "One-node query, 8 connections", (*bench).requests},
		{"growth", "A document of 5,000 quads comes in", (*bench).growth},
		{"corpus", "Paths and actors of three texts, a hundred times over", (*bench).corpus},
		{"index", "The index in process", (*bench).index},
	}
}

func partNames() []string {
	var names []string
	for _, p := range parts() {
		names = append(names, p.name)
	}
	return names
}
