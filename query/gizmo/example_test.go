package gizmo_test

import (
	"context"
	"fmt"

	"mandate/query/gizmo"
)

func ExampleRun() {
	script := `g.V("<actor:villages>").out("<commitsTo>").all()`
	for row, err := range gizmo.Run(context.Background(), lake(), gizmo.Gizmo, script, gizmo.Limits{}) {
		fmt.Println(string(row), err)
	}
	// Output:
	// {"id":"<goal:clean-water>"} <nil>
}

func ExampleRun_error() {
	for _, err := range gizmo.Run(context.Background(), lake(), gizmo.Gizmo, "g.V(\n  'a',, 'b')", gizmo.Limits{}) {
		fmt.Println(err)
	}
	// Output:
	// gizmo: line 2, column 7: Unexpected token ,
}
