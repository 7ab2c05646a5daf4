package actor

import (
	"fmt"
	"slices"
	"strings"

	"mandate/graph"
)

// list cuts a column into what bars part in it.
func list(column string) []string {
	if column == "" {
		return nil
	}
	return strings.Split(column, "|")
}

// parseKind reads the name of a kind of actor.
func parseKind(s string) (graph.ActorKind, error) {
	if k := graph.ActorKind(s); slices.Contains(graph.ActorKinds(), k) {
		return k, nil
	}
	return "", fmt.Errorf("%q is no kind of actor", s)
}
