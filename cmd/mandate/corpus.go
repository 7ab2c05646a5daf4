package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"
)

// corpus is what became of many texts.
type corpus struct {
	texts                         int
	ingested, replaced, unchanged int
	failed                        []addition
	interrupted                   error
}

func (c *corpus) note(text addition) {
	switch {
	case errors.Is(text.err, context.Canceled):
		c.interrupted = text.err
	case text.err != nil:
		c.failed = append(c.failed, text)
	case text.unchanged:
		c.unchanged++
	case text.added.Replaced:
		c.replaced++
	default:
		c.ingested++
	}
}

// print tells the sums, what failed and why, and how to go on after an
// interrupt.
func (c *corpus) print(w io.Writer) {
	done := c.ingested + c.replaced + c.unchanged + len(c.failed)
	fmt.Fprintf(w, "%s: %d ingested, %d replaced, %d unchanged, %d failed\n",
		count(done, "text"), c.ingested, c.replaced, c.unchanged, len(c.failed))
	if len(c.failed) > 0 {
		table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
		fmt.Fprint(table, "FAILED\tWHY\n")
		for _, text := range c.failed {
			fmt.Fprintf(table, "%s\t%v\n", text.source.Name, text.err)
		}
		_ = table.Flush() // of standard error, which nothing can tell of
	}
	if c.interrupted != nil {
		fmt.Fprintf(w, "%s left: the same command again goes on from here\n", count(c.texts-done, "text"))
	}
}

// err is the outcome of the command: the cause itself for a single text.
func (c *corpus) err() error {
	switch {
	case c.interrupted != nil:
		return c.interrupted
	case len(c.failed) == 0:
		return nil
	case c.texts == 1:
		return fmt.Errorf("%s: %w", c.failed[0].source.Name, c.failed[0].err)
	}
	return fmt.Errorf("%d of %d texts could not be read", len(c.failed), c.texts)
}
