package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/pflag"
)

// choice is a flag that picks one of a few named things.
type choice[T any] struct {
	value string
	among map[string]T
}

var _ pflag.Value = (*choice[int])(nil)

func newChoice[T any](among map[string]T, value string) *choice[T] {
	return &choice[T]{value: value, among: among}
}

func (c *choice[T]) chosen() T      { return c.among[c.value] }
func (c *choice[T]) String() string { return c.value }
func (c *choice[T]) Type() string   { return strings.Join(c.names(), "|") }

// names are those that can be given: a nameless choice is none at all.
func (c *choice[T]) names() []string {
	names := slices.Sorted(maps.Keys(c.among))
	return slices.DeleteFunc(names, func(name string) bool { return name == "" })
}

// Set picks a name; the error lists them.
func (c *choice[T]) Set(name string) error {
	if _, ok := c.among[name]; !ok {
		return fmt.Errorf("use one of %s", strings.Join(c.names(), ", "))
	}
	c.value = name
	return nil
}
