package document

import "testing"

func TestLists(t *testing.T) {
	testStructures(t, "lists.txt", []structureTest{
		{"nested by marker", `
			Towns shall do the following.

			1. Clean rivers, in particular:

			(a) big ones;

			(i) in spring;

			(ii) in autumn;

			(b) small ones;

			2. Mend paths.

			Towns may also:

			• sing;

			• dance.`, `
			Towns shall do the following.
			- 1. Clean rivers, in particular: <0
			-- (a) big ones; <1
			--- (i) in spring; <2
			--- (ii) in autumn; <2
			-- (b) small ones; <1
			- 2. Mend paths. <0
			Towns may also:
			- • sing; <7
			- • dance. <7`},
		{"a paragraph inside", `
			Towns shall:

			(a) clean rivers;

			Rivers are long.

			(b) mend paths.

			Towns may:

			(a) sing.`, `
			Towns shall:
			- (a) clean rivers; <0
			Rivers are long.
			- (b) mend paths. <0
			Towns may:
			- (a) sing. <4`},
		{"items without marker", `
			Towns undertake:

			to clean rivers,

			in particular big ones; and

			To mend paths:

			(a) in the hills;

			(b) by the sea.

			Towns sing.

			Fields of work are:

			Rivers

			Paths

			Towns pay.`, `
			Towns undertake:
			- to clean rivers, <0
			- in particular big ones; and <0
			- To mend paths: <0
			-- (a) in the hills; <3
			-- (b) by the sea. <3
			Towns sing.
			Fields of work are:
			Rivers
			Paths
			Towns pay.`},
		{"no lead-in", "Towns met.\n\n1. Towns shall pay.\n\n2. They shall sing.", "Towns met.\n- 1. Towns shall pay. <-1\n- 2. They shall sing. <-1"},
		{"not across headings", `
			Towns shall:

			1. Rivers

			They flow.

			(a) clean.`, `
			Towns shall:
			- 1. Rivers <0
			They flow.
			- (a) clean. <-1`},
		{"a semicolon list is one sentence", "The aims are: to clean; to mend; and to sing.", "The aims are: to clean; to mend; and to sing."},
	})
}
